-- Purpose:  which wording of each question a survey used: the latest one valid when it was answered, otherwise the first.
-- Inputs:   staging.enkater, enkat_fragor, survey_days
-- Outputs:  staging.wording_in_force(survey_id, question in lower case, and what the wording says of itself)
CREATE TABLE staging.wording_in_force AS
SELECT
    e.survey_id, e.instrument, lower(q.question) AS question, q.indicator, q.wording, q.good, q.scale, q.good_answers, q.valid_from
FROM staging.enkater e
JOIN staging.enkat_fragor q USING (instrument)
LEFT JOIN staging.survey_days d USING (survey_id)
QUALIFY row_number() OVER (
    PARTITION BY e.survey_id, lower(q.question)
    ORDER BY
        coalesce(q.valid_from <= d.ends, q.valid_from IS NULL) DESC,
        CASE WHEN q.valid_from <= d.ends THEN q.valid_from END DESC NULLS LAST,
        q.valid_from NULLS FIRST, q.row_id
) = 1
