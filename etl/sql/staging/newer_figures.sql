-- Purpose:  which rows give way to another row with the same key: equal to it, preliminary where it is final, or fetched earlier.
-- Inputs:   claims (first_row_id, row_id, file_id, fetched, is_final, said): every row whose key repeats, with what it says
-- Outputs:  settled(first_row_id, row_id, file_id, by_file_id, is_final, is_equal): the rows of each key that one row settles
CREATE OR REPLACE TEMP TABLE settled AS
WITH best AS (
    FROM claims
    QUALIFY row_number() OVER (PARTITION BY first_row_id ORDER BY is_final DESC, fetched DESC NULLS LAST, row_id) = 1
),
against AS (
    SELECT
        c.first_row_id, c.row_id, c.file_id, b.file_id AS by_file_id,
        -- A figure that is called final but was fetched before the preliminary one settles nothing.
        b.is_final AND NOT c.is_final AND NOT coalesce(c.fetched > b.fetched, false) AS is_final,
        c.said IS NOT DISTINCT FROM b.said AS is_equal,
        c.file_id <> b.file_id AS is_elsewhere, coalesce(b.fetched > c.fetched, false) AS is_earlier
    FROM claims c
    JOIN best b USING (first_row_id)
    WHERE c.row_id <> b.row_id
)
SELECT * EXCLUDE (is_elsewhere, is_earlier)
FROM against
QUALIFY bool_and(is_elsewhere AND (is_equal OR is_final OR is_earlier)) OVER (PARTITION BY first_row_id)
    AND NOT bool_and(is_equal) OVER (PARTITION BY first_row_id);
