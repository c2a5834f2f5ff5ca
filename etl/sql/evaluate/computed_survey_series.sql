-- Purpose:  put the computed shares into the survey series, with what the survey and the question say of themselves.
-- Inputs:   staging.share_sums, staging.share_estimate(row, value, low, high, n_eff); core.survey, survey_question, indicator,
--           area, municipality; staging.run
-- Outputs:  rows in marts.survey_series. A share on fewer than 30 answers stays empty, its number of answers is kept.
INSERT INTO marts.survey_series BY NAME
WITH wording_in_force AS (
    SELECT e.survey_id, lower(q.question) AS question, q.indicator, q.wording, q.good, q.valid_from
    FROM core.survey e JOIN core.survey_question q USING (instrument)
    QUALIFY row_number() OVER (
        PARTITION BY e.survey_id, lower(q.question)
        ORDER BY coalesce(q.valid_from <= coalesce(e.ends, make_date(9999, 1, 1)), true) DESC, q.valid_from DESC
    ) = 1
)
SELECT
    e.municipality_code, s.area_id, a.name AS area_name, e.instrument, e.method,
    concat_ws(' · ', e.instrument, e.method, e.population, q.valid_from::VARCHAR) AS series_id,
    q.indicator, coalesce(i.name, q.wording) AS indicator_name, s.question,
    CASE q.good WHEN 'lågt är bra' THEN 'lågt' WHEN 'högt är bra' THEN 'högt' END AS good,
    e.wave, coalesce(year(e.ends), year(e.starts), try_cast(e.wave[1:4] AS INTEGER)) AS year,
    s.group_kind, s.group_value, 'procent' AS unit,
    100 * x.value AS value, 100 * x.low AS low, 100 * x.high AS high, s.n AS answers, x.n_eff, false AS published,
    e.source, coalesce(m.is_fictitious, false) AS is_fictitious, run.as_of
FROM staging.share_sums s
JOIN staging.share_estimate x ON s.row = x.row
CROSS JOIN staging.run run
JOIN core.survey e USING (survey_id)
JOIN wording_in_force q USING (survey_id, question)
LEFT JOIN core.indicator i ON q.indicator = i.indicator
LEFT JOIN core.area a ON s.area_id = a.area_id
LEFT JOIN core.municipality m ON e.municipality_code = m.municipality_code
