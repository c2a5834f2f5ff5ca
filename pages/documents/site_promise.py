"""The page of a promise in ready HTML: what was promised, what was to be achieved, and how we know."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from etl.evaluate.sentences_withheld import SMALL_GROUP, SMALL_NUMBERS
from pages.documents.site_data import PromiseData
from pages.documents.site_figures import goal_figure, goal_png
from pages.documents.site_names import slug
from pages.view.chain_section import gaps_html
from pages.view.commitment_why import commitment_why
from pages.view.corrections_section import corrections_html
from pages.view.done_section import done_section
from pages.view.feedback_clock import clock_section
from pages.view.formats import given, text
from pages.view.goal_data import interval_line
from pages.view.goal_section import one_of
from pages.view.goal_why import goal_why
from pages.view.markup import bullets, facts, folded, heading, linked, paragraph
from pages.view.verdict_card import part_head, wholes

Row = Mapping[str, Any]


def png_name(goal_id: object) -> str:
    """The file of a goal's picture, beside the page of its promise."""
    return f"{slug(text(goal_id))}.png"


def commitments_html(promise: PromiseData) -> Markup:
    """What was promised, each with verdict, sentence and reasons."""
    if promise.commitments.empty:
        return Markup(paragraph("Löftet innehåller inga åtaganden, bara mål."))
    return Markup("".join(_commitment(promise, _named(row)) for row in promise.commitments.to_dict("records")))


def _commitment(promise: PromiseData, row: Row) -> str:
    own = row["commitment_id"]
    progress, days = (rows[rows["commitment_id"] == own] for rows in (promise.progress, promise.report_days))
    why = (
        commitment_why(promise.row, row, progress, days, promise.corrections)
        if text(row["kind"]) != "beskrivande"
        else ""
    )
    return (
        f'<section id="{slug(text(own))}">{part_head(text(row["commitment"]), row)}'
        f"{paragraph(row['sentence'], kind='lk-sentence')}{_assessment(row)}{folded('Varför?', why)}</section>"
    )


def goals_html(promise: PromiseData) -> Markup:
    """What was to be achieved, each goal with its figure; the measures of a goal follow it."""
    if promise.goals.empty:
        return Markup(paragraph("Löftet innehåller inga mål."))
    said = []
    for row in map(_named, wholes(promise.goals).to_dict("records")):
        measures = promise.goals[promise.goals["part_of"] == row["goal_id"]].to_dict("records")
        said.append(_goal(promise, row, has_measures=bool(measures)))
        for place, measure in enumerate(map(_named, measures), start=1):
            said.append(_goal(promise, measure, eyebrow=f"Mått {place} av {len(measures)} på målet ovan"))
    return Markup("".join(said))


def _goal(promise: PromiseData, row: Row, *, has_measures: bool = False, eyebrow: str = "") -> str:
    own = row["goal_id"]
    points = promise.points[promise.points["goal_id"] == own]
    claim = "" if text(row["claim"]) in text(row["sentence"]) else text(row["claim"])
    place = text(promise.row["municipality_name"])
    figure = goal_figure(row, points, place=place, claim=claim, png=png_name(own))
    if not figure and not has_measures:
        figure = paragraph(f"Inget diagram: {_no_figure(row, points)}.", kind="lk-muted")
    return (
        f'<section id="{slug(text(own))}">'
        f"{part_head(text(row['goal']), row, level=4 if eyebrow else 3, eyebrow=eyebrow)}"
        f"{paragraph(row['sentence'], kind='lk-sentence')}{paragraph(interval_line(row), kind='lk-muted')}"
        f"{paragraph(row['caution'], kind='lk-muted')}{_assessment(row)}{figure}"
        f"{folded('Varför?', _why(promise, row))}</section>"
    )


def _no_figure(row: Row, points: pd.DataFrame) -> str:
    """Why a goal is not drawn: what is known must not be shown, or nothing is known."""
    hidden = next((why for why in (SMALL_NUMBERS, SMALL_GROUP) if why in text(row["sentence"])), "")
    if not hidden and points["answers"].notna().any():
        return "för få har svarat för att värdena ska visas"
    return hidden or "det finns inga uppgifter att rita"


def _why(promise: PromiseData, row: Row) -> str:
    own = text(row["goal_id"])
    return goal_why(
        row,
        promise.points[promise.points["goal_id"] == own],
        promise.surveys,
        rule=one_of(promise.rules, own),
        detectable=one_of(promise.detectable, own),
        effect=one_of(promise.effects, own),
        corrections=promise.corrections,
    )


def _assessment(row: Row) -> str:
    return paragraph(f"Bedömning: {row['assessment']}" if given(row.get("assessment")) else "")


def around_html(promise: PromiseData) -> Markup:
    """Feedback, what was done, gaps and corrections: each a section of its own."""
    return Markup(
        clock_section(promise.row, promise.duties)
        + done_section(promise.activities, promise.months, promise.commitments)
        + gaps_html(promise.gaps)
        + corrections_html(promise.corrections)
    )


def problem_html(promise: PromiseData) -> Markup:
    """The picture that the promise starts from, and the problems that it names."""
    said = [heading("Problemet", level=2), paragraph(promise.row["picture"])]
    for _, steps in promise.problems.groupby("problem_id", sort=False):
        first = steps.iloc[0]
        said.append(heading(text(first["title"]), level=3, eyebrow=text(first["area_name"])))
        said.append(paragraph(first["description"]))
    return Markup("".join(said))


def sources_html(promise: PromiseData) -> Markup:
    """The documents and series that the page rests on."""
    numbers = (
        ("Polisens diarienummer", promise.row["police_diary_number"]),
        ("Kommunens diarienummer", promise.row["municipality_diary_number"]),
    )
    used = [promise.row["source"], *promise.commitments["source"], *promise.goals["source"]]
    listed = [linked(source) for source in dict.fromkeys(map(text, used)) if source]
    return Markup(heading("Källor", level=2) + facts(numbers) + bullets(listed))


def picture_of(promise: PromiseData) -> str:
    """The address of the picture that stands for the promise where it is shared: of its first goal that is drawn."""
    for goal_id in promise.goals["goal_id"]:
        if (promise.points["value"].notna() & (promise.points["goal_id"] == goal_id)).any():
            return f"{promise.address}{png_name(goal_id)}"
    return ""


def pictures(promise: PromiseData) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of the picture of every goal that is drawn."""
    place = text(promise.row["municipality_name"])
    for row in map(_named, promise.goals.to_dict("records")):
        drawn = goal_png(row, promise.points[promise.points["goal_id"] == row["goal_id"]], place=place)
        if drawn:
            yield f"{promise.address}{png_name(row['goal_id'])}", drawn


def _named(row: Mapping[Any, Any]) -> Row:
    return {str(key): value for key, value in row.items()}
