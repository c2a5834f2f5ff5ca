"""”Varför?” of a commitment: the plan, the pace, the forecast, gaps in the reporting, exemptions and history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from etl.contract.periods import Period, parse_period
from etl.evaluate.reports import MAX_SILENCE_DAYS, LogEntry, reporting_gaps
from etl.evaluate.wording import unit_word
from pages.view.corrections_section import history_html
from pages.view.explained import FORECAST_INTERVAL, explained
from pages.view.formats import (
    date_sv,
    day_sv,
    days_sv,
    given,
    interval_sv,
    join_sv,
    plain,
    plural,
    text,
    to_date,
    with_unit,
)
from pages.view.markup import bullets, esc, facts, heading, paragraph

Row = Mapping[str, Any]


def commitment_why(
    promise: Row, row: Row, progress: pd.DataFrame, report_days: pd.DataFrame, corrections: pd.DataFrame
) -> str:
    """`row` of marts.commitment_verdict; `progress`, `report_days` and `corrections` of the same commitment."""
    has_forecast = given(row["forecast_low"]) and given(row["forecast_high"])
    return "".join(
        (
            heading("Planen och takten", level=4),
            facts(_pace(promise, row)),
            explained([FORECAST_INTERVAL] if has_forecast else []),
            heading("Rapporteringen", level=4),
            _reporting(promise, row, report_days),
            _exemptions(progress),
            history_html(corrections, text(row["commitment_id"])),
        )
    )


def _pace(promise: Row, row: Row) -> list[tuple[str, str]]:
    per = f" per {text(row['interval'])}" if text(row["interval"]) else ""
    kept = f"{plain(row['periods_kept'])} av {plain(row['periods_closed'])} avslutade delperioder"
    return [
        ("Utlovat", f"{_counted(row, 'target')}{per}" if given(row["target"]) else ""),
        ("Tid", days_sv(promise["period_start"], promise["period_end"]) or "ingen period är angiven"),
        # Without a report nothing is known, and what is not known is no zero.
        ("Gjort", _counted(row, "estimate") if given(row["last_report"]) and not per else ""),
        ("Hållna delperioder", kept if given(row["periods_closed"]) and int(row["periods_closed"]) else ""),
        ("Enligt plan vid det här laget", _counted(row, "expected_now")),
        ("Prognos vid slutet", _counted(row, "forecast")),
        ("80 %-intervall för prognosen", interval_sv(row["forecast_low"], row["forecast_high"])),
        ("Behövs per vecka", _counted(row, "needed_per_week")),
        ("Ansvarig part", text(row["responsible_party"])),
        ("Källa", text(row["source"])),
        ("Regel", f"version {text(row['rule_version'])}"),
    ]


def _counted(row: Row, name: str) -> str:
    """A number with the unit in its right form: 1 dialog, 4 dialoger; nothing where there is no number."""
    value = row[name]
    return with_unit(value, unit_word(value, text(row["unit"]))) if given(value) else ""


def _reporting(promise: Row, row: Row, report_days: pd.DataFrame) -> str:
    latest = day_sv(row["last_report"])
    start, end, today = (to_date(value) for value in (promise["period_start"], promise["period_end"], row["as_of"]))
    if not latest:
        return paragraph("Inget är rapporterat. Det som inte är rapporterat räknas som okänt, inte som noll.")
    said = f"Senaste rapport: {latest}."
    if start is None or end is None or today is None:
        return paragraph(said)
    gaps = reporting_gaps(_entries(report_days), start=start, end=min(end, today))
    if not gaps:
        return paragraph(f"{said} Det finns inga luckor på mer än {MAX_SILENCE_DAYS} dagar.")
    days = [f"{_between(gap.start, gap.end)} ({plural(gap.days, 'dag', 'dagar')})" for gap in gaps]
    many = plural(len(gaps), "lucka", "luckor")
    return paragraph(f"{said} {many} på mer än {MAX_SILENCE_DAYS} dagar utan rapport:") + bullets(
        [esc(line) for line in days]
    )


def _between(first: date, last: date) -> str:
    return f"{date_sv(first)} till {date_sv(last)}"


def _entries(report_days: pd.DataFrame) -> list[LogEntry]:
    return [
        LogEntry(day, 0.0, is_nil=bool(row["is_nil_report"]), covers=_covers(row["concerns_period"]))
        for row in report_days.to_dict("records")
        if (day := to_date(row["day"])) is not None
    ]


def _covers(period: object) -> tuple[date, date] | None:
    parsed = parse_period(text(period)) if given(period) else None
    return (parsed.start, parsed.end) if isinstance(parsed, Period) else None


def _exemptions(progress: pd.DataFrame) -> str:
    exempt = progress[progress["status"] == "undantag"]
    if exempt.empty:
        return ""
    days = [date_sv(day) for value in exempt["period_start"] if (day := to_date(value)) is not None]
    return heading("Undantag", level=4) + paragraph(
        f"{plural(len(days), 'delperiod är undantagen', 'delperioder är undantagna')} sedan förut och räknas inte: "
        f"de som börjar {join_sv(days)}."
    )
