-- Purpose:  a series has one value for each period.
-- Inputs:   marts.crime_series
-- Outputs:  one row for each breach: (what)
SELECT concat_ws(' ', municipality_code, area_id, region, crime_type, definition, granularity, period) AS what
FROM marts.crime_series
GROUP BY municipality_code, area_id, region, crime_type, definition, granularity, period
HAVING count(*) > 1
