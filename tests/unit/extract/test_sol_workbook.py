import pytest

from etl.errors import SourceError
from etl.extract.sol_workbook import is_bra_workbook, read_sol_workbook
from tests.unit.extract.twins import BROMMA, MUNICIPALITIES, POPULATION_NOTE, brott, sol, values, workbook

YEAR = [("", "2025"), ("", "Helår"), ("", "Antal")]


def read(book):
    return read_sol_workbook(book, file="namnet säger inget.xls", municipalities=MUNICIPALITIES)


def test_a_district_by_month():
    received = read(BROMMA)
    figures = brott(received)
    assert figures["0180-bromma", "Totalt antal brott", "2025-01"] == "924"
    assert figures["0180-bromma", "12 kap. Skadegörelsebrott", "2025-01"] == "264"
    assert figures["0180-bromma", "därav inbrottsstöld i bostad", "2025-02"] == "10"
    assert figures["0180-bromma", "Alkohollagen", "2025-02"] == "0"
    assert len(figures) == 10
    assert received.faults == ()
    assert values(received, "omraden") == [
        {"område_id": "0180-bromma", "kommun": "0180", "namn": "Bromma", "typ": "stadsdel"}
    ]
    first = values(received, "brott")[0]
    assert first["definition"] == "Brå per stadsdelsområde och månad"
    assert first["preliminär"] == "nej"
    assert first["per 100 000"] == ""


def test_rows_keep_their_place_in_the_source():
    assert {row.row for row in read(BROMMA).tables[1].rows} == {7, 9, 12, 14, 15}


def test_footnotes_are_notes_and_never_data():
    notes = read(BROMMA).notes
    assert notes == (
        f"Brås fotnot om Stadsdelsområde Bromma (Sthlm): {POPULATION_NOTE.strip()}",
        "Brås fotnot om 12 kap. Skadegörelsebrott: Från och med 2019 ingår även grov skadegörelse.",
    )


def test_whole_year_months_and_quarters_are_different_granularities():
    received = read(
        sol(
            [
                ("", "2025", "2025", "2025", "2026 prel."),
                ("", "Helår", "Kvartal 1", "Jan", "Jan"),
                ("", *["Antal"] * 4),
            ],
            ("Svedala kommun",),
            ("Totalt antal brott", "1741", "400", "130", "120"),
        )
    )
    rows = values(received, "brott")
    assert [(r["period"], r["antal"], r["preliminär"], r["definition"]) for r in rows] == [
        ("2025", "1741", "nej", "Brå per kommun och år"),
        ("2025-K1", "400", "nej", "Brå per kommun och kvartal"),
        ("2025-01", "130", "nej", "Brå per kommun och månad"),
        ("2026-01", "120", "ja", "Brå per kommun och månad"),
    ]


def test_count_and_rate_of_a_period_are_one_row():
    received = read(
        sol(
            [("", "År", "År"), ("", "2025", "2025"), ("", "Antal", "/100 000 inv")],
            ("Svedala kommun",),
            ("12 kap. Skadegörelsebrott", "127", "538"),
        )
    )
    (row,) = values(received, "brott")
    assert (row["kommun"], row["antal"], row["per 100 000"]) == ("1263", "127", "538")


def test_a_phantom_column_is_nothing_but_one_with_figures_is_refused():
    rate = [("", "År", ""), ("", "2025", ""), ("", "/100 000 inv", "")]
    received = read(sol(rate, ("Svedala kommun",), ("Vapenlagen", "38")))
    (row,) = values(received, "brott")
    assert (row["antal"], row["per 100 000"]) == ("..", "38")
    with pytest.raises(SourceError, match="kolumn C"):
        read(sol(rate, ("Svedala kommun",), ("Vapenlagen", "38", "7")))


def test_blank_is_missing_and_zero_is_zero():
    received = read(
        sol(
            [("", "2024", "2025"), ("", "Helår", "Helår"), ("", "Antal", "Antal")],
            ("Svedala kommun",),
            ("Vapenlagen", "", "0"),
        )
    )
    assert [v["antal"] for v in values(received, "brott")] == ["..", "0"]


def test_a_chapter_without_figures_is_not_an_ancestor_of_the_next():
    received = read(
        sol(
            YEAR,
            ("Svedala kommun",),
            ("3-7 kap. Brott mot person",),
            ("3 kap. Brott mot liv och hälsa",),
            ("3-7 kap. Brott mot person",),
            ("6 kap. Sexualbrott", "12"),
        )
    )
    assert list(brott(received)) == [("1263", "6 kap. Sexualbrott", "2025")]
    assert any("3 kap. Brott mot liv och hälsa" in note for note in received.notes)


def test_the_same_leaf_under_two_parents_is_two_things():
    received = read(
        sol(
            YEAR,
            ("Svedala kommun",),
            ("Stöld av icke motordrivet fortskaffningsmedel (1, 2, 4 §)",),
            ("Cykel", "30"),
            ("Övrig stöld (1, 2, 4 §)",),
            ("Cykel", "4"),
        )
    )
    assert {k[1]: v for k, v in brott(received).items()} == {
        "Stöld av icke motordrivet fortskaffningsmedel (1, 2, 4 §) › Cykel": "30",
        "Övrig stöld (1, 2, 4 §) › Cykel": "4",
    }


def test_places_that_are_not_named_like_places_are_known_by_the_block_below():
    received = read(
        sol(
            YEAR,
            ("Storgöteborg",),
            ("Totalt antal brott", "10"),
            ("Okänd kommundel",),
            ("Totalt antal brott", "3"),
            ("Hela landet",),
            ("Totalt antal brott", "20"),
        )
    )
    assert [k[0] for k in brott(received)] == ["Storgöteborg", "Okänd kommundel", "Hela landet"]


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Järva", ()),
        (
            "Hägersten-Älvsjö",
            (("",), ("Stadsdelsområde Hägersten-Älvsjö (Sthlm)",), ("Stadsdelen bildades 2024-01-01, …",)),
        ),
    ],
)
def test_zeros_from_before_a_district_existed_are_missing(name, note):
    received = read(
        sol(
            [("", "2023", "2024"), ("", "Helår", "Helår"), ("", "Antal", "Antal")],
            (f"Stadsdelsområde {name} (Sthlm)",),
            ("Totalt antal brott", "0", "15950"),
            ("Alkohollagen", "0", "0"),
            *note,
        )
    )
    assert [v["antal"] for v in values(received, "brott")] == ["..", "15950", "..", "0"]
    assert any(f"{name} bildades 2024" in n for n in received.notes)


def test_a_zero_among_real_figures_stays_even_before_the_district_existed():
    received = read(
        sol(
            [("", "2023"), ("", "Helår"), ("", "Antal")],
            ("Stadsdelsområde Järva (Sthlm)",),
            ("Totalt antal brott", "900"),
            ("Alkohollagen", "0"),
        )
    )
    assert [v["antal"] for v in values(received, "brott")] == ["900", "0"]


def test_the_same_place_twice():
    same = [("Svedala kommun",), ("Vapenlagen", "9")]
    assert len(values(read(sol(YEAR, *same, *same)), "brott")) == 1
    received = read(sol(YEAR, *same, ("Svedala kommun",), ("Vapenlagen", "8")))
    assert values(received, "brott") == []
    assert [(f.row, f.value) for f in received.faults] == [(7, "9"), (9, "8")]
    assert "8 och 9" in received.faults[0].reason


def test_the_same_column_twice_must_agree():
    twice = [("", "2025", "2025"), ("", "Helår", "Helår"), ("", "Antal", "Antal")]
    assert len(values(read(sol(twice, ("Svedala kommun",), ("Vapenlagen", "9", "9"))), "brott")) == 1
    assert len(read(sol(twice, ("Svedala kommun",), ("Vapenlagen", "9", "8"))).faults) == 2


def test_an_unknown_municipality_is_a_fault_once():
    received = read(sol(YEAR, ("Bortabys kommun",), ("Vapenlagen", "9"), ("Alkohollagen", "1")))
    assert [(f.row, f.value) for f in received.faults] == [(7, "Bortabys kommun")]
    assert values(received, "brott") == []


def test_figures_without_a_label_are_a_fault():
    received = read(sol(YEAR, ("Svedala kommun",), ("Vapenlagen", "9"), ("", "5")))
    assert [f.row for f in received.faults] == [8]


@pytest.mark.parametrize(
    ("book", "word"),
    [
        (workbook(("Uppklarade brott", "", "Brottsförebyggande rådet"), ("",)), "Uppklarade brott"),
        (workbook(("Anmälda brott", "", "Brottsförebyggande rådet"), ("Svedala", "1")), "Antal"),
        (
            sol([("", "2025"), ("", "Vår"), ("", "Antal")], ("Svedala kommun",), ("Vapenlagen", "1")),
            "kolumn B",
        ),
        (sol(YEAR, ("Totalt antal brott", "5")), "region"),
        (sol(YEAR, ("Svedala kommun",), ("Vapenlagen", "1"), ("",), ("Alkohollagen", "2")), "rad 9"),
    ],
)
def test_refuses_what_is_not_a_whole_export(book, word):
    with pytest.raises(SourceError, match=word):
        read(book)


def test_recognised_by_its_publisher():
    assert is_bra_workbook(BROMMA)
    assert not is_bra_workbook(workbook(("kommun", "antal"), ("1263", "5")))
