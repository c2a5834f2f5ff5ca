"""Tryggheten: what do people answer in the surveys, has it changed, and who answers otherwise?"""

import pandas as pd
import streamlit as st

from pages import store
from pages.view import reading
from pages.view.chart_object import ChartObject
from pages.view.choice import Choice, chosen
from pages.view.explained import ANSWERS, INTERVAL, explained
from pages.view.formats import given, text
from pages.view.made_once import once
from pages.view.markup import bullets, esc, heading, paragraph, show
from pages.view.palette import Palette
from pages.view.safety_distribution import distribution_chart
from pages.view.safety_groups import KINDS, groups_chart, kinds_of
from pages.view.safety_section import (
    choose_question,
    nothing_shown,
    questions_of,
    rows_of,
    told_of_question,
    waves_section,
)
from pages.view.selectors import segments
from pages.view.show_chart import cached_chart, show_chart
from pages.view.theme import palette

GROUP = "grupp"
_KINDS = {"kon": "kön", "alder": "ålder", "omrade": "område"}


def main() -> None:
    choice, colours = chosen(), palette()
    place = choice.municipality_name
    show(heading(f"Tryggheten i {place}", level=1))
    # The sentence depends on the question chosen below it, and is read first.
    above = st.container()
    goals = store.goals(choice.municipality_code, choice.promise_id)
    questions = questions_of(choice, goals)
    if not questions:
        show(
            paragraph(f"Det finns inga svar från trygghetsmätningar i {place} i databasen.", kind="lk-lead"),
            paragraph("När en mätning är inlämnad visas den här, fråga för fråga."),
        )
        return
    asked = choose_question(questions)
    own = rows_of(choice.municipality_code, asked)
    told = told_of_question(own, choice)
    with above:
        show(paragraph(told.sentence if told else nothing_shown(own), kind="lk-lead"))
    if told:
        waves_section(own, choice, goals, colours, told, level=2)
    _groups(asked, choice, colours)
    _distribution(asked, questions[asked], choice, colours)
    show(
        heading("Så läser du siffrorna", level=2),
        bullets([esc(line) for line in reading.SAFETY]),
        explained([INTERVAL, ANSWERS]),
    )


def _groups(indicator: str, choice: Choice, colours: Palette) -> None:
    code, place = choice.municipality_code, choice.municipality_name
    kinds = once(("safety-kinds", code, indicator), lambda: kinds_of(rows_of(code, indicator)))
    if not kinds:
        return
    show(heading("Olika gruppers svar", level=2))
    offered = {key: KINDS[kind] for key, kind in _KINDS.items() if kind in kinds}
    kind = _KINDS[segments("Dela upp efter", offered, key=GROUP)]

    def draw() -> ChartObject | None:
        gaps = store.equality_gaps(code)
        return groups_chart(rows_of(code, indicator), kind, gaps[gaps["indicator"] == indicator], place, colours)

    if chart := cached_chart(("groups", code, indicator, kind), colours.name, draw):
        show_chart(chart, level=3)
    else:
        show(paragraph("Ingen av grupperna visas: för få har svarat."))


def _distribution(indicator: str, name: str, choice: Choice, colours: Palette) -> None:
    code = choice.municipality_code

    def spread() -> pd.DataFrame:
        rows, series = store.survey_distributions(code), set(rows_of(code, indicator)["series_id"].map(text))
        return rows[rows["series_id"].map(given) & rows["series_id"].isin(series)]

    rows = once(("distribution-rows", code, indicator), spread)
    if rows.empty:
        return
    show(heading("Alla svar på frågan", level=2))
    chart = cached_chart(
        ("distribution", code, indicator),
        colours.name,
        lambda: distribution_chart(rows, name, choice.municipality_name, colours),
    )
    if chart:
        show_chart(chart, level=3)
    else:
        show(paragraph("Svaren visas inte: färre än 30 har svarat på frågan."))


main()
