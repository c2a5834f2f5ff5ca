-- Purpose:  promises with two verdicts, and the clock of feedback, filled by etl/build/judge_promises.py and duties.py.
-- Inputs:   core.promise, core.duty, core.feedback, judged by etl/evaluate
-- Outputs:  marts.promise, marts.duty
CREATE TABLE marts.promise (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    title VARCHAR,
    municipality_name VARCHAR,
    period_start DATE,
    period_end DATE,
    signed_on DATE,
    state VARCHAR,
    summary VARCHAR,
    picture VARCHAR,
    police_diary_number VARCHAR,
    municipality_diary_number VARCHAR,
    agreement_id VARCHAR,
    source VARCHAR,
    commitments_total INTEGER,
    commitments_countable INTEGER,
    commitment_verdict VARCHAR,
    commitment_sentence VARCHAR,
    commitment_reason VARCHAR,
    commitment_short VARCHAR,
    commitment_easy VARCHAR,
    commitment_report VARCHAR,
    commitment_english VARCHAR,
    goals_total INTEGER,
    goal_verdict VARCHAR,
    goal_sentence VARCHAR,
    goal_reason VARCHAR,
    goal_short VARCHAR,
    goal_easy VARCHAR,
    goal_report VARCHAR,
    goal_english VARCHAR,
    feedback_required INTEGER,
    feedback_given INTEGER,
    feedback_latest DATE,
    data_through DATE,
    is_fictitious BOOLEAN,
    rule_version VARCHAR,
    data_hash VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.promise IS 'Löften med två omdömen som aldrig slås ihop';
COMMENT ON COLUMN marts.promise.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.promise.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.promise.title IS 'Rubrik';
COMMENT ON COLUMN marts.promise.municipality_name IS 'Kommunens namn';
COMMENT ON COLUMN marts.promise.period_start IS 'Första dagen; tom när perioden saknas';
COMMENT ON COLUMN marts.promise.period_end IS 'Sista dagen';
COMMENT ON COLUMN marts.promise.signed_on IS 'Undertecknat';
COMMENT ON COLUMN marts.promise.state IS 'pågår, avslutat, pausat, villkorat eller period saknas';
COMMENT ON COLUMN marts.promise.summary IS 'Vem lovade vad, i en mening';
COMMENT ON COLUMN marts.promise.picture IS 'Lägesbilden löftet bygger på';
COMMENT ON COLUMN marts.promise.police_diary_number IS 'Polisens diarienummer';
COMMENT ON COLUMN marts.promise.municipality_diary_number IS 'Kommunens diarienummer';
COMMENT ON COLUMN marts.promise.agreement_id IS 'Överenskommelsen';
COMMENT ON COLUMN marts.promise.source IS 'Källa';
COMMENT ON COLUMN marts.promise.commitments_total IS 'Antal åtaganden';
COMMENT ON COLUMN marts.promise.commitments_countable IS 'Antal åtaganden med mål i siffror';
COMMENT ON COLUMN marts.promise.commitment_verdict IS 'Gjorde vi det vi lovade?';
COMMENT ON COLUMN marts.promise.commitment_sentence IS 'Svaret i en mening';
COMMENT ON COLUMN marts.promise.commitment_reason IS 'Varför det inte går att avgöra';
COMMENT ON COLUMN marts.promise.commitment_short IS 'Svaret för en skärm på avstånd, högst 14 ord';
COMMENT ON COLUMN marts.promise.commitment_easy IS 'Svaret på lättläst svenska, en mening per rad';
COMMENT ON COLUMN marts.promise.commitment_report IS 'Svaret med underlag och förbehåll, för en rapport';
COMMENT ON COLUMN marts.promise.commitment_english IS 'Svaret i en mening på engelska; det som står inom “ och ” är svenska';
COMMENT ON COLUMN marts.promise.goals_total IS 'Antal mål';
COMMENT ON COLUMN marts.promise.goal_verdict IS 'Blev det bättre?';
COMMENT ON COLUMN marts.promise.goal_sentence IS 'Svaret i en mening';
COMMENT ON COLUMN marts.promise.goal_reason IS 'Varför det inte går att avgöra';
COMMENT ON COLUMN marts.promise.goal_short IS 'Svaret för en skärm på avstånd, högst 14 ord';
COMMENT ON COLUMN marts.promise.goal_easy IS 'Svaret på lättläst svenska, en mening per rad';
COMMENT ON COLUMN marts.promise.goal_report IS 'Svaret med underlag och förbehåll, för en rapport';
COMMENT ON COLUMN marts.promise.goal_english IS 'Svaret i en mening på engelska; det som står inom “ och ” är svenska';
COMMENT ON COLUMN marts.promise.feedback_required IS 'Återkopplingar som hittills skulle ha gjorts; tomt om inget tal är lovat';
COMMENT ON COLUMN marts.promise.feedback_given IS 'Återkopplingar som gjorts i tid';
COMMENT ON COLUMN marts.promise.feedback_latest IS 'Senaste återkoppling';
COMMENT ON COLUMN marts.promise.data_through IS 'Sista dag som uppgifterna omfattar';
COMMENT ON COLUMN marts.promise.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.promise.rule_version IS 'Regelns version';
COMMENT ON COLUMN marts.promise.data_hash IS 'Fingeravtryck av uppgifterna bakom; tomt i öppna data';
COMMENT ON COLUMN marts.promise.as_of IS 'Dagen som bygget räknar som i dag';

CREATE TABLE marts.duty (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    agreement_id VARCHAR,
    duty_id VARCHAR,
    recipient VARCHAR,
    channel VARCHAR,
    interval VARCHAR,
    times_per_year INTEGER,
    period VARCHAR,
    due DATE,
    given_on DATE,
    status VARCHAR,
    days_late INTEGER
);

COMMENT ON TABLE marts.duty IS 'Återkopplingar som lovats och hur det gick';
COMMENT ON COLUMN marts.duty.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.duty.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.duty.agreement_id IS 'Överenskommelsen';
COMMENT ON COLUMN marts.duty.duty_id IS 'Plikten';
COMMENT ON COLUMN marts.duty.recipient IS 'Mottagare';
COMMENT ON COLUMN marts.duty.channel IS 'Kanal';
COMMENT ON COLUMN marts.duty.interval IS 'Hur ofta';
COMMENT ON COLUMN marts.duty.times_per_year IS 'Antal per år';
COMMENT ON COLUMN marts.duty.period IS 'Perioden; tom när inget är bestämt';
COMMENT ON COLUMN marts.duty.due IS 'Senast';
COMMENT ON COLUMN marts.duty.given_on IS 'När det gjordes';
COMMENT ON COLUMN marts.duty.status IS 'i tid, för sent, väntar, kommande eller saknas; tom när inget är bestämt';
COMMENT ON COLUMN marts.duty.days_late IS 'Dagar för sent';
