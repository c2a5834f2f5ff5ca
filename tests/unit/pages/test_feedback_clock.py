from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pages import store
from pages.view.feedback_clock import clock_section, mark_rules


def promise(code: str, promise_id: str) -> dict[str, Any]:
    rows = store.promises(code).to_dict("records")
    return next({str(k): v for k, v in row.items()} for row in rows if row["promise_id"] == promise_id)


def duties(**row: Any) -> pd.DataFrame:
    known = {
        "duty_id": "R1", "recipient": "invånarna", "channel": None, "interval": "kvartal", "times_per_year": None,
        "period": "2026-K1", "due": pd.Timestamp("2026-05-15"), "given_on": pd.NaT, "days_late": None,
    }  # fmt: skip
    return pd.DataFrame([{**known, **row}])


def test_a_mark_for_every_period_with_words(served: Path) -> None:
    every = store.duties("1263")
    html = clock_section(promise("1263", "1263-2017"), every[every["promise_id"] == "1263-2017"])

    assert "Så har vi återkopplat" in html
    assert "0 av 4 i tid" in html
    assert "Lovat: varje kvartal till invånarna, via webbplatsen." in html
    assert html.count('class="lk-mark lk-missing"') == 4
    assert "Första kvartalet 2017</strong><span>saknas, skulle ha kommit senast 15 maj 2017" in html


def test_the_line_says_when_it_last_was(served: Path) -> None:
    every = store.duties("9999")
    html = clock_section(promise("9999", "9999-2026"), every[every["promise_id"] == "9999-2026"])

    assert "Senast återkopplat 4 maj 2026, 1 av 2 i tid." in html
    assert "för sent, 9 dagar (24 maj 2026)" in html


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"status": "i tid", "given_on": pd.Timestamp("2026-04-22")}, "i tid, 22 april 2026"),
        (
            {"status": "för sent", "given_on": pd.Timestamp("2026-05-16"), "days_late": 1},
            "för sent, 1 dag (16 maj 2026)",
        ),
        ({"status": "väntar"}, "väntar, senast 15 maj 2026"),
        ({"status": "kommande"}, "kommande, senast 15 maj 2026"),
    ],
)
def test_every_status_has_its_words(served: Path, row: dict[str, Any], words: str) -> None:
    assert words in clock_section(promise("9999", "9999-2026"), duties(**row)).replace("\u00a0", " ")


def test_a_promise_without_a_period_says_what_was_promised_and_draws_no_mark(served: Path) -> None:
    html = clock_section(
        promise("9999", "9999-2026"), duties(interval=None, times_per_year=4, period=None, status=None)
    )

    assert "Lovat: minst 4 gånger per år till invånarna." in html
    assert "lk-mark" not in html


@pytest.mark.parametrize(
    ("status", "rest", "words"),
    [
        ("kommande", "coming", "återstår, senast 14 februari 2027"),
        ("saknas", "missing", "saknas, skulle ha kommit senast 14 februari 2027"),
    ],
)
def test_a_number_of_times_a_year_is_a_mark_for_each(served: Path, status: str, rest: str, words: str) -> None:
    yearly = {"interval": None, "times_per_year": 4, "period": "2026", "due": pd.Timestamp("2027-02-14")}
    known = promise("9999", "9999-2026") | {"feedback_given": 3}
    html = clock_section(known, duties(**yearly, status=status)).replace("\u00a0", " ")

    assert html.count("lk-mark lk-kept") == 3
    assert html.count(f"lk-mark lk-{rest}") == 1
    assert f"2026, gång 4 av 4</strong><span>{words}" in html


def test_nothing_promised_is_no_section(served: Path) -> None:
    assert clock_section(promise("9999", "9999-2026"), duties().head(0)) == ""


def test_the_shapes_differ() -> None:
    rules = mark_rules().split(".lk-mark.")[1:]

    assert len(rules) == len({rule.split("{")[1] for rule in rules}) == 5
