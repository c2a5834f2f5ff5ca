from pathlib import Path

from pages import store
from pages.view.crime_trend import COUNT, RATE, crime_chart
from pages.view.palette import LIGHT
from pages.view.survey_trend import hidden_words, survey_chart
from pages.view.trends import baseline_years, crime_choices, survey_choices


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


def test_a_trend_is_said_and_its_limits_are_drawn(served: Path) -> None:
    trends = store.series_trends("9999")
    counts, rates = (
        crime_chart(store.crime_series("9999"), measure, "Exempelköping", LIGHT, None, trends)
        for measure in (COUNT, RATE)
    )
    assert counts is not None
    assert rates is not None
    dashed = [[trace for trace in chart.figure.data if trace.line.dash == "dash"] for chart in (counts, rates)]

    assert counts.more == "Skadegörelserna visar ingen tydlig trend mellan januari 2022 och maj 2026."
    assert counts.more in counts.alt
    assert [trace.y[0] for trace in dashed[0]] == [9.5, 34.5]
    assert [trace.y[0] for trace in dashed[1]] == [9.5 * 5, 34.5 * 5]
    assert any("10 till 35 brott per månad. Ingen månad ligger utanför" in note for note in counts.notes)


def test_a_yearly_series_has_no_monthly_limits(served: Path) -> None:
    trends = store.series_trends("9999").assign(municipality_code="1263", definition="Brå per kommun och år")
    chart = crime_chart(store.crime_series("1263"), RATE, "Svedala", LIGHT, None, trends)
    assert chart is not None

    assert chart.more == ""
    assert not [trace for trace in chart.figure.data if trace.line.dash == "dash"]


def test_a_wave_with_too_few_answers_says_that_it_is_not_shown(served: Path) -> None:
    series = store.survey_series("9999")
    own = series[series["indicator"] == "enkat:trygg"]
    chart = survey_chart(own, "Exempelköping", LIGHT, None)
    assert chart is not None

    assert "2024 visas inte: färre än 30 svar." in chart.notes
    assert list(chart.table["Period"]) == ["2026", "2025"]
    assert survey_chart(own[own["year"] == 2024], "Exempelköping", LIGHT, None) is None
    assert hidden_words(own[own["year"] == 2026]) == ""
