-- Purpose:  the rule of every goal as the register has it; without own days the follow-up is that of the promise.
-- Inputs:   core.goal, core.promise, municipality, area, indicator, crime_type
-- Outputs:  one row a goal, in the order of the register
SELECT
    p.municipality_code, g.promise_id, g.goal_id, g.goal, g.indicator, g.area_id, g.group_name, g.direction,
    g.baseline_from, g.baseline_to,
    coalesce(g.followup_from, p.starts) AS followup_from, coalesce(g.followup_to, p.ends) AS followup_to,
    coalesce(g.least_change, 0)::DOUBLE AS least_change, coalesce(g.is_primary, 'ja') <> 'nej' AS is_primary, g.part_of,
    g.locked_on AS agreed_on, p.starts, p.signed_on
FROM core.goal g
JOIN core.promise p USING (promise_id)
ORDER BY p.municipality_code, g.promise_id, g.ordinal
