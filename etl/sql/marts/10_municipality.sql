-- Purpose:  the municipalities that have anything to show.
-- Inputs:   core.municipality, core.promise, core.agreement, core.crime
-- Outputs:  marts.municipality, one row a municipality
CREATE TABLE marts.municipality AS
WITH with_promises AS (SELECT municipality_code, count(*) AS promises FROM core.promise GROUP BY ALL),
shown AS (
    SELECT municipality_code FROM with_promises
    UNION SELECT municipality_code FROM core.agreement
    UNION SELECT DISTINCT municipality_code FROM core.crime WHERE municipality_code IS NOT NULL
)
SELECT m.municipality_code, m.name, m.is_fictitious, coalesce(p.promises, 0)::INTEGER AS promises
FROM shown JOIN core.municipality m USING (municipality_code) LEFT JOIN with_promises p USING (municipality_code)
ORDER BY m.municipality_code;

COMMENT ON TABLE marts.municipality IS 'Kommuner som har något att visa';
COMMENT ON COLUMN marts.municipality.municipality_code IS 'Kommunkod, fyra tecken';
COMMENT ON COLUMN marts.municipality.name IS 'Kommunens namn';
COMMENT ON COLUMN marts.municipality.is_fictitious IS 'Sant för den påhittade exempelkommunen';
COMMENT ON COLUMN marts.municipality.promises IS 'Antal medborgarlöften i registret';
