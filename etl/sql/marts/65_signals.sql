-- Purpose:  months that stand out and trends of monthly series of reported crime, filled by etl/build/signals.py.
-- Inputs:   core.crime, core.area, core.crime_type, core.municipality, core.series_break
-- Outputs:  marts.deviation (the latest month of each series), marts.trend (series of at least 24 months)
CREATE TABLE marts.deviation (
    municipality_code VARCHAR,
    area_id VARCHAR,
    area_name VARCHAR,
    crime_type VARCHAR,
    crime_name VARCHAR,
    definition VARCHAR,
    period VARCHAR,
    period_start DATE,
    count BIGINT,
    expected DOUBLE,
    limit_99 DOUBLE,
    phi DOUBLE,
    p_value DOUBLE,
    q_value DOUBLE,
    is_alarm BOOLEAN,
    sentence VARCHAR,
    is_fictitious BOOLEAN,
    source VARCHAR,
    as_of DATE
);

CREATE TABLE marts.trend (
    municipality_code VARCHAR,
    area_id VARCHAR,
    area_name VARCHAR,
    crime_type VARCHAR,
    crime_name VARCHAR,
    definition VARCHAR,
    months INTEGER,
    first_period VARCHAR,
    last_period VARCHAR,
    tau_kendall DOUBLE,
    z DOUBLE,
    p_value DOUBLE,
    direction VARCHAR,
    slope_per_year DOUBLE,
    centre DOUBLE,
    limit_low DOUBLE,
    limit_high DOUBLE,
    signals INTEGER,
    sentence VARCHAR,
    is_fictitious BOOLEAN,
    source VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.deviation IS 'Tidig varning: senaste avslutade månaden i varje månadsserie mot samma månader tre år tidigare';
COMMENT ON COLUMN marts.deviation.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.deviation.area_id IS 'Område inom kommunen; tomt betyder hela kommunen';
COMMENT ON COLUMN marts.deviation.area_name IS 'Områdets namn';
COMMENT ON COLUMN marts.deviation.crime_type IS 'Brottstypens nyckel';
COMMENT ON COLUMN marts.deviation.crime_name IS 'Brottstypens namn';
COMMENT ON COLUMN marts.deviation.definition IS 'Hur brotten är räknade; olika definitioner jämförs aldrig';
COMMENT ON COLUMN marts.deviation.period IS 'Månaden som bedöms: seriens senaste som är slut';
COMMENT ON COLUMN marts.deviation.period_start IS 'Månadens första dag';
COMMENT ON COLUMN marts.deviation.count IS 'Antal anmälda brott under månaden';
COMMENT ON COLUMN marts.deviation.expected IS 'Medelvärdet av samma månad och dess grannmånader tre år tidigare; tomt om färre än sju av de nio månaderna är kända';
COMMENT ON COLUMN marts.deviation.limit_99 IS '99-procentsgränsen för antalet (Farrington, potensen två tredjedelar)';
COMMENT ON COLUMN marts.deviation.phi IS 'Spridningen mellan de jämförda månaderna, minst 1';
COMMENT ON COLUMN marts.deviation.p_value IS 'Ensidigt p-värde för så många anmälningar eller fler';
COMMENT ON COLUMN marts.deviation.q_value IS 'p-värdet korrigerat enligt Benjamini och Hochberg bland kommunens serier, hela kommunen och områdena var för sig';
COMMENT ON COLUMN marts.deviation.is_alarm IS 'Sant när antalet är över gränsen, minst fem och q-värdet högst 0,05';
COMMENT ON COLUMN marts.deviation.sentence IS 'Vad siffrorna säger, i en mening';
COMMENT ON COLUMN marts.deviation.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.deviation.source IS 'Källa till månadens siffra';
COMMENT ON COLUMN marts.deviation.as_of IS 'Dagen som bygget räknar som i dag';

COMMENT ON TABLE marts.trend IS 'Trender i månadsserier om minst 24 månader, efter seriens senaste brott';
COMMENT ON COLUMN marts.trend.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.trend.area_id IS 'Område inom kommunen; tomt betyder hela kommunen';
COMMENT ON COLUMN marts.trend.area_name IS 'Områdets namn';
COMMENT ON COLUMN marts.trend.crime_type IS 'Brottstypens nyckel';
COMMENT ON COLUMN marts.trend.crime_name IS 'Brottstypens namn';
COMMENT ON COLUMN marts.trend.definition IS 'Hur brotten är räknade; olika definitioner jämförs aldrig';
COMMENT ON COLUMN marts.trend.months IS 'Antal månader med uppgift';
COMMENT ON COLUMN marts.trend.first_period IS 'Första månaden';
COMMENT ON COLUMN marts.trend.last_period IS 'Sista månaden';
COMMENT ON COLUMN marts.trend.tau_kendall IS 'Kendalls tau inom kalendermånader, −1 till 1; tomt vid i snitt färre än 20 brott om året';
COMMENT ON COLUMN marts.trend.z IS 'Testvärdet i Mann–Kendalls säsongstest; tomt vid i snitt färre än 20 brott om året';
COMMENT ON COLUMN marts.trend.p_value IS 'Tvåsidigt p-värde i säsongstestet; tomt vid i snitt färre än 20 brott om året';
COMMENT ON COLUMN marts.trend.direction IS 'ökar, minskar (p under 0,05) eller ingen tydlig';
COMMENT ON COLUMN marts.trend.slope_per_year IS 'Förändring per år i procent av seriens medelnivå; tomt vid i snitt färre än 20 brott om året';
COMMENT ON COLUMN marts.trend.centre IS 'Styrdiagrammets mittlinje (XmR): medelantalet per månad';
COMMENT ON COLUMN marts.trend.limit_low IS 'Styrdiagrammets undre gräns per månad; tomt vid i snitt färre än 20 brott om året';
COMMENT ON COLUMN marts.trend.limit_high IS 'Styrdiagrammets övre gräns per månad; tomt vid i snitt färre än 20 brott om året';
COMMENT ON COLUMN marts.trend.signals IS 'Antal månader utanför styrdiagrammets gränser; tomt vid i snitt färre än 20 brott om året';
COMMENT ON COLUMN marts.trend.sentence IS 'Vad trenden säger, i klarspråk';
COMMENT ON COLUMN marts.trend.is_fictitious IS 'Sant för påhittade uppgifter';
COMMENT ON COLUMN marts.trend.source IS 'Källa till den senaste månadens siffra';
COMMENT ON COLUMN marts.trend.as_of IS 'Dagen som bygget räknar som i dag';
