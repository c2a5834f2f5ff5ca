-- Purpose:  what surrounds a promise: its problems, agreement, forums and the known breaks of series.
-- Inputs:   core.problem, area, agreement, focus_area, forum, forum_meeting, series_break, source
-- Outputs:  marts.problem, marts.agreement, marts.forum, marts.series_break, marts.source
CREATE TABLE marts.problem AS
SELECT
    p.municipality_code, p.promise_id, p.problem_id, p.title, p.description, a.name AS area_name, p.step, p.step_date, p.revise_by
FROM core.problem p LEFT JOIN core.area a ON p.area_id = a.area_id
ORDER BY p.municipality_code, p.problem_id, p.step_date;

COMMENT ON TABLE marts.problem IS 'Problem ur lägesbilden, en rad per steg';
COMMENT ON COLUMN marts.problem.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.problem.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.problem.problem_id IS 'Problemets id';
COMMENT ON COLUMN marts.problem.title IS 'Problemet i några ord';
COMMENT ON COLUMN marts.problem.description IS 'Vad problemet består i';
COMMENT ON COLUMN marts.problem.area_name IS 'Område';
COMMENT ON COLUMN marts.problem.step IS 'Steg i SARA-processen';
COMMENT ON COLUMN marts.problem.step_date IS 'När steget togs';
COMMENT ON COLUMN marts.problem.revise_by IS 'När bilden senast ska ses över';

CREATE TABLE marts.agreement AS
SELECT
    a.*, (SELECT string_agg(f.name, ', ' ORDER BY f.focus_area_id) FROM core.focus_area f WHERE f.agreement_id = a.agreement_id) AS focus_areas
FROM core.agreement a ORDER BY a.agreement_id;

COMMENT ON TABLE marts.agreement IS 'Samverkansöverenskommelser';
COMMENT ON COLUMN marts.agreement.agreement_id IS 'Överenskommelsens id';
COMMENT ON COLUMN marts.agreement.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.agreement.title IS 'Namn';
COMMENT ON COLUMN marts.agreement.starts IS 'Första dagen';
COMMENT ON COLUMN marts.agreement.ends IS 'Sista dagen';
COMMENT ON COLUMN marts.agreement.decided_on IS 'Beslutsdag';
COMMENT ON COLUMN marts.agreement.parties IS 'Parter';
COMMENT ON COLUMN marts.agreement.police_diary_number IS 'Polisens diarienummer';
COMMENT ON COLUMN marts.agreement.municipality_diary_number IS 'Kommunens diarienummer';
COMMENT ON COLUMN marts.agreement.purpose IS 'Syfte';
COMMENT ON COLUMN marts.agreement.revised_at_least IS 'Hur ofta den minst revideras';
COMMENT ON COLUMN marts.agreement.followed_up_at_least IS 'Hur ofta den minst följs upp';
COMMENT ON COLUMN marts.agreement.source IS 'Källa';
COMMENT ON COLUMN marts.agreement.focus_areas IS 'Fokusområden';

CREATE TABLE marts.forum AS
SELECT
    f.municipality_code, f.forum_id, f.name, f.interval, count(m.day)::INTEGER AS meetings, max(m.day) AS latest_meeting,
    count(m.day) FILTER (WHERE m.police_attended = 'ja' AND m.municipality_attended = 'ja')::INTEGER AS both_attended
FROM core.forum f LEFT JOIN core.forum_meeting m USING (forum_id)
GROUP BY ALL ORDER BY f.forum_id;

COMMENT ON TABLE marts.forum IS 'Forum där kommun och polis samverkar';
COMMENT ON COLUMN marts.forum.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.forum.forum_id IS 'Forumets id';
COMMENT ON COLUMN marts.forum.name IS 'Forumets namn';
COMMENT ON COLUMN marts.forum.interval IS 'Hur ofta det möts';
COMMENT ON COLUMN marts.forum.meetings IS 'Antal inrapporterade möten';
COMMENT ON COLUMN marts.forum.latest_meeting IS 'Senaste mötet';
COMMENT ON COLUMN marts.forum.both_attended IS 'Antal möten där båda parter deltog';

CREATE TABLE marts.series_break AS SELECT * FROM core.series_break ORDER BY ALL;

COMMENT ON TABLE marts.series_break IS 'Kända avbrott i serier, över vilka ingen jämförelse görs';
COMMENT ON COLUMN marts.series_break.series IS 'Definition eller instrument';
COMMENT ON COLUMN marts.series_break.concerns IS 'brott eller enkät';
COMMENT ON COLUMN marts.series_break.crime_type IS 'Brottstypen; tom betyder alla';
COMMENT ON COLUMN marts.series_break.year IS 'Första året efter brottet i serien';
COMMENT ON COLUMN marts.series_break.explanation IS 'Vad som ändrades';

CREATE TABLE marts.source AS
SELECT "källa_id" AS source_id, namn AS name, utgivare AS publisher, adress AS address, villkor AS terms FROM core.source ORDER BY ALL;

COMMENT ON TABLE marts.source IS 'Källorna bakom siffrorna';
COMMENT ON COLUMN marts.source.source_id IS 'Källans id';
COMMENT ON COLUMN marts.source.name IS 'Vad källan heter';
COMMENT ON COLUMN marts.source.publisher IS 'Vem som ger ut den';
COMMENT ON COLUMN marts.source.address IS 'Webbadress';
COMMENT ON COLUMN marts.source.terms IS 'Villkor för att använda den';
