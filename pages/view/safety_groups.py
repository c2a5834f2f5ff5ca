"""One survey question group by group: a small chart for each, all on the same scale."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from etl.evaluate.sentences_safety import group_claim
from pages.view.chart_frame import FONT, TEXT_SIZE, framed
from pages.view.chart_object import ChartObject, direction_text
from pages.view.formats import NBSP, given, interval_sv, join_sv, number, plain, text, upper_first, with_unit
from pages.view.palette import Palette, with_alpha
from pages.view.safety_waves import everybody
from pages.view.trends import asked, sources_of

Row = Mapping[Any, Any]
KINDS: Mapping[str, str] = {"kön": "Kvinnor och män", "ålder": "Åldrar", "område": "Områden"}
_COLUMNS, _PANEL, _FRAME = 2, 165, 40
_NAMES = {"kvinna": "kvinnor", "man": "män", "annat": "annat"}
_BY = {"kön": "efter kön", "ålder": "efter ålder", "område": "efter område"}
_NOT_SAMPLE = "Grå linje: alla som svarade. Ett brett intervall betyder att få har svarat."


def kinds_of(series: pd.DataFrame) -> list[str]:
    """Which kinds of groups one question is told for, in a fixed order."""
    own = grouped(series)
    return [kind for kind in KINDS if (own["kind"] == kind).any()]


def grouped(series: pd.DataFrame) -> pd.DataFrame:
    """The rows of groups and areas, with `kind` and `name`, of the series that reaches furthest for each kind."""
    areas = series["area_id"].map(given).astype(bool)
    kinds = series["group_kind"].map(text)
    # An index has no groups: it is never judged on.
    own = series[(areas | kinds.isin(KINDS)) & (series["unit"] == "procent")].copy()
    own["kind"] = kinds.where(~areas, "område")
    # A group within an area is neither.
    own = own[~(areas & kinds.isin(["kön", "ålder"])).loc[own.index]]
    own["name"] = [text(r["area_name"]) or text(r["group_value"]) for r in own.to_dict("records")]
    own["name"] = own["name"].map(lambda name: _NAMES.get(name, name))
    latest = own.sort_values(["year", "wave"], kind="stable").drop_duplicates("kind", keep="last")
    furthest = set(zip(latest["kind"], latest["series_id"], strict=True))
    return own[[pair in furthest for pair in zip(own["kind"], own["series_id"], strict=True)]]


def groups_chart(
    series: pd.DataFrame, kind: str, gaps: pd.DataFrame, place: str, palette: Palette
) -> ChartObject | None:
    """One panel a group, over the waves. None when no group of the kind can be shown.

    `gaps` are rows of marts.equality_gap of the same question: their sentence is told.
    """
    own = grouped(series)
    own = own[own["kind"] == kind].sort_values(["year", "wave"], kind="stable")
    names = sorted(dict.fromkeys(own["name"]), key=lambda name: _order(kind, name))
    shown = [name for name in names if own[own["name"] == name]["value"].notna().any()]
    if not shown:
        return None
    everyone = everybody(series)
    everyone = everyone[(everyone["series_id"] == own["series_id"].iloc[-1]) & everyone["value"].notna()]
    last = own.iloc[-1]
    gap = _gap(gaps, kind, last)
    indicator, name = text(last["indicator"]), text(last["indicator_name"])
    subtitle = f"{place}, ”{asked(text(last['question']), name)}”, {text(last['unit'])} {_BY[kind]}"
    return ChartObject(
        key=f"grupper-{indicator.replace(':', '-')}-{kind}",
        figure=_figure(own, everyone, shown, kind, palette),
        title=_claim(gap, kind, indicator, name),
        subtitle=subtitle,
        alt=_alt(own, names, kind, subtitle),
        direction=direction_text(text(last["good"])),
        table=_table(own, names, kind),
        numeric=("Andel", "Svar"),
        raw=own.drop(columns=["kind", "name"]),
        source=sources_of(own),
        data_through=None,
        more=text(gap["sentence"]) if gap else "",
        notes=(*_hidden(own, names, kind), _NOT_SAMPLE),
    )


def group_label(kind: str, name: str) -> str:
    """”kvinnor”, ”16–29 år”, ”Centrum”."""
    return f"{name}{NBSP}år" if kind == "ålder" and name[-1:].isdigit() else name


def _order(kind: str, name: str) -> tuple[int, str]:
    if kind == "kön":
        return ["kvinnor", "män"].index(name) if name in ("kvinnor", "män") else 2, name
    first = re.match(r"\d+", name)
    return int(first[0]) if kind == "ålder" and first else 0, name


def _gap(gaps: pd.DataFrame, kind: str, last: pd.Series) -> Row | None:
    same = gaps[
        (gaps["kind"] == kind) & (gaps["series_id"] == last["series_id"]) & (gaps["wave"] == last["wave"])
    ].to_dict("records")
    return same[0] if same else None


def _claim(gap: Row | None, kind: str, indicator: str, name: str) -> str:
    if gap is None or not given(gap["gap"]):
        return f"{name}, {_BY[kind]}"
    return group_claim(
        kind, indicator, name, text(gap["group_a"]), text(gap["group_b"]), float(gap["gap"]),
        clear=gap["is_clear"] is True,
    )  # fmt: skip


def _figure(own: pd.DataFrame, everyone: pd.DataFrame, shown: Sequence[str], kind: str, palette: Palette) -> go.Figure:
    rows = -(-len(shown) // _COLUMNS)
    figure = make_subplots(
        rows=rows, cols=_COLUMNS, shared_yaxes=True, horizontal_spacing=0.06, vertical_spacing=0.36 / rows
    )
    years = sorted(set(own["year"].astype(int)))
    for place, name in enumerate(shown):
        at = {"row": place // _COLUMNS + 1, "col": place % _COLUMNS + 1}
        _panel(figure, own[own["name"] == name], everyone, at, palette)
        _panel_title(figure, own[own["name"] == name], group_label(kind, name), own["wave"].iloc[-1], at, palette)
    ticks = [years[0], years[-1]] if len(years) > 1 else years
    framed(
        figure, palette, x_range=(years[0] - 0.6, years[-1] + 0.6), x_ticks=(ticks, [str(year) for year in ticks]),
        y_range=(0, 100), height=_FRAME + _PANEL * rows,
    )  # fmt: skip
    figure.update_yaxes(tickvals=[0, 50, 100], nticks=None, tickformat=None)
    if len(shown) % _COLUMNS:
        figure.update_xaxes(visible=False, row=rows, col=_COLUMNS)
        figure.update_yaxes(visible=False, row=rows, col=_COLUMNS)
    return figure


def _panel(
    figure: go.Figure, own: pd.DataFrame, everyone: pd.DataFrame, at: Mapping[str, int], palette: Palette
) -> None:
    figure.add_scatter(
        x=everyone["year"], y=everyone["value"], mode="lines", hoverinfo="skip",
        line={"color": with_alpha(palette.baseline, 0.55), "width": 1.5}, **at,
    )  # fmt: skip
    known = own[own["value"].notna()]
    colour = palette.series[0]
    figure.add_scatter(
        x=own["year"],
        y=own["value"],
        mode="lines",
        connectgaps=False,
        line={"color": colour, "width": 2},
        hoverinfo="skip",
        **at,
    )
    figure.add_scatter(
        x=known["year"],
        y=known["value"],
        mode="markers",
        marker={"size": 7, "color": colour},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": (known["high"] - known["value"]).fillna(0).tolist(),
            "arrayminus": (known["value"] - known["low"]).fillna(0).tolist(),
            "thickness": 1.1,
            "width": 0,
            "color": colour,
        },
        text=[_said(row) for row in known.to_dict("records")],
        hovertemplate="%{text}<extra></extra>",
        **at,
    )


def _panel_title(
    figure: go.Figure, own: pd.DataFrame, label: str, newest: object, at: Mapping[str, int], palette: Palette
) -> None:
    last = own[own["value"].notna()].iloc[-1]
    # An earlier wave is no answer for today; the note below tells why the latest is not shown.
    value = f" {number(last['value'])}{NBSP}%" if last["wave"] == newest else ""
    figure.add_annotation(
        text=f"<b>{upper_first(label)}</b>{value}",
        x=0, xref="x domain", y=1.0, yref="y domain", xanchor="left", yanchor="bottom", showarrow=False,
        font={"family": FONT, "size": TEXT_SIZE, "color": palette.ink}, **at,
    )  # fmt: skip


def _said(row: Row) -> str:
    interval = interval_sv(row["low"], row["high"])
    answers = f", {plain(row['answers'])} svar" if given(row["answers"]) else ""
    return f"{text(row['wave'])}: {number(row['value'])}{NBSP}%{f' ({interval})' if interval else ''}{answers}"


def _hidden(own: pd.DataFrame, names: Sequence[str], kind: str) -> list[str]:
    """Which groups are not shown, and why: one line a reason."""
    said: dict[tuple[str, str], list[str]] = {}
    hidden = own[own["hidden_reason"].map(given).astype(bool)]
    for name in names:
        rows = hidden[hidden["name"] == name]
        for reason in dict.fromkeys(rows["hidden_reason"].map(text)):
            waves = rows[rows["hidden_reason"] == reason]["wave"].map(text).tolist()
            every = len(waves) == own[own["name"] == name]["wave"].nunique()
            said.setdefault((reason, "" if every else f" {join_sv(waves)}"), []).append(group_label(kind, name))
    return [f"{upper_first(join_sv(groups))}{waves} visas inte: {reason}." for (reason, waves), groups in said.items()]


def _alt(own: pd.DataFrame, names: Sequence[str], kind: str, subtitle: str) -> str:
    lines = []
    for name in names:
        known = own[(own["name"] == name) & own["value"].notna()].to_dict("records")
        if known:
            lines.append(f"{upper_first(group_label(kind, name))}: {'; '.join(_said(row) for row in known)}.")
    return " ".join((f"{subtitle}. Ett litet linjediagram för varje grupp.", *lines, *_hidden(own, names, kind)))


def _table(own: pd.DataFrame, names: Sequence[str], kind: str) -> pd.DataFrame:
    place = {name: number for number, name in enumerate(names)}
    ordered = own.assign(order=own["name"].map(place)).sort_values(
        ["order", "year"], ascending=[True, False], kind="stable"
    )
    records = ordered.to_dict("records")
    return pd.DataFrame(
        {
            "Grupp": [upper_first(group_label(kind, row["name"])) for row in records],
            "Mätning": [text(row["wave"]) for row in records],
            "Andel": [
                f"visas inte: {text(row['hidden_reason'])}"
                if given(row["hidden_reason"])
                else with_unit(row["value"], row["unit"])
                for row in records
            ],
            "95 %-intervall": [interval_sv(row["low"], row["high"]) or "–" for row in records],
            "Svar": [plain(row["answers"]) for row in records],
        }
    )
