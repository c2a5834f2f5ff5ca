"""A promise as a document to exchange: all of ours follow the schema, and the schema refuses nonsense."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from etl.publish.promise_schema import promise_schema
from tests.unit.publish.open_data.support import BASE, listed

Document = dict[str, Any]
FOUNDING = ("0136-odaterat", "1214-2022-2023", "1263-2017", "1465-2019")
SCHEMA = promise_schema(f"{BASE}/data/v1/medborgarlofte.schema.json")
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
SHORTEST: Document = {
    "format": "medborgarlofte",
    "formatversion": "1.0",
    "kommun": {"kod": "0114", "namn": "Upplands Väsby"},
    "lofte": {"lofte_id": "2027", "rubrik": "Medborgarlöfte 2027"},
    "ataganden": [{"atagande_id": "1", "atagande": "Vi nattvandrar varje fredag.", "typ": "återkommande"}],
    "mal": [{"mal_id": "1", "mal": "Tryggheten ska öka.", "indikator": "enkat:trygg_kvall", "riktning": "öka"}],
}


def faults(document: Document) -> list[str]:
    return [f"{list(fault.path)}: {fault.message}" for fault in VALIDATOR.iter_errors(document)]


def document(folder: Path, promise: str) -> Document:
    read: Document = json.loads((folder / f"lofte/{promise.split('-')[0]}/{promise}.json").read_text())
    return read


def test_the_schema_is_one_and_says_where_it_lies(folder: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert json.loads((folder / "medborgarlofte.schema.json").read_text()) == SCHEMA
    assert SCHEMA["$id"] == f"{BASE}/data/v1/medborgarlofte.schema.json"


def test_every_promise_follows_the_schema(folder: Path) -> None:
    promises = [name for name, file in listed(folder).items() if file["slag"] == "löfte"]

    assert {f"lofte/{promise[:4]}/{promise}.json" for promise in FOUNDING} < set(promises)
    assert len([name for name in promises if name.startswith("lofte/9999/")]) >= 4
    assert {name: found for name in promises if (found := faults(json.loads((folder / name).read_text())))} == {}


def test_svedala_2017_is_told_in_full(folder: Path) -> None:
    told = document(folder, "1263-2017")

    assert told["kommun"] == {"kod": "1263", "namn": "Svedala", "pahittad": False}
    assert (told["lofte"]["fran"], told["lofte"]["till"], told["lofte"]["undertecknat"]) == (
        "2017-01-01",
        "2017-12-31",
        "2016-11-01",
    )
    assert [a["antal"] for a in told["ataganden"] if "antal" in a] == [4000, 2]
    assert "bedomning" not in told["ataganden"][2]
    assert {m["mal_id"]: m.get("delmal_av") for m in told["mal"]}["1263-2017-M1"] == "1263-2017-M6"
    assert told["svar"]["ataganden"]["skal"] == "ingen aktivitetslogg"
    assert told["svar"]["mal"]["omdome"] == "Ej uppfyllt"
    assert [a["status"] for a in told["aterkoppling"]] == ["i tid", "saknas", "saknas", "saknas"]


def test_haninges_promise_without_a_period_has_none(folder: Path) -> None:
    told = document(folder, "0136-odaterat")["lofte"]

    assert told["lage"] == "villkorat"
    assert not {"fran", "till", "undertecknat"} & set(told)


def test_a_promise_can_be_exchanged_before_anything_is_assessed() -> None:
    assert faults(SHORTEST) == []


def test_ones_own_system_may_add_what_begins_with_x() -> None:
    extended = copy.deepcopy(SHORTEST) | {"x_vart_system": {"nummer": 7}}
    extended["mal"][0]["x_egen"] = "ja"

    assert faults(extended) == []


def test_a_commitment_may_be_described_without_a_verdict() -> None:
    told = copy.deepcopy(SHORTEST)
    told["ataganden"][0]["bedomning"] = {"beskrivande": "Arbetet pågår."}

    assert faults(told) == []


BROKEN = {
    "another format": ("format", "medborgarlöfte"),
    "a version that is another format": ("formatversion", "2.0"),
    "a municipality code that lost its zero": ("kommun.kod", "114"),
    "a promise without id": ("lofte.lofte_id", ""),
    "a day that does not exist": ("lofte.fran", "2027-02-30"),
    "a day in another form": ("lofte.fran", "31/3 2027"),
    "a kind of commitment that there is not": ("ataganden.0.typ", "ibland"),
    "a word that is no verdict": ("ataganden.0.bedomning", {"omdome": "Nästan"}),
    "a grey verdict without a reason": ("ataganden.0.bedomning", {"omdome": "Går inte att avgöra"}),
    "a reason beside a decided verdict": ("mal.0.bedomning", {"omdome": "Uppfyllt", "skal": "för få svar"}),
    "a third verdict that merges the two": ("svar", {"sammantaget": {"omdome": "Uppfyllt"}}),
    "a direction that there is not": ("mal.0.riktning", "bättre"),
    "an indicator that measures nothing known": ("mal.0.indikator", "känsla"),
    "a number as text": ("mal.0.utgangslage", {"varde": "9,8"}),
    "a field that nobody knows": ("lofte.ansvarig_person", "Någon"),
    "nothing": ("lofte.rubrik", None),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_not_a_promise_is_refused(broken: str) -> None:
    path, value = BROKEN[broken]
    changed: Any = copy.deepcopy(SHORTEST)
    place = changed
    *way, last = path.split(".")
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    place[last] = value

    assert faults(changed)


@pytest.mark.parametrize("required", ["format", "formatversion", "kommun", "lofte", "ataganden", "mal"])
def test_no_part_of_the_core_may_be_left_out(required: str) -> None:
    assert faults({name: value for name, value in SHORTEST.items() if name != required})


def properties(schema: Document, path: str = "") -> Iterator[tuple[str, Document]]:
    for name, inside in schema.get("properties", {}).items():
        yield f"{path}/{name}", inside
        yield from properties(inside, f"{path}/{name}")
    if "items" in schema:
        yield from properties(schema["items"], f"{path}/[]")


def test_every_field_has_a_swedish_title_and_its_group_a_description() -> None:
    told = dict(properties(SCHEMA))

    assert len(told) > 80
    assert [path for path, schema in told.items() if not schema.get("title")] == []
    assert [path for path, s in told.items() if s.get("type") == "object" and not s.get("description")] == []


def test_no_object_takes_unknown_fields() -> None:
    objects = [(path, s) for path, s in properties(SCHEMA) if s.get("type") == "object"]

    assert [path for path, schema in objects if schema["additionalProperties"] is not False] == []
