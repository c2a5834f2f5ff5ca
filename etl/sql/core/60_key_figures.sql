-- Purpose:  Kolada's key figures, where they measure a crime type or an indicator, join the series with their own definition.
-- Inputs:   core.key_figure, staging.lookup_kolada
-- Outputs:  rows added to core.crime (rate only, no count) and core.survey_value (with the published uncertainty)
CREATE TEMP TABLE mapped_key_figure AS
SELECT k.*, m.nyckel AS measure, m.definition, nullif(m."osäkerhetstal", '') AS uncertainty_kpi
FROM core.key_figure k
JOIN staging.lookup_kolada m ON k.kpi = m.kpi AND m."används" = 'ja' AND m.nyckel <> ''
WHERE k.gender IS NULL AND k.value IS NOT NULL;

INSERT INTO core.crime BY NAME
SELECT
    -row_number() OVER (ORDER BY municipality_code, region, measure, year) AS row_id, municipality_code, region, measure[7:] AS crime_type, definition, 'år' AS granularity, year::VARCHAR AS period,
    make_date(year, 1, 1) AS period_start, make_date(year, 12, 31) AS period_end, value AS printed_rate, false AS preliminary,
    coalesce(source, 'Kolada') AS source
FROM mapped_key_figure k
WHERE starts_with(measure, 'brott:')
    -- What the municipality handed in of the same series and year stands.
    AND NOT EXISTS (
        FROM core.crime c
        WHERE c.municipality_code IS NOT DISTINCT FROM k.municipality_code AND c.region IS NOT DISTINCT FROM k.region
            AND c.area_id IS NULL AND c.crime_type = k.measure[7:] AND c.definition = k.definition
            AND c.granularity = 'år' AND c.period = k.year::VARCHAR
    );

INSERT INTO core.survey_value BY NAME
SELECT
    f.municipality_code, f.region, f.year::VARCHAR AS wave, f.year, f.measure AS indicator, f.value, 'procent' AS unit,
    CASE WHEN u.value IS NOT NULL THEN greatest(f.value - u.value, 0) END AS low,
    CASE WHEN u.value IS NOT NULL THEN least(f.value + u.value, 100) END AS high, f.definition AS instrument,
    coalesce(f.source, 'Kolada') AS source
FROM mapped_key_figure f
LEFT JOIN core.key_figure u
    ON u.kpi = f.uncertainty_kpi AND u.gender IS NULL AND u.year = f.year
    AND u.municipality_code IS NOT DISTINCT FROM f.municipality_code AND u.region IS NOT DISTINCT FROM f.region
WHERE starts_with(f.measure, 'enkat:');
DROP TABLE mapped_key_figure;
