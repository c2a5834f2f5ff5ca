-- Purpose:  commitments with their verdicts and pace, filled by etl/build/judge_commitments.py.
-- Inputs:   core.commitment, core.activity, judged by etl/evaluate
-- Outputs:  marts.commitment_verdict, marts.commitment_progress
CREATE TABLE marts.commitment_verdict (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    commitment_id VARCHAR,
    ordinal INTEGER,
    commitment VARCHAR,
    kind VARCHAR,
    target DOUBLE,
    unit VARCHAR,
    interval VARCHAR,
    responsible_party VARCHAR,
    problem_id VARCHAR,
    focus_area VARCHAR,
    verdict VARCHAR,
    state VARCHAR,
    sentence VARCHAR,
    headline VARCHAR,
    claim VARCHAR,
    reason VARCHAR,
    short VARCHAR,
    easy VARCHAR,
    report VARCHAR,
    english VARCHAR,
    estimate DOUBLE,
    low DOUBLE,
    high DOUBLE,
    forecast DOUBLE,
    forecast_low DOUBLE,
    forecast_high DOUBLE,
    expected_now DOUBLE,
    needed_per_week DOUBLE,
    periods_kept INTEGER,
    periods_closed INTEGER,
    periods_total INTEGER,
    last_report DATE,
    assessment VARCHAR,
    source VARCHAR,
    rule_version VARCHAR,
    data_hash VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.commitment_verdict IS 'Åtaganden med omdöme, en rad per åtagande';
COMMENT ON COLUMN marts.commitment_verdict.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.commitment_verdict.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.commitment_verdict.commitment_id IS 'Åtagandet';
COMMENT ON COLUMN marts.commitment_verdict.ordinal IS 'Ordning i löftet';
COMMENT ON COLUMN marts.commitment_verdict.commitment IS 'Åtagandet i ord';
COMMENT ON COLUMN marts.commitment_verdict.kind IS 'antal, timmar, återkommande eller beskrivande';
COMMENT ON COLUMN marts.commitment_verdict.target IS 'Det lovade talet; tomt om inget är lovat';
COMMENT ON COLUMN marts.commitment_verdict.unit IS 'Vad som räknas';
COMMENT ON COLUMN marts.commitment_verdict.interval IS 'Hur ofta, för återkommande åtaganden';
COMMENT ON COLUMN marts.commitment_verdict.responsible_party IS 'Ansvarig part';
COMMENT ON COLUMN marts.commitment_verdict.problem_id IS 'Problemet åtagandet möter';
COMMENT ON COLUMN marts.commitment_verdict.focus_area IS 'Fokusområde';
COMMENT ON COLUMN marts.commitment_verdict.verdict IS 'Uppfyllt, På väg, Ej uppfyllt eller Går inte att avgöra; tomt för beskrivande åtaganden';
COMMENT ON COLUMN marts.commitment_verdict.state IS 'pågår, avslutat, pausat, villkorat eller period saknas';
COMMENT ON COLUMN marts.commitment_verdict.sentence IS 'Omdömet i en mening';
COMMENT ON COLUMN marts.commitment_verdict.headline IS 'Omdömet i några ord, med skälet när det inte går att avgöra';
COMMENT ON COLUMN marts.commitment_verdict.claim IS 'Diagrammets rubrik';
COMMENT ON COLUMN marts.commitment_verdict.reason IS 'Varför det inte går att avgöra; tomt annars';
COMMENT ON COLUMN marts.commitment_verdict.short IS 'Omdömet för en skärm på avstånd, högst 14 ord';
COMMENT ON COLUMN marts.commitment_verdict.easy IS 'Omdömet på lättläst svenska, en mening per rad';
COMMENT ON COLUMN marts.commitment_verdict.report IS 'Omdömet med underlag, intervall och förbehåll, för en rapport';
COMMENT ON COLUMN marts.commitment_verdict.english IS 'Omdömet i en mening på engelska; det som står inom “ och ” är svenska';
COMMENT ON COLUMN marts.commitment_verdict.estimate IS 'Gjort hittills, i åtagandets enhet';
COMMENT ON COLUMN marts.commitment_verdict.low IS 'Undre gräns; lika med gjort, eftersom gjort räknas och inte skattas';
COMMENT ON COLUMN marts.commitment_verdict.high IS 'Övre gräns; lika med gjort';
COMMENT ON COLUMN marts.commitment_verdict.forecast IS 'Prognos till periodens slut';
COMMENT ON COLUMN marts.commitment_verdict.forecast_low IS 'Prognosens undre 80-procentsgräns';
COMMENT ON COLUMN marts.commitment_verdict.forecast_high IS 'Prognosens övre 80-procentsgräns';
COMMENT ON COLUMN marts.commitment_verdict.expected_now IS 'Planenligt till i dag, räknat på vardagar';
COMMENT ON COLUMN marts.commitment_verdict.needed_per_week IS 'Behövs per vecka för att nå målet';
COMMENT ON COLUMN marts.commitment_verdict.periods_kept IS 'Delperioder som hållits';
COMMENT ON COLUMN marts.commitment_verdict.periods_closed IS 'Delperioder som är slut';
COMMENT ON COLUMN marts.commitment_verdict.periods_total IS 'Delperioder i hela perioden';
COMMENT ON COLUMN marts.commitment_verdict.last_report IS 'Senaste rad i aktivitetsloggen; i öppna data bara för åtaganden som räknas';
COMMENT ON COLUMN marts.commitment_verdict.assessment IS 'Beskrivande bedömning, undertecknad av en roll';
COMMENT ON COLUMN marts.commitment_verdict.source IS 'Källa';
COMMENT ON COLUMN marts.commitment_verdict.rule_version IS 'Regelns version';
COMMENT ON COLUMN marts.commitment_verdict.data_hash IS 'Fingeravtryck av uppgifterna bakom; i öppna data av tabellerna i bevispaketet';
COMMENT ON COLUMN marts.commitment_verdict.as_of IS 'Dagen som bygget räknar som i dag';

CREATE TABLE marts.commitment_progress (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    commitment_id VARCHAR,
    period_start DATE,
    done DOUBLE,
    cumulative DOUBLE,
    planned DOUBLE,
    status VARCHAR
);

COMMENT ON TABLE marts.commitment_progress IS 'Åtagandenas takt, en rad per vecka eller delperiod';
COMMENT ON COLUMN marts.commitment_progress.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.commitment_progress.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.commitment_progress.commitment_id IS 'Åtagandet';
COMMENT ON COLUMN marts.commitment_progress.period_start IS 'Periodens första dag';
COMMENT ON COLUMN marts.commitment_progress.done IS 'Gjort under perioden';
COMMENT ON COLUMN marts.commitment_progress.cumulative IS 'Gjort från början';
COMMENT ON COLUMN marts.commitment_progress.planned IS 'Planenligt från början, räknat på vardagar';
COMMENT ON COLUMN marts.commitment_progress.status IS 'För återkommande: hölls, missades, okänt, pågår, kommande eller undantag';
