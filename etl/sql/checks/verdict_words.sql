-- Purpose:  only the four words are verdicts, only the five words are states, and an undecided verdict says why.
-- Inputs:   marts.goal_verdict, marts.commitment_verdict
-- Outputs:  one row for each breach: (what)
WITH verdicts AS (
    SELECT goal_id AS id, verdict, state, reason, sentence FROM marts.goal_verdict
    UNION ALL
    SELECT commitment_id, verdict, state, reason, sentence FROM marts.commitment_verdict WHERE verdict IS NOT NULL
)
SELECT id AS what FROM verdicts
WHERE verdict NOT IN ('Uppfyllt', 'På väg', 'Ej uppfyllt', 'Går inte att avgöra')
    OR state NOT IN ('pågår', 'avslutat', 'pausat', 'villkorat', 'period saknas')
    OR (verdict = 'Går inte att avgöra') <> (reason IS NOT NULL)
    OR sentence IS NULL
