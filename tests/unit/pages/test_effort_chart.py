from pathlib import Path

from pages import store
from pages.view.effort_chart import effort_chart, effort_years
from pages.view.formats import TOO_FEW
from pages.view.palette import LIGHT


def test_areas_stand_from_the_least_safe_down(served: Path) -> None:
    chart = effort_chart(store.area_efforts("9999"), 2026, "Exempelköping", LIGHT)
    assert chart is not None

    assert list(chart.figure.layout.yaxis.ticktext) == ["Centrum", "Norra byn", "Björkhöjden"]
    assert chart.title == "I Centrum lades 440 timmar 2026."
    assert list(chart.figure.data[1].x) == [440, 70, 24]


def test_both_panels_begin_at_zero_and_shares_span_the_whole_scale(served: Path) -> None:
    chart = effort_chart(store.area_efforts("9999"), 2026, "Exempelköping", LIGHT)
    assert chart is not None

    assert list(chart.figure.layout.xaxis.range) == [0, 100]
    assert chart.figure.layout.xaxis2.range[0] == 0


def test_too_few_answers_is_no_zero(served: Path) -> None:
    chart = effort_chart(store.area_efforts("9999"), 2026, "Exempelköping", LIGHT)
    assert chart is not None

    assert chart.table.iloc[2]["Inte trygga"] == TOO_FEW
    assert f"Björkhöjden: andelen {TOO_FEW}" in chart.alt
    assert "för få svar" in [note.text for note in chart.figure.layout.annotations]


def test_years_are_newest_first_and_an_unknown_one_is_empty(served: Path) -> None:
    efforts = store.area_efforts("9999")

    assert effort_years(efforts) == [2026, 2025]
    assert effort_chart(efforts, 2019, "Exempelköping", LIGHT) is None
