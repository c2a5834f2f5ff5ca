"""Kolada values as rows of the table nyckeltal, whatever file they came in."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.errors import Fault
from etl.extract.municipalities import Municipalities
from etl.extract.places import WHOLE_COUNTRY
from etl.extract.received import ReceivedRow, ReceivedTable
from etl.extract.source_text import MISSING, or_missing

_GENDERS = {"T": "", "K": "kvinna", "M": "man"}
_REGIONS = {
    "0001": "Region Stockholm",
    "0003": "Region Uppsala",
    "0004": "Region Sörmland",
    "0005": "Region Östergötland",
    "0006": "Region Jönköpings län",
    "0007": "Region Kronoberg",
    "0008": "Region Kalmar",
    "0009": "Region Gotland",
    "0010": "Region Blekinge",
    "0012": "Region Skåne",
    "0013": "Region Halland",
    "0014": "Västra Götalandsregionen",
    "0017": "Region Värmland",
    "0018": "Region Örebro län",
    "0019": "Region Västmanland",
    "0020": "Region Dalarna",
    "0021": "Region Gävleborg",
    "0022": "Region Västernorrland",
    "0023": "Region Jämtland Härjedalen",
    "0024": "Region Västerbotten",
    "0025": "Region Norrbotten",
}


@dataclass(frozen=True, kw_only=True)
class KoladaValue:
    """One value as text. `kind` is Kolada's own K (kommun) or L (region, nation) where the file gives it."""

    row: int
    kpi: str
    place_id: str
    year: str
    gender: str
    value: str
    count: str = ""
    status: str = ""
    place_name: str = ""
    kind: str = ""


def kolada_table(
    values: Sequence[KoladaValue], *, file: str, municipalities: Municipalities
) -> tuple[ReceivedTable, tuple[str, ...], tuple[Fault, ...]]:
    """Rows for nyckeltal. A four-digit id is a municipality only when it is one: 0001 is Region Stockholm.

    Identical values are kept once (pages overlap); values that contradict each other are refused.
    """
    rows: dict[tuple[str, ...], ReceivedRow] = {}
    faults: list[Fault] = []
    repeated = 0
    for value in values:
        result = _row(value, file=file, municipalities=municipalities)
        if isinstance(result, Fault):
            faults.append(result)
            continue
        key = tuple(result.values[k] for k in ("nyckeltal", "kommun", "region", "år", "kön"))
        old = rows.setdefault(key, result)
        if old is not result:
            repeated += 1
            if old.values["värde"] != result.values["värde"]:
                reason = f"rad {old.row} har värdet {old.values['värde']} för samma nyckeltal, plats, år och kön"
                faults.append(_fault(value, file, "värde", value.value, reason))
    notes = [f"{repeated} värden stod mer än en gång och räknades en gång."] if repeated else []
    return ReceivedTable(table="nyckeltal", rows=tuple(rows.values())), tuple(notes), tuple(faults)


def _row(value: KoladaValue, *, file: str, municipalities: Municipalities) -> ReceivedRow | Fault:
    place_id = value.place_id.zfill(4) if value.place_id.isdecimal() else value.place_id
    is_municipality = place_id in municipalities.names
    if value.kind in ("K", "L") and (value.kind == "K") != is_municipality:
        kinds = {"K": "en kommun", "L": "en region"}
        return _fault(
            value,
            file,
            "kommun",
            place_id,
            f"Kolada kallar {place_id} {kinds[value.kind]}, vår lista gör inte det",
        )
    if value.gender not in _GENDERS:
        return _fault(value, file, "kön", value.gender, "kön ska vara T, K eller M")
    region = "" if is_municipality else _region(place_id, value.place_name)
    if not is_municipality and not region:
        return _fault(value, file, "kommun", place_id, "id:t är varken en kommun, en region eller riket")
    return ReceivedRow(
        row=value.row,
        values={
            "nyckeltal": value.kpi,
            "kommun": place_id if is_municipality else "",
            "region": region,
            "år": value.year,
            "kön": _GENDERS[value.gender],
            "värde": or_missing(value.value),
            # Kolada's count is how many units lie behind the value, not how many answered.
            "antal": "" if or_missing(value.count) == MISSING else value.count,
            "status": value.status,
            "källa": f"Kolada, {value.kpi}",
        },
    )


def _region(place_id: str, name: str) -> str:
    """ "0001 Region Stockholm": the id sets it apart from the police region of the same name."""
    if place_id == "0000":
        return WHOLE_COUNTRY
    known = _REGIONS.get(place_id) or (name if not place_id.isdecimal() else "")
    return f"{place_id} {known}" if known else ""


def _fault(value: KoladaValue, file: str, column: str, text: str, reason: str) -> Fault:
    return Fault(
        file=file,
        row=value.row,
        column=column,
        value=text,
        table="nyckeltal",
        reason=reason,
        remedy="Hämta värdena från Kolada på nytt, eller ta bort raden.",
    )
