-- Purpose:  what this build says: each verdict with what the register says of it, and the figures behind the goals.
-- Inputs:   marts.promise, commitment_verdict, goal_verdict, goal_point; core.promise, commitment, goal, indicator, survey_question, population
-- Outputs:  staging.now_verdict and staging.now_figure, of the form of history.verdict and history.figure
CREATE TABLE staging.now_verdict AS
WITH promises AS (
    SELECT
        m.municipality_code, p.promise_id, p.starts, p.ends, m.commitment_verdict, m.goal_verdict, m.rule_version,
        concat_ws(', ',
            coalesce(p.starts::VARCHAR || '–' || p.ends::VARCHAR, 'utan angiven period'),
            nullif(p.status, 'gäller'), 'från ' || p.paused_from::VARCHAR, 'till ' || p.paused_to::VARCHAR
        ) AS register
    FROM marts.promise m JOIN core.promise p USING (promise_id)
),
counted_as_good AS (
    SELECT indicator, string_agg(DISTINCT said, ', ' ORDER BY said) AS answers
    FROM (SELECT indicator, lower(question) || ': ' || replace(good_answers, ' ', '') AS said FROM core.survey_question)
    GROUP BY indicator
)
SELECT
    municipality_code, promise_id, 'löfte' AS concerns, promise_id AS concerns_id, 'Gjorde vi det vi lovade?' AS words,
    commitment_verdict AS verdict, NULL::DOUBLE AS estimate, '' AS unit, rule_version, register, starts, ends
FROM promises
UNION ALL
SELECT municipality_code, promise_id, 'löfte', promise_id, 'Blev det bättre?', goal_verdict, NULL, '', rule_version, register, starts, ends
FROM promises
UNION ALL
SELECT
    v.municipality_code, v.promise_id, 'åtagande', v.commitment_id, v.commitment,
    coalesce(v.verdict, 'inget omdöme i siffror'), v.estimate, coalesce(v.unit, v.kind, ''), v.rule_version,
    concat_ws(', ',
        c.commitment, c.kind, 'mål ' || replace(regexp_replace(c.target::VARCHAR, '\.0$', ''), '.', ','), c.unit, 'per ' || c.interval, c.weekday,
        CASE WHEN c.distinct_areas = 'ja' THEN 'i olika områden' END, 'undantag ' || c.exemptions, 'tolerans ' || c.tolerance,
        'rapportering komplett: ' || c.reporting_complete
    ),
    p.starts, p.ends
FROM marts.commitment_verdict v JOIN core.commitment c USING (commitment_id) JOIN promises p ON p.promise_id = v.promise_id
UNION ALL
SELECT
    v.municipality_code, v.promise_id, 'mål', v.goal_id, v.goal, v.verdict, v.estimate,
    CASE v.measure WHEN 'brott' THEN 'procent' ELSE 'procentenheter' END, v.rule_version,
    concat_ws(', ',
        g.goal, g.indicator, g.area_id, g.group_name, g.direction, g.baseline_from, g.baseline_to,
        coalesce(g.followup_from, p.starts), coalesce(g.followup_to, p.ends), coalesce(g.least_change, 0),
        coalesce(g.is_primary, 'ja') <> 'nej', g.part_of, i.good, i.is_judgeable, q.answers
    ),
    p.starts, p.ends
FROM marts.goal_verdict v
JOIN core.goal g USING (goal_id)
JOIN promises p ON p.promise_id = v.promise_id
LEFT JOIN core.indicator i ON i.indicator = g.indicator
LEFT JOIN counted_as_good q ON q.indicator = g.indicator;

-- A period that is not over is still being counted: what is added to it changes nothing that was published.
CREATE TABLE staging.now_figure AS
WITH measures AS (
    SELECT goal_id, municipality_code, area_id, indicator, group_name, measure FROM marts.goal_verdict WHERE measure IN ('brott', 'enkät')
),
places AS (SELECT DISTINCT municipality_code, area_id FROM measures WHERE measure = 'brott')
SELECT
    m.municipality_code, m.area_id, m.indicator, m.group_name, p.series_id, p.period, p.period_start, p.period_end,
    max(p.count) AS count, max(p.value) AS value, max(p.unit) AS unit, bool_or(p.preliminary) AS preliminary
FROM marts.goal_point p
JOIN measures m USING (goal_id)
WHERE coalesce(p.count, p.value) IS NOT NULL AND (m.measure <> 'brott' OR p.period_end <= $today)
GROUP BY ALL
UNION ALL
SELECT
    p.municipality_code, p.area_id, 'folkmangd', NULL, 'folkmängd', p.year::VARCHAR, make_date(p.year, 12, 31),
    make_date(p.year, 12, 31), p.count, p.count, 'invånare', false
FROM core.population p
JOIN places ON p.municipality_code = places.municipality_code AND p.area_id IS NOT DISTINCT FROM places.area_id
WHERE p.region IS NULL;
