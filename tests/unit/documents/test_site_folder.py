"""The folder of the site is written aside and swapped, and nothing of others is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.documents.site_folder import MARK, SiteError, write_folder


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def write(target: Path, *files: str, copied: Path | None = None) -> int:
    return write_folder(target, [(name, b"x") for name in files], copied=copied, copied_to="data/v1")


def test_what_is_written_replaces_the_whole_earlier_site(tmp_path: Path) -> None:
    target = tmp_path / "webb"
    write(target, "index.html", "gammal/index.html")
    assert write(target, "index.html", "ny/index.html") == 2

    assert names(target) == {"index.html", "ny/index.html", MARK}
    assert list(tmp_path.iterdir()) == [target]


def test_open_data_are_copied_with_it(tmp_path: Path) -> None:
    (tmp_path / "data" / "bevis").mkdir(parents=True)
    (tmp_path / "data" / "bevis" / "a.zip").write_bytes(b"zip")

    assert write(tmp_path / "webb", "index.html", copied=tmp_path / "data") == 2
    assert (tmp_path / "webb" / "data" / "v1" / "bevis" / "a.zip").read_bytes() == b"zip"


def test_a_site_that_could_not_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "webb"
    write(target, "index.html")

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "ny.html", b"x"
        raise OSError("full disk")

    with pytest.raises(SiteError) as fault:
        write_folder(target, broken(), copied=None, copied_to="")

    assert "Det går inte att skriva webbplatsen" in str(fault.value)
    assert names(target) == {"index.html", MARK}
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("mitt", encoding="utf-8")

    with pytest.raises(SiteError) as fault:
        write(tmp_path, "index.html")

    assert "Mappen innehåller annat än en webbplats från Löfteskollen" in str(fault.value)
    assert names(tmp_path) == {"brev.txt"}


def test_a_file_and_a_link_are_refused(tmp_path: Path) -> None:
    file, link = tmp_path / "fil", tmp_path / "lank"
    file.write_text("mitt", encoding="utf-8")
    link.symlink_to(tmp_path)

    for target in (file, link):
        with pytest.raises(SiteError):
            write(target, "index.html")
    assert file.read_text(encoding="utf-8") == "mitt"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "webb").mkdir()
    write(tmp_path / "webb", "index.html")

    assert names(tmp_path / "webb") == {"index.html", MARK}
