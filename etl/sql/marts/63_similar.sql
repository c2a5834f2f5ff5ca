-- Purpose:  which municipalities reported crime is compared with, filled by etl/build/similar.py.
-- Inputs:   core.crime, core.population, core.municipality
-- Outputs:  marts.similar
CREATE TABLE marts.similar (
    municipality_code VARCHAR,
    similar_code VARCHAR,
    similar_name VARCHAR,
    rank INTEGER,
    population BIGINT,
    similar_population BIGINT,
    ratio DOUBLE,
    sentence VARCHAR,
    is_fictitious BOOLEAN,
    as_of DATE
);

COMMENT ON TABLE marts.similar IS 'Kommuner av liknande storlek att jämföra anmälda brott med, närmast i folkmängd först';
COMMENT ON COLUMN marts.similar.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.similar.similar_code IS 'Den andra kommunens kod; tom när kommunen inte jämförs med någon';
COMMENT ON COLUMN marts.similar.similar_name IS 'Den andra kommunens namn';
COMMENT ON COLUMN marts.similar.rank IS 'Ordning, 1 är närmast i folkmängd';
COMMENT ON COLUMN marts.similar.population IS 'Kommunens folkmängd den 31 december det senaste kända året';
COMMENT ON COLUMN marts.similar.similar_population IS 'Den andra kommunens folkmängd den 31 december det senaste kända året';
COMMENT ON COLUMN marts.similar.ratio IS 'Den andra kommunens folkmängd delad med den egna';
COMMENT ON COLUMN marts.similar.sentence IS 'Vilka kommunen jämförs med, eller varför den inte jämförs, i en mening';
COMMENT ON COLUMN marts.similar.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.similar.as_of IS 'Dagen som bygget räknar som i dag';
