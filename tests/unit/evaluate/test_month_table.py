"""Counts that come one a row, laid out as series × months."""

import numpy as np
import pytest

from etl.evaluate.month_table import month_table

JANUARY_2024 = 12 * 2024


def test_series_side_by_side() -> None:
    table = month_table([0, 0, 1], [JANUARY_2024 + 2, JANUARY_2024, JANUARY_2024 + 1], [5, 3, 0], size=3)
    assert (table.first_month, table.calendar_month) == (JANUARY_2024, 1)
    assert np.array_equal(table.counts, [[3, np.nan, 5], [np.nan, 0, np.nan], [np.nan] * 3], equal_nan=True)
    assert table.months.tolist() == [2, 1, 0]
    assert table.first.tolist() == [0, 1, 0]
    assert table.last.tolist() == [2, 1, 0]


def test_the_calendar_month_follows_the_first_column() -> None:
    assert month_table([0], [JANUARY_2024 + 11], [1], size=1).calendar_month == 12


def test_no_rows_at_all() -> None:
    table = month_table([], [], [], size=2)
    assert table.counts.shape == (2, 0)
    assert table.months.tolist() == [0, 0]


def test_a_month_twice_and_a_count_that_is_none_are_refused() -> None:
    with pytest.raises(ValueError, match="två gånger"):
        month_table([0, 0], [JANUARY_2024, JANUARY_2024], [1, 2], size=1)
    for bad in (-1.0, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="noll eller större"):
            month_table([0], [JANUARY_2024], [bad], size=1)
