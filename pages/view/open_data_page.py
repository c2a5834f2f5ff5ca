"""The screen Öppna data as one piece of HTML, the same for every visitor who looks at the same promise."""

from collections.abc import Iterable
from urllib.parse import urlsplit

import streamlit as st

from pages.view.choice import Choice
from pages.view.formats import date_sv, plural, text
from pages.view.made_once import once
from pages.view.markup import bullets, esc, heading, notice, paragraph
from pages.view.open_data_catalogue import data_sets
from pages.view.open_data_files import FOLDER, OpenFile, Published
from pages.view.open_data_section import copyable, evidence_list, file_link, table_list

_LEAD = "Allt som Löfteskollen visar för allmänheten går att hämta som filer och använda fritt, utan inloggning."
_NOTHING = "Inget är publicerat än, så det finns inga filer att hämta."
_TO_PUBLISH = (
    "När den som sköter Löfteskollen har publicerat finns här alla öppna tabeller med förklaringar, bevispaket för "
    "varje bedömning och löftena som filer."
)
_FOR_WHOM = (
    ("Räkna i Excel", "Hämta CSV-filen för den tabell som du behöver. Den öppnas rätt i svenska Excel."),
    ("Granska en bedömning", "Hämta bevispaketet: regeln, talen bakom och hur man räknar om."),
    ("Bygga något eget", "Använd JSON eller Parquet. Adresserna ändras inte, och andra webbplatser får läsa dem."),
    ("Arbeta i en kommun", "Löftet som fil följer ett schema, så att kommuner kan utbyta löften och jämföra dem."),
)
_LICENCE = (
    "Tabeller med uppgifter från andra har licensen CC BY 4.0: använd dem fritt, också i tjänster som kostar pengar, "
    "och ange källan. Övriga tabeller har CC0 och är helt fria.",
    "Anmälda brott: ange Brå. Folkmängd: ange SCB. Trygghetsmätningar: ange den som gjorde mätningen. Kolumnen source "
    "säger vilken källa varje rad har.",
    "Små tal är dolda eller avrundade för att ingen ska kunna kännas igen. Försök inte räkna ut dem.",
)


_ADDRESSES = (
    ("Katalog för dataportaler (DCAT-AP-SE)", "katalog.jsonld"),
    ("Vad kolumnerna betyder", "kolumner.json"),
    ("Schema för ett medborgarlöfte", "medborgarlofte.schema.json"),
    ("Lista över alla filer, med storlek och kontrollsumma", "filer.json"),
)
_PROMISE_TITLE, _TABLES_TITLE, _LICENCE_TITLE, _CITING_TITLE, _ADDRESS_TITLE = (
    "Det valda löftet",
    "Tabeller",
    "Licens och källor",
    "Så anger du källan",
    "Adresser för program",
)
_SECTIONS = {
    _PROMISE_TITLE: "lofte-som-fil",
    _TABLES_TITLE: "tabeller",
    _LICENCE_TITLE: "licens",
    _CITING_TITLE: "kallhanvisning",
    _ADDRESS_TITLE: "adresser",
}


def open_data_page(edition: Published | None, choice: Choice) -> str:
    """HTML of the whole screen; `edition` is None before the first publication."""
    if edition is None:
        return _top() + notice(_NOTHING) + paragraph(_TO_PUBLISH)
    start = edition.address or _this_server()
    key = ("open data", str(edition.folder), choice.municipality_code, choice.promise_id, start)
    return once(key, lambda: "".join(_parts(edition, choice, start)))


def _parts(edition: Published, choice: Choice, start: str) -> Iterable[str]:
    yield '<div class="lk-open">'
    yield _top() + _in_short(edition)
    yield heading("Vad vill du göra?", level=2)
    yield bullets([f"<strong>{esc(want)}.</strong> {esc(todo)}" for want, todo in _FOR_WHOM])
    yield _further_down()
    yield _promise(edition, choice)
    yield _tables(edition)
    yield _section(_LICENCE_TITLE) + bullets([esc(line) for line in _LICENCE])
    yield _citing(edition, start)
    yield "</div>"


def _top() -> str:
    return heading("Öppna data", level=1) + paragraph(_LEAD, kind="lk-lead")


def _further_down() -> str:
    links = "".join(f'<a href="#{anchor}" target="_self">{esc(title)}</a>' for title, anchor in _SECTIONS.items())
    return f'<p class="lk-under">{links}</p>'


def _section(title: str) -> str:
    """The heading of a section, as the place that the links at the top lead to."""
    return f'<div id="{_SECTIONS[title]}" class="lk-anchor" tabindex="-1">{heading(title, level=2)}</div>'


def _in_short(edition: Published) -> str:
    counts = (
        plural(sum(len(data_set.tables) for data_set in data_sets(edition)), "tabell", "tabeller"),
        plural(len(edition.of_kind("löfte")), "medborgarlöfte", "medborgarlöften"),
        plural(len(edition.of_kind("bevis")), "bevispaket", "bevispaket"),
    )
    said = f"<strong>Publicerat den {esc(date_sv(edition.day))}</strong>"
    return f'<p class="lk-under">{said}{"".join(f"<span>{esc(count)}</span>" for count in counts)}</p>'


def _promise(edition: Published, choice: Choice) -> str:
    head = _section(_PROMISE_TITLE)
    if choice.promise is None:
        return head + paragraph(f"Inget medborgarlöfte är inlagt för {choice.municipality_name}.")
    title = f"{choice.municipality_name}: {text(choice.promise['title'])}"
    own = {"kommun": choice.municipality_code, "lofte": choice.promise_id}
    files, packages = edition.of_kind("löfte", **own), edition.of_kind("bevis", **own)
    if not files:
        return head + paragraph(title) + notice("Det här löftet är inte publicerat än.")
    whole = f'<p class="lk-p">Hela löftet som fil: {file_link(files[0], about=title)}</p>'
    return (
        head
        + paragraph(title)
        + whole
        + _packages("Bevispaket för åtagandena", packages, "atagande")
        + _packages("Bevispaket för målen", packages, "mal")
    )


def _packages(title: str, packages: Iterable[OpenFile], word: str) -> str:
    wanted = [package for package in packages if word in package.about]
    return heading(title, level=3) + evidence_list(wanted) if wanted else ""


def _tables(edition: Published) -> str:
    told = "Samma rader finns i tre format. Tabellerna gäller alla kommuner i Löfteskollen."
    return (
        _section(_TABLES_TITLE)
        + paragraph(told)
        + "".join(
            heading(data_set.title, level=3)
            + paragraph(data_set.description)
            + paragraph(f"Licens: {data_set.licence}. {data_set.terms}", kind="lk-muted")
            + table_list(edition, data_set.tables)
            for data_set in data_sets(edition)
        )
    )


def _citing(edition: Published, start: str) -> str:
    day = date_sv(edition.day)
    cited = f"Löfteskollen ({edition.day.year}). Öppna data om medborgarlöften. Publicerade den {day}. "
    return (
        _section(_CITING_TITLE)
        + copyable([("Källhänvisning", f"{cited}{start}/oppnadata")])
        + _section(_ADDRESS_TITLE)
        + copyable([(title, f"{start}{FOLDER}{name}") for title, name in _ADDRESSES])
    )


def _this_server() -> str:
    """The address by which the visitor reached the server; nothing when it is not known."""
    reached = urlsplit(st.context.url or "")
    return f"{reached.scheme}://{reached.netloc}" if reached.netloc else ""
