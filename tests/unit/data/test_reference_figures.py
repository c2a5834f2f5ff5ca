"""The typed-in figures against what is known about them."""

import pytest

from tests.unit.data.csv_tables import CODES, counts, populations, reference

SKADEGORELSE_2016_2025 = {
    "svedala": [185, 308, 209, 252, 250, 336, 323, 226, 161, 127],
    "svalov": [142, 187, 156, 164, 204, 226, 298, 165, 130, 112],
    "svenljunga": [75, 108, 82, 67, 90, 53, 81, 84, 66, 69],
    "haninge": [1949, 2198, 2548, 2937, 3823, 2550, 2960, 3496, 3424, 2323],
}
TOTAL_2025 = {"svedala": 1741, "svalov": 1444, "svenljunga": 1189, "haninge": 13628}
POPULATION_2024 = {"svedala": 23538, "svalov": 14523, "svenljunga": 10719, "haninge": 100767}
CRIME_TYPES = ("total", "skadegorelse", "person", "theft", "burglary")


@pytest.mark.parametrize(("folder", "expected"), SKADEGORELSE_2016_2025.items())
def test_skadegorelse_2016_to_2025(folder: str, expected: list[int]) -> None:
    found = counts(folder, "skadegorelse")
    assert [found[year] for year in range(2016, 2026)] == expected


def test_svedalas_baseline() -> None:
    found = counts("svedala", "skadegorelse")
    assert (found[2015], found[2016], found[2017]) == (218, 185, 308)


@pytest.mark.parametrize("folder", CODES)
def test_totals_and_populations(folder: str) -> None:
    assert counts(folder, "total")[2025] == TOTAL_2025[folder]
    assert populations(folder)[2024] == POPULATION_2024[folder]


@pytest.mark.parametrize("folder", CODES)
@pytest.mark.parametrize("crime_type", CRIME_TYPES)
def test_every_year_1996_to_2025_once(folder: str, crime_type: str) -> None:
    found = [row["period"] for row in reference(f"{folder}/brott") if row["brottstyp"] == crime_type]
    assert found == [str(year) for year in range(1996, 2026)]


@pytest.mark.parametrize("folder", CODES)
def test_crime_rows_say_what_they_are(folder: str) -> None:
    for row in reference(f"{folder}/brott"):
        assert (row["preliminär"], row["definition"]) == ("nej", "Brå per kommun och år")
        assert row["per 100 000"].isdigit()
        assert row["källa"].startswith("Brå")


@pytest.mark.parametrize("folder", CODES)
def test_parts_are_smaller_than_the_total(folder: str) -> None:
    for year, total in counts(folder, "total").items():
        parts = [counts(folder, crime_type)[year] for crime_type in ("skadegorelse", "person", "theft")]
        assert sum(parts) <= total
        assert counts(folder, "burglary")[year] <= parts[2]


@pytest.mark.parametrize("folder", CODES)
def test_population_years_are_those_published_and_no_others(folder: str) -> None:
    assert sorted(populations(folder)) == [*range(2008, 2019), 2024]


@pytest.mark.parametrize("folder", CODES)
def test_rates_2009_to_2018_are_counts_per_mean_population_rounded_half_up(folder: str) -> None:
    population = populations(folder)
    checked = 0
    for row in reference(f"{folder}/brott"):
        year = int(row["period"])
        if not 2009 <= year <= 2018:
            continue
        # count * 100 000 / ((before + after) / 2), rounded half up, in whole numbers
        both = population[year - 1] + population[year]
        assert int(row["per 100 000"]) == (2 * 200_000 * int(row["antal"]) + both) // (2 * both)
        checked += 1
    assert checked == 10 * len(CRIME_TYPES)


@pytest.mark.parametrize(
    ("folder", "indicator", "year", "value"),
    [
        ("svedala", "enkat:totalindex", "2016", "1,94"),
        ("svedala", "enkat:totalindex", "2017", "1,94"),
        ("svedala", "enkat:totalindex", "2021", "1,78"),
        ("svedala", "enkat:totalindex", "2022", "1,73"),
        ("svedala", "enkat:ej_utsatt", "2016", "79"),
        ("svedala", "enkat:ej_utsatt", "2017", "84"),
        ("svedala", "enkat:polisen_bryr_sig", "2016", "40"),
        ("svedala", "enkat:polisen_bryr_sig", "2017", "48"),
        ("svedala", "enkat:ungdomsgang", "2017", "4"),
        ("svalov", "enkat:totalindex", "2019", "2,06"),
        ("svalov", "enkat:totalindex", "2020", "2,13"),
        ("svenljunga", "enkat:trygg", "2020", "56"),
        ("haninge", "enkat:trygg", "2023", "62"),
        ("haninge", "enkat:totalindex", "2018", "1,63"),
    ],
)
def test_published_survey_values(folder: str, indicator: str, year: str, value: str) -> None:
    found = [
        row["värde"]
        for row in reference(f"{folder}/enkat_varden")
        if row["indikator"] == indicator and row["år"] == year and row["kommun"]
    ]
    assert found == [value]


def test_answers_only_where_published() -> None:
    values = reference("svedala/enkat_varden")
    assert all(not row["antal svar"] for row in values if row["kommun"] == "1263")
    in_region = [row for row in values if row["region"] and row["fråga"] == "totalindex"]
    police_area = {row["år"]: row["antal svar"] for row in in_region}
    assert police_area == {
        "2017": "",
        "2018": "1999",
        "2019": "1884",
        "2020": "1918",
        "2021": "1843",
        "2022": "1767",
        "2023": "1219",
    }


def test_different_methods_in_svenljunga_are_different_instruments() -> None:
    values = reference("svenljunga/enkat_varden")
    assert {(row["år"], row["metod"]) for row in values} == {("2014", "postal"), ("2020", "webb öppen")}
    assert len({row["instrument"] for row in values}) == 2
