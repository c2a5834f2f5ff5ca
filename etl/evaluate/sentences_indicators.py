"""Sentences about a goal that is measured in several ways."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from etl.evaluate.contexts import Told
from etl.evaluate.english.promise_en import decisive_claim, indicators_english
from etl.evaluate.headline import BLOCKED, headline, reason_text, undecided_reason, verdict_words
from etl.evaluate.numbers_sv import in_words, join_sv, lower_first, upper_first
from etl.evaluate.sentences_promise import PartLine
from etl.evaluate.sentences_shared import easy_answer, easy_text, fitting
from etl.evaluate.verdict import Judgement, Reason, Verdict

_TOGETHER: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.ALL_MET: "alla mått visar det",
        Reason.ALL_ON_TRACK: "måtten är uppfyllda eller på väg",
        Reason.SOME_NOT_MET: "minst ett mått är inte uppfyllt",
    }
)


def tell_indicators(judgement: Judgement, deciding: Sequence[PartLine], *, caution: str = "") -> Told:
    """Every text about one goal with several measures; `deciding` are those that its verdict rests on.

    `caution` is that of reports which decide although a survey is among the measures.
    """
    sentence = _sentence(judgement, deciding)
    claim = _claim(judgement, deciding) or sentence.removesuffix(".")
    english = indicators_english(judgement, deciding)
    return Told(
        sentence=sentence,
        claim=claim,
        headline=_headline(judgement),
        reason=undecided_reason(judgement),
        caution="" if judgement.reason_code is Reason.REPORTING_EFFECT else caution,
        alt=sentence,
        short=fitting([sentence, f"{claim}.", f"{_headline(judgement)}."]),
        easy=easy_text(
            f"Målet mäts på {in_words(len(deciding))} sätt." if len(deciding) > 1 else "", *easy_answer(judgement)
        ),
        report=sentence,
        english=english,
        english_claim=decisive_claim(judgement, deciding) or english.removesuffix("."),
    )


def with_reporting_caution(told: Told, change: float | None) -> Told:
    """The texts of reports that decide alone with a survey beside; a rise already brings its own caution."""
    if change is None or change > 0:
        return told
    return replace(told, caution=" ".join(filter(None, (told.caution, reporting_caution(change)))))


def reporting_caution(change: float | None) -> str:
    """What reports alone cannot tell, whichever way they went (`change` in percent)."""
    if change is not None and change < 0:
        return "Färre anmälningar kan bero på minskad anmälningsbenägenhet."
    return "Fler anmälningar kan bero på ökad anmälningsbenägenhet."


def _headline(judgement: Judgement) -> str:
    together = _TOGETHER.get(judgement.reason_code)
    return f"{verdict_words(judgement)}: {together}" if together else headline(judgement)


def _sentence(judgement: Judgement, deciding: Sequence[PartLine]) -> str:
    reason = judgement.reason_code
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, så målet bedöms inte."
    if reason is Reason.NO_PRIMARY:
        return "Inget av målets mått är ett huvudmått, så det går inte att avgöra om målet är uppfyllt."
    if reason is Reason.REPORTING_EFFECT:
        return (
            "Anmälningarna och enkäten pekar åt olika håll, så det går inte att avgöra om målet är uppfyllt; "
            "fler anmälningar kan bero på ökad anmälningsbenägenhet, och färre på att färre anmäler."
        )
    count, both = in_words(len(deciding)), "båda" if len(deciding) == 2 else "alla"
    so_far = "hittills " if judgement.open_period else ""
    claim = _claim(judgement, deciding)
    if judgement.verdict is Verdict.NOT_MET:
        return f"{claim}, så målet är {so_far}inte uppfyllt: det avgörs av {count} mått, och {both} måste visa det."
    if judgement.verdict is Verdict.MET:
        return f"Målet är uppfyllt enligt {both} måtten: {_all_claims(deciding)}."
    if judgement.verdict is Verdict.ON_TRACK:
        return f"Målet är på väg enligt {both} måtten: {_all_claims(deciding)}."
    return f"Målet avgörs av {count} mått, och {_undecided(deciding)}."


def _undecided(deciding: Sequence[PartLine]) -> str:
    grey = [part for part in deciding if part.verdict is Verdict.UNDECIDABLE]
    reasons = join_sv(list(dict.fromkeys(reason_text(part.reason_code) for part in grey)))
    if len(grey) == len(deciding):
        return f"inget av dem går att bedöma ({reasons})"
    return f"{in_words(len(grey))} av dem går inte att bedöma ({reasons})"


def _claim(judgement: Judgement, deciding: Sequence[PartLine]) -> str:
    """What the first measure with the goal's own verdict shows."""
    if not judgement.decided:
        return ""
    return next((upper_first(part.claim) for part in deciding if part.verdict is judgement.verdict and part.claim), "")


def _all_claims(deciding: Sequence[PartLine]) -> str:
    return join_sv([lower_first(part.claim) for part in deciding if part.claim])
