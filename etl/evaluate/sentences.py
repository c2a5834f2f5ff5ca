"""The sentence engine: one place that screens, documents and open data take their words from."""

from etl.evaluate.contexts import CountContext, CrimeContext, RecurringContext, SurveyContext, Told
from etl.evaluate.headline import headline, reason_text, undecided_reason, verdict_words
from etl.evaluate.numbers_sv import lower_first, number
from etl.evaluate.rates import Rate
from etl.evaluate.sentences_count import tell_count
from etl.evaluate.sentences_crime import tell_crime
from etl.evaluate.sentences_promise import PartLine, countable_sentence, tally, tell_commitments, tell_goals
from etl.evaluate.sentences_recurring import tell_recurring
from etl.evaluate.sentences_signals import SEASON_SENTENCE
from etl.evaluate.sentences_survey import tell_survey
from etl.evaluate.sentences_unmeasured import tell_unmeasured
from etl.evaluate.survey import ShareEstimate, show_share
from etl.evaluate.wording import CRIME_CAUTION, crime_words, who

__all__ = [
    "SEASON_SENTENCE",
    "SUPPRESSED_SENTENCE",
    "CountContext",
    "CrimeContext",
    "PartLine",
    "RecurringContext",
    "SurveyContext",
    "Told",
    "countable_sentence",
    "headline",
    "rate_sentence",
    "reason_text",
    "share_sentence",
    "tally",
    "tell_commitments",
    "tell_count",
    "tell_crime",
    "tell_goals",
    "tell_recurring",
    "tell_survey",
    "tell_unmeasured",
    "undecided_reason",
    "verdict_words",
]

SUPPRESSED_SENTENCE = "Gruppen redovisas inte eftersom för få har svarat för att siffran ska vara tillförlitlig."


def rate_sentence(crime: str, rate: Rate, crime_name: str = "") -> str:
    """How many crimes were reported per 1 000 or 100 000 inhabitants."""
    words = crime_words(crime, crime_name)
    value = number(rate.value, 1 if rate.value < 100 else 0)
    per = number(rate.per)
    return f"Det anmäldes {value} {words.plural} per {per} invånare; {lower_first(CRIME_CAUTION)}"


def share_sentence(indicator: str, share: ShareEstimate, indicator_name: str = "") -> str:
    """A share with its interval, or why it is not shown."""
    if not show_share(share.n):
        return SUPPRESSED_SENTENCE
    people = who(indicator) or f"har svarat så på ”{indicator_name or indicator}”"
    low, high = number(100 * share.low), number(100 * share.high)
    return (
        f"{number(100 * share.p)} procent av de svarande {people}; eftersom alla inte har tillfrågats "
        f"ligger andelen bland invånarna troligen mellan {low} och {high} procent."
    )
