from datetime import date
from pathlib import Path
from typing import Any

from pages import store
from pages.view.commitment_why import commitment_why
from tests.unit.pages.support import of_commitment, promise


def why(commitment_id: str, **changed: Any) -> str:
    code, promise_id = commitment_id.split("-")[0], commitment_id.rsplit("-", 1)[0]
    progress, reported = store.progress(code, promise_id), store.report_days(code, promise_id)
    return commitment_why(
        promise(promise_id),
        of_commitment(commitment_id) | changed,
        progress[progress["commitment_id"] == commitment_id],
        reported[reported["commitment_id"] == commitment_id],
        store.corrections(code),
    )


def test_plan_pace_and_forecast_stand_together(served: Path) -> None:
    html = why("9999-2026-A1")

    plain = html.replace("\N{NO-BREAK SPACE}", " ")
    for words in ("1 200 timmar", "498 timmar", "1 240 timmar", "1 180 till 1 300", "22,4 timmar"):
        assert words in plain
    assert "<dt>80 %-intervall för prognosen</dt>" in html


def test_a_silence_of_more_than_45_days_is_dated(served: Path) -> None:
    html = why("9999-2026-A1")

    assert "1 lucka på mer än 45 dagar utan rapport" in html.replace("\N{NO-BREAK SPACE}", " ")
    assert "3 maj 2026 till 30 juni 2026 (58 dagar)" in html.replace("\N{NO-BREAK SPACE}", " ")


def test_reports_in_time_leave_no_gap(served: Path) -> None:
    assert "inga luckor på mer än 45 dagar" in why("9999-2026-A1", as_of=date(2026, 5, 20))


def test_nothing_reported_is_unknown_and_not_zero(served: Path) -> None:
    assert "räknas som okänt, inte som noll" in why("1263-2017-A1")


def test_exempted_periods_are_named(served: Path) -> None:
    html = why("9999-2026-A3").replace("\N{NO-BREAK SPACE}", " ")

    assert "1 delperiod är undantagen" in html
    assert "1 juli 2026" in html
    assert "Undantag" not in why("9999-2026-A1")


def test_what_nobody_reported_is_not_shown_as_done(served: Path) -> None:
    assert "<dt>Gjort</dt>" in why("9999-2026-A1")
    assert "<dt>Gjort</dt>" not in why("9999-2026-A1", last_report=None, estimate=0)


def test_one_is_written_as_one(served: Path) -> None:
    html = why("9999-2026-A2", target=1, unit="trygghetsvandringar").replace("\N{NO-BREAK SPACE}", " ")

    assert "1 trygghetsvandring<" in html
