-- Purpose:  verdicts that are not what the build before said, and commitments and goals that came or went after the start.
-- Inputs:   staging.earlier_verdict, now_verdict, history_run
-- Outputs:  one row a change: both versions, whether the register says something else, and whether it had begun
WITH run AS (FROM staging.history_run),
both_versions AS (
    SELECT
        coalesce(n.municipality_code, b.municipality_code) AS municipality_code, coalesce(n.promise_id, b.promise_id) AS promise_id,
        coalesce(n.concerns, b.concerns) AS concerns, coalesce(n.concerns_id, b.concerns_id) AS concerns_id,
        b.words AS words_before, b.verdict AS verdict_before, b.estimate AS estimate_before, b.unit AS unit_before,
        b.rule_version AS rule_version_before, b.register AS register_before,
        n.words, n.verdict, n.estimate, n.unit, n.rule_version, n.register,
        b.concerns_id IS NULL AS is_added, n.concerns_id IS NULL AS is_removed,
        -- That a promise is over says the same as its last day, when that day has passed.
        CASE WHEN n.ends < run.today THEN replace(b.register, ', avslutat', '') <> replace(n.register, ', avslutat', '')
            ELSE b.register <> n.register END AS is_edited
    FROM staging.earlier_verdict b
    FULL JOIN staging.now_verdict n
        ON n.concerns = b.concerns AND n.concerns_id = b.concerns_id AND n.promise_id = b.promise_id
        -- A promise answers two questions; other words may be edited.
        AND CASE WHEN n.concerns = 'löfte' THEN n.words ELSE '' END = CASE WHEN b.concerns = 'löfte' THEN b.words ELSE '' END
    CROSS JOIN run
),
promises AS (SELECT DISTINCT promise_id, starts FROM staging.earlier_verdict WHERE concerns = 'löfte'),
still_there AS (SELECT DISTINCT promise_id FROM staging.now_verdict WHERE concerns = 'löfte')
SELECT v.*, coalesce(p.starts <= run.earlier_as_of, false) AS has_begun
FROM both_versions v
JOIN promises p USING (promise_id)
JOIN still_there USING (promise_id)
CROSS JOIN run
WHERE is_added OR is_removed OR is_edited OR verdict_before <> verdict OR rule_version_before <> rule_version
    OR (concerns = 'åtagande' AND estimate < estimate_before)
ORDER BY v.municipality_code, v.promise_id, v.concerns, v.concerns_id, v.words
