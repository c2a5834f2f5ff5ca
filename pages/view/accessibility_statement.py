"""The accessibility statement that 13 § of lag (2018:1937) asks for, in the order of Digg's template, as HTML.

Dates, status and shortcomings stand here and nowhere else, so that the screen and the static site say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from pages.view.contact import contact_list
from pages.view.formats import date_sv
from pages.view.markup import bullets, esc, heading, paragraph

TITLE = "Tillgänglighetsredogörelse"
# Too long for a phone: where it may be parted.
HEADING = "Tillgänglighets\N{SOFT HYPHEN}redogörelse"
TESTED_ON = date(2026, 11, 22)
UPDATED_ON = date(2026, 11, 22)
STATUS = "delvis förenlig"
COMPLAINTS = "https://www.digg.se/tdosanmalan"
_LAW = "lagen om tillgänglighet till digital offentlig service"


@dataclass(frozen=True, kw_only=True)
class Shortcoming:
    """What does not work, for whom, and what helps meanwhile. `criterion` is the criterion of WCAG, if there is one."""

    use: str
    what: str
    instead: str
    criterion: str = ""


SHORTCOMINGS: tuple[Shortcoming, ...] = (
    Shortcoming(
        use="Användning utan synförmåga",
        what="Sidorna är inte prövade med skärmläsare av någon som använder det till vardags. Väljare och utfällbara "
        "delar kommer från ett verktyg utifrån (Streamlit) och kan låta annorlunda i olika skärmläsare.",
        instead="Varje diagram har en beskrivning i ord och en tabell. Kommun och löfte står i adressen, så en länk "
        "leder rätt utan väljarna.",
    ),
    Shortcoming(
        use="Användning utan synförmåga eller mus",
        what="I diagrammen visas enskilda värden bara när man pekar på dem.",
        instead="Alla värden finns i tabellen under diagrammet (”Visa tabell”) och i filen som kan hämtas.",
        criterion="2.1.1",
    ),
    Shortcoming(
        use="Användning med nedsatt syn",
        what="Texten i diagrammen följer sidans storlek när man zoomar, men inte egna inställningar för radavstånd och "
        "avstånd mellan bokstäver.",
        instead="Samma uppgifter finns i tabellen, som följer inställningarna.",
        criterion="1.4.12",
    ),
    Shortcoming(
        use="Användning med nedsatt syn",
        what="På smala skärmar och vid 400 procents förstoring rullas breda tabeller i sidled, var för sig.",
        instead="Filen som kan hämtas har samma innehåll.",
    ),
    Shortcoming(
        use="Användning med kognitiv nedsättning",
        what="Lättläst finns på skärmarna Läget i korthet och Löftet, men inte på de andra.",
        instead="Ordlistan förklarar orden, och den som undrar kan höra av sig.",
    ),
    Shortcoming(
        use="Användning utan JavaScript",
        what="Sidorna visas inte i en webbläsare där JavaScript är avstängt.",
        instead="Den som publicerar Löfteskollen kan också lägga ut samma svar som vanliga webbsidor.",
    ),
)

_TESTS = (
    "Automatisk granskning med axe enligt WCAG 2.0, 2.1 och 2.2, nivå A och AA, av alla skärmar i Chromium: ljust och "
    "mörkt, bred och smal skärm, med allt utfällt. Inga fel hittades.",
    "Prov med enbart tangentbord: allt går att nå i läsordning, och det syns var man är.",
    "Prov vid 320 bildpunkters bredd, som motsvarar 400 procents förstoring: ingen sida behöver rullas i sidled.",
    "Kontrast mellan text och bakgrund, språkmärkning och textalternativ prövas vid varje ändring.",
)


def statement_html(
    *,
    actor: str,
    contacts: pd.DataFrame,
    tested: date = TESTED_ON,
    updated: date = UPDATED_ON,
    shortcomings: Sequence[Shortcoming] = SHORTCOMINGS,
) -> str:
    """The whole statement below its title. `actor` gave the promises; `contacts` are rows of marts.contact."""
    known = contact_list(contacts)
    inside = "".join(
        (
            paragraph(
                f"Här följs det upp som {actor} har lovat. Så många som möjligt ska kunna använda Löfteskollen. Nedan "
                f"står hur Löfteskollen uppfyller {_LAW}, vilka brister vi känner till och hur du berättar om andra.",
                kind="lk-lead",
            ),
            heading("Hur tillgänglig är Löfteskollen?", level=2),
            paragraph("Delar av Löfteskollen är inte helt tillgängliga. Bristerna står nedan."),
            heading("Vad kan du göra om du inte kan använda en del?", level=2),
            paragraph("Hör av dig om du behöver innehållet på ett annat sätt, till exempel på papper eller uppläst."),
            known or paragraph("Ingen kontaktväg är inlagd för kommunen."),
            heading("Berätta om brister", level=2),
            paragraph(
                "Vi vill veta om något inte fungerar, även om det inte står här. Berätta gärna vilken sida det gäller, "
                "vad du försökte göra och vilket hjälpmedel du använder. Kontakta oss på samma sätt som ovan."
            ),
            heading("Tillsyn", level=2),
            f'<p class="lk-p">Myndigheten för digital förvaltning (Digg) ser till att {_LAW} följs. Är du inte nöjd '
            "med hur vi tar hand om dina synpunkter kan du anmäla det till Digg: "
            f'<a href="{COMPLAINTS}" rel="noopener" target="_blank">{COMPLAINTS}</a>.</p>',
            heading("Teknisk information", level=2),
            paragraph(
                f"Löfteskollen är {STATUS} med {_LAW} (2018:1937), på grund av bristerna nedan. Kraven motsvarar "
                "WCAG 2.1 nivå AA."
            ),
            heading("Innehåll som inte är tillgängligt", level=3),
            bullets([_shortcoming(each) for each in shortcomings]),
            heading("Oskäligt betungande anpassning", level=3),
            paragraph("Inget undantag görs för anpassningar som skulle vara oskäligt betungande (12 §)."),
            heading("Innehåll som inte omfattas av lagen", level=3),
            paragraph("Inget innehåll är undantaget (9 §). Länkar leder till andras sidor, som svarar för sina egna."),
            heading("Så har vi prövat", level=3),
            paragraph("Bedömningen är en självskattning. Ingen utomstående har granskat Löfteskollen."),
            bullets([esc(test) for test in _TESTS]),
            paragraph(f"Senaste bedömningen gjordes den {date_sv(tested)}."),
            paragraph(f"Redogörelsen uppdaterades senast den {date_sv(updated)}."),
        )
    )
    return f'<div class="lk-text">{inside}</div>'


def _shortcoming(known: Shortcoming) -> str:
    what = f"{known.what.rstrip('.')} (WCAG {known.criterion})." if known.criterion else known.what
    return f"<strong>{esc(known.use)}</strong>: {esc(what)} {esc(known.instead)}"
