-- Purpose:  the log by commitment and day (and area, where areas count): no rule looks at less than a day.
-- Inputs:   core.activity, core.commitment
-- Outputs:  commitment_id, day, amount, area, is_nil_report, concerns_period, missing (rows that should have hours and
--           have none)
WITH counted AS (
    -- "10 timmar per vecka" is as much a promise of hours as one of the type timmar.
    SELECT
        *, kind = 'timmar'
        OR coalesce(regexp_matches(split_part(lower(trim(unit)), ' ', 1), 'timm(ar|e)$'), false) AS in_hours
    FROM core.commitment
)
SELECT
    a.commitment_id, a.day,
    sum(CASE WHEN a.is_nil_report THEN 0 WHEN c.in_hours THEN coalesce(a.hours, 0) ELSE 1 END)::DOUBLE AS amount,
    CASE WHEN c.distinct_areas = 'ja' THEN a.area_id END AS area, coalesce(a.is_nil_report, false) AS is_nil_report,
    a.concerns_period, count(*) FILTER (c.in_hours AND a.hours IS NULL AND a.is_nil_report IS NOT TRUE) AS missing
FROM core.activity a
JOIN counted c USING (commitment_id)
GROUP BY ALL
ORDER BY ALL
