-- Purpose:  differences between groups, and efforts beside insecurity, filled by etl/build/equality.py.
-- Inputs:   marts.survey_series, marts.activity, core.area
-- Outputs:  marts.equality_gap, marts.area_effort
CREATE TABLE marts.equality_gap (
    municipality_code VARCHAR,
    instrument VARCHAR,
    series_id VARCHAR,
    question VARCHAR,
    indicator VARCHAR,
    indicator_name VARCHAR,
    good VARCHAR,
    wave VARCHAR,
    year INTEGER,
    kind VARCHAR,
    group_a VARCHAR,
    group_b VARCHAR,
    value_a DOUBLE,
    value_b DOUBLE,
    gap DOUBLE,
    low DOUBLE,
    high DOUBLE,
    answers_a BIGINT,
    answers_b BIGINT,
    q_value DOUBLE,
    is_clear BOOLEAN,
    sentence VARCHAR,
    is_fictitious BOOLEAN,
    source VARCHAR,
    as_of DATE
);

CREATE TABLE marts.area_effort (
    municipality_code VARCHAR,
    area_id VARCHAR,
    area_name VARCHAR,
    year INTEGER,
    hours DOUBLE,
    activities INTEGER,
    insecurity DOUBLE,
    wave VARCHAR,
    answers BIGINT,
    sentence VARCHAR,
    is_fictitious BOOLEAN,
    as_of DATE
);

COMMENT ON TABLE marts.equality_gap IS 'Skillnader mellan grupper i de två senaste omgångarna: kvinnor och män, högsta mot lägsta område och ålder';
COMMENT ON COLUMN marts.equality_gap.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.equality_gap.instrument IS 'Enkätens namn';
COMMENT ON COLUMN marts.equality_gap.series_id IS 'Serien i marts.survey_series';
COMMENT ON COLUMN marts.equality_gap.question IS 'Frågan';
COMMENT ON COLUMN marts.equality_gap.indicator IS 'Indikatorns nyckel';
COMMENT ON COLUMN marts.equality_gap.indicator_name IS 'Indikatorns namn';
COMMENT ON COLUMN marts.equality_gap.good IS 'lågt eller högt: vad som är bra';
COMMENT ON COLUMN marts.equality_gap.wave IS 'Omgång';
COMMENT ON COLUMN marts.equality_gap.year IS 'År';
COMMENT ON COLUMN marts.equality_gap.kind IS 'kön, område eller ålder';
COMMENT ON COLUMN marts.equality_gap.group_a IS 'Kvinnor, annars gruppen med högst andel';
COMMENT ON COLUMN marts.equality_gap.group_b IS 'Män, annars gruppen med lägst andel';
COMMENT ON COLUMN marts.equality_gap.value_a IS 'Andel i grupp a, procent; tomt när den är för osäker för att visas';
COMMENT ON COLUMN marts.equality_gap.value_b IS 'Andel i grupp b, procent; tomt när den är för osäker för att visas';
COMMENT ON COLUMN marts.equality_gap.gap IS 'Grupp a minus grupp b, procentenheter; tomt när en av grupperna inte visas';
COMMENT ON COLUMN marts.equality_gap.low IS 'Undre 95-procentsgräns för skillnaden';
COMMENT ON COLUMN marts.equality_gap.high IS 'Övre 95-procentsgräns för skillnaden';
COMMENT ON COLUMN marts.equality_gap.answers_a IS 'Antal svarande i grupp a';
COMMENT ON COLUMN marts.equality_gap.answers_b IS 'Antal svarande i grupp b';
COMMENT ON COLUMN marts.equality_gap.q_value IS 'Andel falska fynd om skillnaden kallas tydlig, räknat på alla par i omgången (Benjamini och Hochberg)';
COMMENT ON COLUMN marts.equality_gap.is_clear IS 'Sant om skillnaden är större än slumpen, med hänsyn till hur många par som jämförs';
COMMENT ON COLUMN marts.equality_gap.sentence IS 'Skillnaden i en mening';
COMMENT ON COLUMN marts.equality_gap.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.equality_gap.source IS 'Källa';
COMMENT ON COLUMN marts.equality_gap.as_of IS 'Dagen som bygget räknar som i dag';
COMMENT ON TABLE marts.area_effort IS 'Arbetade timmar per område och år bredvid otryggheten i området';
COMMENT ON COLUMN marts.area_effort.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.area_effort.area_id IS 'Område';
COMMENT ON COLUMN marts.area_effort.area_name IS 'Områdets namn';
COMMENT ON COLUMN marts.area_effort.year IS 'År';
COMMENT ON COLUMN marts.area_effort.hours IS 'Loggade timmar i området; tomt när timmar saknas för alla aktiviteter eller ingen aktivitet är loggad';
COMMENT ON COLUMN marts.area_effort.activities IS 'Antal loggade aktiviteter i området';
COMMENT ON COLUMN marts.area_effort.insecurity IS 'Procent som inte känner sig trygga i senaste omgången till och med året; tomt när det inte mätts eller inte visas';
COMMENT ON COLUMN marts.area_effort.wave IS 'Omgången som otryggheten kommer från';
COMMENT ON COLUMN marts.area_effort.answers IS 'Antal svarande i området';
COMMENT ON COLUMN marts.area_effort.sentence IS 'Timmar och otrygghet i en mening';
COMMENT ON COLUMN marts.area_effort.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.area_effort.as_of IS 'Dagen som bygget räknar som i dag';
