-- Purpose:  every answer of the questions with that many possible answers ($kinds), those that nobody gave included.
-- Inputs:   core.survey_cell; staging.wording_in_force, staging.scale_answer(scale, code, label, in_mean)
-- Outputs:  staging.answer_share(survey_id, question, code, label, in_mean, n, w, w2, answers, weight)
CREATE TABLE staging.answer_share AS
WITH counted AS (
    -- Weights stay whole numbers (millionths) until they are summed: sums of decimals would depend on their order.
    SELECT survey_id, question, code, sum(n) AS n, sum(w) AS w, sum(w2) AS w2
    FROM core.survey_cell
    GROUP BY ALL
),
asked AS (
    SELECT survey_id, question, sum(n) AS answers, sum(w) AS weight FROM counted GROUP BY ALL
),
possible AS (
    SELECT a.*, s.code, s.label, s.in_mean
    FROM asked a
    JOIN staging.wording_in_force q USING (survey_id, question)
    JOIN staging.scale_answer s USING (scale)
    UNION ALL
    SELECT a.*, c.code, NULL, false
    FROM asked a
    JOIN counted c USING (survey_id, question)
    JOIN staging.wording_in_force q USING (survey_id, question)
    WHERE q.scale IS NULL OR q.scale NOT IN (SELECT scale FROM staging.scale_answer)
)
SELECT
    p.survey_id, p.question, p.code, p.label, p.in_mean, coalesce(c.n, 0) AS n,
    coalesce(c.w, 0)::DOUBLE / 1e6 AS w, coalesce(c.w2, 0)::DOUBLE / 1e12 AS w2, p.answers, p.weight::DOUBLE / 1e6 AS weight
FROM possible p
LEFT JOIN counted c USING (survey_id, question, code)
WHERE p.weight > 0
QUALIFY count(*) OVER (PARTITION BY p.survey_id, p.question) >= $kinds
