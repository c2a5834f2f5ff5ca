"""Which municipalities marts.similar names, from handed-in crimes and populations."""

from datetime import date
from pathlib import Path

from tests.unit.build.handed_in import building_in

TODAY = date(2026, 11, 22)
CRIME = "kommun;brottstyp;period;antal;definition;källa"
PEOPLE = "kommun;år;antal;källa"


def test_the_nearest_are_named_with_their_size(tmp_path: Path) -> None:
    sizes = {"1263": 23_000, "1230": 26_000, "1231": 19_500, "1233": 37_000, "1280": 360_000}
    ask = building_in(tmp_path)(
        TODAY,
        brott=(CRIME, *(f"{code};skadegorelse;2025;100;Brå;x" for code in sizes)),
        folkmangd=(
            PEOPLE, *(f"{code};{year};{size - 2025 + year};x" for code, size in sizes.items() for year in (2024, 2025)),
        ),
    )  # fmt: skip
    rows = ask("SELECT * FROM marts.similar WHERE municipality_code = '1263' ORDER BY rank")

    assert [(r["similar_name"], r["rank"], r["similar_population"]) for r in rows] == [
        ("Staffanstorp", 1, 26_000), ("Burlöv", 2, 19_500), ("Vellinge", 3, 37_000),
    ]  # fmt: skip
    assert rows[0]["population"] == 23_000
    assert rows[0]["ratio"] == 26_000 / 23_000
    assert rows[0]["as_of"] == TODAY
    assert "Staffanstorp, Burlöv och Vellinge" in rows[0]["sentence"]
    alone = ask("SELECT * FROM marts.similar WHERE municipality_code = '1280'")
    assert [(r["similar_code"], r["rank"]) for r in alone] == [(None, None)]
    assert "minst tre av liknande storlek" in alone[0]["sentence"]


def test_a_municipality_without_crimes_of_its_own_is_no_neighbour(tmp_path: Path) -> None:
    ask = building_in(tmp_path)(
        TODAY,
        brott=(CRIME, "1263;skadegorelse;2025;100;Brå;x"),
        folkmangd=(PEOPLE, *(f"{code};2025;20000;x" for code in ("1230", "1231", "1233", "1263"))),
    )

    assert [r["municipality_code"] for r in ask("SELECT * FROM marts.similar")] == ["1263"]
    assert ask("SELECT similar_code FROM marts.similar") == [{"similar_code": None}]
