"""What was to be achieved: each goal with verdict, sentence, interval, ”Varför?” and its chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from etl.evaluate.sentences_withheld import SMALL_GROUP, SMALL_NUMBERS
from pages.view.formats import given, text
from pages.view.goal_chart import goal_chart
from pages.view.goal_data import interval_line
from pages.view.goal_why import goal_why
from pages.view.made_once import once
from pages.view.markup import heading, paragraph, show
from pages.view.palette import Palette
from pages.view.show_chart import cached_chart, show_chart
from pages.view.verdict_card import part_head, wholes

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Goals:
    """The goals of one promise and what is known of them: rows of marts, all of the same promise."""

    rows: pd.DataFrame
    points: pd.DataFrame
    surveys: pd.DataFrame
    rules: pd.DataFrame
    detectable: pd.DataFrame
    effects: pd.DataFrame
    corrections: pd.DataFrame


def goal_section(promise: Row, known: Goals, palette: Palette) -> None:
    show(heading("Det här ville vi uppnå", level=2))
    if known.rows.empty:
        show(paragraph("Löftet innehåller inga mål."))
    for row in wholes(known.rows).to_dict("records"):
        measures = known.rows[known.rows["part_of"] == row["goal_id"]].to_dict("records")
        _goal(promise, row, known, palette, measures=len(measures))
        for place, measure in enumerate(measures, start=1):
            _goal(promise, measure, known, palette, eyebrow=f"Mått {place} av {len(measures)} på målet ovan")


def _goal(promise: Row, row: Row, known: Goals, palette: Palette, *, measures: int = 0, eyebrow: str = "") -> None:
    own = text(row["goal_id"])
    key = (text(promise["promise_id"]), own)
    assessment = row["assessment"]
    show(
        part_head(text(row["goal"]), row, level=4 if eyebrow else 3, eyebrow=eyebrow),
        paragraph(row["sentence"], kind="lk-sentence"),
        paragraph(interval_line(row), kind="lk-muted"),
        paragraph(row["caution"], kind="lk-muted"),
        paragraph(f"Bedömning: {assessment}" if given(assessment) else "", kind="lk-p"),
    )
    with st.expander("Varför?"):
        show(once(("goal-why", *key), lambda: _why(row, known)))
    chart = cached_chart(
        ("goal", *key),
        palette.name,
        lambda: goal_chart(row, _points(known, own), palette, text(promise["municipality_name"])),
    )
    if chart:
        show_chart(
            chart,
            with_title=text(row["claim"]) not in text(row["sentence"]),
            sentence=text(row["sentence"]),
            short=text(row["short"]),
            caution=text(row["caution"]),
        )
    elif not measures:
        show(paragraph(_no_chart(row, _points(known, own)), kind="lk-muted"))


def _no_chart(row: Row, points: pd.DataFrame) -> str:
    hidden = next((why for why in (SMALL_NUMBERS, SMALL_GROUP) if why in text(row["sentence"])), "")
    if hidden:
        return f"Inget diagram: {hidden}."
    if points["answers"].notna().any():
        return "Inget diagram: för få har svarat för att värdena ska visas."
    return "Inget diagram: det finns inga uppgifter att rita."


def _points(known: Goals, goal_id: str) -> pd.DataFrame:
    return known.points[known.points["goal_id"] == goal_id]


def _why(row: Row, known: Goals) -> str:
    own = text(row["goal_id"])
    return goal_why(
        row,
        _points(known, own),
        known.surveys,
        rule=one_of(known.rules, own),
        detectable=one_of(known.detectable, own),
        effect=one_of(known.effects, own),
        corrections=known.corrections,
    )


def one_of(rows: pd.DataFrame, goal_id: str) -> Row | None:
    """The row of a goal, or None where the mart has none."""
    own = rows[rows["goal_id"] == goal_id].to_dict("records")
    return {str(key): value for key, value in own[0].items()} if own else None
