"""What is said of a goal that several measures decide."""

import pytest

from etl.evaluate.contexts import Told
from etl.evaluate.sentences_indicators import reporting_caution, tell_indicators, with_reporting_caution
from etl.evaluate.sentences_promise import PartLine
from etl.evaluate.verdict import Judgement, Reason, Verdict, undecidable

MET, ON_TRACK, NOT_MET, GREY = Verdict.MET, Verdict.ON_TRACK, Verdict.NOT_MET, Verdict.UNDECIDABLE
DAMAGE = "Anmälda skadegörelser blev fler 2017"
SAFE = "Fler kände sig trygga 2017"


def line(verdict: Verdict, claim: str = DAMAGE, reason: Reason = Reason.DONE) -> PartLine:
    return PartLine(verdict=verdict, claim=claim, reason_code=reason)


def tell(judgement: Judgement, *lines: PartLine) -> Told:
    return tell_indicators(judgement, lines)


def decided(verdict: Verdict, reason: Reason, *, is_open: bool = False) -> Judgement:
    return Judgement(verdict=verdict, reason_code=reason, open_period=is_open)


NO_DATA = line(GREY, reason=Reason.NO_DATA)


@pytest.mark.parametrize(
    ("judgement", "lines", "sentence"),
    [
        (
            decided(NOT_MET, Reason.SOME_NOT_MET), (line(NOT_MET), NO_DATA),
            "Anmälda skadegörelser blev fler 2017, så målet är inte uppfyllt: "
            "det avgörs av två mått, och båda måste visa det.",
        ),
        (
            decided(NOT_MET, Reason.SOME_NOT_MET, is_open=True), (line(MET, SAFE), line(NOT_MET), NO_DATA),
            "Anmälda skadegörelser blev fler 2017, så målet är hittills inte uppfyllt: "
            "det avgörs av tre mått, och alla måste visa det.",
        ),
        (
            decided(MET, Reason.ALL_MET), (line(MET, "Anmälda skadegörelser blev färre"), line(MET, SAFE)),
            "Målet är uppfyllt enligt båda måtten: anmälda skadegörelser blev färre och fler kände sig trygga 2017.",
        ),
        (
            decided(ON_TRACK, Reason.ALL_ON_TRACK), (line(MET, SAFE), line(ON_TRACK, "Klottret minskar")),
            "Målet är på väg enligt båda måtten: fler kände sig trygga 2017 och klottret minskar.",
        ),
        (
            undecidable(Reason.PART_UNDECIDED), (line(MET), NO_DATA),
            "Målet avgörs av två mått, och ett av dem går inte att bedöma (inga uppgifter).",
        ),
        (
            undecidable(Reason.NO_DATA), (NO_DATA, NO_DATA),
            "Målet avgörs av två mått, och inget av dem går att bedöma (inga uppgifter).",
        ),
        (
            undecidable(Reason.REPORTING_EFFECT), (line(GREY, reason=Reason.REPORTING_EFFECT), NO_DATA),
            "Anmälningarna och enkäten pekar åt olika håll, så det går inte att avgöra om målet är uppfyllt; fler "
            "anmälningar kan bero på ökad anmälningsbenägenhet, och färre på att färre anmäler.",
        ),
        (undecidable(Reason.PAUSED), (NO_DATA,), "Löftet är pausat, så målet bedöms inte."),
        (
            undecidable(Reason.NO_PRIMARY), (),
            "Inget av målets mått är ett huvudmått, så det går inte att avgöra om målet är uppfyllt.",
        ),
    ],
)  # fmt: skip
def test_one_sentence_for_the_goal(judgement: Judgement, lines: tuple[PartLine, ...], sentence: str) -> None:
    told = tell(judgement, *lines)
    assert (told.sentence, told.report) == (sentence, sentence)
    assert told.headline.startswith(str(judgement.verdict))
    assert "del " not in told.headline
    assert bool(told.reason) is (judgement.verdict is GREY)


def test_the_display_form_is_short() -> None:
    told = tell(decided(NOT_MET, Reason.SOME_NOT_MET), line(NOT_MET), NO_DATA)
    assert told.short == "Anmälda skadegörelser blev fler 2017."
    assert told.easy.startswith("Målet mäts på två sätt.\n")


def test_the_caution_follows_the_way_the_reports_went() -> None:
    assert reporting_caution(12.0) == "Fler anmälningar kan bero på ökad anmälningsbenägenhet."
    assert reporting_caution(-12.0) == "Färre anmälningar kan bero på minskad anmälningsbenägenhet."
    told = tell_indicators(decided(MET, Reason.ALL_MET), [line(MET), line(MET)], caution=reporting_caution(-12.0))
    assert told.caution == reporting_caution(-12.0)


def test_a_contradiction_says_it_in_the_sentence_and_not_twice() -> None:
    contradicted = undecidable(Reason.REPORTING_EFFECT)
    assert tell_indicators(contradicted, [NO_DATA, NO_DATA], caution=reporting_caution(1.0)).caution == ""


def test_reports_that_decide_alone_keep_their_own_caution() -> None:
    own = Told(sentence="S.", claim="C", headline="H", caution="Siffran visar anmälda brott.")
    assert with_reporting_caution(own, 12.0) is own
    assert with_reporting_caution(own, -12.0).caution == f"Siffran visar anmälda brott. {reporting_caution(-12.0)}"
