"""The made-up place: areas, inhabitants and positions.

The coordinates lie on the open water of Vänern, so that no point can be taken for somebody's home.
"""

from dataclasses import dataclass
from datetime import date

from etl.demo.sheets import SOURCE, Sheet
from etl.demo.story import STORY

MUNICIPALITY = STORY.municipality_code
FIRST_YEAR, LAST_YEAR = 2021, 2026


@dataclass(frozen=True, kw_only=True)
class Area:
    """`inhabitants` on 31 December 2020, `growth` per year, `places` named in logs and incidents."""

    area_id: str
    name: str
    kind: str
    inhabitants: int
    growth: float
    latitude: float
    longitude: float
    places: tuple[str, ...]


AREAS = (
    Area(
        area_id="9999-centrum",
        name="Centrum",
        kind="stadsdel",
        inhabitants=9480,
        growth=0.006,
        latitude=58.8800,
        longitude=13.3500,
        places=("Stationstorget", "Biblioteksparken", "Exempelgatan"),
    ),
    Area(
        area_id="9999-norrby",
        name="Norrby",
        kind="stadsdel",
        inhabitants=7260,
        growth=0.003,
        latitude=58.8960,
        longitude=13.3580,
        places=("Norrby torg", "Norrbyskolans skolgård", "Norrby idrottsplats"),
    ),
    Area(
        area_id="9999-sodervik",
        name="Södervik",
        kind="stadsdel",
        inhabitants=6140,
        growth=0.009,
        latitude=58.8640,
        longitude=13.3620,
        places=("Varvsplanen", "Söderviks brygga", "Gångtunneln i Södervik"),
    ),
    Area(
        area_id="9999-vastra-angen",
        name="Västra ängen",
        kind="stadsdel",
        inhabitants=5210,
        growth=0.007,
        latitude=58.8820,
        longitude=13.3180,
        places=("Ängsvallen", "Ängsskolans skolgård", "Västra ängens centrum"),
    ),
    Area(
        area_id="9999-bjorkhojden",
        name="Björkhöjden",
        kind="tätort",
        inhabitants=1310,
        growth=-0.002,
        latitude=58.9150,
        longitude=13.4020,
        places=("Björkbacken", "Björkhöjdens bygdegård"),
    ),
)
AREA_IDS = tuple(area.area_id for area in AREAS)
BY_ID = {area.area_id: area for area in AREAS}


def inhabitants(area: Area, year: int) -> int:
    """Population on 31 December of `year`."""
    return round(area.inhabitants * (1 + area.growth) ** (year - 2020))


def areas_sheet() -> Sheet:
    return Sheet(
        table="omraden",
        headings=("område_id", "kommun", "namn", "typ", "version"),
        rows=tuple((a.area_id, MUNICIPALITY, a.name, a.kind, SOURCE) for a in AREAS),
    )


def population_sheet(today: date) -> Sheet:
    """Year ends before `today`, from the one before the first crime counts; the whole sums its areas."""
    rows: list[tuple[str | int | None, ...]] = []
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
        if date(year, 12, 31) >= today:
            break
        counts = [inhabitants(area, year) for area in AREAS]
        rows.append((MUNICIPALITY, None, year, sum(counts), SOURCE))
        rows += [(MUNICIPALITY, a.area_id, year, n, SOURCE) for a, n in zip(AREAS, counts, strict=True)]
    return Sheet(table="folkmangd", headings=("kommun", "område", "år", "antal", "källa"), rows=tuple(rows))
