"""Typed-in twins of real files, small enough to read. Figures: Brå (SOL), SCB and Kolada as published."""

from collections.abc import Mapping, Sequence

from etl.extract.municipalities import Municipalities
from etl.extract.received import Received, ReceivedTable
from etl.extract.workbook_model import Sheet, Workbook

MUNICIPALITIES = Municipalities(
    names={
        "0114": "Upplands Väsby",
        "0136": "Haninge",
        "0180": "Stockholm",
        "1214": "Svalöv",
        "1263": "Svedala",
        "1465": "Svenljunga",
        "2023": "Malung-Sälen",
        "2080": "Falun",
    },
    genitives={"1214": "Svalövs kommun", "0136": "Haninge kommun", "1465": "Svenljunga kommun"},
)

POPULATION_NOTE = "I juni 2016 har redovisningen av folkmängd ändrats. " + "Numera beräknas den på annat sätt. " * 3


def workbook(*rows: Sequence[str], name: str = "Resultat") -> Workbook:
    width = max(len(row) for row in rows)
    padded = tuple((*row, *("",) * (width - len(row))) for row in rows)
    return Workbook(sheets=(Sheet(name=name, rows=padded),))


def sol(headings: Sequence[Sequence[str]], *body: Sequence[str]) -> Workbook:
    """A SOL export: the title rows, three stacked heading rows and what follows."""
    return workbook(("Anmälda brott", "", "Brottsförebyggande rådet"), ("",), *headings, *body)


BROMMA = sol(
    [("", "2025", "2025"), ("", "Jan", "Feb"), ("", "Antal", "Antal")],
    ("Stadsdelsområde Bromma (Sthlm)",),
    ("Totalt antal brott", "924", "784"),
    ("8-12 kap. Brott mot förmögenhet",),
    ("8 kap. Stöld, rån m.m.", "237", "174"),
    ("8-12 kap. Brott mot förmögenhet",),
    ("8 kap. Stöld, rån m.m.",),
    ("därav inbrottsstöld i bostad", "18", "10"),
    ("8-12 kap. Brott mot förmögenhet",),
    ("12 kap. Skadegörelsebrott", "264", "247"),
    ("Alkohollagen", "1", "0"),
    ("",),
    ("",),
    ("Stadsdelsområde Bromma (Sthlm)",),
    (POPULATION_NOTE,),
    ("12 kap. Skadegörelsebrott",),
    ("Från och med 2019 ingår även grov skadegörelse.",),
)


def table(received: Received, name: str) -> ReceivedTable:
    return next(t for t in received.tables if t.table == name)


def values(received: Received, name: str) -> list[Mapping[str, str]]:
    return [row.values for row in table(received, name).rows]


def brott(received: Received) -> dict[tuple[str, str, str], str]:
    """(place, crime type, period) to count."""
    return {
        (v["område"] or v["kommun"] or v["region"], v["brottstyp"], v["period"]): v["antal"]
        for v in values(received, "brott")
    }
