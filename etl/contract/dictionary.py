"""The contract in words: for the data dictionary page, the README and the sheet "Läs mig"."""

from collections.abc import Iterable
from dataclasses import dataclass

from etl.contract.choices import listed
from etl.contract.model import Column, Kind, Table
from etl.contract.outcome import Parsed
from etl.contract.values import parse

KIND_WORDS: dict[Kind, str] = {
    Kind.TEXT: "text",
    Kind.FREE_TEXT: "fritext",
    Kind.IDENTIFIER: "id",
    Kind.MUNICIPALITY: "kommunkod",
    Kind.INTEGER: "heltal",
    Kind.DECIMAL: "tal",
    Kind.DATE: "datum",
    Kind.TIME: "klockslag",
    Kind.PERIOD: "period",
    Kind.YEAR: "årtal",
    Kind.CHOICE: "val ur lista",
    Kind.CRIME_TYPE: "brottstyp",
    Kind.DURATION: "tidslängd",
}
_FORMS: dict[Kind, str] = {
    Kind.TEXT: "högst 500 tecken",
    Kind.FREE_TEXT: "högst 5 000 tecken, inga personuppgifter",
    Kind.IDENTIFIER: "högst 100 tecken",
    Kind.MUNICIPALITY: "fyra siffror",
    Kind.DATE: "2017-03-31, 31 mars 2017 eller 31/3 2017",
    Kind.TIME: "08:30",
    Kind.PERIOD: "2017, 2017-H1, 2017-K1, 2017-03 eller 2017-V07",
    Kind.YEAR: "1900–2100",
    Kind.CRIME_TYPE: "nyckel eller etikett ur brottstyper.csv",
    Kind.DURATION: "antal och enhet",
}
_EXAMPLES: dict[Kind, str] = {
    Kind.MUNICIPALITY: "1263",
    Kind.INTEGER: "12",
    Kind.DECIMAL: "12,5",
    Kind.DATE: "2017-03-31",
    Kind.TIME: "08:30",
    Kind.PERIOD: "2017-K1",
    Kind.YEAR: "2017",
    Kind.CRIME_TYPE: "skadegorelse",
    Kind.DURATION: "2 år",
}


@dataclass(frozen=True, kw_only=True)
class DictionaryRow:
    """One column of one table, as text for a reader. `required` is "ja", "nej" or what it depends on."""

    table_name: str
    table_title: str
    heading: str
    kind: str
    required: str
    key: bool
    allowed: str
    explanation: str
    example: str


def rows(tables: Iterable[Table]) -> tuple[DictionaryRow, ...]:
    """Every column of every table, in the order of the contract."""
    return tuple(_row(table, column) for table in tables for column in table.columns)


def readme_table(tables: Iterable[Table]) -> str:
    """A Markdown list of the tables: **required** columns, *key* columns, and what each table holds."""
    lines = ["| tabell | innehåll | kolumner |", "|---|---|---|"]
    lines += [
        f"| `{table.name}` | {table.explanation} | {', '.join(_marked(table, c) for c in table.columns)}"
        f"{', en kolumn per fråga' if table.open_columns else ''} |"
        for table in tables
    ]
    return "\n".join(lines) + "\n"


def example(column: Column) -> str:
    """What a filled-in cell may look like: its own example, else one that its kind and limits allow."""
    candidate = column.example or (column.choices[0] if column.choices else _EXAMPLES.get(column.kind, ""))
    return candidate if isinstance(parse(column, candidate), Parsed) else ""


def requirement(table: Table, column: Column) -> str:
    """ "ja", "nej", or which other columns will do instead."""
    if column.required:
        return "ja"
    for group in table.one_of:
        if column.name in group:
            others = tuple(table.column(name).heading for name in group if name != column.name)
            return f"ja, om inte {listed(others)} är ifylld" if others else "ja"
    return "nej"


def allowed(column: Column) -> str:
    """Which values the column takes: the words of a choice, limits of a number, or the form."""
    if column.choices:
        return ", ".join(column.choices)
    parts = [_FORMS.get(column.kind, ""), _limits(column)]
    if column.references:
        parts.append(f"finns i tabellen {column.references}")
    return ", ".join(part for part in parts if part)


def _row(table: Table, column: Column) -> DictionaryRow:
    return DictionaryRow(
        table_name=table.name,
        table_title=table.title,
        heading=column.heading,
        kind=KIND_WORDS[column.kind],
        required=requirement(table, column),
        key=column.name in table.key,
        allowed=allowed(column),
        explanation=column.explanation,
        example=example(column),
    )


def _limits(column: Column) -> str:
    low, high = column.minimum, column.maximum
    if low is not None and high is not None:
        return f"{_number(low)}–{_number(high)}"
    if low is not None:
        return f"{_number(low)} eller mer"
    return f"högst {_number(high)}" if high is not None else ""


def _number(value: float) -> str:
    whole = f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
    return whole.replace(",", "\u00a0").replace(".", ",").replace("-", "−")


def _marked(table: Table, column: Column) -> str:
    marked = f"*{column.heading}*" if column.name in table.key else column.heading
    return f"**{marked}**" if column.required else marked
