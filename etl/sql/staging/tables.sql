-- Purpose:  the books of a run: what was refused, which files were read, what a period text means.
-- Inputs:   none
-- Outputs:  staging.fault(table_name, row_id, column_name, value, reason, remedy), empty
CREATE TABLE staging.fault (
    table_name VARCHAR, row_id BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR, remedy VARCHAR
);
