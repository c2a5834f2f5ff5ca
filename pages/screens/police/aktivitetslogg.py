"""Aktivitetslogg: what has been done and reported, filtered, summed per commitment, ready to take away."""

import pandas as pd
import streamlit as st

from pages import store
from pages.view.activity_log import (
    ALL,
    by_commitment,
    commitment_choices,
    in_period,
    listed,
    of_commitment,
    periods,
    whole_log,
)
from pages.view.choice import Choice, chosen
from pages.view.formats import date_sv, given, number, plain, plural, text, to_date
from pages.view.markup import heading, paragraph, show
from pages.view.tables import csv_sv, html_table

_SHOWN = 100


def _filtered(choice: Choice, log: pd.DataFrame) -> pd.DataFrame:
    left, middle, right = st.columns(3, gap="small")
    known = periods(log)
    period = left.selectbox("Period", list(known), format_func=lambda k: known[k], key="logg_period", filter_mode=None)
    names = commitment_choices(log, text(choice.promise["title"]) if choice.promise else "")
    commitment = middle.selectbox(
        "Åtagande", list(names), format_func=lambda k: names[k], key="logg_atagande", filter_mode=None
    )
    kinds = [ALL, *sorted(set(log["activity"].map(text)) - {""})]
    kind = right.selectbox(
        "Aktivitet", kinds, format_func=lambda k: "Alla aktiviteter" if k == ALL else k, key="logg_aktivitet",
        filter_mode=None,
    )  # fmt: skip
    chosen_rows = of_commitment(in_period(log, period), commitment, choice.promise_id)
    return chosen_rows if kind == ALL else chosen_rows[chosen_rows["activity"] == kind]


def _summary(rows: pd.DataFrame) -> str:
    done = rows[~rows["is_nil_report"].fillna(False).astype(bool)]
    count = len(done)
    last = to_date(rows["day"].max())
    hours = done["hours"].sum(min_count=1)
    worked = f"{plain(hours)} timmar" if given(hours) else "inga timmar är rapporterade"
    said = f"{plural(count, 'aktivitet', 'aktiviteter')}, {worked}"
    return f"{said}. Senaste rapporten är från {date_sv(last)}." if last else f"{said}."


def _log_screen(choice: Choice, log: pd.DataFrame) -> None:
    rows = _filtered(choice, log)
    if rows.empty:
        show(paragraph("Inga aktiviteter passar urvalet. Välj en längre period eller alla åtaganden.", kind="lk-lead"))
        return
    show(
        paragraph(_summary(rows), kind="lk-lead"),
        heading("Summa per åtagande", level=2),
        html_table(
            by_commitment(rows),
            caption="Summa per åtagande i urvalet",
            numeric=("Aktiviteter", "Timmar", "Deltagare"),
            wide=("Åtagande",),
        ),
        heading("Aktiviteter", level=2),
    )
    if len(rows) > _SHOWN:
        show(paragraph(f"Här visas de {_SHOWN} senaste av {number(len(rows))}; alla finns i filen.", kind="lk-muted"))
    st.download_button(
        "Ladda ner CSV",
        lambda: csv_sv(whole_log(rows)),
        file_name=f"aktivitetslogg-{choice.municipality_code}.csv",
        mime="text/csv",
        on_click="ignore",
    )
    show(
        html_table(listed(rows.head(_SHOWN)), caption="Aktiviteter, de senaste först", numeric=("Timmar", "Deltagare"))
    )


def main() -> None:
    choice = chosen()
    show(heading(f"Aktivitetslogg för {choice.municipality_name}", level=1))
    log = store.activities(choice.municipality_code)
    if log.empty:
        show(
            paragraph(f"Ingen aktivitetslogg är inlämnad för {choice.municipality_name}.", kind="lk-lead"),
            paragraph(
                "Därför går det inte att avgöra om åtagandena är gjorda: det som inte är rapporterat räknas som okänt, "
                "inte som noll. Loggen lämnas in som tabellen aktiviteter, i CSV eller Excel; rubrikerna står i "
                "Datalexikon."
            ),
        )
        return
    _log_screen(choice, log)


main()
