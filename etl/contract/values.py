"""One cell: text as received to one canonical form, or a refusal in Swedish.

The canonical form is a fixed point: parsing it again gives the same text.

| kind         | canonical             | straight through, without parsing                       |
|--------------|-----------------------|---------------------------------------------------------|
| INTEGER      | 4000                  | nine digits or fewer                                    |
| DECIMAL      | 12.5                  | digits with one decimal comma or point                  |
| YEAR         | 2017                  | four digits, 1900–2099                                  |
| DATE         | 2017-03-31            | that form, when the day exists                          |
| TIME         | 08:30:00              | that form                                               |
| PERIOD       | 2017-K1               | that form                                               |
| MUNICIPALITY | 0136                  | four digits, when the code is known                     |
| CRIME_TYPE   | skadegorelse          | a known key                                             |
| CHOICE       | as in Column.choices  | a word in Column.choices                                |
| DURATION     | 2 år, 6 månader       | nothing                                                 |
| IDENTIFIER   | tidied                | letters, digits, - _ : . and at most 100 characters     |
| TEXT         | tidied, one line      | no doubtful characters, at most 500, no candidate;      |
|              |                       | never where the column has spellings                    |
| FREE_TEXT    | tidied, lines kept    | as TEXT with at most 5 000                              |

"Straight through" is `CANONICAL` plus the limits of the column; text kinds also need that
`personal_data.CANDIDATE_PATTERN` is not found. Everything else goes through `parse`.
"""

from collections.abc import Callable, Mapping

from etl.contract.blanks import tidy
from etl.contract.choices import parse_choice, parse_duration
from etl.contract.dates import FIRST_YEAR, LAST_YEAR, parse_date
from etl.contract.model import Column, Kind
from etl.contract.names import NO_CONTEXT, ParseContext, parse_crime_type, parse_municipality
from etl.contract.numbers import parse_decimal, parse_integer
from etl.contract.outcome import Outcome, Parsed, Refusal
from etl.contract.periods import Period, parse_period
from etl.contract.personal_data import mask
from etl.contract.times import parse_time
from etl.contract.words import (
    excel_error,
    parse_free_text,
    parse_identifier,
    parse_text,
    personal_data,
    visible,
)

__all__ = [
    "CANONICAL",
    "NO_CONTEXT",
    "Outcome",
    "ParseContext",
    "Parsed",
    "Refusal",
    "is_missing",
    "parse",
    "shown",
]

_NUMERIC = (Kind.INTEGER, Kind.DECIMAL)
_WORD = r"""[!-"$-~¡-¬®-ÁÄ-áã-ÿ–—’‘“”•…−€]"""

CANONICAL: Mapping[Kind, str] = {
    Kind.INTEGER: r"[0-9]{1,9}",
    Kind.DECIMAL: r"-?[0-9]{1,12}(?:[.,][0-9]{1,17})?",
    Kind.YEAR: r"(?:19|20)[0-9]{2}",
    Kind.DATE: r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-9]|3[01])",
    Kind.TIME: r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]",
    Kind.PERIOD: r"(?:19|20)[0-9]{2}(?:-(?:H[12]|K[1-4]|0[1-9]|1[0-2]|V0[1-9]|V[1-4][0-9]|V5[0-2]))?",
    Kind.MUNICIPALITY: r"[0-9]{4}",
    Kind.IDENTIFIER: r"[0-9A-Za-zÅÄÖÉÜåäöéü][-0-9A-Za-zÅÄÖÉÜåäöéü_:.]{0,99}",
    Kind.TEXT: rf"{_WORD}+(?: {_WORD}+)*",
    Kind.FREE_TEXT: rf"{_WORD}+(?: {_WORD}+)*",
}
"""RE2 syntax, for a full match of the text as received. See the table above for what else is needed."""


def is_missing(column: Column, text: str) -> bool:
    """Empty or only blanks; for numbers also "..", which Brå and SCB print where the value is not known."""
    cleaned = tidy(text)
    return cleaned == "" or (column.kind in _NUMERIC and cleaned in ("..", "‥"))


def parse(column: Column, text: str, context: ParseContext = NO_CONTEXT) -> Outcome:
    """The canonical form of `text` in `column`, `Parsed("")` when missing, or a refusal. Never raises."""
    if is_missing(column, text):
        return Parsed(value="")
    outcome = excel_error(text) or _PARSERS[column.kind](column, text, context)
    if isinstance(outcome, Refusal):
        return personal_data(text) or outcome
    return outcome


def shown(text: str, limit: int = 80) -> str:
    """The text for a message or a table of rejects: personal data masked, control characters visible, cut."""
    safe = visible(mask(text))
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"


def _year(column: Column, text: str, _: ParseContext) -> Outcome:
    cleaned = tidy(text)
    low = max(column.minimum or FIRST_YEAR, FIRST_YEAR)
    high = min(column.maximum or LAST_YEAR, LAST_YEAR)
    parsed = parse_integer(text)
    if isinstance(parsed, Parsed) and low <= int(parsed.value) <= high:
        return parsed
    return Refusal(
        reason=f"”{shown(cleaned, 40)}” är inte ett årtal mellan {low:.0f} och {high:.0f}",
        remedy="Skriv årtalet med fyra siffror, till exempel 2017.",
    )


def _period(_: Column, text: str, __: ParseContext) -> Outcome:
    found = parse_period(text)
    return Parsed(value=found.text) if isinstance(found, Period) else found


_PARSERS: Mapping[Kind, Callable[[Column, str, ParseContext], Outcome]] = {
    Kind.INTEGER: lambda column, text, _: parse_integer(text, column.minimum, column.maximum, column.heading),
    Kind.DECIMAL: lambda column, text, _: parse_decimal(text, column.minimum, column.maximum, column.heading),
    Kind.YEAR: _year,
    Kind.DATE: lambda _, text, __: parse_date(text),
    Kind.TIME: lambda _, text, __: parse_time(text),
    Kind.PERIOD: _period,
    Kind.MUNICIPALITY: lambda _, text, context: parse_municipality(text, context),
    Kind.CRIME_TYPE: lambda _, text, context: parse_crime_type(text, context),
    Kind.CHOICE: lambda column, text, _: parse_choice(text, column.choices),
    Kind.DURATION: lambda _, text, __: parse_duration(text),
    Kind.IDENTIFIER: lambda _, text, __: parse_identifier(text),
    Kind.TEXT: lambda column, text, _: parse_text(text, column.spellings),
    Kind.FREE_TEXT: lambda _, text, __: parse_free_text(text),
}
