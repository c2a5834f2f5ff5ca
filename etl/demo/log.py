"""The activity log: every day somebody wrote down, from 2021 to the end of 2026, cut at today.

What the story needs is placed on fixed dates. The weekly patrols vary in length, and ordinary work
outside any promise fills the log up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from etl.demo.log_words import NIL_NOTE, NOTES, ORDINARY
from etl.demo.place import AREA_IDS, BY_ID, MUNICIPALITY
from etl.demo.sheets import Cell, Sheet, decimal, generator

PATROL_AREAS = (0.45, 0.20, 0.20, 0.13, 0.02)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One row; `persons` is how many worked, so that hours = length × persons."""

    day: date
    activity: str
    commitment_id: str | None = None
    starts: time = time(18, 0)
    length: timedelta = timedelta(hours=2)
    persons: int = 2
    participants: int | None = None
    area_id: str | None = None
    place: str | None = None
    party: str = "båda"
    concerns: str | None = None
    nil: bool = False
    note: str | None = None


DIALOGUES = (
    ("9999-2024-A2", date(2024, 2, 21), AREA_IDS[0]),
    ("9999-2024-A2", date(2024, 4, 10), AREA_IDS[1]),
    ("9999-2024-A2", date(2024, 5, 22), AREA_IDS[2]),
    ("9999-2024-A2", date(2024, 9, 18), AREA_IDS[3]),
    ("9999-2024-A2", date(2024, 11, 20), AREA_IDS[0]),
    ("9999-2025-A1", date(2025, 3, 19), AREA_IDS[0]),
    ("9999-2025-A1", date(2025, 5, 21), AREA_IDS[1]),
    ("9999-2025-A1", date(2025, 10, 22), AREA_IDS[2]),
    ("9999-2026-A2", date(2026, 2, 11), AREA_IDS[0]),
    ("9999-2026-A2", date(2026, 3, 18), AREA_IDS[1]),
    ("9999-2026-A2", date(2026, 4, 22), AREA_IDS[2]),
    ("9999-2026-A2", date(2026, 5, 20), AREA_IDS[3]),
    ("9999-2026-A2", date(2026, 9, 16), AREA_IDS[0]),
    ("9999-2026-A2", date(2026, 10, 21), AREA_IDS[4]),
    ("9999-2026-A2", date(2026, 11, 25), AREA_IDS[2]),
    ("9999-2026-A2", date(2026, 12, 9), AREA_IDS[1]),
)
WALKS = (
    ("9999-2024-A3", date(2024, 4, 16), AREA_IDS[0]),
    ("9999-2024-A3", date(2024, 5, 21), AREA_IDS[2]),
    ("9999-2024-A3", date(2024, 9, 24), AREA_IDS[1]),
    ("9999-2024-A3", date(2024, 10, 22), AREA_IDS[3]),
    ("9999-2026-A3", date(2026, 3, 12), AREA_IDS[2]),
    ("9999-2026-A3", date(2026, 5, 28), AREA_IDS[0]),
    ("9999-2026-A3", date(2026, 9, 10), AREA_IDS[2]),
    ("9999-2026-A3", date(2026, 12, 3), AREA_IDS[1]),
)
SPEED_CHECKS = (date(2025, 8, 26), date(2025, 9, 17), date(2025, 10, 14))
# Good Friday, Midsummer Eve and 26 December were exempt beforehand; week 31 was simply missed.
NO_BRIEFING = (date(2025, 4, 18), date(2025, 6, 20), date(2025, 8, 1), date(2025, 12, 26))
HEIGHTS_SILENCE = (date(2025, 4, 16), date(2025, 9, 1))


def log_sheet(seed: int, today: date) -> Sheet:
    entries = [
        *_patrols(generator(seed, 10), "9999-2024-A1", 2024),
        *_patrols(generator(seed, 11), "9999-2026-A1", 2026),
        *_heights(),
        *_meetings(generator(seed, 12)),
        *_nil_reports(),
        *_briefings(),
        *_ordinary(generator(seed, 13)),
    ]
    entries.sort(key=lambda e: (e.day, e.starts, e.commitment_id or "", e.activity, e.area_id or ""))
    return Sheet(
        table="aktiviteter",
        headings=(
            "datum",
            "starttid",
            "sluttid",
            "åtagande_id",
            "kommun",
            "aktivitet",
            "timmar",
            "deltagare",
            "område",
            "plats",
            "part",
            "avser period",
            "nollrapport",
            "anteckning",
            "offentlig",
        ),
        rows=tuple(_row(e) for e in entries if e.day <= today),
    )


def _row(entry: Entry) -> tuple[Cell, ...]:
    ends = (datetime.combine(entry.day, entry.starts) + entry.length).time()
    hours = entry.length.total_seconds() / 3600 * entry.persons
    return (
        entry.day,
        None if entry.nil else entry.starts,
        None if entry.nil else ends,
        entry.commitment_id,
        MUNICIPALITY,
        entry.activity,
        None if entry.nil else decimal(hours, 1),
        entry.participants,
        entry.area_id,
        entry.place,
        entry.party,
        entry.concerns,
        True if entry.nil else None,
        entry.note,
        entry.nil or entry.participants is not None,
    )


def _days(first: date, last: date, weekday: int) -> Iterator[date]:
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(days=7)


def _pick(rng: np.random.Generator, words: tuple[str, ...]) -> str:
    return words[int(rng.integers(len(words)))]


def _patrols(rng: np.random.Generator, commitment_id: str, year: int) -> Iterator[Entry]:
    """Two officers, Tuesday, Thursday, Friday and Saturday evening, 3.5–5 hours: about 34 hours a week."""
    for weekday in (1, 3, 4, 5):
        for day in _days(date(year, 1, 1), date(year, 12, 31), weekday):
            area_id = AREA_IDS[int(rng.choice(len(AREA_IDS), p=PATROL_AREAS))]
            yield Entry(
                day=day,
                activity="tillsyn",
                commitment_id=commitment_id,
                length=timedelta(minutes=30 * int(rng.integers(7, 11))),
                area_id=area_id,
                place=_pick(rng, BY_ID[area_id].places),
                party="polisen",
                note=_pick(rng, NOTES["tillsyn"]),
            )


def _heights() -> Iterator[Entry]:
    """Wednesdays, with a silence of four and a half months."""
    for day in _days(date(2025, 1, 8), date(2025, 12, 31), 2):
        if not HEIGHTS_SILENCE[0] <= day < HEIGHTS_SILENCE[1]:
            yield Entry(
                day=day,
                activity="tillsyn",
                commitment_id="9999-2025-hojden-A1",
                length=timedelta(hours=3),
                area_id=AREA_IDS[4],
                place="Björkbacken",
                party="polisen",
                note="Lugnt på platsen.",
            )


def _meetings(rng: np.random.Generator) -> Iterator[Entry]:
    for activity, meetings, persons in (("medborgardialog", DIALOGUES, 4), ("trygghetsvandring", WALKS, 3)):
        for commitment_id, day, area_id in meetings:
            yield Entry(
                day=day,
                activity=activity,
                commitment_id=commitment_id,
                persons=persons,
                participants=int(rng.integers(12, 61)),
                area_id=area_id,
                place=BY_ID[area_id].places[0],
                note=_pick(rng, NOTES[activity]),
            )
    for number, day in enumerate(SPEED_CHECKS):
        yield Entry(
            day=day,
            activity="hastighetskontroll",
            commitment_id="9999-2025-trafik-A1",
            starts=time(7, 15),
            length=timedelta(minutes=90),
            area_id=AREA_IDS[(1, 3, 1)[number]],
            place=("Norrbyskolans skolgård", "Ängsskolans skolgård", "Norrbyskolans skolgård")[number],
            party="polisen",
            note=NOTES["hastighetskontroll"][number],
        )


def _nil_reports() -> Iterator[Entry]:
    """The last day of each month without a dialogue, for the commitments that count dialogues."""
    for commitment_id, year in (("9999-2024-A2", 2024), ("9999-2025-A1", 2025), ("9999-2026-A2", 2026)):
        held = {day.month for owner, day, _ in DIALOGUES if owner == commitment_id}
        for month in range(1, 13):
            if month not in held:
                last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
                yield Entry(
                    day=last,
                    activity="medborgardialog",
                    commitment_id=commitment_id,
                    concerns=f"{year}-{month:02d}",
                    nil=True,
                    note=NIL_NOTE,
                )


def _briefings() -> Iterator[Entry]:
    for day in _days(date(2025, 1, 1), date(2025, 12, 31), 4):
        if day not in NO_BRIEFING:
            yield Entry(
                day=day,
                activity="utsättning",
                commitment_id="9999-2025-A2",
                starts=time(13, 0),
                length=timedelta(minutes=30),
                persons=5,
                place="Polisstationen",
                note="Lägesbilden för helgen gicks igenom.",
            )


def _ordinary(rng: np.random.Generator) -> Iterator[Entry]:
    """About three things a week that no promise asks for."""
    first, last = date(2021, 1, 1), date(2026, 12, 31)
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if rng.random() >= 0.42:
            continue
        kind = ORDINARY[int(rng.choice(len(ORDINARY), p=[o.share for o in ORDINARY]))]
        area_id = AREA_IDS[int(rng.integers(len(AREA_IDS)))]
        yield Entry(
            day=day,
            activity=kind.activity,
            starts=time(kind.hour, 0),
            length=timedelta(minutes=30 * int(rng.integers(kind.shortest, kind.longest + 1))),
            persons=kind.persons,
            participants=int(rng.integers(8, 60)) if kind.audience else None,
            area_id=area_id,
            place=_pick(rng, BY_ID[area_id].places),
            party=kind.party,
            note=_pick(rng, NOTES[kind.activity]),
        )
