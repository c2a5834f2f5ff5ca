-- Purpose:  the comparisons to tell of, with what their sentences say.
-- Inputs:   staging.equality_group, staging.equality_gap(a_row, b_row, gap, low, high, q_value, is_clear);
--           marts.survey_series, core.municipality
-- Outputs:  one row a comparison of the two latest waves of each series; women and men also where one of them may not
--           be shown, then without a gap
WITH shown AS (SELECT key, count(*)::INTEGER AS compared FROM staging.equality_group WHERE is_shown GROUP BY ALL),
compared AS (
    FROM staging.equality_gap
    UNION ALL BY NAME
    SELECT a.row AS a_row, b.row AS b_row, false AS is_clear
    FROM staging.equality_group a
    JOIN staging.equality_group b ON a.key = b.key
    WHERE a.name = 'kvinnor' AND b.name = 'män' AND NOT (a.is_shown AND b.is_shown)
)
SELECT
    c.*, a.kind, a.name AS group_a, b.name AS group_b, a.value AS value_a, b.value AS value_b, s.indicator,
    coalesce(s.indicator_name, s.question, '') AS indicator_name, coalesce(m.name, s.municipality_code) AS place,
    coalesce(s.wave, s.year::VARCHAR, '') AS wave, coalesce(shown.compared, 0) AS compared
FROM compared c
JOIN staging.equality_group a ON c.a_row = a.row
JOIN staging.equality_group b ON c.b_row = b.row
JOIN marts.survey_series s ON c.a_row = s.rowid
LEFT JOIN shown ON shown.key = a.key
LEFT JOIN core.municipality m ON s.municipality_code = m.municipality_code
QUALIFY dense_rank() OVER (
    PARTITION BY s.municipality_code, s.series_id, s.indicator, a.kind
    ORDER BY s.year DESC NULLS LAST, s.starts DESC NULLS LAST, s.wave DESC
) <= 2
