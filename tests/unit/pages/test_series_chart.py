from pathlib import Path

from pages import store
from pages.view.palette import LIGHT
from pages.view.trends import COUNT, RATE, baseline_years, crime_chart, crime_choices, survey_chart, survey_choices


def test_a_yearly_series_is_broken_where_its_meaning_changes(served: Path) -> None:
    goals = store.goals("1263", "1263-2017")
    baseline = baseline_years(goals, "brott:skadegorelse")
    chart = crime_chart(store.crime_series("1263"), RATE, "Svedala", LIGHT, baseline)
    assert chart is not None
    lines = [trace.x for trace in chart.figure.data if trace.mode == "lines"]

    assert len(lines) == 2
    assert baseline is not None
    assert (baseline.first, baseline.last) == (2015, 2017)
    assert any(shape.x0 == 2015 and shape.x1 == 2017 for shape in chart.figure.layout.shapes)
    assert chart.title == "År 2025 anmäldes 127 skadegörelser, 34 färre än ett år tidigare."
    assert chart.table.iloc[0]["Period"] == "2025"
    assert "tryckt av Brå" in chart.table.iloc[0]["Om siffran"]


def test_counts_and_rates_are_different_figures(served: Path) -> None:
    series = store.crime_series("1263")
    rate, count = (crime_chart(series, measure, "Svedala", LIGHT, None) for measure in (RATE, COUNT))
    assert rate is not None
    assert count is not None

    assert rate.table.iloc[0][RATE] == "537"
    assert count.table.iloc[0][COUNT] == "127"


def test_months_are_light_and_their_mean_is_strong(served: Path) -> None:
    chart = crime_chart(store.crime_series("9999"), COUNT, "Exempelköping", LIGHT, None)
    assert chart is not None
    widths = sorted(trace.line.width for trace in chart.figure.data if trace.mode == "lines")

    assert widths[0] == 1
    assert widths[-1] == 3
    assert "tolv månader" in chart.subtitle


def test_survey_values_stand_on_their_scale(served: Path) -> None:
    series = store.survey_series("1263")
    chart = survey_chart(series[series["indicator"] == "enkat:totalindex"], "Svedala", LIGHT, None)
    assert chart is not None

    assert list(chart.figure.layout.yaxis.range) == [0, 6]
    assert chart.direction == "Lågt är bra ↓"
    assert "antal svarande inte publicerat" in chart.table.iloc[0]["Om siffran"]


def test_choices_are_what_there_is_and_the_promised_ones_first(served: Path) -> None:
    goals = store.goals("1263", "1263-2017")

    assert crime_choices(store.crime_series("1263"), goals) == {"skadegorelse": "Skadegörelse"}
    assert list(survey_choices(store.survey_series("1263"), goals)) == ["enkat:totalindex", "enkat:polisen_bryr_sig"]
    assert crime_choices(store.crime_series("1465"), goals) == {}


def test_the_strong_line_of_a_rate_is_the_mean_of_twelve_months(served: Path) -> None:
    chart = crime_chart(store.crime_series("9999"), RATE, "Exempelköping", LIGHT, None)
    assert chart is not None
    strong = next(trace for trace in chart.figure.data if trace.line.width == 3)

    assert strong.y[11] == sum(18 + (place * 5) % 9 for place in range(12)) / 12 * 5


def test_a_single_value_can_be_drawn(served: Path) -> None:
    series = store.survey_series("1263")
    one = series[(series["indicator"] == "enkat:totalindex") & (series["year"] == 2017)]

    assert survey_chart(one, "Svedala", LIGHT, None) is not None
