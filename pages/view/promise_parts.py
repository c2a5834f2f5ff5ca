"""What the start says about a promise: its parts with verdicts, its time, and how the inhabitants have been told."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from etl.evaluate.wording import unit_word
from pages import store
from pages.view.formats import date_sv, days_sv, given, plain, text, to_date, with_unit
from pages.view.spark import spark
from pages.view.verdict_card import Part, wholes

Promise = Mapping[str, Any]
HOW_WE_KNOW = (
    "De två frågorna bedöms var för sig och vägs aldrig ihop. Åtagandena jämförs med aktivitetsloggen: "
    "det som inte är rapporterat räknas inte som noll, utan som okänt.",
    "Målen jämförs med åren före löftet. En förändring räknas bara när den är större än de vanliga "
    "svängningarna mellan åren (brott) eller slumpen i urvalet (enkäter). Annars står det "
    "”Går inte att avgöra” – i en liten kommun är det ofta det ärliga svaret.",
)


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
