-- Purpose:  the latest narrative assessment of each goal, signed by a role.
-- Inputs:   core.assessment; parameter today
-- Outputs:  goal_id, assessment
SELECT goal_id, assessment || ' (' || coalesce(assessed_by || ', ', '') || day::VARCHAR || ')' AS assessment
FROM core.assessment
WHERE goal_id IS NOT NULL AND day <= $today
QUALIFY row_number() OVER (PARTITION BY goal_id ORDER BY day DESC, assessment) = 1
