"""Differences between groups in a survey: each pair as a point with its interval around zero."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.view.chart_frame import framed, note_at
from pages.view.chart_object import ChartObject
from pages.view.formats import NBSP, TOO_FEW, given, number, plain, signed, text
from pages.view.palette import Palette
from pages.view.trends import asked

Row = Mapping[str, Any]
_KINDS = ("kön", "ålder", "område")
_MOST = 12
_ROW, _FRAME = 46, 70
_MANY = (
    "Många grupper jämförs samtidigt, och därför krävs mer än vanligt för att en skillnad ska räknas som tydlig. "
    "Ihåliga punkter: skillnaden är inte större än vad slumpen i urvalet kan ge."
)


def latest_wave(gaps: pd.DataFrame) -> pd.DataFrame:
    """The rows of the newest wave, women and men first, then the largest differences."""
    if gaps.empty:
        return gaps
    newest = gaps.sort_values(["year", "wave"]).iloc[-1]
    own = gaps[(gaps["year"] == newest["year"]) & (gaps["wave"] == newest["wave"])]
    order = {kind: place for place, kind in enumerate(_KINDS)}
    return (
        own.assign(kind_order=own["kind"].map(order), size=own["gap"].abs())
        .sort_values(["kind_order", "size"], ascending=[True, False], na_position="last", kind="stable")
        .drop(columns=["kind_order", "size"])
    )


def equality_chart(gaps: pd.DataFrame, place: str, palette: Palette) -> ChartObject | None:
    """Takes rows of marts.equality_gap for one indicator; None when no difference can be shown."""
    rows = latest_wave(gaps)
    known = rows[rows["gap"].notna()]
    if known.empty:
        return None
    drawn = known.head(_MOST)
    first = known.iloc[0]
    question = asked(text(first["question"]), text(first["indicator_name"]))
    subtitle = (
        f"{place}, ”{question}”, {text(first['instrument'])} "
        f"{text(first['wave'])}, skillnad i procentenheter med 95{NBSP}%-intervall"
    )
    hidden = int(rows["gap"].isna().sum())
    return ChartObject(
        key=f"jamlikhet-{text(first['indicator']).replace(':', '-')}",
        figure=_figure(drawn, palette),
        title=_claim(known),
        subtitle=subtitle,
        alt=_alt(known, subtitle),
        direction="Närmare noll är mer jämlikt",
        table=_table(rows),
        numeric=("Skillnad",),
        raw=rows,
        source=", ".join(dict.fromkeys(map(text, rows["source"]))),
        data_through=None,
        notes=tuple(
            filter(
                None,
                (
                    _MANY,
                    f"De {_MOST} första av {len(known)} jämförelser; alla står i tabellen."
                    if len(known) > _MOST
                    else "",
                    "Några jämförelser visas inte: för få svar. De står i tabellen." if hidden else "",
                ),
            )
        ),
    )


def _clear(rows: pd.DataFrame) -> pd.Series:
    return rows["is_clear"].fillna(False).astype(bool)


def _claim(known: pd.DataFrame) -> str:
    """The sentence of the largest clear difference; of the first comparison when none is clear."""
    clear = known[_clear(known)]
    chosen = clear.loc[clear["gap"].abs().idxmax()] if len(clear) else known.iloc[0]
    return text(chosen["sentence"])


def _figure(drawn: pd.DataFrame, palette: Palette) -> go.Figure:
    figure = go.Figure()
    colour = palette.series[0]
    places = list(range(len(drawn), 0, -1))
    figure.add_shape(
        type="line", x0=0, x1=0, y0=0, y1=1, yref="paper", layer="below", line={"color": palette.baseline, "width": 1.5}
    )
    figure.add_scatter(
        x=drawn["gap"],
        y=places,
        mode="markers",
        marker={
            "size": 10,
            "color": [colour if clear else palette.paper for clear in _clear(drawn)],
            "line": {"color": colour, "width": 2},
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": (drawn["high"] - drawn["gap"]).fillna(0).tolist(),
            "arrayminus": (drawn["gap"] - drawn["low"]).fillna(0).tolist(),
            "thickness": 1.5,
            "width": 0,
            "color": colour,
        },
        text=[f"<b>{_pair(row)}</b><br>{_difference(row)}" for row in drawn.to_dict("records")],
        hovertemplate="%{text}<extra></extra>",
    )
    for row, y in zip(drawn.to_dict("records"), places, strict=True):
        note_at(
            figure, palette, _pair(row), x=0, xref="paper", y=y + 0.42, xanchor="left", yanchor="middle",
            color=palette.ink,
        )  # fmt: skip
    reach = 1.08 * float(max(drawn[["low", "high", "gap"]].abs().max().max(), 5.0))
    ticks = _ticks(reach)
    framed(
        figure,
        palette,
        x_range=(-reach, reach),
        x_ticks=(ticks, [signed(tick) if tick else "0" for tick in ticks]),
        y_range=(0.5, len(drawn) + 0.75),
        height=_FRAME + _ROW * len(drawn),
    )
    figure.update_yaxes(visible=False)
    return figure


def _ticks(reach: float) -> list[float]:
    step = next(s for s in (5, 10, 20, 50) if reach / s <= 3.5 or s == 50)
    return [float(tick) for tick in range(-step * int(reach // step), int(reach) + 1, step)]


def _pair(row: Row) -> str:
    return f"{_group(row, 'a')} {_share(row, 'a')} · {_group(row, 'b')} {_share(row, 'b')}"


def _group(row: Row, which: str) -> str:
    """The name of a group; ages say that they are."""
    name = text(row[f"group_{which}"])
    return f"{name}{NBSP}år" if text(row["kind"]) == "ålder" and name[-1:].isdigit() else name


def _share(row: Row, which: str) -> str:
    return f"{number(row[f'value_{which}'])}{NBSP}%" if given(row[f"value_{which}"]) else TOO_FEW


def _difference(row: Row) -> str:
    if not given(row["gap"]):
        return TOO_FEW
    limits = f" ({signed(row['low'])} till {signed(row['high'])})" if given(row["low"]) and given(row["high"]) else ""
    return f"{signed(row['gap'])}{limits} procentenheter"


def _alt(known: pd.DataFrame, subtitle: str) -> str:
    said = [f"{_pair(row)}: {_difference(row)}." for row in known.head(_MOST).to_dict("records")]
    return " ".join((_claim(known), f"{subtitle}. Punkter med intervall.", *said))


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    records = rows.to_dict("records")
    return pd.DataFrame(
        {
            "Jämförelse": [f"{_group(row, 'a')} – {_group(row, 'b')}" for row in records],
            "Gäller": rows["kind"].map(text).tolist(),
            "Andelar": [f"{_share(row, 'a')} – {_share(row, 'b')}" for row in records],
            "Skillnad": [signed(row["gap"], 1) if given(row["gap"]) else TOO_FEW for row in records],
            "95 %-intervall": [
                f"{signed(row['low'], 1)} till {signed(row['high'], 1)}" if given(row["low"]) else "–"
                for row in records
            ],
            "Svar": [f"{plain(row['answers_a'])} – {plain(row['answers_b'])}" for row in records],
            "Läge": [
                "" if not given(row["gap"]) else "tydlig" if row["is_clear"] is True else "inte tydlig"
                for row in records
            ],
        }
    )
