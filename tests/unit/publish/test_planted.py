"""What must stay inside is found nowhere in what is published: in no table, no byte and no file beside it."""

from pathlib import Path

from etl.publish.publish import Publication
from tests.unit.publish.planted import (
    INSIDE_NAMES,
    PRIVATE_PROBLEM,
    Planted,
    contents,
    markers_in,
    uncompressed_copy,
    values_of,
)


def test_no_marker_stands_in_any_value_of_the_public_database(planted: Planted, published: Publication) -> None:
    found = {place for place, text in values_of(published.database) if markers_in(text.encode(), planted.secret)}
    assert found == set()


def test_no_marker_stands_in_any_byte_of_the_public_database(planted: Planted, published: Publication) -> None:
    content = published.database.read_bytes()
    assert markers_in(content, planted.secret) == set()
    assert [number for number in planted.numbers if number in content] == []


def test_no_marker_stands_in_the_open_data(planted: Planted, published: Publication) -> None:
    files = dict(contents(published.open_data))
    assert len(files) > 50
    found = {name: hits for name, content in files.items() if (hits := markers_in(content, planted.secret))}
    assert found == {}


def test_the_public_file_does_not_know_the_names_of_the_internal_tables(published: Publication) -> None:
    content = published.database.read_bytes()
    assert [name for name in INSIDE_NAMES if name.encode() in content] == []


def test_a_problem_that_is_not_marked_leaves_no_trace(published: Publication) -> None:
    assert PRIVATE_PROBLEM.encode() not in published.database.read_bytes()


def test_the_same_search_finds_every_marker_in_the_internal_database(planted: Planted, tmp_path: Path) -> None:
    values = "\n".join(text for _, text in values_of(planted.database)).encode()
    assert planted.kept - markers_in(values, planted.kept) == set()
    content = uncompressed_copy(planted.database, tmp_path / "copy.duckdb").read_bytes()
    assert planted.kept - markers_in(content, planted.kept) == set()
    assert [number for number in planted.numbers if number not in content] == []
    assert [name for name in INSIDE_NAMES if name.encode() not in content] == []


def test_what_was_marked_offentlig_is_found(planted: Planted, published: Publication) -> None:
    assert planted.marked
    assert markers_in(published.database.read_bytes(), planted.marked) == planted.marked
    by_name = dict(contents(published.open_data))
    assert markers_in(by_name["public_activity.csv"], planted.marked) == planted.marked
