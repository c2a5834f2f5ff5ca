"""Do the goals come out as STORY says, when the rule is computed a second time from the files alone?"""

from datetime import date
from pathlib import Path

import pytest

from etl.demo import STORY, generate
from etl.demo.story import Expected
from tests.unit.demo import rule
from tests.unit.demo.reading import TODAY, Tables, by_id, number, read_folder

OTHER_SEEDS = (1, 42, 2_000_000)
DAYS = (date(2026, 1, 15), date(2026, 7, 1), TODAY, date(2027, 3, 1), date(2030, 1, 1))


def _months(tables: Tables, goal: dict[str, str], prefix: str) -> list[tuple[int, int]]:
    first, last = goal[f"{prefix} från"][:7], goal[f"{prefix} till"][:7]
    kind = goal["indikator"].removeprefix("brott:")
    return [
        (int(row["period"][5:]), int(row["antal"]))
        for row in tables["brott"]
        if row["brottstyp"] == kind and row["område"] == goal["område"] and first <= row["period"] <= last
    ]


def _mean_population(tables: Tables, goal: dict[str, str], prefix: str) -> float:
    people = {int(r["år"]): int(r["antal"]) for r in tables["folkmangd"] if r["område"] == goal["område"]}
    years = range(int(goal[f"{prefix} från"][:4]), int(goal[f"{prefix} till"][:4]) + 1)
    means = [(people[year - 1] + people.get(year, people[year - 1])) / 2 for year in years]
    return sum(means) / len(means)


def _answers(tables: Tables, goal: dict[str, str], prefix: str) -> list[tuple[float, int]]:
    waves = {
        w["enkät_id"]
        for w in tables["enkater"]
        if goal[f"{prefix} från"] <= w["från"] and w["till"] <= goal[f"{prefix} till"]
    }
    asked = [q for q in tables["enkat_fragor"] if q["indikator"] == goal["indikator"]]
    return [
        (number(row["vikt"]), int(row[q["fråga"]] in q["bra svar"].split(";")))
        for q in asked
        for row in tables["enkat_svar"]
        if row["enkät_id"] in waves and row[q["fråga"]] and goal["område"] in ("", row["område"])
    ]


def _verdict(tables: Tables, goal: dict[str, str], today: date) -> str:
    running = today <= date.fromisoformat(goal["uppföljning till"])
    if goal["indikator"].startswith("brott:"):
        return rule.crime(
            _months(tables, goal, "utgångsläge"),
            _months(tables, goal, "uppföljning"),
            _mean_population(tables, goal, "utgångsläge"),
            _mean_population(tables, goal, "uppföljning"),
            running=running,
        )
    before, after = _answers(tables, goal, "utgångsläge"), _answers(tables, goal, "uppföljning")
    return rule.survey(before, after, up=goal["riktning"] == "öka")


def _verdicts(tables: Tables, today: date) -> dict[str, str]:
    return {goal["mål_id"]: _verdict(tables, goal, today) for goal in tables["mal"]}


def _expected(story: dict[str, Expected], today: date) -> dict[str, str]:
    return {key: expected.verdict for key, expected in story.items() if expected.holds_on(today)}


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_goals_come_out_as_told(today: date, tmp_path: Path) -> None:
    verdicts = _verdicts(read_folder(generate(tmp_path, today=today).folder), today)
    expected = _expected(dict(STORY.goals), today)
    assert {key: verdicts[key] for key in expected} == expected


@pytest.mark.parametrize("seed", OTHER_SEEDS)
def test_the_story_is_so_clear_that_other_seeds_tell_it_too(seed: int, tmp_path: Path) -> None:
    verdicts = _verdicts(read_folder(generate(tmp_path, seed=seed, today=TODAY).folder), TODAY)
    expected = _expected(dict(STORY.goals), TODAY)
    assert {key: verdicts[key] for key in expected} == expected


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_promises_follow_from_their_primary_goals(today: date, demo: Tables) -> None:
    goals = _expected(dict(STORY.goals), today)
    for promise_id, verdict in _expected(dict(STORY.promise_goals), today).items():
        primary = [goals[g["mål_id"]] for g in demo["mal"] if g["löfte_id"] == promise_id and g["primärt"] == "ja"]
        assert _combined(primary) == verdict, promise_id


def _combined(verdicts: list[str]) -> str:
    for worst in (rule.NOT_MET, rule.UNDECIDABLE, rule.ON_TRACK):
        if worst in verdicts:
            return worst
    return rule.MET


def test_every_goal_and_commitment_has_an_expectation(demo: Tables) -> None:
    assert set(STORY.goals) == set(by_id(demo["mal"], "mål_id"))
    countable = {r["åtagande_id"] for r in demo["ataganden"] if r["typ"] != "beskrivande"}
    assert set(STORY.commitments) == countable
    promises = set(by_id(demo["loften"], "löfte_id"))
    assert set(STORY.promise_goals) == set(STORY.promise_commitments) == promises


def test_the_small_place_is_too_small_to_judge(demo: Tables) -> None:
    goal = by_id(demo["mal"], "mål_id")["9999-2025-hojden-M1"]
    assert sum(n for _, n in _months(demo, goal, "utgångsläge")) < 20


def test_the_met_goal_rests_on_enough_crimes_and_answers(demo: Tables) -> None:
    goals = by_id(demo["mal"], "mål_id")
    baseline = _months(demo, goals["9999-2024-M1"], "utgångsläge")
    followup = _months(demo, goals["9999-2024-M1"], "uppföljning")
    assert len(baseline) == 36
    assert sum(n for _, n in baseline) / 36 >= 20
    assert sum(n for _, n in followup) / 12 <= 0.55 * sum(n for _, n in baseline) / 36
    before, after = (rule.share(_answers(demo, goals["9999-2024-M2"], p)) for p in ("utgångsläge", "uppföljning"))
    assert after[0] - before[0] > 0.10
    assert min(before[1], after[1]) > 600


def test_survey_and_reports_never_point_apart(demo: Tables) -> None:
    """Otherwise the reports' verdict would turn grey, and the story with it."""
    goals = by_id(demo["mal"], "mål_id")
    for reports, exposure in (("9999-2024-M1", "9999-2024-M3"), ("9999-2025-M1", "9999-2025-M2")):
        assert _verdict(demo, goals[reports], TODAY) == _verdict(demo, goals[exposure], TODAY)
