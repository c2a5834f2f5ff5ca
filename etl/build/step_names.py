"""What each step of the build is called while it runs."""

STEP_NAMES = {
    "10_reference": "Lägger upp kommuner, brottstyper och indikatorer",
    "20_register": "Lägger upp löften, åtaganden och mål",
    "30_observations": "Lägger upp aktiviteter och händelser",
    "40_statistics": "Lägger upp anmälda brott och folkmängd",
    "50_surveys": "Lägger upp enkäter",
    "60_key_figures": "Lägger upp nyckeltal ur Kolada",
    "70_survey_sums": "Summerar enkätsvar",
    "10_municipality": "Samlar kommunerna",
    "20_crime_series": "Räknar brott per invånare",
    "unique_series": "Kontrollerar att varje serie har ett värde per period",
    "verdict_words": "Kontrollerar omdömena",
    "every_row_once": "Kontrollerar att ingen rad är borta",
}
