-- Purpose:  every problem with the latest step that had been taken, in the order of the register.
-- Inputs:   core.problem; parameter today
-- Outputs:  one row a problem
SELECT municipality_code, promise_id, problem_id, title, step, step_date
FROM core.problem
WHERE step_date <= $today
QUALIFY row_number() OVER (PARTITION BY problem_id ORDER BY step_date DESC, step) = 1
ORDER BY municipality_code, promise_id, problem_id
