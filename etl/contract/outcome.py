"""What a parser answers: the value in one plain form, or why not and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """`value` is canonical text that DuckDB can cast; empty text means that the cell is missing."""

    value: str


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """`reason` is a Swedish phrase without a final full stop; `remedy` is one or two whole sentences."""

    reason: str
    remedy: str


Outcome = Parsed | Refusal
