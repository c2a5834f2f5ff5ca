-- Purpose:  every promise with how many activities its municipality logged in its time without a commitment.
-- Inputs:   core.promise, activity; parameter today
-- Outputs:  one row a promise
WITH loose AS (
    SELECT municipality_code, day, count(*) AS activities
    FROM core.activity
    WHERE commitment_id IS NULL AND is_nil_report IS NOT TRUE AND day <= $today
    GROUP BY ALL
)
SELECT p.municipality_code, p.promise_id, p.title, coalesce(sum(l.activities), 0)::INTEGER AS loose_activities
FROM core.promise p
LEFT JOIN loose l ON p.municipality_code = l.municipality_code AND l.day BETWEEN p.starts AND p.ends
GROUP BY ALL
ORDER BY p.municipality_code, p.promise_id
