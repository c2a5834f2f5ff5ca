"""What the survey asks, and which shares the story wants in each wave."""

from collections.abc import Mapping
from dataclasses import dataclass

INSTRUMENT = "Exempelköpings trygghetsenkät (påhittad)"
WAVES = (2021, 2022, 2023, 2024, 2025)


@dataclass(frozen=True, kw_only=True)
class Question:
    """`shares`: intended share of counted answers per wave. `counted`, `others`: values with their split."""

    heading: str
    wording: str
    scale: str
    good: str
    indicator: str
    good_answers: str
    shares: tuple[float, ...]
    counted: Mapping[int, float]
    others: Mapping[int, float]
    by_gender: tuple[float, ...] = (0.0, 0.0, 0.0)
    by_age: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)
    by_area: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0, 0.0)


_FIVE = {3: 0.55, 2: 0.30, 1: 0.15}
QUESTIONS = (
    Question(
        heading="trygg_kvall",
        wording="Hur trygg känner du dig när du går ut ensam i ditt bostadsområde en sen kväll?",
        scale="1 = mycket otrygg; 2 = ganska otrygg; 3 = varken eller; 4 = ganska trygg; 5 = mycket trygg",
        good="högt är bra",
        indicator="enkat:trygg",
        good_answers="4;5",
        shares=(0.55, 0.54, 0.52, 0.66, 0.67),
        counted={5: 0.4, 4: 0.6},
        others=_FIVE,
        by_gender=(-0.11, 0.12, -0.15),
        by_age=(-0.04, 0.05, 0.03, -0.05),
        by_area=(-0.03, 0.00, -0.08, 0.07, 0.14),
    ),
    Question(
        heading="fortroende_polis",
        wording="Hur stort förtroende har du för polisen i ditt område?",
        scale="1 = mycket litet; 2 = ganska litet; 3 = varken eller; 4 = ganska stort; 5 = mycket stort",
        good="högt är bra",
        indicator="enkat:fortroende_polis",
        good_answers="4;5",
        shares=(0.48, 0.47, 0.47, 0.50, 0.50),
        counted={5: 0.3, 4: 0.7},
        others=_FIVE,
        by_gender=(0.03, -0.03, -0.10),
        by_age=(-0.06, -0.01, 0.02, 0.04),
        by_area=(0.00, -0.03, -0.04, 0.04, 0.03),
    ),
    Question(
        heading="utsatt_skadegorelse",
        wording="Har du eller ditt hushåll utsatts för skadegörelse de senaste tolv månaderna?",
        scale="0 = nej; 1 = ja",
        good="lågt är bra",
        indicator="enkat:utsatt_skadegorelse",
        good_answers="1",
        shares=(0.10, 0.10, 0.10, 0.10, 0.15),
        counted={1: 1.0},
        others={0: 1.0},
        by_age=(0.01, 0.02, 0.00, -0.03),
        by_area=(0.01, 0.00, 0.03, -0.02, -0.05),
    ),
    Question(
        heading="utsatt_ofredande",
        wording="Har du utsatts för ofredande utomhus de senaste tolv månaderna?",
        scale="0 = nej; 1 = ja",
        good="lågt är bra",
        indicator="enkat:utsatt_ofredande",
        good_answers="1",
        shares=(0.12, 0.12, 0.125, 0.065, 0.065),
        counted={1: 1.0},
        others={0: 1.0},
        by_gender=(0.015, -0.02, 0.04),
        by_age=(0.04, 0.00, -0.02, -0.03),
        by_area=(0.01, 0.00, 0.01, -0.01, -0.03),
    ),
)
