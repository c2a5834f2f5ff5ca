-- Purpose:  what is planned after today.
-- Inputs:   core.planned; parameter today
-- Outputs:  commitment_id, amount
SELECT commitment_id, sum(coalesce(amount, 1)) AS amount FROM core.planned WHERE day > $today GROUP BY ALL
