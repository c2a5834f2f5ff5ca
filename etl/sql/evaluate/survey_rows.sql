-- Purpose:  the survey series that some goal looks at.
-- Inputs:   marts.survey_series, core.goal, core.survey
-- Outputs:  rows of marts.survey_series, in order of time within each series, and whether the survey itself states its days
SELECT
    * EXCLUDE (as_of),
    NOT published AND EXISTS (
        FROM core.survey e
        WHERE e.municipality_code = s.municipality_code AND e.instrument = s.instrument AND e.wave IS NOT DISTINCT FROM s.wave
            AND coalesce(e.starts, e.ends) = s.starts AND coalesce(e.ends, e.starts) = s.ends
    ) AS has_own_days
FROM marts.survey_series s
WHERE municipality_code IS NOT NULL
    AND region IS NULL
    AND starts IS NOT NULL
    AND indicator IN (SELECT indicator FROM core.goal)
    AND (
        group_kind = 'alla'
        OR area_id IN (SELECT area_id FROM core.goal WHERE area_id IS NOT NULL)
        OR group_value IN (SELECT group_name FROM core.goal WHERE group_name IS NOT NULL)
    )
ORDER BY municipality_code, indicator, series_id, ends, starts, wave, group_kind, group_value
