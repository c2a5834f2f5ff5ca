"""Broken tables: headings, keys across files, references, surveys, places on the map."""

from tests.unit.broken.case import Case, files, lines
from tests.unit.broken.cells import BROTT, FIRST, LAST, LOFTE

ENKATER = "enkät_id;kommun;instrument;omgång"
ENKAT = "9999-2025;9999;trygghetsmätning;2025"
FRAGOR = "instrument;fråga;lydelse;skala;riktning;bra svar"
SCALE = '"1 = otrygg; 2 = trygg"'
FRAGA = f"trygghetsmätning;trygg;Hur trygg är du?;{SCALE};högt är bra;2"
SVAR = "enkät_id;svar_id;trygg"
VARDEN = "kommun;år;indikator;värde;enhet;undre gräns;övre gräns"
HANDELSER = "händelse_id;kommun;datum;typ;latitud;longitud"


def brott_files(id: str, at: str, *says: str, received: int, **content: str) -> Case:
    return Case(id=id, make=files(**content), at=at, says=says, received=received)


def survey(
    id: str,
    *rows: str,
    at: str,
    says: tuple[str, ...],
    questions: str = FRAGA,
    surveys: tuple[str, ...] = (ENKAT,),
    headings: str = SVAR,
) -> Case:
    make = files(
        enkater=lines(ENKATER, *surveys),
        enkat_fragor=lines(FRAGOR, questions),
        enkat_svar=lines(headings, *rows),
    )
    return Case(id=id, make=make, at=at, says=says, received=1 + len(surveys) + len(rows))


def values(id: str, row: str, column: str, *says: str) -> Case:
    good = "9999;2024;enkat:trygg;48;procent;;"
    make = files(enkat_varden=lines(VARDEN, good, row))
    return Case(id=id, make=make, at=f"enkat_varden.csv, rad 3, kolumnen {column}:", says=says, received=2)


def place(id: str, row: str, column: str, *says: str) -> Case:
    make = files(handelser=lines(HANDELSER, "h1;9999;2025-03-01;klotter;60,1;15,2", row))
    return Case(id=id, make=make, at=f"handelser.csv, rad 3, kolumnen {column}:", says=says, received=2)


HEADINGS = (
    Case(
        id="kolumn saknas",
        make=files(brott=lines("kommun;brottstyp;period;definition", "1263;skadegorelse;2017;Brå")),
        at="brott.csv, rad 1, kolumnen antal:",
        says=("kolumnen ”antal” saknas i tabellen brott", "Lägg till en kolumn med rubriken ”antal”"),
    ),
    Case(
        id="ingen av två kolumner finns",
        make=files(brott=lines("brottstyp;period;antal", "skadegorelse;2017;3")),
        at="brott.csv, rad 1, kolumnen kommun:",
        says=("minst en av kolumnerna ”kommun”, ”region” behövs",),
    ),
    Case(
        id="samma rubrik två gånger",
        make=files(brott=lines(BROTT + ";Antal", FIRST + ";218")),
        at="brott.csv, rad 1, kolumnen antal:",
        says=("rubriken ”antal” står på 2 ställen", "Ta bort den ena kolumnen"),
    ),
    Case(
        id="rader ovanför rubrikerna",
        make=files(brott=lines("Anmälda brott i Svedala;;;;;", ";;;;;", BROTT, FIRST)),
        at="brott.csv, rad 3:",
        says=("rubrikerna för tabellen brott står på rad 3", "Ta bort raderna ovanför"),
    ),
    Case(
        id="två rubrikrader",
        make=files(brott=lines(BROTT, "kod;Brås etikett;år;st;;", FIRST)),
        at="brott.csv, rad 2, kolumnen antal:",
        says=("”st” är inte ett tal",),
        received=2,
    ),
    Case(
        id="inga rubriker",
        make=files(brott=lines(FIRST, LAST)),
        at="brott.csv:",
        says=("Filens innehåll känns inte igen", "våra egna tabeller", "brott", "mall.xlsx"),
    ),
)

ACROSS = (
    brott_files(
        "samma nyckel i en annan fil",
        "brott_rattad.csv, rad 2, kolumnen kommun:",
        "upprepar nyckeln",
        "brott.csv, rad 2)",
        received=3,
        brott=lines(BROTT, FIRST, LAST),
        brott_rattad=lines(BROTT, FIRST.replace("218", "219")),
    ),
    brott_files(
        "löfte som inte finns",
        "ataganden.csv, rad 2, kolumnen löfte_id:",
        "”9999-X” finns inte i tabellen loften",
        "Lägg till raden i tabellen loften",
        received=2,
        loften=LOFTE,
        ataganden=lines("åtagande_id;löfte_id;åtagande;typ", "9999-B;9999-X;Hundra;timmar"),
    ),
    brott_files(
        "område som inte finns",
        "brott.csv, rad 2, kolumnen område:",
        "”9999-centrum” finns inte i tabellen omraden",
        received=1,
        brott=lines("kommun;område;brottstyp;period;antal", "9999;9999-centrum;skadegorelse;2017;3"),
    ),
)

CHAIN = (
    Case(
        id="det som raden hör till har avvisats",
        make=files(
            loften=LOFTE,
            ataganden=lines("åtagande_id;löfte_id;åtagande;typ;mål", "9999-B;9999-L;Hundra;timmar;många"),
            aktiviteter=lines("datum;åtagande_id;aktivitet;timmar", "2025-03-01;9999-B;tillsyn;4"),
        ),
        at="aktiviteter.csv, rad 2, kolumnen åtagande_id:",
        says=("”9999-B” har avvisats i tabellen ataganden", "Rätta felet på den raden först"),
        received=3,
        refused=2,
    ),
)

SURVEYS = (
    survey(
        "svar utanför skalan",
        "9999-2025;1;2",
        "9999-2025;2;7",
        at="enkat_svar.csv, rad 3, kolumnen trygg:",
        says=("svaret ”7” finns inte i frågans skala", "”7”", "enkat_fragor"),
    ),
    survey(
        "oändligt svar",
        "9999-2025;1;inf",
        "9999-2025;2;2",
        at="enkat_svar.csv, rad 2, kolumnen trygg:",
        says=("svaret ”inf” finns inte i frågans skala",),
        questions=FRAGA.replace(SCALE, ""),
    ),
    survey(
        "personnummer som svar",
        "9999-2025;1;19811228-9874",
        at="enkat_svar.csv, rad 2, kolumnen trygg:",
        says=("svaret ”••••••••-••••” finns inte i frågans skala",),
    ),
    survey(
        "svar på en okänd enkät",
        "9999-2024;1;2",
        at="enkat_svar.csv, rad 2, kolumnen enkät_id:",
        says=("”9999-2024” finns inte i tabellen enkater",),
    ),
    survey(
        "omgång som två enkäter har",
        "9999;2025;1;2",
        at="enkat_svar.csv, rad 2, kolumnen enkät_id:",
        says=("ingen enkät, eller flera,", "fyll i ”enkät_id”", "”9999 2025”"),
        surveys=(ENKAT, "9999-2025-b;9999;kommunens enkät;2025"),
        headings="kommun;omgång;svar_id;trygg",
    ),
    survey(
        "samma svar med enkät_id och med omgång",
        "9999-2025;;;1;2",
        ";9999;2025;1;1",
        at="enkat_svar.csv, rad 3, kolumnen svar_id:",
        says=("svaret finns redan för samma enkät",),
        headings="enkät_id;kommun;omgång;svar_id;trygg",
    ),
    survey(
        "skala som inte går att läsa",
        at="enkat_fragor.csv, rad 2, kolumnen skala:",
        says=("otrygg till trygg", "1 = mycket otrygg; 5 = mycket trygg"),
        questions=FRAGA.replace(SCALE, "otrygg till trygg"),
    ),
    survey(
        "bra svar som inte finns i skalan",
        at="enkat_fragor.csv, rad 2, kolumnen bra svar:",
        says=("”4” finns inte i skalan",),
        questions=FRAGA.removesuffix("2") + "4",
    ),
    values(
        "procent över hundra",
        "9999;2025;enkat:trygg;148;procent;;",
        "värde",
        "Värdet är ”148”",
        "procent",
        "0 till 100",
    ),
    values("index över sex", "9999;2025;enkat:totalindex;19,4;index 0–6;;", "värde", "19,4", "0 till 6"),
    values("undre gräns över övre", "9999;2025;enkat:trygg;48;procent;52;44", "övre gräns", "under ”undre gräns”"),
)

ON_THE_MAP = (
    place("latitud utanför Sverige", "h2;9999;2025-03-02;klotter;51,5;15,2", "latitud", "för litet", "51,5"),
    place("latitud och longitud omkastade", "h2;9999;2025-03-02;klotter;15,2;60,1", "longitud", "för stort"),
)

CASES = (*HEADINGS, *ACROSS, *CHAIN, *SURVEYS, *ON_THE_MAP)
