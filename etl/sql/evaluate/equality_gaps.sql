-- Purpose:  put the comparisons into their mart, with what the series says of the groups.
-- Inputs:   staging.equality_told(a_row, b_row, kind, group_a, group_b, gap, low, high, q_value, is_clear, sentence);
--           marts.survey_series, staging.run
-- Outputs:  rows in marts.equality_gap
INSERT INTO marts.equality_gap BY NAME
SELECT
    a.municipality_code, a.instrument, a.series_id, a.question, a.indicator, a.indicator_name, a.good, a.wave, a.year,
    t.kind, t.group_a, t.group_b, a.value AS value_a, b.value AS value_b, t.gap, t.low, t.high,
    a.answers AS answers_a, b.answers AS answers_b, t.q_value, t.is_clear, t.sentence, a.is_fictitious, a.source,
    run.as_of
FROM staging.equality_told t
JOIN marts.survey_series a ON t.a_row = a.rowid
JOIN marts.survey_series b ON t.b_row = b.rowid
CROSS JOIN staging.run run
ORDER BY a.municipality_code, a.series_id, a.year, a.wave, t.kind, t.group_a, t.group_b
