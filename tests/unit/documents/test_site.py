"""The static site as files: whole, valid, private and the same every time."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from etl.errors import LofteskollenError
from pages.documents.__main__ import _address as given_address
from pages.documents.site import write_site
from pages.documents.site_folder import SiteError
from pages.documents.site_templates import _short as shortened
from tests.support import ROOT
from tests.unit.documents.html_check import Checked
from tests.unit.documents.site_support import BASE

ALWAYS = (
    "index.html", "404.html", "stil.css", "ikon.png", "robots.txt", "sitemap.xml", "feed.xml", "metod/index.html",
    "oppna-data/index.html", "tillganglighet/index.html", "lattlast/index.html", "en/index.html",
    "svedala/index.html", "svedala/2017/index.html", "svedala/2017/badda-in/index.html",
    "svedala/tryggheten/index.html",
    "svedala/brott/index.html", "lattlast/svedala/2017/index.html", "svalov/2022-2023/index.html",
    "svenljunga/2019/index.html", "haninge/odaterat/index.html", "exempelkoping/2025-hojden/index.html",
    "svedala/2017/1263-2017-m1.png", "data/v1/katalog.jsonld", "data/v1/promise.csv",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Checked]:
    return {
        path.relative_to(site).as_posix(): Checked(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")
    }


@pytest.mark.parametrize("name", ALWAYS)
def test_addresses_are_stable(site: Path, name: str) -> None:
    assert (site / name).is_file()


def test_every_page_is_whole_and_in_order(pages: dict[str, Checked]) -> None:
    for name, page in pages.items():
        assert page.faults == [], name
        assert [each for each in page.ids if page.ids.count(each) > 1] == [], name
        assert page.levels.count(1) == 1, name
        assert page.levels[0] == 1, name
        assert page.skipped_levels == [], name


def test_no_page_has_script_or_form(pages: dict[str, Checked]) -> None:
    assert {tag for page in pages.values() for tag in page.tags} & {
        "script",
        "form",
        "iframe",
        "object",
        "img",
    } == set()


def test_the_language_of_each_page_is_marked(pages: dict[str, Checked]) -> None:
    english = {name for name in pages if name.startswith("en/")}

    assert english
    assert {name for name, page in pages.items() if page.lang == "en"} == english
    assert {page.lang for page in pages.values()} == {"sv", "en"}


def test_every_page_says_what_it_is_to_those_who_find_or_share_it(pages: dict[str, Checked]) -> None:
    for name, page in pages.items():
        assert 20 <= len(page.meta["description"]) <= 155, name
        assert page.meta["og:title"], name
    shared = pages["svedala/2017/index.html"].meta
    assert shared["og:image"] == f"{BASE}svedala/2017/1263-2017-m1.png"
    assert shared["og:url"] == f"{BASE}svedala/2017/"


def test_links_between_pages_are_relative_so_that_the_site_can_lie_anywhere(pages: dict[str, Checked]) -> None:
    for name, page in pages.items():
        if name != "404.html":
            absolute = [link for link in page.links if link.startswith("/")]
            assert absolute == [], name


def test_words_are_explained_on_the_method_page(site: Path, pages: dict[str, Checked]) -> None:
    explained = {link for link in pages["svedala/2017/index.html"].links if link.startswith("../../metod/#ord-")}

    assert explained
    assert {link.partition("#")[2] for link in explained} <= set(pages["metod/index.html"].ids)
    assert not any("data-lk-go" in path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


def test_a_missing_page_works_at_any_depth(pages: dict[str, Checked]) -> None:
    assert "/lofteskollen/stil.css" in pages["404.html"].links
    assert pages["404.html"].meta["robots"] == "noindex"


def test_the_sitemap_lists_every_page_that_is_to_be_found(site: Path, pages: dict[str, Checked]) -> None:
    tree = ElementTree.parse(site / "sitemap.xml").getroot()
    listed = [loc.text or "" for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    wanted = {
        f"{BASE}{name.removesuffix('index.html')}"
        for name, page in pages.items()
        if page.meta.get("robots") != "noindex"
    }

    assert len(listed) == len(set(listed))
    assert set(listed) == wanted
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_a_page_can_be_embedded_and_says_how(site: Path) -> None:
    page = (site / "svedala/2017/index.html").read_text(encoding="utf-8")

    assert f"&lt;iframe src=&#34;{BASE}svedala/2017/badda-in/&#34;" in page


def test_there_is_a_way_in_to_the_screens(pages: dict[str, Checked]) -> None:
    assert "https://app.exempel.se/lofte?kommun=1263&lofte=1263-2017" in pages["svedala/2017/index.html"].links


def test_a_made_up_municipality_says_so_on_all_its_pages(site: Path) -> None:
    own = [*site.glob("exempelkoping/**/*.html"), *site.glob("lattlast/exempelkoping/**/*.html")]

    assert len(own) > 10
    for path in own:
        assert "Påhittad kommun" in path.read_text(encoding="utf-8"), path


def test_the_first_pages_weigh_little(site: Path) -> None:
    """Page, style and icon, packed as a web server sends them; nothing else is fetched."""
    around = sum(len(gzip.compress((site / name).read_bytes())) for name in ("stil.css", "ikon.png"))
    sizes = {name: len(gzip.compress((site / name).read_bytes())) + around for name in ALWAYS if name.endswith("html")}

    assert max(sizes.values()) < 100_000
    assert sizes["index.html"] < 20_000


def test_only_what_is_published_becomes_a_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("LOFTESKOLLEN_PUBLIC", raising=False)

    with pytest.raises(SiteError) as fault:
        write_site(tmp_path / "webb", base_url="", app_url="", progress=lambda what: None)

    assert "Webbplatsen görs bara av det som är publicerat" in str(fault.value)
    assert list(tmp_path.iterdir()) == []


def command(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pages.documents", *arguments],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_command_writes_the_same_bytes_of_the_same_database(
    site: Path, public_database: Path, tmp_path: Path
) -> None:
    told = command(
        "site", str(tmp_path / "igen"), "--public", str(public_database.parent), "--base-url", BASE,
        "--app-url", "https://app.exempel.se", PYTHONHASHSEED="1",
    )  # fmt: skip
    first, second = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (site, tmp_path / "igen")
    )

    assert re.fullmatch(r"Klart: \d+ sidor, \d+ filer\. Webbplatsen ligger i .*\n", told.stdout), told.stderr
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_command_refuses_an_internal_database_in_swedish(built_database: Path, tmp_path: Path) -> None:
    told = command("site", str(tmp_path / "webb"), "--public", str(built_database.parent))

    assert told.returncode == 1
    assert "är inte publicerad" in told.stderr
    assert "Traceback" not in told.stderr
    assert not (tmp_path / "webb").exists()


@pytest.mark.parametrize("wrong", ["exempel.se", "javascript:alert(1)", "https://", "https://exempel.se/?a=1"])
def test_an_address_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(LofteskollenError, match="är ingen adress till en webbplats"):
        given_address(wrong, "--base-url")


def test_the_command_refuses_such_an_address_in_swedish(tmp_path: Path) -> None:
    told = command("site", str(tmp_path / "webb"), "--base-url", "exempel.se")

    assert told.returncode == 1
    assert "är ingen adress till en webbplats" in re.sub(r"\s+", " ", told.stderr)


def test_a_description_is_cut_between_words() -> None:
    assert shortened("kort") == "kort"
    assert shortened("ord " * 60).endswith("ord …")
    assert len(shortened("ord " * 60)) <= 155
