"""Every answer to one survey question: a bar for each answer, and where the bar ended the wave before."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.view.chart_frame import framed, nice_top, note_at
from pages.view.chart_object import ChartObject
from pages.view.formats import NBSP, given, number, plain, text
from pages.view.palette import Palette
from pages.view.trends import asked

Row = Mapping[Any, Any]
_ROW, _FRAME = 48, 40


def distribution_chart(rows: pd.DataFrame, name: str, place: str, palette: Palette) -> ChartObject | None:
    """Takes rows of marts.survey_distribution of one question; None when no wave may be shown.

    `name` is what the question is called. The latest wave that is shown is drawn, the one before it as an upright mark.
    """
    shown = rows[rows["share"].notna()].sort_values(["year", "wave", "code"], kind="stable")
    if shown.empty:
        return None
    waves = list(dict.fromkeys(shown["wave"].map(text)))
    latest = shown[shown["wave"].map(text) == waves[-1]]
    before = shown[shown["wave"].map(text) == waves[-2]] if len(waves) > 1 else shown.head(0)
    earlier = dict(zip(before["code"], before["share"], strict=True))
    first = latest.iloc[0]
    question = asked(text(first["question"]), name)
    subtitle = f"{place}, ”{question}”, alla svar i mätningen {waves[-1]}, procent"
    common = latest.loc[latest["share"].idxmax()]
    mean = _mean(first)
    return ChartObject(
        key=f"svar-{text(first['municipality_code'])}-{text(first['question']).replace(' ', '-')[:40]}",
        figure=_figure(latest, earlier, waves, palette),
        title=f"Vanligaste svaret {waves[-1]}: {_label(common)} ({number(common['share'])} procent)",
        subtitle=subtitle,
        alt=" ".join(
            (f"{subtitle}. Liggande staplar.", *(f"{_said(row)}." for row in latest.to_dict("records")), mean)
        ),
        direction="",
        table=_table(shown),
        numeric=("Andel", "Svar"),
        raw=shown.drop(columns=["given"], errors="ignore"),
        source=", ".join(dict.fromkeys(map(text, latest["source"]))),
        data_through=None,
        notes=tuple(filter(None, (f"Streck: andelen {waves[-2]}." if earlier else "", mean))),
    )


def _figure(latest: pd.DataFrame, earlier: Mapping[float, float], waves: list[str], palette: Palette) -> go.Figure:
    figure = go.Figure()
    records = latest.to_dict("records")
    places = list(range(len(records), 0, -1))
    figure.add_bar(
        x=[row["share"] for row in records],
        y=places,
        orientation="h",
        width=0.36,
        marker={"color": palette.series[0]},
        hovertext=[_hover(row, earlier, waves) for row in records],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    for row, y in zip(records, places, strict=True):
        note_at(
            figure, palette, f"{_label(row)} <b>{number(row['share'])}{NBSP}%</b>", x=0, xref="paper", y=y + 0.42,
            xanchor="left", yanchor="middle", color=palette.ink,
        )  # fmt: skip
        if row["code"] in earlier:
            figure.add_shape(
                type="line", x0=earlier[row["code"]], x1=earlier[row["code"]], y0=y - 0.28, y1=y + 0.28,
                line={"color": palette.ink, "width": 2},
            )  # fmt: skip
    top = min(100.0, nice_top(float(max(latest["share"].max(), *earlier.values(), 10.0))))
    framed(
        figure, palette, x_range=(0, top), x_ticks=([], []), y_range=(0.5, len(records) + 0.75),
        height=_FRAME + _ROW * len(records),
    )  # fmt: skip
    figure.update_xaxes(showline=False)
    figure.update_yaxes(visible=False)
    return figure


def _label(row: Row | pd.Series) -> str:
    return text(row["label"]) or f"svar {plain(row['code'])}"


def _said(row: Row) -> str:
    return f"{_label(row)}: {number(row['share'])}{NBSP}%"


def _hover(row: Row, earlier: Mapping[float, float], waves: list[str]) -> str:
    was = f"<br>{waves[-2]}: {number(earlier[row['code']])}{NBSP}%" if row["code"] in earlier else ""
    return f"<b>{_label(row)}</b><br>{waves[-1]}: {number(row['share'])}{NBSP}%{was}"


def _mean(row: pd.Series) -> str:
    """The mean of the scale in words; nothing where it is not known."""
    if not given(row["mean"]):
        return ""
    limits = ""
    if given(row["mean_low"]) and given(row["mean_high"]):
        limits = f" (95 %-intervall {number(row['mean_low'])} till {number(row['mean_high'])})"
    return f"Medelvärde {number(row['mean'])} av 100{limits}, där 0 är skalans lägsta svar och 100 det högsta."


def _table(shown: pd.DataFrame) -> pd.DataFrame:
    ordered = shown.sort_values(["year", "wave", "code"], ascending=[False, False, True], kind="stable")
    records = ordered.to_dict("records")
    return pd.DataFrame(
        {
            "Svar på frågan": [_label(row) for row in records],
            "Mätning": [text(row["wave"]) for row in records],
            "Andel": [f"{number(row['share'])}{NBSP}%" for row in records],
            "Svar": [plain(row["answers"]) for row in records],
        }
    )
