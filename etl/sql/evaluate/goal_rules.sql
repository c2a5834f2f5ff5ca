-- Purpose:  the rule of every goal as the register has it; without own days the follow-up is that of the promise.
-- Inputs:   core.goal, core.promise, core.survey_question
-- Outputs:  one row a goal, in the order of the register, with its parts, and the answers that count behind a survey goal
WITH whole AS (
    SELECT part_of AS goal_id, list(goal_id ORDER BY goal_id) AS parts FROM core.goal WHERE part_of IS NOT NULL GROUP BY ALL
),
questions AS (
    SELECT indicator, instrument || ', ' || lower(question) AS question, replace(coalesce(good_answers, 'inga'), ' ', '') AS good
    FROM core.survey_question
    WHERE indicator IS NOT NULL
),
asked AS (SELECT indicator, question, string_agg(DISTINCT good, ' eller ' ORDER BY good) AS good FROM questions GROUP BY ALL),
counted AS (SELECT indicator, list(question || ': ' || good ORDER BY question) AS good_answers FROM asked GROUP BY ALL)
SELECT
    p.municipality_code, g.promise_id, g.goal_id, g.goal, g.indicator, g.area_id, g.group_name, g.direction,
    g.baseline_from, g.baseline_to,
    coalesce(g.followup_from, p.starts) AS followup_from, coalesce(g.followup_to, p.ends) AS followup_to,
    coalesce(g.least_change, 0)::DOUBLE AS least_change, coalesce(g.is_primary, 'ja') <> 'nej' AS is_primary, g.part_of,
    coalesce(w.parts, []) AS parts, coalesce(c.good_answers, []) AS good_answers,
    g.locked_on AS agreed_on, p.starts, p.ends, p.signed_on, p.status, p.paused_from, p.paused_to
FROM core.goal g
JOIN core.promise p USING (promise_id)
LEFT JOIN whole w ON w.goal_id = g.goal_id
LEFT JOIN counted c ON c.indicator = g.indicator
ORDER BY p.municipality_code, g.promise_id, g.ordinal
