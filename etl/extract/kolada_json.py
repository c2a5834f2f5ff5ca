"""Kolada's API answers, v2 and v3.

`values` is a list of {kpi, municipality, period, values: [{gender, value, status, count}]}; v2 pages on with
`next_page`, v3 with `next_url`. A file holds one page or a list of pages.
"""

from collections.abc import Iterator
from typing import Any

from etl.errors import SourceError
from etl.extract.kolada_rows import KoladaValue, kolada_table
from etl.extract.municipalities import Municipalities
from etl.extract.received import Received

KIND = "kolada_json"
_FETCH_AGAIN = "Hämta värdena från Kolada på nytt (data/kpi/…/municipality/…/year/…)."


def is_kolada_json(document: Any) -> bool:
    """True for a page of values, or a list of such pages."""
    pages = document if isinstance(document, list) else [document]
    return bool(pages) and all(isinstance(p, dict) and _is_page(p) for p in pages)


def _is_page(page: dict[str, Any]) -> bool:
    values = page.get("values")
    if not isinstance(values, list):
        return False
    if not values:
        return "count" in page
    first = values[0]
    return isinstance(first, dict) and {"kpi", "municipality", "period", "values"} <= first.keys()


def read_kolada_json(document: Any, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for nyckeltal; null is missing. `row` counts the values in the file from 1.

    Raises SourceError when an item is not shaped as Kolada's.
    """
    pages = document if isinstance(document, list) else [document]
    values = list(_values(pages, file=file))
    if not values:
        raise SourceError(what="Koladafilen har inga värden", where=file, todo=_FETCH_AGAIN)
    table, notes, faults = kolada_table(values, file=file, municipalities=municipalities)
    last = pages[-1]
    if last.get("next_page") or last.get("next_url"):
        notes = (*notes, "Filen är en sida av flera: Kolada har fler värden än de som finns här.")
    return Received(kind=KIND, tables=(table,), notes=notes, faults=faults)


def _values(pages: list[dict[str, Any]], *, file: str) -> Iterator[KoladaValue]:
    number = 0
    for page in pages:
        for position, item in enumerate(page["values"], start=1):
            try:
                for single in item["values"]:
                    number += 1
                    yield KoladaValue(
                        row=number,
                        kpi=str(item["kpi"]),
                        place_id=str(item["municipality"]),
                        year=str(item["period"]),
                        gender=str(single["gender"]),
                        value="" if single["value"] is None else str(single["value"]),
                        count="" if single.get("count") is None else str(single["count"]),
                        status=str(single.get("status") or ""),
                    )
            except (KeyError, TypeError) as error:
                raise SourceError(
                    what=f"Post {position} i Koladafilen saknar en uppgift ({error})",
                    where=file,
                    todo=_FETCH_AGAIN,
                ) from error
