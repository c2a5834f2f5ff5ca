"""What stands on Läget i korthet: the two questions about each promise of a municipality, as HTML."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pages import store
from pages.view.choice import Choice
from pages.view.contact import contact_section
from pages.view.easy_section import easy_cards
from pages.view.english_section import EnglishPromise, english_start
from pages.view.formats import text
from pages.view.markup import esc, folded, heading, paragraph, screen_link
from pages.view.promise_parts import HOW_WE_KNOW, commitment_parts, feedback, goal_parts, meta
from pages.view.quiet_links import links_to_promise, promise_address
from pages.view.verdict_card import BETTER, DID_WE, cards, verdict_card

Promise = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many there are of each promise of the municipality."""

    corrections: Counter[str]
    gaps: Counter[str]


def start_page(choice: Choice, promise: Promise) -> str:
    """The whole screen as HTML: the same for everybody who has made the same choice."""
    code = choice.municipality_code
    counts = Counts(
        corrections=Counter(store.corrections(code)["promise_id"]), gaps=Counter(store.chain_gaps(code)["promise_id"])
    )
    rest = [p for p in choice.promises if p["promise_id"] != choice.promise_id]
    return (
        heading(f"Hur går det med löftet i {choice.municipality_name}?", level=1)
        + whole(choice, promise, counts)
        + (heading("Andra löften i kommunen", level=2) if rest else "")
        + "".join(in_short(choice, other, counts) for other in rest)
        + contact_section(store.contacts(code), is_fictitious=choice.is_fictitious)
    )


def english_start_page(choice: Choice, promise: Promise) -> str:
    """As `start_page`, in English."""
    code = choice.municipality_code
    return english_start(
        choice.municipality_name,
        EnglishPromise(
            promise=promise,
            commitments=store.commitments(code, choice.promise_id),
            goals=store.goals(code, choice.promise_id),
            duties=store.duties(code),
        ),
        [other for other in choice.promises if other["promise_id"] != choice.promise_id],
        store.contacts(code),
        links={text(one["promise_id"]): _read_more(choice, one, named=one is not promise) for one in choice.promises},
    )


def _read_more(choice: Choice, promise: Promise, *, named: bool) -> str:
    link = screen_link(promise_address(choice.address_of(text(promise["promise_id"]))), "Read about the whole promise")
    if named:
        link = link.removesuffix("</a>") + f': <span lang="sv">{esc(promise["title"])}</span></a>'
    return f'<p class="lk-onward">{link}</p>'


def whole(choice: Choice, promise: Promise, counts: Counts) -> str:
    code = choice.municipality_code
    answers = (
        easy_cards(promise, level=3)
        if choice.easy
        else cards(
            verdict_card(DID_WE, promise, kind="commitment", parts=commitment_parts(code, promise)),
            verdict_card(BETTER, promise, kind="goal", parts=goal_parts(code, promise)),
        )
    )
    return (
        heading(text(promise["title"]), level=2, eyebrow=meta(promise))
        + paragraph(promise["summary"], kind="lk-lead")
        + answers
        + paragraph(feedback(promise), kind="lk-told")
        + onward(
            choice, promise, counts, "Läs hela löftet" if choice.easy else "Läs hela löftet, med diagram och källor"
        )
        + ("" if choice.easy else folded("Hur vet ni det?", "".join(map(paragraph, HOW_WE_KNOW))))
    )


def in_short(choice: Choice, promise: Promise, counts: Counts) -> str:
    answers = (
        easy_cards(promise, level=4)
        if choice.easy
        else cards(
            verdict_card(DID_WE, promise, kind="commitment", level=4),
            verdict_card(BETTER, promise, kind="goal", level=4),
        )
    )
    return (
        heading(text(promise["title"]), level=3, eyebrow=meta(promise))
        + answers
        + onward(choice, promise, counts, f"Läs hela löftet: {promise['title']}")
    )


def onward(choice: Choice, promise: Promise, counts: Counts, words: str) -> str:
    """The way to the promise, and how many gaps and corrections it has."""
    promise_id = text(promise["promise_id"])
    address = choice.address_of(promise_id)
    return f'<p class="lk-onward">{screen_link(promise_address(address), words)}</p>' + links_to_promise(
        address, corrections=counts.corrections[promise_id], gaps=counts.gaps[promise_id]
    )
