"""What was promised to be done: each commitment with verdict, sentence, ”Varför?” and its pace."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pages.view.commitment_why import commitment_why
from pages.view.formats import given, text, to_date
from pages.view.made_once import once
from pages.view.markup import heading, paragraph, show
from pages.view.pace_chart import pace_chart
from pages.view.palette import Palette
from pages.view.show_chart import cached_chart, show_chart
from pages.view.verdict_card import part_head

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Commitments:
    """The commitments of one promise and what is known of them: rows of marts, all of the same promise."""

    rows: pd.DataFrame
    progress: pd.DataFrame
    report_days: pd.DataFrame
    corrections: pd.DataFrame


def commitment_section(promise: Row, known: Commitments, palette: Palette) -> None:
    show(heading("Det här lovade vi", level=2))
    if known.rows.empty:
        show(paragraph("Löftet innehåller inga åtaganden, bara mål."))
    for row in known.rows.to_dict("records"):
        _commitment(promise, row, known, palette)


def _commitment(promise: Row, row: Row, known: Commitments, palette: Palette) -> None:
    own = text(row["commitment_id"])
    key = (text(promise["promise_id"]), own)
    show(
        part_head(text(row["commitment"]), row),
        paragraph(row["sentence"], kind="lk-sentence"),
        paragraph(f"Bedömning: {row['assessment']}" if given(row["assessment"]) else "", kind="lk-p"),
    )
    if text(row["kind"]) != "beskrivande":
        with st.expander("Varför?"):
            show(once(("commitment-why", *key), lambda: _why(promise, row, known)))
    start, end = to_date(promise["period_start"]), to_date(promise["period_end"])
    if start and end:
        chart = cached_chart(
            ("pace", *key),
            palette.name,
            lambda: pace_chart(row, _of(known.progress, own), start=start, end=end, palette=palette),
        )
        if chart:
            show_chart(chart, with_title=False, sentence=text(row["sentence"]), short=text(row["short"]))


def _of(rows: pd.DataFrame, commitment_id: str) -> pd.DataFrame:
    return rows[rows["commitment_id"] == commitment_id]


def _why(promise: Row, row: Row, known: Commitments) -> str:
    own = text(row["commitment_id"])
    return commitment_why(promise, row, _of(known.progress, own), _of(known.report_days, own), known.corrections)
