-- Purpose:  what the public may see of the activity log, and when anything was reported.
-- Inputs:   core.activity, core.commitment, core.area, core.municipality, staging.run
-- Outputs:  marts.public_activity (rows marked offentlig=ja), marts.activity_month (sums a month and area of commitments
--           that are counted), marts.report_day (days with a report, without what was reported)
CREATE TABLE marts.public_activity AS
SELECT
    a.municipality_code, a.promise_id, a.commitment_id, c.commitment, a.day, a.activity, a.hours::DOUBLE AS hours,
    area.name AS area_name, a.party, a.note, coalesce(m.is_fictitious, false) AS is_fictitious, run.as_of
FROM core.activity a
CROSS JOIN staging.run run
LEFT JOIN core.commitment c USING (commitment_id)
LEFT JOIN core.area area ON a.area_id = area.area_id
LEFT JOIN core.municipality m ON a.municipality_code = m.municipality_code
WHERE a.is_public AND a.is_nil_report IS NOT TRUE AND a.day <= run.as_of
ORDER BY a.municipality_code, a.day, a.activity_id;

COMMENT ON TABLE marts.public_activity IS 'Loggade aktiviteter som är märkta offentliga';
COMMENT ON COLUMN marts.public_activity.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.public_activity.promise_id IS 'Löftet, genom åtagandet';
COMMENT ON COLUMN marts.public_activity.commitment_id IS 'Åtagandet som raden räknas mot; tomt om inget';
COMMENT ON COLUMN marts.public_activity.commitment IS 'Åtagandet i ord';
COMMENT ON COLUMN marts.public_activity.day IS 'Dagen';
COMMENT ON COLUMN marts.public_activity.activity IS 'Vad som gjordes';
COMMENT ON COLUMN marts.public_activity.hours IS 'Arbetade timmar; tomt betyder att uppgiften saknas';
COMMENT ON COLUMN marts.public_activity.area_name IS 'Områdets namn; tomt betyder hela kommunen. I öppna data står en plats eller ett DeSO som det större område den ligger i';
COMMENT ON COLUMN marts.public_activity.party IS 'Vem som utförde det';
COMMENT ON COLUMN marts.public_activity.note IS 'Anteckning, märkt offentlig av den som skrev den';
COMMENT ON COLUMN marts.public_activity.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.public_activity.as_of IS 'Dagen som bygget räknar som i dag';

CREATE TABLE marts.activity_month AS
SELECT
    a.municipality_code, a.promise_id, a.commitment_id, c.commitment, date_trunc('month', a.day)::DATE AS month,
    area.name AS area_name, count(*)::INTEGER AS activities, sum(a.hours)::DOUBLE AS hours,
    coalesce(m.is_fictitious, false) AS is_fictitious, run.as_of
FROM core.activity a
JOIN core.commitment c USING (commitment_id)
CROSS JOIN staging.run run
LEFT JOIN core.area area ON a.area_id = area.area_id
LEFT JOIN core.municipality m ON a.municipality_code = m.municipality_code
WHERE c.kind <> 'beskrivande' AND c.target IS NOT NULL AND a.is_nil_report IS NOT TRUE AND a.day <= run.as_of
GROUP BY ALL
ORDER BY ALL;

COMMENT ON TABLE marts.activity_month IS 'Vad som är gjort per månad och område, för åtaganden som räknas';
COMMENT ON COLUMN marts.activity_month.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.activity_month.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.activity_month.commitment_id IS 'Åtagandet';
COMMENT ON COLUMN marts.activity_month.commitment IS 'Åtagandet i ord';
COMMENT ON COLUMN marts.activity_month.month IS 'Månadens första dag';
COMMENT ON COLUMN marts.activity_month.area_name IS 'Områdets namn; tomt när inget område är angivet. I öppna data räknas en plats eller ett DeSO till det större område den ligger i';
COMMENT ON COLUMN marts.activity_month.activities IS 'Antal loggade aktiviteter';
COMMENT ON COLUMN marts.activity_month.hours IS 'Loggade timmar; tomt när ingen rad har timmar';
COMMENT ON COLUMN marts.activity_month.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.activity_month.as_of IS 'Dagen som bygget räknar som i dag';

CREATE TABLE marts.report_day AS
SELECT DISTINCT
    municipality_code, promise_id, commitment_id, day, coalesce(is_nil_report, false) AS is_nil_report, concerns_period
FROM core.activity
WHERE commitment_id IS NOT NULL
ORDER BY ALL;

COMMENT ON TABLE marts.report_day IS 'Dagar med en rapport i aktivitetsloggen, utan vad som rapporterades';
COMMENT ON COLUMN marts.report_day.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.report_day.promise_id IS 'Löftet';
COMMENT ON COLUMN marts.report_day.commitment_id IS 'Åtagandet';
COMMENT ON COLUMN marts.report_day.day IS 'Dagen; i öppna data bara månadens första och sista rapport, och bara för åtaganden som räknas';
COMMENT ON COLUMN marts.report_day.is_nil_report IS 'Sant om rapporten säger att inget utfördes';
COMMENT ON COLUMN marts.report_day.concerns_period IS 'Perioden som en nollrapport gäller, om en annan än datumets';
