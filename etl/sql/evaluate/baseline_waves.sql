-- Purpose:  the baseline waves of the survey goals.
-- Inputs:   marts.goal_verdict, marts.goal_point, marts.survey_series, core.goal, core.indicator
-- Outputs:  one row a survey goal with a baseline wave: its value, unit and numbers of answers
SELECT DISTINCT ON (v.municipality_code, v.promise_id, v.goal_id)
    v.municipality_code, v.promise_id, v.goal_id, v.direction, v.good, v.reason, g.least_change, i.is_judgeable,
    s.value, s.unit, s.answers, s.n_eff
FROM marts.goal_verdict v
JOIN core.goal g USING (goal_id)
JOIN marts.goal_point p
    ON p.goal_id = v.goal_id AND p.used AND p.period_start = v.baseline_from AND p.period_end = v.baseline_to
JOIN marts.survey_series s
    ON s.municipality_code = v.municipality_code
    AND s.area_id IS NOT DISTINCT FROM v.area_id
    AND s.indicator = v.indicator
    AND s.series_id = p.series_id
    AND s.starts = p.period_start
    AND s.ends = p.period_end
    AND coalesce(s.wave, s.year::VARCHAR) = p.period
    AND CASE
        WHEN v.group_name IS NOT NULL THEN s.group_value IS NOT DISTINCT FROM v.group_name
        WHEN v.area_id IS NOT NULL AND NOT s.published THEN s.group_kind = 'område'
        ELSE s.group_kind = 'alla'
    END
LEFT JOIN core.indicator i ON g.indicator = i.indicator
WHERE v.measure = 'enkät' AND s.region IS NULL
ORDER BY v.municipality_code, v.promise_id, v.goal_id, s.value IS NULL, s.value
