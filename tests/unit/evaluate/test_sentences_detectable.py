"""The answer to "Kan vi ens se det?" as a reader meets it."""

from dataclasses import replace

import pytest

from etl.evaluate.detectable import CrimePlan, SurveyPlan, never_met, plan
from etl.evaluate.sentences_detectable import chance_words, tell_detectable
from etl.evaluate.verdict import Direction, Reason

TWENTY_A_MONTH = CrimePlan(x0=720, months0=36, phi=1.5)
FIVE_HUNDRED = SurveyPlan(share0=0.5, n0=500, neff0=417)


def told(asked: CrimePlan | SurveyPlan) -> str:
    return tell_detectable(plan(asked), asked)


def test_a_crime_goal() -> None:
    assert told(TWENTY_A_MONTH) == (
        "Vid omkring 240 anmälningar om året syns en minskning säkert först när den är minst 35 procent: då blir "
        "omdömet Uppfyllt i 8 fall av 10. Vid en verklig minskning på 10 procent blir omdömet Uppfyllt i 1 fall av "
        "10, vid 20 procent i 3 fall av 10 och vid 30 procent i 6 fall av 10."
    )


def test_two_years_of_follow_up() -> None:
    assert told(replace(TWENTY_A_MONTH, months1=24)).startswith(
        "Vid omkring 240 anmälningar om året och två års uppföljning syns en minskning säkert först när den är minst "
    )


def test_a_promised_change() -> None:
    assert told(replace(TWENTY_A_MONTH, target=0.2)) == (
        "Vid omkring 240 anmälningar om året går det att säkert visa att den utlovade minskningen på 20 procent är "
        "nådd först när minskningen i själva verket är minst 49 procent: då blir omdömet Uppfyllt i 8 fall av 10. "
        "Vid en verklig minskning på 10 eller 20 procent blir omdömet Uppfyllt i färre än 1 fall av 20 och vid 30 "
        "procent i 1 fall av 10."
    )


def test_so_few_crimes_that_nothing_shows() -> None:
    assert told(replace(TWENTY_A_MONTH, x0=60, phi=2.8)) == (
        "Vid omkring 20 anmälningar om året räcker underlaget inte för att säkert visa en minskning, hur stor "
        "minskningen än är. Vid en verklig minskning på 10, 20 eller 30 procent blir omdömet Uppfyllt i färre än 1 "
        "fall av 20."
    )


def test_a_survey_goal() -> None:
    assert told(FIVE_HUNDRED) == (
        "Med omkring 500 svar i varje omgång syns en ökning säkert först när den är minst 9,7 procentenheter: då "
        "blir omdömet Uppfyllt i 8 fall av 10. Vid en verklig ökning på 3 procentenheter blir omdömet Uppfyllt i 1 "
        "fall av 10, vid 5 procentenheter i 3 fall av 10 och vid 10 procentenheter i 8 fall av 10."
    )


def test_waves_of_different_size() -> None:
    assert told(replace(FIVE_HUNDRED, neff1=208.5)).startswith("Med omkring 500 svar före och 250 efter syns en ökning")


def test_only_changes_that_are_possible_are_told() -> None:
    text = told(SurveyPlan(share0=0.06, n0=1500, neff0=1500, direction=Direction.DECREASE))
    assert text.endswith("på 3 eller 5 procentenheter blir omdömet Uppfyllt i minst 19 fall av 20.")


@pytest.mark.parametrize("asked", [TWENTY_A_MONTH, FIVE_HUNDRED])
def test_a_goal_to_maintain(asked: CrimePlan | SurveyPlan) -> None:
    text = told(replace(asked, direction=Direction.MAINTAIN))
    assert text.endswith("fall av 10 om läget i själva verket är oförändrat.")
    assert "minskning" not in text


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        (Reason.N_NOT_PUBLISHED, "antalet svarande inte är publicerat"),
        (Reason.INDEX_NEVER_DECIDES, "indexet inte har någon publicerad felmarginal"),
        (Reason.DEFINITION_CHANGED, "sättet att räkna har ändrats"),
        (Reason.NOT_JUDGEABLE, "måttet visas men inte avgör något mål"),
        (Reason.TOO_FEW_ANSWERS, "färre än 30 svar är för lite att räkna på"),
    ],
)
def test_why_a_goal_can_never_be_met(reason: Reason, why: str) -> None:
    found = never_met(reason, unit="procentenheter", direction=Direction.INCREASE)
    assert tell_detectable(found) == f"Målet kan inte bli Uppfyllt, eftersom {why}."


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (replace(TWENTY_A_MONTH, x0=12), "utgångsläget bara har 12 anmälningar och det behövs minst 20"),
        (replace(TWENTY_A_MONTH, months0=12), "utgångsläget är kortare än två år"),
        (replace(TWENTY_A_MONTH, months1=3), "uppföljningen är kortare än sex månader"),
    ],
)
def test_what_the_rule_refuses(asked: CrimePlan, why: str) -> None:
    assert told(asked) == f"Målet kan inte bli Uppfyllt, eftersom {why}."


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "i färre än 1 fall av 20"),
        (0.05, "i 1 fall av 10"),
        (0.31, "i 3 fall av 10"),
        (0.94, "i 9 fall av 10"),
        (0.949, "i 9 fall av 10"),
        (0.95, "i minst 19 fall av 20"),
        (1.0, "i minst 19 fall av 20"),
    ],
)
def test_chances_in_words(chance: float, words: str) -> None:
    assert chance_words(chance) == words
