-- Purpose:  what may be said of effect, filled by etl/build/judge_effect.py.
-- Inputs:   marts.goal_verdict, marts.goal_point, marts.commitment_verdict, core.crime, judged by etl/evaluate
-- Outputs:  marts.effect, one row a goal on reported crime
CREATE TABLE marts.effect (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    goal_id VARCHAR,
    level VARCHAR,
    rirr DOUBLE,
    rirr_low DOUBLE,
    rirr_high DOUBLE,
    wdd DOUBLE,
    wdd_low DOUBLE,
    wdd_high DOUBLE,
    its_ratio DOUBLE,
    its_low DOUBLE,
    its_high DOUBLE,
    placebo_rank INTEGER,
    placebo_of INTEGER,
    unmet VARCHAR,
    sentence VARCHAR,
    cautions VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.effect IS 'Vad som kan sägas om insatsernas effekt, en rad per mål i anmälda brott';
COMMENT ON COLUMN marts.effect.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.effect.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.effect.goal_id IS 'Målet';
COMMENT ON COLUMN marts.effect.level IS 'ingen (underlaget räcker inte), jämförelse (med andra kommuner) eller tidsserie (dessutom med trend och säsong)';
COMMENT ON COLUMN marts.effect.rirr IS 'Förändringen här delad med förändringen i jämförelsekommunerna; under 1 betyder gynnsammare här';
COMMENT ON COLUMN marts.effect.rirr_low IS 'Undre 95-procentsgräns, med vanliga svängningar mellan månader (φ) och år (τ)';
COMMENT ON COLUMN marts.effect.rirr_high IS 'Övre 95-procentsgräns';
COMMENT ON COLUMN marts.effect.wdd IS 'Anmälda brott fler (plus) eller färre (minus) på ett år än om förändringen varit som i jämförelsekommunerna';
COMMENT ON COLUMN marts.effect.wdd_low IS 'Undre 95-procentsgräns';
COMMENT ON COLUMN marts.effect.wdd_high IS 'Övre 95-procentsgräns';
COMMENT ON COLUMN marts.effect.its_ratio IS 'Nivån efter starten delad med den som trend och säsong pekar mot';
COMMENT ON COLUMN marts.effect.its_low IS 'Undre 95-procentsgräns';
COMMENT ON COLUMN marts.effect.its_high IS 'Övre 95-procentsgräns';
COMMENT ON COLUMN marts.effect.placebo_rank IS 'Kommunens plats, den gynnsammaste förändringen först, när varje jämförelsekommun prövas som om den hade gett löftet';
COMMENT ON COLUMN marts.effect.placebo_of IS 'Antal kommuner i den jämförelsen, kommunen själv inräknad';
COMMENT ON COLUMN marts.effect.unmet IS 'Vad som saknas för att säga något om effekt, åtskilt av semikolon; tomt om inget';
COMMENT ON COLUMN marts.effect.sentence IS 'Vad som kan sägas, i en mening eller två';
COMMENT ON COLUMN marts.effect.cautions IS 'De fyra förbehåll som alltid gäller, ett per rad';
COMMENT ON COLUMN marts.effect.as_of IS 'Dagen som bygget räknar som i dag';
