"""Incidents with time and position, for the joint picture of where it happens.

Six in ten happen at a named place, the rest anywhere in the area. The deviating area gets more of the
deviating type from the same day as in the crime counts.
"""

from datetime import date, time, timedelta

import numpy as np

from etl.demo.place import AREA_IDS, AREAS, FIRST_YEAR, LAST_YEAR, MUNICIPALITY, Area
from etl.demo.sheets import Row, Sheet, decimal, generator, until
from etl.demo.story import STORY

PER_DAY = 1.0
KINDS = ("skadegörelse", "klotter", "ofredande", "ordningsstörning", "narkotika", "mopedkörning", "brand")
KIND_SHARES = (0.20, 0.24, 0.18, 0.16, 0.06, 0.12, 0.04)
AREA_SHARES = (0.40, 0.22, 0.20, 0.14, 0.04)
SENDERS = ("polis", "skola", "företag", "räddningstjänst", "nattvandrare", "medborgare", "kommun")
SENDER_SHARES = (0.38, 0.12, 0.12, 0.04, 0.10, 0.14, 0.10)
# Hours of the day: few at night and in the morning, most in the evening.
HOURS = np.array([3, 2, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7, 8, 9, 10, 8, 5], dtype=float)
AT_NAMED_PLACE = 0.6
SPREAD_METRES = 350.0
METRES_PER_DEGREE = 111_320.0


def incidents_sheet(seed: int, today: date) -> Sheet:
    rng = generator(seed, 20)
    rows: list[Row] = []
    first = date(FIRST_YEAR, 1, 1)
    for offset in range((date(LAST_YEAR, 12, 31) - first).days + 1):
        day = first + timedelta(days=offset)
        for _ in range(int(rng.poisson(PER_DAY))):
            kind = _choose(rng, KINDS, KIND_SHARES)
            rows.append(_incident(rng, day, kind, AREAS[int(rng.choice(len(AREAS), p=AREA_SHARES))]))
        extra = STORY.deviation.factor - 1
        usual = PER_DAY * KIND_SHARES[1] * AREA_SHARES[AREA_IDS.index(STORY.deviation.area_id)]
        if day >= STORY.deviation.since:
            area = AREAS[AREA_IDS.index(STORY.deviation.area_id)]
            for _ in range(int(rng.poisson(usual * extra))):
                rows.append(_incident(rng, day, STORY.deviation.crime_type, area))
    numbered = ((f"{MUNICIPALITY}-H{number:05d}", *row) for number, row in enumerate(rows, start=1))
    return Sheet(
        table="handelser",
        headings=(
            "händelse_id",
            "kommun",
            "datum",
            "tid",
            "typ",
            "område",
            "plats",
            "latitud",
            "longitud",
            "källa",
            "polisanmäld",
            "beskrivning",
        ),
        rows=until(today, numbered, column=2),
    )


def _choose(rng: np.random.Generator, words: tuple[str, ...], shares: tuple[float, ...]) -> str:
    return words[int(rng.choice(len(words), p=shares))]


def _incident(rng: np.random.Generator, day: date, kind: str, area: Area) -> Row:
    hour = int(rng.choice(24, p=HOURS / HOURS.sum()))
    clock = time(hour, 5 * int(rng.integers(12)))
    named = rng.random() < AT_NAMED_PLACE
    number = int(rng.choice(len(area.places), p=_place_shares(len(area.places))))
    north, east = _offset(number) if named else rng.normal(0, SPREAD_METRES, size=2).tolist()
    latitude = area.latitude + north / METRES_PER_DEGREE
    longitude = area.longitude + east / (METRES_PER_DEGREE * float(np.cos(np.radians(area.latitude))))
    sender = _choose(rng, SENDERS, SENDER_SHARES)
    reported = "ja" if sender == "polis" else _choose(rng, ("ja", "nej", "vet ej"), (0.4, 0.35, 0.25))
    return (
        MUNICIPALITY,
        day,
        clock,
        kind,
        area.area_id,
        area.places[number] if named else None,
        decimal(latitude, 5),
        decimal(longitude, 5),
        f"{sender} (påhittad)",
        reported,
        f"Påhittad händelse: {kind}.",
    )


def _place_shares(places: int) -> list[float]:
    """The first place of an area is its hot spot."""
    rest = 0.4 / (places - 1)
    return [0.6, *[rest] * (places - 1)]


def _offset(place_number: int) -> tuple[float, float]:
    """Metres north and east of the centre of the area, the same each time for the same place."""
    return ((60.0, -90.0), (-180.0, 140.0), (240.0, 210.0))[place_number]
