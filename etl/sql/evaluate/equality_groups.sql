-- Purpose:  the groups that can be compared with each other: of one question, in one wave, cut up in one way.
-- Inputs:   marts.survey_series
-- Outputs:  staging.equality_group(row: rowid in marts.survey_series, key: groups to compare, family: comparisons that
--           are read together, kind, name, value, n_eff, is_shown)
CREATE TABLE staging.equality_group AS
WITH named AS (
    SELECT
        rowid AS row, value, n_eff, municipality_code, series_id, indicator, question, instrument, wave, year,
        CASE
            WHEN lower(group_value) IN ('kvinna', 'kvinnor', 'man', 'män') THEN 'kön'
            WHEN group_kind = 'ålder' THEN 'ålder'
            WHEN area_id IS NOT NULL AND group_value IS NULL THEN 'område'
        END AS kind,
        CASE
            WHEN lower(group_value) IN ('kvinna', 'kvinnor') THEN 'kvinnor'
            WHEN lower(group_value) IN ('man', 'män') THEN 'män'
            ELSE coalesce(group_value, area_name, area_id)
        END AS name
    FROM marts.survey_series
    WHERE unit = 'procent' AND municipality_code IS NOT NULL AND region IS NULL AND answers IS NOT NULL
        AND (area_id IS NULL OR group_value IS NULL)
)
SELECT
    row, hash(municipality_code, series_id, indicator, question, wave, year, kind) AS key,
    hash(municipality_code, instrument, wave, year, kind) AS family, kind, name, value, n_eff,
    value IS NOT NULL AND n_eff IS NOT NULL AS is_shown
FROM named
WHERE kind IS NOT NULL
