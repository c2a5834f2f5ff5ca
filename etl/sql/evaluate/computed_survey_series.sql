-- Purpose:  put the computed shares into the survey series, with what the survey and the question say of themselves.
-- Inputs:   staging.share_sums, staging.share_estimate(row, value, low, high, n_eff, hidden_reason),
--           staging.wording_in_force, staging.survey_days; core.survey, indicator, area, municipality; staging.run
-- Outputs:  rows in marts.survey_series. A share too uncertain to show stays empty, its number of answers is kept.
INSERT INTO marts.survey_series BY NAME
-- "jämförbar med" joins waves over a change of the survey's name, never over a change of method, people asked, question or scale.
WITH RECURSIVE link AS (
    SELECT survey_id, comparable_with AS other_id FROM core.survey WHERE comparable_with IS NOT NULL
    UNION
    SELECT comparable_with, survey_id FROM core.survey WHERE comparable_with IS NOT NULL
),
reached (survey_id, other_id) AS (
    SELECT survey_id, survey_id FROM core.survey
    UNION
    SELECT r.survey_id, l.other_id FROM reached r JOIN link l ON r.other_id = l.survey_id
),
named AS (
    SELECT r.survey_id, min(o.instrument) AS common_name
    FROM reached r JOIN core.survey o ON r.other_id = o.survey_id
    GROUP BY r.survey_id
)
SELECT
    e.municipality_code, s.area_id, a.name AS area_name, e.instrument, e.method,
    concat_ws(' · ', c.common_name, e.method, e.population, s.question, e.scale, q.valid_from::VARCHAR) AS series_id,
    q.indicator, coalesce(i.name, q.wording) AS indicator_name, s.question,
    CASE q.good WHEN 'lågt är bra' THEN 'lågt' WHEN 'högt är bra' THEN 'högt' END AS good,
    e.wave, year(d.ends) AS year, d.starts, d.ends,
    s.group_kind, s.group_value, 'procent' AS unit,
    100 * x.value AS value, 100 * x.low AS low, 100 * x.high AS high, s.n AS answers, x.n_eff,
    x.hidden_reason, false AS published, e.source, coalesce(m.is_fictitious, false) AS is_fictitious, run.as_of
FROM staging.share_sums s
JOIN staging.share_estimate x ON s.row = x.row
CROSS JOIN staging.run run
JOIN core.survey e USING (survey_id)
JOIN named c USING (survey_id)
JOIN staging.wording_in_force q USING (survey_id, question)
LEFT JOIN staging.survey_days d USING (survey_id)
LEFT JOIN core.indicator i ON q.indicator = i.indicator
LEFT JOIN core.area a ON s.area_id = a.area_id
LEFT JOIN core.municipality m ON e.municipality_code = m.municipality_code
