"""Trender: how reported crime and the surveys have moved over the years, with the promise's baseline drawn."""

import pandas as pd

from pages import store
from pages.view.choice import Choice, chosen
from pages.view.crime_choice import choose_crime
from pages.view.crime_section import crime_section
from pages.view.deviation_section import deviation_section
from pages.view.equality_section import effort_section, equality_section
from pages.view.explained import explained
from pages.view.markup import heading, paragraph, show
from pages.view.palette import Palette
from pages.view.safety_section import choose_question, questions_of, rows_of, waves_section
from pages.view.theme import palette


def crime(choice: Choice, goals: pd.DataFrame, colours: Palette) -> None:
    show(heading("Anmälda brott", level=2))
    view = choose_crime(choice, goals)
    if view:
        show(explained(crime_section(view, choice, goals, colours)))
    else:
        show(paragraph(f"Det finns inga brottsuppgifter för {choice.municipality_name} i databasen."))


def survey(choice: Choice, goals: pd.DataFrame, colours: Palette) -> None:
    show(heading("Trygghetsmätningar", level=2))
    questions = questions_of(choice, goals)
    if questions:
        waves_section(rows_of(choice.municipality_code, choose_question(questions)), choice, goals, colours)
    else:
        show(paragraph(f"Det finns inga enkätuppgifter för {choice.municipality_name} i databasen."))


def main() -> None:
    choice, colours = chosen(), palette()
    show(
        heading(f"Trender i {choice.municipality_name}", level=1),
        paragraph(
            "Kurvorna är beskrivningar, inte bedömningar: om ett löfte är uppfyllt står på sidan Löftet.",
            kind="lk-lead",
        ),
    )
    code, name = choice.municipality_code, choice.municipality_name
    goals = store.goals(code, choice.promise_id)
    deviations = store.deviations(code)
    # What stands out comes first; that nothing can be compared does not.
    if len(deviations):
        deviation_section(deviations, code, name)
    crime(choice, goals, colours)
    if deviations.empty:
        deviation_section(deviations, code, name)
    survey(choice, goals, colours)
    equality_section(store.equality_gaps(code), goals, code, name, colours)
    effort_section(store.area_efforts(code), code, name, colours)


main()
