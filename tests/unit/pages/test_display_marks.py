from datetime import date

import pytest

from pages.view.display_marks import MOST_MARKS, Mark, feedback_marks, feedback_sentence, kept_marks
from tests.unit.pages.display_rows import commitment, duty, promise


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (promise(), "Hittills 2 av 3 återkopplingar i tid. Senast återkopplat 19 oktober 2026."),
        (promise(state="avslutat"), "2 av 3 återkopplingar i tid. Senast återkopplat 19 oktober 2026."),
        (promise(state="avslutat", feedback_given=0, feedback_latest=None), "0 av 3 återkopplingar i tid."),
        (promise(feedback_required=None), "Senast återkopplat 19 oktober 2026."),
        (promise(feedback_required=0, feedback_latest=None), ""),
    ],
)
def test_the_clock_of_feedback_in_a_sentence(row: dict[str, object], words: str) -> None:
    said = feedback_sentence(row)

    assert said == words
    assert len(said.split(" ")) <= 14


def test_each_promised_report_is_a_mark_with_what_became_of_it() -> None:
    duties = [
        duty("2026-K1"),
        duty("2026-K2", "för sent", days_late=19),
        duty("2026-K3", "saknas", days_late=40),
        duty("2026-K4", "kommande"),
    ]

    assert feedback_marks(duties) == (
        Mark(shape="met", name="Kvartal 1", words="i tid"),
        Mark(shape="way", name="Kvartal 2", words="19 dagar sent"),
        Mark(shape="not", name="Kvartal 3", words="saknas"),
        Mark(shape="wait", name="Kvartal 4", words="kommande"),
    )


def test_the_year_stands_where_there_are_several() -> None:
    named = feedback_marks([duty("2025-H2"), duty("2026-H1"), duty("2026-03"), duty("2026-01-10–2026-04-09")])

    assert [mark.name for mark in named] == ["Halvår 2, 2025", "Halvår 1, 2026", "Mars, 2026", "2026-01-10–2026-04-09"]


def test_more_marks_than_can_be_told_apart_are_left_out() -> None:
    assert feedback_marks([duty(f"2026-V{week:02}") for week in range(1, MOST_MARKS + 2)]) == ()
    assert len(feedback_marks([duty(f"2026-V{week:02}") for week in range(1, MOST_MARKS + 1)])) == MOST_MARKS


def test_reports_without_a_period_of_their_own_have_no_marks() -> None:
    assert feedback_marks([duty(None), duty("2026", interval=None, times_per_year=4)]) == ()


def row(starts: date, status: str | None, commitment_id: str = "9999-2026-A1") -> dict[str, object]:
    return {"commitment_id": commitment_id, "period_start": starts, "status": status}


@pytest.mark.parametrize(
    ("interval", "second", "names"),
    [
        ("kvartal", date(2026, 4, 1), ["Kvartal 1", "Kvartal 2"]),
        ("halvår", date(2026, 7, 1), ["Halvår 1", "Halvår 2"]),
        ("månad", date(2026, 2, 1), ["Januari", "Februari"]),
        ("år", date(2027, 1, 1), ["2026", "2027"]),
        ("vecka", date(2026, 1, 12), ["1 januari 2026", "12 januari 2026"]),
    ],
)
def test_parts_of_a_recurring_commitment_are_named_by_their_period(
    interval: str, second: date, names: list[str]
) -> None:
    recurring = commitment(1, kind="återkommande", interval=interval)
    marks = kept_marks(recurring, [row(date(2026, 1, 1), "hölls"), row(second, "missades")])

    assert [mark.name for mark in marks] == names
    assert [mark.shape for mark in marks] == ["met", "not"]


def test_unknown_is_neither_kept_nor_missed() -> None:
    recurring = commitment(1, kind="återkommande", interval="kvartal")
    marks = kept_marks(recurring, [row(date(2026, 1, 1), "okänt"), row(date(2026, 4, 1), "pågår")])

    assert [mark.shape for mark in marks] == ["grey", "wait"]


def test_only_its_own_parts_and_only_of_what_recurs() -> None:
    progress = [row(date(2026, 1, 1), "hölls"), row(date(2026, 4, 1), "hölls", "9999-2026-A2")]

    assert kept_marks(commitment(1, kind="återkommande", interval="kvartal"), progress) == ()
    assert kept_marks(commitment(1, kind="antal"), [*progress, row(date(2026, 7, 1), "hölls")]) == ()
