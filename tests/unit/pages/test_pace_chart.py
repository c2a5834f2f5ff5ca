from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pages import store
from pages.view.pace_chart import pace_chart
from pages.view.palette import LIGHT

YEAR = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}


@pytest.fixture
def commitments(served: Path) -> dict[str, dict[Any, Any]]:
    return {row["commitment_id"]: row for row in store.commitments("9999", "9999-2026").to_dict("records")}


def progress_of(commitment_id: str) -> pd.DataFrame:
    rows = store.progress("9999", "9999-2026")
    return rows[rows["commitment_id"] == commitment_id]


def test_hours_are_drawn_as_a_sum_against_the_promise(commitments: dict[str, dict[Any, Any]]) -> None:
    chart = pace_chart(commitments["9999-2026-A1"], progress_of("9999-2026-A1"), **YEAR, palette=LIGHT)
    assert chart is not None
    total = progress_of("9999-2026-A1")["cumulative"].iloc[-1]

    assert next(t for t in chart.figure.data if t.line.shape == "hv").y[-1] == total
    assert "utlovat 1\u00a0200" in [note.text for note in chart.figure.layout.annotations]
    assert chart.figure.layout.yaxis.range[0] == 0
    assert chart.figure.layout.yaxis.range[1] >= 1300
    assert "Prognos vid periodens slut 1\u00a0180 till 1\u00a0300 timmar" in chart.alt
    assert list(chart.table.columns) == ["Från", "Gjort", "Sammanlagt", "Enligt plan"]


def test_a_recurring_duty_is_a_bar_per_period(commitments: dict[str, dict[Any, Any]]) -> None:
    chart = pace_chart(commitments["9999-2026-A3"], progress_of("9999-2026-A3"), **YEAR, palette=LIGHT)
    assert chart is not None
    bars = chart.figure.data[0]

    assert list(bars.y) == [1, 2, 0]
    assert bars.marker.color[1] == LIGHT.series[0] != bars.marker.color[0]
    assert list(chart.table.columns) == ["Från", "Gjort"]


def test_without_a_log_there_is_no_curve(commitments: dict[str, dict[Any, Any]]) -> None:
    assert pace_chart(commitments["9999-2026-A2"], progress_of("finns inte"), **YEAR, palette=LIGHT) is None
