"""Rows of the marts as a display gets them; a test names only what it cares for."""

from datetime import date
from typing import Any

import pandas as pd

from pages.view.display_panels import Known

Row = dict[str, Any]


def promise(**changed: Any) -> Row:
    return {
        "promise_id": "9999-2026",
        "title": "Medborgarlöfte 2026: lugna kvällar",
        "municipality_name": "Exempelköping",
        "period_start": date(2026, 1, 1),
        "period_end": date(2026, 12, 31),
        "state": "pågår",
        "summary": "Polisen och kommunen lovar lugna kvällar.",
        "commitment_verdict": "På väg",
        "commitment_short": "Alla tre åtaganden är på väg att uppfyllas.",
        "commitment_sentence": "Alla tre åtaganden är på väg att uppfyllas före årets slut.",
        "goal_verdict": "Ej uppfyllt",
        "goal_short": "Anmälda klotterbrott är hittills fler; huvudmålet är inte uppfyllt.",
        "goal_sentence": "De anmälda klotterbrotten är hittills fler.",
        "feedback_required": 3,
        "feedback_given": 2,
        "feedback_latest": date(2026, 10, 19),
        "data_through": date(2026, 10, 31),
        "as_of": date(2026, 11, 22),
        **changed,
    }


def commitment(number: int, **changed: Any) -> Row:
    return {
        "commitment_id": f"9999-2026-A{number}",
        "commitment": "Vi håller minst åtta dialoger.",
        "kind": "antal",
        "interval": "",
        "estimate": 6.0,
        "target": 8.0,
        "unit": "dialoger",
        "verdict": "På väg",
        "state": "pågår",
        "short": f"Hittills {number} av 8 dialoger, och målet kan nås i tid.",
        "claim": "",
        "last_report": date(2026, 11, 1),
        **changed,
    }


def goal(number: int, **changed: Any) -> Row:
    return {
        "goal_id": f"9999-2026-M{number}",
        "part_of": None,
        "goal": "Färre klotterbrott.",
        "indicator_name": "Anmälda brott: klotter",
        "measure": "brott",
        "area_name": None,
        "verdict": "Ej uppfyllt",
        "state": "pågår",
        "short": f"Anmälda klotterbrott är {number} procent fler.",
        "claim": "",
        "data_through": date(2026, 10, 31),
        "source": "Brå, anmälda brott; https://www.exempel.se/enkat/2026",
        **changed,
    }


def point(goal_id: str, value: float | None = 4.2) -> Row:
    return {"goal_id": goal_id, "value": value}


def duty(period: str | None, status: str = "i tid", **changed: Any) -> Row:
    known = {"interval": "kvartal", "times_per_year": None, "period": period, "status": status, "days_late": 0}
    return {**known, **changed}


def known(**changed: Any) -> Known:
    rows: dict[str, Any] = {
        "promise": promise(),
        "commitments": [],
        "progress": [],
        "goals": [],
        "points": [],
        "duties": [],
        **changed,
    }
    return Known(**{**rows, "points": pd.DataFrame(rows["points"], columns=["goal_id", "value"])})
