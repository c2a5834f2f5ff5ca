"""Golden sentences about a whole promise."""

import pytest

from etl.evaluate.promise import Part, combine, combine_indicators
from etl.evaluate.sentences import PartLine, countable_sentence, tally, tell_commitments, tell_goals
from etl.evaluate.verdict import Judgement, Reason, Verdict

MET, ON_TRACK, NOT_MET, GREY = Verdict.MET, Verdict.ON_TRACK, Verdict.NOT_MET, Verdict.UNDECIDABLE
FEWER, MORE = (
    "Anmälda skadegörelser blev färre under löftesåret",
    "Anmälda skadegörelser blev fler under löftesåret",
)

# verdicts, commitments, goals
PROMISES = [
    (
        [GREY] * 3,
        "Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om åtagandena har genomförts.",
        "Inget av de tre målen går att avgöra: ingen aktivitetslogg.",
    ),
    (
        [NOT_MET, GREY, GREY, GREY],
        "1 av 4 åtaganden är inte uppfyllt och 3 går inte att avgöra.",
        f"{MORE}; 1 av 4 mål är inte uppfyllt och 3 går inte att avgöra.",
    ),
    ([MET, MET], "Båda åtagandena är uppfyllda.", f"{FEWER}; båda målen är uppfyllda."),
    ([MET] * 3, "Alla tre åtaganden är uppfyllda.", f"{FEWER}; alla tre mål är uppfyllda."),
    ([ON_TRACK], "Åtagandet är på väg att uppfyllas.", f"{FEWER}; målet är på väg att uppfyllas."),
    (
        [MET, ON_TRACK, GREY],
        "1 av 3 åtaganden är uppfyllt, 1 är på väg och 1 går inte att avgöra: underlaget räcker inte.",
        "1 av 3 mål är uppfyllt, 1 är på väg och 1 går inte att avgöra: underlaget räcker inte.",
    ),
    ([NOT_MET], "Åtagandet är inte uppfyllt.", f"{MORE}; målet är inte uppfyllt."),
    ([NOT_MET] * 2, "Inget av de två åtagandena är uppfyllt.", f"{MORE}; inget av de två målen är uppfyllt."),
    (
        [],
        "Inget åtagande har ett mål i siffror, så det finns inget att räkna mot.",
        "Inget mål har ett mått, så det går inte att avgöra om det blev bättre.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("verdicts", "commitments", "goals"), PROMISES)
def test_a_promise_in_words(verdicts: list[Verdict], commitments: str, goals: str) -> None:
    reasons = {GREY: Reason.NO_ACTIVITY_LOG, NOT_MET: Reason.WORSENED}
    parts = [
        PartLine(verdict=v, claim=MORE if v is NOT_MET else FEWER, reason_code=reasons.get(v, Reason.DONE))
        for v in verdicts
    ]
    together = combine_indicators([Judgement(verdict=p.verdict, reason_code=p.reason_code) for p in parts])
    told = tell_commitments(together, parts, total=len(parts) + 1)
    assert (told.sentence, tell_goals(together, parts).sentence) == (commitments, goals)
    assert told.caution == countable_sentence(len(parts), len(parts) + 1)


def test_a_promise_whose_measured_goals_are_not_the_main_ones() -> None:
    """True both when the main goal has no measure and when there is no main goal."""
    together = combine([Part(judgement=Judgement(verdict=MET, reason_code=Reason.IMPROVED), primary=False)])
    told = tell_goals(together, [PartLine(verdict=MET, claim=FEWER, reason_code=Reason.IMPROVED, primary=False)])
    assert told.sentence == ("Inget mål som har ett mått är huvudmål, så det går inte att avgöra om det blev bättre.")


def test_main_goals_are_named_so_beside_goals_that_do_not_decide() -> None:
    """ "Alla mål är uppfyllda" would be untrue while a goal beside the main ones is not."""
    parts = [
        PartLine(verdict=MET, claim=FEWER, reason_code=Reason.IMPROVED),
        PartLine(verdict=MET, claim=FEWER, reason_code=Reason.IMPROVED),
        PartLine(verdict=NOT_MET, claim=MORE, reason_code=Reason.WORSENED, primary=False),
    ]
    together = combine(
        [Part(judgement=Judgement(verdict=p.verdict, reason_code=p.reason_code), primary=p.primary) for p in parts]
    )
    assert tell_goals(together, parts).sentence == f"{FEWER}; båda huvudmålen är uppfyllda."


def test_counting_words() -> None:
    assert countable_sentence(3, 4) == "3 av 4 åtaganden har ett mål i siffror"
    assert countable_sentence(0, 1) == "0 av 1 åtagande har ett mål i siffror"
    assert countable_sentence(0, 0) == "Löftet har inga åtaganden"
    assert (
        tally([NOT_MET, NOT_MET, MET], "mål", "mål", so_far=True)
        == "2 av 3 mål är hittills inte uppfyllda och 1 är uppfyllt"
    )
