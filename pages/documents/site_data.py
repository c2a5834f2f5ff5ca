"""What the static site says, read once from the database that is served."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages import store
from pages.documents.site_names import promise_slug, slugs
from pages.view.formats import text

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class PromiseData:
    """One promise: its row of marts.promise, its address, and its rows of the other marts."""

    row: Row
    address: str
    commitments: pd.DataFrame
    goals: pd.DataFrame
    points: pd.DataFrame
    progress: pd.DataFrame
    report_days: pd.DataFrame
    rules: pd.DataFrame
    detectable: pd.DataFrame
    effects: pd.DataFrame
    corrections: pd.DataFrame
    gaps: pd.DataFrame
    problems: pd.DataFrame
    duties: pd.DataFrame
    activities: pd.DataFrame
    months: pd.DataFrame
    surveys: pd.DataFrame

    @property
    def id(self) -> str:
        return text(self.row["promise_id"])

    @property
    def title(self) -> str:
        return text(self.row["title"])


@dataclass(frozen=True, kw_only=True)
class MunicipalityData:
    """One municipality; its promises with the one that is shown first coming first."""

    code: str
    name: str
    is_fictitious: bool
    address: str
    promises: tuple[PromiseData, ...]
    crime: pd.DataFrame
    surveys: pd.DataFrame
    contacts: pd.DataFrame


@dataclass(frozen=True, kw_only=True)
class SiteData:
    """`build` holds the facts of marts.build."""

    build: Mapping[str, str]
    municipalities: tuple[MunicipalityData, ...]
    thresholds: pd.DataFrame
    sources: pd.DataFrame
    breaks: pd.DataFrame
    missing_rows: int


def read_site() -> SiteData:
    """Everything, in the order of the screens. Raises StoreError when there is no database that may be shown."""
    found = store.municipalities().to_dict("records")
    addresses = slugs((text(row["municipality_code"]), text(row["name"])) for row in found)
    return SiteData(
        build=store.build_info(),
        municipalities=tuple(_municipality(row, addresses[text(row["municipality_code"])]) for row in found),
        thresholds=store.thresholds(),
        sources=store.sources(),
        breaks=store.series_breaks(),
        missing_rows=store.reject_count(),
    )


def _municipality(row: Mapping[Any, Any], short: str) -> MunicipalityData:
    code = text(row["municipality_code"])
    corrections, gaps, duties = store.corrections(code), store.chain_gaps(code), store.duties(code)
    promises = [{str(k): v for k, v in promise.items()} for promise in store.promises(code).to_dict("records")]
    return MunicipalityData(
        code=code,
        name=text(row["name"]),
        is_fictitious=bool(row["is_fictitious"]),
        address=f"{short}/",
        promises=tuple(_promise(code, promise, f"{short}/", corrections, gaps, duties) for promise in promises),
        crime=store.crime_series(code),
        surveys=store.survey_series(code),
        contacts=store.contacts(code),
    )


def _promise(
    code: str, row: Row, above: str, corrections: pd.DataFrame, gaps: pd.DataFrame, duties: pd.DataFrame
) -> PromiseData:
    own = text(row["promise_id"])
    return PromiseData(
        row=row,
        address=f"{above}{promise_slug(code, own)}/",
        commitments=store.commitments(code, own),
        goals=store.goals(code, own),
        points=store.goal_points(code, own),
        progress=store.progress(code, own),
        report_days=store.report_days(code, own),
        rules=store.rules(code, own),
        detectable=store.detectable(code, own),
        effects=store.effects(code, own),
        corrections=corrections[corrections["promise_id"] == own],
        gaps=gaps[gaps["promise_id"] == own],
        problems=store.problems(code, own),
        duties=duties[duties["promise_id"] == own],
        activities=store.public_activities(code, own),
        months=store.activity_months(code, own),
        surveys=store.survey_series(code),
    )
