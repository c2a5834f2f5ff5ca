"""Statistics collected by others: reported crime, population and Kolada's key figures."""

from etl.contract.model import Table
from etl.contract.tables._columns import (
    area,
    choice,
    crime_type,
    date,
    decimal,
    integer,
    municipality,
    period,
    source,
    text,
    year,
    yes_no,
)

_REGION = text("region", "region", "Område som inte är en kommun, till exempel Hela landet. Då lämnas kommun tomt.")

BROTT = Table(
    name="brott",
    title="Anmälda brott",
    explanation="Antal anmälda brott per område, brottstyp och period.",
    columns=(
        municipality(required=False),
        area(),
        _REGION,
        crime_type(
            "crime_type", "brottstyp", "Brås tryckta etikett eller vår nyckel.", required=True, example="skadegorelse"
        ),
        period("period", "period", "År, halvår, kvartal, månad eller vecka.", required=True, example="2017-03"),
        integer(
            "count",
            "antal",
            "Antal anmälda brott. 0 är noll, .. betyder att uppgiften saknas.",
            required=True,
            minimum=0,
        ),
        decimal("printed_rate", "per 100 000", "Tal per 100 000 invånare så som det är tryckt.", minimum=0),
        yes_no("preliminary", "preliminär", "ja om siffran kan komma att ändras."),
        text("definition", "definition", "Hur brotten är räknade.", example="Brå per kommun och år"),
        date("fetched_on", "hämtad", "När siffran hämtades."),
        source(),
    ),
    one_of=(("municipality_code", "region"),),
    unique=("municipality_code", "area_id", "region", "crime_type", "period", "definition"),
)

FOLKMANGD = Table(
    name="folkmangd",
    title="Folkmängd",
    explanation="Folkmängd den 31 december.",
    columns=(
        municipality(required=False),
        area(),
        _REGION,
        year("year", "år", "Folkmängden avser den 31 december detta år.", required=True, example="2017"),
        integer("month", "månad", "Månad 1–12 om siffran avser slutet av en annan månad.", minimum=1, maximum=12),
        choice("gender", "kön", "Tomt betyder alla.", choices=("kvinna", "man")),
        integer("count", "antal", "Antal invånare.", required=True, minimum=0),
        source(),
    ),
    one_of=(("municipality_code", "region"),),
    unique=("municipality_code", "area_id", "region", "year", "month", "gender"),
)

NYCKELTAL = Table(
    name="nyckeltal",
    title="Nyckeltal ur Kolada",
    explanation="Värden ur Kolada. Fylls i av inläsningen, inte för hand.",
    columns=(
        text("kpi", "nyckeltal", "Koladas id, till exempel U07452.", required=True, aliases=("kpi",)),
        municipality(required=False),
        _REGION,
        year("year", "år", "Året.", required=True),
        choice("gender", "kön", "Tomt betyder alla.", choices=("kvinna", "man")),
        decimal("value", "värde", "Värdet. .. betyder att det saknas.", required=True),
        integer("answers", "antal", "Antal, när Kolada anger det.", minimum=0),
        text("status", "status", "Koladas statusmärke."),
        source(),
    ),
    one_of=(("municipality_code", "region"),),
    unique=("kpi", "municipality_code", "region", "year", "gender"),
)

TABLES = (BROTT, FOLKMANGD, NYCKELTAL)
