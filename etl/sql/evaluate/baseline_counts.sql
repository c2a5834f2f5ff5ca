-- Purpose:  the baselines of the crime goals, and how long each is to be followed up.
-- Inputs:   marts.goal_verdict, marts.goal_point, core.goal, core.promise, core.indicator, core.crime_type
-- Outputs:  one row a crime goal with a baseline: crimes and months of it, months to follow up, overdispersion, and the
--           single months when the overdispersion is not known; in a follow-up under a year, crimes of those months only
WITH looked_at AS (
    SELECT
        v.municipality_code, v.promise_id, v.goal_id, v.direction, v.indicator, v.phi, v.tau, v.reason,
        g.least_change, i.is_judgeable, t.assumed_phi,
        coalesce(g.followup_from, p.starts) AS first_day, coalesce(g.followup_to, p.ends) + 1 AS day_after
    FROM marts.goal_verdict v
    JOIN core.goal g USING (goal_id)
    JOIN core.promise p ON g.promise_id = p.promise_id
    LEFT JOIN core.indicator i ON g.indicator = i.indicator
    LEFT JOIN core.crime_type t ON g.indicator = 'brott:' || t.crime_type
    WHERE v.measure = 'brott'
),
baseline AS (
    SELECT
        goal_id, period_start, count, month(period_start) AS calendar_month,
        CASE string_split(series_id, ' · ')[-1] WHEN 'månad' THEN 1 WHEN 'kvartal' THEN 3 WHEN 'halvår' THEN 6 ELSE 12 END
            AS step
    FROM marts.goal_point
    WHERE role = 'utgångsläge' AND count IS NOT NULL
),
numbered AS (
    SELECT
        l.*, b.* EXCLUDE (goal_id),
        ((year(first_day) * 12 + month(first_day) - 1 + (day(first_day) > 1)::INTEGER + step - 1) // step) * step
            AS first_month,
        ((year(day_after) * 12 + month(day_after) - 1) // step) * step AS month_after
    FROM looked_at l
    JOIN baseline b USING (goal_id)
)
SELECT
    municipality_code, promise_id, goal_id, direction, indicator, phi, tau, reason, least_change, is_judgeable,
    assumed_phi,
    sum(step)::INTEGER AS months0,
    greatest(0, month_after - first_month)::INTEGER AS months1,
    coalesce(
        sum(count) FILTER (
            WHERE month_after - first_month >= 12
            OR (calendar_month + 11 - first_month % 12) % 12 < month_after - first_month
        ),
        0
    )::BIGINT AS crimes,
    list(count ORDER BY period_start) FILTER (WHERE phi IS NULL AND step = 1) AS counts,
    list(calendar_month ORDER BY period_start) FILTER (WHERE phi IS NULL AND step = 1) AS calendar_months
FROM numbered
GROUP BY ALL
ORDER BY municipality_code, promise_id, goal_id
