"""Broken cells and rows in tables of our own. Two good rows stand around the broken one."""

from tests.unit.broken.case import Case, files, lines

BROTT = "kommun;brottstyp;period;antal;definition;källa"
FIRST = "1263;skadegorelse;2015;218;Brå per kommun och år;Brå"
LAST = "1263;skadegorelse;2016;185;Brå per kommun och år;Brå"
LOFTE = lines("löfte_id;kommun;rubrik;från;till", "9999-L;9999;Löfte;2025-01-01;2025-12-31")
ATAGANDE = lines("åtagande_id;löfte_id;åtagande;typ;mål", "9999-A;9999-L;Hundra timmar;timmar;100")
LOGG = "datum;åtagande_id;aktivitet;timmar;anteckning"
GOOD_LOG = "2025-03-01;9999-A;tillsyn;4;inget att anmärka"
MAL = "mål_id;löfte_id;mål;indikator;riktning;utgångsläge från;utgångsläge till;uppföljning från;uppföljning till"
GOOD_GOAL = "9999-M1;9999-L;Färre brott;brott:skadegorelse;minska;2022-01-01;2024-12-31;2025-01-01;2025-12-31"


def brott(id: str, row: str, column: str, *says: str) -> Case:
    at = f"brott.csv, rad 3, kolumnen {column}:"
    return Case(id=id, make=files(brott=lines(BROTT, FIRST, row, LAST)), at=at, says=says, received=3)


def logg(id: str, row: str, column: str, *says: str) -> Case:
    """Rows handed in: a promise, a commitment and three activities."""
    make = files(loften=LOFTE, ataganden=ATAGANDE, aktiviteter=lines(LOGG, GOOD_LOG, row, GOOD_LOG))
    return Case(id=id, make=make, at=f"aktiviteter.csv, rad 3, kolumnen {column}:", says=says, received=5)


def mal(id: str, row: str, column: str, *says: str) -> Case:
    make = files(loften=LOFTE, mal=lines(MAL, GOOD_GOAL, row))
    return Case(id=id, make=make, at=f"mal.csv, rad 3, kolumnen {column}:", says=says, received=3)


def note(id: str, text: str, *says: str) -> Case:
    row = f"2025-03-02;9999-A;tillsyn;4;{text}"
    return logg(id, row, "anteckning", *says, "Ta bort det. Personuppgifter får inte lämnas in.")


NUMBERS_AND_CODES = (
    brott("okänd kommun", "1299;skadegorelse;2017;3;;", "kommun", "ingen kommun med koden 1299", "”1299”"),
    brott("länskod som kommun", "12;skadegorelse;2017;3;;", "kommun", "länskod och inte en kommunkod"),
    brott("rikets kod som kommun", "0000;skadegorelse;2017;3;;", "kommun", "en region eller hela landet"),
    brott("kommunens namn", "Svedala;skadegorelse;2017;3;;", "kommun", "kommunens namn och inte dess kod", "1263"),
    brott("okänd brottstyp", "1263;skadegörrelse;2017;3;;", "brottstyp", "är okänd", "Menades"),
    brott("period som inte finns", "1263;skadegorelse;2017-K5;3;;", "period", "2017-K5"),
    brott("månad 13", "1263;skadegorelse;2017-13;3;;", "period", "2017-13"),
    brott("bokstäver i tal", "1263;skadegorelse;2017;många;;", "antal", "”många” är inte ett tal", "Skriv siffror"),
    brott("negativt antal", "1263;skadegorelse;2017;-3;;", "antal", "−3 är negativt"),
    brott("tvetydiga tusental", "1263;skadegorelse;2017;1.234;;", "antal", "både som 1 234 och som 1,234"),
    brott("tal med enhet", "1263;skadegorelse;2017;308 brott;;", "antal", "är mer än ett tal", "308"),
    brott("tiopotens", "1263;skadegorelse;2017;3,08E+02;;", "antal", "tiopotens"),
    brott("streck som tal", "1263;skadegorelse;2017;-;;", "antal", "noll eller att uppgiften saknas"),
    brott("kalkylbladets felvärde", "1263;skadegorelse;2017;#REF!;;", "antal", "felvärde #REF!"),
    brott("obligatoriskt värde saknas", "1263;skadegorelse;2017;;;", "antal", "värdet saknas", "Fyll i ”antal”"),
    brott("bara hårt blanksteg", "1263;skadegorelse;2017;\u00a0;;", "antal", "värdet saknas"),
    brott("bara tabbtecken", "1263;skadegorelse;2017;\t;;", "antal", "värdet saknas"),
    brott("varken kommun eller region", ";skadegorelse;2017;3;;", "kommun", "ingen av kolumnerna", "”region”"),
    brott("samma nyckel två gånger", FIRST, "kommun", "upprepar nyckeln", "från en tidigare rad (rad 2)"),
    brott("förlorade tecken i en cell", "1263;skadegorelse;2017;3;Br\u009d;", "definition", "gått förlorade"),
)

DAYS_AND_HOURS = (
    logg("31 april", "2025-04-31;9999-A;tillsyn;4;", "datum", "31 april finns inte"),
    logg("29 februari ett vanligt år", "2025-02-29;9999-A;tillsyn;4;", "datum", "29 februari 2025 finns inte"),
    logg("amerikanskt datum", "04/30/2025;9999-A;tillsyn;4;", "datum", "amerikansk ordning"),
    logg("tvetydigt datum", "03/04/2025;9999-A;tillsyn;4;", "datum", "både som 3 april 2025 och som 4 mars 2025"),
    logg("löpnummer i stället för datum", "45717;9999-A;tillsyn;4;", "datum", "Excels löpnummer"),
    logg("negativa timmar", "2025-03-02;9999-A;tillsyn;-4;", "timmar", "−4 är negativt", "”-4”"),
    logg("åtagande som inte finns", "2025-03-02;9999-B;tillsyn;4;", "åtagande_id", "finns inte i tabellen ataganden"),
    logg("för lång text", f"2025-03-02;9999-A;tillsyn;4;{'ord ' * 1300}", "anteckning", "5199 tecken", "högst 5000"),
)

PERIODS = (
    mal(
        "utgångsläget överlappar uppföljningen",
        GOOD_GOAL.replace("M1", "M2").replace("2024-12-31", "2025-06-30"),
        "uppföljning från",
        "ligger inte efter ”utgångsläge till”",
    ),
    mal(
        "uppföljningen slutar före den börjar",
        GOOD_GOAL.replace("M1", "M2").replace("2025-12-31", "2025-01-01").replace("2025-01-01;2025", "2025-02-01;2025"),
        "uppföljning till",
        "ligger före ”uppföljning från”",
    ),
    Case(
        id="löftet slutar före det börjar",
        make=files(loften=LOFTE + "9999-L2;9999;Löfte;2025-12-31;2025-01-01\n"),
        at="loften.csv, rad 3, kolumnen till:",
        says=("”till” ligger före ”från”", "2025-01-01", "Rätta"),
        received=2,
    ),
)

PEOPLE = (
    note("personnummer i anteckning", "bad 19811228-9874 ringa", "ett personnummer", "bad ••••••••-•••• ringa"),
    note("samordningsnummer i anteckning", "19701063-2391 var där", "ett samordningsnummer", "••••••••-••••"),
    note("telefonnummer i anteckning", "nås på 070-174 06 35", "ett telefonnummer", "•••-••• •• ••"),
    note("e-postadress i anteckning", "skriv till anna@example.se", "en e-postadress", "••••@•••••••.••"),
)

CASES = (*NUMBERS_AND_CODES, *DAYS_AND_HOURS, *PERIODS, *PEOPLE)
