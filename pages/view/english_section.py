"""Läget and Löftet in English, as HTML. What is quoted from the register stays in Swedish and says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.view.contact import ANCHOR as CONTACT
from pages.view.contact import contact_list
from pages.view.english import (
    HOW_JUDGED,
    WHAT_IT_IS,
    caution,
    commitment_name,
    day_en,
    english_chip,
    goal_name,
    in_english,
    meta_en,
    paragraph_en,
    swedish,
    told_back,
)
from pages.view.english_clock import clock_en
from pages.view.formats import given, text
from pages.view.markup import bullets, esc, folded, heading, linked, notice, paragraph
from pages.view.verdict_card import cards, wholes

Row = Mapping[str, Any]
DID_WE = "Did we do what we promised?"
BETTER = "Did it get better?"
_MADE_UP = "Made-up municipality: everything about {name} is made up, and shows how Löfteskollen can be used."
_IN_SWEDISH = "In Swedish, in short:"
_QUOTED = "The words of the promise are quoted in Swedish."


@dataclass(frozen=True, kw_only=True)
class EnglishPromise:
    """What is told of one promise: its row of marts.promise and its rows of three other marts."""

    promise: Row
    commitments: pd.DataFrame
    goals: pd.DataFrame
    duties: pd.DataFrame


def english_start(
    name: str, first: EnglishPromise, rest: Iterable[Row], contacts: pd.DataFrame, *, links: Mapping[str, str]
) -> str:
    """The whole of Läget. `rest` are the municipality's other promises, `links` ready HTML by promise id."""
    others = "".join(_in_short(row, links) for row in rest)
    promise = first.promise
    return _english(
        heading(f"How is the promise in {name} going?", level=1),
        _made_up(promise),
        f'<p class="lk-p">{WHAT_IT_IS}</p>',
        _title(promise, level=2),
        paragraph(_IN_SWEDISH, kind="lk-muted"),
        swedish(promise["summary"], kind="lk-lead"),
        cards(
            _card(DID_WE, promise, "commitment", _commitment_lines(first.commitments), level=3),
            _card(BETTER, promise, "goal", _goal_lines(wholes(first.goals)), level=3),
        ),
        paragraph(told_back(promise), kind="lk-told"),
        links.get(text(promise["promise_id"]), ""),
        folded("How do you know?", _how() + paragraph(_fresh(promise))),
        heading("Other promises in the municipality", level=2) + others if others else "",
        _contact(contacts),
    )


def english_promise(told: EnglishPromise, *, above: str = "") -> str:
    """The whole of Löftet; `above` is ready HTML before everything else."""
    promise = told.promise
    sources = dict.fromkeys(map(text, [promise["source"], *told.commitments["source"], *told.goals["source"]]))
    return _english(
        above,
        _title(promise, level=1),
        _made_up(promise),
        paragraph(_IN_SWEDISH, kind="lk-muted"),
        swedish(promise["summary"], kind="lk-lead"),
        cards(_card(DID_WE, promise, "commitment", level=2), _card(BETTER, promise, "goal", level=2)),
        _parts("What was promised", told.commitments, _commitment),
        _parts("What was to be achieved", told.goals, _goal),
        clock_en(promise, told.duties),
        heading("How do you know?", level=2) + _how(),
        heading("Sources", level=2),
        paragraph(_fresh(promise)),
        f'<div lang="sv">{bullets([linked(source) for source in sources if source])}</div>',
    )


def english_nothing(name: str) -> str:
    """A municipality without a promise."""
    return _english(
        heading(f"The promise in {name}", level=1), paragraph("No promise has been entered for the municipality.")
    )


def _english(*parts: str) -> str:
    return f'<div lang="en">{"".join(parts)}</div>'


def _made_up(promise: Row) -> str:
    words = _MADE_UP.format(name=text(promise["municipality_name"]))
    return notice(words, kind="loud") if promise["is_fictitious"] else ""


def _contact(contacts: pd.DataFrame) -> str:
    said = f'<div lang="sv">{contact_list(contacts)}</div>' if len(contacts) else paragraph("No contact is entered.")
    return f'<div id="{CONTACT}">{heading("Contact", level=2)}{said}</div>'


def _title(promise: Row, *, level: int) -> str:
    place = "" if level > 1 else f"{text(promise['municipality_name'])} · "
    above = f'<p class="lk-eyebrow">{esc(place + meta_en(promise))}</p>'
    return f'{above}<h{level} class="lk-h{level}" lang="sv">{esc(promise["title"])}</h{level}>'


def _in_short(promise: Row, links: Mapping[str, str]) -> str:
    return (
        _title(promise, level=3)
        + cards(_card(DID_WE, promise, "commitment", level=4), _card(BETTER, promise, "goal", level=4))
        + links.get(text(promise["promise_id"]), "")
    )


def _card(question: str, promise: Row, kind: str, lines: str = "", *, level: int) -> str:
    """One of the two answers: verdict, sentence, and the parts that it rests on."""
    verdict, sentence = promise[f"{kind}_verdict"], text(promise[f"{kind}_english"])
    return (
        f'<section class="lk-card"><h{level} class="lk-h3">{esc(question)}</h{level}>'
        f'<p class="lk-verdict">{english_chip(verdict, promise["state"], large=True)}</p>'
        f"{paragraph_en(sentence, kind='lk-sentence')}{lines}</section>"
    )


def _commitment_lines(rows: pd.DataFrame) -> str:
    return _lines((commitment_name(row), row["commitment"], row) for row in rows.to_dict("records"))


def _goal_lines(rows: pd.DataFrame) -> str:
    return _lines((goal_name(row), row["goal"], row) for row in rows.to_dict("records"))


def _lines(parts: Iterable[tuple[str, object, Mapping[Any, Any]]]) -> str:
    rows = "".join(
        f'<li>{_name(name, words)}<span class="lk-side">{english_chip(row["verdict"], row["state"])}</span></li>'
        for name, words, row in parts
    )
    return f'<ul class="lk-parts">{rows}</ul>' if rows else ""


def _name(name: str, words: object) -> str:
    """The English name of a part, or its own words in Swedish."""
    if name:
        return f'<span class="lk-name">{in_english(name)}</span>'
    return f'<span class="lk-name" lang="sv">{esc(words)}</span>'


def _parts(title: str, rows: pd.DataFrame, told: Any) -> str:
    if rows.empty:
        return ""
    said = "".join(told(place, row) for place, row in enumerate(rows.to_dict("records"), start=1))
    return heading(title, level=2) + paragraph(_QUOTED, kind="lk-muted") + said


def _commitment(place: int, row: Row) -> str:
    return _head(commitment_name(row) or f"Commitment {place}", row) + _said(row["commitment"], row)


def _goal(place: int, row: Row) -> str:
    part = "One of several measures of a goal" if given(row["part_of"]) else ""
    name = goal_name(row) or f"Goal {place}"
    return _head(name, row, part) + _said(row["goal"], row) + paragraph(caution(row), kind="lk-muted")


def _head(name: str, row: Row, above: str = "") -> str:
    eyebrow = f'<span class="lk-eyebrow">{esc(above)}</span>' if above else ""
    chip = english_chip(row["verdict"], row["state"], reason=row["reason"])
    return f'<div class="lk-part-head">{eyebrow}<h3 class="lk-h3">{in_english(name)}</h3>{chip}</div>'


def _said(words: object, row: Row) -> str:
    """The register's words, and what became of them."""
    return swedish(f"”{text(words)}”") + paragraph_en(row["english"], kind="lk-sentence")


def _fresh(promise: Row) -> str:
    through, judged = day_en(promise["data_through"]), day_en(promise["as_of"])
    said = (f"Data up to {through}." if through else "", f"Judged on {judged}." if judged else "")
    return " ".join([*filter(None, said), f"Rule version {text(promise['rule_version'])}."])


def _how() -> str:
    return "".join(map(paragraph, HOW_JUDGED))
