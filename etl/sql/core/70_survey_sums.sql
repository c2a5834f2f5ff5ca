-- Purpose:  the sums that a weighted share and its linearised variance need, for everybody and for each kind of group.
-- Inputs:   core.survey_cell (filled by etl/build/survey_answers.py); is_good is NULL where the question has no good answers
-- Outputs:  staging.share_sums(row, survey_id, question, group_kind, area_id, group_value, n, w, wy, w2, w2y), weights in millionths
CREATE TABLE staging.share_sums AS
WITH judged_questions AS (
    SELECT survey_id, question FROM core.survey_cell GROUP BY ALL HAVING bool_or(is_good IS NOT NULL)
)
SELECT
    row_number() OVER (ORDER BY survey_id, question, area_id, gender, age_group) AS row, survey_id, question,
    CASE
        WHEN grouping(area_id) = 0 THEN 'område' WHEN grouping(gender) = 0 THEN 'kön'
        WHEN grouping(age_group) = 0 THEN 'ålder' ELSE 'alla'
    END AS group_kind,
    area_id, coalesce(gender, age_group) AS group_value,
    sum(n) AS n, sum(w) AS w, sum(w) FILTER (WHERE is_good) AS wy, sum(w2) AS w2, sum(w2) FILTER (WHERE is_good) AS w2y
FROM core.survey_cell JOIN judged_questions USING (survey_id, question)
GROUP BY GROUPING SETS (
    (survey_id, question), (survey_id, question, area_id), (survey_id, question, gender), (survey_id, question, age_group)
)
HAVING NOT (grouping(area_id) = 0 AND area_id IS NULL)
    AND NOT (grouping(gender) = 0 AND gender IS NULL)
    AND NOT (grouping(age_group) = 0 AND age_group IS NULL);
