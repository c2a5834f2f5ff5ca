"""Evidence for a crime goal: which series, which periods of it, and how many person-years they hold."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any

from etl.build.whole_periods import first_whole, last_whole, month_number, months_before
from etl.evaluate.crime_goal import assumed_phi, overdispersion
from etl.evaluate.numbers_sv import date_sv

Row = Mapping[str, Any]
MONTHS = {"månad": 1, "kvartal": 3, "halvår": 6, "år": 12}
_PREFERRED = ("månad", "kvartal", "halvår", "år")
BASELINE_MONTHS = 36
LEAST_BASELINE = 24
LEAST_FOLLOWUP = 6


@dataclass(frozen=True, kw_only=True)
class Window:
    """The days a goal compares, as written in the register or as the method fills in.

    A baseline that the method filled in is 36 months of whole periods of whatever series is chosen. `note`
    says what had to be changed in what the register says.
    """

    baseline: tuple[date, date]
    followup: tuple[date, date]
    baseline_filled_in: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ChosenSeries:
    """One series of one definition, and the periods of it that the goal compares."""

    definition: str
    granularity: str
    rows: tuple[Row, ...]
    baseline: tuple[Row, ...]
    counted_baseline: tuple[Row, ...]
    followup: tuple[Row, ...]
    baseline_note: str
    definition_changed: bool

    @property
    def months0(self) -> int:
        return MONTHS[self.granularity] * len(self.baseline)

    @property
    def months1(self) -> int:
        return MONTHS[self.granularity] * len(self.followup)

    def phi(self, crime: str, assumed: float | None) -> tuple[float, bool]:
        """Overdispersion from the baseline months when there are enough of them, otherwise the assumed one."""
        if self.granularity == "månad":
            own = overdispersion(
                [row["count"] for row in self.baseline], [row["period_start"].month for row in self.baseline]
            )
            if own is not None:
                return own, False
        return assumed if assumed is not None else assumed_phi(crime), True


def choose_series(rows: Sequence[Row], window: Window, breaks: Sequence[Row], today: date) -> ChosenSeries | None:
    """The finest series that covers baseline and follow-up; otherwise the one that covers most. None: no rows.

    `rows` are all series of one place and crime type. A series never mixes definitions.
    """
    candidates = []
    key = _series_key
    for (definition, granularity), members in groupby(sorted(rows, key=lambda r: (*key(r), r["period_start"])), key):
        if granularity in MONTHS:
            candidates.append(_cut(definition, granularity, tuple(members), window, breaks, today))
    if not candidates:
        return None

    def rank(series: ChosenSeries) -> tuple[bool, int, int, int]:
        enough = series.months0 >= LEAST_BASELINE and series.months1 >= LEAST_FOLLOWUP
        covered = 0 if enough else min(series.months0, BASELINE_MONTHS) + min(series.months1, 12)
        return enough, covered, -_PREFERRED.index(series.granularity), len(series.rows)

    return max(candidates, key=rank)


def person_years(rows: Sequence[Row], granularity: str) -> float | None:
    """Mean population times years. Where the population is missing it is taken back from the printed rate."""
    total = 0.0
    for row in rows:
        population = row["population_mean"] or _population_behind(row)
        if population is None:
            return None
        total += population * MONTHS[granularity] / 12
    return total


def count_sum(rows: Sequence[Row]) -> int | None:
    return sum(row["count"] for row in rows) if rows else None


def _series_key(row: Row) -> tuple[str, str]:
    return row["definition"], row["granularity"]


def _population_behind(row: Row) -> float | None:
    if not row["rate_printed"] or not row["count"]:
        return None
    return float(row["count"] * 100_000 / row["rate_printed"])


def _cut(
    definition: str, granularity: str, rows: tuple[Row, ...], window: Window, breaks: Sequence[Row], today: date
) -> ChosenSeries:
    months = MONTHS[granularity]
    first, last = _baseline_days(window, months)
    last_break, changed = None, False
    for known in breaks:
        if known["series"] != definition:
            continue
        after = date(known["year"], 1, 1)
        if first < after <= last:
            first = last_break = after
        changed = changed or last < after <= window.followup[1]
    there = [row for row in rows if row["count"] is not None and row["period_end"] <= today]
    followup = _unbroken(_within(there, *window.followup), first_whole(window.followup[0], months))
    step = 12 // months
    if len(followup) > step:
        followup = followup[: len(followup) // step * step]
    baseline = _complete_years(_within(there, first, last), last, months)
    return ChosenSeries(
        definition=definition,
        granularity=granularity,
        rows=rows,
        baseline=tuple(baseline),
        counted_baseline=tuple(_same_calendar_part(baseline, followup) if 0 < len(followup) < step else baseline),
        followup=tuple(followup),
        baseline_note=" ".join(filter(None, [window.note, _break_note(baseline, last_break), _gap_note(baseline)])),
        definition_changed=changed,
    )


def _baseline_days(window: Window, months: int) -> tuple[date, date]:
    """The baseline as days that end with a whole period; filled in, it is 36 months long whatever the period."""
    last = last_whole(window.baseline[1], months)
    return (months_before(last, BASELINE_MONTHS) if window.baseline_filled_in else window.baseline[0]), last


def _complete_years(rows: Sequence[Row], last: date, months: int) -> list[Row]:
    """The rows of every twelve months, counted back from `last`, of which none is missing: seasons stay balanced."""
    end = month_number(last)
    twelve: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        twelve[(end - month_number(row["period_start"])) // 12].append(row)
    return [row for ago in sorted(twelve, reverse=True) if len(twelve[ago]) * months == 12 for row in twelve[ago]]


def _break_note(baseline: Sequence[Row], last_break: date | None) -> str:
    if last_break is None:
        return ""
    before = f"siffrorna före {date_sv(last_break)} inte är jämförbara"
    if not baseline:
        return f"Utgångsläget saknas, eftersom {before}."
    begins = baseline[0]["period_start"]
    if begins == last_break:
        return f"Utgångsläget börjar {date_sv(begins)}, eftersom siffrorna före dess inte är jämförbara."
    return f"Utgångsläget börjar {date_sv(begins)}, eftersom bara hela tolvmånadersperioder räknas och {before}."


def _gap_note(baseline: Sequence[Row]) -> str:
    one_day = timedelta(days=1)
    if all(later["period_start"] - earlier["period_end"] == one_day for earlier, later in pairwise(baseline)):
        return ""
    return "Tolvmånadersperioder i utgångsläget där uppgifter saknas är inte medräknade."


def _within(rows: Sequence[Row], first: date, last: date) -> list[Row]:
    return [row for row in rows if first <= row["period_start"] and row["period_end"] <= last]


def _unbroken(rows: Sequence[Row], first: date) -> list[Row]:
    """Periods in a row from the first day on: after a missing one nothing more is counted."""
    run: list[Row] = []
    for row in rows:
        gap = (row["period_start"] - (run[-1]["period_end"] if run else first)).days
        if gap > 1:
            break
        run.append(row)
    return run


def _same_calendar_part(baseline: Sequence[Row], followup: Sequence[Row]) -> list[Row]:
    months = {row["period_start"].month for row in followup}
    return [row for row in baseline if row["period_start"].month in months]
