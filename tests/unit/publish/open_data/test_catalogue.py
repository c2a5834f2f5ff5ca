"""The catalogue is RDF that says what DCAT-AP-SE 3.0.1 asks for: https://docs.dataportal.se/dcat/3.0.1/sv/ ."""

import json
import warnings
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from etl.publish.dcat import SWEDEN, Coverage, catalogue
from etl.publish.open_data_sets import DATA_SETS, OPEN_MARTS
from etl.publish.published_files import Folder
from tests.unit.publish.open_data.support import BASE, PUBLISHED, listed, write

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
EU = "http://publications.europa.eu/resource/authority"
# Mandatory (O) and recommended (R) properties; the licence of the catalogue must be CC0 in Sweden.
REQUIRED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset, DCTERMS.license),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    VCARD.Organization: (VCARD.fn,),
}
RECOMMENDED = {
    DCAT.Catalog: (FOAF.homepage, DCTERMS.language, DCTERMS.modified, DCAT.themeTaxonomy, DCTERMS.spatial),
    DCAT.Dataset: (
        DCAT.contactPoint,
        DCAT.distribution,
        DCAT.keyword,
        DCAT.theme,
        DCTERMS.spatial,
        DCTERMS.accessRights,
        DCTERMS.accrualPeriodicity,
    ),
    DCAT.Distribution: (DCTERMS.description, DCTERMS["format"], DCTERMS.license, DCAT.downloadURL),
}


def parsed(text: str, lies_at: str | None = None) -> Graph:
    with warnings.catch_warnings():
        # rdflib's own reader of JSON-LD uses a class of rdflib's that rdflib warns about.
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=text, format="json-ld", publicID=lies_at)


def of_type(graph: Graph, kind: URIRef) -> list[URIRef]:
    return [node for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef)]


@pytest.fixture(scope="module")
def graph(folder: Path) -> Graph:
    return parsed((folder / "katalog.jsonld").read_text())


@pytest.mark.parametrize("asked", [REQUIRED, RECOMMENDED], ids=["mandatory", "recommended"])
def test_everything_that_the_profile_asks_for_is_there(graph: Graph, asked: dict[URIRef, Iterable[URIRef]]) -> None:
    missing = [
        (node, wanted)
        for kind, properties in asked.items()
        for node in of_type(graph, kind)
        for wanted in properties
        if graph.value(node, wanted, any=True) is None
    ]

    assert missing == []


def test_the_catalogue_holds_every_dataset(graph: Graph) -> None:
    (catalogue_node,) = of_type(graph, DCAT.Catalog)
    data_sets = set(graph.objects(catalogue_node, DCAT.dataset))

    assert data_sets == set(of_type(graph, DCAT.Dataset))
    assert len(data_sets) == len(DATA_SETS)
    assert set(graph.objects(catalogue_node, DCTERMS.license)) == {CC0}


def test_titles_are_short_and_in_both_languages(graph: Graph) -> None:
    """https://docs.dataportal.se/dcat/docs/recommendations/: under ten words, free text translated."""
    for node in (*of_type(graph, DCAT.Dataset), *of_type(graph, DCAT.Catalog)):
        titles = {text.language: str(text) for text in graph.objects(node, DCTERMS.title) if isinstance(text, Literal)}
        descriptions = {text.language for text in graph.objects(node, DCTERMS.description) if isinstance(text, Literal)}
        assert set(titles) == descriptions == {"sv", "en"}
        assert all(len(title.split()) < 10 for title in titles.values())


def test_what_is_pointed_at_is_described_or_an_address(graph: Graph) -> None:
    described = set(graph.subjects())

    for node in graph.objects():
        if isinstance(node, URIRef) and str(node).startswith(f"{BASE}/data/v1/katalog.jsonld#"):
            assert node in described


def test_every_download_is_a_published_file_and_every_table_can_be_downloaded(graph: Graph, folder: Path) -> None:
    downloads = {str(address).removeprefix(f"{BASE}/data/v1/") for address in graph.objects(None, DCAT.downloadURL)}
    files = listed(folder)

    assert downloads <= set(files)
    assert {name for name, file in files.items() if file["slag"] in ("tabell", "löfte", "bevis")} == downloads


def test_themes_and_frequencies_are_of_the_european_lists(graph: Graph) -> None:
    themes = {str(theme) for theme in graph.objects(None, DCAT.theme)}
    often = {
        str(frequency).removeprefix(f"{EU}/frequency/") for frequency in graph.objects(None, DCTERMS.accrualPeriodicity)
    }

    assert themes == {f"{EU}/data-theme/JUST", f"{EU}/data-theme/GOVE"}
    assert often <= {"ANNUAL", "MONTHLY", "QUARTERLY", "IRREG"}


def test_dates_are_dates(graph: Graph) -> None:
    days = [*graph.objects(None, DCAT.startDate), *graph.objects(None, DCAT.endDate)]

    assert days
    assert all(isinstance(day, Literal) and isinstance(day.toPython(), date) for day in days)
    assert {day.datatype for day in days if isinstance(day, Literal)} == {XSD.date}


def test_crime_covers_the_years_of_its_figures(graph: Graph) -> None:
    period = graph.value(URIRef(f"{BASE}/data/v1/katalog.jsonld#anmalda-brott"), DCTERMS.temporal)

    assert period is not None
    assert str(graph.value(period, DCAT.startDate)) == "1996-01-01"


def test_places_are_the_real_municipalities_and_sweden(graph: Graph) -> None:
    places = set(graph.objects(None, DCTERMS.spatial))
    codes = {str(graph.value(place, DCTERMS.identifier)) for place in places if place != URIRef(SWEDEN)}

    assert URIRef(SWEDEN) in places
    assert codes == {"0136", "1214", "1263", "1465"}


def test_a_made_up_municipality_is_told_about(graph: Graph) -> None:
    told = [str(text) for node in of_type(graph, DCAT.Dataset) for text in graph.objects(node, DCTERMS.description)]

    assert all("Exempelköping" in text and ("påhittad" in text or "made up" in text) for text in told)


def test_contact_is_a_function_with_a_way_to_reach_it(graph: Graph) -> None:
    people = of_type(graph, VCARD.Organization)

    assert people
    for node in people:
        ways = [graph.value(node, way) for way in (VCARD.hasURL, VCARD.hasEmail, VCARD.hasTelephone)]
        assert [way for way in ways if way is not None]
    assert of_type(graph, VCARD.Individual) == []


@pytest.mark.parametrize(
    ("address", "way", "value"),
    [
        ("https://svedala.se", VCARD.hasURL, "https://svedala.se"),
        ("oppnadata@example.se", VCARD.hasEmail, "mailto:oppnadata@example.se"),
    ],
)
def test_an_address_tells_by_its_form_what_it_is(tmp_path: Path, address: str, way: URIRef, value: str) -> None:
    content = catalogue(
        Folder(path=tmp_path, base_url=BASE, published=PUBLISHED),
        marts=OPEN_MARTS,
        municipalities=[{"municipality_code": "1263", "name": "Svedala", "is_fictitious": False}],
        contacts=[{"municipality_code": "1263", "function": "Svedala kommun", "address": address}],
        sources={},
        coverage={"anmalda-brott": Coverage(first=date(1996, 1, 1))},
    )
    found = parsed(json.dumps(content))

    (person,) = of_type(found, VCARD.Organization)
    assert found.value(person, way) == URIRef(value)
    assert list(found.objects(None, DCTERMS.temporal)) == []


def test_without_an_address_the_catalogue_is_read_from_where_it_lies(public_database: Path, tmp_path: Path) -> None:
    folder = write(public_database, tmp_path / "data", base_url="")
    text = (folder / "katalog.jsonld").read_text()
    found = parsed(text, lies_at="https://var.som.helst.se/data/v1/katalog.jsonld")

    assert of_type(found, DCAT.Catalog) == [URIRef("https://var.som.helst.se/data/v1/katalog.jsonld#katalog")]
