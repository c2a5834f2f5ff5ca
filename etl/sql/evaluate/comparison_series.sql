-- Purpose:  the crime series of whole municipalities, for every crime type that some goal looks at.
-- Inputs:   core.crime, core.municipality, core.goal; parameter today
-- Outputs:  one row a series: its keys, the numbers of its months (of each period the first) and its counts
SELECT
    c.crime_type, c.definition, c.granularity, coalesce(m.is_fictitious, false) AS is_fictitious, c.municipality_code,
    list(year(c.period_start) * 12 + month(c.period_start) - 1) AS months, list(c.count) AS counts
FROM core.crime c
LEFT JOIN core.municipality m USING (municipality_code)
WHERE
    c.municipality_code IS NOT NULL AND c.area_id IS NULL AND c.region IS NULL AND c.count IS NOT NULL
    AND c.period_end <= $today AND c.granularity IN ('månad', 'kvartal', 'halvår', 'år')
    AND 'brott:' || c.crime_type IN (SELECT indicator FROM core.goal)
GROUP BY ALL
ORDER BY ALL
