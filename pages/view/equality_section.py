"""Who is not as safe as others, and are the efforts where the insecurity is greatest?"""

import pandas as pd

from pages.view.effort_chart import effort_chart, effort_years
from pages.view.equality_chart import equality_chart
from pages.view.formats import text
from pages.view.markup import heading, paragraph, show
from pages.view.palette import Palette
from pages.view.selectors import drop_down
from pages.view.show_chart import cached_chart, show_chart
from pages.view.trends import promised_first


def equality_section(gaps: pd.DataFrame, goals: pd.DataFrame, code: str, place: str, colours: Palette) -> None:
    """Rows of marts.equality_gap for one municipality, and the goals whose questions come first."""
    show(heading("Skillnader mellan grupper", level=2))
    names = dict(zip(gaps["indicator"].map(text), gaps["indicator_name"].map(text), strict=True))
    choices = promised_first(names, [text(i) for i in goals["indicator"]])
    if not choices:
        show(paragraph(f"Det finns inga enkätsvar uppdelade på kön, ålder eller område för {place} i databasen."))
        return
    indicator = drop_down("Fråga att jämföra", choices, key="jamlikhet")
    chart = cached_chart(
        ("equality", code, indicator),
        colours.name,
        lambda: equality_chart(gaps[gaps["indicator"] == indicator], place, colours),
    )
    if chart:
        show_chart(chart, level=3)
    else:
        show(paragraph("Skillnaderna visas inte: för få svar i grupperna."))


def effort_section(efforts: pd.DataFrame, code: str, place: str, colours: Palette) -> None:
    """Rows of marts.area_effort for one municipality."""
    show(heading("Insatser där otryggheten är störst?", level=2))
    years = effort_years(efforts)
    if not years:
        show(paragraph(f"Det finns inga timmar eller enkätsvar per område för {place} i databasen."))
        return
    year = years[0]
    if len(years) > 1:
        year = int(drop_down("År", {str(known): str(known) for known in years}, key="insatsar"))
    chart = cached_chart(("effort", code, year), colours.name, lambda: effort_chart(efforts, year, place, colours))
    if chart:
        show_chart(chart, level=3)
    else:
        show(paragraph(f"Varken timmar eller enkätsvar är kända per område {year}."))
