"""Exempt periods of a commitment: "2019-V28; 2019-07; 2019-04-19"."""

from datetime import date

from etl.contract.dates import parse_date
from etl.contract.outcome import Parsed, Refusal
from etl.contract.periods import Period, PeriodKind, parse_period

_REMEDY = "Skriv perioder eller dagar med semikolon emellan, till exempel 2019-V28; 2019-07; 2019-04-19."
_LONGEST_FIRST = tuple(PeriodKind)
Span = tuple[date, date]


def parse_exemptions(text: str, interval: str | None = None) -> tuple[Span, ...] | Refusal:
    """First and last day of each. With the commitment's `interval`, a period shorter than it is refused.

    Half an exempt sub-period would exempt nothing. A single day is taken: it exempts what it falls in.
    """
    spans = []
    for part in (part.strip() for part in text.split(";")):
        if not part:
            continue
        read = parse_period(part)
        if isinstance(read, Period):
            if interval and _LONGEST_FIRST.index(read.kind) > _LONGEST_FIRST.index(PeriodKind(interval)):
                return Refusal(
                    reason=f"”{part}” är kortare än åtagandets intervall, som är {interval}",
                    remedy="Skriv den period eller den dag som ska undantas, eller rätta intervallet.",
                )
            spans.append((read.start, read.end))
            continue
        day = parse_date(part)
        if not isinstance(day, Parsed) or not day.value:
            return Refusal(reason=f"”{part}” är varken en period eller ett datum", remedy=_REMEDY)
        spans.append((date.fromisoformat(day.value),) * 2)
    return tuple(spans)
