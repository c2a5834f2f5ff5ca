"""The gate of corrections: what changed is always told, the figures only when they are those of an open series.

A goal may look at another series now than when its figures changed. So the question is never whether the goal is open,
but whether the figures that the correction names are: those of `about`. Where that is not known they are left out.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from etl.contract.periods import PeriodKind
from etl.evaluate.corrections import Cause, Concerns, withheld_correction
from etl.publish.crime_keys import WHOLE, CrimeKey
from etl.publish.crime_system import is_exact
from etl.publish.crime_types import CrimeTypes
from etl.publish.survey_gate import is_group

Row = Mapping[str, Any]
IsOpen = Callable[[Row], bool]


def gate_corrections(
    rows: Sequence[Row], goals: Sequence[Row], commitments: Collection[str], is_open: IsOpen
) -> list[dict[str, Any]]:
    """Rows of marts.correction. `goals` are rows of marts.goal_verdict.

    `commitments` are the ids of those whose work is counted. `is_open` says whether the figures of a correction are.
    """
    words = {row["goal_id"]: row["goal"] or "" for row in goals}

    def figures_may_be_told(row: Row) -> bool:
        if row["concerns"] == Concerns.FIGURE:
            return row["concerns_id"] in commitments or is_open(row)
        # Of a goal and not of the register, digits are an estimate by another rule: of which series is not known.
        told = " ".join(filter(None, (row["before"], row["after"])))
        return row["concerns"] != Concerns.GOAL or row["cause"] == Cause.REGISTER or not any(map(str.isdigit, told))

    return [
        dict(row)
        if figures_may_be_told(row)
        else {
            **row,
            "before": None,
            "after": None,
            "sentence": withheld_correction(Concerns(row["concerns"]), words.get(row["concerns_id"], "")),
        }
        for row in rows
    ]


def open_series(types: CrimeTypes, survey: Sequence[Row]) -> IsOpen:
    """Whether every figure of a correction is of a kind that is never hidden, so that it was not either before.

    `survey` are public rows of marts.survey_series. Of surveys that is only what somebody else has published: two
    versions of a share tell how the people between them answered.
    """
    asked = {
        (row["municipality_code"], row["indicator"], row["series_id"], row["wave"] or str(row["year"]))
        for row in survey
        if row["published"] and not is_group(row) and row["value"] is not None
    }

    def is_open(row: Row) -> bool:
        if not row["about"]:
            return False
        about = json.loads(row["about"])
        code, indicator, series = row["municipality_code"], about["indicator"], about["series_id"]
        if indicator == "folkmangd":
            return about["area_id"] is None
        if indicator.startswith("brott:"):
            definition, _, granularity = series.rpartition(" · ")
            kind, place = indicator.partition(":")[2], about["area_id"] or WHOLE
            keys = [CrimeKey(place, kind, granularity, period) for period in about["periods"]]
            return granularity != PeriodKind.WEEK and all(is_exact(key, definition, types) for key in keys)
        if about["area_id"] is not None or about["group_name"] is not None:
            return False
        return all((code, indicator, series, period) in asked for period in about["periods"])

    return is_open
