-- Purpose:  the limits of disclosure control: what may be shown in public, and how exactly.
-- Inputs:   staging.lookup_rojandeskydd
-- Outputs:  marts.threshold, one row a limit
CREATE TABLE marts.threshold AS
SELECT nyckel AS key, replace("värde", ',', '.')::DOUBLE AS value, enhet AS unit, "förklaring" AS explanation
FROM staging.lookup_rojandeskydd;

COMMENT ON TABLE marts.threshold IS 'Röjandeskyddets gränser: vad som får visas för allmänheten';
COMMENT ON COLUMN marts.threshold.key IS 'Gränsens nyckel';
COMMENT ON COLUMN marts.threshold.value IS 'Gränsens värde';
COMMENT ON COLUMN marts.threshold.unit IS 'Värdets enhet';
COMMENT ON COLUMN marts.threshold.explanation IS 'Vad gränsen betyder';
