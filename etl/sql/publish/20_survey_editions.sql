-- Purpose:  what the public editions have told of surveys so far: a published wave is not changed by a few late answers.
-- Inputs:   the same table of the public database before, and what the gate adds
-- Outputs:  editions.survey: a row when a group or an answer is first told, and when that changes. Nothing is secret in it.
CREATE TABLE editions.survey (
    municipality_code VARCHAR,
    region VARCHAR,
    area_id VARCHAR,
    series VARCHAR,
    question VARCHAR,
    indicator VARCHAR,
    wave VARCHAR,
    year INTEGER,
    starts DATE,
    group_kind VARCHAR,
    group_value VARCHAR,
    code DOUBLE,
    published_on DATE,
    edition VARCHAR,
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    mean DOUBLE,
    mean_low DOUBLE,
    mean_high DOUBLE,
    answers BIGINT,
    hidden_reason VARCHAR
);

COMMENT ON TABLE editions.survey IS 'Vad tidigare utgåvor har visat om enkäter';
COMMENT ON COLUMN editions.survey.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN editions.survey.region IS 'Område som inte är en kommun';
COMMENT ON COLUMN editions.survey.area_id IS 'Område inom kommunen; tomt betyder hela kommunen';
COMMENT ON COLUMN editions.survey.series IS 'Serien, eller enkätens namn när raden gäller ett svar';
COMMENT ON COLUMN editions.survey.question IS 'Frågan';
COMMENT ON COLUMN editions.survey.indicator IS 'Indikatorns nyckel';
COMMENT ON COLUMN editions.survey.wave IS 'Omgång';
COMMENT ON COLUMN editions.survey.year IS 'År';
COMMENT ON COLUMN editions.survey.starts IS 'Första dagen som enkäten kan ha besvarats';
COMMENT ON COLUMN editions.survey.group_kind IS 'alla, kön, ålder, område eller grupp; svar när raden gäller ett svar på frågan';
COMMENT ON COLUMN editions.survey.group_value IS 'Gruppens namn; tomt för alla';
COMMENT ON COLUMN editions.survey.code IS 'Svarets nummer på skalan';
COMMENT ON COLUMN editions.survey.published_on IS 'Dagen då utgåvan publicerades';
COMMENT ON COLUMN editions.survey.edition IS 'Utgåvans namn; senare utgåvor sorteras efter tidigare';
COMMENT ON COLUMN editions.survey.value IS 'Värdet som visades; tomt om det doldes';
COMMENT ON COLUMN editions.survey.low IS 'Undre 95-procentsgräns som visades';
COMMENT ON COLUMN editions.survey.high IS 'Övre 95-procentsgräns som visades';
COMMENT ON COLUMN editions.survey.mean IS 'Medelvärdet på 0–100 som visades';
COMMENT ON COLUMN editions.survey.mean_low IS 'Medelvärdets undre 95-procentsgräns';
COMMENT ON COLUMN editions.survey.mean_high IS 'Medelvärdets övre 95-procentsgräns';
COMMENT ON COLUMN editions.survey.answers IS 'Antal svar som visades; tomt när de var för få';
COMMENT ON COLUMN editions.survey.hidden_reason IS 'Varför värdet doldes; tomt när det visades';
