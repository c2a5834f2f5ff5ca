"""What is said of an effect."""

from dataclasses import replace

import pytest

from etl.evaluate.difference_in_differences import Displacement, RelativeIncidence
from etl.evaluate.effect import Condition, EffectJudgement, Finding, Level
from etl.evaluate.numbers_sv import NBSP
from etl.evaluate.sentences_effect import CAUTIONS, UNMET, EffectContext, tell_effect, unmet_phrases

DAMAGE = EffectContext(crime="skadegorelse", place="Svedala kommun")


def told(
    finding: Finding, here: float, there: float, *, rirr: float | None = None, wdd: float = 0.0, comparisons: int = 8
) -> str:
    ratio = rirr if rirr is not None else (100 + here) / (100 + there)
    judgement = EffectJudgement(
        level=Level.SERIES,
        finding=finding,
        incidence=RelativeIncidence(value=ratio, log_se=0.1, low=ratio * 0.8, high=ratio * 1.2),
        displacement=Displacement(value=wdd, se=10, low=wdd - 20, high=wdd + 20),
        comparisons=comparisons,
        change_here=here,
        change_there=there,
    )
    return tell_effect(judgement, DAMAGE)


def test_the_strongest_that_is_ever_said() -> None:
    assert told(Finding.AGREES, -34, -8, wdd=-41.2) == (
        "De anmälda skadegörelserna i Svedala kommun minskade mer än i de 8 jämförelsekommunerna "
        f"(−34 mot −8{NBSP}procent), vilket är förenligt med att insatserna har haft effekt men inte bevisar det. "
        "Det motsvarar omkring 41 färre anmälda brott på ett år."
    )


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        (-34, -8, "minskade mer än i de 8 jämförelsekommunerna"),
        (-20, 12, "minskade, medan de ökade i de 8 jämförelsekommunerna"),
        (-20, 0.2, "minskade, medan de låg stilla i de 8 jämförelsekommunerna"),
        (5, 40, "ökade mindre än i de 8 jämförelsekommunerna"),
        (0.1, 40, "låg stilla, medan de ökade i de 8 jämförelsekommunerna"),
    ],
)
def test_how_it_went_better(here: float, there: float, words: str) -> None:
    assert f"De anmälda skadegörelserna i Svedala kommun {words} (" in told(Finding.AGREES, here, there)


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        (34, 8, "ökade mer än i de 8 jämförelsekommunerna"),
        (20, -12, "ökade, medan de minskade i de 8 jämförelsekommunerna"),
        (20, 0.0, "ökade, medan de låg stilla i de 8 jämförelsekommunerna"),
        (-5, -40, "minskade mindre än i de 8 jämförelsekommunerna"),
        (-0.1, -40, "låg stilla, medan de minskade i de 8 jämförelsekommunerna"),
    ],
)
def test_how_it_went_worse(here: float, there: float, words: str) -> None:
    sentence = told(Finding.AGAINST, here, there)
    assert f"De anmälda skadegörelserna i Svedala kommun {words} (" in sentence
    assert "så siffrorna talar inte för att insatserna har haft effekt." in sentence


def test_a_difference_within_ordinary_swings() -> None:
    assert told(Finding.UNCLEAR, -12, -8) == (
        "Skillnaden i anmälda skadegörelser mellan Svedala kommun och de 8 jämförelsekommunerna "
        f"(−12 mot −8{NBSP}procent) är inte större än de vanliga svängningarna mellan åren, "
        "så det går inte att säga om insatserna har haft effekt."
    )


def test_when_another_way_to_look_says_otherwise() -> None:
    assert told(Finding.SERIES_DISAGREES, -34, -8).endswith(
        "men med hänsyn till trend och säsong syns ingen sådan förändring, "
        "så det går inte att säga om insatserna har haft effekt."
    )
    assert told(Finding.COMMON_CHANGE, -34, -8).endswith(
        "men flera av dem förändrades lika mycket, så det går inte att säga om insatserna har haft effekt."
    )


def test_an_amount_that_would_say_the_opposite_is_left_out() -> None:
    assert "motsvarar" not in told(Finding.AGREES, -34, -8, wdd=12)
    assert "motsvarar" not in told(Finding.AGREES, -34, -8, wdd=-0.3)
    assert "motsvarar" not in told(Finding.UNCLEAR, -34, -8, wdd=-40)
    assert "omkring 25 fler anmälda brott" in told(Finding.AGAINST, 34, 8, wdd=25)


def test_a_refusal_lists_what_is_missing() -> None:
    refused = EffectJudgement(
        level=Level.NONE, unmet=(Condition.ENOUGH_AFTER, Condition.ENOUGH_COMPARISONS, Condition.WORK_DONE)
    )
    assert tell_effect(refused, DAMAGE) == (
        "Underlaget räcker inte för att avgöra om insatserna har haft effekt, eftersom det saknas "
        "ett helt års uppgifter efter starten, tillräckligt många kommuner att jämföra med (minst 5) och "
        "en aktivitetslogg som visar att minst 80 procent av det planerade är gjort."
    )
    assert len(unmet_phrases(refused)) == 3
    assert tell_effect(replace(refused, unmet=(Condition.START_KNOWN,)), DAMAGE).endswith("saknas ett känt startdatum.")


def test_every_condition_has_its_words_and_none_breaks_the_list() -> None:
    assert set(UNMET) == set(Condition)
    assert not [phrase for phrase in UNMET.values() if ";" in phrase]


def test_the_four_cautions() -> None:
    assert len(CAUTIONS) == 4
    for caution, word in zip(CAUTIONS, ("anmäler", "dåligt år", "flyttat", "Andra åtgärder"), strict=True):
        assert word in caution


@pytest.mark.parametrize("finding", Finding)
def test_nothing_ever_says_that_the_work_caused_it(finding: Finding) -> None:
    sentence = told(finding, -34, -8, wdd=-41)
    for claim in ("tack vare", "ledde till", "berodde på", "orsak", "gav effekt", "beror på"):
        assert claim not in sentence
    assert ("förenligt" in sentence) == (finding is Finding.AGREES)
