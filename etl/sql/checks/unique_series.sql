-- Purpose:  a series has one value for each period.
-- Inputs:   marts.crime_series
-- Outputs:  one row for each breach: (what)
WITH hashed AS (
    SELECT hash(municipality_code, area_id, region, crime_type, definition, granularity, period) AS h FROM marts.crime_series
),
suspects AS (SELECT h FROM hashed GROUP BY h HAVING count(*) > 1)
SELECT concat_ws(' ', municipality_code, area_id, region, crime_type, definition, granularity, period) AS what
FROM marts.crime_series
WHERE hash(municipality_code, area_id, region, crime_type, definition, granularity, period) IN (FROM suspects)
GROUP BY municipality_code, area_id, region, crime_type, definition, granularity, period
HAVING count(*) > 1
