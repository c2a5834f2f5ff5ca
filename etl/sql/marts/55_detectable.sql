-- Purpose:  what each goal can show ("Kan vi ens se det?"), filled by etl/build/judge_detectable.py.
-- Inputs:   marts.goal_verdict, marts.goal_point, marts.survey_series, core.goal, judged by etl/evaluate
-- Outputs:  marts.detectable, one row for each goal that has a measure and a baseline
CREATE TABLE marts.detectable (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    goal_id VARCHAR,
    unit VARCHAR,
    least_change DOUBLE,
    chance_small DOUBLE,
    chance_middle DOUBLE,
    chance_large DOUBLE,
    change_small DOUBLE,
    change_middle DOUBLE,
    change_large DOUBLE,
    sentence VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.detectable IS 'Hur stor en verklig förändring måste vara för att synas, en rad per mål med mått och utgångsläge';
COMMENT ON COLUMN marts.detectable.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.detectable.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.detectable.goal_id IS 'Målet';
COMMENT ON COLUMN marts.detectable.unit IS 'procent (brott) eller procentenheter (enkät)';
COMMENT ON COLUMN marts.detectable.least_change IS 'Minsta verkliga förbättring som i 8 fall av 10 blir Uppfyllt; tomt när ingen blir det';
COMMENT ON COLUMN marts.detectable.chance_small IS 'Chans (0–1) till Uppfyllt vid den lilla förbättringen; tomt när målet är att upprätthålla, aldrig kan bli Uppfyllt eller förbättringen inte är möjlig';
COMMENT ON COLUMN marts.detectable.chance_middle IS 'Chans (0–1) till Uppfyllt vid den mellersta förbättringen';
COMMENT ON COLUMN marts.detectable.chance_large IS 'Chans (0–1) till Uppfyllt vid den stora förbättringen';
COMMENT ON COLUMN marts.detectable.change_small IS 'Den lilla förbättringen: 10 procent eller 3 procentenheter';
COMMENT ON COLUMN marts.detectable.change_middle IS 'Den mellersta förbättringen: 20 procent eller 5 procentenheter';
COMMENT ON COLUMN marts.detectable.change_large IS 'Den stora förbättringen: 30 procent eller 10 procentenheter';
COMMENT ON COLUMN marts.detectable.sentence IS 'Svaret i en eller två meningar';
COMMENT ON COLUMN marts.detectable.as_of IS 'Dagen som bygget räknar som i dag';
