from pathlib import Path

import pandas as pd
import pytest

from pages import store
from pages.view.done_section import TITLE, area_table, done_section, summary

MONTHS = pd.DataFrame(
    {
        "commitment_id": "A1",
        "commitment": "Fotpatrull",
        "month": pd.to_datetime(["2026-01-01", "2026-03-01", "2026-02-01"]),
        "area_name": ["Centrum", "Norrby", "Centrum"],
        "activities": [3, 1, 2],
        "hours": [12.0, None, 6.5],
    }
)


def test_how_much_where_and_when_in_one_line() -> None:
    assert summary(MONTHS).replace("\u00a0", " ") == "6 tillfällen, 18,5 timmar, 2 områden, första kvartalet 2026."


def test_hours_that_nobody_wrote_down_are_not_zero() -> None:
    assert "timmar" not in summary(MONTHS.assign(hours=None))
    assert ">–<" in area_table(MONTHS, "A1")


def test_the_areas_most_occasions_first() -> None:
    html = area_table(MONTHS.assign(area_name=["Norrby", None, "Norrby"]), "A1")

    assert html.index("Norrby") < html.index("utan angivet område")


@pytest.fixture
def whole(served: Path) -> str:
    return done_section(
        store.public_activities("9999", "9999-2026"),
        store.activity_months("9999", "9999-2026"),
        store.commitments("9999", "9999-2026"),
    )


def test_each_commitment_in_its_order_and_then_the_single_activities(whole: str) -> None:
    assert f">{TITLE}</h2>" in whole
    assert 'id="gjort"' in whole
    assert whole.index("fotpatrullerar") < whole.index("i loggen är märkta som offentliga")
    assert "Vi mötte många på torget." in whole


def test_nothing_handed_in_is_said(served: Path) -> None:
    html = done_section(
        store.public_activities("1263", "1263-2017"),
        store.activity_months("1263", "1263-2017"),
        store.commitments("1263", "1263-2017"),
    )

    assert "Ingen aktivitetslogg är inlämnad, så vi vet inte vad som har gjorts." in html


def test_counts_without_a_single_public_row_say_so(served: Path) -> None:
    html = done_section(
        store.public_activities("9999", "9999-2026").head(0),
        store.activity_months("9999", "9999-2026"),
        store.commitments("9999", "9999-2026"),
    )

    assert "Ingen enskild aktivitet är märkt som offentlig" in html


def test_many_activities_show_the_newest_and_how_many_there_are(served: Path) -> None:
    one = store.public_activities("9999", "9999-2026").head(1)
    html = done_section(
        pd.concat([one] * 50), store.activity_months("9999", "9999-2026"), store.commitments("9999", "9999-2026")
    )

    assert "De 40 senaste av 50 aktiviteter" in html.replace("\u00a0", " ")
