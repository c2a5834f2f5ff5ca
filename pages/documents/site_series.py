"""The pages Tryggheten and Anmälda brott of a municipality."""

from collections.abc import Iterator

from etl.evaluate.wording import NOT_ALL_CRIME
from pages.documents.site_crime import crime_sections
from pages.documents.site_data import MunicipalityData, SiteData
from pages.documents.site_frame import Frame, Page
from pages.documents.site_safety import safety_sections
from pages.documents.site_tabs import made_up, tabs
from pages.view import reading
from pages.view.formats import upper_first

_SAFETY_LEAD = "Vad invånarna svarar i trygghetsmätningarna, mätning för mätning."
_CRIME_LEAD = "Hur många brott som anmäls till polisen, år för år."
_NO_SAFETY = "Det finns inga enkätsvar från kommunen att visa."
_NO_CRIME = "Det finns inga uppgifter om anmälda brott i kommunen att visa."


def series_pages(known: MunicipalityData, data: SiteData, frame: Frame) -> Iterator[Page]:
    """What is measured in the municipality, whether or not a promise mentions it."""
    safety = safety_sections(known, data.breaks)
    yield _page(
        known,
        address="tryggheten",
        title=f"Tryggheten i {known.name}",
        description=f"Vad invånarna i {known.name} svarar i trygghetsmätningarna, med diagram, tabeller och källor.",
        eyebrow="",
        lead=_SAFETY_LEAD if safety else _NO_SAFETY,
        sections=safety,
        reading=reading.SAFETY,
        app_link=frame.screen("tryggheten", kommun=known.code),
    )
    crime = crime_sections(known)
    yield _page(
        known,
        address="brott",
        title=f"Anmälda brott i {known.name}",
        description=f"Anmälda brott i {known.name} år för år, per invånare, med diagram, tabeller och källor.",
        eyebrow=upper_first(NOT_ALL_CRIME),
        lead=_CRIME_LEAD if crime else _NO_CRIME,
        sections=crime,
        reading=reading.crime("1 000"),
        app_link=frame.screen("brott", kommun=known.code),
    )


def _page(known: MunicipalityData, *, address: str, title: str, description: str, **content: object) -> Page:
    return Page(
        address=f"{known.address}{address}/",
        template="serier.html",
        title=title,
        description=description,
        content={"known": known, "tabs": tabs(known), "heading": title, "fictitious": made_up(known), **content},
    )
