-- Purpose:  survey values that others have published, with the names of what they measure.
-- Inputs:   core.survey_value, indicator, area, municipality, goal, promise
-- Outputs:  one row a value; is_of_goal: some goal names its area or group. A value of an area belongs to the area's
--           municipality.
WITH placed AS (
    SELECT v.* REPLACE (coalesce(v.municipality_code, a.municipality_code) AS municipality_code), a.name AS area_name
    FROM core.survey_value v
    LEFT JOIN core.area a ON v.area_id = a.area_id
)
SELECT
    v.*, coalesce(i.name, v.question, v.indicator) AS indicator_name, i.good,
    CASE WHEN v.group_name IS NULL THEN 'alla' ELSE 'grupp' END AS group_kind, v.group_name AS group_value,
    coalesce(m.is_fictitious, false) AS is_fictitious,
    EXISTS (
        FROM core.goal g JOIN core.promise p USING (promise_id)
        WHERE p.municipality_code = v.municipality_code AND g.indicator = v.indicator
            AND g.area_id IS NOT DISTINCT FROM v.area_id AND g.group_name IS NOT DISTINCT FROM v.group_name
    ) AS is_of_goal
FROM placed v
LEFT JOIN core.indicator i USING (indicator)
LEFT JOIN core.municipality m ON v.municipality_code = m.municipality_code
ORDER BY v.municipality_code, v.area_id, v.region, v.indicator, v.question, v.year, v.wave, v.group_name
