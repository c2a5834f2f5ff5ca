"""The screen Öppna data: what can be fetched, how it is cited, and a calm word when nothing is there yet."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.view.open_data_files import OpenFile
from pages.view.open_data_section import copyable, file_link, size_sv
from tests.unit.pages.fixture_open_data import BASE, write

SCREEN = "screens/public/oppna_data.py"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("public"))


def html(app: AppTest, **address: str) -> str:
    for key, value in address.items():
        app.query_params[key] = value
    shown = app.run().switch_page(SCREEN).run()
    assert not shown.exception
    return "\n".join(element.proto.body for element in shown.get("html"))


def test_it_says_calmly_that_nothing_is_published(
    served: Path, app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(tmp_path))
    shown = html(app)

    assert "Inget är publicerat än" in shown
    assert "/data/v1/" not in shown


def test_every_table_can_be_fetched_in_three_forms_and_explains_its_columns(
    served: Path, app: AppTest, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(public))
    shown = html(app, kommun="1263")

    for form, name in (("csv", "CSV"), ("json", "JSON"), ("parquet", "Parquet")):
        assert re.search(rf'href="/data/v1/goal_point\.{form}"[^>]*>{name}, \d', shown)
    assert '<dt><code lang="en">period_start</code>, datum</dt>' in shown
    assert "Licens: CC BY 4.0." in shown


def test_the_chosen_promise_has_its_file_and_its_packages_in_order(
    served: Path, app: AppTest, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(public))
    shown = html(app, kommun="1263", lofte="1263-2017")

    assert 'href="/data/v1/lofte/1263/1263-2017.json"' in shown
    packages = re.findall(r'href="/data/v1/bevis/1263/1263-2017/1263-2017-([AM]\d)\.zip"', shown)
    assert packages[:2] == ["A1", "A2"]
    assert "Ej uppfyllt" in shown
    assert "/bevis/9999/" not in shown


def test_a_promise_that_came_after_the_publication_is_told_about(
    served: Path, app: AppTest, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Path(shutil.copytree(public, tmp_path / "public"))
    folder = own / "loften-fixtur-data"
    listed = (folder / "filer.json").read_text().replace('"1263-2017"', '"1263-2016"')
    (folder / "filer.json").write_text(listed)
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(own))

    assert "Det här löftet är inte publicerat än." in html(app, kommun="1263", lofte="1263-2017")


def test_source_and_addresses_are_ready_to_copy(
    served: Path, app: AppTest, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(public))
    shown = html(app)

    assert f"Publicerade den 22 november 2026. {BASE}/oppnadata" in shown
    for name in ("katalog.jsonld", "kolumner.json", "medborgarlofte.schema.json", "filer.json"):
        assert f"{BASE}/data/v1/{name}" in shown
    assert shown.count('data-lk="text"') == 5


def test_links_at_the_top_lead_to_sections_that_are_there(
    served: Path, app: AppTest, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(public))
    shown = html(app)
    places = re.findall(r'<a href="#([^"]+)" target="_self">', shown)

    assert len(places) == 5
    assert [place for place in places if f'id="{place}"' not in shown] == []


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 byte"),
        (874, "874 byte"),
        (12_345, "12 kB"),
        (999_400, "999 kB"),
        (999_500, "1,0 MB"),
        (1_430_000, "1,4 MB"),
    ],
)
def test_sizes_are_written_as_people_say_them(size: int, words: str) -> None:
    assert size_sv(size).replace("\N{NO-BREAK SPACE}", " ") == words


def test_what_comes_from_data_is_escaped() -> None:
    file = OpenFile(name='a".csv', kind="tabell", title="", media_type="", bytes=1, sha256="", about={})

    assert "<script>" not in file_link(file, about='"><script>alert(1)</script>')
    assert 'a".csv' not in file_link(file, about="x")
    assert "<script>" not in copyable([("<script>", "<script>")])
