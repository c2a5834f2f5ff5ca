"""Which municipalities are alike enough to be compared: those nearest in population, never twice or half the size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from etl.evaluate.numbers_sv import in_words, join_sv, number, plural

LEAST = 3
"""With fewer there is no comparison: one or two neighbours say more about themselves than about this one."""
MOST = 7
"""As many as Kolada compares a municipality with."""
FACTOR = 2.0


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """One that has series of reported crime; `population` on 31 December of the latest known year, or None."""

    code: str
    name: str
    population: int | None
    is_fictitious: bool


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """A municipality to compare with; `ratio` is its population divided by the own one."""

    municipality: Municipality
    ratio: float


@dataclass(frozen=True, kw_only=True)
class Similar:
    """What one municipality is compared with, nearest first: nothing, or at least LEAST; and why."""

    neighbours: tuple[Neighbour, ...]
    sentence: str


def similar(municipalities: Iterable[Municipality]) -> Mapping[str, Similar]:
    """For each municipality those nearest in population on a log scale, at most MOST, within a factor of FACTOR.

    Real ones are never compared with made-up ones.
    """
    known = list(municipalities)
    return {one.code: _of(one, known) for one in known}


def _of(own: Municipality, known: Iterable[Municipality]) -> Similar:
    if not own.population:
        return Similar(
            neighbours=(), sentence=f"{own.name} jämförs inte med andra kommuner, eftersom folkmängden saknas."
        )
    near = [
        (abs(log(other.population / own.population)), other.code, other)
        for other in known
        if other.code != own.code and other.is_fictitious == own.is_fictitious and other.population
        if own.population / FACTOR <= other.population <= own.population * FACTOR
    ]
    if len(near) < LEAST:
        return Similar(neighbours=(), sentence=_too_few(own, len(near)))
    chosen = [other for _, _, other in sorted(near)[:MOST]]
    return Similar(
        neighbours=tuple(Neighbour(municipality=o, ratio=(o.population or 0) / own.population) for o in chosen),
        sentence=_compared(own, chosen),
    )


def _compared(own: Municipality, chosen: list[Municipality]) -> str:
    names = join_sv([other.name for other in chosen])
    sizes = [other.population or 0 for other in chosen]
    return (
        f"{own.name} ({_people(own.population or 0)}) jämförs med de {in_words(len(chosen))} kommuner i databasen som "
        f"ligger närmast i folkmängd: {names}, med mellan {number(min(sizes))} och {_people(max(sizes))}."
    )


def _too_few(own: Municipality, found: int) -> str:
    if own.is_fictitious:
        return f"{own.name} är påhittad och jämförs aldrig med verkliga kommuner."
    there = "ingen finns" if found == 0 else f"bara {in_words(found, 'en')} finns"
    return (
        f"{own.name} jämförs inte med andra kommuner: det behövs minst {in_words(LEAST)} av liknande storlek, med "
        f"mellan hälften så många och dubbelt så många invånare, och {there} i databasen."
    )


def _people(count: int) -> str:
    return plural(count, "invånare", "invånare")
