"""What all rows of the fixture database share: facts, owners, periods."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]
AS_OF = date(2026, 6, 30)
BREAK = "Brå ändrade redovisningen per kommun 2015"
# Year: reported crimes, per 100 000 inhabitants. Source: Brå, anmälda brott per kommun och år.
DAMAGE = {
    1996: (205, 1144), 1997: (161, 901), 1998: (187, 1045), 1999: (193, 1075), 2000: (190, 1060), 2001: (222, 1239),
    2002: (176, 975), 2003: (204, 1120), 2004: (231, 1255), 2005: (235, 1262), 2006: (230, 1220), 2007: (315, 1652),
    2008: (318, 1650), 2009: (206, 1056), 2010: (138, 700), 2011: (206, 1040), 2012: (177, 890), 2013: (234, 1169),
    2014: (204, 1012), 2015: (218, 1071), 2016: (185, 897), 2017: (308, 1472), 2018: (209, 980), 2019: (252, 1151),
    2020: (250, 1114), 2021: (336, 1464), 2022: (323, 1389), 2023: (226, 967), 2024: (161, 685), 2025: (127, 537),
}  # fmt: skip
BRA = "Brå, anmälda brott per kommun och år"
PAPER = "Polisens trygghetsmätning, https://svedala.lokaltidningen.se/nyheter/2017-12-02/"

SVEDALA = {"municipality_code": "1263", "promise_id": "1263-2017"}
MADE_UP = {"municipality_code": "9999", "promise_id": "9999-2026"}
STAMPED = {"rule_version": "1.0", "data_hash": "fixtur", "as_of": AS_OF}


def in_year(year: int) -> Row:
    return {"period": str(year), "period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def months(first: int, last: int, *, until: int) -> list[date]:
    every = [date(y, m, 1) for y in range(first, last + 1) for m in range(1, 13)]
    return [day for day in every if (day.year, day.month) <= (last, until)]


def in_month(day: date) -> Row:
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return {"period": f"{day:%Y-%m}", "period_start": day, "period_end": after - timedelta(days=1)}
