"""Published values from trygghetsmätningar: omrade;omradestyp;ar;matt;varde;enhet; and more."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.errors import Fault
from etl.extract.delimited import Line, read_lines, sniff_delimiter
from etl.extract.municipalities import Municipalities
from etl.extract.places import place_of, slug
from etl.extract.received import Received, ReceivedRow, ReceivedTable
from etl.extract.source_text import MISSING, or_missing

KIND = "publicerad_trygghetsmatning"
_REQUIRED = {"omrade", "omradestyp", "ar", "matt", "varde", "enhet"}
_ONLY_COUNTS = "(endast antal svar)"

# By published wording and unit: the same words as an index and as a share are two indicators. Wordings that
# are
# not here ("varken trygg eller otrygg") keep their words as the question and have no indicator.
INDICATORS = {
    ("totalindex", "index 0–6"): "enkat:totalindex",
    ("störande ungdomsgäng", "index 0–6"): "enkat:ungdomsgang",
    ("buskörning med moped/mc", "index 0–6"): "enkat:buskorning",
    ("bilar kör för fort", "index 0–6"): "enkat:fortkorning",
    ("utsatthet för fysiskt våld", "index 0–6"): "enkat:utsatt_vald_index",
    ("inte utsatt för något brott", "procent"): "enkat:ej_utsatt",
    ("polisen bryr sig om de lokala problemen", "procent"): "enkat:polisen_bryr_sig",
    ("mycket eller ganska trygg", "procent"): "enkat:trygg",
    ("mycket trygg eller trygg", "procent"): "enkat:trygg",
    ("otrygg eller mycket otrygg", "procent"): "enkat:otrygg",
    ("bilar kör för fort", "procent"): "enkat:problem_fortkorning",
    ("bilister bryter mot trafikregler", "procent"): "enkat:problem_trafikregler",
    ("nedskräpning", "procent"): "enkat:problem_nedskrapning",
}
_UNITS = {"procent": "procent", "%": "procent", "index 0-6": "index 0–6", "index 0-100": "index 0–100"}
_POLICE = "polisens trygghetsmätning"


@dataclass(frozen=True, kw_only=True)
class Method:
    """`mode` is one of the contract's words for how answers were collected, or empty."""

    instrument: str
    mode: str


def method_of(text: str, *, owner: str) -> Method:
    """Splits a published description of method, e.g. "polisens trygghetsmätning (postal enkät, urval)".

    `owner`: whose survey it is when nobody is named, e.g. "Svenljunga kommun".
    """
    folded = text.casefold()
    if folded.startswith(_POLICE):
        instrument = _POLICE
    elif "trygghetsmätning" in folded:
        instrument = text.split("(")[0].strip()
    else:
        instrument = f"{owner}s {'trygghetsmätning' if 'mätning' in folded else 'trygghetsundersökning'}"
    if "telefon" in folded:
        return Method(instrument=instrument, mode="telefon")
    if "webb" in folded:
        is_open = "öppen" in folded or "självval" in folded
        return Method(instrument=instrument, mode="webb öppen" if is_open else "webb urval")
    return Method(instrument=instrument, mode="postal" if "postal" in folded else "")


def is_published_survey(header: str) -> bool:
    """True for the list's heading line."""
    return {f.strip().strip('"').casefold() for f in header.split(sniff_delimiter(header))} >= _REQUIRED


def read_published_survey(text: str, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for enkat_varden, and for enkater where the number asked or answering is published for a
    municipality.

    A row without value stays, as missing; one that only tells the number of answers becomes a row of enkater.
    """
    lines = read_lines(text, delimiter=sniff_delimiter(text.split("\n", 1)[0]), file=file)
    headings = [f.casefold() for f in lines[0].fields]
    values: list[ReceivedRow] = []
    surveys: dict[str, ReceivedRow] = {}
    faults: list[Fault] = []
    notes: list[str] = []
    for line in lines[1:]:
        if len(line.fields) != len(headings):
            faults.append(
                _fault(file, line, "", "", f"raden har {len(line.fields)} fält i stället för {len(headings)}")
            )
            continue
        cells = dict(zip(headings, line.fields, strict=True))
        municipality = _municipality(cells, municipalities)
        if municipality is None:
            faults.append(_fault(file, line, "omrade", cells["omrade"], "kommunen finns inte i listan över kommuner"))
            continue
        region = "" if municipality else place_of(cells["omrade"], municipalities).region or cells["omrade"]
        owner = municipalities.genitive_of(municipality) if municipality else region
        method = method_of(cells.get("metod", ""), owner=owner)
        if municipality and (cells.get("antal_svar") or cells.get("antal_utskick")):
            survey = _survey(line, cells, municipality, method)
            surveys.setdefault(survey.values["enkät_id"], survey)
        if cells["matt"] == _ONLY_COUNTS:
            notes.append(f"Rad {line.number}: {cells['omrade']} {cells['ar']} har bara antal svar, inget värde.")
            continue
        values.append(_row(line, cells, municipality, region, method))
        notes += _inconsistent_rate(line, cells)
    tables = [ReceivedTable(table="enkat_varden", rows=tuple(values))]
    if surveys:
        tables.insert(0, ReceivedTable(table="enkater", rows=tuple(surveys.values())))
    return Received(kind=KIND, tables=tuple(tables), notes=tuple(notes), faults=tuple(faults))


def _municipality(cells: Mapping[str, str], municipalities: Municipalities) -> str | None:
    """The code, "" for another kind of area, None for an unknown municipality."""
    if cells["omradestyp"].casefold() != "kommun":
        return ""
    return municipalities.code_of(cells["omrade"])


def _row(line: Line, cells: Mapping[str, str], municipality: str, region: str, method: Method) -> ReceivedRow:
    printed_unit = cells["enhet"].split("(")[0].strip().casefold().replace("\u2013", "-")
    unit = _UNITS.get(printed_unit, cells["enhet"])
    return ReceivedRow(
        row=line.number,
        values={
            "kommun": municipality,
            "område": "",
            "region": region,
            "omgång": cells["ar"],
            "år": cells["ar"],
            "fråga": cells["matt"],
            "indikator": INDICATORS.get((cells["matt"].casefold(), unit), ""),
            "värde": or_missing(cells["varde"]),
            "enhet": unit,
            "antal svar": "" if or_missing(cells.get("antal_svar", "")) == MISSING else cells["antal_svar"],
            "instrument": method.instrument,
            "metod": method.mode,
            "källa": cells.get("kalla", ""),
        },
    )


def _survey(line: Line, cells: Mapping[str, str], municipality: str, method: Method) -> ReceivedRow:
    return ReceivedRow(
        row=line.number,
        values={
            "enkät_id": f"{municipality}-{cells['ar']}-{slug(method.instrument)}",
            "kommun": municipality,
            "instrument": method.instrument,
            "omgång": cells["ar"],
            "metod": method.mode,
            "antal utskick": cells.get("antal_utskick", ""),
            "antal svar": cells.get("antal_svar", ""),
            "källa": cells.get("kalla", ""),
        },
    )


def _inconsistent_rate(line: Line, cells: Mapping[str, str]) -> list[str]:
    """Published response rates do not always follow from the published numbers; say so, change nothing."""
    try:
        answered, sent = int(cells.get("antal_svar", "")), int(cells.get("antal_utskick", ""))
        rate = float(cells.get("svarsfrekvens_procent", "").replace(",", "."))
    except ValueError:
        return []
    computed = 100 * answered / sent if sent else rate
    if abs(computed - rate) <= 0.1:
        return []
    printed, shown = (f"{share:.1f}".replace(".", ",") for share in (rate, computed))
    return [f"Rad {line.number}: svarsfrekvensen anges till {printed} % men {answered} av {sent} är {shown} %."]


def _fault(file: str, line: Line, column: str, value: str, reason: str) -> Fault:
    return Fault(
        file=file,
        row=line.number,
        column=column or None,
        value=value or None,
        table="enkat_varden",
        reason=reason,
        remedy="Rätta raden i listan.",
    )
