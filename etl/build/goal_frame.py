"""A goal as it is judged: what the register says of it, and what came out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from etl.build.crime_evidence import BASELINE_MONTHS, Window
from etl.build.whole_periods import months_before
from etl.evaluate.numbers_sv import date_sv
from etl.evaluate.sentences import Told, tell_unmeasured
from etl.evaluate.verdict import Direction, Judgement, Reason, State

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Goal:
    """`key` is the crime type or survey key; `blocked` says why the promise is not judged, if it is not."""

    goal_id: str
    promise_id: str
    municipality_code: str
    place: str
    text: str
    ordinal: int
    indicator: str
    indicator_name: str
    crime_name: str
    assumed_phi: float | None
    area_id: str | None
    area_name: str | None
    group_name: str | None
    direction: Direction
    least_change: float
    good: str | None
    is_primary: bool
    state: State
    is_open: bool
    blocked: Reason | None
    window: Window | None
    promise_period: tuple[date, date] | None
    part_of: str | None = None
    has_parts: bool = False

    @property
    def measure(self) -> str:
        """Brott, enkät, flera (only its parts measure it) or ingen."""
        kind = self.indicator.partition(":")[0]
        return {"brott": "brott", "enkat": "enkät", "enkät": "enkät"}.get(kind, "flera" if self.has_parts else "ingen")

    @property
    def has_indicator(self) -> bool:
        return self.measure in ("brott", "enkät")

    @property
    def key(self) -> str:
        return self.indicator.partition(":")[2]

    @classmethod
    def from_register(
        cls, row: Row, *, state: State, window: Window | None, good: str | None, blocked: Reason | None, is_open: bool
    ) -> "Goal":
        starts, ends = row["starts"], row["ends"]
        return cls(
            goal_id=row["goal_id"],
            promise_id=row["promise_id"],
            municipality_code=row["municipality_code"],
            place=row["area_name"] or row["municipality_name"],
            text=row["goal"],
            ordinal=row["ordinal"],
            indicator=row["indicator"],
            indicator_name=row["indicator_name"] or row["indicator"],
            crime_name=row["crime_name"] or "",
            assumed_phi=row["assumed_phi"],
            area_id=row["area_id"],
            area_name=row["area_name"],
            group_name=row["group_name"],
            direction=Direction(row["direction"]),
            least_change=row["least_change"] or 0.0,
            good=good,
            is_primary=row["is_primary"] != "nej",
            state=state,
            is_open=is_open,
            blocked=blocked,
            window=window,
            promise_period=(starts, ends) if starts and ends else None,
            part_of=row["part_of"],
            has_parts=row["has_parts"],
        )

    def role(self, starts: date, ends: date) -> str:
        """Where a period lies: före, utgångsläge, löftestid or efter."""
        if self.window is None:
            return "före"
        first, last = self.window.baseline
        if first <= starts and ends <= last:
            return "utgångsläge"
        if starts > self.window.followup[1]:
            return "efter"
        return "löftestid" if ends >= self.window.followup[0] else "före"


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A judgement in words, the points of its chart, and the facts that go beside it in marts.goal_verdict."""

    judgement: Judgement
    told: Told
    points: tuple[Mapping[str, Any], ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    retell: Callable[[Judgement], Told] | None = None

    def retold(self, judgement: Judgement) -> "Judged":
        assert self.retell is not None
        return replace(self, judgement=judgement, told=self.retell(judgement))

    @classmethod
    def without_evidence(cls, goal: Goal, judgement: Judgement) -> "Judged":
        return cls(judgement=judgement, told=tell_unmeasured(judgement, goal.text))


def goal_window(row: Row) -> Window | None:
    """The days to compare: the register's own, else the promise period against the 36 months before it.

    A baseline never reaches into the follow-up: the promise would be compared with itself.
    """
    first = row["followup_from"] or row["starts"]
    last = row["followup_to"] or row["ends"]
    if first is None or last is None:
        return None
    day_before = first - timedelta(days=1)
    baseline_last = row["baseline_to"] or day_before
    note = ""
    if baseline_last > day_before:
        baseline_last = day_before
        note = f"Utgångsläget slutar {date_sv(day_before)}, dagen innan uppföljningen börjar."
    return Window(
        baseline=(row["baseline_from"] or months_before(baseline_last, BASELINE_MONTHS), baseline_last),
        followup=(first, last),
        baseline_filled_in=row["baseline_from"] is None,
        note=note,
    )
