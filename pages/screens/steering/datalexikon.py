"""Datalexikon: what the tables that people hand in hold, column by column."""

import pandas as pd
import streamlit as st

from pages import store
from pages.view.formats import plural, text
from pages.view.markup import heading, paragraph, show
from pages.view.tables import html_table

_HEADINGS = {
    "heading": "Rubrik",
    "required": "Krävs",
    "kind": "Innehåll",
    "type": "Innehåll",
    "allowed": "Tillåtna ord",
    "explanation": "Förklaring",
    "example": "Exempel",
}


def _table(columns: pd.DataFrame) -> pd.DataFrame:
    shown = {swedish: columns[name].map(_cell) for name, swedish in _HEADINGS.items() if name in columns}
    table = pd.DataFrame(shown)
    empty = [name for name in table.columns[1:] if (table[name] == "").all()]
    return table.drop(columns=empty)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return text(value)


def main() -> None:
    words = store.dictionary()
    show(
        heading("Datalexikon", level=1),
        paragraph(
            "Tabellerna som kommunen och polisen lämnar in, rubrik för rubrik. Filen kan vara CSV eller Excel; "
            "rubrikernas ordning är fri.",
            kind="lk-lead",
        ),
    )
    if words.empty:
        show(paragraph("Lexikonet är tomt: databasen byggdes utan beskrivning av tabellerna."))
        return
    for name, columns in words.groupby("table_name", sort=False):
        title = text(columns["table_title"].iloc[0]) or str(name)
        count = len(columns)
        with st.expander(f"{title} – {plural(count, 'rubrik', 'rubriker')}"):
            table = _table(columns)
            show(
                html_table(table, caption=f"Tabellen (filen eller bladet) {name}", wide=("Förklaring", "Tillåtna ord"))
            )


main()
