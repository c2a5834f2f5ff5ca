"""Looks up what of a goal's series the gates of the series let through."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from etl.publish.survey_gate import is_group

Row = Mapping[str, Any]
_NOTHING: Row = {}


def public_figures(crime: Sequence[Row], survey: Sequence[Row]) -> Callable[[Row, Row], Row | None]:
    """A function of (goal, point) to the public value, low, high, count and answers of the point.

    `crime` and `survey` are public rows of marts.crime_series and survey_series. None where the period is not public
    at all, an empty mapping where it is hidden. `is_held`: the figures are those of an earlier edition.
    """
    counted = {_crime_key(row): row for row in crime}
    asked = {_survey_key(row): row for row in survey}

    def find(goal: Row, point: Row) -> Row | None:
        if goal["measure"] == "brott":
            return _of_crime(counted.get(_crime_key_of(goal, point)), point)
        return _of_survey(asked.get(_survey_key_of(goal, point)), point)

    return find


def _of_crime(row: Row | None, point: Row) -> Row | None:
    if row is None:
        return None
    if row["hidden_reason"] is not None or row["count"] != point["count"]:
        return _NOTHING
    return point


def _of_survey(row: Row | None, point: Row) -> Row | None:
    if row is None:
        return None
    figures = {name: row[name] for name in ("value", "low", "high", "answers")}
    return {"count": point["count"], **figures, "is_held": row.get("is_held", False)}


def _crime_key(row: Row) -> tuple[Any, ...]:
    names = ("municipality_code", "area_id", "crime_type", "definition", "granularity", "period")
    return tuple(row[name] for name in names)


def _crime_key_of(goal: Row, point: Row) -> tuple[Any, ...]:
    definition, _, granularity = point["series_id"].rpartition(" · ")
    crime_type = goal["indicator"].partition(":")[2]
    return goal["municipality_code"], goal["area_id"], crime_type, definition, granularity, point["period"]


def _survey_key(row: Row) -> tuple[Any, ...]:
    period = row["wave"] or str(row["year"])
    group = row["group_value"] if is_group(row) else None
    return row["municipality_code"], row["area_id"], row["series_id"], period, row["starts"], group, row["indicator"]


def _survey_key_of(goal: Row, point: Row) -> tuple[Any, ...]:
    of_point = (point["series_id"], point["period"], point["period_start"])
    return goal["municipality_code"], goal["area_id"], *of_point, goal["group_name"], goal["indicator"]
