"""What a reader hands over: rows of our own contract tables, as text, with their place in the source."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.errors import Fault


@dataclass(frozen=True, kw_only=True)
class ReceivedRow:
    """`row` is the 1-based row or line in the source; `values` maps contract heading to text as received."""

    row: int
    values: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ReceivedTable:
    table: str
    rows: tuple[ReceivedRow, ...]
    sheet: str | None = None


@dataclass(frozen=True, kw_only=True)
class Received:
    """Everything one source file gave: rows for contract tables, remarks, and what was refused."""

    kind: str
    tables: tuple[ReceivedTable, ...] = ()
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = field(default=())
