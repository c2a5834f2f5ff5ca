"""Brå's printed rate = count × 100 000 / mean of the two year-end populations, rounded half up."""

import csv

import pytest

from etl.extract.pxweb_csv import read_pxweb_csv
from etl.extract.recognise import read_foreign
from tests.support import shared_path
from tests.unit.extract.twins import MUNICIPALITIES, values

YEARS = range(2009, 2019)


def rate(count: int, before: int, after: int) -> int:
    """In whole numbers, so that a half is exactly a half."""
    return (2 * 200_000 * count + before + after) // (2 * (before + after))


def populations(received):
    return {(v["kommun"], int(v["år"])): int(v["antal"]) for v in values(received, "folkmangd")}


# Svedala. Population: SCB, 31 December 2015, 2016 and 2017. Counts and printed rates: Brå.
TWIN = "region;ålder;år;Folkmängd\n" + "\n".join(
    f"1263 Svedala;totalt ålder;{year};{people}" for year, people in ((2015, 20462), (2016, 20771), (2017, 21074))
)


@pytest.mark.parametrize(("year", "count", "printed"), [(2016, 185, 897), (2017, 308, 1472)])
def test_svedala(year, count, printed):
    people = populations(read_pxweb_csv(TWIN, file="f.csv", municipalities=MUNICIPALITIES))
    assert rate(count, people["1263", year - 1], people["1263", year]) == printed


def test_every_printed_rate_2009_to_2018():
    people = populations(read_foreign(shared_path("samples/scb_folkmangd/bef_k_tot_2008-2018.csv")))
    with shared_path("samples/bra_crime_kommun/bra_crime.csv").open(encoding="utf-8", newline="") as stream:
        rows = [
            r for r in csv.DictReader(stream, delimiter=";") if r["period"].isdecimal() and int(r["period"]) in YEARS
        ]
    assert len(rows) >= 4 * 10 * 5
    wrong = []
    for row in rows:
        code, year = row["kommun"], int(row["period"])
        computed = rate(int(row["count"]), people[code, year - 1], people[code, year])
        # drugs_weapons is a sum of two rates, each rounded by itself.
        allowed = 1 if row["key"] == "drugs_weapons" else 0
        if abs(computed - int(float(row["per100k"]))) > allowed:
            wrong.append((code, year, row["key"], row["per100k"], computed))
    assert wrong == []
