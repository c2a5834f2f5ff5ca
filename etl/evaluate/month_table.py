"""Monthly series side by side: one row a series, one column a month."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, kw_only=True)
class MonthTable:
    """`counts` is series × months, NaN where one is missing. Months are numbers, 12 · year + month − 1.

    `first_month` is that of the first column. Per series: `months` known, and the columns of its `first` and `last`
    known month (0 where it has none).
    """

    counts: NDArray[np.float32]
    first_month: int
    months: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]

    @property
    def calendar_month(self) -> int:
        """Of the first column, 1–12."""
        return self.first_month % 12 + 1


def month_table(series: ArrayLike, months: ArrayLike, counts: ArrayLike, *, size: int) -> MonthTable:
    """The table of counts that come one a row in any order: series (0 to `size` − 1), month number and count.

    Counts are held in single precision, exact below 16 million. Raises ValueError when a series has a month twice
    or a count is not a number zero or greater.
    """
    row, month = np.asarray(series, dtype=np.int64), np.asarray(months, dtype=np.int64)
    count = np.asarray(counts, dtype=np.float32)
    if not np.all(np.isfinite(count) & (count >= 0)):
        raise ValueError("antalen ska vara noll eller större")
    first_month = int(month.min()) if len(month) else 0
    width = int(month.max()) - first_month + 1 if len(month) else 0
    table = np.full((size, width), np.nan, dtype=np.float32)
    table[row, month - first_month] = count
    known = ~np.isnan(table)
    months_known = known.sum(axis=1)
    if int(months_known.sum()) != len(count):
        raise ValueError("en serie har samma månad två gånger")
    some = months_known > 0
    first = np.where(some, known.argmax(axis=1), 0) if width else np.zeros(size, dtype=np.int64)
    last = np.where(some, width - 1 - known[:, ::-1].argmax(axis=1), 0) if width else np.zeros(size, dtype=np.int64)
    return MonthTable(counts=table, first_month=first_month, months=months_known, first=first, last=last)
