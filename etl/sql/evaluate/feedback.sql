-- Purpose:  each time feedback was given, up to today, with the promise that it or its duty is about.
-- Inputs:   core.feedback, core.duty; parameter today
-- Outputs:  one row a time
SELECT f.duty_id, coalesce(f.promise_id, d.promise_id) AS promise_id, f.concerns_period, f.day
FROM core.feedback f
LEFT JOIN core.duty d ON f.duty_id = d.duty_id
WHERE f.day <= $today
ORDER BY ALL
