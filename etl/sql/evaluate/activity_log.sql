-- Purpose:  the log by commitment and day (and area, where areas count): no rule looks at less than a day.
-- Inputs:   core.activity, core.commitment
-- Outputs:  commitment_id, day, amount (NULL: hours are missing), area, is_nil_report, concerns_period
SELECT
    a.commitment_id, a.day,
    sum(CASE WHEN c.kind = 'timmar' THEN a.hours WHEN a.is_nil_report THEN 0 ELSE 1 END)::DOUBLE AS amount,
    CASE WHEN c.distinct_areas = 'ja' THEN a.area_id END AS area, a.is_nil_report, a.concerns_period
FROM core.activity a
JOIN core.commitment c USING (commitment_id)
GROUP BY ALL
ORDER BY ALL
