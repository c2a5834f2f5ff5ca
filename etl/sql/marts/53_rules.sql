-- Purpose:  the locked rule of every goal, and what has changed between builds.
-- Inputs:   history.goal_rule and history.correction, filled by etl/build/goal_rules.py and etl/build/then_and_now.py
-- Outputs:  marts.goal_rule, marts.correction
CREATE TABLE marts.goal_rule (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    goal_id VARCHAR,
    locked_on DATE,
    first_seen_on DATE,
    rule_version VARCHAR,
    rule_hash VARCHAR,
    rule_text VARCHAR,
    is_changed BOOLEAN,
    changed_on DATE,
    changed_text VARCHAR,
    now_text VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.goal_rule IS 'Målens låsta regler och det som står i registret nu, en rad per mål';
COMMENT ON COLUMN marts.goal_rule.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.goal_rule.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.goal_rule.goal_id IS 'Målet';
COMMENT ON COLUMN marts.goal_rule.locked_on IS 'Dagen då regeln låstes; tom när den inte är låst än';
COMMENT ON COLUMN marts.goal_rule.first_seen_on IS 'Dagen då regeln först fanns i en databas här; tom när den inte är låst än';
COMMENT ON COLUMN marts.goal_rule.rule_version IS 'Regelns version när den låstes';
COMMENT ON COLUMN marts.goal_rule.rule_hash IS 'Fingeravtryck av den låsta regeln (SHA-256); tomt när den inte är låst';
COMMENT ON COLUMN marts.goal_rule.rule_text IS 'Den låsta regeln i en mening, eller när den låses';
COMMENT ON COLUMN marts.goal_rule.is_changed IS 'Sant om registret säger något annat än den låsta regeln';
COMMENT ON COLUMN marts.goal_rule.changed_on IS 'Dagen för det bygge som upptäckte ändringen';
COMMENT ON COLUMN marts.goal_rule.changed_text IS 'Vad som ändrades efter start; tomt när inget har ändrats';
COMMENT ON COLUMN marts.goal_rule.now_text IS 'Regeln så som den står i registret nu';
COMMENT ON COLUMN marts.goal_rule.as_of IS 'Dagen som bygget räknar som i dag';

CREATE TABLE marts.correction (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    concerns VARCHAR,
    concerns_id VARCHAR,
    noticed_on DATE,
    cause VARCHAR,
    before VARCHAR,
    after VARCHAR,
    sentence VARCHAR,
    about VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.correction IS 'Rättelser: omdömen och siffror som har ändrats mellan byggen';
COMMENT ON COLUMN marts.correction.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.correction.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.correction.concerns IS 'löfte, åtagande, mål eller siffra';
COMMENT ON COLUMN marts.correction.concerns_id IS 'Id för löftet, åtagandet eller målet';
COMMENT ON COLUMN marts.correction.noticed_on IS 'Dagen för det bygge som upptäckte ändringen';
COMMENT ON COLUMN marts.correction.cause IS 'nya uppgifter, ändrade uppgifter, ändrad regel eller ändrat register';
COMMENT ON COLUMN marts.correction.before IS 'Det som visades förut; tomt om inget visades';
COMMENT ON COLUMN marts.correction.after IS 'Det som visas nu; tomt om inget visas';
COMMENT ON COLUMN marts.correction.sentence IS 'Ändringen i en mening';
COMMENT ON COLUMN marts.correction.about IS 'Serien och perioderna som siffrorna gäller, som JSON; tomt när det inte gäller en serie';
COMMENT ON COLUMN marts.correction.as_of IS 'Dagen som bygget räknar som i dag';
