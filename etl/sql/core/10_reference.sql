-- Purpose:  the look-up tables as facts: which municipalities, crime types, indicators and known breaks there are.
-- Inputs:   staging.lookup_kommuner, lookup_brottstyper, lookup_indikatorer, lookup_kolada, lookup_seriebrott, lookup_kallor,
--           lookup_kontakter
-- Outputs:  core.municipality, core.crime_type, core.indicator, core.series_break, core.source, core.contact
CREATE TABLE core.municipality AS
SELECT kommun AS municipality_code, namn AS name, namn_genitiv AS genitive, "län" AS county, "påhittad" = 'ja' AS is_fictitious
FROM staging.lookup_kommuner;

CREATE TABLE core.crime_type AS
SELECT nyckel AS crime_type, namn AS name, "överordnad" AS parent,
    try_cast(replace(antagen_phi, ',', '.') AS DOUBLE) AS assumed_phi, "förklaring" AS explanation
FROM staging.lookup_brottstyper;

CREATE TABLE core.indicator AS
SELECT indikator AS indicator, namn AS name, enhet AS unit, riktning AS good, "avgörbar" = 'ja' AS is_judgeable,
    "förklaring" AS explanation
FROM staging.lookup_indikatorer;

CREATE TABLE core.series_break AS
SELECT serie AS series, "gäller" AS concerns, nullif(nyckel, '') AS crime_type, try_cast("år" AS SMALLINT) AS year,
    text AS explanation
FROM staging.lookup_seriebrott;

CREATE TABLE core.source AS FROM staging.lookup_kallor;

-- A row without a municipality concerns every real one.
CREATE TABLE core.contact AS
SELECT nullif(kommun, '') AS municipality_code, funktion AS function, kanal AS channel, nullif(adress, '') AS address
FROM staging.lookup_kontakter;
