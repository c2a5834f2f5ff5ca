"""The chain of a promise, from problem to goal, and the links that are missing in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from etl.evaluate.numbers_sv import date_sv, join_sv, period_text, plural

WORKING_DAYS = 90
"""A problem that is being mapped or analysed may take this many days before a missing measure is a gap."""

_ACTING = ("åtgärder", "uppföljning")
_NEXT_SENTENCE = re.compile(r"(?<=[a-zåäö0-9)])\. (?=[A-ZÅÄÖ])")
Span = tuple[date, date]


class GapKind(StrEnum):
    """The five links that can be missing, stored exactly like this."""

    PROBLEM_WITHOUT_MEASURE = "problem utan åtgärd"
    ACTIVITY_WITHOUT_COMMITMENT = "aktivitet utan åtagande"
    COMMITMENT_WITHOUT_GOAL = "åtagande utan mål"
    GOAL_WITHOUT_MEASUREMENT = "mål utan mätning"
    GOAL_WITHOUT_BASELINE = "mål utan utgångsvärde"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """`step` and `step_date` are the latest step taken; `is_met` as `problems_met` has it."""

    problem_id: str
    title: str
    step: str | None
    step_date: date
    is_met: bool


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A row of the plan of measures (atgarder), tied to a problem, to one of its causes or to a commitment."""

    problem_id: str | None = None
    cause_id: str | None = None
    commitment_id: str | None = None
    is_broken_off: bool = False


@dataclass(frozen=True, kw_only=True)
class Commitment:
    commitment_id: str
    text: str
    problem_id: str | None


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One measure of a goal. `baseline` holds the days to compare with, None while the promise has no period."""

    name: str
    has_data: bool
    has_baseline: bool
    baseline: Span | None


@dataclass(frozen=True, kw_only=True)
class Goal:
    """`indicators` is empty when the register says that the goal has no measure."""

    goal_id: str
    text: str
    problem_id: str | None
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, kw_only=True)
class Chain:
    """What the register and the log hold of one promise; `promise_id` None for problems outside every promise.

    `loose_activities` were logged in the municipality within the promise period, without a commitment.
    """

    promise_id: str | None
    title: str = ""
    problems: tuple[Problem, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    goals: tuple[Goal, ...] = ()
    loose_activities: int = 0


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One missing link: what it concerns (an id and its words), how many, and one Swedish sentence."""

    kind: GapKind
    concerns_id: str
    concerns: str
    sentence: str
    count: int = 1


def chain_gaps(chain: Chain, today: date) -> tuple[Gap, ...]:
    """The gaps of one promise on `today`, in the order of the chain; nothing where nothing is missing."""
    return (
        *_problems_without_measure(chain, today),
        *_activities_without_commitment(chain),
        *_commitments_without_goal(chain),
        *_goals_not_measured(chain, today),
    )


def problems_met(
    measures: Sequence[Measure], commitments: Sequence[Commitment], problem_of_cause: Mapping[str, str]
) -> frozenset[str]:
    """The problems that something is to be done about.

    A problem is met by a commitment that names it, whichever promise it stands in, and by a measure that names it,
    one of its causes or such a commitment; a measure that was broken off meets nothing.
    """
    problem_of_commitment = {one.commitment_id: one.problem_id for one in commitments}
    met = {one.problem_id for one in commitments}
    for measure in measures:
        if not measure.is_broken_off:
            met |= {
                measure.problem_id,
                problem_of_cause.get(measure.cause_id or ""),
                problem_of_commitment.get(measure.commitment_id or ""),
            }
    return frozenset(problem for problem in met if problem is not None)


def _problems_without_measure(chain: Chain, today: date) -> Iterator[Gap]:
    """What was mapped or analysed a short time ago is being worked on, and is left in peace."""
    for problem in chain.problems:
        is_new = problem.step not in _ACTING and (today - problem.step_date).days <= WORKING_DAYS
        if problem.is_met or is_new:
            continue
        day = date_sv(problem.step_date)
        known = f"senaste steg är {problem.step}, {day}" if problem.step else f"det skrevs ned {day}"
        yield Gap(
            kind=GapKind.PROBLEM_WITHOUT_MEASURE,
            concerns_id=problem.problem_id,
            concerns=problem.title,
            sentence=f"Problemet {quoted(problem.title)} har varken åtgärd eller åtagande; {known}.",
        )


def _activities_without_commitment(chain: Chain) -> Iterator[Gap]:
    """Work outside a promise is no fault, but whoever expects it to count should know that it does not."""
    count = chain.loose_activities
    if chain.promise_id is None or not count or not chain.commitments:
        return
    what, it = (plural(count, "aktivitet", "aktiviteter"), "den" if count == 1 else "de")
    logged = "loggad" if count == 1 else "loggade"
    yield Gap(
        kind=GapKind.ACTIVITY_WITHOUT_COMMITMENT,
        concerns_id=chain.promise_id,
        concerns=chain.title,
        sentence=f"{what} under löftestiden är {logged} utan åtagande, så {it} räknas inte in i löftet.",
        count=count,
    )


def _commitments_without_goal(chain: Chain) -> Iterator[Gap]:
    """A commitment has a goal when one shares its problem, or concerns the whole promise by naming no problem.

    What the register cannot tell is said once for the promise: that it has no goal at all, or that none of its
    commitments names a problem. A commitment without a problem beside others that have one is left in peace.
    """
    if chain.promise_id is None or not chain.commitments:
        return
    problems = {goal.problem_id for goal in chain.goals}
    linked = [commitment for commitment in chain.commitments if commitment.problem_id is not None]
    said = ""
    if not chain.goals:
        said = "Löftet har inget mål, så det går inte att se om det som görs leder till någon förbättring."
    elif not linked and min(len(chain.commitments), len(chain.goals)) > 1:
        said = "Inget åtagande är knutet till ett problem, så det syns inte vilket mål varje åtagande hör till."
    if said:
        yield Gap(
            kind=GapKind.COMMITMENT_WITHOUT_GOAL, concerns_id=chain.promise_id, concerns=chain.title, sentence=said
        )
        return
    for commitment in linked:
        if commitment.problem_id not in problems and None not in problems:
            yield Gap(
                kind=GapKind.COMMITMENT_WITHOUT_GOAL,
                concerns_id=commitment.commitment_id,
                concerns=first_sentence(commitment.text),
                sentence=f"Åtagandet {quoted(commitment.text)} gäller ett problem som inget mål tar upp.",
            )


def _goals_not_measured(chain: Chain, today: date) -> Iterator[Gap]:
    """A goal that nothing measures; and one that has been measured, but not in its baseline.

    What can still be measured before the promise begins is not missing yet. A promise without a period has no
    baseline to miss, and of a goal with several indicators those that lack figures are named together.
    """
    for goal in chain.goals:
        if not goal.indicators:
            yield _goal_gap(goal, GapKind.GOAL_WITHOUT_MEASUREMENT, "har inget mått, så det kan inte följas upp.")
            continue
        due = [one for one in goal.indicators if one.baseline is None or one.baseline[1] < today]
        unmeasured = [one for one in due if not one.has_data]
        unfounded = [one for one in due if one.has_data and not one.has_baseline and one.baseline is not None]
        if unmeasured:
            names = join_sv([f"”{one.name}”" for one in unmeasured])
            lacks = "saknar mätning" if len(unmeasured) == len(goal.indicators) else "mäts bara till en del"
            said = f"{lacks}: det finns inga uppgifter om {names}."
            yield _goal_gap(goal, GapKind.GOAL_WITHOUT_MEASUREMENT, said)
        if unfounded:
            yield _goal_gap(goal, GapKind.GOAL_WITHOUT_BASELINE, f"saknar utgångsvärde: {_not_before(unfounded)}.")


def _not_before(indicators: Sequence[Indicator]) -> str:
    spans = dict.fromkeys(one.baseline for one in indicators if one.baseline is not None)
    names = join_sv([f"”{one.name}”" for one in indicators])
    periods = join_sv([period_text(*span) for span in spans])
    return f"{names} har uppgifter, men inga från tiden före löftet ({periods})"


def _goal_gap(goal: Goal, kind: GapKind, said: str) -> Gap:
    return Gap(
        kind=kind,
        concerns_id=goal.goal_id,
        concerns=first_sentence(goal.text),
        sentence=f"Målet {quoted(goal.text)} {said}",
    )


def first_sentence(text: str) -> str:
    """The first sentence without its full stop, so that a long commitment can be named within another sentence."""
    return _NEXT_SENTENCE.split(text.strip(), maxsplit=1)[0].removesuffix(".")


def quoted(text: str) -> str:
    return f"”{first_sentence(text)}”"
