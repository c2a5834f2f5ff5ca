"""One survey question as a person reads it: chosen, told, and drawn wave by wave."""

from collections.abc import Mapping

import pandas as pd

from etl.evaluate.sentences_safety import SafetyTold
from pages import store
from pages.view.choice import Choice
from pages.view.formats import text
from pages.view.made_once import once
from pages.view.markup import paragraph, show
from pages.view.palette import Palette
from pages.view.safety_waves import told_of
from pages.view.selectors import drop_down
from pages.view.show_chart import cached_chart, show_chart
from pages.view.survey_trend import hidden_words, survey_chart
from pages.view.trends import baseline_years, survey_choices

QUESTION = "fraga"


def choose_question(questions: Mapping[str, str]) -> str:
    """The indicator that is looked at, of those with a name in `questions`; it stands in the address."""
    return drop_down("Fråga", questions, key=QUESTION)


def rows_of(code: str, indicator: str) -> pd.DataFrame:
    """The rows of one question in a municipality: everybody's answers, and those of groups and areas."""

    def make() -> pd.DataFrame:
        series = store.survey_series(code)
        return series[series["indicator"] == indicator]

    return once(("safety-rows", code, indicator), make)


def questions_of(choice: Choice, goals: pd.DataFrame) -> dict[str, str]:
    """Indicator to name of what has been asked in the municipality; what the promise has goals for comes first."""
    return once(
        ("safety-questions", choice.municipality_code, choice.promise_id),
        lambda: survey_choices(store.survey_series(choice.municipality_code), goals),
    )


def told_of_question(own: pd.DataFrame, choice: Choice) -> SafetyTold | None:
    """The latest wave beside the one before; None when no value is shown. `own` are the rows of one indicator."""
    place = choice.municipality_name
    return once(
        ("safety-told", choice.municipality_code, text(own["indicator"].iloc[0])),
        lambda: told_of(own, store.series_breaks(), place),
    )


def waves_section(
    own: pd.DataFrame, choice: Choice, goals: pd.DataFrame, colours: Palette, told: SafetyTold | None = None,
    *, level: int = 3,
) -> None:  # fmt: skip
    """The curve over the waves, or why there is none. With `told` its claim is the title, else the latest value is."""
    indicator, claim = text(own["indicator"].iloc[0]), told.claim if told else ""
    chart = cached_chart(
        ("survey", choice.municipality_code, choice.promise_id, indicator, claim),
        colours.name,
        lambda: survey_chart(
            own, choice.municipality_name, colours, baseline_years(goals, indicator), store.series_breaks(),
            claim=claim,
        ),
    )  # fmt: skip
    if chart is None:
        show(paragraph("" if told else nothing_shown(own)))
        return
    show_chart(chart, level=level, sentence=told.sentence if told else "", caution=told.caution if told else "")
    show(paragraph(told.caution if told else "", kind="lk-muted"))


def nothing_shown(own: pd.DataFrame) -> str:
    """Why there is no value to see."""
    return hidden_words(own) or "Inget värde är publicerat för frågan."
