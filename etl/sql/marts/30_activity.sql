-- Purpose:  the activity log with the commitment each row counts towards.
-- Inputs:   core.activity, core.commitment, core.area, core.municipality, staging.run
-- Outputs:  marts.activity, one row a logged activity or nil report
CREATE TABLE marts.activity AS
SELECT
    a.municipality_code, a.promise_id, a.commitment_id, c.commitment, a.activity_id, a.day, a.starts, a.ends, a.activity,
    a.hours, a.participants, a.area_id, area.name AS area_name, a.place, a.party, a.concerns_period,
    coalesce(a.is_nil_report, false) AS is_nil_report, a.note, coalesce(m.is_fictitious, false) AS is_fictitious,
    CASE WHEN m.is_fictitious THEN 'Aktivitetslogg, påhittad' ELSE 'Aktivitetslogg' END AS source, run.as_of
FROM core.activity a
CROSS JOIN staging.run run
LEFT JOIN core.commitment c USING (commitment_id)
LEFT JOIN core.area area ON a.area_id = area.area_id
LEFT JOIN core.municipality m ON a.municipality_code = m.municipality_code;

COMMENT ON TABLE marts.activity IS 'Aktivitetsloggen';
COMMENT ON COLUMN marts.activity.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.activity.promise_id IS 'Löftet, genom åtagandet';
COMMENT ON COLUMN marts.activity.commitment_id IS 'Åtagandet som raden räknas mot; tomt om inget';
COMMENT ON COLUMN marts.activity.commitment IS 'Åtagandet i ord';
COMMENT ON COLUMN marts.activity.activity_id IS 'Radens id, lika i varje bygge';
COMMENT ON COLUMN marts.activity.day IS 'Dagen';
COMMENT ON COLUMN marts.activity.starts IS 'Klockslag då det började';
COMMENT ON COLUMN marts.activity.ends IS 'Klockslag då det slutade';
COMMENT ON COLUMN marts.activity.activity IS 'Vad som gjordes';
COMMENT ON COLUMN marts.activity.hours IS 'Arbetade timmar; tomt betyder att uppgiften saknas';
COMMENT ON COLUMN marts.activity.participants IS 'Antal deltagare';
COMMENT ON COLUMN marts.activity.area_id IS 'Område';
COMMENT ON COLUMN marts.activity.area_name IS 'Områdets namn';
COMMENT ON COLUMN marts.activity.place IS 'Plats';
COMMENT ON COLUMN marts.activity.party IS 'Vem som utförde det';
COMMENT ON COLUMN marts.activity.concerns_period IS 'Perioden det räknas till, om en annan än datumets';
COMMENT ON COLUMN marts.activity.is_nil_report IS 'Sant om raden säger att inget utfördes';
COMMENT ON COLUMN marts.activity.note IS 'Anteckning; aldrig offentlig utan markering';
COMMENT ON COLUMN marts.activity.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.activity.source IS 'Källa';
COMMENT ON COLUMN marts.activity.as_of IS 'Dagen som bygget räknar som i dag';
