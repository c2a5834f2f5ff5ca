"""The typed-in figures against the collected files beside the project, where those are at hand."""

import csv
from pathlib import Path

import pytest

from tests.support import shared_path
from tests.unit.data.csv_tables import CODES, counts, populations, reference

KEYS = {key: key for key in ("total", "person", "theft", "burglary")} | {"vandalism": "skadegorelse"}


def collected(path: Path, delimiter: str = ";") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


@pytest.mark.parametrize(("folder", "code"), CODES.items())
def test_crime_equals_the_collected_file(folder: str, code: str) -> None:
    source = collected(shared_path("samples/bra_crime_kommun/bra_crime.csv"))
    expected = {
        (KEYS[row["key"]], row["period"], row["count"], row["per100k"].removesuffix(".0"))
        for row in source
        if row["kommun"] == code and row["key"] in KEYS and len(row["period"]) == 4
    }
    headings = ("brottstyp", "period", "antal", "per 100 000")
    found = {tuple(row[h] for h in headings) for row in reference(f"{folder}/brott")}
    assert found == expected
    assert len(found) == 150


def test_quarters_of_haninge_add_up_to_the_years() -> None:
    years = counts("haninge", "total")
    source = collected(shared_path("samples/bra_crime_kommun/bra_crime_quarterly.csv"))
    sums: dict[int, list[int]] = {}
    for row in source:
        sums.setdefault(int(row["period"][:4]), []).append(int(row["count"]))
    whole = {year: sum(quarters) for year, quarters in sums.items() if len(quarters) == 4}
    assert sorted(whole) == list(range(2015, 2026))
    assert whole == {year: years[year] for year in whole}


@pytest.mark.parametrize(("folder", "code"), CODES.items())
def test_population_equals_the_collected_files(folder: str, code: str) -> None:
    by_year = collected(shared_path("samples/scb_folkmangd/bef_k_tot_2008-2018.csv"))
    expected = {int(r["år"]): int(r["Folkmängd"]) for r in by_year if r["region"].startswith(f"{code} ")}
    newest = collected(shared_path("samples/scb_folkmangd/population_2024.csv"), ",")
    (expected[2024],) = (int(r["population"]) for r in newest if r["kommun_kod"] == code)
    assert populations(folder) == expected


def test_every_published_survey_value_is_typed_in() -> None:
    source = collected(shared_path("samples/trygghetsmatning/publicerade_varden_a.csv"))
    expected = sorted(
        (row["ar"], row["matt"], row["varde"] or "..", row["antal_svar"], row["kalla"])
        for row in source
        if not row["matt"].startswith("(")
    )
    found = sorted(
        (row["år"], row["fråga"], row["värde"], row["antal svar"], row["källa"])
        for folder in CODES
        for row in reference(f"{folder}/enkat_varden")
    )
    assert found == expected


def test_municipalities_equal_koladas_list_without_regions() -> None:
    source = collected(shared_path("samples/kommun_koder/kolada_municipality.csv"), ",")
    expected = {(row["id"], row["title"]) for row in source if row["type"] == "K"}
    assert {(r["kommun"], r["namn"]) for r in reference("kommuner") if r["påhittad"] == "nej"} == expected


def test_every_label_of_the_monthly_list_is_known() -> None:
    source = collected(shared_path("samples/bra_sol/manad_kommun_2026-08_prel.csv"))
    known = {label for row in reference("brottstyper") for label in row["brå_etikett"].split("|")}
    assert {row["brott"] for row in source} <= known
