"""Which municipalities a municipality is compared with."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.similar import FACTOR, LEAST, MOST, Municipality, similar
from tests.unit.evaluate.strategies import CALM


def place(code: str, population: int | None, *, made_up: bool = False) -> Municipality:
    return Municipality(code=code, name=f"K{code}", population=population, is_fictitious=made_up)


def neighbours(found: str, *places: Municipality) -> list[str]:
    return [near.municipality.code for near in similar(places)[found].neighbours]


def test_the_nearest_in_population_come_first_in_proportion() -> None:
    places = (place("1", 20_000), place("2", 39_000), place("3", 11_000), place("4", 25_000), place("5", 19_000))

    assert neighbours("1", *places) == ["5", "4", "3", "2"]


def test_at_most_seven_and_never_twice_or_half_the_size() -> None:
    near = [place(str(number), 20_000 + number) for number in range(2, 12)]
    found = similar([place("1", 20_000), *near, place("90", 40_001), place("91", 9_999)])["1"]

    assert [n.municipality.code for n in found.neighbours] == [str(number) for number in range(2, 9)]
    assert found.neighbours[0].ratio == 20_002 / 20_000
    assert found.sentence == (
        "K1 (20\N{NO-BREAK SPACE}000 invånare) jämförs med de sju kommuner i databasen som ligger närmast i "
        "folkmängd: K2, K3, K4, K5, K6, K7 och K8, med mellan 20\N{NO-BREAK SPACE}002 och 20\N{NO-BREAK SPACE}008 "
        "invånare."
    )


def test_two_are_too_few_and_it_says_so() -> None:
    places = (place("1", 20_000), place("2", 21_000), place("3", 22_000), place("4", 90_000))
    found = similar(places)

    assert found["1"].neighbours == ()
    assert found["1"].sentence == (
        "K1 jämförs inte med andra kommuner: det behövs minst tre av liknande storlek, med mellan hälften så många och "
        "dubbelt så många invånare, och bara två finns i databasen."
    )
    assert found["4"].sentence.endswith("och ingen finns i databasen.")


def test_real_and_made_up_are_never_compared() -> None:
    real = [place(str(number), 20_000) for number in range(1, 6)]
    made_up = place("9999", 20_000, made_up=True)
    found = similar([*real, made_up])

    assert all(not n.municipality.is_fictitious for n in found["1"].neighbours)
    assert found["9999"].neighbours == ()
    assert found["9999"].sentence == "K9999 är påhittad och jämförs aldrig med verkliga kommuner."


def test_without_a_population_there_is_nothing_to_compare_by() -> None:
    places = [place(str(number), 20_000) for number in range(1, 6)]

    for unknown in (None, 0):
        found = similar([*places, place("6", unknown)])
        assert found["6"].neighbours == ()
        assert "folkmängden saknas" in found["6"].sentence
        assert all(n.municipality.code != "6" for n in found["1"].neighbours)


@given(st.lists(st.tuples(st.none() | st.integers(0, 1_000_000), st.booleans()), max_size=25), st.randoms())
@CALM
def test_the_rules_hold_for_any_municipalities_in_any_order(
    sizes: list[tuple[int | None, bool]], order: Random
) -> None:
    places = [place(f"{code:04}", population, made_up=made_up) for code, (population, made_up) in enumerate(sizes)]
    found = similar(places)
    shuffled = list(places)
    order.shuffle(shuffled)

    assert similar(shuffled) == found
    for own in places:
        near = found[own.code].neighbours
        assert len(near) == 0 or LEAST <= len(near) <= MOST
        assert all(1 / FACTOR <= n.ratio <= FACTOR for n in near)
        assert all(n.municipality.is_fictitious == own.is_fictitious and n.municipality != own for n in near)
        assert found[own.code].sentence
