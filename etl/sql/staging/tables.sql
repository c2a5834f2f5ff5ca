-- Purpose:  the books of a run: what was refused, and what was left out because another file says the same.
-- Inputs:   none
-- Outputs:  staging.fault(table_name, row_id, column_name, value, reason, remedy) and staging.left_out, empty
CREATE TABLE staging.fault (
    table_name VARCHAR, row_id BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR, remedy VARCHAR
);
CREATE TABLE staging.left_out (table_name VARCHAR, row_id BIGINT);
