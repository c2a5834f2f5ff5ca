-- Purpose:  tell which cells already stand in their canonical form, so that only the rest goes through the
--           contract's parser (etl/contract/values.py, the one place that decides what a cell means).
--           Proven equal to the parser by tests/unit/build/test_fast_path.py.
-- Inputs:   text as received, never NULL
-- Outputs:  macros is_plain_*(x) -> BOOLEAN, is_blank(x) -> BOOLEAN
CREATE OR REPLACE TEMP MACRO is_plain_integer(x) AS
    length(x) <= 9 AND try_cast(x AS UINTEGER)::VARCHAR = x;

CREATE OR REPLACE TEMP MACRO is_plain_decimal(x) AS
    regexp_full_match(x, '-?[0-9]{1,12}(?:[.,][0-9]{1,17})?');

CREATE OR REPLACE TEMP MACRO is_plain_date(x) AS
    length(x) = 10 AND x[5] = '-' AND x[8] = '-' AND x[1:2] IN ('19', '20') AND try_cast(x AS DATE)::VARCHAR = x;

CREATE OR REPLACE TEMP MACRO is_plain_identifier(x) AS
    regexp_full_match(x, '[0-9A-Za-zÅÄÖÉÜåäöéü][-0-9A-Za-zÅÄÖÉÜåäöéü_:.]{0,99}');

-- Most cells begin with a digit or a plain letter, so that the blanks need not be trimmed away to see it.
CREATE OR REPLACE TEMP MACRO is_blank(x) AS
    x IS NULL OR ((x < '0' OR x > '{') AND regexp_full_match(x, '[\s\x{000b}\x{00a0}\x{00ad}\x{1680}\x{2000}-\x{200d}\x{2028}\x{2029}\x{202f}\x{205f}\x{2060}\x{3000}\x{feff}]*'));
