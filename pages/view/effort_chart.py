"""Hours of work beside insecurity, area by area: are the efforts where the insecurity is greatest?"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.view.chart_frame import framed, nice_top, note_at
from pages.view.chart_object import ChartObject
from pages.view.formats import NBSP, TOO_FEW, given, number, plain, text
from pages.view.palette import Palette

Row = Mapping[str, Any]
_ROW, _FRAME = 40, 90
_LEFT, _RIGHT = (0.0, 0.46), (0.54, 1.0)


def effort_years(efforts: pd.DataFrame) -> list[int]:
    """The years there is anything to say about, newest first."""
    return sorted({int(year) for year in efforts["year"].dropna()}, reverse=True)


def effort_chart(efforts: pd.DataFrame, year: int, place: str, palette: Palette) -> ChartObject | None:
    """Takes rows of marts.area_effort; two bars an area on a common list of areas. None without any hours or shares."""
    rows = efforts[efforts["year"] == year].sort_values(
        ["insecurity", "hours"], ascending=False, na_position="last", kind="stable"
    )
    if rows.empty or not (rows["hours"].notna().any() or rows["insecurity"].notna().any()):
        return None
    first = rows.iloc[0]
    waves = [text(wave) for wave in dict.fromkeys(rows["wave"]) if given(wave)]
    asked = f"mätningen {', '.join(waves)}" if waves else "ingen mätning"
    subtitle = f"{place}, områden: andel som inte känner sig trygga ({asked}) och arbetade timmar {year}"
    return ChartObject(
        key=f"insatser-{text(first['municipality_code'])}-{year}",
        figure=_figure(rows, palette),
        title=text(first["sentence"]),
        subtitle=subtitle,
        alt=_alt(rows, subtitle),
        direction="Mest otryggt överst",
        table=_table(rows),
        numeric=("Inte trygga", "Timmar", "Aktiviteter", "Svar"),
        raw=rows,
        source="aktivitetsloggen och trygghetsmätningen" + (" (påhittade)" if bool(first["is_fictitious"]) else ""),
        data_through=None,
        notes=tuple(
            filter(
                None,
                (
                    "Timmar som inte är knutna till något område räknas inte här.",
                    "Andelen visas inte där för få har svarat." if rows["insecurity"].isna().any() else "",
                ),
            )
        ),
    )


def _figure(rows: pd.DataFrame, palette: Palette) -> go.Figure:
    names = rows["area_name"].map(text).tolist()
    places = list(range(len(rows), 0, -1))
    figure = go.Figure()
    panels = (
        ("insecurity", "x", palette.series[2], "inte trygga", f"{NBSP}%"),
        ("hours", "x2", palette.series[0], "timmar", ""),
    )
    for column, axis, colour, words, unit in panels:
        figure.add_bar(
            x=rows[column].fillna(0),
            y=places,
            xaxis=axis,
            orientation="h",
            width=0.5,
            marker={"color": colour},
            text=[f"{number(value)}{unit}" if given(value) else "" for value in rows[column]],
            textposition="outside",
            cliponaxis=False,
            textfont={"color": palette.ink, "size": 13},
            hovertext=[
                f"<b>{name}</b><br>{_value(row, column)}"
                for name, row in zip(names, rows.to_dict("records"), strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
        note_at(
            figure, palette, f"<b>{words}</b>", x=0, xref=axis, y=1, yref="paper", xanchor="left", yanchor="bottom",
            color=colour, bgcolor="rgba(0,0,0,0)",
        )  # fmt: skip
        for y, value in zip(places, rows[column], strict=True):
            if not given(value):
                note_at(
                    figure,
                    palette,
                    "för få svar" if column == "insecurity" else "–",
                    x=0,
                    xref=axis,
                    y=y,
                    xanchor="left",
                )
    framed(
        figure,
        palette,
        x_range=(0, 100),
        x_ticks=([], []),
        y_range=(0.4, len(rows) + 0.6),
        height=_FRAME + _ROW * len(rows),
    )
    hours = nice_top(float(rows["hours"].fillna(0).max()) * 1.15)
    figure.update_layout(
        xaxis={"domain": list(_LEFT), "showline": False},
        xaxis2={
            "domain": list(_RIGHT),
            "range": [0, hours],
            "tickvals": [],
            "showline": False,
            "zeroline": False,
            "fixedrange": True,
        },
    )
    figure.update_yaxes(
        tickvals=places,
        ticktext=names,
        nticks=None,
        tickformat=None,
        showgrid=False,
        tickfont={"color": palette.ink},
        ticks="outside",
        ticklen=6,
        tickcolor="rgba(0,0,0,0)",
    )
    return figure


def _value(row: Row, column: str) -> str:
    if column == "hours":
        return f"{plain(row['hours'])} timmar" if given(row["hours"]) else "inga timmar är rapporterade"
    return f"{number(row['insecurity'])}{NBSP}% är inte trygga" if given(row["insecurity"]) else f"andelen {TOO_FEW}"


def _alt(rows: pd.DataFrame, subtitle: str) -> str:
    said = [
        f"{text(row['area_name'])}: {_value(row, 'insecurity')}, {_value(row, 'hours')}."
        for row in rows.to_dict("records")
    ]
    return " ".join((f"{subtitle}. Två liggande staplar per område.", *said))


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    records = rows.to_dict("records")
    return pd.DataFrame(
        {
            "Område": rows["area_name"].map(text).tolist(),
            "Inte trygga": [
                f"{number(row['insecurity'])}{NBSP}%" if given(row["insecurity"]) else TOO_FEW for row in records
            ],
            "Svar": [plain(row["answers"]) for row in records],
            "Timmar": [plain(row["hours"]) for row in records],
            "Aktiviteter": [plain(row["activities"]) for row in records],
            "I en mening": rows["sentence"].map(text).tolist(),
        }
    )
