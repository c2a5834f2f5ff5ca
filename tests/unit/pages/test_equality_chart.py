from pathlib import Path

from pages import store
from pages.view.equality_chart import equality_chart, latest_wave
from pages.view.formats import TOO_FEW
from pages.view.palette import LIGHT


def test_the_newest_wave_is_shown_women_and_men_first(served: Path) -> None:
    rows = latest_wave(store.equality_gaps("9999"))

    assert set(rows["wave"]) == {"2026"}
    assert list(rows["kind"]) == ["kön", "ålder", "område"]


def test_the_claim_is_the_largest_clear_difference(served: Path) -> None:
    chart = equality_chart(store.equality_gaps("9999"), "Exempelköping", LIGHT)
    assert chart is not None

    assert chart.title == "Kvinnor är mindre trygga än män: 63 mot 78 procent."
    assert chart.title in chart.alt
    assert "kvinnor 63 %" in chart.alt.replace("\N{NO-BREAK SPACE}", " ")


def test_chance_is_hollow_and_clear_is_filled(served: Path) -> None:
    chart = equality_chart(store.equality_gaps("9999"), "Exempelköping", LIGHT)
    assert chart is not None
    points = chart.figure.data[0]

    assert list(points.x) == [-15, -8]
    assert list(points.marker.color) == [LIGHT.series[0], LIGHT.paper]
    low, high = chart.figure.layout.xaxis.range
    assert low == -high
    assert low < -23.2


def test_a_group_with_too_few_answers_stands_in_the_table_without_a_number(served: Path) -> None:
    chart = equality_chart(store.equality_gaps("9999"), "Exempelköping", LIGHT)
    assert chart is not None
    row = chart.table[chart.table["Gäller"] == "ålder"].iloc[0]

    assert row["Skillnad"] == TOO_FEW
    assert TOO_FEW in row["Andelar"]
    assert any("för få svar" in note for note in chart.notes)


def test_nothing_but_hidden_groups_makes_no_chart(served: Path) -> None:
    rows = store.equality_gaps("9999")

    assert equality_chart(rows[rows["kind"] == "ålder"], "Exempelköping", LIGHT) is None
    assert equality_chart(rows.head(0), "Exempelköping", LIGHT) is None


def test_ages_say_that_they_are(served: Path) -> None:
    chart = equality_chart(store.equality_gaps("9999"), "Exempelköping", LIGHT)
    assert chart is not None

    assert "16–29 år – 65–84 år" in [name.replace("\N{NO-BREAK SPACE}", " ") for name in chart.table["Jämförelse"]]
