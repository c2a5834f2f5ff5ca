-- Purpose:  the municipalities with reported crime of their own, and how many live there.
-- Inputs:   core.crime, core.population, core.municipality
-- Outputs:  one row a municipality: code, name, population (the latest 31 December), is_fictitious
WITH latest AS (
    SELECT municipality_code, max_by(count, year) AS population
    FROM core.population
    WHERE municipality_code IS NOT NULL AND area_id IS NULL AND region IS NULL
    GROUP BY ALL
),
counted AS (
    SELECT DISTINCT municipality_code FROM core.crime WHERE municipality_code IS NOT NULL AND area_id IS NULL
)
SELECT municipality_code AS code, m.name, l.population, m.is_fictitious
FROM counted JOIN core.municipality m USING (municipality_code) LEFT JOIN latest l USING (municipality_code)
ORDER BY code
