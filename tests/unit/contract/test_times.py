"""Times of day."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract.outcome import Parsed, Refusal
from etl.contract.times import parse_time


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("08:30", "08:30:00"),
        ("8:30", "08:30:00"),
        ("8.30", "08:30:00"),
        ("8:30:15", "08:30:15"),
        ("08:30:00.000", "08:30:00"),
        ("kl 8.30", "08:30:00"),
        ("kl. 18", "18:00:00"),
        ("klockan 18", "18:00:00"),
        ("18", "18:00:00"),
        ("0830", "08:30:00"),
        ("00:00", "00:00:00"),
        ("00.25", "00:25:00"),
        ("0.3541666666666667", "08:30:00"),
        ("0,3541666666666667", "08:30:00"),
        ("0.5", "12:00:00"),
        ("0.75", "18:00:00"),
        ("1899-12-31 18:30:00", "18:30:00"),
    ],
)
def test_times(text: str, value: str) -> None:
    assert parse_time(text) == Parsed(value=value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25:00", "timme 25 finns inte"),
        ("8:61", "minut 61 finns inte"),
        ("8:30:75", "sekund 75 finns inte"),
        ("24:00", "nästa dygn"),
        ("0.25", "kan läsas som 00:25, eller som 06:00"),
        ("6:30 PM", "tolvtimmarsklocka"),
        ("18-20", "två klockslag"),
        ("18:00–20:00", "två klockslag"),
        ("kväll", "inte ett klockslag"),
        ("2017-03-31 18:30", "inte ett klockslag"),
    ],
)
def test_refusals(text: str, reason: str) -> None:
    refused = parse_time(text)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason
    assert refused.remedy


@given(st.times().map(lambda t: t.replace(microsecond=0)))
def test_a_written_time_comes_back(moment: time) -> None:
    expected = Parsed(value=moment.isoformat())
    assert parse_time(moment.isoformat()) == expected
    assert parse_time(f"{moment.hour}.{moment:%M.%S}") == expected
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    assert parse_time(f"{seconds / 86_400:.12f}") == expected


@given(st.text() | st.from_regex(r"[0-9]{1,2}[:.,][0-9]{1,6}", fullmatch=True))
def test_any_text_gives_an_answer(text: str) -> None:
    outcome = parse_time(text)
    if isinstance(outcome, Parsed):
        assert time.fromisoformat(outcome.value).isoformat() == outcome.value
        assert parse_time(outcome.value) == outcome
