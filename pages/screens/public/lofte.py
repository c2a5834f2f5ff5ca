"""Löftet: the whole chain, from the problem over what was promised to what came of it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages import store
from pages.view import loftet_parts as parts
from pages.view.agreement_section import agreements
from pages.view.chain_section import chain, gaps_html
from pages.view.choice import Choice, chosen
from pages.view.commitment_section import Commitments, commitment_section
from pages.view.contact import contact_section
from pages.view.corrections_section import corrections_html
from pages.view.done_section import done_section
from pages.view.easy_section import easy_section
from pages.view.english_section import EnglishPromise, english_nothing, english_promise
from pages.view.feedback_clock import clock_section
from pages.view.formats import text
from pages.view.frame import nothing_here
from pages.view.goal_section import Goals, goal_section
from pages.view.markup import heading, paragraph, show
from pages.view.quiet_links import links_within
from pages.view.spread_section import spread_section
from pages.view.theme import palette
from pages.view.verdict_card import BETTER, DID_WE, cards, verdict_card


def main() -> None:
    choice = chosen()
    code, promise = choice.municipality_code, choice.promise
    if promise is None and choice.english:
        show(english_nothing(choice.municipality_name))
        return
    if promise is None:
        nothing_here(
            f"Löftet i {choice.municipality_name}",
            "Inget medborgarlöfte är inlagt för kommunen.",
            "Löften läggs in i data/register, en mapp per kommun.",
        )
        agreements(store.agreements(code), store.duties(code))
        return
    corrections, gaps = choice.own(store.corrections(code)), choice.own(store.chain_gaps(code))
    commitments, goals = store.commitments(code, choice.promise_id), store.goals(code, choice.promise_id)
    if choice.english:
        duties = choice.own(store.duties(code))
        show(english_promise(EnglishPromise(promise=promise, commitments=commitments, goals=goals, duties=duties)))
        return
    if choice.easy:
        easy_section(promise, commitments, goals, corrections)
        show(contact_section(store.contacts(code), is_fictitious=choice.is_fictitious))
        return
    whole(choice, promise, commitments, goals, corrections, gaps)


def whole(
    choice: Choice,
    promise: Mapping[str, Any],
    commitments: pd.DataFrame,
    goals: pd.DataFrame,
    corrections: pd.DataFrame,
    gaps: pd.DataFrame,
) -> None:
    """The promise with charts, reasons and sources."""
    code, promise_id = choice.municipality_code, choice.promise_id
    problems, duties, colours = store.problems(code, promise_id), store.duties(code), palette()
    show(
        heading(text(promise["title"]), level=1, eyebrow=parts.period_line(promise)),
        paragraph(promise["summary"], kind="lk-lead"),
        chain(problems, commitments, goals, gaps),
        links_within(corrections=len(corrections), gaps=len(gaps)),
        cards(
            verdict_card(DID_WE, promise, kind="commitment", level=2),
            verdict_card(BETTER, promise, kind="goal", level=2),
        ),
    )
    parts.problem_section(promise, problems)
    commitment_section(
        promise,
        Commitments(
            rows=commitments,
            progress=store.progress(code, promise_id),
            report_days=store.report_days(code, promise_id),
            corrections=corrections,
        ),
        colours,
    )
    goal_section(
        promise,
        Goals(
            rows=goals,
            points=store.goal_points(code, promise_id),
            surveys=store.survey_series(code),
            rules=store.rules(code, promise_id),
            detectable=store.detectable(code, promise_id),
            effects=store.effects(code, promise_id),
            corrections=corrections,
        ),
        colours,
    )
    own_duties = duties[duties["promise_id"] == promise_id]
    show(
        done_section(store.public_activities(code, promise_id), store.activity_months(code, promise_id), commitments),
        gaps_html(gaps),
        corrections_html(corrections),
        clock_section(promise, own_duties),
        spread_section(promise),
        contact_section(store.contacts(code), is_fictitious=choice.is_fictitious),
    )
    agreements(store.agreements(code), duties)
    parts.sources(promise, commitments, goals)


main()
