"""What must hold for any data, not only for the examples."""

import re
from dataclasses import fields
from math import isfinite

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.contexts import CountContext, RecurringContext, Told
from etl.evaluate.count_goal import CountEvidence, judge_count
from etl.evaluate.crime_goal import judge_crime, overdispersion
from etl.evaluate.promise import combine_indicators
from etl.evaluate.recurring import RecurringEvidence, judge_recurring
from etl.evaluate.sentences import tell_count, tell_crime, tell_recurring, tell_survey
from etl.evaluate.survey import newcombe, share_from_answers, wilson
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Judgement, State, Verdict
from tests.unit.evaluate.contexts import crime_context, survey_context
from tests.unit.evaluate.factories import crime, survey
from tests.unit.evaluate.strategies import CALM, GREEN, crimes, directions, shares, surveys

answers = st.integers(30, 5000)
counts = st.builds(
    CountEvidence,
    target=st.integers(1, 5000).map(float),
    done=st.integers(0, 6000).map(float),
    state=st.sampled_from(State),
    has_log=st.booleans(),
    reporting_complete=st.booleans(),
    elapsed=st.floats(0, 1),
    days_since_report=st.none() | st.integers(0, 400),
    planned=st.integers(0, 10).map(float),
    weeks=st.integers(0, 60),
    weeks_left=st.floats(0, 60),
    mean_week=st.floats(0, 200),
    sd_week=st.floats(0, 100),
    has_period=st.booleans(),
    rows_without_hours=st.integers(0, 60),
)


@st.composite
def recurrings(draw: st.DrawFn) -> RecurringEvidence:
    total = draw(st.integers(0, 60))
    closed = draw(st.integers(0, total))
    kept = draw(st.integers(0, closed))
    return RecurringEvidence(
        total=total,
        closed=closed,
        kept=kept,
        unknown=draw(st.integers(0, closed - kept)),
        current_ok=draw(st.booleans()),
        state=draw(st.sampled_from(State)),
        has_log=draw(st.booleans()),
        has_period=draw(st.booleans()),
    )


def assert_sound(judgement: Judgement, told: Told) -> None:
    """Finite numbers in order, and sentences that are whole and say nothing a reader should not see."""
    numbers = [getattr(judgement, field.name) for field in fields(judgement)]
    assert all(isfinite(n) for n in numbers if isinstance(n, float | int))
    if judgement.low is not None and judgement.high is not None and judgement.estimate is not None:
        assert judgement.low <= judgement.low60 <= judgement.estimate <= judgement.high60 <= judgement.high  # type: ignore[operator]
    assert bool(told.reason) is (judgement.verdict is Verdict.UNDECIDABLE)
    assert told.headline.startswith(judgement.verdict.value)
    assert told.sentence.endswith(".")
    assert told.sentence[0].isupper()
    assert not told.claim.endswith(".")
    for text in (told.sentence, told.claim, told.headline, told.caution, told.alt, told.interval):
        assert not re.search(r"\bnan\b|\binf\b|None|  |\.\.| \.|-\d", text), text


@CALM
@given(crimes)
def test_any_crime_goal(evidence) -> None:  # type: ignore[no-untyped-def]
    judgement = judge_crime(evidence)
    told = tell_crime(judgement, crime_context(evidence.x0, evidence.x1))
    assert_sound(judgement, told)
    if evidence.x0 is None or evidence.x0 < 20:
        assert "procent fler" not in told.sentence
        assert "procent färre" not in told.sentence
    if evidence.open_period:
        assert judgement.verdict is not Verdict.MET
    assert not re.search(r"(?<!a)(?<!A)\bskadegörelser\b.*procent", told.claim)


@CALM
@given(crimes)
def test_the_words_never_contradict_the_sign(evidence) -> None:  # type: ignore[no-untyped-def]
    judgement = judge_crime(evidence)
    told = tell_crime(judgement, crime_context(evidence.x0, evidence.x1))
    if judgement.estimate is None:
        return
    said = re.search(r"procent (fler|färre)", told.sentence)
    if said:
        assert said.group(1) == ("fler" if judgement.estimate > 0 else "färre")
    if evidence.direction is Direction.DECREASE and judgement.verdict in GREEN:
        assert judgement.estimate < 0
        assert "färre" in told.claim
    if evidence.direction is Direction.DECREASE and not evidence.target_ratio and judgement.verdict is Verdict.NOT_MET:
        assert "färre under" not in told.claim


@CALM
@given(surveys)
def test_any_survey_goal(evidence) -> None:  # type: ignore[no-untyped-def]
    judgement = judge_survey(evidence)
    values = [None if p is None else 100 * p for p in (evidence.p0, evidence.p1)]
    told = tell_survey(judgement, survey_context(*values, high_is_good=evidence.high_is_good))
    assert_sound(judgement, told)
    if evidence.n0 is not None and evidence.n0 < 30:
        assert not re.search(r"\d procent", told.sentence + told.claim + told.alt)
    if judgement.estimate and evidence.direction is Direction.INCREASE and judgement.verdict in GREEN:
        assert judgement.estimate > 0
        assert "minsk" not in told.sentence
    if judgement.estimate and evidence.direction is Direction.DECREASE and judgement.verdict in GREEN:
        assert judgement.estimate < 0
        assert "ökade" not in told.sentence


@CALM
@given(counts, st.booleans())
def test_any_counted_commitment(evidence: CountEvidence, areas: bool) -> None:
    judgement = judge_count(evidence)
    assert_sound(judgement, tell_count(judgement, CountContext(unit="timmar", distinct_areas=areas)))
    if evidence.done >= evidence.target and evidence.has_period and evidence.state is not State.NO_PERIOD:
        assert judgement.verdict is Verdict.MET


@CALM
@given(recurrings(), st.sampled_from(["vecka", "månad", "kvartal", "halvår", "år"]))
def test_any_returning_commitment(evidence: RecurringEvidence, interval: str) -> None:
    judgement = judge_recurring(evidence)
    context = RecurringContext(interval=interval, per_period=2, unit="utsättningar")
    assert_sound(judgement, tell_recurring(judgement, context))


@CALM
@given(crimes, st.floats(1, 5), st.floats(0, 0.2))
def test_more_noise_never_turns_grey_to_green(evidence, factor: float, extra: float) -> None:  # type: ignore[no-untyped-def]
    if judge_crime(evidence).verdict is not Verdict.UNDECIDABLE:
        return
    noisier = crime(**{f.name: getattr(evidence, f.name) for f in fields(evidence)} | {
        "phi": evidence.phi * factor, "tau": evidence.tau + extra,
    })  # fmt: skip
    assert judge_crime(noisier).verdict not in GREEN


@CALM
@given(shares, shares, answers, st.floats(0.1, 1), directions, st.booleans())
def test_fewer_answers_never_turn_grey_to_green(
    p0: float, p1: float, n: int, kept: float, direction: Direction, is_open: bool
) -> None:
    if judge_survey(survey(p0, p1, n, direction=direction, open_period=is_open)).verdict is Verdict.UNDECIDABLE:
        fewer = judge_survey(survey(p0, p1, n * kept, direction=direction, open_period=is_open))
        assert fewer.verdict not in GREEN


@CALM
@given(shares, shares, answers, answers)
def test_the_difference_lies_in_its_interval_and_turns_with_it(p0: float, p1: float, n0: int, n1: int) -> None:
    low, high = newcombe(p0, n0, p1, n1)
    assert -1 <= low <= p1 - p0 <= high <= 1
    assert newcombe(p1, n1, p0, n0) == pytest.approx((-high, -low))
    assert 0 <= wilson(p0, n0)[0] <= p0 <= wilson(p0, n0)[1] <= 1


rows = st.lists(st.tuples(st.integers(0, 1), st.floats(0.1, 50), st.sampled_from("ABC")), min_size=2, max_size=60)


@CALM
@given(rows, st.randoms(use_true_random=False))
def test_neither_row_order_nor_doubled_weights_matter(sample: list[tuple[int, float, str]], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(sample, len(sample))
    plain = share_from_answers(*(list(column) for column in zip(*sample, strict=True)))
    mixed = share_from_answers(*(list(column) for column in zip(*shuffled, strict=True)))
    y, w, strata = (list(column) for column in zip(*sample, strict=True))
    doubled = share_from_answers(y, 2 * np.array(w), strata)
    assert plain is not None
    for other in (mixed, doubled):
        assert other is not None
        assert (other.p, other.low, other.high) == pytest.approx((plain.p, plain.low, plain.high), abs=1e-6)


@CALM
@given(st.lists(st.integers(0, 200), min_size=24, max_size=48), st.randoms(use_true_random=False))
def test_dispersion_does_not_depend_on_the_order_of_rows(values: list[int], random) -> None:  # type: ignore[no-untyped-def]
    pairs = [(value, index % 12 + 1) for index, value in enumerate(values)]
    mixed = random.sample(pairs, len(pairs))
    first, second = (overdispersion([v for v, _ in p], [m for _, m in p]) for p in (pairs, mixed))
    assert first is not None
    assert first >= 1
    assert second == pytest.approx(first)


@CALM
@given(st.lists(crimes.map(judge_crime), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_a_promise_does_not_depend_on_the_order_of_its_parts(parts: list[Judgement], random) -> None:  # type: ignore[no-untyped-def]
    mixed = random.sample(parts, len(parts))
    assert combine_indicators(parts) == combine_indicators(mixed)
