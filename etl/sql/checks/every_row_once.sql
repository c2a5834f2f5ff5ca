-- Purpose:  every accepted row of promises, commitments, goals and reported crime is in a mart, and only once.
-- Inputs:   core.promise, core.commitment, core.goal, core.crime, core.activity; marts
-- Outputs:  one row for each breach: (what)
SELECT 'löften' AS what WHERE (SELECT count(*) FROM core.promise) <> (SELECT count(*) FROM marts.promise)
UNION ALL
SELECT 'åtaganden' WHERE (SELECT count(*) FROM core.commitment) <> (SELECT count(*) FROM marts.commitment_verdict)
UNION ALL
SELECT 'mål' WHERE (SELECT count(*) FROM core.goal) <> (SELECT count(*) FROM marts.goal_verdict)
UNION ALL
SELECT 'brott' WHERE (SELECT count(*) FROM core.crime) <> (SELECT count(*) FROM marts.crime_series)
UNION ALL
SELECT 'aktiviteter' WHERE (SELECT count(*) FROM core.activity) <> (SELECT count(*) FROM marts.activity)
