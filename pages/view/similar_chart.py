"""One municipality's reported crime beside that of municipalities of similar size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from etl.evaluate.sentences_similar import SimilarRate, tell_similar
from etl.evaluate.similar import LEAST
from etl.evaluate.wording import NOT_ALL_CRIME
from pages.view.chart_frame import nice_top
from pages.view.chart_object import ChartObject
from pages.view.crime_years import whole_years
from pages.view.dot_rows import DotRow, UprightLine, dot_figure
from pages.view.formats import NBSP, given, interval_sv, number, plain, text, to_date
from pages.view.palette import Palette
from pages.view.trends import sources_of

Row = Mapping[Any, Any]
_RATE = f"Per 100{NBSP}000 invånare"
_UNIT = f"per 100{NBSP}000 invånare"
_CAUSE = (
    "Kommunerna är valda för sin folkmängd. Ålder, pendling, handel och nöjesliv skiljer sig åt mellan dem, så "
    "jämförelsen säger inget om orsaken."
)


@dataclass(frozen=True, kw_only=True)
class _Shared:
    """One year's rows of crime with `name` and `size`: the own municipality, the others, the whole country if known."""

    own: Row
    others: Sequence[Row]
    country: Row | None


def similar_chart(
    own: pd.DataFrame, others: pd.DataFrame, similar: pd.DataFrame, place: str, palette: Palette
) -> ChartObject | None:
    """The latest year that the own municipality shares with at least LEAST others, counted in the same way.

    `own` and `others` are rows of marts.crime_series of one crime type, `similar` rows of marts.similar. None when
    there is no such year. The whole country, where it is among `others`, is drawn as a line.
    """
    shared = _shared_year(own, others, similar)
    if shared is None:
        return None
    mine = {**shared.own, "name": place}
    ordered = sorted([mine, *shared.others], key=lambda row: -float(row["rate"]))
    country = [shared.country] if shared.country else []
    crime, name, year = text(mine["crime_type"]), text(mine["crime_name"]), text(mine["period"])
    told = tell_similar(_rate(mine), [_rate(row) for row in shared.others], crime=crime, crime_name=name, year=year)
    subtitle = f"{name}: {NOT_ALL_CRIME}, {_UNIT} {year}, med 95{NBSP}%-intervall"
    top = nice_top(max(float(row["rate_high"] if given(row["rate_high"]) else row["rate"]) for row in ordered))
    ticks = [0.0, top / 2, top]
    preliminary = any(map(_preliminary, ordered))
    return ChartObject(
        key=f"liknande-{text(mine['municipality_code'])}-{crime}",
        figure=dot_figure(
            [_dot(row, own=row is mine) for row in ordered],
            palette,
            x_range=(0.0, top),
            ticks=(ticks, [plain(tick) for tick in ticks]),
            line=UprightLine(value=float(country[0]["rate"]), words="hela landet") if country else None,
        ),
        title=told.claim,
        subtitle=subtitle,
        alt=" ".join((f"{told.sentence} {subtitle}. Punkter med intervall.", *(f"{_said(r)}." for r in ordered))),
        direction="Lågt är bra ←",
        table=_table([*ordered, *country]),
        numeric=(_RATE, "Antal", "Folkmängd"),
        raw=pd.DataFrame([*ordered, *country]).drop(columns=["rank"], errors="ignore"),
        source=sources_of(pd.DataFrame([*ordered, *country])),
        data_through=to_date(mine["period_end"]),
        more=told.sentence,
        notes=(_CAUSE, *(("Ihåliga punkter är preliminära.",) if preliminary else ())),
    )


def _shared_year(own: pd.DataFrame, others: pd.DataFrame, similar: pd.DataFrame) -> _Shared | None:
    mine = _rated(own)
    near = similar[similar["similar_code"].map(given).astype(bool)].set_index("similar_code")
    by_place = others.groupby([others["municipality_code"].map(text), others["region"].map(text)], sort=False)
    years = pd.concat([_rated(rows) for _, rows in by_place]) if len(others) else mine.head(0)
    for row in mine.sort_values("period_start", ascending=False).to_dict("records"):
        same = years[(years["period"] == row["period"]) & (years["definition"] == row["definition"])]
        theirs = [
            {**other, "name": text(near["similar_name"][code]), "size": near["similar_population"][code]}
            for other in same.to_dict("records")
            if (code := text(other["municipality_code"])) in near.index
        ]
        if len(theirs) >= LEAST:
            country = same[same["region"].map(given).astype(bool)].to_dict("records")
            whole = {**country[0], "name": "Hela landet", "size": None} if country else None
            return _Shared(own={**row, "size": near["population"].iloc[0]}, others=theirs, country=whole)
    return None


def _rated(rows: pd.DataFrame) -> pd.DataFrame:
    years = whole_years(rows)
    return years[years["rate"].notna() & years["count"].notna()]


def _rate(row: Row) -> SimilarRate:
    return SimilarRate(name=text(row["name"]), count=int(row["count"]), rate=float(row["rate"]))


def _preliminary(row: Row) -> bool:
    return row["preliminary"] is True


def _dot(row: Row, *, own: bool) -> DotRow:
    return DotRow(
        label=f"{row['name']} {number(row['rate'])}",
        value=float(row["rate"]),
        low=float(row["rate_low"]) if given(row["rate_low"]) else None,
        high=float(row["rate_high"]) if given(row["rate_high"]) else None,
        hover=f"<b>{row['name']}</b><br>{_said(row)}",
        own=own,
        hollow=_preliminary(row),
    )


def _said(row: Row) -> str:
    interval = interval_sv(row["rate_low"], row["rate_high"])
    return (
        f"{row['name']}: {number(row['rate'])} {_UNIT}"
        f"{f' ({interval})' if interval else ''}{', preliminär' if _preliminary(row) else ''}"
    )


def _table(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Kommun": [text(row["name"]) for row in rows],
            _RATE: [number(row["rate"]) for row in rows],
            "95 %-intervall": [interval_sv(row["rate_low"], row["rate_high"]) or "–" for row in rows],
            "Antal": [plain(row["count"]) for row in rows],
            "Folkmängd": [plain(row["size"]) for row in rows],
            "Om siffran": ["preliminär" if _preliminary(row) else "" for row in rows],
        }
    )
