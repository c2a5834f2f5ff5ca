-- Purpose:  what the public editions have told of reported crime so far, so that a new one does not undo an old one.
-- Inputs:   the same table of the public database before, and what the gate adds
-- Outputs:  editions.cell: a row when a count is first shown or hidden, and when that changes. Hidden counts are not in it.
CREATE SCHEMA editions;

CREATE TABLE editions.cell (
    municipality_code VARCHAR,
    area_id VARCHAR,
    region VARCHAR,
    crime_type VARCHAR,
    definition VARCHAR,
    granularity VARCHAR,
    period VARCHAR,
    published_on DATE,
    edition VARCHAR,
    count BIGINT,
    hidden_reason VARCHAR
);

COMMENT ON TABLE editions.cell IS 'Vad tidigare utgåvor har visat om anmälda brott';
COMMENT ON COLUMN editions.cell.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN editions.cell.area_id IS 'Område inom kommunen; tomt betyder hela kommunen';
COMMENT ON COLUMN editions.cell.region IS 'Område som inte är en kommun';
COMMENT ON COLUMN editions.cell.crime_type IS 'Brottstypens nyckel';
COMMENT ON COLUMN editions.cell.definition IS 'Hur brotten är räknade';
COMMENT ON COLUMN editions.cell.granularity IS 'år, halvår, kvartal eller månad';
COMMENT ON COLUMN editions.cell.period IS 'Perioden';
COMMENT ON COLUMN editions.cell.published_on IS 'Dagen då utgåvan publicerades';
COMMENT ON COLUMN editions.cell.edition IS 'Utgåvans namn; senare utgåvor sorteras efter tidigare';
COMMENT ON COLUMN editions.cell.count IS 'Antalet som visades; tomt om det doldes eller inte finns i utgåvan';
COMMENT ON COLUMN editions.cell.hidden_reason IS 'Varför antalet doldes; tomt när det visades';
