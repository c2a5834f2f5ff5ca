-- Purpose:  which goals have been measured at all, and which have a figure from their baseline.
-- Inputs:   marts.goal_point
-- Outputs:  one row a goal with any figure: goal_id, has_baseline
SELECT goal_id, bool_or(role = 'utgångsläge') AS has_baseline
FROM marts.goal_point GROUP BY ALL ORDER BY goal_id
