"""How the workbook looks, in one place. Text on its ground has a contrast of at least 4.5:1."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from etl.contract.model import Kind

_DARK = "1F3A5F"
_PALE = "E8EDF3"
_INK = "1A1A1A"
_LINE = Side(style="thin", color="B8C4D2")

TITLE = Font(name="Calibri", size=20, bold=True, color=_DARK)
SUBTITLE = Font(name="Calibri", size=14, bold=True, color=_DARK)
BODY = Font(name="Calibri", size=11, color=_INK)
BODY_BOLD = Font(name="Calibri", size=11, bold=True, color=_INK)
LINK = Font(name="Calibri", size=11, color="0B5394", underline="single")

REQUIRED_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
REQUIRED_FILL = PatternFill("solid", start_color=_DARK)
OPTIONAL_FONT = Font(name="Calibri", size=11, color=_INK)
OPTIONAL_FILL = PatternFill("solid", start_color=_PALE)

WRAPPED = Alignment(wrap_text=True, vertical="top")
HEADING = Alignment(wrap_text=True, vertical="center")
UNDERLINE = Border(bottom=_LINE)

NUMBER_FORMATS: dict[Kind, str] = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.TIME: "hh:mm",
    Kind.INTEGER: "0",
    Kind.DECIMAL: "General",
    Kind.YEAR: "0",
}
TEXT_FORMAT = "@"
"""For every other kind: keeps leading zeros, and keeps Excel from turning 2017-03 into a date."""

WIDTHS: dict[Kind, float] = {
    Kind.FREE_TEXT: 50,
    Kind.TEXT: 26,
    Kind.IDENTIFIER: 20,
    Kind.CRIME_TYPE: 24,
    Kind.CHOICE: 18,
}
NARROWEST = 12.0
