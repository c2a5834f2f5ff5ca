"""The foreign kinds of file that are read, and those that are known and refused with the right reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from etl.errors import SourceError


@dataclass(frozen=True, kw_only=True)
class KnownKind:
    name: str
    description: str


KNOWN_KINDS = (
    KnownKind(name="sol_excel", description="Brås Excel-uttag av anmälda brott (.xls eller .xlsx)"),
    KnownKind(
        name="sol_dbfil",
        description="Brås textuttag av anmälda brott (Region;Brott;År;Period;Antal;/100 000 inv)",
    ),
    KnownKind(name="scb_pxweb_csv", description="SCB:s folkmängd som CSV (region;ålder;år;Folkmängd)"),
    KnownKind(name="scb_json_stat", description="SCB:s folkmängd som JSON-stat2"),
    KnownKind(name="folkmangd_lista", description="Lista över folkmängd (kommun_kod, kommun_namn, population, år)"),
    KnownKind(name="kolada_json", description="Koladavärden som JSON (API v2 eller v3)"),
    KnownKind(name="kolada_csv", description="Koladavärden som CSV (kpi, year, municipality_id, gender, value)"),
    KnownKind(
        name="publicerad_trygghetsmatning",
        description="Publicerade värden ur trygghetsmätningar (omrade;omradestyp;ar;matt;varde;enhet)",
    ),
)

_OWN_TABLE = "Gör om den till någon av tabellerna i mallen (python -m etl template FIL.xlsx)."


@dataclass(frozen=True, kw_only=True)
class RefusedHeading:
    """A known list that is not read: recognised when all `headings` stand in its heading line."""

    headings: frozenset[str]
    what: str
    todo: str


REFUSED_HEADINGS = (
    RefusedHeading(
        headings=frozenset({"id", "title", "description", "is_divided_by_gender"}),
        what="Filen är Koladas beskrivning av nyckeltal och innehåller inga värden",
        todo="Hämta nyckeltalens värden från Kolada i stället.",
    ),
    RefusedHeading(
        headings=frozenset({"id", "title", "type"}),
        what="Filen är Koladas lista över kommuner och regioner och innehåller inga värden",
        todo="Den behövs inte: kommunerna finns redan i data/reference/kommuner.csv.",
    ),
    RefusedHeading(
        headings=frozenset({"brott", "brott_id", "niva", "foralder_id"}),
        what=(
            "Filen är en omarbetad lista över Brås brottsträd (brott_id, niva, foralder_id), inte ett uttag "
            "från Brå; kolumnerna brottstyp och per 100 000 saknas, preliminar är 0 eller 1 i stället för ja "
            "eller nej, och kommun är ett namn och ingen kod"
        ),
        todo=(
            "Lämna in Brås eget uttag. Eller byt namn på brott till brottstyp och per_100k till per 100 000, "
            "skriv ja eller nej i preliminär och fyrsiffriga koder i kommun, och spara som tabellen brott."
        ),
    ),
    RefusedHeading(
        headings=frozenset({"kommun", "period", "key", "count"}),
        what="Filen är en omarbetad lista över anmälda brott; kolumnerna brottstyp (key) och antal (count) saknas",
        todo="Byt namn på key till brottstyp, count till antal och per100k till per 100 000, och spara "
        "som tabellen brott.",
    ),
    RefusedHeading(
        headings=frozenset({"kommunkod", "inskr_arman", "antal_brott"}),
        what="Filen är polisens egna brottskategorier per månad, som räknas på ett annat sätt än Brås",
        todo="Gör om den till tabellen brott med ”polisen” i kolumnen definition.",
    ),
    RefusedHeading(
        headings=frozenset({"brottskod", "brott_niva"}),
        what="Filen är en nyckel till polisens brottskategorier och innehåller inga siffror",
        todo="Lämna in siffrorna i stället.",
    ),
    RefusedHeading(
        headings=frozenset({"geografi", "enhet", "ar", "variabel", "varde"}),
        what="Filen är en omarbetning av Brås indikatorer för kommuners lägesbild och är inte Brås egen arbetsbok",
        todo="Gör om den till tabellerna brott (anmälda brott) och enkat_varden (NTU, med undre och övre gräns).",
    ),
    RefusedHeading(
        headings=frozenset({"desokod", "bef"}),
        what="Filen är folkmängd per DeSO, som inte läses direkt",
        todo="Gör om den till tabellen folkmangd med DeSO-koden i kolumnen område.",
    ),
    RefusedHeading(
        headings=frozenset({"kommun", "antal", "per 100 000 inv."}),
        what="Filen är Brås lista över kommuner men säger varken vilket brott eller vilken period siffrorna gäller",
        todo="Lägg till kolumnerna brottstyp och period, skriv kommunkoder i kommun och spara som tabellen brott.",
    ),
)


def refuse_heading(headings: Iterable[str], *, file: str) -> None:
    """Raises SourceError when the headings are those of a known list that is not read."""
    folded = {h.strip().strip('"').casefold() for h in headings}
    for refused in REFUSED_HEADINGS:
        if refused.headings <= folded:
            raise SourceError(what=refused.what, where=file, todo=refused.todo)


def unknown_kind(file: str, *, more: Iterable[KnownKind] = ()) -> SourceError:
    """The refusal of a file that is none of the known kinds; `more`: kinds that others read."""
    known = "; ".join(kind.description for kind in (*more, *KNOWN_KINDS))
    return SourceError(what="Filens innehåll känns inte igen", where=file, todo=f"Det här går att läsa: {known}.")


def not_statistics(what: str, *, file: str, todo: str = _OWN_TABLE) -> SourceError:
    return SourceError(what=what, where=file, todo=todo)
