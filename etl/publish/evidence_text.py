"""The texts of an evidence package: the read-me and how to cite it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import fill
from typing import Any

from etl.evaluate.numbers_sv import date_sv, plural
from etl.publish.columns import CSV_NOTE
from etl.publish.evidence_words import HIDDEN, rule_of

Row = Mapping[str, Any]
_WIDTH = 78
_CONTENTS = {
    "LASMIG.txt": "det här dokumentet",
    "SHA256SUMS": "kontrollsummor: ”sha256sum -c SHA256SUMS” visar att inget har ändrats",
    "citat.txt": "källhänvisningen",
    "delmal.json": "omdömena om målets mått",
    "fraga.sql": "frågan som hämtar samma rader ur de öppna datafilerna",
    "omdome.json": "omdömet med alla tal, så som det är publicerat",
    "regel.json": "regeln så som den låstes, och om något har ändrats sedan dess",
    "goal_point": "punkterna i diagrammet; used visar vilka som avgjorde",
    "activity_month": "antal och timmar per månad ur aktivitetsloggen",
    "commitment_progress": "delperioder eller veckor: gjort och planerat",
}


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the package is about. `row` is the verdict of a goal or a commitment, `rule` the locked rule of a goal,
    `address` that of the package and `page` that of the screen."""

    promise: Row
    row: Row
    rule: Row | None
    address: str
    page: str
    published: datetime

    @property
    def is_goal(self) -> bool:
        return "goal_id" in self.row

    @property
    def what(self) -> str:
        return f"målet ”{self._words('goal')}”" if self.is_goal else f"åtagandet ”{self._words('commitment')}”"

    def _words(self, column: str) -> str:
        return str(self.row[column]).rstrip(".")


def citation(subject: Subject) -> str:
    """Author, title, date and address, as a reference list wants them."""
    promise = subject.promise
    made_up = " Påhittad kommun." if promise["is_fictitious"] else ""
    print_of_data = f", fingeravtryck {subject.row['data_hash']}" if subject.row["data_hash"] else ""
    return (
        f"Löfteskollen ({subject.published.year}). Bedömning av {subject.what} i ”{promise['title']}”, "
        f"{promise['municipality_name']}.{made_up} Omdöme: {subject.row['verdict']}. "
        f"Regel {subject.row['rule_version']}{print_of_data}. "
        f"Publicerad den {date_sv(subject.published.date())}. {subject.address}"
    )


def read_me(subject: Subject, rows: Mapping[str, int], files: Sequence[str]) -> str:
    """The read-me in plain Swedish, lines of at most 78 signs. `rows` is how many rows each table has."""
    promise, row = subject.promise, subject.row
    rule, recompute = rule_of(row)
    sections = [
        _section("Bevispaket", [f"Bedömning av {subject.what}.", *_facts(subject)]),
        _section("Omdömet", [f"{row['verdict']}. {row['sentence']}", row.get("caution") or ""]),
        _section(
            "Vad som finns i paketet", [_line(name, rows) for name in sorted({*files, "LASMIG.txt", "SHA256SUMS"})]
        ),
        _section("Så bedöms det", rule),
        _section("Räkna om", [*recompute, HIDDEN if _is_hidden(subject, rows) else ""]),
        _section("Filernas form", [CSV_NOTE]),
        _section(
            "Licens och källa",
            [
                "CC BY 4.0: använd paketet fritt och ange källan (citat.txt).",
                f"Talen kommer från: {row['source']}." if row.get("source") else "",
                f"Löftet: {promise['source']}." if promise.get("source") else "",
            ],
        ),
        _section("På webben", [subject.page, subject.address]),
    ]
    return "\n".join(sections)


def _is_hidden(subject: Subject, rows: Mapping[str, int]) -> bool:
    """Whether the figures behind are not there, or were withheld: then the verdict has neither print nor estimate."""
    is_withheld = not subject.row["data_hash"] and subject.row.get("estimate") is None
    return is_withheld or (bool(rows) and not any(rows.values()))


def _facts(subject: Subject) -> list[str]:
    promise, row, rule = subject.promise, subject.row, subject.rule
    made_up = " (påhittad kommun, som exempel)" if promise["is_fictitious"] else ""
    through = row.get("data_through") or promise.get("data_through")
    locked = f", låst den {date_sv(rule['locked_on'])}" if rule and rule.get("locked_on") else ""
    return [
        f"Löfte: {promise['title']}",
        f"Kommun: {promise['municipality_name']}{made_up}",
        f"Regel: version {row['rule_version']}{locked}",
        f"Ändrat efter start: {rule['changed_text']}" if rule and rule.get("changed_text") else "",
        f"Uppgifter till och med: {date_sv(through)}" if through else "",
        f"Bedömt den: {date_sv(row['as_of'])}",
        f"Publicerat den: {date_sv(subject.published.date())}",
        _print(subject) if row["data_hash"] else "",
    ]


def _print(subject: Subject) -> str:
    files = ("goal_point.csv",) if subject.is_goal else ("activity_month.csv", "commitment_progress.csv")
    return (
        f"Fingeravtryck av uppgifterna: {subject.row['data_hash']}, de första tecknen i vad ”cat {' '.join(files)} | "
        "sha256sum” ger"
    )


def _line(name: str, rows: Mapping[str, int]) -> str:
    table, _, ending = name.partition(".")
    if table in rows:
        form = "för kalkylprogram" if ending == "csv" else "för program"
        return f"- {name}: {_CONTENTS[table]} ({plural(rows[table], 'rad', 'rader')}), {form}"
    return f"- {name}: {_CONTENTS[name]}"


def _section(title: str, paragraphs: Sequence[str]) -> str:
    return "\n".join([title.upper(), "", *(_wrapped(words) for words in paragraphs if words), ""])


def _wrapped(words: str) -> str:
    """Later lines of a point begin under its words."""
    inset = "  " if words.startswith("- ") else "   " if words[:1].isdigit() and words[1:3] == ". " else ""
    return fill(words, _WIDTH, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False)
