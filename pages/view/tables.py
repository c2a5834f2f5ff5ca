"""Tables as HTML that a screen reader can walk through, and as CSV that a Swedish Excel opens without questions."""

from collections.abc import Collection

import pandas as pd

from pages.view.formats import date_iso, given, text
from pages.view.markup import esc

# A spreadsheet runs text that begins like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Dates and names of quarters stay on one line.
_SHORT = 24


def html_table(frame: pd.DataFrame, *, caption: str, numeric: Collection[str] = (), wide: Collection[str] = ()) -> str:
    """A table of ready strings; the first column heads its row. It scrolls by itself when it is too wide."""
    kinds = {name: "lk-num" if name in numeric else "lk-wide" if name in wide else "" for name in frame}
    head = "".join(f'<th scope="col" class="{kinds[name]}">{esc(name)}</th>' for name in frame)
    body = "".join(_row(list(frame.columns), values, kinds) for values in frame.itertuples(index=False))
    return (
        f'<div class="lk-scroll" role="region" tabindex="0" aria-label="{esc(caption)}"><table class="lk-table">'
        f"<caption>{esc(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(names: list[str], values: tuple[object, ...], kinds: dict[str, str]) -> str:
    cells = []
    for place, (name, value) in enumerate(zip(names, values, strict=True)):
        tag, scope = ("th", ' scope="row"') if place == 0 else ("td", "")
        kind = kinds[name] or ("lk-short" if len(esc(value)) <= _SHORT else "")
        cells.append(f'<{tag}{scope} class="{kind}">{esc(value)}</{tag}>')
    return f"<tr>{''.join(cells)}</tr>"


def csv_sv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with BOM, semicolons, decimal comma, ISO dates; text that looks like a formula is made harmless."""
    out = frame.copy()
    for name in out.columns:
        if pd.api.types.is_datetime64_any_dtype(out[name]):
            out[name] = out[name].map(date_iso)
        elif not pd.api.types.is_numeric_dtype(out[name]) or pd.api.types.is_bool_dtype(out[name]):
            out[name] = out[name].map(_harmless)
    written: str = out.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    return written.encode("utf-8-sig")


def _harmless(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    words = text(value) if given(value) else ""
    return f"'{words}" if words.startswith(_FORMULA) else words
