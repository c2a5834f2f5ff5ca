"""Rows of the fixture database as the screens hand them to the functions that show them."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from pages import store

Row = dict[str, Any]
Read = Callable[[str, str], pd.DataFrame]


def of_goal(read: Read, goal_id: str) -> Row:
    """The row of one goal, from any mart that has a row a goal."""
    return _first(read(*_owner(goal_id)), "goal_id", goal_id)


def of_commitment(commitment_id: str) -> Row:
    return _first(store.commitments(*_owner(commitment_id)), "commitment_id", commitment_id)


def promise(promise_id: str) -> Row:
    return _first(store.promises(promise_id.split("-")[0]), "promise_id", promise_id)


def _owner(part_id: str) -> tuple[str, str]:
    return part_id.split("-")[0], part_id.rsplit("-", 1)[0]


def _first(rows: pd.DataFrame, column: str, value: str) -> Row:
    return {str(key): found for key, found in rows[rows[column] == value].to_dict("records")[0].items()}
