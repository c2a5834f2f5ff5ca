-- Purpose:  the verdicts, filled by etl/build/judge_*.py with the pure functions of etl/evaluate.
-- Inputs:   core tables, through etl/build
-- Outputs:  marts.commitment_verdict, marts.commitment_progress, marts.goal_verdict, marts.goal_point, marts.promise, marts.duty
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
COMMENT ON COLUMN marts.commitment_verdict.last_report IS 'Senaste rad i aktivitetsloggen';
COMMENT ON COLUMN marts.commitment_verdict.assessment IS 'Beskrivande bedömning, undertecknad av en roll';
COMMENT ON COLUMN marts.commitment_verdict.source IS 'Källa';
COMMENT ON COLUMN marts.commitment_verdict.rule_version IS 'Regelns version';
COMMENT ON COLUMN marts.commitment_verdict.data_hash IS 'Fingeravtryck av uppgifterna bakom';
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

CREATE TABLE marts.goal_verdict (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    goal_id VARCHAR,
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
    alt VARCHAR,
    source VARCHAR,
    data_through DATE,
    rule_version VARCHAR,
    data_hash VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.goal_verdict IS 'Mål med omdöme, en rad per mål';
COMMENT ON COLUMN marts.goal_verdict.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.goal_verdict.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.goal_verdict.goal_id IS 'Målet';
COMMENT ON COLUMN marts.goal_verdict.ordinal IS 'Ordning i löftet';
COMMENT ON COLUMN marts.goal_verdict.goal IS 'Målet i ord';
COMMENT ON COLUMN marts.goal_verdict.indicator IS 'Indikatorns nyckel';
COMMENT ON COLUMN marts.goal_verdict.indicator_name IS 'Indikatorns namn';
COMMENT ON COLUMN marts.goal_verdict.measure IS 'brott, enkät eller ingen';
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
COMMENT ON COLUMN marts.goal_verdict.alt IS 'Diagrammet i ord';
COMMENT ON COLUMN marts.goal_verdict.source IS 'Källor';
COMMENT ON COLUMN marts.goal_verdict.data_through IS 'Sista dag som uppgifterna omfattar';
COMMENT ON COLUMN marts.goal_verdict.rule_version IS 'Regelns version';
COMMENT ON COLUMN marts.goal_verdict.data_hash IS 'Fingeravtryck av uppgifterna bakom';
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
    goals_total INTEGER,
    goal_verdict VARCHAR,
    goal_sentence VARCHAR,
    goal_reason VARCHAR,
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
COMMENT ON COLUMN marts.promise.goals_total IS 'Antal mål';
COMMENT ON COLUMN marts.promise.goal_verdict IS 'Blev det bättre?';
COMMENT ON COLUMN marts.promise.goal_sentence IS 'Svaret i en mening';
COMMENT ON COLUMN marts.promise.goal_reason IS 'Varför det inte går att avgöra';
COMMENT ON COLUMN marts.promise.feedback_required IS 'Återkopplingar som hittills skulle ha gjorts; tomt om inget tal är lovat';
COMMENT ON COLUMN marts.promise.feedback_given IS 'Återkopplingar som gjorts i tid';
COMMENT ON COLUMN marts.promise.feedback_latest IS 'Senaste återkoppling';
COMMENT ON COLUMN marts.promise.data_through IS 'Sista dag som uppgifterna omfattar';
COMMENT ON COLUMN marts.promise.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.promise.rule_version IS 'Regelns version';
COMMENT ON COLUMN marts.promise.data_hash IS 'Fingeravtryck av uppgifterna bakom';
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
