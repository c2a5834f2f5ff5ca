"""Reported crime as a person reads it: the sentence, then the curve, then what the words mean."""

import pandas as pd

from etl.evaluate.crime_change import crime_change
from etl.evaluate.sentences_crime_change import ChangeTold, tell_change
from pages import store
from pages.view.chart_object import ChartObject
from pages.view.choice import Choice
from pages.view.crime_choice import CrimeView
from pages.view.crime_trend import YEAR, crime_chart
from pages.view.crime_years import twelves
from pages.view.explained import LIMITS, SEASONAL
from pages.view.made_once import once
from pages.view.markup import paragraph, show
from pages.view.palette import Palette
from pages.view.show_chart import cached_chart, show_chart
from pages.view.trends import baseline_years


def told_of(view: CrimeView, choice: Choice) -> ChangeTold | None:
    """The latest twelve months beside the years before; None where no twelve months are known.

    Where whole years are looked at, the latest whole year.
    """
    calendar = view.step == YEAR

    def make() -> ChangeTold | None:
        change = crime_change(view.crime, twelves(view.found.rows, calendar=calendar))
        if change is None:
            return None
        place = view.place(choice.municipality_name)
        return tell_change(change, crime=view.crime, crime_name=view.crime_name, place=place)

    return once(("crime-told", choice.municipality_code, view.crime, view.area_id, calendar), make)


def crime_section(
    view: CrimeView, choice: Choice, goals: pd.DataFrame, colours: Palette, told: ChangeTold | None = None
) -> tuple[str, ...]:
    """The chart of what is chosen; returns the words it uses that need an explanation.

    With `told` its claim is the title, else the latest figure is.
    """
    claim, sentence, caution = (told.claim, told.sentence, told.caution) if told else ("", "", "")

    def draw() -> ChartObject | None:
        baseline = baseline_years(goals, f"brott:{view.crime}")
        trends = store.series_trends(choice.municipality_code)
        return crime_chart(
            view.found.rows, view.measure, choice.municipality_name, colours, baseline, trends,
            step=view.step, claim=claim,
        )  # fmt: skip

    chart = cached_chart(
        ("crime", choice.municipality_code, choice.promise_id, *view.key, claim), colours.name, draw
    )  # fmt: skip
    if chart is None:
        show(paragraph("Det valda har inga uppgifter att visa. Välj ett annat område eller en annan brottstyp."))
        return ()
    show_chart(chart, level=2 if told else 3, sentence=sentence, caution=caution)
    show(paragraph(_newer(view), kind="lk-muted"))
    return (SEASONAL, LIMITS) if chart.more else ()


def _newer(view: CrimeView) -> str:
    """That the rest of the municipality has newer figures than the area; nothing where it has not."""
    if not view.area_id or view.found.rows["period_end"].max() >= view.found.newest:
        return ""
    return f"Nyare uppgifter om {view.area_name} saknas, eller visas inte för att skydda små tal."
