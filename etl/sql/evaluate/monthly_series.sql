-- Purpose:  each monthly series of reported crime since its last known break, months that are over only.
-- Inputs:   core.crime, core.area, core.crime_type, core.municipality, core.series_break; parameter today
-- Outputs:  one row a series of one definition: its keys, names, the source of its latest month, the year of its last
--           break, and its months packed as numbers: (2 * month number + preliminary) * 2^32 + count, where
--           month number = 12 * year + month - 1
WITH series AS (
    SELECT
        municipality_code, area_id, crime_type, definition,
        max(period_start) AS latest, arg_max(source, period_start) AS source,
        list(((year(period_start) * 12 + month(period_start) - 1) * 2 + preliminary::INTEGER) * 4294967296 + count) AS months
    FROM core.crime
    WHERE granularity = 'månad' AND region IS NULL AND municipality_code IS NOT NULL
        AND count IS NOT NULL AND period_end < $today
    GROUP BY ALL
),
breaks AS (
    SELECT s.municipality_code, s.area_id, s.crime_type, s.definition, max(b.year) AS year
    FROM series s
    JOIN core.series_break b
        ON b.concerns = 'brott' AND b.series = s.definition AND coalesce(b.crime_type, s.crime_type) = s.crime_type
        AND b.year <= year(s.latest)
    GROUP BY ALL
)
SELECT
    s.municipality_code, s.area_id, a.name AS area_name, s.crime_type, t.name AS crime_name, s.definition,
    coalesce(m.is_fictitious, false) AS is_fictitious, s.source,
    coalesce(b.year, 0)::INTEGER AS break_year, s.months
FROM series s
LEFT JOIN breaks b
    ON b.municipality_code = s.municipality_code AND b.area_id IS NOT DISTINCT FROM s.area_id
    AND b.crime_type = s.crime_type AND b.definition = s.definition
LEFT JOIN core.area a ON s.area_id = a.area_id
LEFT JOIN core.crime_type t ON s.crime_type = t.crime_type
LEFT JOIN core.municipality m ON s.municipality_code = m.municipality_code
ORDER BY s.municipality_code, s.area_id NULLS FIRST, s.crime_type, s.definition
