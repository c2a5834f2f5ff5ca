"""What a place label in a statistics export stands for: a municipality, a part of one, a region."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from etl.extract.municipalities import Municipalities, fold

_CITY_CODES = {
    "sthlm": "0180",
    "stockholm": "0180",
    "gbg": "1480",
    "göteborg": "1480",
    "malmö": "1280",
}
_DISTRICT = re.compile(
    r"^(?:Stadsdelsområde|Stadsdelsnämndsområde|Stadsområde|Stadsdel)\s+(?P<name>.+?)\s*\((?P<city>[^)]+)\)$",
    re.IGNORECASE,
)
_CODE_AND_NAME = re.compile(r"^(?P<code>\d{4})\s+(?P<name>\D.*)$")
_COUNTY = re.compile(r"^\d{2}\s+\D|\blän$", re.IGNORECASE)
_LARGER = re.compile(
    r"^(hela landet|riket|00 riket|region |polisregion |polisområde |lokalpolisområde |lpo |storstad)",
    re.IGNORECASE,
)
_LPO = re.compile(r"^LPO\s+", re.IGNORECASE)
WHOLE_COUNTRY = "Hela landet"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Exactly one of municipality or region is filled; an area always has its municipality.

    `unknown_municipality`: the label says "kommun" but no such municipality is known.
    """

    municipality: str = ""
    area_id: str = ""
    area_name: str = ""
    region: str = ""
    unknown_municipality: bool = False

    @property
    def level(self) -> str:
        if self.area_id:
            return "stadsdelsområde"
        return "kommun" if self.municipality else "region"

    def columns(self) -> dict[str, str]:
        """The contract columns kommun, område and region."""
        return {"kommun": self.municipality, "område": self.area_id, "region": self.region}

    def area_row(self) -> Mapping[str, str]:
        """The row of the table omraden that explains the area."""
        return {
            "område_id": self.area_id,
            "kommun": self.municipality,
            "namn": self.area_name,
            "typ": "stadsdel",
        }


def is_place_label(label: str, municipalities: Municipalities) -> bool:
    """True when the words themselves say that this is a place."""
    return bool(
        _DISTRICT.match(label)
        or _COUNTY.search(label)
        or _LARGER.match(label)
        or label.casefold().endswith(" kommun")
        or _code_of(label, municipalities)
    )


def place_of(label: str, municipalities: Municipalities) -> Place:
    """Reads a label such as "Svalövs kommun", "1263 Svedala", "Stadsdelsområde Bromma (Sthlm)", "20 Dalarnas
    län".

    A police region ("Region Stockholm") keeps its printed name: it is not the region that Kolada calls 0001.
    """
    district = _DISTRICT.match(label)
    if district:
        city = _CITY_CODES.get(fold(district["city"]))
        if city is not None:
            name = re.sub(r"\s+-\s+", "-", district["name"])
            return Place(municipality=city, area_id=f"{city}-{slug(name)}", area_name=name)
        return Place(region=label)
    if fold(label) in ("riket", "00 riket", "hela landet"):
        return Place(region=WHOLE_COUNTRY)
    if _LARGER.match(label) and fold(label) != "region gotland":
        return Place(region=_LPO.sub("Lokalpolisområde ", label))
    code = _code_of(label, municipalities)
    if code:
        return Place(municipality=code)
    return Place(region=label, unknown_municipality=label.casefold().endswith(" kommun"))


def _code_of(label: str, municipalities: Municipalities) -> str | None:
    coded = _CODE_AND_NAME.match(label)
    if coded:
        return coded["code"] if coded["code"] in municipalities.names else None
    return municipalities.code_of(label)


def slug(name: str) -> str:
    """ "Enskede-Årsta-Vantör" as "enskede-arsta-vantor"."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.casefold()).strip("-")
