"""Match the headings of a file with the columns of a table, however they are written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from etl.contract.blanks import loose, tidy
from etl.contract.model import Column, Table

_SEPARATORS = re.compile(r"[ _\-]+")
_CLOSE_ENOUGH = 0.7
_WITHOUT_RINGS = str.maketrans("åäöéü", "aaoeu")


def normalise(heading: str) -> str:
    """The heading without regard to case, Unicode form, surrounding blanks, or blank/underscore/hyphen."""
    return _SEPARATORS.sub(" ", loose(heading)).strip()


@dataclass(frozen=True, kw_only=True)
class ExtraHeading:
    """A heading that the table does not know; `position` is 0-based."""

    heading: str
    position: int


@dataclass(frozen=True, kw_only=True)
class DuplicateHeading:
    """A heading that stands over more than one column; `positions` are 0-based."""

    heading: str
    positions: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class HeadingMatch:
    """`positions`: column name to 0-based position, the first one when a heading is repeated.

    `missing`: required columns that are not there. `missing_groups`: groups of `Table.one_of` of which
    no column is there. `unnamed`: positions with an empty heading.
    """

    positions: Mapping[str, int]
    extra: tuple[ExtraHeading, ...]
    missing: tuple[Column, ...]
    missing_groups: tuple[tuple[Column, ...], ...]
    duplicates: tuple[DuplicateHeading, ...]
    unnamed: tuple[int, ...]

    @property
    def fits(self) -> bool:
        return not (self.missing or self.missing_groups or self.duplicates)


def match(table: Table, headings: Sequence[str]) -> HeadingMatch:
    """Where each column of `table` stands among `headings`. Order does not matter."""
    known = {normalise(word): c for c in table.columns for word in (*c.aliases, c.heading)}
    places: dict[str, list[int]] = defaultdict(list)
    for position, heading in enumerate(headings):
        normal = normalise(heading)
        column = known.get(normal)
        places[column.heading if column else normal].append(position)
    unnamed = tuple(places.pop("", ()))
    columns = {c.heading: c for c in table.columns}
    positions = {columns[key].name: spots[0] for key, spots in places.items() if key in columns}
    return HeadingMatch(
        positions=positions,
        extra=tuple(
            ExtraHeading(heading=tidy(headings[spots[0]]), position=spots[0])
            for key, spots in places.items()
            if key not in columns
        ),
        missing=tuple(c for c in table.columns if c.required and c.name not in positions),
        missing_groups=tuple(
            tuple(table.column(name) for name in group)
            for group in table.one_of
            if not any(name in positions for name in group)
        ),
        duplicates=tuple(
            DuplicateHeading(heading=tidy(headings[spots[0]]), positions=tuple(spots))
            for spots in places.values()
            if len(spots) > 1
        ),
        unnamed=unnamed,
    )


def suggest(table: Table, heading: str) -> Column | None:
    """The column that was probably meant, for "menade du …?"; None when nothing resembles."""
    words = {_bare(word): c for c in table.columns for word in (*c.aliases, c.heading)}
    found = get_close_matches(_bare(heading), list(words), n=1, cutoff=_CLOSE_ENOUGH)
    return words[found[0]] if found else None


@dataclass(frozen=True, kw_only=True)
class Closest:
    """The table that a file resembles most. `score` is between 0 and 1; 1 is a file that fits exactly."""

    table: Table
    match: HeadingMatch
    score: float


def closest(tables: Iterable[Table], headings: Sequence[str]) -> Closest | None:
    """The table whose headings fit best, for the message about a file of unknown kind.

    The score is the mean of two shares: headings that the table knows, and required columns that are there.
    None when no heading is known to any table.
    """
    best: Closest | None = None
    for table in tables:
        found = match(table, headings)
        if not found.positions:
            continue
        named = max(1, len(headings) - len(found.unnamed))
        needed = sum(c.required for c in table.columns) + len(table.one_of)
        there = needed - len(found.missing) - len(found.missing_groups)
        score = (min(1.0, len(found.positions) / named) + (there / needed if needed else 1.0)) / 2
        if best is None or score > best.score:
            best = Closest(table=table, match=found, score=score)
    return best


def table_named(tables: Iterable[Table], name: str) -> Table | None:
    """The table that a sheet or file is named after: "Åtaganden" and "ATAGANDEN" are both `ataganden`."""
    return next((table for table in tables if _bare(table.name) == _bare(name)), None)


def closest_table_name(tables: Iterable[Table], name: str) -> str | None:
    """The table name that resembles `name` most; None when nothing does."""
    names = {_bare(table.name): table.name for table in tables}
    wanted = _bare(name)
    ranked = sorted(names, key=lambda n: (-SequenceMatcher(None, wanted, n).ratio(), n))
    if ranked and SequenceMatcher(None, wanted, ranked[0]).ratio() >= _CLOSE_ENOUGH:
        return names[ranked[0]]
    return None


def _bare(text: str) -> str:
    return normalise(text).translate(_WITHOUT_RINGS)
