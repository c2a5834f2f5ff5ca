"""The Atom feed: valid, in order, and with ids that never change."""

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pages.documents.feed import atom
from pages.documents.site_data import SiteData
from tests.unit.documents.site_support import BASE, site_data

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def data(public_database: Path) -> SiteData:
    return site_data(public_database.parent)


def parsed(data: SiteData, base: str = BASE) -> ElementTree.Element:
    return ElementTree.fromstring(atom(data, base))


def test_the_feed_has_what_atom_asks_for(data: SiteData) -> None:
    feed = parsed(data)
    for each in (feed, *feed.iter(f"{ATOM}entry")):
        assert (each.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert each.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "").tzinfo is not None
        links = [link.attrib["href"] for link in each.findall(f"{ATOM}link")]
        assert links
        assert all(link.startswith(BASE) for link in links)
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "sv"


def test_the_newest_comes_first_and_gives_the_feed_its_day(data: SiteData) -> None:
    feed = parsed(data)
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.iter(f"{ATOM}entry")]

    assert len(days) > 5
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]


def test_ids_are_unique_and_the_same_when_the_site_moves(data: SiteData) -> None:
    here, there = (
        [entry.findtext(f"{ATOM}id") for entry in parsed(data, base).iter(f"{ATOM}entry")]
        for base in (BASE, "https://annan.se/")
    )

    assert here == there
    assert len(set(here)) == len(here)


def test_verdicts_and_told_inhabitants_are_news(data: SiteData) -> None:
    titles = " ".join(title.text or "" for title in parsed(data).iter(f"{ATOM}title"))

    assert "Svedala: Medborgarlöfte 2017. Gjorde vi det vi lovade? Går inte att avgöra." in titles
    assert "Exempelköping: återkoppling" in titles
