"""One municipality's reported crime beside that of municipalities of similar size."""

from pathlib import Path

from pages import store
from pages.view.chart_object import ChartObject
from pages.view.palette import LIGHT
from pages.view.similar_chart import similar_chart

DAMAGE = "skadegorelse"


def chart() -> ChartObject:
    others = store.similar_crime("1263", DAMAGE)
    found = similar_chart(store.crime_series("1263"), others, store.similar("1263"), "Svedala", LIGHT)
    assert found is not None
    return found


def test_the_rows_stand_in_order_and_the_own_one_is_marked(served: Path) -> None:
    found = chart()
    labels = [note.text for note in found.figure.layout.annotations]

    assert found.table["Kommun"].tolist() == ["Vellinge", "Staffanstorp", "Burlöv", "Svedala", "Hela landet"]
    assert "<b>Svedala 537</b>" in labels
    assert "hela landet" in labels
    assert found.title == "Svedala hade färre anmälda skadegörelser per invånare än de flesta liknande kommuner 2025"
    assert "inte alla brott" in found.subtitle
    assert "Vellinge: 1\N{NO-BREAK SPACE}195 per 100\N{NO-BREAK SPACE}000 invånare (" in found.alt
    assert found.figure.layout.xaxis.range[0] == 0


def test_every_row_has_its_interval(served: Path) -> None:
    for trace in chart().figure.data:
        assert trace.error_x.array[0] > 0
        assert trace.error_x.arrayminus[0] > 0


def test_a_preliminary_figure_is_hollow_and_named(served: Path) -> None:
    found = chart()
    hollow = [trace for trace in found.figure.data if trace.marker.color == LIGHT.paper]

    assert len(hollow) == 1
    assert "Burlöv" in hollow[0].text[0]
    assert "preliminär" in hollow[0].text[0]
    assert "Ihåliga punkter är preliminära." in found.notes


def test_two_are_too_few(served: Path) -> None:
    others = store.similar_crime("1263", DAMAGE)
    two = others[others["municipality_code"] != "1230"]

    assert similar_chart(store.crime_series("1263"), two, store.similar("1263"), "Svedala", LIGHT) is None


def test_other_definitions_and_years_are_not_compared(served: Path) -> None:
    others = store.similar_crime("1263", DAMAGE)
    own, similar = store.crime_series("1263"), store.similar("1263")

    assert similar_chart(own, others.assign(definition="annan"), similar, "Svedala", LIGHT) is None
    assert similar_chart(own, others.assign(period="2030"), similar, "Svedala", LIGHT) is None
    assert similar_chart(own, others.head(0), similar, "Svedala", LIGHT) is None


def test_the_country_alone_is_no_comparison(served: Path) -> None:
    others = store.similar_crime("1263", DAMAGE)

    assert len(others[others["region"] == "Hela landet"]) == 1
    assert similar_chart(
        store.crime_series("1263"), others[others["region"] == "Hela landet"], store.similar("1263"), "Svedala", LIGHT
    ) is None  # fmt: skip


def test_the_table_tells_counts_and_sizes(served: Path) -> None:
    table = chart().table.set_index("Kommun")

    assert table.loc["Svedala", "Antal"] == "127"
    assert table.loc["Vellinge", "Folkmängd"] == "37\N{NO-BREAK SPACE}000"
    assert table.loc["Hela landet", "Folkmängd"] == "–"
