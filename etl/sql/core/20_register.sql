-- Purpose:  agreements, promises, commitments, goals and what belongs to them, one fact a row.
-- Inputs:   staging tables of the same contract names
-- Outputs:  core.agreement, focus_area, promise, area, problem, cause, measure, commitment, planned, goal, assessment,
--           forum, forum_meeting, deviation, decision, duty, feedback
CREATE TABLE core.area AS SELECT * EXCLUDE (row_id, file_id) FROM staging.omraden;
CREATE TABLE core.agreement AS SELECT * EXCLUDE (row_id, file_id) FROM staging.overenskommelser;
CREATE TABLE core.focus_area AS SELECT * EXCLUDE (row_id, file_id) FROM staging.fokusomraden;
CREATE TABLE core.promise AS SELECT * EXCLUDE (row_id, file_id) FROM staging.loften;
CREATE TABLE core.problem AS SELECT * EXCLUDE (row_id, file_id) FROM staging.problem;
CREATE TABLE core.cause AS SELECT * EXCLUDE (row_id, file_id) FROM staging.orsaker;
CREATE TABLE core.measure AS SELECT * EXCLUDE (row_id, file_id) FROM staging.atgarder;
CREATE TABLE core.commitment AS
SELECT * EXCLUDE (row_id, file_id), row_number() OVER (PARTITION BY promise_id ORDER BY row_id) AS ordinal
FROM staging.ataganden;
CREATE TABLE core.planned AS SELECT * EXCLUDE (row_id, file_id) FROM staging.planerade;
CREATE TABLE core.goal AS
SELECT * EXCLUDE (row_id, file_id), row_number() OVER (PARTITION BY promise_id ORDER BY row_id) AS ordinal
FROM staging.mal;
CREATE TABLE core.assessment AS SELECT * EXCLUDE (row_id, file_id) FROM staging.bedomningar;
CREATE TABLE core.forum AS SELECT * EXCLUDE (row_id, file_id) FROM staging.forum;
CREATE TABLE core.forum_meeting AS SELECT * EXCLUDE (row_id, file_id) FROM staging.forum_moten;
CREATE TABLE core.deviation AS SELECT * EXCLUDE (row_id, file_id) FROM staging.avvikelser;
CREATE TABLE core.decision AS SELECT * EXCLUDE (row_id, file_id) FROM staging.beslut;
CREATE TABLE core.duty AS SELECT * EXCLUDE (row_id, file_id) FROM staging.aterkopplingsplikter;
CREATE TABLE core.feedback AS SELECT * EXCLUDE (row_id, file_id) FROM staging.aterkoppling;
