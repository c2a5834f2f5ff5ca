"""What one survey question has shown over the years, told: from rows of marts.survey_series and marts.series_break."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from etl.evaluate.sentences_safety import SafetyTold, Wave, WaveContext, tell_wave
from pages.view.formats import given, join_sv, text

Row = Mapping[Any, Any]


def breaks_of(rows: pd.DataFrame, breaks: pd.DataFrame) -> list[str | None]:
    """Row by row why a wave cannot be compared with the one before; None where it can.

    A known break is one year of one instrument; it lies before the first wave of that year or later.
    """
    known = breaks[breaks["concerns"] == "enkät"]
    found: list[str | None] = []
    for row in rows.to_dict("records"):
        earlier = rows[(rows["series_id"] == row["series_id"]) & (rows["year"] < row["year"])]["year"]
        same = known[
            (known["series"] == row["instrument"])
            & known["crime_type"].map(text).isin(["", text(row["indicator"])])
            & (known["year"] <= row["year"])
        ]
        since = same[same["year"] > earlier.max()] if len(earlier) else same.head(0)
        found.append(text(since["explanation"].iloc[-1]) if len(since) else None)
    return found


def everybody(series: pd.DataFrame) -> pd.DataFrame:
    """The rows of all who answered in the whole municipality."""
    return series[series["group_kind"].map(text).isin(["", "alla"]) & ~series["area_id"].map(given).astype(bool)]


def told_of(series: pd.DataFrame, breaks: pd.DataFrame, place: str) -> SafetyTold | None:
    """The latest wave of one question beside the one before; None when no value is shown."""
    own = everybody(series)
    shown = own[own["value"].notna()].sort_values(["year", "wave"], kind="stable")
    if shown.empty:
        return None
    latest = shown.iloc[-1].to_dict()
    same = shown[shown["series_id"] == latest["series_id"]]
    before = None
    if len(same) > 1 and breaks_of(same, breaks)[-1] is None:
        before = _wave(same.iloc[-2].to_dict())
    context = WaveContext(
        indicator=text(latest["indicator"]),
        indicator_name=text(latest["indicator_name"]),
        place=place,
        latest=_wave(latest),
        before=before,
        unit=text(latest["unit"]),
        high_is_good=latest["good"] != "lågt",
        method=text(latest["method"]),
        hidden=_hidden_later(own, latest),
    )
    return tell_wave(context)


def _wave(row: Row) -> Wave:
    limits = {name: float(row[name]) if given(row[name]) else None for name in ("low", "high")}
    return Wave(name=text(row["wave"]), value=float(row["value"]), **limits)


def _hidden_later(own: pd.DataFrame, latest: Row) -> str:
    later = own[(own["year"] > latest["year"]) & own["hidden_reason"].map(given).astype(bool)]
    if later.empty:
        return ""
    waves = join_sv(list(dict.fromkeys(later["wave"].map(text))))
    return f"Svaren i mätningen {waves} visas inte: {text(later['hidden_reason'].iloc[0])}."
