"""The server hands out the files that the publication listed, to anybody, and nothing else."""

import asyncio
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from etl.errors import StoreError
from pages.server.open_data import routes
from pages.view.open_data_files import published
from tests.unit.pages.fixture_open_data import write

SECRET = "ZQ7-inte-for-dig"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    """One request, as the server hands it on: the path decoded, the raw one beside it."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
    }
    asyncio.run(Starlette(routes=routes())(scope, receive, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], told, b"".join(message.get("body", b"") for message in sent[1:]))


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("public"))
    (folder / "hemlig.csv").write_text(SECRET)
    (folder / "loften-fixtur-data" / "inte-pa-listan.csv").write_text(SECRET)
    return folder


@pytest.fixture(autouse=True)
def served(directory: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(directory))
    return directory / "loften-fixtur-data"


@pytest.fixture
def own(directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication that the test may change; what is served."""
    folder = Path(shutil.copytree(directory, tmp_path / "public"))
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(folder))
    return folder


def test_every_file_on_the_list_is_served_as_it_is(served: Path) -> None:
    edition = published()
    assert edition is not None
    assert len(edition.files) > 50

    for name, file in edition.files.items():
        answer = ask(f"/data/v1/{name}")
        assert answer.status == 200, name
        assert answer.body == (served / name).read_bytes()
        assert answer.headers["content-type"] == file.media_type
        assert answer.headers["content-length"] == str(file.bytes)
        assert answer.headers["etag"] == f'"{sha256(answer.body).hexdigest()[:32]}"'


def test_only_open_data_may_be_read_by_the_pages_of_others() -> None:
    assert ask("/data/v1/promise.json").headers["access-control-allow-origin"] == "*"
    assert ask("/data/v1/promise.json").headers["cross-origin-resource-policy"] == "cross-origin"
    assert "access-control-allow-origin" not in ask("/data/v1/finns-inte").headers


@pytest.mark.parametrize(
    ("name", "saved_as"),
    [
        ("promise.csv", "promise.csv"),
        ("promise.parquet", "promise.parquet"),
        ("bevis/1263/1263-2017/1263-2017-M1.zip", "1263-2017-M1.zip"),
    ],
)
def test_files_for_people_are_saved_under_their_own_name(name: str, saved_as: str) -> None:
    assert ask(f"/data/v1/{name}").headers["content-disposition"] == f'attachment; filename="{saved_as}"'


def test_json_is_shown() -> None:
    assert "content-disposition" not in ask("/data/v1/katalog.jsonld").headers


def test_head_is_the_same_without_the_content() -> None:
    whole, head = ask("/data/v1/promise.json"), ask("/data/v1/promise.json", method="HEAD")

    assert (head.status, head.body) == (200, b"")
    assert head.headers == whole.headers


def test_who_has_the_file_already_is_told_so() -> None:
    first = ask("/data/v1/promise.json")
    etag, moment = first.headers["etag"], first.headers["last-modified"]

    assert moment == "Sun, 22 Nov 2026 09:30:00 GMT"
    for known in (etag, f"W/{etag}", f'"annan", {etag}', "*"):
        again = ask("/data/v1/promise.json", headers={"if-none-match": known})
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", etag)
    assert ask("/data/v1/promise.json", headers={"if-modified-since": moment}).status == 304
    assert ask("/data/v1/promise.json", headers={"if-modified-since": "Sun, 22 Nov 2026 09:29:59 GMT"}).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"if-none-match": '"annan"'},
        {"if-none-match": '"annan"', "if-modified-since": "Sun, 22 Nov 2026 09:30:00 GMT"},
        {"if-modified-since": "i förrgår"},
        {"if-modified-since": "Sun, 22 Nov 2026 09:30:00"},
    ],
)
def test_who_has_another_version_or_says_nonsense_gets_the_file(headers: Mapping[str, str]) -> None:
    encoded = {name: value.encode().decode("latin-1") for name, value in headers.items()}

    assert ask("/data/v1/promise.json", headers=encoded).status == 200


def test_a_program_may_ask_for_a_part(served: Path) -> None:
    """DuckDB reads the end of a Parquet file first."""
    answer = ask("/data/v1/goal_point.parquet", headers={"range": "bytes=-8"})

    assert (answer.status, answer.body) == (206, (served / "goal_point.parquet").read_bytes()[-8:])


@pytest.mark.parametrize("address", ["/data/v1", "/data/v1/"])
def test_the_folder_leads_to_the_screen_that_tells_about_it(address: str) -> None:
    answer = ask(address)

    assert (answer.status, answer.headers["location"]) == (307, "/oppnadata")


@pytest.mark.parametrize(
    "name",
    [
        "finns-inte.csv",
        "inte-pa-listan.csv",
        "../hemlig.csv",
        "../loften-fixtur.duckdb",
        "..%2Fhemlig.csv",
        "%2e%2e/hemlig.csv",
        "bevis/../../hemlig.csv",
        "./promise.json",
        "/promise.json",
        "promise.json/",
        "promise.json%00.csv",
        "PROMISE.JSON",
        "bevis",
        "bevis/1263",
        "C:\\hemlig.csv",
        "..\\hemlig.csv",
        "promise.json?x=1%20",
    ],
)
def test_what_is_not_on_the_list_is_a_swedish_page(name: str) -> None:
    answer = ask(f"/data/v1/{name}")

    assert answer.status == 404
    assert '<html lang="sv">' in answer.body.decode()
    assert SECRET.encode() not in answer.body


PARTS = st.sampled_from(["..", ".", "", "bevis", "1263", "hemlig.csv", "promise.json", "%2e%2e", "%00", "\\", "~", "*"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARTS | st.text(max_size=6), max_size=8).map("/".join))
def test_no_address_leads_out_of_the_list(name: str) -> None:
    edition = published()
    assert edition is not None
    answer = ask(f"/data/v1/{name}")

    assert answer.status in (200, 307, 404)
    assert SECRET.encode() not in answer.body
    if answer.status == 200:
        assert unquote(name) in edition.files


def test_a_list_that_names_files_elsewhere_is_not_believed(own: Path) -> None:
    path = own / "loften-fixtur-data" / "filer.json"
    told = json.loads(path.read_text())
    for name in ("../hemlig.csv", str(own / "hemlig.csv")):
        told["filer"].append({**told["filer"][0], "namn": name})
    path.write_text(json.dumps(told))

    assert ask("/data/v1/../hemlig.csv").status == 404
    assert ask(f"/data/v1/{own}/hemlig.csv").status == 404
    assert ask("/data/v1/promise.json").status == 200


def test_before_the_first_publication_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(tmp_path))

    assert published() is None
    assert ask("/data/v1/promise.json").status == 404


def test_a_publication_that_was_not_finished_is_not_served(own: Path) -> None:
    (own / "loften-fixtur-data" / "filer.json").unlink()

    assert ask("/data/v1/promise.json").status == 404


def test_a_file_that_was_taken_away_is_gone(own: Path) -> None:
    (own / "loften-fixtur-data" / "promise.json").unlink()

    assert ask("/data/v1/promise.json").status == 404


@pytest.mark.parametrize("content", ["{", "{}", "[]", '{"publicerad": "i går", "filer": []}'])
def test_a_list_that_cannot_be_read_is_told_in_swedish(own: Path, content: str) -> None:
    (own / "loften-fixtur-data" / "filer.json").write_text(content)

    with pytest.raises(StoreError, match="Publicera på nytt"):
        published()
