-- Purpose:  put the answers into their mart, with what the survey says of itself.
-- Inputs:   staging.answer_share, staging.answer_mean(survey_id, question, mean, low, high); core.survey, municipality;
--           staging.survey_days, staging.run, marts.survey_series
-- Outputs:  rows in marts.survey_distribution. Parameter least: fewer answers than that are not shown.
INSERT INTO marts.survey_distribution BY NAME
WITH series AS (
    SELECT municipality_code, instrument, method, question, wave, any_value(series_id) AS series_id
    FROM marts.survey_series
    WHERE group_kind = 'alla' AND NOT published
    GROUP BY ALL
)
SELECT
    e.municipality_code, e.instrument, series.series_id, a.question, e.wave, year(d.ends) AS year, a.code, a.label,
    CASE WHEN a.answers >= $least THEN 100 * a.w / a.weight END AS share, a.n AS given, a.answers, m.mean, m.low AS mean_low,
    m.high AS mean_high, coalesce(c.is_fictitious, false) AS is_fictitious, e.source, run.as_of
FROM staging.answer_share a
JOIN core.survey e USING (survey_id)
CROSS JOIN staging.run run
LEFT JOIN staging.answer_mean m USING (survey_id, question)
LEFT JOIN staging.survey_days d USING (survey_id)
LEFT JOIN core.municipality c ON e.municipality_code = c.municipality_code
LEFT JOIN series
    ON series.municipality_code = e.municipality_code AND series.instrument = e.instrument
    AND series.method IS NOT DISTINCT FROM e.method AND series.wave = e.wave AND series.question = a.question
ORDER BY e.municipality_code, e.instrument, a.question, d.ends, e.wave, a.code
