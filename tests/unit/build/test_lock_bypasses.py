"""Ways around the locked rule that do not edit the goal's own row: parts, the promise, ids, surveys, good answers."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.unit.build.history_files import (
    CRIMES,
    DEFINITION,
    GOAL,
    GOALS,
    OVER,
    PROMISE,
    PROMISES,
    STARTED,
    Site,
    crimes,
)

GREEN, RED, GREY = "Uppfyllt", "Ej uppfyllt", "Går inte att avgöra"
WITH_PARTS = GOALS + ";delmål av"
PAUSED = PROMISES + ";pausat från;pausat till"
VALUES = "kommun;indikator;enhet;omgång;år;fråga;värde;antal svar;instrument"
WORSE = {2016: 100, 2017: 100, 2018: 100, 2019: 300}
AGAIN = date(2020, 6, 1)


@pytest.fixture(scope="module")
def built_red(built_at_the_start: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = built_at_the_start.copy(tmp_path_factory.mktemp("kommun") / "kommun")
    site.write("brott", CRIMES, *crimes(WORSE))
    site.built(OVER)
    assert site.goal()["verdict"] == RED
    return site


@pytest.fixture
def red(built_red: Site, tmp_path: Path) -> Site:
    """The promise is over and its only goal was not met."""
    return built_red.copy(tmp_path / "kommun")


def exposed(before: float, after: float) -> list[str]:
    row = "1263;enkat:utsatt_skadegorelse;procent;{0};{0};Utsatt;{1};1500;NTU"
    return [row.format(2018, before), row.format(2019, after)]


def promise_verdict(site: Site) -> str:
    [row] = site.ask("SELECT goal_verdict FROM marts.promise")
    return str(row["goal_verdict"])


def of_promise(ledger: Iterable[dict[str, object]]) -> set[object]:
    return {row["promise_id"] for row in ledger}


class TestParts:
    def test_a_part_added_afterwards_stands_beside_the_whole(self, site: Site) -> None:
        ofredande = (f"1263;ofredande;{year};{count};nej;{DEFINITION};" for year, count in WORSE.items())
        site.write("brott", CRIMES, *crimes(), *ofredande)
        site.write("mal", WITH_PARTS, GOAL + ";")
        site.built(STARTED)
        site.write("mal", WITH_PARTS, GOAL + ";", "M2;L1;Ofredandena ska minska;brott:ofredande;minska;;;;ja;;M1")
        for day in (OVER, AGAIN):
            site.built(day)
            assert (site.goal("M1")["verdict"], site.goal("M2")["verdict"]) == (GREEN, RED)
            assert (site.goal("M2")["part_of"], site.goal("M2")["is_primary"]) == (None, False)
            assert promise_verdict(site) == GREEN
            assert site.rule("M1")["changed_text"].startswith(
                "Efter start fick målet fler mått, som inte räknas (delmål M2); omdömet följer regeln som låstes 1 jan"
            )
            assert site.rule("M2")["is_changed"] is False
            assert site.rule("M2")["rule_text"].endswith("; målet avgör inte om löftet är uppfyllt.")
        told = [row["sentence"] for row in site.corrections() if row["cause"] == "ändrat register"]
        assert len([sentence for sentence in told if "fick målet fler mått" in sentence]) == 1

    def test_nor_can_a_part_turn_a_red_goal_green(self, site: Site) -> None:
        site.write("enkat_varden", VALUES, *exposed(12, 12.5))
        first = "M1;L1;Utsattheten ska minska;enkat:utsatt_skadegorelse;minska;;;;ja;;"
        site.write("mal", WITH_PARTS, first)
        site.built(STARTED)
        site.write("mal", WITH_PARTS, first, "M2;L1;Skadegörelsen ska minska;brott:skadegorelse;minska;;;;ja;;M1")
        site.built(OVER)
        assert (site.goal("M1")["verdict"], site.goal("M2")["verdict"]) == (RED, GREEN)
        assert promise_verdict(site) == RED

    def test_a_goal_of_its_own_cannot_be_made_a_part(self, site: Site) -> None:
        other = "M2;L1;Färre utsatta;enkat:utsatt_skadegorelse;minska;;;;ja;;"
        site.write("enkat_varden", VALUES, *exposed(12, 12.5))
        site.write("mal", WITH_PARTS, GOAL + ";", other)
        site.built(STARTED)
        site.write("mal", WITH_PARTS, GOAL + ";", other + "M1")
        site.built(OVER)
        assert (site.goal("M2")["part_of"], site.goal("M2")["is_primary"], promise_verdict(site)) == (None, True, RED)
        assert "vad målet är delmål av från inget annat mål till M1" in site.rule("M2")["changed_text"]

    def test_nor_before_the_part_itself_is_locked(self, site: Site) -> None:
        """The whole is locked by an agreed day before the promise begins."""
        whole = GOAL + "2018-09-01;"
        site.write("mal", WITH_PARTS, whole)
        site.built(date(2018, 11, 1))
        site.write("mal", WITH_PARTS, whole, "M2;L1;Ofredandena ska minska;brott:ofredande;minska;;;;ja;;M1")
        site.built(date(2018, 12, 1))
        assert (site.goal("M2")["part_of"], site.goal("M2")["is_primary"]) == (None, False)
        assert site.rule("M2")["rule_text"] == "Regeln är inte låst än: den låses 1 januari 2019, när löftet börjar."
        assert site.ask("SELECT part_of FROM facts.goal WHERE goal_id = 'M2'") == [{"part_of": "M1"}]
        site.built(OVER)
        assert (site.goal("M1")["verdict"], site.goal("M2")["part_of"], promise_verdict(site)) == (GREEN, None, GREEN)

    def test_a_part_taken_away_still_counts(self, site: Site) -> None:
        whole, part = "M0;L1;Det ska bli bättre;ingen;minska;;;;ja;;", GOAL + ";M0"
        site.write("mal", WITH_PARTS, whole, part)
        site.built(STARTED)
        assert site.rule("M0")["rule_text"] == "Målet ”Det ska bli bättre” bedöms genom sitt delmål."
        site.write("mal", WITH_PARTS, whole)
        site.built(OVER)
        assert (site.goal("M0")["verdict"], site.goal("M1")["part_of"]) == (GREEN, "M0")
        assert "togs mått bort från målet, som ändå räknas (delmål M1)" in site.rule("M0")["changed_text"]

    def test_a_verdict_never_stands_beside_a_number_that_did_not_decide_it(self, site: Site) -> None:
        """The reports decide over the survey, which is the goal's own measure."""
        site.write("enkat_varden", VALUES, *exposed(12, 12.5))
        own = "M1;L1;Utsattheten ska minska;enkat:utsatt_skadegorelse;minska;;;;ja;;"
        site.write("mal", WITH_PARTS, own, "M2;L1;Skadegörelsen ska minska;brott:skadegorelse;minska;;;;ja;;M1")
        site.built(OVER)
        whole = site.goal("M1")
        assert whole["verdict"] == GREEN
        numbers = ("estimate", "low", "high", "low60", "high60", "baseline_value", "followup_value")
        assert [whole[name] for name in numbers] == [None] * len(numbers)
        assert site.goal("M2")["estimate"] == pytest.approx(-62.5)


class TestThePromise:
    @pytest.mark.parametrize(
        "promise",
        [
            "L1;1263;Färre;;;;gäller;;",
            "L1;1263;Färre;2019-01-01;2019-12-31;;villkorat;;",
            "L1;1263;Färre;2019-01-01;2019-12-31;;pausat;;",
            "L1;1263;Färre;2019-01-01;2019-12-31;;gäller;2020-01-15;",
            "L1;1263;Färre;2021-01-01;2021-12-31;;gäller;;",
            "L1;1263;Färre;2019-01-01;2024-12-31;;gäller;;",
        ],
        ids=["utan period", "villkorat", "pausat", "pausat efteråt", "flyttat", "förlängt"],
    )
    def test_what_is_written_of_it_afterwards_moves_no_locked_goal(self, red: Site, promise: str) -> None:
        before = red.goal()["sentence"]
        red.write("loften", PAUSED, promise)
        red.built(OVER)
        assert (red.goal()["verdict"], red.goal()["sentence"]) == (RED, before)
        assert promise_verdict(red) == RED

    def test_a_pause_that_began_in_the_follow_up_holds(self, red: Site) -> None:
        red.write("loften", PAUSED, "L1;1263;Färre;2019-01-01;2019-12-31;;gäller;2019-06-01;")
        red.built(OVER)
        assert red.goal()["verdict"] == GREY

    def test_a_promise_that_was_conditional_from_the_start_still_is(self, site: Site) -> None:
        site.write("loften", PROMISES, PROMISE.replace(";gäller", ";villkorat"))
        for day in (STARTED, OVER):
            site.built(day)
        assert (site.goal()["verdict"], site.goal()["state"]) == (GREY, "villkorat")


class TestIds:
    def test_a_renamed_promise_keeps_the_lock(self, red: Site) -> None:
        red.write("loften", PROMISES, PROMISE.replace("L1", "L1b"))
        red.write("mal", GOALS, GOAL.replace("L1", "L1b").replace(";minska;", ";öka;"))
        for day in (OVER, AGAIN):
            red.built(day)
            assert (red.goal()["promise_id"], red.goal()["direction"], red.goal()["verdict"]) == ("L1b", "minska", RED)
            assert "riktningen från ”minska” till ”öka”" in red.rule()["changed_text"]
        ledger = red.ask("FROM history.goal_rule ORDER BY version")
        assert [row["kind"] for row in ledger] == ["låst", "ändrad"]
        assert of_promise(ledger) == {"L1"}

    def test_a_goal_moved_to_another_promise_keeps_the_lock(self, red: Site) -> None:
        red.write("loften", PROMISES, PROMISE, PROMISE.replace("L1", "L2").replace("2019", "2020"))
        red.write("mal", GOALS, GOAL.replace("L1", "L2"))
        red.built(OVER)
        assert (red.goal()["promise_id"], red.goal()["verdict"]) == ("L2", RED)
        assert "uppföljningens sista dag från 31 december 2019 till 31 december 2020" in red.rule()["changed_text"]
        red.write("mal", GOALS, GOAL)
        red.built(AGAIN)
        assert (red.goal()["promise_id"], red.rule()["is_changed"]) == ("L1", False)


class TestSurveys:
    SURVEY = "M2;L1;Färre utsatta;enkat:utsatt_skadegorelse;minska;;;;nej;"

    def test_one_that_came_afterwards_cannot_grey_a_red_goal(self, site: Site) -> None:
        site.write("brott", CRIMES, *crimes(WORSE))
        site.write("enkat_varden", VALUES, *exposed(20, 12))
        site.built(STARTED)
        site.write("mal", GOALS, GOAL, self.SURVEY)
        for day in (OVER, AGAIN):
            site.built(day)
            assert (site.goal("M1")["verdict"], site.goal("M2")["verdict"]) == (RED, GREEN)

    def test_one_that_was_there_from_the_start_may(self, site: Site) -> None:
        site.write("brott", CRIMES, *crimes(WORSE))
        site.write("enkat_varden", VALUES, *exposed(20, 12))
        site.write("mal", GOALS, GOAL, self.SURVEY)
        for day in (STARTED, OVER):
            site.built(day)
        assert site.goal("M1")["verdict"] == GREY


class TestGoodAnswers:
    def ask(self, site: Site, good: str, *more: str) -> None:
        waves = {"2018": {1: 200, 3: 100, 4: 200}, "2019": {1: 100, 3: 300, 4: 100}}
        site.write("mal", GOALS, "M1;L1;Tryggheten ska öka;enkat:trygg;öka;;;;ja;")
        site.write(
            "enkater",
            "enkät_id;kommun;instrument;omgång;från;till;metod;målgrupp;skala",
            *(f"E{year};1263;egen enkät;{year};{year}-09-01;{year}-10-01;postal;16–85;" for year in waves),
        )
        site.write(
            "enkat_fragor",
            "instrument;fråga;lydelse;skala;riktning;indikator;bra svar;giltig från",
            'egen enkät;trygg;Är du trygg?;"1 = mycket otrygg; 2 = otrygg; 3 = varken; 4 = trygg; 5 = mycket trygg";'
            f'högt är bra;enkat:trygg;"{good}";',
            *more,
        )
        answers = [value for counts in waves.values() for value, count in counts.items() for _ in range(count)]
        site.write(
            "enkat_svar",
            "enkät_id;svar_id;område;kön;trygg",
            *(f"E{2018 + place // 500};{place};;;{value}" for place, value in enumerate(answers)),
        )

    def test_an_edit_of_them_is_said_clearly(self, site: Site) -> None:
        self.ask(site, "4;5")
        site.built(STARTED)
        site.built(OVER)
        assert (site.goal()["verdict"], site.rule()["is_changed"]) == (RED, False)
        self.ask(site, "3;4;5")
        site.built(OVER)
        assert site.goal()["verdict"] == GREEN
        assert site.rule()["is_changed"] is True
        assert site.rule()["changed_text"].startswith(
            "Efter start ändrades vilka svar som räknas som bra från ”egen enkät, trygg: 4;5” till ”egen enkät, trygg: "
            "3;4;5”; andelarna och omdömet räknas på de svar som registret nu säger, inte på dem som låstes."
        )
        moved = [row for row in site.corrections() if (row["concerns"], row["before"]) == ("mål", RED)]
        assert [(row["after"], row["cause"]) for row in moved] == [(GREEN, "ändrat register")]
        [edit] = [row for row in site.corrections() if "vilka svar som räknas som bra" in row["sentence"]]
        assert edit["before"].endswith("Svar som räknas som bra: egen enkät, trygg: 4;5.")
        assert edit["after"].endswith("Svar som räknas som bra: egen enkät, trygg: 3;4;5.")

    def test_another_question_or_other_spacing_is_no_edit(self, site: Site) -> None:
        self.ask(site, "4;5")
        site.built(STARTED)
        self.ask(site, "4; 5", 'annan enkät;trygg;Trygg?;"1 = nej; 2 = ja";högt är bra;enkat:trygg;2;')
        site.built(OVER)
        assert site.rule()["is_changed"] is False


def test_a_goal_with_a_last_day_of_its_own_is_not_met_while_the_promise_runs(site: Site) -> None:
    """Nothing is Uppfyllt while the promise period runs, however early a goal of it is followed up."""
    site.write("loften", PROMISES, PROMISE.replace("2019-12-31", "2020-12-31"))
    site.write("mal", GOALS, GOAL.replace("minska;;;", "minska;2019-01-01;2019-12-31;"))
    site.built(STARTED)
    site.built(OVER)
    assert site.goal()["verdict"] == "På väg"
    site.built(date(2021, 3, 1))
    assert site.goal()["verdict"] == GREEN
