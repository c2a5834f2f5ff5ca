"""Whole years and twelve-month sums out of years, quarters and months."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pages import store
from pages.view.crime_trend import COUNT, MONTH, QUARTER, RATE, YEAR, crime_chart, steps_of, usual_step
from pages.view.crime_years import twelves, whole_years
from pages.view.palette import LIGHT
from pages.view.series_chart import BaselineYears
from tests.unit.pages.fixture_facts import BREAK

FEW = "färre än 5"


def row(period: str, first: str, last: str, count: int | None, **more: Any) -> dict[str, Any]:
    return {
        "municipality_code": "9999", "area_id": "9999-C", "area_name": "Centrum", "region": None,
        "crime_type": "skadegorelse", "crime_name": "Skadegörelse", "definition": "polisen", "granularity": "kvartal",
        "period": period, "period_start": pd.Timestamp(first), "period_end": pd.Timestamp(last), "count": count,
        "population_mean": None if count is None else 5000.0, "rate_per_100k": None if count is None else count * 20,
        "rate_low": None, "rate_high": None, "rate_printed": None, "rate_source": "beräknad", "rolling_12": None,
        "preliminary": False, "break_before": None, "is_fictitious": True, "source": "x", "population_source": None,
        "hidden_reason": None,
    } | more  # fmt: skip


def quarters(year: int, *counts: int | None, **more: Any) -> list[dict[str, Any]]:
    ends = ("03-31", "06-30", "09-30", "12-31")
    return [
        row(f"{year}-K{number}", f"{year}-{3 * number - 2:02}-01", f"{year}-{ends[number - 1]}", count,
            hidden_reason=FEW if count is None else None, **more)
        for number, count in enumerate(counts, 1)
    ]  # fmt: skip


def year(number: int, count: int | None, **more: Any) -> dict[str, Any]:
    return row(str(number), f"{number}-01-01", f"{number}-12-31", count, granularity=YEAR, **more)


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows)


def test_months_become_years_with_limits(served: Path) -> None:
    years = whole_years(store.crime_series("9999"))

    assert list(years["period"]) == ["2022", "2023", "2024", "2025"]
    assert years["count"].iloc[0] == sum(18 + (place * 5) % 9 for place in range(12))
    assert years["rate"].iloc[0] == years["count"].iloc[0] * 5
    assert (years["rate_low"] < years["rate"]).all()
    assert (years["rate_high"] > years["rate"]).all()


def test_four_quarters_are_a_year_and_three_are_not() -> None:
    years = whole_years(frame(*quarters(2023, 10, 12, 14, 16), *quarters(2024, 10, 12, None, 16)))

    assert list(zip(years["period"], years["count"], strict=True)) == [("2023", 52)]
    assert years["rate"].iloc[0] == 52 * 20


def test_a_year_that_is_handed_in_is_not_added_up() -> None:
    years = whole_years(frame(*quarters(2023, 10, 12, 14, 16), year(2023, 60), year(2024, None, hidden_reason=FEW)))

    assert list(years["period"]) == ["2023", "2024"]
    assert years["count"].iloc[0] == 60
    assert pd.isna(years["count"].iloc[1])


def test_a_printed_rate_gets_the_limits_of_its_count(served: Path) -> None:
    own = store.crime_series("1263")
    last = whole_years(own).iloc[-1]

    assert (last["count"], last["rate"]) == (127, 537)
    # Byar's limits of 127 are 105.9 and 151.1.
    assert last["rate_low"] == pytest.approx(537 * 105.9 / 127, rel=1e-3)
    assert last["rate_high"] == pytest.approx(537 * 151.1 / 127, rel=1e-3)


def test_twelve_months_end_where_the_series_does(served: Path) -> None:
    found = twelves(store.crime_series("9999"))

    assert (found[-1].first, found[-1].last) == (date(2025, 6, 1), date(2026, 5, 31))
    assert found[-1].preliminary
    assert not found[0].preliminary
    assert found[0].last == date(2022, 12, 31)


def test_whole_years_when_asked_for(served: Path) -> None:
    found = twelves(store.crime_series("9999"), calendar=True)

    assert [(twelve.first, twelve.last) for twelve in found][-1] == (date(2025, 1, 1), date(2025, 12, 31))
    assert len(found) == 4


def test_nothing_before_a_break_is_compared(served: Path) -> None:
    found = twelves(store.crime_series("1263"))

    assert found[0].first == date(2015, 1, 1)
    assert len(found) == 11


def test_a_hidden_year_is_kept_as_hidden() -> None:
    found = twelves(frame(year(2023, 40), year(2024, 30), year(2025, None, hidden_reason=FEW)))

    assert (found[-1].count, found[-1].hidden_reason) == (None, FEW)


def test_the_definition_that_reaches_furthest_is_told() -> None:
    found = twelves(
        frame(year(2025, 40, definition="a"), year(2024, 30, definition="b"), year(2023, 3, definition="b"))
    )

    assert [twelve.count for twelve in found] == [40]
    assert twelves(frame(year(2024, 30)).head(0)) == ()


def test_the_steps_are_those_with_figures(served: Path) -> None:
    assert steps_of(store.crime_series("9999")) == [MONTH, YEAR]
    assert steps_of(store.crime_series("1263")) == [YEAR]
    assert steps_of(frame(*quarters(2024, 10, 12, None, 16))) == [QUARTER]
    assert steps_of(frame(*quarters(2024, None, None, None, None))) == []


def test_the_step_at_first_is_one_with_something_to_see(served: Path) -> None:
    months, few = store.crime_series("9999"), frame(*quarters(2024, 1, 0, 2, 1), year(2024, 4))
    hidden = frame(*quarters(2024, 10, None, None, None), year(2024, 30))

    assert usual_step(months, steps_of(months)) == MONTH
    assert usual_step(few, steps_of(few)) == YEAR
    assert usual_step(hidden, steps_of(hidden)) == YEAR
    assert usual_step(few.head(0), []) == ""


def test_the_word_of_a_baseline_at_the_edge_is_not_cut(served: Path) -> None:
    anchors = {}
    for first in (1996.0, 2010.0, 2025.0):
        baseline = BaselineYears(first=first, last=first + 1, words="utgångsläge")
        chart = crime_chart(store.crime_series("1263"), RATE, "Svedala", LIGHT, baseline)
        assert chart is not None
        anchors[first] = next(n.xanchor for n in chart.figure.layout.annotations if n.text == "utgångsläge")

    assert anchors == {1996.0: "left", 2010.0: "center", 2025.0: "right"}


def test_hidden_quarters_are_gaps_with_words_and_never_zero() -> None:
    series = frame(*quarters(2023, 10, None, 14, 16), *quarters(2024, 10, 12, None, None))
    chart = crime_chart(series, COUNT, "Exempelköping", LIGHT, None, claim="Så många")
    assert chart is not None
    points = [trace for trace in chart.figure.data if trace.mode == "markers"]

    assert sorted(value for trace in points for value in trace.y) == [10, 10, 12, 14, 16]
    assert len([shape for shape in chart.figure.layout.shapes if shape.type == "rect"]) == 3
    # The field of what is hidden last lies inside the chart.
    assert chart.figure.layout.xaxis.range[1] >= 2025
    table = dict(zip(chart.table["Period"], chart.table[COUNT], strict=True))
    assert table["andra kvartalet 2023"] == FEW
    assert "0" not in set(table.values())
    assert "3 perioder visas inte, eftersom talen är små." in chart.alt
    assert any("Det betyder inte noll" in note for note in chart.notes)
    assert chart.title == "Så många"


def test_the_year_view_has_intervals_and_says_that_it_is_not_all_crime(served: Path) -> None:
    chart = crime_chart(store.crime_series("9999"), RATE, "Exempelköping", LIGHT, None, step=YEAR)
    assert chart is not None

    assert chart.subtitle == "Exempelköping, skadegörelse: anmälda brott, inte alla brott, per år och 100 000 invånare"
    assert "95 %-intervall" in chart.table


def test_preliminary_points_are_hollow_and_named(served: Path) -> None:
    chart = crime_chart(store.crime_series("9999"), COUNT, "Exempelköping", LIGHT, None)
    assert chart is not None

    assert any("preliminära" in (note.text or "") for note in chart.figure.layout.annotations)
    assert "Ihåliga punkter är preliminära." in chart.notes
    assert "preliminär" in set(chart.table["Om siffran"])


def test_the_break_is_named(served: Path) -> None:
    chart = crime_chart(store.crime_series("1263"), RATE, "Svedala", LIGHT, None)
    assert chart is not None

    assert any(BREAK in note for note in chart.notes)
