"""One municipality's reported crime beside others of similar size, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from etl.evaluate.crime_goal import TAU, assumed_phi
from etl.evaluate.numbers_sv import in_words, number
from etl.evaluate.sentences_crime_change import ChangeTold
from etl.evaluate.verdict import Z95
from etl.evaluate.wording import crime_words


@dataclass(frozen=True, kw_only=True)
class SimilarRate:
    """Crimes reported during one year, and per 100 000 inhabitants; both zero or more."""

    name: str
    count: int
    rate: float


def clearly_apart(a: SimilarRate, b: SimilarRate, *, crime: str) -> int:
    """−1 when a's rate is clearly lower than b's, 1 when clearly higher, else 0.

    The spread is that of the rule for crime goals between two single years: φ(1/x + 1/y) + 2τ² on the log scale, at
    95 %. A count of nothing is taken as half a crime.
    """
    x, y = max(a.count, 0.5), max(b.count, 0.5)
    if a.rate <= 0 and b.rate <= 0:
        return 0
    # Half a crime where there was none, on the population of the other where the own cannot be told.
    rate_a = a.rate if a.rate > 0 else b.rate * x / y
    rate_b = b.rate if b.rate > 0 else a.rate * y / x
    apart = log(rate_a / rate_b)
    limit = Z95 * sqrt(assumed_phi(crime) * (1 / x + 1 / y) + 2 * TAU**2)
    return 0 if abs(apart) <= limit else 1 if apart > 0 else -1


def tell_similar(
    own: SimilarRate, others: Sequence[SimilarRate], *, crime: str, crime_name: str, year: str
) -> ChangeTold:
    """Where the own municipality stands among the others. Raises ValueError when there are none."""
    if not others:
        raise ValueError("en jämförelse kräver andra kommuner")
    words = crime_words(crime, crime_name)
    higher = sum(clearly_apart(other, own, crime=crime) > 0 for other in others)
    lower = sum(clearly_apart(other, own, crime=crime) < 0 for other in others)
    rates = [other.rate for other in others]
    between = f"mellan {number(min(rates))} och {number(max(rates))}"
    sentence = (
        f"År {year} anmäldes {number(own.rate)} {words.plural} per 100\N{NO-BREAK SPACE}000 invånare i {own.name}. "
        f"Bland de {in_words(len(others))} jämförda kommunerna låg talet {between}: {_how_many(higher)} låg tydligt "
        f"högre och {_how_many(lower)} tydligt lägre än {own.name}."
    )
    half = len(others) / 2
    if higher > half:
        claim = f"{own.name} hade färre anmälda {words.plural} per invånare än de flesta liknande kommuner {year}"
    elif lower > half:
        claim = f"{own.name} hade fler anmälda {words.plural} per invånare än de flesta liknande kommuner {year}"
    else:
        claim = (
            f"{own.name} skiljer sig inte tydligt från de flesta liknande kommuner i anmälda {words.plural} "
            f"per invånare {year}"
        )
    return ChangeTold(sentence=sentence, claim=claim)


def _how_many(count: int) -> str:
    return "ingen" if count == 0 else in_words(count, "en")
