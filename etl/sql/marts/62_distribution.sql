-- Purpose:  how the answers to questions with an ordered scale are spread, filled by etl/build/survey_distribution.py.
-- Inputs:   core.survey_cell, core.survey; staging.wording_in_force, marts.survey_series
-- Outputs:  marts.survey_distribution
CREATE TABLE marts.survey_distribution (
    municipality_code VARCHAR,
    instrument VARCHAR,
    series_id VARCHAR,
    question VARCHAR,
    wave VARCHAR,
    year INTEGER,
    code DOUBLE,
    label VARCHAR,
    share DOUBLE,
    given BIGINT,
    answers BIGINT,
    mean DOUBLE,
    mean_low DOUBLE,
    mean_high DOUBLE,
    is_fictitious BOOLEAN,
    source VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.survey_distribution IS 'Hela svarsfördelningen på frågor med minst tre svarsalternativ, en rad per omgång, fråga och svar';
COMMENT ON COLUMN marts.survey_distribution.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.survey_distribution.instrument IS 'Enkätens namn';
COMMENT ON COLUMN marts.survey_distribution.series_id IS 'Serien i marts.survey_series; tomt när inga svar på frågan räknas som bra';
COMMENT ON COLUMN marts.survey_distribution.question IS 'Frågan';
COMMENT ON COLUMN marts.survey_distribution.wave IS 'Omgång';
COMMENT ON COLUMN marts.survey_distribution.year IS 'År';
COMMENT ON COLUMN marts.survey_distribution.code IS 'Svarets tal på skalan';
COMMENT ON COLUMN marts.survey_distribution.label IS 'Svaret i ord; tomt när skalan inte är beskriven';
COMMENT ON COLUMN marts.survey_distribution.share IS 'Viktad andel som gav svaret, procent; tomt vid färre än 30 svar på frågan';
COMMENT ON COLUMN marts.survey_distribution.given IS 'Antal som gav svaret, oviktat';
COMMENT ON COLUMN marts.survey_distribution.answers IS 'Antal som har svarat på frågan';
COMMENT ON COLUMN marts.survey_distribution.mean IS 'Medelvärde på 0–100, där 0 är skalans lägsta svar och 100 det högsta; tomt utan beskriven skala';
COMMENT ON COLUMN marts.survey_distribution.mean_low IS 'Medelvärdets undre 95-procentsgräns';
COMMENT ON COLUMN marts.survey_distribution.mean_high IS 'Medelvärdets övre 95-procentsgräns';
COMMENT ON COLUMN marts.survey_distribution.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.survey_distribution.source IS 'Källa';
COMMENT ON COLUMN marts.survey_distribution.as_of IS 'Dagen som bygget räknar som i dag';
