"""Anmälda brott: how many crimes are reported, is it more or fewer than before, and than in similar municipalities?"""

import streamlit as st

from etl.evaluate.wording import NOT_ALL_CRIME
from pages import store
from pages.view import reading
from pages.view.chart_object import ChartObject
from pages.view.choice import Choice, chosen
from pages.view.crime_choice import choose_crime, rows_of
from pages.view.crime_section import crime_section, told_of
from pages.view.explained import INTERVAL, explained
from pages.view.formats import given, text, upper_first
from pages.view.markup import bullets, esc, heading, linked, paragraph, show
from pages.view.palette import Palette
from pages.view.show_chart import cached_chart, show_chart
from pages.view.similar_chart import similar_chart
from pages.view.theme import palette


def main() -> None:
    choice, colours = chosen(), palette()
    place = choice.municipality_name
    show(heading(f"Anmälda brott i {place}", level=1, eyebrow=upper_first(NOT_ALL_CRIME)))
    # The sentence depends on what is chosen below it, and is read first.
    above = st.container()
    goals = store.goals(choice.municipality_code, choice.promise_id)
    view = choose_crime(choice, goals)
    if view is None:
        show(
            paragraph(f"Det finns inga uppgifter om anmälda brott i {place} i databasen.", kind="lk-lead"),
            f"<p>{linked('Siffror för alla kommuner finns hos Brå: https://statistik.bra.se.')}</p>",
        )
        return
    told = told_of(view, choice)
    with above:
        show(paragraph(told.sentence if told else "", kind="lk-lead"))
    words = crime_section(view, choice, goals, colours, told)
    _similar(view.crime, choice, colours)
    show(
        heading("Så läser du siffrorna", level=2),
        bullets([esc(line) for line in reading.crime("100 000")]),
        explained([INTERVAL, *words]),
    )


def _similar(crime: str, choice: Choice, colours: Palette) -> None:
    """Whole municipalities only: areas are not counted alike."""
    code, place = choice.municipality_code, choice.municipality_name
    similar = store.similar(code)
    why = text(similar["sentence"].iloc[0]) if len(similar) else f"{place} har inga uppgifter att jämföra."
    compared = bool(similar["similar_code"].map(given).any())

    def draw() -> ChartObject | None:
        return similar_chart(rows_of(code, crime).rows, store.similar_crime(code, crime), similar, place, colours)

    chart = cached_chart(("similar", code, crime), colours.name, draw) if compared else None
    missing = "För den valda brottstypen har färre än tre av dem uppgifter som är räknade på samma sätt."
    show(
        heading("Jämfört med liknande kommuner", level=2),
        paragraph(why),
        paragraph(missing if compared and chart is None else ""),
    )
    if chart:
        show_chart(chart, level=3)


main()
