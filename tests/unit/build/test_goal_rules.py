"""A goal is judged by the rule that was locked when its promise began, whatever the register says later."""

from datetime import date
from pathlib import Path

import pytest

from etl.build import goal_rules
from tests.unit.build.history_files import CRIMES, GOAL, GOALS, LATER, OVER, PROMISE, PROMISES, STARTED, Site, crimes

BEFORE = date(2018, 11, 1)
GREEN = "Uppfyllt"


def test_the_rule_is_locked_by_the_first_build_after_the_start(begun: Site) -> None:
    rule = begun.rule()
    assert rule["locked_on"] == date(2019, 1, 1)
    assert rule["rule_version"] == "1.0"
    assert len(rule["rule_hash"]) == 64
    assert rule["rule_text"] == (
        "Anmälda skadegörelser i Svedala ska bli färre när 2019 jämförs med de 36 månaderna före."
    )
    assert (rule["is_changed"], rule["changed_on"], rule["changed_text"]) == (False, None, None)
    assert rule["now_text"] == rule["rule_text"]
    assert [(row["version"], row["kind"], row["noticed_on"]) for row in begun.ask("FROM history.goal_rule")] == [
        (1, "låst", STARTED)
    ]


def test_an_edit_after_the_start_is_shown_and_the_verdict_follows_the_locked_rule(begun: Site) -> None:
    locked = begun.rule()
    begun.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    begun.built(OVER)

    assert begun.goal()["verdict"] == GREEN
    assert begun.goal()["direction"] == "minska"
    rule = begun.rule()
    assert (rule["rule_text"], rule["rule_hash"]) == (locked["rule_text"], locked["rule_hash"])
    assert rule["now_text"] == "Anmälda skadegörelser i Svedala ska bli fler när 2019 jämförs med de 36 månaderna före."
    assert (rule["is_changed"], rule["changed_on"]) == (True, OVER)
    assert rule["changed_text"] == (
        "Efter start ändrades riktningen från ”minska” till ”öka”; omdömet följer regeln som låstes 1 januari 2019."
        " Den låsta regeln finns bevarad här sedan 1 mars 2019."
    )
    kinds = begun.ask("SELECT version, kind, direction FROM history.goal_rule ORDER BY version")
    assert [tuple(row.values()) for row in kinds] == [(1, "låst", "minska"), (2, "ändrad", "öka")]
    assert begun.ask("SELECT direction FROM facts.goal") == [{"direction": "öka"}]


def test_without_history_the_edited_rule_would_have_judged(site: Site) -> None:
    """What the lock prevents: the same files give another verdict where nothing was built before."""
    site.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    site.built(OVER)
    assert site.goal()["verdict"] == "Ej uppfyllt"
    assert site.rule()["is_changed"] is False


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (";;ja;", ";5;ja;", "den lovade förändringen från ingen angiven storlek till 5 procent"),
        (";ja;", ";nej;", "målets vikt från huvudmål till mål som inte avgör löftet"),
        (
            ";minska;;;",
            ";minska;2019-01-01;2019-06-30;",
            "uppföljningens sista dag från 31 december 2019 till 30 juni 2019",
        ),
        (
            "brott:skadegorelse",
            "brott:ofredande",
            "måttet från ”Anmälda brott: skadegörelse” till ”Anmälda brott: ofredande”",
        ),
        (
            "Skadegörelsen ska minska",
            "Det ska bli bättre",
            "målets ord från ”Skadegörelsen ska minska” till ”Det ska bli bättre”",
        ),
    ],
)
def test_every_part_of_the_rule_is_locked(begun: Site, old: str, new: str, told: str) -> None:
    assert GOAL.count(old) == 1
    begun.write("mal", GOALS, GOAL.replace(old, new))
    begun.built(OVER)
    goal = begun.goal()
    assert (goal["verdict"], goal["indicator"], goal["is_primary"]) == (GREEN, "brott:skadegorelse", True)
    assert goal["goal"] == "Skadegörelsen ska minska"
    assert f"Efter start ändrades {told}; omdömet" in begun.rule()["changed_text"]


def test_a_longer_promise_does_not_move_the_follow_up(begun: Site) -> None:
    begun.write("loften", PROMISES, PROMISE.replace("2019-12-31", "2020-12-31"))
    begun.built(date(2021, 2, 1))
    assert begun.goal()["followup_to"] == date(2019, 12, 31)
    assert "uppföljningens sista dag från 31 december 2019 till 31 december 2020" in begun.rule()["changed_text"]


def test_back_as_it_was(begun: Site) -> None:
    begun.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    begun.built(LATER)
    begun.write("mal", GOALS, GOAL)
    begun.built(OVER)
    rule = begun.rule()
    assert (rule["is_changed"], rule["changed_on"], rule["changed_text"]) == (False, None, None)
    kinds = begun.ask("SELECT kind, noticed_on FROM history.goal_rule ORDER BY version")
    assert [tuple(row.values()) for row in kinds] == [("låst", STARTED), ("ändrad", LATER), ("återställd", OVER)]
    told = [row["sentence"] for row in begun.corrections() if row["cause"] == "ändrat register"]
    assert told[-1] == "Målet ”Skadegörelsen ska minska”: registret säger åter det som låstes."


def test_a_goal_that_is_taken_away_is_still_judged(begun: Site) -> None:
    begun.write("mal", GOALS, "M2;L1;Annat;ingen;minska;;;;nej;")
    begun.built(OVER)
    assert begun.goal()["verdict"] == GREEN
    assert begun.ask("SELECT goal_verdict FROM marts.promise") == [{"goal_verdict": GREEN}]
    rule = begun.rule()
    assert rule["is_changed"] is True
    assert rule["now_text"] == "Målet finns inte längre i registret."
    assert rule["changed_text"].startswith("Efter start togs målet bort ur registret; omdömet följer regeln som låstes")
    assert begun.ask("SELECT goal_id FROM facts.goal") == [{"goal_id": "M2"}]


def test_a_goal_that_is_moved_is_judged_where_it_stands_and_missed_where_it_stood(begun: Site) -> None:
    begun.write("loften", PROMISES, PROMISE, PROMISE.replace("L1", "L2"))
    begun.write("mal", GOALS, GOAL.replace("L1", "L2"))
    begun.built(OVER)
    assert (begun.goal()["promise_id"], begun.goal()["verdict"]) == ("L2", GREEN)
    assert (begun.rule()["promise_id"], begun.rule()["is_changed"]) == ("L2", False)
    told = [row["sentence"] for row in begun.corrections() if (row["promise_id"], row["concerns"]) == ("L1", "mål")]
    assert told == ["Målet ”Skadegörelsen ska minska” togs bort ur registret efter att löftet hade börjat."]


def test_a_goal_whose_row_is_refused_is_still_judged(begun: Site) -> None:
    begun.write("mal", GOALS, GOAL.replace(";minska;", ";neråt;"), "M2;L1;Annat;ingen;minska;;;;nej;")
    outcome = begun.built(OVER, accept=True)
    assert outcome.rows_refused == 1
    assert begun.goal()["verdict"] == GREEN


def test_before_the_start_nothing_is_locked(site: Site) -> None:
    site.built(BEFORE)
    rule = site.rule()
    assert (rule["locked_on"], rule["rule_hash"], rule["is_changed"]) == (None, None, False)
    assert rule["rule_text"] == "Regeln är inte låst än: den låses 1 januari 2019, när löftet börjar."
    assert rule["now_text"].startswith("Anmälda skadegörelser i Svedala ska bli färre")
    site.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    site.built(STARTED)
    assert site.rule()["rule_text"].startswith("Anmälda skadegörelser i Svedala ska bli fler")
    assert site.rule()["is_changed"] is False


def test_a_promise_without_a_period_is_never_locked(site: Site) -> None:
    site.write("loften", PROMISES, "L1;1263;Löfte;;;2018-12-01;gäller")
    site.built(OVER)
    assert site.rule()["rule_text"] == (
        "Regeln är inte låst: den låses när löftet börjar, och löftets period är inte angiven."
    )


@pytest.mark.parametrize(
    ("promise", "goal", "day"),
    [
        (PROMISE.replace(";;gäller", ";2018-10-15;gäller"), GOAL, date(2018, 10, 15)),
        (PROMISE.replace(";;gäller", ";2019-02-15;gäller"), GOAL, date(2019, 1, 1)),
        (PROMISE, GOAL + "2018-09-01", date(2018, 9, 1)),
    ],
    ids=["undertecknat före", "undertecknat efter", "avtalat låsdatum"],
)
def test_the_day_of_locking(site: Site, promise: str, goal: str, day: date) -> None:
    site.write("loften", PROMISES, promise)
    site.write("mal", GOALS, goal)
    site.built(BEFORE)
    assert site.rule()["locked_on"] == (day if day <= BEFORE else None)
    site.built(STARTED)
    assert site.rule()["locked_on"] == day


def test_a_later_day_of_locking_does_not_unlock(begun: Site) -> None:
    begun.write("mal", GOALS, GOAL.replace(";minska;", ";öka;") + "2019-12-01")
    begun.built(OVER)
    assert (begun.goal()["verdict"], begun.rule()["locked_on"]) == (GREEN, date(2019, 1, 1))
    assert begun.rule()["changed_text"].startswith("Efter start ändrades riktningen från ”minska” till ”öka”; omdömet")


def test_a_later_day_of_locking_does_not_let_the_promise_begin_unlocked(site: Site) -> None:
    site.write("mal", GOALS, GOAL + "2021-12-01")
    site.built(BEFORE)
    assert site.rule()["rule_text"] == "Regeln är inte låst än: den låses 1 januari 2019, när löftet börjar."
    site.built(STARTED)
    assert (site.rule()["locked_on"], site.rule()["is_changed"]) == (date(2019, 1, 1), False)
    site.write("mal", GOALS, GOAL.replace(";minska;", ";öka;") + "2021-12-01")
    site.built(OVER)
    assert (site.goal()["verdict"], site.rule()["is_changed"]) == (GREEN, True)


def test_a_new_version_of_the_method_is_told_apart_from_an_edit(begun: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(goal_rules, "RULE_VERSION", "1.1")
    begun.built(OVER)
    rule = begun.rule()
    assert rule["rule_version"] == "1.0"
    assert rule["changed_text"].startswith(
        "Sättet att bedöma har bytt version från 1.0 till 1.1; omdömet räknas på det"
    )
    assert [row for row in begun.corrections() if row["cause"] == "ändrat register"] == []


def test_three_builds_keep_the_ledger(begun: Site) -> None:
    first = begun.ask("FROM history.goal_rule")
    for day in (LATER, OVER):
        begun.built(day)
        assert begun.ask("FROM history.goal_rule") == first
    assert begun.ask("SELECT value FROM history.about WHERE key = 'as_of'") == [{"value": "2020-03-01"}]


def test_a_build_of_a_day_that_is_past_judges_by_the_lock_and_adds_nothing(begun: Site) -> None:
    begun.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    begun.built(OVER)
    before = begun.ask("FROM history.goal_rule ORDER BY version")
    begun.write("mal", GOALS, GOAL.replace(";minska;", ";upprätthålla;"))
    begun.built(LATER)
    assert begun.goal()["direction"] == "minska"
    assert begun.ask("FROM history.goal_rule ORDER BY version") == before
    assert begun.ask("SELECT value FROM history.about WHERE key = 'as_of'") == [{"value": "2020-03-01"}]


def test_a_look_into_the_future_locks_nothing(site: Site) -> None:
    site.built(OVER, now=BEFORE)
    assert site.ask("FROM history.goal_rule") == []
    site.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    site.built(STARTED)
    assert site.rule()["is_changed"] is False
    assert "ska bli fler" in site.rule()["rule_text"]


def test_the_same_files_and_the_same_history_give_the_same_content(begun: Site, tmp_path: Path) -> None:
    other = Site(tmp_path / "en annan")
    other.fill()
    other.built(STARTED)
    hashes = set()
    for one in (begun, other):
        one.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
        one.write("brott", CRIMES, *crimes())
        hashes.add(one.built(OVER).content_hash)
    assert len(hashes) == 1
    assert begun.ask("FROM history.goal_rule") == other.ask("FROM history.goal_rule")
