"""The five links that can be missing, each told once and in one sentence; silence when nothing is missing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from etl.evaluate.chain import (
    WORKING_DAYS,
    Chain,
    Commitment,
    Gap,
    GapKind,
    Goal,
    Indicator,
    Measure,
    Problem,
    chain_gaps,
    first_sentence,
    problems_met,
)

TODAY = date(2019, 3, 1)
BASELINE = (date(2016, 1, 1), date(2018, 12, 31))
MEASURED = Indicator(name="Anmälda brott: skadegörelse", has_data=True, has_baseline=True, baseline=BASELINE)
PROBLEM = Problem(problem_id="P", title="Klotter i Bara.", step="åtgärder", step_date=date(2018, 10, 1), is_met=True)
COMMITMENT = Commitment(commitment_id="A", text="Vi går tio vandringar. De går kvällstid.", problem_id="P")
GOAL = Goal(goal_id="M", text="Klottret ska minska.", problem_id="P", indicators=(MEASURED,))
WHOLE = Chain(promise_id="L", title="Löfte 2019", problems=(PROBLEM,), commitments=(COMMITMENT,), goals=(GOAL,))


def gaps(**changes: object) -> list[Gap]:
    return list(chain_gaps(replace(WHOLE, **changes), TODAY))  # type: ignore[arg-type]


def test_a_whole_chain_is_silent() -> None:
    assert gaps() == []


def test_a_problem_that_nothing_is_done_about() -> None:
    (gap,) = gaps(problems=(replace(PROBLEM, is_met=False),))
    assert (gap.kind, gap.concerns_id, gap.concerns, gap.count) == (
        GapKind.PROBLEM_WITHOUT_MEASURE, "P", "Klotter i Bara.", 1,
    )  # fmt: skip
    assert gap.sentence == (
        "Problemet ”Klotter i Bara” har varken åtgärd eller åtagande; senaste steg är åtgärder, 1 oktober 2018."
    )


@pytest.mark.parametrize(
    ("step", "days", "told"),
    [
        ("kartläggning", WORKING_DAYS, 0),
        ("analys", WORKING_DAYS, 0),
        (None, WORKING_DAYS, 0),
        ("analys", WORKING_DAYS + 1, 1),
        ("åtgärder", 1, 1),
        ("uppföljning", 1, 1),
    ],
)
def test_a_problem_that_is_being_worked_on_is_left_in_peace(step: str | None, days: int, told: int) -> None:
    new = replace(PROBLEM, is_met=False, step=step, step_date=TODAY - timedelta(days=days))
    assert len(gaps(problems=(new,))) == told


def test_what_meets_a_problem() -> None:
    """A commitment that names it; a measure that names it, one of its causes, or such a commitment."""
    commitments = [Commitment(commitment_id="A", text="", problem_id="P1"), replace(COMMITMENT, problem_id=None)]
    measures = [
        Measure(problem_id="P2"),
        Measure(cause_id="O"),
        Measure(commitment_id="A"),
        Measure(problem_id="P4", is_broken_off=True),
        Measure(commitment_id="gone", cause_id="gone"),
    ]
    assert problems_met(measures, commitments, {"O": "P3"}) == {"P1", "P2", "P3"}


def test_problems_outside_every_promise_are_a_chain_of_their_own() -> None:
    outside = Chain(promise_id=None, problems=(replace(PROBLEM, is_met=False),), loose_activities=3)
    assert [gap.kind for gap in chain_gaps(outside, TODAY)] == [GapKind.PROBLEM_WITHOUT_MEASURE]


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "1 aktivitet under löftestiden är loggad utan åtagande, så den räknas inte in i löftet."),
        (1200, "1\N{NO-BREAK SPACE}200 aktiviteter under löftestiden är loggade utan åtagande, "
               "så de räknas inte in i löftet."),
    ],
)  # fmt: skip
def test_activities_without_a_commitment_are_told_once_with_their_number(count: int, sentence: str) -> None:
    (gap,) = gaps(loose_activities=count)
    assert (gap.kind, gap.concerns_id, gap.count) == (GapKind.ACTIVITY_WITHOUT_COMMITMENT, "L", count)
    assert gap.sentence == sentence


def test_a_promise_of_goals_only_has_nothing_that_work_could_count_towards() -> None:
    assert gaps(commitments=(), loose_activities=7) == []


def test_a_promise_without_goals_says_so_once() -> None:
    more = (COMMITMENT, replace(COMMITMENT, commitment_id="B"))
    (gap,) = gaps(goals=(), commitments=more)
    assert (gap.kind, gap.concerns_id) == (GapKind.COMMITMENT_WITHOUT_GOAL, "L")
    assert gap.sentence.startswith("Löftet har inget mål")


def test_a_commitment_whose_problem_no_goal_takes_up() -> None:
    other = replace(COMMITMENT, commitment_id="B", problem_id="P2")
    (gap,) = gaps(commitments=(COMMITMENT, other))
    assert (gap.kind, gap.concerns_id) == (GapKind.COMMITMENT_WITHOUT_GOAL, "B")
    assert gap.sentence == "Åtagandet ”Vi går tio vandringar” gäller ett problem som inget mål tar upp."


def test_a_goal_without_a_problem_is_the_goal_of_every_commitment() -> None:
    other = replace(COMMITMENT, commitment_id="B", problem_id="P2")
    assert gaps(commitments=(COMMITMENT, other), goals=(GOAL, replace(GOAL, goal_id="M2", problem_id=None))) == []


def test_a_register_without_problem_ids_is_told_once_and_not_for_every_row() -> None:
    loose = tuple(replace(COMMITMENT, commitment_id=key, problem_id=None) for key in "ABC")
    goals = (GOAL, replace(GOAL, goal_id="M2"))
    (gap,) = gaps(commitments=loose, goals=goals)
    assert (gap.kind, gap.concerns_id) == (GapKind.COMMITMENT_WITHOUT_GOAL, "L")
    assert "Inget åtagande är knutet till ett problem" in gap.sentence


def test_with_one_goal_or_one_commitment_there_is_nothing_to_confuse() -> None:
    loose = tuple(replace(COMMITMENT, commitment_id=key, problem_id=None) for key in "ABC")
    assert gaps(commitments=loose) == []
    assert gaps(commitments=loose[:1], goals=(GOAL, replace(GOAL, goal_id="M2"))) == []


def test_one_commitment_without_a_problem_beside_others_is_left_in_peace() -> None:
    assert gaps(commitments=(COMMITMENT, replace(COMMITMENT, commitment_id="B", problem_id=None))) == []


def test_a_goal_without_any_measure() -> None:
    (gap,) = gaps(goals=(replace(GOAL, indicators=()),))
    assert (gap.kind, gap.concerns_id) == (GapKind.GOAL_WITHOUT_MEASUREMENT, "M")
    assert gap.sentence == "Målet ”Klottret ska minska” har inget mått, så det kan inte följas upp."


NOTHING = replace(MEASURED, has_data=False, has_baseline=False)


def test_a_goal_with_a_measure_that_nobody_has_taken() -> None:
    (gap,) = gaps(goals=(replace(GOAL, indicators=(NOTHING,)),))
    assert gap.kind is GapKind.GOAL_WITHOUT_MEASUREMENT
    assert gap.sentence == (
        "Målet ”Klottret ska minska” saknar mätning: det finns inga uppgifter om ”Anmälda brott: skadegörelse”."
    )


def test_the_measures_of_one_goal_are_named_together() -> None:
    survey = replace(NOTHING, name="Utsatta för skadegörelse")
    (gap,) = gaps(goals=(replace(GOAL, indicators=(MEASURED, NOTHING, survey)),))
    assert "mäts bara till en del: " in gap.sentence
    assert gap.sentence.endswith("uppgifter om ”Anmälda brott: skadegörelse” och ”Utsatta för skadegörelse”.")


def test_a_goal_measured_only_after_the_promise_began() -> None:
    (gap,) = gaps(goals=(replace(GOAL, indicators=(replace(MEASURED, has_baseline=False),)),))
    assert gap.kind is GapKind.GOAL_WITHOUT_BASELINE
    assert gap.sentence == (
        "Målet ”Klottret ska minska” saknar utgångsvärde: ”Anmälda brott: skadegörelse” har uppgifter, "
        "men inga från tiden före löftet (2016–2018)."
    )


@pytest.mark.parametrize("missing", [NOTHING, replace(MEASURED, has_baseline=False)])
def test_what_can_still_be_measured_before_the_promise_is_not_missing_yet(missing: Indicator) -> None:
    chain = replace(WHOLE, goals=(replace(GOAL, indicators=(missing,)),))
    assert chain_gaps(chain, BASELINE[1]) == ()
    assert len(chain_gaps(chain, BASELINE[1] + timedelta(days=1))) == 1


def test_a_promise_without_a_period_has_no_baseline_to_miss() -> None:
    timeless = replace(MEASURED, has_baseline=False, baseline=None)
    assert gaps(goals=(replace(GOAL, indicators=(timeless,)),)) == []
    never = replace(timeless, has_data=False)
    assert [gap.kind for gap in gaps(goals=(replace(GOAL, indicators=(never,)),))] == [GapKind.GOAL_WITHOUT_MEASUREMENT]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Minst 4 000 timmar. Tillsyn prioriteras.", "Minst 4 000 timmar"),
        ("Vi ses kl. 18.30 varje fredag.", "Vi ses kl. 18.30 varje fredag"),
        ("Brott enl. 12 kap. brottsbalken ska minska", "Brott enl. 12 kap. brottsbalken ska minska"),
        ("", ""),
    ],
)
def test_only_the_first_sentence_is_repeated(text: str, first: str) -> None:
    assert first_sentence(text) == first
