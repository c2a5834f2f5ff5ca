-- Purpose:  surveys, their questions and the values that others have published. Answers: etl/build/survey_answers.py.
-- Inputs:   staging.enkater, enkat_fragor, enkat_varden
-- Outputs:  core.survey, core.survey_question, core.survey_value
CREATE TABLE core.survey AS SELECT * EXCLUDE (row_id, file_id) FROM staging.enkater;
CREATE TABLE core.survey_question AS SELECT * EXCLUDE (row_id, file_id) FROM staging.enkat_fragor;
CREATE TABLE core.survey_value AS
SELECT * EXCLUDE (row_id, file_id, year), 
    coalesce(year, try_cast(regexp_extract(wave, '(?:19|20)[0-9]{2}') AS SMALLINT)) AS year
FROM staging.enkat_varden;
