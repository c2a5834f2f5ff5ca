"""From observations in a SOL export to rows of the table brott: places, false zeros, duplicates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from etl.errors import Fault
from etl.extract.municipalities import Municipalities
from etl.extract.places import Place, place_of
from etl.extract.received import ReceivedRow, ReceivedTable
from etl.extract.sol_labels import SOURCE, SolPeriod, ambiguous_labels, crime_label
from etl.extract.source_text import MISSING

# Stadsdelsområden that Brå prints zeros for in the years before they existed.
FORMED = {"Järva": 2024, "Norra innerstaden": 2024}


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One printed figure. `count` and `rate` are text as printed, MISSING, or None when not in the export."""

    row: int
    place_label: str
    path: tuple[str, ...]
    period: SolPeriod
    count: str | None
    rate: str | None

    @property
    def is_missing(self) -> bool:
        return self.count in (None, MISSING) and self.rate in (None, MISSING)


@dataclass(frozen=True, kw_only=True)
class CrimeRows:
    tables: tuple[ReceivedTable, ...]
    notes: tuple[str, ...]
    faults: tuple[Fault, ...]


def crime_rows(
    observations: Sequence[Observation],
    *,
    file: str,
    sheet: str | None,
    municipalities: Municipalities,
    formed: Mapping[str, int] = FORMED,
) -> CrimeRows:
    """Rows for brott and, where there are parts of a municipality, for omraden.

    `formed` maps the name of a stadsdelsområde to the year it was formed. Identical duplicates are dropped,
    with a note; figures that contradict each other are refused, all of them.
    """
    notes: list[str] = []
    faults: list[Fault] = []
    places = {label: place_of(label, municipalities) for label in {o.place_label for o in observations}}
    faults += _unknown_places(observations, places, file=file, sheet=sheet)
    known = [o for o in observations if not places[o.place_label].unknown_municipality]
    known, false_zero_notes = _without_false_zeros(known, places, formed)
    notes += false_zero_notes
    ambiguous = ambiguous_labels(o.path for o in known)
    if ambiguous:
        named = ", ".join(f"”{label}”" for label in sorted(ambiguous))
        notes.append(f"Etiketter som står under flera rubriker har fått rubriken framför sig: {named}.")
    rows: dict[tuple[str, ...], list[ReceivedRow]] = {}
    for observation in known:
        row = _row(observation, places[observation.place_label], ambiguous)
        key = (observation.place_label, row.values["brottstyp"], observation.period.period)
        rows.setdefault(key, []).append(row)
    kept, duplicates, contradictions = _resolve(rows, file=file, sheet=sheet)
    faults += contradictions
    if duplicates:
        notes.append(f"{duplicates} dubblettrader med samma siffror räknades en gång.")
    tables = [ReceivedTable(table="brott", sheet=sheet, rows=tuple(kept))]
    areas = _area_rows(known, places)
    if areas:
        tables.insert(0, ReceivedTable(table="omraden", sheet=sheet, rows=areas))
    return CrimeRows(tables=tuple(tables), notes=tuple(notes), faults=tuple(faults))


def _unknown_places(
    observations: Iterable[Observation], places: Mapping[str, Place], *, file: str, sheet: str | None
) -> list[Fault]:
    first_row: dict[str, int] = {}
    for observation in observations:
        if places[observation.place_label].unknown_municipality:
            first_row.setdefault(observation.place_label, observation.row)
    return [
        Fault(
            file=file,
            sheet=sheet,
            row=row,
            column="region",
            value=label,
            table="brott",
            reason="kommunen finns inte i listan över Sveriges kommuner; dess siffror lästes inte in",
            remedy="Rätta namnet, eller lägg till kommunen i data/reference/kommuner.csv.",
        )
        for label, row in first_row.items()
    ]


def _without_false_zeros(
    observations: Sequence[Observation], places: Mapping[str, Place], formed: Mapping[str, int]
) -> tuple[list[Observation], list[str]]:
    """A district with nothing but zeros before it was formed has no figures, not no crime."""
    suspects: dict[tuple[str, str], bool] = {}
    for o in observations:
        year = formed.get(places[o.place_label].area_name)
        if year is not None and int(o.period.period[:4]) < year:
            key = (o.place_label, o.period.period)
            all_zero = all(v in (None, MISSING) or v.strip("0., ") == "" for v in (o.count, o.rate))
            suspects[key] = suspects.get(key, True) and all_zero
    result: list[Observation] = []
    emptied: dict[str, set[str]] = {}
    for o in observations:
        if suspects.get((o.place_label, o.period.period)) and not o.is_missing:
            emptied.setdefault(places[o.place_label].area_name, set()).add(o.period.period)
            o = replace(
                o,
                count=None if o.count is None else MISSING,
                rate=None if o.rate is None else MISSING,
            )
        result.append(o)
    notes = [
        f"{area} bildades {formed[area]}: nollorna för {_span(periods)} betyder att uppgift saknas."
        for area, periods in sorted(emptied.items())
    ]
    return result, notes


def _span(periods: Iterable[str]) -> str:
    ordered = sorted(periods)
    return ordered[0] if len(ordered) == 1 else f"{ordered[0]} till {ordered[-1]}"


def _row(observation: Observation, place: Place, ambiguous: frozenset[str]) -> ReceivedRow:
    rate = observation.rate
    return ReceivedRow(
        row=observation.row,
        values={
            **place.columns(),
            "brottstyp": crime_label(observation.path, ambiguous=ambiguous),
            "period": observation.period.period,
            "antal": MISSING if observation.count is None else observation.count,
            "per 100 000": "" if rate in (None, MISSING) else str(rate),
            "preliminär": "ja" if observation.period.preliminary else "nej",
            "definition": f"Brå per {place.level} och {observation.period.granularity}",
            "källa": SOURCE,
        },
    )


def _resolve(
    rows: Mapping[tuple[str, ...], list[ReceivedRow]], *, file: str, sheet: str | None
) -> tuple[list[ReceivedRow], int, list[Fault]]:
    kept: list[ReceivedRow] = []
    duplicates = 0
    faults: list[Fault] = []
    for (place, label, period), same in rows.items():
        distinct = {tuple(sorted(row.values.items())) for row in same}
        if len(distinct) == 1:
            kept.append(same[0])
            duplicates += len(same) - 1
            continue
        figures = " och ".join(sorted({row.values["antal"] or row.values["per 100 000"] for row in same}))
        faults.extend(
            Fault(
                file=file,
                sheet=sheet,
                row=row.row,
                column="antal",
                value=row.values["antal"],
                table="brott",
                reason=f"{place}, {label}, {period} står flera gånger med olika siffror ({figures})",
                remedy="Behåll den rad som är rätt, eller hämta uttaget från Brå på nytt.",
            )
            for row in same
        )
    return kept, duplicates, faults


def _area_rows(observations: Iterable[Observation], places: Mapping[str, Place]) -> tuple[ReceivedRow, ...]:
    rows: dict[str, ReceivedRow] = {}
    for observation in observations:
        place = places[observation.place_label]
        if place.area_id and place.area_id not in rows:
            rows[place.area_id] = ReceivedRow(row=observation.row, values=place.area_row())
    return tuple(rows.values())
