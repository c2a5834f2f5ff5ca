"""What a visitor looks at among the reported crimes: type, area, measure and step of time; all in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages import store
from pages.view.choice import Choice
from pages.view.crime_trend import COUNT, MONTH, QUARTER, RATE, YEAR, steps_of, usual_step
from pages.view.formats import text
from pages.view.made_once import once
from pages.view.selectors import drop_down, segments
from pages.view.trends import crime_choices

CRIME, AREA, MEASURE, STEP = "brott", "omrade", "matt", "steg"
WHOLE = "hela"
_MEASURES: Mapping[str, str] = {"tal": RATE, "antal": COUNT}
_STEPS: Mapping[str, tuple[str, str]] = {
    "manad": (MONTH, "Månader"), "kvartal": (QUARTER, "Kvartal"), "ar": (YEAR, "Hela år"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class CrimeRows:
    """The rows of one crime type and area, and what they can be looked at by.

    `newest` is the last day that anything is known of the crime type in any area, by the same steps of time.
    """

    rows: pd.DataFrame
    steps: tuple[str, ...]
    usual_step: str
    has_rate: bool
    newest: pd.Timestamp


@dataclass(frozen=True, kw_only=True)
class CrimeView:
    """What is looked at; `area_id` is empty for the whole municipality."""

    crime: str
    crime_name: str
    area_id: str
    area_name: str
    measure: str
    step: str
    found: CrimeRows

    @property
    def key(self) -> tuple[str, ...]:
        return self.crime, self.area_id, self.measure, self.step

    def place(self, municipality: str) -> str:
        """Follows "i": ”Svedala”, ”Centrum i Exempelköping”."""
        return f"{self.area_name} i {municipality}" if self.area_name else municipality


def rows_of(code: str, crime: str, area_id: str = "") -> CrimeRows:
    """The reported crimes of one type in one area of a municipality; the whole of it when no area is named."""
    return once(("crime-rows", code, crime, area_id), lambda: _rows(code, crime, area_id))


def choose_crime(choice: Choice, goals: pd.DataFrame) -> CrimeView | None:
    """Shows the selectors that there is a choice for. None when the municipality has no reported crime."""
    code = choice.municipality_code
    names = once(
        ("crime-names", code, choice.promise_id), lambda: crime_choices(store.crime_series(code), goals)
    )  # fmt: skip
    if not names:
        return None
    upper, lower = (st.columns([3, 2], gap="small") for _ in range(2))
    with upper[0]:
        crime = drop_down("Brottstyp", names, key=CRIME)
    areas = once(("crime-areas", code, crime), lambda: _areas(code, crime))
    area = next(iter(areas))
    if len(areas) > 1:
        with upper[1]:
            area = drop_down("Område", areas, key=AREA)
    found = rows_of(code, crime, "" if area == WHOLE else area)
    with lower[0] if len(areas) > 1 else upper[1]:
        measure = _MEASURES[segments("Visa", _MEASURES if found.has_rate else {"antal": COUNT}, key=MEASURE)]
    steps = {key: label for key, (step, label) in _STEPS.items() if step in found.steps}
    with lower[1] if len(areas) > 1 else lower[0]:
        usual = next((key for key in steps if _STEPS[key][0] == found.usual_step), "")
        step = _STEPS[segments("Tidssteg", steps, key=STEP, first=usual)][0] if steps else ""
    return CrimeView(
        crime=crime,
        crime_name=names[crime],
        area_id="" if area == WHOLE else area,
        area_name="" if area == WHOLE else areas[area],
        measure=measure,
        step=step,
        found=found,
    )


def _areas(code: str, crime: str) -> dict[str, str]:
    """Area to name, the whole municipality first."""
    series = store.crime_series(code)
    own = series[series["crime_type"] == crime].drop_duplicates("area_id")
    areas = {text(r.area_id) or WHOLE: text(r.area_name) or "Hela kommunen" for r in own.itertuples(index=False)}
    return dict(sorted(areas.items(), key=lambda area: (area[0] != WHOLE, area[1])))


def _rows(code: str, crime: str, area_id: str) -> CrimeRows:
    series = store.crime_series(code)
    own = series[series["crime_type"] == crime]
    rows = own[own["area_id"].map(text) == area_id]
    steps = tuple(steps_of(rows))
    return CrimeRows(
        rows=rows,
        steps=steps,
        usual_step=usual_step(rows, steps),
        has_rate=bool((rows["rate_per_100k"].notna() | rows["rate_printed"].notna()).any()),
        newest=own[own["granularity"].isin(set(rows["granularity"]))]["period_end"].max(),
    )
