import pytest

from etl.errors import SourceError
from etl.extract.sol_dbfil import is_sol_dbfil, read_sol_dbfil
from tests.unit.extract.twins import MUNICIPALITIES, brott, values

HEADER = "Region;Brott;År;Period;Antal;/100 000 inv\r\n"
# Befogenhetsbedrägeri and penningtvätt: Brå, whole country. The other figures are made up.
TWIN = HEADER + "\r\n".join(
    [
        "Hela landet;9 kap. Bedrägeri och annan oredlighet;År;2024;..;..;",
        "Hela landet;9 kap. Bedrägeri och annan oredlighet;År;2025;..;..;",
        "Hela landet;Befogenhetsbedrägeri;År;2024;13816;131;",
        "Hela landet;Befogenhetsbedrägeri;År;2025;14278;135;",
        "Hela landet;Lag om straff för penningtvättsbrott;År;2024;19017;180;",
        "Hela landet;Lag om straff för penningtvättsbrott;År;2024;19017;180;",
        "Hela landet;0950 - Bedrägeri, med komma, i namnet;2026 prel.;Aug;498;5;",
        "Region Nord;Befogenhetsbedrägeri;År;2024;0;0;",
        "Svalövs kommun;12 kap. Skadegörelsebrott;2025;Kvartal 1;..;..;",
        "Svalövs kommun;12 kap. Skadegörelsebrott;2025;Kvartal 2;31;213;",
        "",
    ]
)


def read(text):
    return read_sol_dbfil(text, file="f.txt", municipalities=MUNICIPALITIES)


def test_years_months_and_quarters():
    received = read(TWIN)
    assert brott(received) == {
        ("Hela landet", "Befogenhetsbedrägeri", "2024"): "13816",
        ("Hela landet", "Befogenhetsbedrägeri", "2025"): "14278",
        ("Hela landet", "Lag om straff för penningtvättsbrott", "2024"): "19017",
        ("Hela landet", "0950 - Bedrägeri, med komma, i namnet", "2026-08"): "498",
        ("Region Nord", "Befogenhetsbedrägeri", "2024"): "0",
        ("1214", "12 kap. Skadegörelsebrott", "2025-K1"): "..",
        ("1214", "12 kap. Skadegörelsebrott", "2025-K2"): "31",
    }
    assert received.faults == ()


def test_preliminary_rate_and_line_number():
    rows = read(TWIN).tables[0].rows
    august = next(r for r in rows if r.values["period"] == "2026-08")
    assert (august.row, august.values["preliminär"], august.values["per 100 000"]) == (8, "ja", "5")
    missing = next(r for r in rows if r.values["period"] == "2025-K1")
    assert missing.values["per 100 000"] == ""


def test_duplicates_and_headings_are_noted():
    notes = " ".join(read(TWIN).notes)
    assert "2 rader är rubriker utan siffror" in notes
    assert "1 dubblettrader" in notes


def test_contradictions_are_refused_all_of_them():
    received = read(HEADER + "Hela landet;Vapenlagen;År;2024;5;1;\nHela landet;Vapenlagen;År;2024;6;1;\n")
    assert values(received, "brott") == []
    assert [(f.row, f.value) for f in received.faults] == [(2, "5"), (3, "6")]


def test_a_label_that_needs_its_parent_gets_it_from_the_heading_rows():
    received = read(
        HEADER
        + "Hela landet;Övrig stöld (1, 2, 4 §);År;2024;..;..;\nHela landet;Från fordon m.m.;År;2024;7;1;\n"
        + "Hela landet;Vapenlagen;År;2024;3;1;\n"
    )
    assert [k[1] for k in brott(received)] == ["Övrig stöld (1, 2, 4 §) › Från fordon m.m.", "Vapenlagen"]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Hela landet;Vapenlagen;År;2024;5", None),
        ("Hela landet;Vapenlagen;År;Vår;5;1;", "period"),
        (";Vapenlagen;År;2024;5;1;", "region"),
        ("Hela landet;;År;2024;5;1;", "brott"),
        ("Bortabys kommun;Vapenlagen;År;2024;5;1;", "region"),
    ],
)
def test_broken_lines_are_faults(line, column):
    received = read(HEADER + line + "\nHela landet;Alkohollagen;År;2024;1;0;\n")
    assert [(f.row, f.column) for f in received.faults] == [(2, column)]
    assert len(values(received, "brott")) == 1


def test_recognised_by_its_heading():
    assert is_sol_dbfil("Region;Brott;År;Period;Antal;/100 000 inv")
    assert is_sol_dbfil("Region;Brott;År;Period;Antal;/100 000 inv;")
    assert not is_sol_dbfil("kommun;brottstyp;period;antal;per 100 000;källa")
    with pytest.raises(SourceError, match="textuttag"):
        read("a;b\n1;2\n")
