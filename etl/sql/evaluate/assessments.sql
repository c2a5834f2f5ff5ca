-- Purpose:  the latest narrative assessment of each commitment, signed by a role.
-- Inputs:   core.assessment; parameter today
-- Outputs:  commitment_id, assessment
SELECT commitment_id, assessment || ' (' || coalesce(assessed_by || ', ', '') || day::VARCHAR || ')' AS assessment
FROM core.assessment
WHERE commitment_id IS NOT NULL AND day <= $today
QUALIFY row_number() OVER (PARTITION BY commitment_id ORDER BY day DESC, assessment) = 1
