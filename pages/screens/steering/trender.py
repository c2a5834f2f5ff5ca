"""Trender: how reported crime and the surveys have moved over the years, with the promise's baseline drawn."""

import pandas as pd
import streamlit as st

from pages import store
from pages.view.choice import Choice, chosen
from pages.view.crime_trend import COUNT, RATE, crime_chart
from pages.view.deviation_section import deviation_section
from pages.view.equality_section import effort_section, equality_section
from pages.view.explained import LIMITS, SEASONAL, explained
from pages.view.formats import text
from pages.view.markup import heading, paragraph, show
from pages.view.palette import Palette
from pages.view.show_chart import cached_chart, show_chart
from pages.view.survey_trend import hidden_words, survey_chart
from pages.view.theme import palette
from pages.view.trends import baseline_years, crime_choices, survey_choices


def crime_section(choice: Choice, goals: pd.DataFrame, colours: Palette) -> None:
    show(heading("Anmälda brott", level=2))
    series = store.crime_series(choice.municipality_code)
    choices = crime_choices(series, goals)
    if not choices:
        show(paragraph(f"Det finns inga brottsuppgifter för {choice.municipality_name} i databasen."))
        return
    left, middle, right = st.columns([2, 2, 2], gap="small")
    crime = left.selectbox(
        "Brottstyp", list(choices), format_func=lambda key: choices[key], key="brottstyp", filter_mode=None
    )
    own = series[series["crime_type"] == crime]
    areas = {text(r.area_id): text(r.area_name) or "Hela kommunen" for r in own.itertuples(index=False)}
    area = middle.selectbox(
        "Område", list(areas), format_func=lambda key: areas[key], key="brottsomrade", filter_mode=None
    )
    measure = right.segmented_control(
        "Visa", [RATE, COUNT], default=RATE, required=True, key="brottsmatt", width="stretch"
    )
    baseline = baseline_years(goals, f"brott:{crime}")
    trends = store.series_trends(choice.municipality_code)
    chart = cached_chart(
        ("crime", choice.municipality_code, choice.promise_id, crime, area, measure),
        colours.name,
        lambda: crime_chart(
            own[own["area_id"].map(text) == area], measure or RATE, choice.municipality_name, colours, baseline, trends
        ),
    )
    if chart:
        show_chart(chart, level=3)
        show(explained([SEASONAL, LIMITS] if chart.more else []))
    else:
        show(paragraph("Inga uppgifter för det valda måttet: folkmängd saknas, så bara antal kan visas."))


def survey_section(choice: Choice, goals: pd.DataFrame, colours: Palette) -> None:
    show(heading("Trygghetsmätningar", level=2))
    series = store.survey_series(choice.municipality_code)
    choices = survey_choices(series, goals)
    if not choices:
        show(paragraph(f"Det finns inga enkätuppgifter för {choice.municipality_name} i databasen."))
        return
    indicator = st.selectbox(
        "Fråga", list(choices), format_func=lambda key: choices[key], key="indikator", filter_mode=None
    )
    asked = series[series["indicator"] == indicator]
    chart = cached_chart(
        ("survey", choice.municipality_code, choice.promise_id, indicator),
        colours.name,
        lambda: survey_chart(
            asked,
            choice.municipality_name,
            colours,
            baseline_years(goals, text(indicator)),
        ),
    )
    if chart:
        show_chart(chart, level=3)
    else:
        show(paragraph(hidden_words(asked) or "Inget värde är publicerat för frågan."))


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
    crime_section(choice, goals, colours)
    if deviations.empty:
        deviation_section(deviations, code, name)
    survey_section(choice, goals, colours)
    equality_section(store.equality_gaps(code), goals, code, name, colours)
    effort_section(store.area_efforts(code), code, name, colours)


main()
