-- Purpose:  goals with their verdicts and the points of their charts, filled by etl/build/judge_goals.py.
-- Inputs:   core.goal, marts.crime_series, marts.survey_series, judged by etl/evaluate
-- Outputs:  marts.goal_verdict, marts.goal_point
CREATE TABLE marts.goal_verdict (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    goal_id VARCHAR,
    part_of VARCHAR,
    ordinal INTEGER,
    goal VARCHAR,
    indicator VARCHAR,
    indicator_name VARCHAR,
    measure VARCHAR,
    area_id VARCHAR,
    area_name VARCHAR,
    group_name VARCHAR,
    direction VARCHAR,
    good VARCHAR,
    baseline_from DATE,
    baseline_to DATE,
    baseline_note VARCHAR,
    followup_from DATE,
    followup_to DATE,
    is_primary BOOLEAN,
    verdict VARCHAR,
    state VARCHAR,
    sentence VARCHAR,
    headline VARCHAR,
    claim VARCHAR,
    reason VARCHAR,
    caution VARCHAR,
    short VARCHAR,
    easy VARCHAR,
    report VARCHAR,
    english VARCHAR,
    estimate DOUBLE,
    low DOUBLE,
    high DOUBLE,
    low60 DOUBLE,
    high60 DOUBLE,
    baseline_value DOUBLE,
    followup_value DOUBLE,
    unit VARCHAR,
    phi DOUBLE,
    phi_assumed BOOLEAN,
    tau DOUBLE,
    tau_assumed BOOLEAN,
    alt VARCHAR,
    source VARCHAR,
    data_through DATE,
    assessment VARCHAR,
    rule_version VARCHAR,
    data_hash VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.goal_verdict IS 'Mål med omdöme, en rad per mål';
COMMENT ON COLUMN marts.goal_verdict.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.goal_verdict.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.goal_verdict.goal_id IS 'Målet';
COMMENT ON COLUMN marts.goal_verdict.part_of IS 'Målet som raden är ett av flera mått på; tomt för hela mål';
COMMENT ON COLUMN marts.goal_verdict.ordinal IS 'Ordning i löftet';
COMMENT ON COLUMN marts.goal_verdict.goal IS 'Målet i ord';
COMMENT ON COLUMN marts.goal_verdict.indicator IS 'Indikatorns nyckel';
COMMENT ON COLUMN marts.goal_verdict.indicator_name IS 'Indikatorns namn';
COMMENT ON COLUMN marts.goal_verdict.measure IS 'brott, enkät, flera (delmålen mäter det) eller ingen';
COMMENT ON COLUMN marts.goal_verdict.area_id IS 'Område; tomt betyder hela kommunen';
COMMENT ON COLUMN marts.goal_verdict.area_name IS 'Områdets namn';
COMMENT ON COLUMN marts.goal_verdict.group_name IS 'Grupp bland invånarna';
COMMENT ON COLUMN marts.goal_verdict.direction IS 'öka, minska eller upprätthålla';
COMMENT ON COLUMN marts.goal_verdict.good IS 'lågt eller högt: vad som är bra';
COMMENT ON COLUMN marts.goal_verdict.baseline_from IS 'Utgångslägets första dag så som det användes';
COMMENT ON COLUMN marts.goal_verdict.baseline_to IS 'Utgångslägets sista dag';
COMMENT ON COLUMN marts.goal_verdict.baseline_note IS 'Varför utgångsläget är kortare än avtalat';
COMMENT ON COLUMN marts.goal_verdict.followup_from IS 'Uppföljningens första dag';
COMMENT ON COLUMN marts.goal_verdict.followup_to IS 'Uppföljningens sista dag så som den användes';
COMMENT ON COLUMN marts.goal_verdict.is_primary IS 'Sant om målet avgör om löftet är uppfyllt';
COMMENT ON COLUMN marts.goal_verdict.verdict IS 'Uppfyllt, På väg, Ej uppfyllt eller Går inte att avgöra';
COMMENT ON COLUMN marts.goal_verdict.state IS 'pågår, avslutat, pausat, villkorat eller period saknas';
COMMENT ON COLUMN marts.goal_verdict.sentence IS 'Omdömet i en mening';
COMMENT ON COLUMN marts.goal_verdict.headline IS 'Omdömet i några ord, med skälet när det inte går att avgöra';
COMMENT ON COLUMN marts.goal_verdict.claim IS 'Diagrammets rubrik';
COMMENT ON COLUMN marts.goal_verdict.reason IS 'Varför det inte går att avgöra; tomt annars';
COMMENT ON COLUMN marts.goal_verdict.caution IS 'Vad läsaren bör ha i minnet';
COMMENT ON COLUMN marts.goal_verdict.short IS 'Omdömet för en skärm på avstånd, högst 14 ord';
COMMENT ON COLUMN marts.goal_verdict.easy IS 'Omdömet på lättläst svenska, en mening per rad';
COMMENT ON COLUMN marts.goal_verdict.report IS 'Omdömet med underlag, intervall och förbehåll, för en rapport';
COMMENT ON COLUMN marts.goal_verdict.english IS 'Omdömet i en mening på engelska; det som står inom “ och ” är svenska';
COMMENT ON COLUMN marts.goal_verdict.estimate IS 'Förändring i procent (brott) eller procentenheter (enkät)';
COMMENT ON COLUMN marts.goal_verdict.low IS 'Undre 95-procentsgräns för förändringen';
COMMENT ON COLUMN marts.goal_verdict.high IS 'Övre 95-procentsgräns för förändringen';
COMMENT ON COLUMN marts.goal_verdict.low60 IS 'Undre 60-procentsgräns för förändringen';
COMMENT ON COLUMN marts.goal_verdict.high60 IS 'Övre 60-procentsgräns för förändringen';
COMMENT ON COLUMN marts.goal_verdict.baseline_value IS 'Utgångslägets värde i enheten';
COMMENT ON COLUMN marts.goal_verdict.followup_value IS 'Uppföljningens värde i enheten';
COMMENT ON COLUMN marts.goal_verdict.unit IS 'Värdenas enhet';
COMMENT ON COLUMN marts.goal_verdict.phi IS 'Överspridning';
COMMENT ON COLUMN marts.goal_verdict.phi_assumed IS 'Sant om överspridningen är antagen';
COMMENT ON COLUMN marts.goal_verdict.tau IS 'Vanlig variation mellan år';
COMMENT ON COLUMN marts.goal_verdict.tau_assumed IS 'Sant om variationen mellan år är antagen och inte beräknad ur andra kommuner';
COMMENT ON COLUMN marts.goal_verdict.alt IS 'Diagrammet i ord';
COMMENT ON COLUMN marts.goal_verdict.source IS 'Källor';
COMMENT ON COLUMN marts.goal_verdict.data_through IS 'Sista dag som uppgifterna omfattar';
COMMENT ON COLUMN marts.goal_verdict.assessment IS 'Beskrivande bedömning, undertecknad av en roll';
COMMENT ON COLUMN marts.goal_verdict.rule_version IS 'Regelns version';
COMMENT ON COLUMN marts.goal_verdict.data_hash IS 'Fingeravtryck av uppgifterna bakom; i öppna data av tabellen i bevispaketet';
COMMENT ON COLUMN marts.goal_verdict.as_of IS 'Dagen som bygget räknar som i dag';

CREATE TABLE marts.goal_point (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    goal_id VARCHAR,
    series_id VARCHAR,
    period VARCHAR,
    period_start DATE,
    period_end DATE,
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    count BIGINT,
    answers BIGINT,
    unit VARCHAR,
    role VARCHAR,
    used BOOLEAN,
    preliminary BOOLEAN,
    rate_source VARCHAR,
    break_before VARCHAR,
    instrument VARCHAR,
    source VARCHAR
);

COMMENT ON TABLE marts.goal_point IS 'Punkterna i målens diagram';
COMMENT ON COLUMN marts.goal_point.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.goal_point.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.goal_point.goal_id IS 'Målet';
COMMENT ON COLUMN marts.goal_point.series_id IS 'Serien; olika serier binds aldrig ihop';
COMMENT ON COLUMN marts.goal_point.period IS 'Perioden';
COMMENT ON COLUMN marts.goal_point.period_start IS 'Första dagen';
COMMENT ON COLUMN marts.goal_point.period_end IS 'Sista dagen';
COMMENT ON COLUMN marts.goal_point.value IS 'Värdet i enheten';
COMMENT ON COLUMN marts.goal_point.low IS 'Undre 95-procentsgräns; tom när den inte kan beräknas';
COMMENT ON COLUMN marts.goal_point.high IS 'Övre 95-procentsgräns';
COMMENT ON COLUMN marts.goal_point.count IS 'Antal anmälda brott';
COMMENT ON COLUMN marts.goal_point.answers IS 'Antal svarande';
COMMENT ON COLUMN marts.goal_point.unit IS 'Enhet';
COMMENT ON COLUMN marts.goal_point.role IS 'före, utgångsläge, löftestid eller efter';
COMMENT ON COLUMN marts.goal_point.used IS 'Sant om punkten ligger till grund för omdömet';
COMMENT ON COLUMN marts.goal_point.preliminary IS 'Sant om siffran kan komma att ändras';
COMMENT ON COLUMN marts.goal_point.rate_source IS 'beräknad eller tryckt av Brå';
COMMENT ON COLUMN marts.goal_point.break_before IS 'Varför punkten inte kan jämföras med den före';
COMMENT ON COLUMN marts.goal_point.instrument IS 'Definition eller enkät';
COMMENT ON COLUMN marts.goal_point.source IS 'Källa';
