"""”Varför?” of a goal: the locked rule, the data, what could be seen at all, the effect and the history."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.corrections_section import history_html
from pages.view.detectable_section import detectable_html
from pages.view.effect_section import effect_html, has_ratio
from pages.view.explained import ANSWERS, ASSUMED, INTERVAL, PHI, RATIO, TAU, explained
from pages.view.formats import given, text
from pages.view.goal_data import data_facts, phi_is_assumed, tau_is_assumed
from pages.view.markup import facts, heading, paragraph
from pages.view.rule_section import rule_html

Row = Mapping[str, Any]


def goal_why(
    row: Row,
    points: pd.DataFrame,
    surveys: pd.DataFrame,
    *,
    rule: Row | None,
    detectable: Row | None,
    effect: Row | None,
    corrections: pd.DataFrame,
) -> str:
    """HTML for one row of marts.goal_verdict with its points and its rows of the other marts."""
    return "".join(
        (
            rule_html(rule),
            heading("Uppgifterna", level=4),
            paragraph(_method(row)),
            facts(data_facts(row, points, surveys)),
            detectable_html(detectable),
            effect_html(effect),
            history_html(corrections, text(row["goal_id"])),
            explained(_words(row, points, effect)),
        )
    )


def _method(row: Row) -> str:
    if text(row["measure"]) == "brott":
        return (
            "Antalet anmälda brott per invånare under löftestiden jämförs med åren före. Intervallet tar hänsyn till "
            "att brott varierar mer än slumpen ensam och att år skiljer sig åt. Siffran visar anmälda brott, inte "
            "alla brott som begås."
        )
    if text(row["measure"]) == "enkät":
        return (
            "Andelen i en undersökning jämförs med andelen i undersökningen före löftet. Utan antal svarande går det "
            "inte att säga om en skillnad är större än slumpen i urvalet."
        )
    if text(row["measure"]) == "flera":
        return (
            "Målet mäts på flera sätt, och varje mått redovisas för sig här nedanför. Måtten vägs aldrig ihop till ett "
            "medelvärde."
        )
    return "Löftet säger inte hur målet ska mätas."


def _words(row: Row, points: pd.DataFrame, effect: Row | None) -> list[str]:
    """What is met above and needs a word of explanation."""
    assumed = phi_is_assumed(row) or tau_is_assumed(row)
    met = (
        (INTERVAL, given(row["low"]) and given(row["high"])),
        (PHI, given(row["phi"])),
        (TAU, given(row["tau"])),
        (ASSUMED, assumed),
        (ANSWERS, bool(points["answers"].notna().any())),
        (RATIO, has_ratio(effect)),
    )
    return [word for word, is_met in met if is_met]
