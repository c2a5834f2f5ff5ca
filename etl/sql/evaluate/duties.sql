-- Purpose:  every duty to report back, with the period of its promise or agreement.
-- Inputs:   core.duty, promise, agreement
-- Outputs:  one row a duty
SELECT
    d.*, coalesce(p.municipality_code, a.municipality_code) AS municipality_code,
    coalesce(p.starts, a.starts) AS starts, coalesce(p.ends, a.ends) AS ends
FROM core.duty d
LEFT JOIN core.promise p USING (promise_id)
LEFT JOIN core.agreement a ON d.agreement_id = a.agreement_id
ORDER BY d.duty_id
