-- Purpose:  keep what was last shown of promises that this build lacks (a refused row, a file that was not handed in).
-- Inputs:   staging.earlier_verdict, earlier_figure; core.promise; marts.goal_verdict
-- Outputs:  rows added to history.verdict, and to history.figure those of series that no goal of this build looks at
CREATE TABLE staging.absent_verdict AS
FROM staging.earlier_verdict b WHERE NOT EXISTS (FROM core.promise p WHERE p.promise_id = b.promise_id);

INSERT INTO history.verdict BY NAME FROM staging.absent_verdict;

INSERT INTO history.figure BY NAME
WITH looked_at AS (
    SELECT municipality_code, area_id, indicator, group_name FROM marts.goal_verdict WHERE measure IN ('brott', 'enkät')
    UNION
    SELECT municipality_code, area_id, 'folkmangd', NULL FROM marts.goal_verdict WHERE measure = 'brott'
)
SELECT b.*
FROM staging.earlier_figure b
WHERE b.municipality_code IN (SELECT municipality_code FROM staging.absent_verdict)
    AND NOT EXISTS (
        FROM looked_at n
        WHERE n.municipality_code = b.municipality_code AND n.area_id IS NOT DISTINCT FROM b.area_id AND n.indicator = b.indicator
            AND n.group_name IS NOT DISTINCT FROM b.group_name
    );
