"""The sections of the screen Löftet, each a function from rows of marts to what is shown."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from pages.view.agreement_section import agreements
from pages.view.formats import (
    date_iso,
    day_sv,
    days_sv,
    given,
    interval_sv,
    period_sv,
    plain,
    plural,
    text,
    to_date,
    with_unit,
)
from pages.view.goal_chart import goal_chart
from pages.view.markup import bullets, esc, facts, heading, linked, paragraph, show
from pages.view.pace_chart import pace_chart
from pages.view.palette import Palette
from pages.view.show_chart import cached_chart, show_chart
from pages.view.tables import html_table
from pages.view.verdict_chip import verdict_chip

__all__ = [
    "agreements",
    "chain",
    "commitment_section",
    "feedback_section",
    "goal_section",
    "period_line",
    "problem_section",
    "sources",
]

Row = Mapping[str, Any]
_STATES = {
    "pågår": "pågår",
    "avslutat": "avslutat",
    "pausat": "pausat",
    "villkorat": "gäller bara under vissa villkor",
    "period saknas": "period saknas",
}


def period_line(promise: Row) -> str:
    period = days_sv(promise["period_start"], promise["period_end"])
    signed = f"undertecknat {day_sv(promise['signed_on'])}" if given(promise["signed_on"]) else ""
    state = _STATES.get(text(promise["state"]), text(promise["state"]))
    return " · ".join(filter(None, (text(promise["municipality_name"]), period, state, signed)))


def chain(problems: pd.DataFrame, commitments: pd.DataFrame, goals: pd.DataFrame) -> str:
    """The three links of a promise with what each holds; a missing link is named."""
    titles = list(dict.fromkeys(problems["title"].map(text))) if len(problems) else []
    links = (
        ("Problemet", "; ".join(titles) if titles else "Inget problem är beskrivet i löftet."),
        ("Det här lovade vi", _counted(len(commitments), "åtagande", "åtaganden")),
        ("Det här ville vi uppnå", _counted(len(goals), "mål", "mål")),
    )
    return '<ol class="lk-chain">' + "".join(
        f"<li><strong>{esc(name)}</strong><span>{esc(said)}</span></li>" for name, said in links
    ) + "</ol>"  # fmt: skip


def _counted(count: int, one: str, many: str) -> str:
    return plural(count, one, many) if count else f"Inga {many} står i löftet."


def problem_section(promise: Row, problems: pd.DataFrame) -> None:
    show(heading("Problemet", level=2), paragraph(promise["picture"]))
    for _, steps in problems.groupby("problem_id", sort=False):
        first, last = steps.iloc[0], steps.iloc[-1]
        when = day_sv(last["step_date"]) if given(last["step_date"]) else ""
        step = f"Senaste steg: {text(last['step'])}{f', {when}' if when else ''}." if text(last["step"]) else ""
        show(
            heading(text(first["title"]), level=3, eyebrow=text(first["area_name"])),
            paragraph(first["description"]),
            paragraph(step, kind="lk-muted"),
        )


def commitment_section(promise: Row, commitments: pd.DataFrame, progress: pd.DataFrame, palette: Palette) -> None:
    show(heading("Det här lovade vi", level=2))
    if commitments.empty:
        show(paragraph("Löftet innehåller inga åtaganden, bara mål."))
    for row in commitments.to_dict("records"):
        _commitment(promise, row, progress[progress["commitment_id"] == row["commitment_id"]], palette)


def _commitment(promise: Row, row: Row, progress: pd.DataFrame, palette: Palette) -> None:
    show(
        part_head(text(row["commitment"]), row),
        paragraph(row["sentence"], kind="lk-sentence"),
        paragraph(f"Bedömning: {row['assessment']}" if given(row["assessment"]) else "", kind="lk-p"),
    )
    start, end = to_date(promise["period_start"]), to_date(promise["period_end"])
    if start and end:
        chart = cached_chart(
            ("pace", text(promise["promise_id"]), text(row["commitment_id"])),
            palette.name,
            lambda: pace_chart(row, progress, start=start, end=end, palette=palette),
        )
        if chart:
            show_chart(chart, with_title=False)
    if text(row["kind"]) != "beskrivande":
        with st.expander("Hur vet ni det?"):
            show(_commitment_facts(row))


def part_head(title: str, row: Row) -> str:
    """The name of a commitment or goal with its verdict beside it."""
    return (
        f'<div class="lk-part-head"><h3 class="lk-h3">{esc(title)}</h3>'
        f"{verdict_chip(row['verdict'], row['state'], reason=text(row['reason']))}</div>"
    )


def _commitment_facts(row: Row) -> str:
    unit = text(row["unit"])
    per = f" per {text(row['interval'])}" if text(row["interval"]) else ""
    kept = f"{plain(row['periods_kept'])} av {plain(row['periods_closed'])} avslutade delperioder"
    return facts(
        (
            ("Utlovat", f"{with_unit(row['target'], unit)}{per}" if given(row["target"]) else ""),
            ("Gjort", with_unit(row["estimate"], unit) if given(row["estimate"]) and not per else ""),
            ("Hållna delperioder", kept if given(row["periods_closed"]) and int(row["periods_closed"]) else ""),
            (
                "Enligt plan vid det här laget",
                with_unit(row["expected_now"], unit) if given(row["expected_now"]) else "",
            ),
            ("Prognos vid slutet", with_unit(row["forecast"], unit) if given(row["forecast"]) else ""),
            ("80 %-intervall för prognosen", interval_sv(row["forecast_low"], row["forecast_high"])),
            ("Behövs per vecka", with_unit(row["needed_per_week"], unit) if given(row["needed_per_week"]) else ""),
            ("Senaste rapport", date_iso(row["last_report"])),
            ("Ansvarig part", row["responsible_party"]),
            ("Källa", row["source"]),
            ("Regel", f"version {text(row['rule_version'])}"),
        )
    )


def goal_section(promise: Row, goals: pd.DataFrame, points: pd.DataFrame, palette: Palette) -> None:
    show(heading("Det här ville vi uppnå", level=2))
    if goals.empty:
        show(paragraph("Löftet innehåller inga mål."))
    for row in goals.to_dict("records"):
        _goal(promise, row, points[points["goal_id"] == row["goal_id"]], palette)


def _goal(promise: Row, row: Row, points: pd.DataFrame, palette: Palette) -> None:
    chart = cached_chart(
        ("goal", text(promise["promise_id"]), text(row["goal_id"])),
        palette.name,
        lambda: goal_chart(row, points, palette, text(promise["municipality_name"])),
    )
    show(
        part_head(text(row["goal"]), row),
        paragraph(row["sentence"], kind="lk-sentence"),
        paragraph(row["caution"], kind="lk-muted"),
    )
    if chart:
        show_chart(chart, with_title=text(row["claim"]) not in text(row["sentence"]))
    else:
        show(paragraph("Inget diagram: det finns inga uppgifter att rita.", kind="lk-muted"))
    with st.expander("Hur vet ni det?"):
        show(_goal_method(row), _goal_facts(row))


def _goal_method(row: Row) -> str:
    if text(row["measure"]) == "brott":
        return paragraph(
            "Antalet anmälda brott per invånare under löftestiden jämförs med åren före. Intervallet tar hänsyn till "
            "att brott varierar mer än slumpen ensam och att år skiljer sig åt. Siffran visar anmälda brott, inte "
            "alla brott som begås."
        )
    if text(row["measure"]) == "enkät":
        return paragraph(
            "Andelen i en undersökning jämförs med andelen i undersökningen före löftet. Utan antal svarande går det "
            "inte att säga om en skillnad är större än slumpen i urvalet."
        )
    return paragraph("Löftet säger inte hur målet ska mätas.")


def _goal_facts(row: Row) -> str:
    crime = text(row["measure"]) == "brott"
    unit = "procent" if crime else "procentenheter"
    change = f"{_signed(row['estimate'])}{' %' if crime else f' {unit}'}" if given(row["estimate"]) else ""
    limits = (
        f"{_signed(row['low'])} till {_signed(row['high'])}{' %' if crime else f' {unit}'}"
        if given(row["low"]) and given(row["high"])
        else ""
    )
    phi = f"{plain(row['phi'])}{' (antagen)' if given(row['phi_assumed']) and bool(row['phi_assumed']) else ''}"
    return facts(
        (
            ("Utgångsläge", _level(row, "baseline")),
            ("Uppföljning", _level(row, "followup")),
            ("Förändring", change),
            ("95 %-intervall", limits),
            ("Spridning mellan månader (φ)", phi if given(row["phi"]) else ""),
            ("Spridning mellan år (τ)", plain(row["tau"]) if given(row["tau"]) else ""),
            ("Om utgångsläget", row["baseline_note"]),
            ("Källa", row["source"]),
            ("Data till och med", date_iso(row["data_through"])),
            ("Regel", f"version {text(row['rule_version'])}"),
        )
    )


def _signed(value: Any) -> str:
    figure = float(value)
    return f"+{plain(round(figure, 1))}" if figure > 0 else plain(round(figure, 1))


def _level(row: Row, which: str) -> str:
    years = days_sv(row[f"{which}_from"], row[f"{which}_to"])
    value = with_unit(row[f"{which}_value"], row["unit"]) if given(row[f"{which}_value"]) else "inga uppgifter"
    return f"{value}, {years}" if years else ("" if value == "inga uppgifter" else value)


def feedback_section(promise: Row, duties: pd.DataFrame) -> None:
    own = duties[duties["promise_id"] == promise["promise_id"]]
    if own.empty:
        return
    show(heading("Så har vi återkopplat", level=2), html_table(duty_table(own), caption="Återkoppling till invånarna"))


def duty_table(duties: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Period": [_duty_period(row) for row in duties.to_dict("records")],
            "Till": duties["recipient"].map(text),
            "Senast": duties["due"].map(date_iso),
            "Gjort": duties["given_on"].map(lambda day: date_iso(day) or "–"),
            "Läge": [_status(s, d) for s, d in zip(duties["status"], duties["days_late"], strict=True)],
        }
    )


def _duty_period(row: Row) -> str:
    """The period that is reported on; where the promise has none, how often it was promised."""
    if given(row["period"]):
        return period_sv(row["period"])
    times = f"minst {plain(row['times_per_year'])} gånger per år" if given(row["times_per_year"]) else ""
    return times or f"varje {text(row['interval'])}"


def _status(status: Any, days: Any) -> str:
    late = int(days) if given(days) else 0
    return f"för sent, {plural(late, 'dag', 'dagar')}" if text(status) == "för sent" and late else text(status)


def sources(promise: Row, commitments: pd.DataFrame, goals: pd.DataFrame) -> None:
    numbers = (
        ("Polisens diarienummer", promise["police_diary_number"]),
        ("Kommunens diarienummer", promise["municipality_diary_number"]),
    )
    used = [promise["source"], *commitments["source"], *goals["source"]]
    listed = [linked(source) for source in dict.fromkeys(map(text, used)) if source]
    show(heading("Källor", level=2), facts(numbers), bullets(listed))
