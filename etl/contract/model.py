"""The grammar of the contract: what a table and a column are."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell may hold. Each kind has one parser in values.py and one fast path in sql/staging."""

    TEXT = "text"
    FREE_TEXT = "fritext"
    IDENTIFIER = "id"
    MUNICIPALITY = "kommunkod"
    INTEGER = "heltal"
    DECIMAL = "decimaltal"
    DATE = "datum"
    TIME = "klockslag"
    PERIOD = "period"
    YEAR = "år"
    CHOICE = "val"
    CRIME_TYPE = "brottstyp"
    DURATION = "tidslängd"


@dataclass(frozen=True, kw_only=True)
class Column:
    """`name` is the column in staging, `heading` what people write, `aliases` other accepted headings.

    `spellings` are other ways to write a text, each with the one that is kept, as ("kvinnor", "kvinna").
    """

    name: str
    heading: str
    kind: Kind
    explanation: str
    required: bool = False
    key: bool = False
    choices: tuple[str, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    references: str | None = None
    aliases: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """`one_of`: in each group at least one column is filled. `ordered`: (earlier, later) pairs of names.

    `before`: (first, second) pairs where first must lie strictly before second.
    `open_columns`: extra headings are kept as data (the questions of a survey) instead of ignored.
    """

    name: str
    title: str
    explanation: str
    columns: tuple[Column, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    ordered: tuple[tuple[str, str], ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    unique: tuple[str, ...] = ()
    open_columns: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the columns that together identify a row; empty when a row is only itself."""
        return self.unique or tuple(c.name for c in self.columns if c.key)

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)
