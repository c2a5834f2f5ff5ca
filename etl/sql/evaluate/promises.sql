-- Purpose:  every promise with its municipality and the last day that any figure behind it covers.
-- Inputs:   core.promise, municipality, activity; marts.goal_verdict
-- Outputs:  one row a promise
WITH goal_days AS (SELECT promise_id, max(data_through) AS day FROM marts.goal_verdict GROUP BY ALL),
log_days AS (SELECT promise_id, max(day) AS day FROM core.activity WHERE day <= $today GROUP BY ALL)
SELECT p.*, m.name AS municipality_name, m.is_fictitious, greatest(g.day, l.day) AS data_through
FROM core.promise p
JOIN core.municipality m USING (municipality_code)
LEFT JOIN goal_days g USING (promise_id)
LEFT JOIN log_days l USING (promise_id)
ORDER BY p.municipality_code, p.starts, p.promise_id
