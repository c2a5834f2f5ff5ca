-- Purpose:  survey values as series, filled by etl/build/survey_series.py.
-- Inputs:   core.survey_answer, core.survey_value, core.key_figure
-- Outputs:  marts.survey_series
CREATE TABLE marts.survey_series (
    municipality_code VARCHAR,
    area_id VARCHAR,
    area_name VARCHAR,
    region VARCHAR,
    instrument VARCHAR,
    method VARCHAR,
    series_id VARCHAR,
    indicator VARCHAR,
    indicator_name VARCHAR,
    question VARCHAR,
    good VARCHAR,
    wave VARCHAR,
    year INTEGER,
    starts DATE,
    ends DATE,
    group_kind VARCHAR,
    group_value VARCHAR,
    unit VARCHAR,
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    answers BIGINT,
    n_eff DOUBLE,
    hidden_reason VARCHAR,
    published BOOLEAN,
    source VARCHAR,
    is_fictitious BOOLEAN,
    as_of DATE
);

COMMENT ON TABLE marts.survey_series IS 'Enkätvärden som serier, en rad per omgång, fråga och grupp';
COMMENT ON COLUMN marts.survey_series.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.survey_series.area_id IS 'Område; tomt betyder hela kommunen';
COMMENT ON COLUMN marts.survey_series.area_name IS 'Områdets namn';
COMMENT ON COLUMN marts.survey_series.region IS 'Område som inte är en kommun';
COMMENT ON COLUMN marts.survey_series.instrument IS 'Enkätens namn';
COMMENT ON COLUMN marts.survey_series.method IS 'Hur svaren samlades in';
COMMENT ON COLUMN marts.survey_series.series_id IS 'Serien: samma instrument, metod, målgrupp, fråga och skala; olika serier binds aldrig ihop';
COMMENT ON COLUMN marts.survey_series.indicator IS 'Indikatorns nyckel';
COMMENT ON COLUMN marts.survey_series.indicator_name IS 'Indikatorns namn';
COMMENT ON COLUMN marts.survey_series.question IS 'Frågan';
COMMENT ON COLUMN marts.survey_series.good IS 'lågt eller högt: vad som är bra';
COMMENT ON COLUMN marts.survey_series.wave IS 'Omgång';
COMMENT ON COLUMN marts.survey_series.year IS 'År';
COMMENT ON COLUMN marts.survey_series.starts IS 'Första dagen som enkäten kan ha besvarats';
COMMENT ON COLUMN marts.survey_series.ends IS 'Sista dagen som enkäten kan ha besvarats; hela året när bara året är känt';
COMMENT ON COLUMN marts.survey_series.group_kind IS 'alla, kön, ålder, område eller grupp';
COMMENT ON COLUMN marts.survey_series.group_value IS 'Gruppens namn; tomt för alla';
COMMENT ON COLUMN marts.survey_series.unit IS 'procent, index 0–6 eller index 0–100';
COMMENT ON COLUMN marts.survey_series.value IS 'Värdet; tomt när det saknas eller är för osäkert för att visas';
COMMENT ON COLUMN marts.survey_series.low IS 'Undre 95-procentsgräns';
COMMENT ON COLUMN marts.survey_series.high IS 'Övre 95-procentsgräns';
COMMENT ON COLUMN marts.survey_series.answers IS 'Antal svarande; tomt om det inte är publicerat';
COMMENT ON COLUMN marts.survey_series.n_eff IS 'Effektivt antal svarande';
COMMENT ON COLUMN marts.survey_series.hidden_reason IS 'Varför värdet inte visas: för få svar eller för stor osäkerhet; tomt när det visas eller saknas';
COMMENT ON COLUMN marts.survey_series.published IS 'Sant om värdet är publicerat av andra och inte beräknat här';
COMMENT ON COLUMN marts.survey_series.source IS 'Källa';
COMMENT ON COLUMN marts.survey_series.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.survey_series.as_of IS 'Dagen som bygget räknar som i dag';
