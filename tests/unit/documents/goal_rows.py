"""Rows of marts.goal_verdict and marts.goal_point for pictures, as small as they can be."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

RATE = "anmälda brott per 1 000 invånare och år"


def goal(**changed: Any) -> dict[str, Any]:
    """A goal that reported crime should fall in 2017 from what it was in 2015–2016."""
    return {
        "goal_id": "1263-2017-M1", "goal": "Skadegörelsen ska minska", "claim": "Fler skadegörelser", "alt": "Stapel",
        "indicator_name": "Skadegörelse", "measure": "brott", "unit": RATE, "good": "lågt", "area_name": None,
        "group_name": None, "baseline_from": "2015-01-01", "baseline_to": "2016-12-31", "baseline_note": None,
        "baseline_value": 10.0, "followup_from": "2017-01-01", "followup_to": "2017-12-31", "followup_value": 14.7,
        "source": "Brå", "data_through": "2017-12-31",
    } | changed  # fmt: skip


def points(values: Sequence[float | None], *, first: int = 2013, **changed: Any) -> pd.DataFrame:
    """One value a year; the years 2015–2016 are the baseline and 2017 the promise. `changed` holds columns."""
    years = range(first, first + len(values))
    rows = pd.DataFrame(
        {
            "series_id": "a",
            "period": [str(year) for year in years],
            "period_start": pd.to_datetime([f"{year}-01-01" for year in years]),
            "period_end": pd.to_datetime([f"{year}-12-31" for year in years]),
            "value": pd.Series(values, dtype=float),
            "low": pd.Series(values, dtype=float) - 1,
            "high": pd.Series(values, dtype=float) + 1,
            "count": [None if value is None else round(value * 20) for value in values],
            "answers": None,
            "unit": RATE,
            "role": ["utgångsläge" if year in (2015, 2016) else "löftestid" if year == 2017 else "" for year in years],
            "used": [year in (2015, 2016, 2017) for year in years],
            "preliminary": False,
            "break_before": None,
            "instrument": "Brå",
            "source": "Brå",
        }
    )
    for name, column in changed.items():
        rows[name] = column
    return rows


def months(values: Sequence[float], *, first: str = "2015-01") -> pd.DataFrame:
    """One value a month."""
    starts = pd.period_range(first, periods=len(values), freq="M")
    years = [start.year for start in starts]
    return points([1.0] * len(values), first=1900).assign(
        period=[str(start) for start in starts],
        period_start=[start.start_time.normalize() for start in starts],
        period_end=[start.end_time.normalize() for start in starts],
        value=list(values),
        low=None,
        high=None,
        role=["utgångsläge" if year in (2015, 2016) else "löftestid" for year in years],
        used=True,
    )
