"""From rows of marts.activity to what the screen Aktivitetslogg shows."""

import pandas as pd

from pages.view.formats import date_iso, given, number, plain, text

# Choices beside the commitments themselves, in a form that no id has.
ALL, NO_COMMITMENT, OF_PROMISE = "*alla", "*utan", "*loftet"


def periods(log: pd.DataFrame) -> dict[str, str]:
    """The years and quarters that the log holds, newest first, after the whole time."""
    days = pd.DatetimeIndex(log["day"].dropna())
    years = sorted(set(days.year), reverse=True)
    known = {ALL: "Hela tiden"}
    for year in years:
        known[f"{year}"] = f"{year}"
        for quarter in sorted(set(days[days.year == year].quarter), reverse=True):
            known[f"{year}-K{quarter}"] = f"{year}, kvartal {quarter}"
    return known


def commitment_choices(log: pd.DataFrame, promise_title: str) -> dict[str, str]:
    """Everything, the chosen promise, each commitment, and what serves none; only what the log holds."""
    names = dict(zip(log["commitment_id"].map(text), log["commitment"].map(text), strict=True))
    without = names.pop("", None)
    chosen = {OF_PROMISE: f"Alla i {promise_title}"} if promise_title else {}
    rest = {NO_COMMITMENT: "Utan åtagande"} if without is not None else {}
    return {ALL: "Alla åtaganden", **chosen, **dict(sorted(names.items())), **rest}


def of_commitment(log: pd.DataFrame, commitment: str, promise_id: str) -> pd.DataFrame:
    """The rows of one of `commitment_choices`."""
    if commitment == ALL:
        return log
    if commitment == OF_PROMISE:
        return log[log["promise_id"].map(text) == promise_id]
    wanted = "" if commitment == NO_COMMITMENT else commitment
    return log[log["commitment_id"].map(text) == wanted]


def in_period(log: pd.DataFrame, period: str) -> pd.DataFrame:
    """The rows of a year (`2026`) or a quarter (`2026-K2`); all of them for ALL."""
    if period == ALL:
        return log
    year, _, quarter = period.partition("-K")
    days = log["day"].dt
    inside = days.year == int(year)
    return log[inside & (days.quarter == int(quarter))] if quarter else log[inside]


def by_commitment(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per commitment: activities, hours, participants, last report. A nil report counts only as a report."""
    named = rows.assign(
        name=[text(c) or "Utan åtagande" for c in rows["commitment"]],
        done=~rows["is_nil_report"].fillna(False).astype(bool),
    )
    groups = named.groupby("name", sort=True)
    sums = groups.agg(done=("done", "sum"), last=("day", "max"))
    # Nothing reported is not the same as zero.
    sums = sums.join(groups[["hours", "participants"]].sum(min_count=1))
    return pd.DataFrame(
        {
            "Åtagande": sums.index,
            "Aktiviteter": sums["done"].map(number).tolist(),
            "Timmar": sums["hours"].map(plain).tolist(),
            "Deltagare": sums["participants"].map(plain).tolist(),
            "Senaste rapport": sums["last"].map(date_iso).tolist(),
        }
    )


def listed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as ready strings under Swedish headings."""
    return pd.DataFrame(
        {
            "Datum": rows["day"].map(date_iso),
            "Aktivitet": [
                "Inget utfört (nollrapport)" if given(nil) and bool(nil) else text(what)
                for nil, what in zip(rows["is_nil_report"], rows["activity"], strict=True)
            ],
            "Åtagande": rows["commitment"].map(text),
            "Timmar": rows["hours"].map(plain),
            "Deltagare": rows["participants"].map(plain),
            "Område": rows["area_name"].map(text),
            "Plats": rows["place"].map(text),
            "Part": rows["party"].map(text),
        }
    )


def whole_log(rows: pd.DataFrame) -> pd.DataFrame:
    """All columns for the CSV, under the headings of the table `aktiviteter`, so that the file can be handed in."""
    headings = {
        "activity_id": "aktivitet_id",
        "day": "datum",
        "starts": "starttid",
        "ends": "sluttid",
        "commitment_id": "åtagande_id",
        "activity": "aktivitet",
        "hours": "timmar",
        "participants": "deltagare",
        "area_id": "område",
        "place": "plats",
        "party": "part",
        "concerns_period": "avser period",
        "is_nil_report": "nollrapport",
        "note": "anteckning",
    }
    return rows[list(headings)].rename(columns=headings)
