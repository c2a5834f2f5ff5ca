import csv

import pytest

from etl.publish.larger_regions import is_larger
from tests.support import ROOT


def test_every_county_is_larger_than_a_municipality() -> None:
    with (ROOT / "data" / "reference" / "kommuner.csv").open(encoding="utf-8", newline="") as stream:
        counties = {row["län"] for row in csv.DictReader(stream, delimiter=";") if row["påhittad"] == "nej"}

    assert len(counties) == 21
    assert {county for county in counties if not is_larger(county)} == set()


@pytest.mark.parametrize(
    "region",
    [
        "Hela landet", "Riket", "00 Riket", "01 Stockholms län", "20 Dalarnas län", "Västra Götalands län",
        "Region Stockholm", "Region Syd", "Region Väst", "Polisregion Bergslagen",
        "  REGION   NORD ", "12\u00a0Skåne län",
    ],
)  # fmt: skip
def test_the_names_in_use_are_known(region: str) -> None:
    assert is_larger(region)


@pytest.mark.parametrize(
    "region",
    [
        "", "12 Rinkeby", "99 Exempelgatan 4", "Region Norrby", "Bara (Svedalas län", "Storgatans län", "Polisregion 4",
        "02 Stockholms län", "20 Skåne län", "Region Stockholm City", "Riket 2", "Lokalpolisområde Södermalm",
        "Polisområde Malmö", "Stadsdelsområde Bromma (Okänd)",
    ],
)  # fmt: skip
def test_a_name_that_only_looks_like_one_is_not(region: str) -> None:
    assert not is_larger(region)
