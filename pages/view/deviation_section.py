"""Early warning: the latest closed month of every monthly series against what was expected, alarms first."""

import pandas as pd

from pages.view.explained import EXPECTED, explained
from pages.view.formats import given, join_sv, period_sv, plain, plural, text, upper_first
from pages.view.made_once import once
from pages.view.markup import bullets, esc, folded, heading, paragraph, show
from pages.view.show_chart import table_and_file
from pages.view.tables import csv_sv, html_table

CAUTION = (
    "Markeringen säger inget om orsaken, och högst två till tre månader av hundra markeras av ren slump. Varje månad "
    "jämförs med samma månader tidigare år."
)
_SHOWN = 5


def deviation_section(deviations: pd.DataFrame, code: str, place: str) -> None:
    """Rows of marts.deviation for one municipality."""
    html, table, csv = once(
        ("deviations", code),
        lambda: (
            deviation_html(deviations, place),
            html_table(
                deviation_table(deviations), caption=f"Senaste månaden i {place}", numeric=("Antal", "Väntat", "Gräns")
            ),
            csv_sv(deviations),
        ),
    )
    show(heading("Avviker den senaste månaden", level=2), html)
    if len(deviations):
        table_and_file(table, csv, file_name="avvikelser.csv", key="avvikelser", title="Visa alla serier")


def deviation_html(deviations: pd.DataFrame, place: str) -> str:
    """What stands out, each in a sentence, and what it does not mean."""
    if deviations.empty:
        return paragraph(
            f"Det finns inte tillräckligt många månader med brottsuppgifter för {place}, så ingen månad kan jämföras "
            "med de tidigare."
        )
    alarms = deviations[deviations["is_alarm"].fillna(False).astype(bool)]
    months = join_sv([period_sv(month) for month in sorted(set(deviations["period"]))])
    checked = plural(len(deviations), "serie", "serier")
    if alarms.empty:
        return paragraph(f"Ingen av {checked} avviker i {months}.", kind="lk-sentence") + paragraph(
            CAUTION, kind="lk-muted"
        )
    lines = [
        f"<strong>{esc(row['crime_name'])}, {esc(_area(row['area_name']))}</strong>: {esc(row['sentence'])}"
        for row in alarms.to_dict("records")
    ]
    return "".join(
        (
            paragraph(f"{len(alarms)} av {checked} avviker i {months}.", kind="lk-sentence"),
            bullets(lines[:_SHOWN]),
            folded(f"Visa {len(lines) - _SHOWN} till", bullets(lines[_SHOWN:])),
            paragraph(CAUTION, kind="lk-muted"),
            explained([EXPECTED]),
        )
    )


def deviation_table(deviations: pd.DataFrame) -> pd.DataFrame:
    """Ready strings, alarms first."""
    return pd.DataFrame(
        {
            "Brott": deviations["crime_name"].map(text),
            "Område": deviations["area_name"].map(_area).map(upper_first),
            "Månad": deviations["period"].map(period_sv),
            "Antal": deviations["count"].map(plain),
            "Väntat": deviations["expected"].map(_tenths),
            "Gräns": deviations["limit_99"].map(_tenths),
            "Läge": ["avviker" if given(alarm) and bool(alarm) else "som väntat" for alarm in deviations["is_alarm"]],
        }
    )


def _area(name: object) -> str:
    return text(name) or "hela kommunen"


def _tenths(value: object) -> str:
    return plain(round(float(str(value)), 1)) if given(value) else "–"
