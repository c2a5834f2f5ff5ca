"""The parts of the screen Öppna data: files to fetch, evidence packages, and addresses to copy."""

from collections.abc import Iterable, Sequence

from pages.view.formats import NBSP, number, plural
from pages.view.markup import esc, folded
from pages.view.open_data_catalogue import TableWords
from pages.view.open_data_files import OpenFile, Published
from pages.view.verdict_chip import verdict_chip

_FORMS = ("csv", "json", "parquet")
_FORM_NAMES = {"csv": "CSV", "json": "JSON", "parquet": "Parquet", "zip": "ZIP"}


def size_sv(size: int) -> str:
    """874 byte, 12 kB, 1,4 MB."""
    if size < 1_000:
        return f"{size}{NBSP}byte"
    if size < 999_500:
        return f"{number(size / 1_000)}{NBSP}kB"
    return f"{number(size / 1_000_000, 1)}{NBSP}MB"


def file_link(file: OpenFile, *, about: str) -> str:
    """A link that says form and size; whoever hears only the link also hears what it is `about`."""
    form = _FORM_NAMES[file.name.rpartition(".")[2]]
    words = f"{form}, {size_sv(file.bytes)}"
    return f'<a href="{esc(file.address)}" target="_self" aria-label="{esc(f"{words}: {about}")}">{esc(words)}</a>'


def table_list(edition: Published, found: Sequence[TableWords]) -> str:
    """One line a table, with its files and, folded, its columns."""
    return _files(_table(edition, table) for table in found)


def _table(edition: Published, table: TableWords) -> str:
    names = [name for form in _FORMS if (name := f"{table.name}.{form}") in edition.files]
    links = "".join(file_link(edition.files[name], about=table.description) for name in names)
    columns = "".join(
        f'<div><dt><code lang="en">{esc(name)}</code>, {esc(kind)}</dt><dd>{esc(description)}</dd></div>'
        for name, kind, description in table.columns
    )
    rows = plural(table.rows, "rad", "rader")
    return (
        f'<span class="lk-name"><strong>{esc(table.description)}</strong><br>'
        f'<span class="lk-small"><code lang="en">{esc(table.name)}</code> · {esc(rows)}</span></span>'
        f'<span class="lk-side">{links}</span>'
        + folded(plural(len(table.columns), "kolumn", "kolumner"), f'<dl class="lk-facts">{columns}</dl>')
    )


def evidence_list(files: Iterable[OpenFile]) -> str:
    """One line a package, in the order of the promise: what was judged, the verdict, the file."""
    return _files(
        f'<span class="lk-name">{esc(subject)}</span>'
        f'<span class="lk-side">{chip}{file_link(file, about=subject)}</span>'
        for file in sorted(files, key=lambda file: int(file.about.get("ordning", "0")))
        for subject in (file.title.removeprefix("Bevispaket: "),)
        for chip in (verdict_chip(file.about.get("omdome"), file.about.get("lage")),)
    )


def _files(lines: Iterable[str]) -> str:
    return f'<ul class="lk-parts lk-files">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def copyable(pairs: Iterable[tuple[str, str]]) -> str:
    """Texts and addresses that one button copies; `chart_tools.js` acts."""
    rows = "".join(
        f'<div data-lk-post="1"><p class="lk-eyebrow">{esc(title)}</p>'
        f'<p class="lk-post" data-lk-text="1">{esc(content)}</p>'
        f'<button type="button" class="lk-tool" data-lk="text" aria-label="{esc(f"Kopiera: {title}")}">Kopiera</button>'
        "</div>"
        for title, content in pairs
    )
    return (
        f'<div class="lk-copy" data-lk-tools="1" data-lk-anchor="">{rows}'
        '<span class="lk-status" role="status"></span></div>'
    )
