"""The screen Tryggheten: what is told of the waves, the groups and the whole scale."""

from pathlib import Path
from typing import Any

import pandas as pd

from pages import store
from pages.view.palette import LIGHT
from pages.view.safety_distribution import distribution_chart
from pages.view.safety_groups import groups_chart, kinds_of
from pages.view.safety_waves import breaks_of, told_of
from pages.view.survey_trend import survey_chart

NBSP = "\N{NO-BREAK SPACE}"
NO_BREAKS = pd.DataFrame({"series": [], "concerns": [], "year": [], "explanation": [], "crime_type": []})


def safe() -> pd.DataFrame:
    series = store.survey_series("9999")
    return series[series["indicator"] == "enkat:trygg"]


def a_break(**more: Any) -> pd.DataFrame:
    known = {
        "series": "kommunens enkät",
        "concerns": "enkät",
        "year": 2026,
        "explanation": "Ny fråga.",
        "crime_type": None,
    }
    return pd.DataFrame([known | more])


def gaps() -> pd.DataFrame:
    found = store.equality_gaps("9999")
    return found.assign(series_id="enkat")


def test_the_latest_wave_is_told_with_the_one_before(served: Path) -> None:
    told = told_of(safe(), NO_BREAKS, "Exempelköping")
    assert told is not None

    assert told.sentence.startswith("71 procent av de svarande i Exempelköping känner sig trygga i mätningen 2026.")
    assert told.claim == "Fler i Exempelköping känner sig trygga 2026 än 2025"


def test_a_broken_series_is_not_compared_and_the_break_is_drawn(served: Path) -> None:
    told = told_of(safe(), a_break(), "Exempelköping")
    assert told is not None
    chart = survey_chart(safe(), "Exempelköping", LIGHT, None, a_break(), claim=told.claim)
    assert chart is not None

    assert "ingen tidigare mätning att jämföra med" in told.sentence
    assert chart.title == told.claim
    assert any("Ny fråga" in note for note in chart.notes)
    assert len([trace for trace in chart.figure.data if trace.mode == "lines"]) == 2


def test_a_break_of_something_else_is_no_break(served: Path) -> None:
    rows = safe().sort_values("year")
    rows = rows[rows["value"].notna() & rows["area_id"].isna() & (rows["group_kind"] == "alla")]

    assert breaks_of(rows, a_break()) == [None, "Ny fråga."]
    for other in ({"series": "annan"}, {"concerns": "brott"}, {"crime_type": "enkat:annat"}, {"year": 2024}):
        assert breaks_of(rows, a_break(**other)) == [None, None]
    assert breaks_of(rows, a_break(crime_type="enkat:trygg")) == [None, "Ny fråga."]


def test_a_later_wave_that_is_hidden_is_named(served: Path) -> None:
    rows = safe()
    rows.loc[(rows["year"] == 2026) & (rows["group_kind"] == "alla"), ["value", "low", "high"]] = None
    rows.loc[(rows["year"] == 2026) & (rows["group_kind"] == "alla"), "hidden_reason"] = "färre än 30 svar"
    told = told_of(rows, NO_BREAKS, "Exempelköping")
    assert told is not None

    assert told.sentence.endswith("Svaren i mätningen 2026 visas inte: färre än 30 svar.")


def test_nothing_shown_is_nothing_told(served: Path) -> None:
    rows = safe()

    assert told_of(rows[rows["year"] == 2024], NO_BREAKS, "Exempelköping") is None


def test_an_open_survey_has_no_interval(served: Path) -> None:
    chart = survey_chart(safe().assign(method="webb öppen"), "Exempelköping", LIGHT, None)
    assert chart is not None

    assert "95 %-intervall" not in chart.table


def test_the_days_of_the_survey_are_the_data_date(served: Path) -> None:
    rows = safe().assign(starts=pd.Timestamp(2026, 8, 19), ends=pd.Timestamp(2026, 10, 20))
    chart = survey_chart(rows[rows["year"] == 2026], "Exempelköping", LIGHT, None)
    assert chart is not None
    assert chart.data_through is not None

    assert chart.data_through.isoformat() == "2026-10-20"


def test_each_group_has_its_panel_and_the_hidden_ones_say_why(served: Path) -> None:
    assert kinds_of(safe()) == ["kön", "område"]
    chart = groups_chart(safe(), "kön", gaps(), "Exempelköping", LIGHT)
    assert chart is not None

    assert [note.text for note in chart.figure.layout.annotations] == [
        f"<b>Kvinnor</b> 63{NBSP}%", f"<b>Män</b> 78{NBSP}%",
    ]  # fmt: skip
    assert chart.title == "Färre kvinnor än män känner sig trygga"
    assert chart.more == "Kvinnor är mindre trygga än män: 63 mot 78 procent."
    assert "Annat visas inte: färre än 30 svar." in chart.notes
    assert "Annat visas inte: färre än 30 svar." in chart.alt
    hidden = chart.table[chart.table["Grupp"] == "Annat"]
    assert set(hidden["Andel"]) == {"visas inte: färre än 30 svar"}
    assert all(axis.range == (0, 100) for axis in chart.figure.select_yaxes())


def test_an_area_hidden_in_the_latest_wave_has_no_figure_by_its_name(served: Path) -> None:
    chart = groups_chart(safe(), "område", gaps(), "Exempelköping", LIGHT)
    assert chart is not None

    assert [note.text for note in chart.figure.layout.annotations] == [
        f"<b>Centrum</b> 61{NBSP}%", "<b>Norra byn</b>",
    ]  # fmt: skip
    assert "Norra byn 2026 visas inte: färre än 30 svar." in chart.notes
    assert chart.title == "Ingen tydlig skillnad mellan Centrum och Norra byn"


def test_without_a_comparison_the_title_is_the_question(served: Path) -> None:
    chart = groups_chart(safe(), "kön", gaps().head(0), "Exempelköping", LIGHT)
    assert chart is not None

    assert chart.title == "Känner sig trygga, efter kön"
    assert chart.more == ""


def test_groups_that_are_all_hidden_have_no_chart(served: Path) -> None:
    assert groups_chart(safe().assign(value=float("nan")), "kön", gaps(), "Exempelköping", LIGHT) is None
    assert kinds_of(store.survey_series("1263")) == []


def test_every_answer_has_a_bar_and_the_wave_before_a_mark(served: Path) -> None:
    rows = store.survey_distributions("9999")
    chart = distribution_chart(rows, "Känner sig trygga", "Exempelköping", LIGHT)
    assert chart is not None

    assert list(chart.figure.data[0].x) == [5.0, 9.0, 15.0, 44.0, 27.0]
    assert [shape.x0 for shape in chart.figure.layout.shapes] == [8.0, 12.0, 18.0, 40.0, 22.0]
    assert chart.title == "Vanligaste svaret 2026: ganska trygg (44 procent)"
    assert chart.notes == (
        "Streck: andelen 2025.",
        "Medelvärde 70 av 100 (95 %-intervall 68 till 72), där 0 är skalans lägsta svar och 100 det högsta.",
    )
    assert "mycket otrygg: 5" in chart.alt
    assert len(chart.table) == 10
    assert "given" not in chart.raw


def test_a_distribution_on_few_answers_is_not_shown(served: Path) -> None:
    rows = store.survey_distributions("9999")

    assert distribution_chart(rows.assign(share=float("nan")), "x", "Exempelköping", LIGHT) is None
    one = distribution_chart(rows[rows["year"] == 2025], "x", "Exempelköping", LIGHT)
    assert one is not None
    assert not one.figure.layout.shapes
