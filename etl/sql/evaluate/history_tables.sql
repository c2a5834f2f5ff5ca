-- Purpose:  what is carried from build to build: locked rules, what was last shown, and every correction. No screen reads it.
-- Inputs:   none
-- Outputs:  the schema history with about, goal_rule, verdict, figure and correction, empty
CREATE SCHEMA history;

CREATE TABLE history.about (
    key VARCHAR,
    value VARCHAR
);

COMMENT ON TABLE history.about IS 'Uppgifter om historiken själv';
COMMENT ON COLUMN history.about.key IS 'format eller as_of';
COMMENT ON COLUMN history.about.value IS 'Värdet';

CREATE TABLE history.goal_rule (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    goal_id VARCHAR,
    version INTEGER,
    kind VARCHAR,
    noticed_on DATE,
    locked_on DATE,
    goal VARCHAR,
    indicator VARCHAR,
    area_id VARCHAR,
    group_name VARCHAR,
    direction VARCHAR,
    baseline_from DATE,
    baseline_to DATE,
    followup_from DATE,
    followup_to DATE,
    least_change DOUBLE,
    is_primary BOOLEAN,
    part_of VARCHAR,
    parts VARCHAR[],
    good_answers VARCHAR[],
    rule_version VARCHAR,
    rule_hash VARCHAR,
    promise_state VARCHAR
);

COMMENT ON TABLE history.goal_rule IS 'Målens regler: den låsta och varje senare lydelse i registret';
COMMENT ON COLUMN history.goal_rule.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN history.goal_rule.promise_id IS 'Löftet';
COMMENT ON COLUMN history.goal_rule.goal_id IS 'Målet';
COMMENT ON COLUMN history.goal_rule.version IS '1 är den låsta regeln, sedan i den ordning de upptäcktes';
COMMENT ON COLUMN history.goal_rule.kind IS 'låst, ändrad, borttagen eller återställd';
COMMENT ON COLUMN history.goal_rule.noticed_on IS 'Dagen för det bygge som först såg lydelsen';
COMMENT ON COLUMN history.goal_rule.locked_on IS 'Dagen då regeln låstes';
COMMENT ON COLUMN history.goal_rule.goal IS 'Målet i ord';
COMMENT ON COLUMN history.goal_rule.indicator IS 'Indikatorns nyckel';
COMMENT ON COLUMN history.goal_rule.area_id IS 'Område; tomt betyder hela kommunen';
COMMENT ON COLUMN history.goal_rule.group_name IS 'Grupp bland invånarna';
COMMENT ON COLUMN history.goal_rule.direction IS 'öka, minska eller upprätthålla';
COMMENT ON COLUMN history.goal_rule.baseline_from IS 'Utgångslägets första dag; tom betyder 36 månader före';
COMMENT ON COLUMN history.goal_rule.baseline_to IS 'Utgångslägets sista dag';
COMMENT ON COLUMN history.goal_rule.followup_from IS 'Uppföljningens första dag; löftets när registret inte anger någon';
COMMENT ON COLUMN history.goal_rule.followup_to IS 'Uppföljningens sista dag';
COMMENT ON COLUMN history.goal_rule.least_change IS 'Lovad förändring i procent eller procentenheter; 0 när ingen storlek är lovad';
COMMENT ON COLUMN history.goal_rule.is_primary IS 'Sant om målet avgör om löftet är uppfyllt';
COMMENT ON COLUMN history.goal_rule.part_of IS 'Målet det är delmål av';
COMMENT ON COLUMN history.goal_rule.parts IS 'Målen som är delmål av det, i ordning efter id';
COMMENT ON COLUMN history.goal_rule.good_answers IS 'Frågorna bakom ett enkätmål och svaren som räknas som bra';
COMMENT ON COLUMN history.goal_rule.rule_version IS 'Regelns version';
COMMENT ON COLUMN history.goal_rule.rule_hash IS 'Fingeravtryck av regeln (SHA-256)';
COMMENT ON COLUMN history.goal_rule.promise_state IS 'Löftets läge när lydelsen upptäcktes';

CREATE TABLE history.verdict (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    concerns VARCHAR,
    concerns_id VARCHAR,
    words VARCHAR,
    verdict VARCHAR,
    estimate DOUBLE,
    unit VARCHAR,
    rule_version VARCHAR,
    register VARCHAR,
    starts DATE,
    ends DATE
);

COMMENT ON TABLE history.verdict IS 'Det senast visade omdömet om varje löfte, åtagande och mål';
COMMENT ON COLUMN history.verdict.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN history.verdict.promise_id IS 'Löftet';
COMMENT ON COLUMN history.verdict.concerns IS 'löfte, åtagande eller mål';
COMMENT ON COLUMN history.verdict.concerns_id IS 'Löftets, åtagandets eller målets id';
COMMENT ON COLUMN history.verdict.words IS 'Frågan, åtagandet eller målet i ord';
COMMENT ON COLUMN history.verdict.verdict IS 'Omdömet';
COMMENT ON COLUMN history.verdict.estimate IS 'Det beräknade värdet';
COMMENT ON COLUMN history.verdict.unit IS 'Värdets enhet';
COMMENT ON COLUMN history.verdict.rule_version IS 'Regelns version';
COMMENT ON COLUMN history.verdict.register IS 'Det i registret som kan avgöra omdömet';
COMMENT ON COLUMN history.verdict.starts IS 'Löftets första dag';
COMMENT ON COLUMN history.verdict.ends IS 'Löftets sista dag';

CREATE TABLE history.figure (
    municipality_code VARCHAR,
    area_id VARCHAR,
    indicator VARCHAR,
    group_name VARCHAR,
    series_id VARCHAR,
    period VARCHAR,
    period_start DATE,
    period_end DATE,
    count BIGINT,
    value DOUBLE,
    unit VARCHAR,
    preliminary BOOLEAN
);

COMMENT ON TABLE history.figure IS 'De senast visade siffrorna bakom målen';
COMMENT ON COLUMN history.figure.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN history.figure.area_id IS 'Område; tomt betyder hela kommunen';
COMMENT ON COLUMN history.figure.indicator IS 'Indikatorns nyckel, eller folkmangd';
COMMENT ON COLUMN history.figure.group_name IS 'Grupp bland invånarna';
COMMENT ON COLUMN history.figure.series_id IS 'Serien';
COMMENT ON COLUMN history.figure.period IS 'Perioden';
COMMENT ON COLUMN history.figure.period_start IS 'Första dagen';
COMMENT ON COLUMN history.figure.period_end IS 'Sista dagen';
COMMENT ON COLUMN history.figure.count IS 'Antal anmälda brott eller invånare';
COMMENT ON COLUMN history.figure.value IS 'Värdet i enheten';
COMMENT ON COLUMN history.figure.unit IS 'Enhet';
COMMENT ON COLUMN history.figure.preliminary IS 'Sant om siffran kunde komma att ändras';

CREATE TABLE history.correction (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    concerns VARCHAR,
    concerns_id VARCHAR,
    noticed_on DATE,
    cause VARCHAR,
    before VARCHAR,
    after VARCHAR,
    sentence VARCHAR,
    about VARCHAR
);

COMMENT ON TABLE history.correction IS 'Rättelser: det som har ändrats från ett bygge till ett senare';
COMMENT ON COLUMN history.correction.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN history.correction.promise_id IS 'Löftet';
COMMENT ON COLUMN history.correction.concerns IS 'löfte, åtagande, mål eller siffra';
COMMENT ON COLUMN history.correction.concerns_id IS 'Id för löftet, åtagandet eller målet';
COMMENT ON COLUMN history.correction.noticed_on IS 'Dagen för det bygge som upptäckte ändringen';
COMMENT ON COLUMN history.correction.cause IS 'nya uppgifter, ändrade uppgifter, ändrad regel eller ändrat register';
COMMENT ON COLUMN history.correction.before IS 'Det som visades förut; tomt om inget visades';
COMMENT ON COLUMN history.correction.after IS 'Det som visas nu; tomt om inget visas';
COMMENT ON COLUMN history.correction.sentence IS 'Ändringen i en mening';
COMMENT ON COLUMN history.correction.about IS 'Serien och perioderna som siffrorna gäller, som JSON; tomt när det inte gäller en serie';
