"""Whole years and twelve-month sums of reported crime, from rows of marts.crime_series of one crime type and area."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from etl.evaluate.crime_change import Twelve
from etl.evaluate.rates import fingertips
from pages.view.formats import given, text, to_date

_QUARTERS = 4
Row = Mapping[Any, Any]


def with_hidden(series: pd.DataFrame) -> pd.DataFrame:
    """The rows with the columns that are needed everywhere, in a form that can be reckoned with."""
    own = series.copy()
    if "hidden_reason" not in own:
        own["hidden_reason"] = None
    own["rate"] = pd.to_numeric(own["rate_per_100k"]).fillna(pd.to_numeric(own["rate_printed"]))
    return own


def whole_years(series: pd.DataFrame) -> pd.DataFrame:
    """The rows of whole years, and the years that months or quarters of the same definition add up to.

    Rates have 95 % limits also where the source printed them: Poisson limits scale with the rate.
    """
    own = with_hidden(series)
    years = own[own["granularity"] == "år"]
    known = set(zip(years["definition"].map(text), years["period"].map(text), strict=True))
    added = [
        row
        for row in (*_from_months(own), *_from_quarters(own))
        if (text(row["definition"]), text(row["period"])) not in known
    ]
    unique = {(text(row["definition"]), text(row["period"])): row for row in reversed(added)}
    if unique:
        made = pd.DataFrame(list(unique.values()), columns=own.columns)
        years = made if years.empty else pd.concat([years, made])
    return _limited(years).sort_values(["definition", "period_start"])


def twelves(series: pd.DataFrame, *, calendar: bool = False) -> tuple[Twelve, ...]:
    """The twelve-month sums of the definition that reaches furthest, after its latest break; oldest first.

    With `calendar` only whole calendar years.
    """
    own = with_hidden(series)
    candidates = [
        _of_definition(rows, calendar=calendar) for _, rows in own.groupby(own["definition"].map(text), sort=True)
    ]
    reaching = [found for found in candidates if found]
    return max(reaching, key=lambda found: (found[-1].last, len(found)), default=())


def _from_months(own: pd.DataFrame) -> Iterable[dict[Any, Any]]:
    months = own[own["granularity"] == "månad"]
    for row in months.to_dict("records"):
        last = to_date(row["period_end"])
        if given(row["rolling_12"]) and last is not None and last.month == 12:
            yield _year(row, last.year, int(row["rolling_12"]), preliminary=_any_preliminary(months, row))


def _from_quarters(own: pd.DataFrame) -> Iterable[dict[Any, Any]]:
    quarters = own[(own["granularity"] == "kvartal") & own["count"].notna()]
    for (_, year), rows in quarters.groupby(["definition", quarters["period_start"].dt.year], sort=True):
        if len(rows) == _QUARTERS:
            preliminary = bool(rows["preliminary"].fillna(False).astype(bool).any())
            yield _year(rows.iloc[-1].to_dict(), int(year), int(rows["count"].sum()), preliminary=preliminary)


def _year(row: Row, year: int, count: int, *, preliminary: bool) -> dict[Any, Any]:
    """The row of a whole year, like its last part in everything that is not a figure."""
    population = float(row["population_mean"]) if given(row["population_mean"]) else None
    return {
        **row,
        "granularity": "år",
        "period": str(year),
        "period_start": pd.Timestamp(year, 1, 1),
        "period_end": pd.Timestamp(year, 12, 31),
        "count": count,
        "rate": 100_000 * count / population if population else float("nan"),
        "rate_low": float("nan"),
        "rate_high": float("nan"),
        "rolling_12": None,
        "preliminary": preliminary,
        "break_before": None,
        "hidden_reason": None,
    }


def _any_preliminary(months: pd.DataFrame, row: Row) -> bool:
    same = months[months["definition"] == row["definition"]]
    since = row["period_start"] - pd.DateOffset(months=11)
    within = same[(same["period_start"] >= since) & (same["period_start"] <= row["period_start"])]
    return bool(within["preliminary"].fillna(False).astype(bool).any())


def _limited(years: pd.DataFrame) -> pd.DataFrame:
    """Limits of the rate, where a count and a rate are known and no limits are."""
    limited = years.copy()
    for name in ("rate_low", "rate_high"):
        limited[name] = pd.to_numeric(limited[name])
    missing = limited["rate_low"].isna() & limited["rate"].notna() & (pd.to_numeric(limited["count"]) > 0)
    if missing.any():
        counts = limited.loc[missing, "count"].astype(int)
        limits = [fingertips(count) for count in counts]
        for place, name in enumerate(("rate_low", "rate_high")):
            scaled = [pair[place] / count for pair, count in zip(limits, counts, strict=True)]
            limited.loc[missing, name] = limited.loc[missing, "rate"] * scaled
    return limited


def _of_definition(rows: pd.DataFrame, *, calendar: bool) -> tuple[Twelve, ...]:
    months = rows[rows["granularity"] == "månad"]
    known = () if calendar else months[months["rolling_12"].notna()].to_dict("records")
    rolling = [_rolling(months, row) for row in known]
    years = [_whole(row) for row in whole_years(rows).to_dict("records")]
    found = {twelve.last: twelve for twelve in (*rolling, *years)}
    broken = rows[rows["break_before"].map(given).astype(bool)]["period_start"]
    since = to_date(broken.max()) if len(broken) else None
    return tuple(found[last] for last in sorted(found) if since is None or found[last].first >= since)


def _rolling(months: pd.DataFrame, row: Row) -> Twelve:
    last = to_date(row["period_end"]) or date.max
    count = int(row["rolling_12"])
    population = float(row["population_mean"]) if given(row["population_mean"]) else None
    return Twelve(
        first=(pd.Timestamp(last) + pd.Timedelta(days=1) - pd.DateOffset(years=1)).date(),
        last=last,
        count=count,
        rate=100_000 * count / population if population else None,
        preliminary=_any_preliminary(months, row),
    )


def _whole(row: Row) -> Twelve:
    return Twelve(
        first=to_date(row["period_start"]) or date.min,
        last=to_date(row["period_end"]) or date.max,
        count=int(row["count"]) if given(row["count"]) else None,
        rate=float(row["rate"]) if given(row["rate"]) else None,
        preliminary=bool(row["preliminary"]) if given(row["preliminary"]) else False,
        hidden_reason=text(row["hidden_reason"]),
    )
