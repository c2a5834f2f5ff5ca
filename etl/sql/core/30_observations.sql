-- Purpose:  what was done and what happened, one fact a row. Hours are exact decimals, so that sums never depend on order.
-- Inputs:   staging.aktiviteter, handelser, lagesbild, synpunkter; core.commitment, promise, area
-- Outputs:  core.activity, core.incident, core.observation, core.citizen_view
CREATE TABLE core.activity AS
SELECT
    -- The same row has the same id in every build, whatever order the files come in.
    md5(concat_ws('|', a.day, a.commitment_id, a.municipality_code, a.area_id, a.activity, a.starts, a.ends, a.hours,
        a.participants, a.place, a.party, a.concerns_period, a.is_nil_report, a.note))[:12] AS activity_id,
    a.day, a.starts, a.ends, a.commitment_id, c.promise_id,
    coalesce(p.municipality_code, a.municipality_code, area.municipality_code) AS municipality_code,
    a.activity, a.hours::DECIMAL(18, 6) AS hours, a.participants, a.area_id, a.place, a.party, a.concerns_period,
    a.is_nil_report = 'ja' AS is_nil_report, a.note, a.is_public = 'ja' AS is_public
FROM staging.aktiviteter a
LEFT JOIN core.commitment c USING (commitment_id)
LEFT JOIN core.promise p USING (promise_id)
LEFT JOIN core.area area ON a.area_id = area.area_id;

CREATE TABLE core.incident AS SELECT * EXCLUDE (row_id, file_id) FROM staging.handelser;
CREATE TABLE core.observation AS SELECT * EXCLUDE (row_id, file_id) FROM staging.lagesbild;
CREATE TABLE core.citizen_view AS SELECT * EXCLUDE (row_id, file_id) FROM staging.synpunkter;
