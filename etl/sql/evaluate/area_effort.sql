-- Purpose:  what was logged in each area each year, beside the latest survey of the area until then.
-- Inputs:   marts.activity, marts.survey_series, staging.equality_group, staging.equality_gap, staging.run; core.area,
--           municipality
-- Outputs:  one row an area and year in which the municipality logged anything in an area, or asked about one.
--           insecurity is the share who do not feel safe, empty when hidden; stands_out is högsta or lägsta (insecurity)
--           where the gap between areas is clear
WITH logged AS (
    SELECT
        municipality_code, area_id, year(day) AS year, count(*)::INTEGER AS activities, sum(hours) AS hours
    FROM marts.activity
    WHERE area_id IS NOT NULL AND NOT is_nil_report AND municipality_code IS NOT NULL AND day <= as_of
    GROUP BY ALL
),
measures (indicator, place) AS (VALUES ('enkat:trygg', 1), ('enkat:otrygg', 2), ('enkat:trygg_morker', 3)),
extreme AS (
    SELECT a_row AS row, 'a' AS side FROM staging.equality_gap WHERE is_clear
    UNION ALL
    SELECT b_row, 'b' FROM staging.equality_gap WHERE is_clear
),
asked AS (
    SELECT
        s.municipality_code, s.area_id, s.year, s.wave, s.indicator, s.answers,
        CASE s.indicator WHEN 'enkat:otrygg' THEN s.value ELSE 100 - s.value END AS insecurity,
        -- a is the higher share, and a high share is a low insecurity when the question asks who is safe.
        CASE (s.indicator = 'enkat:otrygg') = (x.side = 'a')
            WHEN true THEN 'högsta' WHEN false THEN 'lägsta'
        END AS stands_out
    FROM staging.equality_group g
    JOIN marts.survey_series s ON g.row = s.rowid
    JOIN measures USING (indicator)
    LEFT JOIN extreme x ON g.row = x.row
    WHERE g.kind = 'område' AND s.year IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY s.municipality_code, s.area_id, s.year ORDER BY measures.place, s.ends DESC, s.wave DESC, s.series_id
    ) = 1
),
years AS (
    -- A year before the log began says nothing of efforts; without a log the latest survey stands alone.
    SELECT DISTINCT municipality_code, year FROM logged
    UNION ALL
    SELECT municipality_code, max(year) FROM asked
    WHERE municipality_code NOT IN (SELECT municipality_code FROM logged)
    GROUP BY municipality_code
),
areas AS (
    SELECT municipality_code, area_id FROM logged UNION SELECT municipality_code, area_id FROM asked
),
beside AS (
    SELECT
        a.municipality_code, a.area_id, y.year, l.hours, coalesce(l.activities, 0) AS activities,
        q.* EXCLUDE (municipality_code, area_id, year)
    FROM areas a
    JOIN years y USING (municipality_code)
    LEFT JOIN logged l USING (municipality_code, area_id, year)
    ASOF LEFT JOIN asked q ON a.municipality_code = q.municipality_code AND a.area_id = q.area_id AND y.year >= q.year
)
SELECT
    b.municipality_code, b.area_id, coalesce(area.name, b.area_id) AS area_name, b.year, b.hours, b.activities,
    100 * b.hours / nullif(sum(b.hours) OVER (PARTITION BY b.municipality_code, b.year), 0) AS share_of_hours,
    b.indicator, b.insecurity, b.wave, b.answers, b.stands_out, coalesce(m.is_fictitious, false) AS is_fictitious,
    run.as_of
FROM beside b
CROSS JOIN staging.run run
LEFT JOIN core.area area ON b.area_id = area.area_id
LEFT JOIN core.municipality m ON b.municipality_code = m.municipality_code
ORDER BY b.municipality_code, b.year, area_name, b.area_id
