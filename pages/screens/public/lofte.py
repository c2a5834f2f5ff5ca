"""Löftet: the whole chain, from the problem over what was promised to what came of it."""

from pages import store
from pages.view import loftet_parts as parts
from pages.view.choice import chosen
from pages.view.formats import text
from pages.view.frame import nothing_here
from pages.view.markup import heading, paragraph, show
from pages.view.theme import palette
from pages.view.verdict_card import BETTER, DID_WE, cards, verdict_card


def main() -> None:
    choice = chosen()
    code, promise = choice.municipality_code, choice.promise
    if promise is None:
        nothing_here(
            f"Löftet i {choice.municipality_name}",
            "Inget medborgarlöfte är inlagt för kommunen.",
            "Löften läggs in i data/register, en mapp per kommun.",
        )
        parts.agreements(store.agreements(code), store.duties(code))
        return
    promise_id = text(promise["promise_id"])
    commitments, goals = store.commitments(code, promise_id), store.goals(code, promise_id)
    problems = store.problems(code, promise_id)
    colours = palette()

    show(
        heading(text(promise["title"]), level=1, eyebrow=parts.period_line(promise)),
        paragraph(promise["summary"], kind="lk-lead"),
        parts.chain(problems, commitments, goals),
        cards(
            verdict_card(DID_WE, promise, kind="commitment", level=2),
            verdict_card(BETTER, promise, kind="goal", level=2),
        ),
    )
    parts.problem_section(promise, problems)
    parts.commitment_section(promise, commitments, store.progress(code, promise_id), colours)
    parts.goal_section(promise, goals, store.goal_points(code, promise_id), colours)
    parts.feedback_section(promise, store.duties(code))
    parts.agreements(store.agreements(code), store.duties(code))
    parts.sources(promise, commitments, goals)


main()
