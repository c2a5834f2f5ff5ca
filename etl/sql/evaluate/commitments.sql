-- Purpose:  every commitment with its promise, place and focus area, in the order of the register.
-- Inputs:   core.commitment, promise, municipality, focus_area
-- Outputs:  one row a commitment
SELECT
    c.*, p.municipality_code, p.starts, p.ends, p.status, p.paused_from, p.paused_to, p.source,
    m.name AS municipality_name, f.name AS focus_area
FROM core.commitment c
JOIN core.promise p USING (promise_id)
JOIN core.municipality m ON p.municipality_code = m.municipality_code
LEFT JOIN core.focus_area f ON c.focus_area_id = f.focus_area_id
ORDER BY p.municipality_code, c.promise_id, c.ordinal
