-- Purpose:  published figures that are not what the build before showed, and those that are no longer there at all.
-- Inputs:   staging.earlier_figure, now_figure, history_run; marts.crime_series, survey_series, goal_verdict
-- Outputs:  one row a figure and promise that it concerns: both values, and the first goal of the promise that uses it
WITH compared AS (
    SELECT
        b.*, n.period IS NULL AS is_gone, n.count AS count_now, n.value AS value_now
    FROM staging.earlier_figure b
    LEFT JOIN staging.now_figure n
        ON n.municipality_code = b.municipality_code AND n.area_id IS NOT DISTINCT FROM b.area_id AND n.indicator = b.indicator
        AND n.group_name IS NOT DISTINCT FROM b.group_name AND n.series_id = b.series_id AND n.period = b.period
        AND n.period_start = b.period_start
    WHERE n.period IS NULL OR n.count IS DISTINCT FROM b.count
        OR (b.count IS NULL AND n.count IS NULL AND abs(n.value - b.value) > 1e-9 * greatest(1, abs(b.value)))
),
-- A goal may look at another series than before, and too few answers hide a value: what is in no series is withdrawn.
-- The same figure of the same place and period is still there, whatever its definition is called now.
gone AS (FROM compared WHERE is_gone),
left_over AS (
    FROM gone
    WHERE NOT EXISTS (
        FROM marts.crime_series s
        WHERE s.municipality_code = gone.municipality_code AND s.area_id IS NOT DISTINCT FROM gone.area_id
            AND s.region IS NULL AND gone.indicator = 'brott:' || s.crime_type
            AND s.period = gone.period
            AND (s.definition || ' · ' || s.granularity = gone.series_id OR s.count = gone.count
                OR (gone.count IS NULL AND s.count IS NULL AND abs(s.rate_per_100k - gone.value) <= 1e-9 * greatest(1, abs(gone.value))))
    ) AND NOT EXISTS (
        FROM marts.survey_series s
        WHERE s.municipality_code = gone.municipality_code AND s.indicator = gone.indicator
            AND s.series_id = gone.series_id AND coalesce(s.wave, s.year::VARCHAR) = gone.period
    )
),
changed AS (FROM compared WHERE NOT is_gone UNION ALL FROM left_over)
SELECT
    c.*, g.promise_id, g.goal_id, g.indicator AS goal_indicator, g.indicator_name, g.area_name, m.name AS municipality_name,
    t.name AS crime_name
FROM changed c
JOIN marts.goal_verdict g
    ON g.municipality_code = c.municipality_code AND g.area_id IS NOT DISTINCT FROM c.area_id
    AND ((g.indicator = c.indicator AND g.group_name IS NOT DISTINCT FROM c.group_name)
        OR (c.indicator = 'folkmangd' AND g.measure = 'brott'))
JOIN core.municipality m ON m.municipality_code = c.municipality_code
LEFT JOIN core.crime_type t ON c.indicator = 'brott:' || t.crime_type
ORDER BY c.municipality_code, g.promise_id, c.indicator, c.area_id, c.group_name, c.series_id, c.period_start, g.ordinal
