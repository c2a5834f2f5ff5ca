-- Purpose:  how much of what was planned the activity log shows, by promise.
-- Inputs:   marts.commitment_verdict; core.promise
-- Outputs:  promise_id, done_share (0–1). A promise without commitments in numbers, or without a log, has no row.
WITH shares AS (
    SELECT
        promise_id,
        CASE
            WHEN kind = 'återkommande' THEN periods_kept / nullif(periods_closed, 0)
            -- While the promise runs, the plan is what should have been done by now; a silent log shows nothing.
            WHEN state = 'pågår' AND as_of - last_report > 45 THEN 0
            WHEN state = 'pågår' THEN
                estimate / nullif(target * least(1, (as_of - p.starts + 1) / (p.ends - p.starts + 1)), 0)
            ELSE estimate / nullif(target, 0)
        END AS share
    FROM marts.commitment_verdict
    JOIN core.promise p USING (promise_id)
    WHERE verdict IS NOT NULL
)
-- Nothing done too much in one commitment makes up for another.
SELECT promise_id, avg(least(coalesce(share, 0), 1)) AS done_share
FROM shares
GROUP BY promise_id
HAVING count(share) > 0
