"""A municipality beside others of similar size, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.sentences_similar import SimilarRate, clearly_apart, tell_similar
from tests.unit.evaluate.strategies import CALM

NBSP = "\N{NO-BREAK SPACE}"


def rated(name: str, count: int, rate: float) -> SimilarRate:
    return SimilarRate(name=name, count=count, rate=rate)


OWN = rated("Svedala", 127, 537)


def claim(*others: SimilarRate) -> str:
    return tell_similar(OWN, others, crime="skadegorelse", crime_name="", year="2025").claim


def test_where_the_municipality_stands() -> None:
    others = (rated("A", 200, 1244), rated("B", 120, 679), rated("C", 210, 1195))
    told = tell_similar(OWN, others, crime="skadegorelse", crime_name="", year="2025")

    assert told.sentence == (
        f"År 2025 anmäldes 537 skadegörelser per 100{NBSP}000 invånare i Svedala. Bland de tre jämförda kommunerna låg "
        f"talet mellan 679 och 1{NBSP}244: två låg tydligt högre och ingen tydligt lägre än Svedala."
    )
    assert told.claim == "Svedala hade färre anmälda skadegörelser per invånare än de flesta liknande kommuner 2025"
    assert told.caution == "Siffran visar anmälda brott, inte alla brott som begås."


def test_more_than_most_and_like_most() -> None:
    low = [rated(name, 40, 150) for name in "ABC"]
    alike = [rated(name, 130, 540) for name in "ABC"]

    assert claim(*low) == "Svedala hade fler anmälda skadegörelser per invånare än de flesta liknande kommuner 2025"
    assert claim(*alike) == (
        "Svedala skiljer sig inte tydligt från de flesta liknande kommuner i anmälda skadegörelser per invånare 2025"
    )


def test_a_few_crimes_are_never_clearly_apart() -> None:
    assert clearly_apart(rated("A", 1, 10), rated("B", 4, 40), crime="vapen") == 0
    assert clearly_apart(rated("A", 0, 0), rated("B", 0, 0), crime="vapen") == 0
    assert clearly_apart(rated("A", 0, 0), rated("B", 300, 900), crime="vapen") == -1
    assert clearly_apart(rated("A", 300, 900), rated("B", 0, 0), crime="vapen") == 1


def test_without_others_there_is_no_comparison() -> None:
    with pytest.raises(ValueError, match="andra kommuner"):
        claim()


rates = st.builds(
    lambda count, population: rated("A", count, 100_000 * count / population),
    st.integers(0, 5000),
    st.integers(2000, 900_000),
)


@given(rates, rates)
@CALM
def test_the_one_is_higher_when_the_other_is_lower(a: SimilarRate, b: SimilarRate) -> None:
    apart = clearly_apart(a, b, crime="skadegorelse")

    assert apart == -clearly_apart(b, a, crime="skadegorelse")
    assert apart == 0 or (a.rate > b.rate) == (apart > 0)
