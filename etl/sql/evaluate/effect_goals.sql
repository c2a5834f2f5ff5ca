-- Purpose:  every goal on reported crime with the series that it is judged on, for the question of effect.
-- Inputs:   marts.goal_verdict, goal_point, crime_series; core.goal, promise, municipality, crime_type; parameter today
-- Outputs:  one row a goal; months (numbered, of each period the first), counts and populations are in order of time
--           and NULL when there is no series
WITH goals AS (
    SELECT
        v.municipality_code, v.promise_id, v.goal_id, v.ordinal, coalesce(v.area_name, m.name) AS place, v.area_id,
        t.crime_type, t.name AS crime_name, t.assumed_phi, v.direction, v.tau, p.starts,
        coalesce(g.followup_to, p.ends) AS ends
    FROM marts.goal_verdict v
    JOIN core.goal g USING (goal_id)
    JOIN core.promise p ON v.promise_id = p.promise_id
    LEFT JOIN core.municipality m ON v.municipality_code = m.municipality_code
    LEFT JOIN core.crime_type t ON v.indicator = 'brott:' || t.crime_type
    WHERE v.measure = 'brott'
),
chosen AS (
    SELECT DISTINCT goal_id, instrument AS definition, split_part(series_id, ' · ', -1) AS granularity
    FROM marts.goal_point
),
series AS (
    SELECT
        g.goal_id, s.definition, s.granularity,
        list(year(s.period_start) * 12 + month(s.period_start) - 1 ORDER BY s.period_start) AS months,
        list(s.count ORDER BY s.period_start) AS counts,
        list(s.population_mean ORDER BY s.period_start) AS populations
    FROM goals g
    JOIN chosen c USING (goal_id)
    JOIN marts.crime_series s
        ON g.municipality_code = s.municipality_code AND g.area_id IS NOT DISTINCT FROM s.area_id
        AND g.crime_type = s.crime_type AND c.definition = s.definition AND c.granularity = s.granularity
    WHERE s.region IS NULL AND s.count IS NOT NULL AND s.period_end <= $today
    GROUP BY ALL
)
SELECT g.*, s.definition, s.granularity, s.months, s.counts, s.populations
FROM goals g
LEFT JOIN series s USING (goal_id)
ORDER BY g.municipality_code, g.promise_id, g.ordinal
