"""The figures behind a verdict on a goal: periods, values, counts, answers, interval, φ and τ, source."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import NBSP, date_iso, days_sv, given, number, period_sv, signed, text, with_unit

Row = Mapping[str, Any]
_ROLES = {"baseline": "utgångsläge", "followup": "löftestid"}


def data_facts(row: Row, points: pd.DataFrame, surveys: pd.DataFrame) -> list[tuple[str, str]]:
    """Name and value of what the verdict rests on; an empty value means that there is none to show."""
    return [
        ("Utgångsläge", _level(row, "baseline")),
        ("Uppföljning", _level(row, "followup")),
        ("Antal anmälda brott", _counts(row, points)),
        ("Antal svar", _answers(row, points, surveys)),
        ("Förändring", _change(row)),
        ("95 %-intervall", _limits(row)),
        ("Spridning mellan månader (φ)", _marked(row["phi"], 1, assumed=phi_is_assumed(row))),
        ("Spridning mellan år (τ)", _marked(row["tau"], 2, assumed=tau_is_assumed(row))),
        ("Om utgångsläget", text(row["baseline_note"])),
        ("Källa", text(row["source"])),
        ("Data till och med", date_iso(row["data_through"])),
    ]


def interval_line(row: Row) -> str:
    """”Förändring +50 %, 95 %-intervall +9 till +105 %”, or nothing for what has no interval."""
    limits = _limits(row)
    return f"Förändring {_change(row)}, 95{NBSP}%-intervall {limits}." if limits and _change(row) else ""


def phi_is_assumed(row: Row) -> bool:
    return given(row["phi"]) and given(row["phi_assumed"]) and bool(row["phi_assumed"])


def tau_is_assumed(row: Row) -> bool:
    """τ is the common one unless it was estimated from comparison municipalities."""
    return given(row["tau"]) and given(row["tau_assumed"]) and bool(row["tau_assumed"])


def _marked(value: Any, decimals: int, *, assumed: bool) -> str:
    return f"{number(value, decimals)}{' (antagen)' if assumed else ''}" if given(value) else ""


def _unit(row: Row) -> str:
    return "%" if text(row["measure"]) == "brott" else "procentenheter"


def _change(row: Row) -> str:
    return f"{signed(row['estimate'], 1)}{NBSP}{_unit(row)}" if given(row["estimate"]) else ""


def _limits(row: Row) -> str:
    if not (given(row["low"]) and given(row["high"])):
        return ""
    return f"{signed(row['low'], 1)} till {signed(row['high'], 1)}{NBSP}{_unit(row)}"


def _level(row: Row, which: str) -> str:
    years = days_sv(row[f"{which}_from"], row[f"{which}_to"])
    value = with_unit(row[f"{which}_value"], row["unit"]) if given(row[f"{which}_value"]) else "inga uppgifter"
    return f"{value}, {years}" if years else ("" if value == "inga uppgifter" else value)


def _used(points: pd.DataFrame, which: str) -> pd.DataFrame:
    return points[points["used"].astype(bool) & (points["role"] == _ROLES[which])]


def _counts(row: Row, points: pd.DataFrame) -> str:
    """The counts that the rates rest on, before and during."""
    if text(row["measure"]) != "brott":
        return ""
    sums = {which: _used(points, which)["count"].dropna() for which in _ROLES}
    said = [
        f"{number(counts.sum())} {words}"
        for counts, words in ((sums["baseline"], "i utgångsläget"), (sums["followup"], "i uppföljningen"))
        if len(counts)
    ]
    return ", ".join(said)


def _answers(row: Row, points: pd.DataFrame, surveys: pd.DataFrame) -> str:
    """Answers and effective answers of each wave that is compared."""
    if text(row["measure"]) != "enkät":
        return ""
    used = pd.concat([_used(points, which) for which in _ROLES])
    said = []
    for point in used.to_dict("records"):
        wave = period_sv(point["period"])
        if not given(point["answers"]):
            said.append(f"{wave}: inte publicerat")
            continue
        effective = _effective(point, surveys)
        worth = f" (effektivt {number(effective)})" if effective is not None else ""
        said.append(f"{wave}: {number(point['answers'])}{worth}")
    return ", ".join(said)


def _effective(point: Row, surveys: pd.DataFrame) -> float | None:
    """n_eff of the survey value that the point shows: same series, number of answers and value."""
    same = surveys[
        (surveys["series_id"] == point["series_id"])
        & (surveys["answers"] == point["answers"])
        & (surveys["value"] == point["value"])
        & surveys["n_eff"].notna()
    ]
    return float(same["n_eff"].iloc[0]) if len(same) else None
