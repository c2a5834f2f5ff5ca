"""A published wave of a survey stays as it was: one late answer between two editions tells nothing of who gave it."""

from datetime import date
from random import Random
from typing import Any

import pytest

from etl.publish.goal_gate import Shown, gate_goals
from etl.publish.goal_memory import ToldGoals, as_told_before
from etl.publish.limits import SurveyLimits
from etl.publish.public_figures import public_figures
from etl.publish.survey_editions import KeptSurveys, keep_published
from etl.publish.survey_gate import gate_distribution, gate_survey
from etl.publish.survey_memory import ALREADY_PUBLISHED, SurveyCell
from tests.unit.publish.test_goal_gate import goal, month

LIMITS = SurveyLimits()
Answer = tuple[str, int]
"""(sex, answer 1–4); 1 and 2 are "trygg"."""
Row = dict[str, Any]
FIGURES = ("value", "low", "high", "answers", "hidden_reason")


def answers(many: int, seed: int = 1) -> list[Answer]:
    chance = Random(seed)
    return [(chance.choice(["kvinna", "man"]), chance.randint(1, 4)) for _ in range(many)]


def series(given: list[Answer], **more: Any) -> list[Row]:
    """Rows of marts.survey_series for everybody and by sex."""
    rows = []
    for kind, group in (("alla", None), ("kön", "kvinna"), ("kön", "man")):
        own = [code for sex, code in given if group in (None, sex)]
        value = 100 * sum(code <= 2 for code in own) / len(own)
        rows.append({
            "municipality_code": "9999", "area_id": None, "region": None, "series_id": "S", "question": "trygg",
            "indicator": "enkat:trygg", "wave": "2025", "year": 2025, "starts": None, "group_kind": kind,
            "group_value": group, "unit": "procent", "value": value, "low": value - 3.21, "high": value + 3.21,
            "answers": len(own), "n_eff": float(len(own)), "hidden_reason": None, "published": False, **more,
        })  # fmt: skip
    return rows


def spread(given: list[Answer], **more: Any) -> list[Row]:
    """Rows of marts.survey_distribution."""
    many = [sum(answer == code for _, answer in given) for code in range(1, 5)]
    mean = sum(code for _, code in given) / len(given)
    return [
        {
            "municipality_code": "9999", "instrument": "I", "series_id": "S", "question": "trygg", "wave": "2025",
            "year": 2025, "code": float(code), "share": 100 * number / len(given), "given": number,
            "answers": len(given), "mean": mean, "mean_low": mean - 1.01, "mean_high": mean + 1.01, **more,
        }
        for code, number in enumerate(many, start=1)
    ]  # fmt: skip


def edition(
    rows: list[Row], answered: list[Row] | None = None, earlier: list[SurveyCell] | None = None, name: str = "1"
) -> KeptSurveys:
    return keep_published(
        gate_survey(rows, LIMITS), gate_distribution(answered or [], LIMITS), earlier or [], LIMITS,
        edition=name, published_on=date(2026, 1, int(name)),
    )  # fmt: skip


def told(kept: KeptSurveys) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in FIGURES) for row in kept.series]


@pytest.mark.parametrize("many", [100, 900])
@pytest.mark.parametrize("late", [("kvinna", 1), ("man", 4)])
def test_one_late_answer_changes_nothing_that_is_published(many: int, late: Answer) -> None:
    given = answers(many)
    first = edition(series(given), spread(given))
    second = edition(series([*given, late]), spread([*given, late]), first.cells, "2")

    assert told(second) == told(first)
    assert second.distribution == first.distribution
    assert second.cells == []


@pytest.mark.parametrize("many", [100, 900])
def test_rounding_alone_would_show_that_answer(many: int) -> None:
    """Of a form with twenty questions some change; so rounding alone does not do."""
    forms = [answers(many, seed) for seed in range(20)]
    before = [edition(series(given)) for given in forms]
    after = [edition(series([*given, ("man", 4)])) for given in forms]
    values = [(one.series[0]["value"], two.series[0]["value"]) for one, two in zip(before, after, strict=True)]

    assert sum(one != two for one, two in values) >= 5
    assert not any(one < two for one, two in values)


def test_many_more_answers_in_every_group_are_a_new_edition_of_the_wave() -> None:
    given, more = answers(200), answers(400, seed=3)
    first = edition(series(given), spread(given))
    second = edition(series(given + more), spread(given + more), first.cells, "2")
    third = edition(series([*given, *more, ("man", 4)]), spread([*given, *more, ("man", 4)]), [
        *first.cells, *second.cells
    ], "3")  # fmt: skip

    assert told(second) == told(edition(series(given + more)))
    assert second.series[0]["answers"] == 600
    assert len(second.cells) == len(first.cells)
    assert told(third) == told(second)


def test_one_group_with_few_new_answers_holds_the_whole_wave() -> None:
    given = answers(400)
    first = edition(series(given))
    women = [*given, *(("kvinna", 1) for _ in range(80)), ("man", 4)]

    assert told(edition(series(women), None, first.cells, "2")) == told(first)


def test_groups_rounded_to_tens_must_differ_by_more_than_the_rounding() -> None:
    """From 204 women to 224 is 200 to 220 as tens; from 195 men to 225 is 200 to 230."""
    given = [("kvinna", 1 + number % 4) for number in range(204)] + [("man", 1 + number % 4) for number in range(195)]
    first = edition(series(given))
    grown = given + [("kvinna", 1)] * 20 + [("man", 1)] * 30
    far = given + [("kvinna", 1)] * 41 + [("man", 1)] * 41

    assert told(edition(series(grown), None, first.cells, "2")) == told(first)
    assert told(edition(series(far), None, first.cells, "2")) == told(edition(series(far)))


def test_a_group_that_was_not_there_is_hidden_in_a_published_wave() -> None:
    given = answers(300)
    first = edition(series(given)[:1])
    second = edition(series([*given, ("man", 4)]), None, first.cells, "2")

    assert told(second)[0] == told(first)[0]
    assert told(second)[1:] == [(None, None, None, None, ALREADY_PUBLISHED)] * 2


def test_a_survey_with_a_new_name_is_not_told_anew() -> None:
    given = answers(300)
    first = edition(series(given), spread(given))
    late = [*given, ("man", 4)]
    earlier = list(first.cells)
    for name in ("2", "3"):
        renamed = edition(series(late, series_id="T", wave="hösten 2025"), spread(late, instrument="J"), earlier, name)
        assert told(renamed) == [(None, None, None, None, ALREADY_PUBLISHED)] * 3
        assert renamed.distribution == []
        earlier += renamed.cells


def test_another_survey_beside_the_first_is_shown() -> None:
    given, others = answers(300), answers(310, seed=5)
    first = edition(series(given))
    both = edition(series(given) + series(others, series_id="T"), None, first.cells, "2")

    assert told(both) == told(first) + told(edition(series(others)))


def test_an_answer_that_was_left_out_stays_out_when_a_fifth_gives_it() -> None:
    given = [("man", 2)] * 100 + [("man", 1)] * 4 + [("kvinna", 3)] * 50
    first = edition([], spread(given))
    second = edition([], spread([*given, ("man", 1)]), first.cells, "2")

    assert first.distribution == second.distribution == []
    assert len(edition([], spread([*given, ("man", 1)])).distribution) == 4


def test_what_others_publish_follows_their_revisions() -> None:
    given = answers(300)
    first = edition(series(given, published=True))
    revised = series([*given, ("man", 4)], published=True)

    assert first.cells == []
    assert told(edition(revised, None, first.cells, "2")) == told(edition(revised))


def test_a_verdict_on_a_held_wave_is_told_without_its_figures() -> None:
    given = answers(300)
    late = series([*given, ("man", 4)])
    first = edition(series(given))
    held = edition(late, None, first.cells, "2")
    point = month("2025", 0) | {
        "series_id": "S", "count": None, **{name: late[0][name] for name in ("value", "low", "high", "answers")},
    }  # fmt: skip
    about = goal(measure="enkät", indicator="enkat:trygg", area_id=None, area_name=None, direction="öka", good="högt")
    names = {"9999": "Exempelköping"}

    fresh = gate_goals([about], [point], names, public_figures([], edition(late).series), LIMITS)
    kept = gate_goals([about], [point], names, public_figures([], held.series), LIMITS)

    assert fresh.shown == {"M1": Shown.TENTHS}
    assert (fresh.verdicts[0]["estimate"], fresh.verdicts[0]["data_hash"]) == (98.3, None)
    assert fresh.verdicts[0]["sentence"] == about["sentence"]
    assert kept.shown == {"M1": Shown.WITHHELD}
    assert kept.verdicts[0]["verdict"] == about["verdict"]
    assert kept.points[0]["value"] == first.series[0]["value"]
    before = ToldGoals(verdicts=fresh.verdicts, points=fresh.points)
    assert as_told_before(kept, [about], before).verdicts == kept.verdicts

    assert [row["value"] for row in held.agreeing] == [None, held.agreeing[1]["value"], None]


@pytest.mark.parametrize(("verdict", "is_told"), [("Ej uppfyllt", True), ("Uppfyllt", False)])
def test_a_goal_on_a_held_wave_is_told_as_before_while_its_verdict_is_the_same(verdict: str, is_told: bool) -> None:
    given = answers(300)
    first, late = series(given), series([*given, ("man", 4)])
    figures = ("value", "low", "high", "answers")
    points = [
        month("2025", 0) | {"series_id": "S", "count": None, **{name: rows[0][name] for name in figures}}
        for rows in (first, late)
    ]
    about = goal(measure="enkät", indicator="enkat:trygg", area_id=None, area_name=None, direction="öka", good="högt")
    today = about | {"verdict": verdict, "estimate": 97.9, "sentence": "Nu är det 97,9 procent."}
    names = {"9999": "Exempelköping"}
    one = edition(first)
    two = edition(late, None, one.cells, "2")

    old = gate_goals([about], points[:1], names, public_figures([], one.series), LIMITS)
    new = gate_goals([today], points[1:], names, public_figures([], two.series), LIMITS)
    (told_now,) = as_told_before(new, [today], ToldGoals(verdicts=old.verdicts, points=old.points)).verdicts

    assert told_now["verdict"] == verdict
    assert (told_now["estimate"], told_now["sentence"] == about["sentence"]) == (98.3 if is_told else None, is_told)
