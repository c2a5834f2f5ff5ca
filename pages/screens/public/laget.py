"""Läget i korthet: was the promise kept, and did it get better? Every promise of the chosen municipality."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from etl.evaluate.wording import unit_word
from pages import store
from pages.view.choice import Choice, chosen
from pages.view.easy_section import easy_cards
from pages.view.formats import date_sv, days_sv, given, plain, text, to_date, with_unit
from pages.view.frame import nothing_here
from pages.view.markup import esc, heading, paragraph, show
from pages.view.quiet_links import links_to_promise
from pages.view.spark import spark
from pages.view.verdict_card import BETTER, DID_WE, Part, cards, verdict_card, wholes

Promise = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many there are of each promise of the municipality."""

    corrections: Counter[str]
    gaps: Counter[str]


def commitment_parts(code: str, promise: Promise) -> list[Part]:
    rows = store.commitments(code, promise["promise_id"]).to_dict("records")
    return [Part(name=commitment_name(r), verdict=text(r["verdict"]), state=text(r["state"])) for r in rows]


def commitment_name(row: Promise) -> str:
    """What was promised in a few words where it is a number, else the whole of it."""
    if not given(row["target"]):
        return text(row["commitment"])
    per = f" per {text(row['interval'])}" if text(row["interval"]) else ""
    return f"Minst {with_unit(row['target'], unit_word(row['target'], text(row['unit'])))}{per}"


def goal_parts(code: str, promise: Promise) -> list[Part]:
    points = store.goal_points(code, promise["promise_id"])
    rows = wholes(store.goals(code, promise["promise_id"])).to_dict("records")
    return [
        Part(
            name=text(r["indicator_name"]) if text(r["measure"]) in ("brott", "enkät") else text(r["goal"]),
            verdict=text(r["verdict"]),
            state=text(r["state"]),
            spark=_spark(points[points["goal_id"] == r["goal_id"]]),
        )
        for r in rows
    ]


def _spark(points: pd.DataFrame) -> str:
    """The last twenty values of a goal that is measured in one unbroken series; several series give no curve."""
    known = points[points["value"].notna()].sort_values("period_start")
    if known["series_id"].nunique() != 1:
        return ""
    recent = known.tail(20).reset_index(drop=True)
    during = recent.index[recent["used"].astype(bool) & (recent["role"] == "löftestid")]
    return spark(recent["value"].tolist(), marked=int(during[-1]) if len(during) else None)


def feedback(promise: Promise) -> str:
    """How often the parties have told the inhabitants, against what they promised."""
    if not given(promise["feedback_required"]) or int(promise["feedback_required"]) == 0:
        return "Löftet säger inte hur ofta resultatet ska återkopplas."
    latest = to_date(promise["feedback_latest"])
    told = f", senast {date_sv(latest)}" if latest else ""
    done = f"{plain(promise['feedback_given'])} av {plain(promise['feedback_required'])} gånger"
    return f"Så har vi återkopplat: {done}{told}."


def meta(promise: Promise) -> str:
    period = days_sv(promise["period_start"], promise["period_end"]) or "period saknas"
    through = to_date(promise["data_through"])
    said = (
        f"Gäller: {period}",
        text(promise["state"]),
        f"Uppgifter till och med {date_sv(through)}" if through else "",
    )
    return " · ".join(filter(None, said))


def whole(choice: Choice, promise: Promise, counts: Counts) -> None:
    code = choice.municipality_code
    show(
        heading(text(promise["title"]), level=2, eyebrow=meta(promise)),
        paragraph(promise["summary"], kind="lk-lead"),
        easy_cards(promise, level=3)
        if choice.easy
        else cards(
            verdict_card(DID_WE, promise, kind="commitment", parts=commitment_parts(code, promise)),
            verdict_card(BETTER, promise, kind="goal", parts=goal_parts(code, promise)),
        ),
        f'<p class="lk-under"><span>{esc(feedback(promise))}</span></p>',
    )
    quiet(choice, promise, counts)
    link(choice, promise, "Läs hela löftet" if choice.easy else "Läs hela löftet, med diagram och källor")
    if choice.easy:
        return
    with st.expander("Hur vet ni det?"):
        show(
            paragraph(
                "De två frågorna bedöms var för sig och vägs aldrig ihop. Åtagandena jämförs med aktivitetsloggen: "
                "det som inte är rapporterat räknas inte som noll, utan som okänt."
            ),
            paragraph(
                "Målen jämförs med åren före löftet. En förändring räknas bara när den är större än de vanliga "
                "svängningarna mellan åren (brott) eller slumpen i urvalet (enkäter). Annars står det "
                "”Går inte att avgöra” – i en liten kommun är det ofta det ärliga svaret."
            ),
        )


def others(choice: Choice, rest: list[Promise], counts: Counts) -> None:
    show(heading("Andra löften i kommunen", level=2))
    for promise in rest:
        show(
            heading(text(promise["title"]), level=3, eyebrow=meta(promise)),
            easy_cards(promise, level=4)
            if choice.easy
            else cards(
                verdict_card(DID_WE, promise, kind="commitment", level=4),
                verdict_card(BETTER, promise, kind="goal", level=4),
            ),
        )
        quiet(choice, promise, counts)
        link(choice, promise, f"Läs hela löftet: {promise['title']}")


def quiet(choice: Choice, promise: Promise, counts: Counts) -> None:
    """How many gaps and corrections the promise has, with the way to them."""
    promise_id = text(promise["promise_id"])
    links_to_promise(
        promise_id,
        choice.address_of(promise_id),
        corrections=counts.corrections[promise_id],
        gaps=counts.gaps[promise_id],
    )


def link(choice: Choice, promise: Promise, label: str) -> None:
    st.page_link(
        "screens/public/lofte.py",
        label=label,
        icon=":material/arrow_forward:",
        query_params=choice.address_of(text(promise["promise_id"])),
    )


def main() -> None:
    choice = chosen()
    title = f"Hur går det med löftet i {choice.municipality_name}?"
    if choice.promise is None:
        nothing_here(
            f"Läget i {choice.municipality_name}",
            "Inget medborgarlöfte är inlagt för kommunen.",
            "Löften läggs in i data/register, en mapp per kommun.",
        )
        return
    show(heading(title, level=1))
    counts = Counts(
        corrections=Counter(store.corrections(choice.municipality_code)["promise_id"]),
        gaps=Counter(store.chain_gaps(choice.municipality_code)["promise_id"]),
    )
    whole(choice, choice.promise, counts)
    rest = [p for p in choice.promises if p["promise_id"] != choice.promise_id]
    if rest:
        others(choice, rest, counts)


main()
