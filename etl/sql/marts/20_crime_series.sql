-- Purpose:  reported crime as series, with rates on Brå's own denominator (mean of two year-ends).
-- Inputs:   core.crime, core.mean_population, core.crime_type, core.series_break, core.area,
--           core.municipality; staging.count_limits(count, low, high), parameter as_of in staging.run
-- Outputs:  marts.crime_series, one row a series and period. Series of different definitions are never joined.
CREATE TABLE marts.crime_series AS
WITH counted AS (
    SELECT
        c.*, nullif(m.mean_population, 0) AS mean_population, m.both_year_ends, m.source AS population_source,
        CASE
            WHEN m.both_year_ends AND m.mean_population > 0 AND c.count IS NOT NULL THEN 'beräknad'
            WHEN c.printed_rate IS NOT NULL AND starts_with(c.definition, 'Kolada') THEN 'tryckt av Kolada'
            WHEN c.printed_rate IS NOT NULL THEN 'tryckt av Brå'
            WHEN m.mean_population > 0 AND c.count IS NOT NULL THEN 'beräknad'
        END AS rate_source
    FROM core.crime c
    LEFT JOIN core.mean_population m
        ON m.municipality_code IS NOT DISTINCT FROM c.municipality_code
        AND m.area_id IS NOT DISTINCT FROM c.area_id
        AND m.region IS NOT DISTINCT FROM c.region
        AND m.year = year(c.period_start)
),
months AS (
    SELECT
        row_id, count, year(period_start) * 12 + month(period_start) AS month_number,
        hash(municipality_code, area_id, region, crime_type, definition) AS series_hash
    FROM core.crime WHERE granularity = 'månad'
),
rolling AS (
    SELECT row_id,
        CASE
            WHEN lag(month_number, 11) OVER twelve = month_number - 11 AND count(count) OVER twelve = 12
            THEN sum(count) OVER twelve
        END::BIGINT AS rolling_12
    FROM months
    WINDOW twelve AS (PARTITION BY series_hash ORDER BY month_number ROWS BETWEEN 11 PRECEDING AND CURRENT ROW)
)
SELECT
    r.municipality_code, r.area_id, a.name AS area_name, r.region, r.crime_type, t.name AS crime_name, r.definition,
    r.granularity, r.period, r.period_start, r.period_end, r.count, NULL::VARCHAR AS hidden_reason,
    CASE WHEN r.rate_source = 'beräknad' THEN r.mean_population END AS population_mean,
    CASE r.rate_source
        WHEN 'beräknad' THEN r.count * 100000 / r.mean_population ELSE r.printed_rate
    END AS rate_per_100k,
    CASE WHEN r.rate_source = 'beräknad' THEN l.low * 100000 / r.mean_population END AS rate_low,
    CASE WHEN r.rate_source = 'beräknad' THEN l.high * 100000 / r.mean_population END AS rate_high,
    r.printed_rate AS rate_printed, r.rate_source, twelve.rolling_12, r.preliminary, b.explanation AS break_before,
    coalesce(m.is_fictitious, false) AS is_fictitious, r.source,
    CASE WHEN r.rate_source = 'beräknad' THEN r.population_source END AS population_source, run.as_of
FROM counted r
LEFT JOIN rolling twelve USING (row_id)
CROSS JOIN staging.run run
LEFT JOIN staging.count_limits l ON r.count = l.count
LEFT JOIN core.area a ON r.area_id = a.area_id
LEFT JOIN core.crime_type t ON r.crime_type = t.crime_type
LEFT JOIN core.municipality m ON r.municipality_code = m.municipality_code
LEFT JOIN core.series_break b
    ON b.concerns = 'brott' AND b.series = r.definition AND b.year = year(r.period_start)
    AND coalesce(b.crime_type, r.crime_type) = r.crime_type AND month(r.period_start) = 1;

COMMENT ON TABLE marts.crime_series IS 'Anmälda brott som serier, en rad per serie och period';
COMMENT ON COLUMN marts.crime_series.municipality_code IS 'Kommunkod; tom för riket, län och polisregioner';
COMMENT ON COLUMN marts.crime_series.area_id IS 'Område inom kommunen; tomt betyder hela kommunen';
COMMENT ON COLUMN marts.crime_series.area_name IS 'Områdets namn';
COMMENT ON COLUMN marts.crime_series.region IS 'Område som inte är en kommun';
COMMENT ON COLUMN marts.crime_series.crime_type IS 'Brottstypens nyckel';
COMMENT ON COLUMN marts.crime_series.crime_name IS 'Brottstypens namn';
COMMENT ON COLUMN marts.crime_series.definition IS 'Hur brotten är räknade; olika definitioner jämförs aldrig';
COMMENT ON COLUMN marts.crime_series.granularity IS 'år, halvår, kvartal, månad eller vecka';
COMMENT ON COLUMN marts.crime_series.period IS 'Perioden, till exempel 2017 eller 2017-03';
COMMENT ON COLUMN marts.crime_series.period_start IS 'Periodens första dag';
COMMENT ON COLUMN marts.crime_series.period_end IS 'Periodens sista dag';
COMMENT ON COLUMN marts.crime_series.count IS 'Antal anmälda brott; tomt betyder att uppgiften saknas, 0 är noll';
COMMENT ON COLUMN marts.crime_series.hidden_reason IS 'Varför antalet inte visas för allmänheten; alltid tomt i den interna databasen';
COMMENT ON COLUMN marts.crime_series.population_mean IS 'Medelfolkmängd: medelvärdet av två årsskiften (för ett år som inte är slut: dess början)';
COMMENT ON COLUMN marts.crime_series.rate_per_100k IS 'Antal per 100 000 invånare under perioden';
COMMENT ON COLUMN marts.crime_series.rate_low IS 'Undre 95-procentsgräns för talet per 100 000 (exakt under 10 brott, annars Byar)';
COMMENT ON COLUMN marts.crime_series.rate_high IS 'Övre 95-procentsgräns för talet per 100 000';
COMMENT ON COLUMN marts.crime_series.rate_printed IS 'Talet per 100 000 så som källan trycker det';
COMMENT ON COLUMN marts.crime_series.rate_source IS 'beräknad, eller tryckt av Brå (Kolada) när folkmängden saknas';
COMMENT ON COLUMN marts.crime_series.rolling_12 IS 'Summan av de tolv senaste månaderna; tom om någon saknas';
COMMENT ON COLUMN marts.crime_series.preliminary IS 'Sant om siffran kan komma att ändras';
COMMENT ON COLUMN marts.crime_series.break_before IS 'Varför perioden inte kan jämföras med den före';
COMMENT ON COLUMN marts.crime_series.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.crime_series.source IS 'Källa';
COMMENT ON COLUMN marts.crime_series.population_source IS 'Källa till folkmängden, när talet är beräknat';
COMMENT ON COLUMN marts.crime_series.as_of IS 'Dagen som bygget räknar som i dag';
