-- Purpose:  reported crime, population and key figures, one fact a row. A missing count is NULL and a zero is 0.
-- Inputs:   staging.brott, folkmangd, nyckeltal, period; staging.lookup_kolada
-- Outputs:  core.crime, core.population (31 December), core.population_month, core.key_figure
CREATE TABLE core.crime AS
SELECT
    b.row_id, b.municipality_code, b.area_id, b.region, b.crime_type, coalesce(b.definition, 'definition inte angiven') AS definition,
    p.kind AS granularity, b.period, p.starts AS period_start, p.ends AS period_end, b.count, b.printed_rate,
    coalesce(b.preliminary = 'ja', false) AS preliminary, b.source
FROM staging.brott b
JOIN staging.period p ON b.period = p.text;

CREATE TABLE core.population AS
WITH year_ends AS (
    SELECT * FROM staging.folkmangd WHERE coalesce(month, 12) = 12 AND count IS NOT NULL
),
totals_and_sums_of_genders AS (
    SELECT
        municipality_code, area_id, region, year,
        max(count) FILTER (WHERE gender IS NULL) AS total,
        sum(count) FILTER (WHERE gender IS NOT NULL) AS of_genders, count(DISTINCT gender) AS genders,
        max(source) AS source
    FROM year_ends GROUP BY ALL
)
SELECT municipality_code, area_id, region, year, coalesce(total, CASE WHEN genders = 2 THEN of_genders END)::BIGINT AS count, source
FROM totals_and_sums_of_genders
WHERE coalesce(total, CASE WHEN genders = 2 THEN of_genders END) IS NOT NULL;

CREATE TABLE core.population_month AS
SELECT municipality_code, area_id, region, year, month, gender, count, source
FROM staging.folkmangd WHERE month IS NOT NULL AND month <> 12;

-- Brå's own denominator: the mean of the population on 31 December of the year before and of the year itself.
CREATE TABLE core.mean_population AS
SELECT
    p.municipality_code, p.area_id, p.region, p.year, (before.count + p.count) / 2.0 AS mean_population, true AS both_year_ends,
    p.source
FROM core.population p
JOIN core.population before
    ON before.municipality_code IS NOT DISTINCT FROM p.municipality_code
    AND before.area_id IS NOT DISTINCT FROM p.area_id
    AND before.region IS NOT DISTINCT FROM p.region
    AND before.year = p.year - 1
UNION ALL BY NAME
-- The year that is not over yet has only its beginning.
SELECT municipality_code, area_id, region, (year + 1)::SMALLINT AS year, count::DOUBLE AS mean_population, false AS both_year_ends,
    source
FROM core.population
QUALIFY row_number() OVER (PARTITION BY municipality_code, area_id, region ORDER BY year DESC) = 1;

CREATE TABLE core.key_figure AS SELECT * EXCLUDE (row_id, file_id) FROM staging.nyckeltal;
