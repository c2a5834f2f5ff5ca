-- Purpose:  every goal with its promise, place, indicator and crime type, in the order of the register.
-- Inputs:   core.goal, promise, municipality, area, indicator, crime_type; staging.goal_in_register
-- Outputs:  one row a goal; has_parts says that other rows are measures of it, has_own_followup that the register
--           states a last day of its own for it
WITH whole AS (SELECT DISTINCT part_of AS goal_id, true AS has_parts FROM core.goal WHERE part_of IS NOT NULL)
SELECT
    g.*, p.municipality_code, p.starts, p.ends, p.status, p.paused_from, p.paused_to,
    m.name AS municipality_name, a.name AS area_name, coalesce(w.has_parts, false) AS has_parts,
    EXISTS (FROM staging.goal_in_register r WHERE r.goal_id = g.goal_id AND r.followup_to IS NOT NULL)
        AS has_own_followup,
    CASE WHEN w.has_parts AND g.indicator = 'ingen' THEN 'Flera mått' ELSE i.name END AS indicator_name,
    i.good, i.is_judgeable, t.name AS crime_name, t.assumed_phi
FROM core.goal g
JOIN core.promise p USING (promise_id)
JOIN core.municipality m ON p.municipality_code = m.municipality_code
LEFT JOIN whole w ON g.goal_id = w.goal_id
LEFT JOIN core.area a ON g.area_id = a.area_id
LEFT JOIN core.indicator i USING (indicator)
LEFT JOIN core.crime_type t ON g.indicator = 'brott:' || t.crime_type
ORDER BY p.municipality_code, g.promise_id, g.ordinal
