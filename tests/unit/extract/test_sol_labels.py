import pytest

from etl.extract.sol_labels import (
    ambiguous_labels,
    crime_label,
    is_count,
    is_rate,
    looks_like_crime,
    sol_period,
)


@pytest.mark.parametrize(
    ("words", "period", "preliminary", "granularity"),
    [
        (("2025", "Jan"), "2025-01", False, "månad"),
        (("2025", "Januari"), "2025-01", False, "månad"),
        (("2026 prel.", "Aug"), "2026-08", True, "månad"),
        (("2025", "Helår"), "2025", False, "år"),
        (("År", "2024"), "2024", False, "år"),
        (("År", "2026 prel."), "2026", True, "år"),
        (("2025", "Kvartal 3"), "2025-K3", False, "kvartal"),
        (("2025", "Halvår 1"), "2025-H1", False, "halvår"),
    ],
)
def test_periods(words, period, preliminary, granularity):
    read = sol_period(words)
    assert (read.period, read.preliminary, read.granularity) == (period, preliminary, granularity)


@pytest.mark.parametrize("words", [(), ("År",), ("2025", "Jan", "Feb"), ("2024", "2025"), ("2025", "Okänt"), ("1",)])
def test_unclear_periods_are_none(words):
    assert sol_period(words) is None


def test_measures():
    assert is_count("Antal")
    assert is_rate("/100 000 inv")
    assert is_rate("Per 100 000 inv.")
    assert not is_count("Antal per 100 000")


def test_a_label_that_means_the_same_everywhere_stands_alone():
    for label in ("12 kap. Skadegörelsebrott", "Klotter", "Vapenlagen", "Misshandel inkl. grov (5, 6 §)"):
        assert crime_label(("8-12 kap. Brott mot förmögenhet", label)) == label


def test_därav_is_its_own_thing():
    path = ("8 kap. Stöld, rån m.m.", "därav inbrottsstöld i bostad")
    assert crime_label(path) == "därav inbrottsstöld i bostad"


def test_a_label_that_needs_its_parent_gets_it():
    chapter, theft = "8 kap. Stöld, rån m.m.", "Övrig stöld (1, 2, 4 §)"
    assert crime_label((chapter, theft, "Från fordon m.m.")) == f"{theft} › Från fordon m.m."
    women = ("Misshandel inkl. grov (5, 6 §)", "Mot kvinna 18 år eller äldre", "Inomhus")
    assert crime_label(women) == " › ".join(women)


def test_the_same_label_under_two_parents_is_ambiguous():
    assert ambiguous_labels([("A", "Klotter"), ("B", "Klotter"), ("A", "7 kap. X"), ("B", "7 kap. X")]) == {"Klotter"}


def test_crimes_are_not_places():
    assert looks_like_crime("3 kap. Brott mot liv och hälsa")
    assert looks_like_crime("därav biltillgrepp")
    assert not looks_like_crime("Svedala kommun")
