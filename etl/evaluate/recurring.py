"""Commitments that return: n per week, month, quarter, half-year or year (method, sections 3 and 8)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

from etl.evaluate.count_goal import areas_unknown, first_per_area
from etl.evaluate.periods import SubPeriod, counted_days, sub_period, sub_periods
from etl.evaluate.reports import LogEntry, known_on, last_report, reporting_gaps
from etl.evaluate.state import blocked_by
from etl.evaluate.verdict import Judgement, Reason, State, Verdict, undecidable

FEW_PERIODS = 12
TOLERANCE_MANY = 0.90
Span = tuple[date, date]


@dataclass(frozen=True, kw_only=True)
class SubPeriodStatus:
    """One sub-period: `status` is hölls, missades, okänt, pågår, kommande or undantag."""

    period: SubPeriod
    done: float
    required: float
    status: str


@dataclass(frozen=True, kw_only=True)
class RecurringEvidence:
    """Sub-periods less exemptions (`total`), those over (`closed`), and of these the kept and the unknown.

    `current_ok`: the running sub-period is on plan. `tolerance` None means 100 % up to twelve sub-periods and
    90 % above.
    """

    total: int
    closed: int
    kept: int
    unknown: int = 0
    current_ok: bool = True
    tolerance: float | None = None
    state: State = State.ONGOING
    has_log: bool = True
    not_started: bool = False
    has_period: bool = True
    statuses: tuple[SubPeriodStatus, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.kept + self.unknown <= self.closed <= self.total or min(self.kept, self.unknown) < 0:
            raise ValueError("hållna och okända delperioder ska rymmas i de avslutade, och de i alla")
        if self.tolerance is not None and not 0 < self.tolerance <= 1:
            raise ValueError("toleransen ska vara större än 0 och högst 1")


def recurring_evidence(
    entries: Sequence[LogEntry],
    *,
    interval: str,
    per_period: float,
    start: date | None,
    end: date | None,
    today: date,
    state: State,
    exemptions: Collection[Span] = (),
    tolerance: float | None = None,
    weekday: int | None = None,
    reporting_complete: bool | None = None,
    distinct_areas: bool = False,
    paused: Span | None = None,
) -> RecurringEvidence:
    """Evidence from the log of one returning commitment.

    An entry belongs to the sub-period it concerns (`covers`), otherwise to the one it took place in; what was done
    before or after the promise belongs to none. `exemptions` are first and last days, see `_is_exempt`; while the
    promise was `paused` nothing was promised either, once the pause is over. A sub-period that was not filled and
    overlaps more than 45 days of silence, or before the promise's last day lies after the last report, is unknown
    rather than missed, unless the register says the reporting is complete. Without that word or with it, rows whose
    hours are missing, or whose area is where areas are counted, leave it unknown. What is dated after `today` is not
    known yet.
    """
    entries = known_on(entries, today)
    if start is None or end is None:
        return RecurringEvidence(total=0, closed=0, kept=0, state=state, has_log=bool(entries), has_period=False)
    through = min(end, today)
    last = last_report(entries, start=start, through=through)
    gaps = reporting_gaps(entries, start=start, end=through)
    # A pause that is not over, or that lasts to the end, makes the promise no smaller: it may not be Uppfyllt by it.
    resumed = paused is None or paused[1] < through
    promised_still = 0
    periods = sub_periods(interval, start, end, weekday)
    spans = counted_days(periods, start, end)
    by_period = _by_first_day(entries, interval, spans)
    statuses = []
    for period, (first, last_day) in zip(periods, spans, strict=True):
        inside = by_period[first]
        done = sum(entry.amount for entry in (first_per_area(inside) if distinct_areas else inside))
        silent = any(gap.start < last_day and gap.end > first for gap in gaps)
        may_come = state is State.ONGOING or today <= end
        unreported = may_come and (last is None or last < min(last_day, through))
        demanded = (max(period.start, start), min(period.end, end))
        due = period.start + timedelta(days=weekday) if weekday is not None and interval == "vecka" else None
        elsewhere = areas_unknown(inside) if distinct_areas else 0.0
        unclear = any(entry.missing for entry in inside) or done + elsewhere >= per_period
        exempt, set_aside = _is_exempt(demanded, exemptions, due), _is_paused(demanded, paused, due)
        promised_still += set_aside and not exempt and not resumed
        statuses.append(
            SubPeriodStatus(
                period=period,
                done=done,
                required=per_period,
                status=_status(
                    (first, last_day),
                    kept=done >= per_period,
                    exempt=exempt or set_aside,
                    known=not unclear and (bool(reporting_complete) or not (silent or unreported)),
                    today=today,
                ),
            )
        )
    return RecurringEvidence(
        total=sum(s.status != "undantag" for s in statuses) + promised_still,
        closed=sum(s.status in ("hölls", "missades", "okänt") for s in statuses),
        kept=sum(s.status == "hölls" for s in statuses),
        unknown=sum(s.status == "okänt" for s in statuses),
        current_ok=_current_ok(statuses, spans, today),
        tolerance=tolerance,
        state=state,
        has_log=last is not None,
        not_started=today < start,
        statuses=tuple(statuses),
    )


def judge_recurring(evidence: RecurringEvidence) -> Judgement:
    """The verdict of a returning commitment; `estimate` is the sub-periods kept."""
    is_open = evidence.state is State.ONGOING
    tolerance = _tolerance(evidence)
    need = ceil(round(tolerance * evidence.total, 9))
    known: dict[str, Any] = {
        "open_period": is_open,
        "target": float(need),
        "estimate": float(evidence.kept),
        "done": float(evidence.kept),
        "periods_kept": evidence.kept,
        "periods_closed": evidence.closed,
        "periods_total": evidence.total,
        "periods_needed": need,
        "periods_unknown": evidence.unknown,
    }
    if evidence.state is State.NO_PERIOD or not evidence.has_period:
        return undecidable(blocked_by(evidence.state) or Reason.PERIOD_MISSING, open_period=is_open)
    if evidence.total == 0:
        return undecidable(blocked_by(evidence.state) or Reason.NO_DATA, open_period=is_open)
    if not evidence.has_log and evidence.unknown == evidence.closed:
        known |= {"estimate": None, "done": None}
        reason = Reason.NOT_STARTED if evidence.not_started else Reason.NO_ACTIVITY_LOG
        return undecidable(blocked_by(evidence.state) or reason, **known)
    worst = _decide(evidence, evidence.kept, need, tolerance)
    best = _decide(evidence, evidence.kept + evidence.unknown, need, tolerance)
    blocked = blocked_by(evidence.state)
    if blocked is not None and worst[0] is not Verdict.MET:
        return undecidable(blocked, **known)
    if worst[0] is not best[0]:
        return undecidable(Reason.UNKNOWN_SUBPERIODS, **known)
    return Judgement(verdict=worst[0], reason_code=worst[1], **known)


def _decide(evidence: RecurringEvidence, kept: int, need: int, tolerance: float) -> tuple[Verdict, Reason]:
    if kept >= need:
        return Verdict.MET, Reason.DONE
    if evidence.closed - kept > evidence.total - need:
        return Verdict.NOT_MET, Reason.NOT_DONE
    if evidence.state is State.CLOSED:
        return Verdict.UNDECIDABLE, Reason.CLOSED_EARLY
    if evidence.closed == 0:
        if evidence.current_ok:
            return Verdict.ON_TRACK, Reason.ON_PACE
        return Verdict.UNDECIDABLE, Reason.NO_SUBPERIOD_CLOSED
    if kept / evidence.closed >= tolerance or tolerance == 1:
        return Verdict.ON_TRACK, Reason.ON_PACE
    return Verdict.NOT_MET, Reason.BEHIND_PACE


def _tolerance(evidence: RecurringEvidence) -> float:
    if evidence.tolerance is not None:
        return evidence.tolerance
    return 1.0 if evidence.total <= FEW_PERIODS else TOLERANCE_MANY


def _by_first_day(entries: Sequence[LogEntry], interval: str, spans: Sequence[Span]) -> dict[date, list[LogEntry]]:
    """Entries by the first counted day of the sub-period they belong to; those outside the promise are left out."""
    firsts = [first for first, _ in spans]
    found: dict[date, list[LogEntry]] = defaultdict(list)
    for entry in entries:
        day = _belongs_by(entry, interval, firsts[0])
        if firsts[0] <= day <= spans[-1][1]:
            found[firsts[bisect_right(firsts, day) - 1]].append(entry)
    return found


def _belongs_by(entry: LogEntry, interval: str, start: date) -> date:
    """`covers` decides when it fits within one sub-period; a longer one (a year, for months) does not.

    A sub-period that was running when the promise began is concerned from that day.
    """
    if entry.covers is None or not sub_period(interval, entry.covers[0]).contains(entry.covers[1]):
        return entry.day
    first, last = entry.covers
    return max(first, start) if last >= start else first


def _is_exempt(demanded: Span, exemptions: Collection[Span], due: date | None) -> bool:
    """Exempt is what lies wholly within an exemption, and what a single exempt day falls in.

    A weekly duty bound to a weekday is exempt when that day (`due`) is, as in a July of which the week has only a
    part.
    """
    if due is not None and any(first <= due <= last for first, last in exemptions):
        return True
    return any(
        (first <= demanded[0] and demanded[1] <= last) or (first == last and demanded[0] <= first <= demanded[1])
        for first, last in exemptions
    )


def _is_paused(demanded: Span, paused: Span | None, due: date | None) -> bool:
    """Paused is a sub-period that lost more than half of its days to the pause, or the weekday it is bound to."""
    if paused is None:
        return False
    if due is not None:
        return paused[0] <= due <= paused[1]
    lost = (min(demanded[1], paused[1]) - max(demanded[0], paused[0])).days + 1
    return 2 * lost > (demanded[1] - demanded[0]).days + 1


def _status(span: Span, *, kept: bool, exempt: bool, known: bool, today: date) -> str:
    """`span` holds the days that count: a sub-period that the promise's last day cuts is over with it."""
    if exempt:
        return "undantag"
    if span[0] > today:
        return "kommande"
    if span[1] >= today:
        return "pågår"
    if kept:
        return "hölls"
    return "missades" if known else "okänt"


def _current_ok(statuses: Sequence[SubPeriodStatus], spans: Sequence[Span], today: date) -> bool:
    """Whether the running sub-period has what its elapsed share asks for."""
    for status, (first, last) in zip(statuses, spans, strict=True):
        if status.status == "pågår":
            elapsed = ((today - first).days + 1) / ((last - first).days + 1)
            return status.done >= int(status.required * elapsed)
    return True
