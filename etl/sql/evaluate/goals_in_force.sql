-- Purpose:  let core.goal say what is locked where the register has been edited; a goal taken away is put back last.
-- Inputs:   staging.goal_in_force, staging.goal_in_register (core.goal as it was handed in), core.promise, core.goal
-- Outputs:  core.goal changed in place
UPDATE core.goal SET
    goal = r.goal, indicator = r.indicator, area_id = r.area_id, group_name = r.group_name, direction = r.direction,
    baseline_from = r.baseline_from, baseline_to = r.baseline_to, followup_from = r.followup_from, followup_to = r.followup_to,
    least_change = r.least_change, is_primary = CASE WHEN r.is_primary THEN 'ja' ELSE 'nej' END, part_of = r.part_of, locked_on = r.locked_on
FROM staging.goal_in_force r
WHERE goal.goal_id = r.goal_id;

INSERT INTO core.goal BY NAME
SELECT
    r.goal_id, r.promise_id, r.goal, r.indicator, r.area_id, r.group_name, r.direction, r.baseline_from, r.baseline_to,
    r.followup_from, r.followup_to, r.least_change, CASE WHEN r.is_primary THEN 'ja' ELSE 'nej' END AS is_primary, r.part_of, r.locked_on,
    coalesce(last.ordinal, 0) + row_number() OVER (PARTITION BY r.promise_id ORDER BY r.goal_id) AS ordinal
FROM staging.goal_in_force r
LEFT JOIN (SELECT promise_id, max(ordinal) AS ordinal FROM staging.goal_in_register GROUP BY ALL) last USING (promise_id)
WHERE r.goal_id NOT IN (SELECT goal_id FROM staging.goal_in_register);
