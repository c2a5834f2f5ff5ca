"""The catalogue of the open data as JSON-LD, after DCAT-AP-SE 3.0.1 (https://docs.dataportal.se/dcat/3.0.1/sv/)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.publish.open_data_sets import CC0, DATA_SETS, DataSet
from etl.publish.published_files import Folder, timestamp

Node = dict[str, Any]
Row = Mapping[str, Any]

_EU = "http://publications.europa.eu/resource/authority"
_SWEDISH = {"@id": f"{_EU}/language/SWE"}
_PUBLIC = {"@id": f"{_EU}/access-right/PUBLIC"}
# Justice, legal system and public safety; government and public sector.
_THEMES = [{"@id": f"{_EU}/data-theme/JUST"}, {"@id": f"{_EU}/data-theme/GOVE"}]
SWEDEN = "http://sws.geonames.org/2661886"
_FORMATS = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """First and last day that a dataset says anything about, as far as it is known."""

    first: date | None = None
    last: date | None = None


def catalogue(
    folder: Folder,
    *,
    marts: Collection[str],
    municipalities: Sequence[Row],
    contacts: Sequence[Row],
    sources: Mapping[str, Row],
    coverage: Mapping[str, Coverage],
) -> Node:
    """The catalogue as one JSON-LD document.

    A dataset is one distribution a format, and a distribution of several tables has several download addresses: that
    is how the Swedish profile wants a dataset that is split into files. Made-up municipalities are named in the
    descriptions, and are no places on the map.
    """
    shown = [data_set for data_set in DATA_SETS if set(data_set.marts) & set(marts)]
    real = [row for row in municipalities if not row["is_fictitious"]]
    made_up = [row["name"] for row in municipalities if row["is_fictitious"]]
    places = [_place(folder, row) for row in real]
    codes = {row["municipality_code"] for row in real}
    reachable = [row for row in contacts if row["municipality_code"] in codes and row["address"]]
    people = [_contact(folder, number, row) for number, row in enumerate(reachable, start=1)]
    graph = [
        _catalog(folder, shown),
        {"@id": _part(folder, "utgivare"), "@type": "foaf:Agent", "foaf:name": "Löfteskollen"},
        *people,
        *places,
    ]
    for data_set in shown:
        about = _data_set(folder, data_set, places, people, sources, coverage.get(data_set.key), made_up)
        files = [_distribution(folder, data_set, ending, marts) for ending in _FORMATS]
        if data_set.key == "bedomningar":
            files.append(_evidence(folder, data_set))
        if data_set.key == "loften":
            files.append(_promises(folder, data_set))
        about["dcat:distribution"] = [{"@id": file["@id"]} for file in files]
        graph += [about, *files]
    return {"@context": _CONTEXT, "@graph": graph}


def _catalog(folder: Folder, shown: Sequence[DataSet]) -> Node:
    return {
        "@id": _part(folder, "katalog"),
        "@type": "dcat:Catalog",
        "dcterms:title": _both("Löfteskollens öppna data", "Open data of Löfteskollen"),
        "dcterms:description": _both(
            "Medborgarlöften från polis och kommun: vad som har lovats, vad som har gjorts och vad det blev av det.",
            "Promises that the police and municipalities make to the inhabitants: what was promised, what was done "
            "and what came of it.",
        ),
        "dcterms:publisher": {"@id": _part(folder, "utgivare")},
        # The Swedish profile asks for CC0 on the catalogue itself.
        "dcterms:license": {"@id": CC0},
        "dcterms:language": _SWEDISH,
        "dcterms:modified": _moment(folder),
        "dcterms:spatial": {"@id": SWEDEN},
        "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme"},
        "foaf:homepage": {"@id": folder.page("")},
        "dcat:dataset": [{"@id": _part(folder, data_set.key)} for data_set in shown],
    }


def _data_set(
    folder: Folder,
    data_set: DataSet,
    places: Sequence[Node],
    people: Sequence[Node],
    sources: Mapping[str, Row],
    covers: Coverage | None,
    made_up: Sequence[str],
) -> Node:
    note = f" {' och '.join(made_up)} är påhittad, som exempel." if made_up else ""
    note_en = f" {' and '.join(made_up)} is made up, as an example." if made_up else ""
    used = [sources[key]["address"] for key in data_set.source_ids if key in sources]
    node: Node = {
        "@id": _part(folder, data_set.key),
        "@type": "dcat:Dataset",
        "dcterms:title": _both(data_set.title, data_set.title_en),
        "dcterms:description": _both(data_set.description + note, data_set.description_en + note_en),
        "dcterms:publisher": {"@id": _part(folder, "utgivare")},
        "dcterms:identifier": data_set.key,
        "dcterms:language": _SWEDISH,
        "dcterms:accessRights": _PUBLIC,
        "dcterms:modified": _moment(folder),
        "dcterms:accrualPeriodicity": {"@id": f"{_EU}/frequency/{data_set.frequency}"},
        "dcat:theme": _THEMES,
        "dcat:keyword": [
            *({"@value": word, "@language": "sv"} for word in data_set.keywords),
            *({"@value": word, "@language": "en"} for word in data_set.keywords_en),
        ],
        "dcat:landingPage": {"@id": folder.page("oppnadata")},
        "dcterms:spatial": [{"@id": SWEDEN}, *({"@id": place["@id"]} for place in places)],
    }
    if people:
        node["dcat:contactPoint"] = [{"@id": person["@id"]} for person in people]
    if used:
        node["dcterms:source"] = [{"@id": address} for address in used]
    if covers and covers.first and covers.last:
        node["dcterms:temporal"] = {
            "@type": "dcterms:PeriodOfTime",
            "dcat:startDate": {"@value": covers.first.isoformat(), "@type": "xsd:date"},
            "dcat:endDate": {"@value": covers.last.isoformat(), "@type": "xsd:date"},
        }
    return node


def _distribution(folder: Folder, data_set: DataSet, ending: str, marts: Collection[str]) -> Node:
    names = [f"{mart}.{ending}" for mart in data_set.marts if mart in marts]
    return {
        **_way(folder, data_set, ending.upper(), _FORMATS[ending], f"{data_set.key}-{ending}"),
        "dcterms:description": _both(
            f"En fil för varje tabell. {data_set.terms}", "One file for each table. Column names are in English."
        ),
        "dcat:downloadURL": [{"@id": folder.address(name)} for name in names],
        "foaf:page": {"@id": folder.address("kolumner.json")},
    }


def _promises(folder: Folder, data_set: DataSet) -> Node:
    names = [file.name for file in folder.files if file.kind == "löfte"]
    return {
        **_way(folder, data_set, "Ett löfte per fil (JSON)", "application/json", "loften-ett-och-ett"),
        "dcterms:description": _both(
            "Ett medborgarlöfte i taget, i ett format som kommuner kan utbyta.",
            "One promise at a time, in a format that municipalities can exchange.",
        ),
        "dcat:downloadURL": [{"@id": folder.address(name)} for name in names],
        "dcterms:conformsTo": {"@id": folder.address("medborgarlofte.schema.json")},
    }


def _evidence(folder: Folder, data_set: DataSet) -> Node:
    names = [file.name for file in folder.files if file.kind == "bevis"]
    return {
        **_way(folder, data_set, "Bevispaket (ZIP)", "application/zip", "bevispaket"),
        "dcterms:description": _both(
            "Ett paket för varje bedömning: regeln, talen, frågan som hämtar dem och hur man räknar om.",
            "One package for each verdict: the rule, the figures, the query that fetches them and how to recompute.",
        ),
        "dcat:downloadURL": [{"@id": folder.address(name)} for name in names],
    }


def _way(folder: Folder, data_set: DataSet, title: str, media_type: str, key: str) -> Node:
    return {
        "@id": _part(folder, key),
        "@type": "dcat:Distribution",
        "dcterms:title": {"@value": title, "@language": "sv"},
        "dcterms:format": media_type,
        "dcterms:license": {"@id": data_set.licence},
        "dcterms:language": _SWEDISH,
        "dcterms:modified": _moment(folder),
        "dcatap:availability": {"@id": f"{_EU}/planned-availability/STABLE"},
        "dcat:accessURL": {"@id": folder.page("oppnadata")},
    }


def _place(folder: Folder, row: Row) -> Node:
    return {
        "@id": _part(folder, f"kommun-{row['municipality_code']}"),
        "@type": "dcterms:Location",
        "skos:prefLabel": {"@value": row["name"], "@language": "sv"},
        "dcterms:identifier": row["municipality_code"],
    }


def _contact(folder: Folder, number: int, row: Row) -> Node:
    """A function, never a person; its address becomes mail, telephone or web address by its form."""
    node: Node = {"@id": _part(folder, f"kontakt-{number}"), "@type": "vcard:Organization", "vcard:fn": row["function"]}
    address = row["address"].strip()
    if address.startswith(("https://", "http://")):
        node["vcard:hasURL"] = {"@id": address}
    elif "@" in address:
        node["vcard:hasEmail"] = {"@id": f"mailto:{address}"}
    elif digits := "".join(sign for sign in address if sign.isdigit()):
        node["vcard:hasTelephone"] = {"@type": "vcard:Voice", "vcard:hasValue": {"@id": f"tel:{digits}"}}
    return node


def _part(folder: Folder, key: str) -> str:
    return f"{folder.address('katalog.jsonld')}#{key}"


def _moment(folder: Folder) -> Node:
    return {"@value": timestamp(folder.published), "@type": "xsd:dateTime"}


def _both(swedish: str, english: str) -> list[Node]:
    return [{"@value": swedish, "@language": "sv"}, {"@value": english, "@language": "en"}]
