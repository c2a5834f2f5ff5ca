-- Purpose:  what is planned after today and within the promise: what comes after its end cannot keep it.
-- Inputs:   core.planned, commitment, promise; parameter today
-- Outputs:  commitment_id, amount
SELECT n.commitment_id, sum(coalesce(n.amount, 1)) AS amount
FROM core.planned n
JOIN core.commitment c USING (commitment_id)
JOIN core.promise p USING (promise_id)
WHERE n.day > $today AND n.day BETWEEN p.starts AND p.ends
GROUP BY ALL
