"""Yearly survey answers with weights.

Each respondent gets a probability of the counted answer from sex, age and area, shifted so that the weighted
mean of a wave is the share the story asks for. The random number that decides is drawn from a stratified
grid: answers look random, but the observed share lies close to the intended one whatever the seed.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from etl.demo.place import AREA_IDS, AREAS, MUNICIPALITY, inhabitants
from etl.demo.questions import INSTRUMENT, QUESTIONS, WAVES, Question
from etl.demo.sheets import SOURCE, Row, Sheet, decimal, generator

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

SENT = 1800
SMALL_AREA, SMALL_AREA_ANSWERS = AREA_IDS[-1], 24
GENDERS, GENDER_SHARES = ("kvinna", "man", "annat"), (0.52, 0.465, 0.015)
AGES = ("16–29", "30–49", "50–64", "65–84")
AGES_AMONG_INHABITANTS = np.array([0.22, 0.31, 0.23, 0.24])
AGES_AMONG_ANSWERS = np.array([0.13, 0.27, 0.27, 0.33])
NO_ANSWER = 0.02


@dataclass(frozen=True, kw_only=True)
class Wave:
    """The respondents of one year: codes into AREAS, GENDERS and AGES, and weights with mean 1."""

    year: int
    area: Integers
    gender: Integers
    age: Integers
    weight: Floats
    answers: tuple[tuple[int | None, ...], ...]


def draw_waves(seed: int) -> tuple[Wave, ...]:
    """All waves; `answers` holds one tuple per question in the order of QUESTIONS."""
    return tuple(_draw_wave(generator(seed, 100 + year), year) for year in WAVES)


def _draw_wave(rng: np.random.Generator, year: int) -> Wave:
    size = int(rng.integers(880, 930))
    population = np.array([inhabitants(area, year) for area in AREAS], dtype=float)
    large = population[:-1] / population[:-1].sum()
    area = np.concatenate(
        [
            rng.choice(len(AREAS) - 1, size=size - SMALL_AREA_ANSWERS, p=large),
            np.full(SMALL_AREA_ANSWERS, len(AREAS) - 1),
        ]
    )
    rng.shuffle(area)
    gender = rng.choice(len(GENDERS), size=size, p=GENDER_SHARES)
    age = rng.choice(len(AGES), size=size, p=AGES_AMONG_ANSWERS)
    weight = (population / population.sum() / _shares(area, len(AREAS)))[area]
    weight = weight * (AGES_AMONG_INHABITANTS / _shares(age, len(AGES)))[age]
    weight = np.round(weight / weight.mean(), 4)
    answers = tuple(
        _answers(rng, question, question.shares[WAVES.index(year)], gender, age, area, weight) for question in QUESTIONS
    )
    return Wave(year=year, area=area, gender=gender, age=age, weight=weight, answers=answers)


def _shares(codes: Integers, kinds: int) -> Floats:
    return np.asarray(np.bincount(codes, minlength=kinds) / len(codes), dtype=float)


def _answers(
    rng: np.random.Generator,
    question: Question,
    share: float,
    gender: Integers,
    age: Integers,
    area: Integers,
    weight: Floats,
) -> tuple[int | None, ...]:
    size = len(weight)
    lean = np.array(question.by_gender)[gender] + np.array(question.by_age)[age] + np.array(question.by_area)[area]
    chance = np.clip(share + lean, 0.01, 0.99)
    for _ in range(5):
        chance = np.clip(chance + share - np.average(chance, weights=weight), 0.01, 0.99)
    decides = (rng.permutation(size) + rng.random(size)) / size
    counted = decides < chance
    chosen = np.where(
        counted,
        rng.choice(list(question.counted), size=size, p=list(question.counted.values())),
        rng.choice(list(question.others), size=size, p=list(question.others.values())),
    )
    missing = rng.random(size) < NO_ANSWER
    return tuple(None if gone else int(value) for value, gone in zip(chosen, missing, strict=True))


def _survey_id(year: int) -> str:
    return f"{MUNICIPALITY}-enkat-{year}"


def survey_sheets(seed: int) -> tuple[Sheet, ...]:
    """The waves, their questions and one row per answer."""
    waves = draw_waves(seed)
    return _waves_sheet(waves), _questions_sheet(), _answers_sheet(waves)


def _waves_sheet(waves: tuple[Wave, ...]) -> Sheet:
    rows: list[Row] = [
        (
            _survey_id(wave.year),
            MUNICIPALITY,
            INSTRUMENT,
            str(wave.year),
            date(wave.year, 8, 19),
            date(wave.year, 10, 20),
            "webb urval",
            "16–84 år",
            SENT,
            len(wave.weight),
            _survey_id(wave.year - 1) if wave.year > WAVES[0] else None,
            SOURCE,
        )
        for wave in waves
    ]
    return Sheet(
        table="enkater",
        headings=(
            "enkät_id",
            "kommun",
            "instrument",
            "omgång",
            "från",
            "till",
            "metod",
            "målgrupp",
            "antal utskick",
            "antal svar",
            "jämförbar med",
            "källa",
        ),
        rows=tuple(rows),
    )


def _questions_sheet() -> Sheet:
    return Sheet(
        table="enkat_fragor",
        headings=(
            "instrument",
            "fråga",
            "lydelse",
            "skala",
            "riktning",
            "indikator",
            "bra svar",
            "giltig från",
        ),
        rows=tuple(
            (
                INSTRUMENT,
                q.heading,
                q.wording,
                q.scale,
                q.good,
                q.indicator,
                q.good_answers,
                date(WAVES[0], 1, 1),
            )
            for q in QUESTIONS
        ),
    )


def _answers_sheet(waves: tuple[Wave, ...]) -> Sheet:
    rows: list[Row] = []
    for wave in waves:
        for number, replies in enumerate(zip(*wave.answers, strict=True)):
            area_id = AREA_IDS[wave.area[number]]
            rows.append(
                (
                    _survey_id(wave.year),
                    f"s{wave.year}-{number + 1:04d}",
                    area_id,
                    GENDERS[wave.gender[number]],
                    AGES[wave.age[number]],
                    decimal(wave.weight[number], 4),
                    area_id,
                    *replies,
                )
            )
    return Sheet(
        table="enkat_svar",
        headings=(
            "enkät_id",
            "svar_id",
            "område",
            "kön",
            "åldersgrupp",
            "vikt",
            "stratum",
            *(question.heading for question in QUESTIONS),
        ),
        rows=tuple(rows),
    )
