-- Purpose:  the sums behind each share, as numbers to compute with.
-- Inputs:   staging.share_sums, staging.wording_in_force; core.goal, promise, survey
-- Outputs:  one row a share with any weight: row, is_group, n, w, wy, w2, w2y, weights in millionths.
--           is_group: a group or an area that no goal names. One that a goal names was chosen beforehand, so the
--           goal's own rule (the number of answers) decides, not the display rule for tables with many groups.
WITH of_goals AS (
    SELECT DISTINCT p.municipality_code, g.indicator, g.area_id, g.group_name
    FROM core.goal g
    JOIN core.promise p USING (promise_id)
    WHERE g.area_id IS NOT NULL OR g.group_name IS NOT NULL
)
SELECT
    s.row,
    s.group_kind <> 'alla' AND NOT EXISTS (
        FROM of_goals o
        WHERE o.municipality_code = e.municipality_code AND o.indicator = q.indicator
            AND o.area_id IS NOT DISTINCT FROM s.area_id AND o.group_name IS NOT DISTINCT FROM s.group_value
    ) AS is_group,
    s.n::DOUBLE AS n, s.w::DOUBLE AS w, coalesce(s.wy, 0)::DOUBLE AS wy, s.w2::DOUBLE AS w2,
    coalesce(s.w2y, 0)::DOUBLE AS w2y
FROM staging.share_sums s
JOIN core.survey e USING (survey_id)
LEFT JOIN staging.wording_in_force q USING (survey_id, question)
WHERE s.w > 0
ORDER BY s.row
