-- Purpose:  what the tables mean and how this build was made, filled by etl/build.
-- Inputs:   etl/contract
-- Outputs:  marts.dictionary, marts.build
CREATE TABLE marts.dictionary (
    table_name VARCHAR,
    table_title VARCHAR,
    heading VARCHAR,
    kind VARCHAR,
    required VARCHAR,
    key BOOLEAN,
    allowed VARCHAR,
    explanation VARCHAR,
    example VARCHAR
);

COMMENT ON TABLE marts.dictionary IS 'Datalexikonet: tabellerna som lämnas in';
COMMENT ON COLUMN marts.dictionary.table_name IS 'Tabell';
COMMENT ON COLUMN marts.dictionary.table_title IS 'Tabellens rubrik';
COMMENT ON COLUMN marts.dictionary.heading IS 'Kolumnens rubrik';
COMMENT ON COLUMN marts.dictionary.kind IS 'Slag';
COMMENT ON COLUMN marts.dictionary.required IS 'Krav';
COMMENT ON COLUMN marts.dictionary.key IS 'Sant om kolumnen hör till nyckeln';
COMMENT ON COLUMN marts.dictionary.allowed IS 'Tillåtna värden';
COMMENT ON COLUMN marts.dictionary.explanation IS 'Förklaring';
COMMENT ON COLUMN marts.dictionary.example IS 'Exempel';

CREATE TABLE marts.build (
    key VARCHAR,
    value VARCHAR
);

COMMENT ON TABLE marts.build IS 'Om bygget';
COMMENT ON COLUMN marts.build.key IS 'Uppgift';
COMMENT ON COLUMN marts.build.value IS 'Värde';
