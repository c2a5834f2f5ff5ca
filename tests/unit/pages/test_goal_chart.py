from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pages import store
from pages.view.chart_object import ChartObject
from pages.view.goal_chart import goal_chart
from pages.view.palette import DARK, LIGHT
from tests.unit.pages.fixture_facts import DAMAGE


@pytest.fixture
def goals(served: Path) -> dict[str, dict[Any, Any]]:
    rows = [*store.goals("1263", "1263-2017").to_dict("records"), *store.goals("9999", "9999-2026").to_dict("records")]
    return {row["goal_id"]: row for row in rows}


def points_of(goal_id: str) -> pd.DataFrame:
    promise = goal_id.rsplit("-", 1)[0]
    points = store.goal_points(promise[:4], promise)
    return points[points["goal_id"] == goal_id]


def chart_of(goals: dict[str, dict[Any, Any]], goal_id: str) -> ChartObject:
    chart = goal_chart(goals[goal_id], points_of(goal_id), LIGHT)
    assert chart is not None
    return chart


def words(chart: ChartObject) -> list[str]:
    return [note.text for note in chart.figure.layout.annotations]


def test_the_measured_values_stand_where_they_were_measured(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "1263-2017-M1")
    drawn = {
        round(x - 0.5): y
        for trace in chart.figure.data
        if trace.mode == "markers"
        for x, y in zip(trace.x, trace.y, strict=True)
    }

    assert drawn == {year: rate / 100 for year, (_, rate) in DAMAGE.items() if year >= 2008}


def test_no_line_crosses_a_break(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "1263-2017-M1")
    lines = [trace.x for trace in chart.figure.data if trace.mode == "lines"]

    assert len(lines) == 2
    assert not any(min(x) < 2015 < max(x) for x in lines)
    assert "serien bryts<br>2015" in words(chart)
    assert any("Brå ändrade redovisningen" in note for note in chart.notes)


def test_what_is_not_used_is_drawn_lighter_and_said(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "1263-2017-M1")
    used = [t for t in chart.figure.data if t.mode == "markers" and t.marker.color[0] == LIGHT.series[0]]

    assert sorted(round(x - 0.5) for t in used for x in t.x) == [2015, 2016, 2017]
    assert "Ljusare punkter visas men ingår inte i bedömningen." in chart.notes


def test_the_baseline_stands_over_its_own_years_and_runs_on_thinly(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "1263-2017-M1")
    level = [s for s in chart.figure.layout.shapes if s.type == "line" and s.y0 == s.y1 == 9.8]
    band = next(s for s in chart.figure.layout.shapes if s.type == "rect" and s.yref != "paper")

    assert [(s.x0, s.x1) for s in level] == [(2015, 2017), (2017, 2026)]
    assert level[0].line.width > level[1].line.width
    assert (band.x0, band.x1, band.y0, band.y1) == (2015, 2017, 8.97, 10.71)
    assert "utgångsläge 9,8" in words(chart)


def test_the_promise_year_is_shaded_and_named(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "1263-2017-M1")
    shaded = next(s for s in chart.figure.layout.shapes if s.yref == "paper" and s.type == "rect")

    assert (shaded.x0, shaded.x1) == (2017, 2018)
    assert "löftesår" in words(chart)
    assert "<b>14,7</b>" in words(chart)


def test_the_weeks_of_a_survey_are_not_called_a_year(goals: dict[str, dict[Any, Any]]) -> None:
    goal = goals["9999-2026-M2"] | {"followup_from": date(2026, 8, 19), "followup_to": date(2026, 10, 20)}
    chart = goal_chart(goal, points_of("9999-2026-M2"), LIGHT)
    assert chart is not None

    assert "uppföljning" in words(chart)
    assert "löftesår" not in words(chart)


def test_published_values_get_no_interval(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "1263-2017-M4")

    assert all(trace.error_y.array is None for trace in chart.figure.data)
    assert any("inget intervall" in note for note in chart.notes)
    assert "95 %-intervall" not in chart.table.columns


@pytest.mark.parametrize(("goal_id", "top"), [("1263-2017-M3", 6), ("1263-2017-M4", 100)])
def test_survey_values_stand_on_the_whole_of_their_scale(
    goals: dict[str, dict[Any, Any]], goal_id: str, top: int
) -> None:
    assert list(chart_of(goals, goal_id).figure.layout.yaxis.range) == [0, top]


def test_crime_starts_at_zero(goals: dict[str, dict[Any, Any]]) -> None:
    low, high = chart_of(goals, "1263-2017-M1").figure.layout.yaxis.range

    assert low == 0
    assert high > 18


def test_preliminary_values_are_hollow(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "9999-2026-M1")
    hollow = [
        x
        for t in chart.figure.data
        if t.mode == "markers"
        for x, c in zip(t.x, t.marker.color, strict=True)
        if c == LIGHT.paper
    ]

    assert hollow
    assert all(2026 < x < 2027 for x in hollow)


def test_a_goal_without_values_has_no_chart(goals: dict[str, dict[Any, Any]]) -> None:
    assert goal_chart(goals["1263-2017-M2"], points_of("1263-2017-M2"), LIGHT) is None


def test_a_survey_that_too_few_answered_says_so_in_the_table(goals: dict[str, dict[Any, Any]]) -> None:
    points = points_of("9999-2026-M2")
    points.loc[points["period"] == "2024", ["value", "low", "high", "answers"]] = [None, None, None, 21]
    chart = goal_chart(goals["9999-2026-M2"], points, LIGHT)
    assert chart is not None

    assert list(chart.table["Värde"])[1] == "visas inte: för få svar"
    assert list(chart.table["Svarande"])[1] == "21"


def test_everything_goes_with_the_chart(goals: dict[str, dict[Any, Any]]) -> None:
    chart = chart_of(goals, "1263-2017-M1")

    assert chart.title == "Anmälda skadegörelser blev fler under löftesåret"
    assert chart.alt
    assert chart.direction == "Lågt är bra ↓"
    assert "Brå" in chart.source
    assert str(chart.data_through) == "2025-12-31"
    assert chart.table.iloc[-1]["Period"] == "2025"
    assert chart.table.set_index("Period").loc["2017", "Antal"] == "308"
    assert chart.table.set_index("Period").loc["2014", "Används som"] == "visas bara"
    assert len(chart.raw) == len(chart.table)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_every_colour_of_text_is_chosen(goals: dict[str, dict[Any, Any]], palette: Any) -> None:
    chart = goal_chart(goals["1263-2017-M1"], points_of("1263-2017-M1"), palette)
    assert chart is not None
    layout = chart.figure.layout

    assert layout.xaxis.tickfont.color == layout.yaxis.tickfont.color == palette.muted
    assert layout.separators == ", "
    assert not layout.showlegend
