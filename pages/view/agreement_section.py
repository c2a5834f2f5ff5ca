"""A long-term agreement is shown as an agreement: it is followed up and reported, not judged as a promise."""

import pandas as pd

from pages.view.formats import date_iso, day_sv, days_sv, text
from pages.view.markup import facts, heading, paragraph, show
from pages.view.tables import html_table


def agreements(rows: pd.DataFrame, duties: pd.DataFrame) -> None:
    """Each agreement of the municipality with its duties to report; nothing where there is none."""
    for row in rows.to_dict("records"):
        own = duties[duties["agreement_id"] == row["agreement_id"]]
        show(
            heading(
                text(row["title"]),
                level=2,
                eyebrow=f"Överenskommelse mellan polisen och kommunen, {days_sv(row['starts'], row['ends'])}",
            ),
            paragraph(row.get("purpose")),
            facts(
                (
                    ("Beslutad", day_sv(row.get("decided_on"))),
                    ("Parter", row.get("parties")),
                    ("Fokusområden", row.get("focus_areas")),
                    ("Revideras minst", _every(row.get("revised_at_least"))),
                    ("Följs upp minst", _every(row.get("followed_up_at_least"))),
                    ("Polisens diarienummer", row.get("police_diary_number")),
                    ("Kommunens diarienummer", row.get("municipality_diary_number")),
                    ("Källa", row.get("source")),
                )
            ),
        )
        if len(own):
            table = pd.DataFrame(
                {
                    "Avser": own["period"].map(text),
                    "Redovisas för": own["recipient"].map(text),
                    "Senast": own["due"].map(date_iso),
                    "Läge": own["status"].map(text),
                }
            )
            show(html_table(table, caption="Redovisning enligt överenskommelsen"))


def _every(interval: object) -> str:
    """`1 år` as ”varje år”, `2 år` as ”vartannat år”; anything else as it stands."""
    return {"1 år": "varje år", "2 år": "vartannat år"}.get(text(interval), text(interval))
