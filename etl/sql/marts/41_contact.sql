-- Purpose:  whom to turn to in each municipality: always a function, never a person.
-- Inputs:   core.contact, core.municipality, marts.municipality
-- Outputs:  marts.contact, one row a municipality, function and channel
CREATE TABLE marts.contact AS
SELECT m.municipality_code, replace(c.function, '{kommun}', m.name) AS function, c.channel, c.address
FROM core.contact c
JOIN marts.municipality m ON c.municipality_code = m.municipality_code
    OR (c.municipality_code IS NULL AND NOT m.is_fictitious)
ORDER BY ALL;

COMMENT ON TABLE marts.contact IS 'Vart den som undrar kan vända sig';
COMMENT ON COLUMN marts.contact.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.contact.function IS 'Funktion, aldrig en person';
COMMENT ON COLUMN marts.contact.channel IS 'Hur kontakten sker';
COMMENT ON COLUMN marts.contact.address IS 'Telefonnummer eller webbadress; tom när det inte finns någon';
