"""What people have seen and said: observations, views, and survey values published elsewhere."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from etl.demo.place import AREAS, FIRST_YEAR, LAST_YEAR, MUNICIPALITY
from etl.demo.sheets import SOURCE, Row, Sheet, decimal, generator, until

OBSERVERS = (
    "medborgardialog",
    "skola",
    "nattvandrare",
    "fastighetsägare",
    "räddningstjänst",
    "trygghetsvandring",
)
OBSERVATIONS: tuple[tuple[str, str], ...] = (
    ("klotter", "Nytt klotter vid {place}."),
    ("skadegörelse", "Trasiga rutor och bänkar vid {place}."),
    ("otrygghet", "Flera undviker {place} efter mörkrets inbrott."),
    ("trafik", "Mopeder kör fort på gångvägen vid {place}."),
    ("belysning", "Flera lampor är släckta vid {place}."),
    ("unga", "Många unga vid {place} på fredagskvällarna, oftast lugnt."),
    ("nedskräpning", "Mycket skräp vid {place} efter helgen."),
)
VIEWS: tuple[tuple[str, str, str], ...] = (
    ("belysning", "Det är för mörkt vid {place}.", "Belysningen har lagats."),
    ("närvaro", "Vi vill se polis till fots vid {place}.", "Platsen har lagts till i kvällspassen."),
    ("klotter", "Ta bort klottret vid {place} snabbare.", "Saneringen görs nu inom två dygn."),
    ("trafik", "Gör något åt mopederna vid {place}.", "Frågan har lämnats till Trafiksäkerhetsgruppen."),
    (
        "återkoppling",
        "Berätta vad som hände efter dialogen vid {place}.",
        "Svar finns på kommunens webbplats.",
    ),
    ("buskar", "Klipp buskarna vid {place}.", "Buskarna är klippta."),
)
CHANNELS = ("dialog", "webbformulär", "telefon till kontaktcenter", "enkätens fritext")
POLICE_SURVEY = "polisens trygghetsmätning (påhittad)"
# Published elsewhere without the number of answers: shown, never judged.
TOTAL_INDEX = {2021: 1.82, 2022: 1.79, 2023: 1.86, 2024: 1.61, 2025: 1.70}
CARES = {2021: 41, 2022: 40, 2023: 40, 2024: 45, 2025: 44}


def voice_sheets(seed: int, today: date) -> tuple[Sheet, ...]:
    return (
        Sheet(
            table="lagesbild",
            headings=("datum", "kommun", "område", "källa", "tema", "iakttagelse", "offentlig"),
            rows=until(today, _observations(generator(seed, 30))),
        ),
        Sheet(
            table="synpunkter",
            headings=(
                "datum",
                "kommun",
                "område",
                "tema",
                "synpunkt",
                "kanal",
                "blev",
                "åtagande_id",
                "offentlig",
            ),
            rows=until(today, _views(generator(seed, 31))),
        ),
        _published_values(),
    )


def _index(rng: np.random.Generator, size: int) -> int:
    return int(rng.integers(size))


def _observations(rng: np.random.Generator) -> Iterator[Row]:
    """Two every second Monday, as in a checklist for the joint picture."""
    day = date(FIRST_YEAR, 1, 4)
    while day.year <= LAST_YEAR:
        for _ in range(2):
            area = AREAS[_index(rng, len(AREAS))]
            theme, words = OBSERVATIONS[_index(rng, len(OBSERVATIONS))]
            place = area.places[_index(rng, len(area.places))]
            observer = f"{OBSERVERS[_index(rng, len(OBSERVERS))]} (påhittad)"
            yield (day, MUNICIPALITY, area.area_id, observer, theme, words.format(place=place), True)
        day += timedelta(days=14)


def _views(rng: np.random.Generator) -> Iterator[Row]:
    """About two a month; two in three have been answered. The views of 2026 belong to the dialogues."""
    day = date(FIRST_YEAR, 1, 10)
    while day.year <= LAST_YEAR:
        area = AREAS[_index(rng, len(AREAS))]
        theme, words, outcome = VIEWS[_index(rng, len(VIEWS))]
        place = area.places[_index(rng, len(area.places))]
        answered = rng.random() < 2 / 3
        channel = CHANNELS[_index(rng, len(CHANNELS))]
        commitment_id = "9999-2026-A2" if day.year == 2026 and channel == "dialog" else None
        yield (
            day,
            MUNICIPALITY,
            area.area_id,
            theme,
            words.format(place=place),
            channel,
            outcome if answered else None,
            commitment_id,
            True,
        )
        day += timedelta(days=int(rng.integers(9, 23)))


def _published_values() -> Sheet:
    rows: list[Row] = []
    for year, index in TOTAL_INDEX.items():
        rows.append(_value(year, "enkat:totalindex", decimal(index, 2), "index 0–6"))
        rows.append(_value(year, "enkat:polisen_bryr_sig", str(CARES[year]), "procent"))
    return Sheet(
        table="enkat_varden",
        headings=("kommun", "omgång", "år", "indikator", "värde", "enhet", "instrument", "metod", "källa"),
        rows=tuple(rows),
    )


def _value(year: int, indicator: str, value: str, unit: str) -> Row:
    return (MUNICIPALITY, str(year), year, indicator, value, unit, POLICE_SURVEY, "postal", SOURCE)
