-- Purpose:  the crime series that some goal looks at.
-- Inputs:   marts.crime_series, core.goal, core.promise
-- Outputs:  rows of marts.crime_series, in order of time within each series
WITH looked_at AS (
    SELECT DISTINCT p.municipality_code, g.area_id, g.indicator FROM core.goal g JOIN core.promise p USING (promise_id)
)
SELECT
    s.municipality_code, s.area_id, s.crime_type, s.definition, s.granularity, s.period, s.period_start, s.period_end,
    s.count, s.population_mean, s.rate_per_100k, s.rate_printed, s.rate_source, s.preliminary, s.break_before, s.source,
    s.population_source
FROM marts.crime_series s
JOIN looked_at l
    ON s.municipality_code = l.municipality_code
    AND s.area_id IS NOT DISTINCT FROM l.area_id
    AND 'brott:' || s.crime_type = l.indicator
WHERE s.region IS NULL
ORDER BY s.municipality_code, s.area_id, s.crime_type, s.definition, s.granularity, s.period_start
