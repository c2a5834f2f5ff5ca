"""A verdict without its figures is told in every form, and no form lets a number through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.contexts import WithheldContext
from etl.evaluate.sentences_shared import EASY_WORDS, SHORT_WORDS, word_count
from etl.evaluate.sentences_withheld import tell_withheld
from etl.evaluate.verdict import Direction, Reason, Verdict
from etl.evaluate.wording import REASONS


def context(**more: object) -> WithheldContext:
    known = {
        "measure": "brott", "key": "klotter", "name": "Klotter", "goal": "Klottret ska minska.", "place": "Södervik",
        "direction": Direction.DECREASE, "verdict": Verdict.NOT_MET, "headline": "Ej uppfyllt", **more,
    }  # fmt: skip
    return WithheldContext(**known)  # type: ignore[arg-type]


def test_reported_crime_that_did_not_fall() -> None:
    told = tell_withheld(context(is_open=True))
    assert told.sentence == (
        "Målet att de anmälda klotterbrotten i Södervik ska minska är hittills inte uppfyllt; "
        "siffrorna är dolda för att skydda små tal."
    )
    assert told.claim == "Målet för anmälda klotterbrott är hittills inte uppfyllt"
    assert told.short == "Anmälda klotterbrott i Södervik: målet är hittills inte uppfyllt."
    assert told.easy.splitlines() == [
        "Målet gäller anmälda klotterbrott i Södervik.",
        "Målet är att siffran ska bli lägre.",
        "Hittills är målet inte nått.",
        "Vi visar inte siffrorna.",
        "De är små, och små tal kan avslöja vem det handlar om.",
    ]
    assert "inte alla brott som begås" in told.caution


def test_too_few_to_decide() -> None:
    told = tell_withheld(context(verdict=Verdict.UNDECIDABLE, reason="för få anmälningar i utgångsläget"))
    assert told.sentence == (
        "Det går inte att avgöra om de anmälda klotterbrotten i Södervik har minskat "
        "(för få anmälningar i utgångsläget), och siffrorna är dolda för att skydda små tal."
    )
    assert told.reason == "för få anmälningar i utgångsläget"


def test_a_survey_of_a_group() -> None:
    told = tell_withheld(
        context(
            measure="enkät", key="trygg", group="kvinna", verdict=Verdict.MET, direction=Direction.INCREASE,
            high_is_good=True,
        )
    )  # fmt: skip
    assert told.sentence == (
        "Målet att andelen som känner sig trygga (kvinna) i Södervik ska öka är uppfyllt; "
        "siffrorna är dolda för att skydda dem som har svarat."
    )


def test_a_goal_of_several_measures_is_told_by_its_own_words() -> None:
    told = tell_withheld(context(measure="flera", verdict=Verdict.ON_TRACK, goal="Färre ska utsättas för brott."))
    assert told.sentence.startswith("Målet att färre ska utsättas för brott är på väg att uppfyllas;")


UNDECIDED = [REASONS[reason] for reason in Reason if not any(sign.isdigit() for sign in REASONS[reason])]


@given(
    measure=st.sampled_from(["brott", "enkät", "flera"]),
    key=st.sampled_from(["klotter", "skadegorelse", "okänt", "trygg", "fortroende_polis"]),
    verdict=st.sampled_from(Verdict),
    direction=st.sampled_from([*Direction, None]),
    place=st.sampled_from(["Bara", "Västra ängen med omnejd", ""]),
    reason=st.sampled_from(UNDECIDED),
    is_open=st.booleans(),
    high_is_good=st.booleans(),
)
def test_every_form_is_there_fits_its_use_and_holds_no_number(**words: object) -> None:
    told = tell_withheld(context(name="Klotter på väggar", **words))
    texts = (told.sentence, told.claim, told.short, told.easy, told.report, told.caution, told.alt)
    assert all(texts)
    assert [text for text in texts if re.search(r"\d|  |\bNone\b", text)] == []
    assert word_count(told.short) <= SHORT_WORDS
    assert all(word_count(line) <= EASY_WORDS for line in told.easy.splitlines())
    assert told.sentence in told.report
    assert told.claim in told.alt


@pytest.mark.parametrize("verdict", Verdict)
def test_the_verdict_is_told_in_the_sentence(verdict: Verdict) -> None:
    said = {
        Verdict.MET: "är uppfyllt",
        Verdict.ON_TRACK: "är på väg",
        Verdict.NOT_MET: "är inte uppfyllt",
        Verdict.UNDECIDABLE: "Det går inte att avgöra",
    }
    assert said[verdict] in tell_withheld(context(verdict=verdict)).sentence
