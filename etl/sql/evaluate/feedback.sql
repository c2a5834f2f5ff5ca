-- Purpose:  each time feedback was given.
-- Inputs:   core.feedback
-- Outputs:  one row a time
SELECT duty_id, promise_id, concerns_period, day FROM core.feedback ORDER BY ALL
