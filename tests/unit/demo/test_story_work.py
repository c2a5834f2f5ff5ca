"""Was the promised work done as STORY says? Plain counting in the files."""

from datetime import date, timedelta

import pytest

from etl.demo import STORY
from tests.unit.demo.reading import TODAY, Tables, by_id, day, longest_silence, number, weekdays


def _log(demo: Tables, commitment_id: str) -> list[dict[str, str]]:
    return [row for row in demo["aktiviteter"] if row["åtagande_id"] == commitment_id]


def _done(demo: Tables, commitment_id: str) -> list[dict[str, str]]:
    return [row for row in _log(demo, commitment_id) if row["nollrapport"] != "ja"]


def _hours(rows: list[dict[str, str]]) -> float:
    return sum(number(row["timmar"]) for row in rows)


def test_2024_hours_were_done_and_reported(demo: Tables) -> None:
    rows = _log(demo, "9999-2024-A1")
    assert _hours(rows) >= 1500
    assert longest_silence([day(r) for r in rows], date(2024, 1, 1), date(2024, 12, 31)) <= 45


def test_2024_dialogues_were_held_in_four_areas(demo: Tables) -> None:
    assert len({row["område"] for row in _done(demo, "9999-2024-A2")}) >= 4


def test_2024_walks_were_two_in_each_half_year(demo: Tables) -> None:
    halves = [day(row).month > 6 for row in _done(demo, "9999-2024-A3")]
    assert (halves.count(False), halves.count(True)) == (2, 2)


def test_2025_dialogues_were_too_few_and_the_reports_complete(demo: Tables) -> None:
    assert len(_done(demo, "9999-2025-A1")) == 3
    reports = [day(row) for row in _log(demo, "9999-2025-A1")]
    assert longest_silence(reports, date(2025, 1, 1), date(2025, 12, 31)) <= 45


def test_2025_friday_briefings_were_kept(demo: Tables) -> None:
    days = {day(row) for row in _done(demo, "9999-2025-A2")}
    fridays = {date(2025, 1, 3) + timedelta(days=7 * n) for n in range(52)}
    exempt = set(by_id(demo["ataganden"], "åtagande_id")["9999-2025-A2"]["undantag"].split(";"))
    missed = {f"{d.isocalendar().year}-V{d.isocalendar().week:02d}" for d in fridays - days}
    assert days <= fridays
    assert missed - exempt == {"2025-V31"}
    assert exempt < missed


def test_the_heights_were_silent_for_months_and_below_the_promise(demo: Tables) -> None:
    rows = _log(demo, "9999-2025-hojden-A1")
    assert _hours(rows) < 300
    assert longest_silence([day(r) for r in rows], date(2025, 1, 1), date(2025, 12, 31)) > 45


def test_the_paused_promise_says_since_when(demo: Tables) -> None:
    promise = by_id(demo["loften"], "löfte_id")[STORY.pause.promise_id]
    assert promise["läge"] == "pausat"
    assert (promise["pausat från"], promise["pausat till"]) == ("2025-11-01", "2026-12-31")
    rows = _log(demo, "9999-2025-trafik-A1")
    assert len(rows) < 10
    assert all(day(row) < STORY.pause.starts for row in rows)


@pytest.mark.parametrize("today", [date(2026, 2, 15), date(2026, 6, 30), TODAY, date(2026, 11, 25)], ids=str)
def test_2026_hours_are_on_pace_but_not_there_yet(demo: Tables, today: date) -> None:
    known = [row for row in _log(demo, "9999-2026-A1") if day(row) <= min(today, TODAY)]
    done = _hours(known)
    passed = weekdays(date(2026, 1, 1), today) / weekdays(date(2026, 1, 1), date(2026, 12, 31))
    assert done < 1650
    assert passed > 0.1
    weeks = (today - date(2026, 1, 1)).days / 7
    assert done + done / weeks * (52 - weeks) > 1650


def test_2026_dialogues_done_and_dated_make_eight(demo: Tables) -> None:
    done = _done(demo, "9999-2026-A2")
    ahead = [r for r in demo["planerade"] if r["åtagande_id"] == "9999-2026-A2" and day(r) > TODAY]
    assert len(done) + len(ahead) == 8
    assert ahead
    assert (TODAY - max(day(r) for r in _log(demo, "9999-2026-A2"))).days <= 45


def test_2026_walks_kept_every_closed_quarter_and_the_last_is_ahead(demo: Tables) -> None:
    assert [(day(r).month - 1) // 3 for r in _done(demo, "9999-2026-A3")] == [0, 1, 2]


def test_nil_reports_carry_no_work(demo: Tables) -> None:
    nil = [row for row in demo["aktiviteter"] if row["nollrapport"] == "ja"]
    assert nil
    assert not any(row["timmar"] or row["deltagare"] for row in nil)


def test_hours_are_length_times_people(demo: Tables) -> None:
    for row in demo["aktiviteter"]:
        if row["starttid"]:
            start, end = (int(t[:2]) * 60 + int(t[3:5]) for t in (row["starttid"], row["sluttid"]))
            length = (end - start) % (24 * 60) / 60
            assert (number(row["timmar"]) / length) in (2, 3, 4, 5), row
