"""Screen, table, alt text, display, easy-read and report of one build say the same numbers."""

import math
import re
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from etl.evaluate.contexts import Told
from etl.evaluate.numbers_sv import date_sv
from etl.evaluate.verdict import Reason
from etl.evaluate.wording import REASONS
from pages.view.chart_object import ChartObject
from pages.view.formats import given, plain, text, to_date
from pages.view.goal_chart import goal_chart
from pages.view.pace_chart import pace_chart
from pages.view.palette import LIGHT
from tests.unit.evaluate.one_voice import (
    NOT_SWEDISH,
    SAID,
    UGLY,
    assert_english,
    assert_only_facts,
    assert_reason_is_said,
    assert_well_formed,
    days,
    numbers_in,
    stands,
)

Row = dict[Any, Any]
THRESHOLDS = (95, 80, 100, 1000, 10, 5, 3, 45, 2, 6, 4)
"""Of the rule itself: 95 procent, 80 procent, 45 dagar, två år, sex månader, fyra veckor …"""
PLACES = ("Exempelköping", "Björkhöjden", "Svalöv", "Södervik")
REASON_OF = {phrase: reason for reason, phrase in REASONS.items() if reason in SAID} | {
    "pekar mot minskning": Reason.WITHIN_CHANCE,
    "pekar mot ökning": Reason.WITHIN_CHANCE,
}


class Marts:
    """The marts that are spoken of, read once."""

    def __init__(self, database: Path) -> None:
        with duckdb.connect(str(database), read_only=True) as con:
            names = ("promise", "commitment_verdict", "commitment_progress", "goal_verdict", "goal_point")
            self._frames = {name: con.execute(f"SELECT * FROM marts.{name}").df() for name in names}

    def rows(self, mart: str) -> list[Row]:
        return list(self._frames[mart].to_dict("records"))

    def of(self, mart: str, key: str, value: str) -> pd.DataFrame:
        frame = self._frames[mart]
        return frame[frame[key] == value]


@pytest.fixture(scope="module")
def marts(built_database: Path) -> Marts:
    return Marts(built_database)


def told(row: Row, prefix: str = "") -> Told:
    names = ("sentence", "short", "easy", "report", "english")
    spoken = {name: text(row[f"{prefix}{name}"]) for name in names}
    around = {name: text(row.get(name)) for name in ("claim", "headline", "caution", "alt")} if not prefix else {}
    around = {"claim": "", "headline": "", **around}
    return Told(**spoken, reason=text(row[f"{prefix}reason"]), **around)


def number(value: Any) -> float | None:
    return float(value) if given(value) else None


def dates(row: Row, *names: str) -> list[float]:
    return days(*(day for name in names if (day := to_date(row.get(name))) is not None))


def assert_spoken(spoken: Told, facts: list[float | None], words: str) -> None:
    assert_well_formed(spoken)
    assert_english(spoken, places=PLACES)
    assert_only_facts(spoken, [*THRESHOLDS, *facts], named=words)
    if spoken.reason:
        assert_reason_is_said(spoken, REASON_OF[spoken.reason])
    else:
        assert not re.search("går inte att (avgöra|säga)", spoken.short + spoken.easy.split("\n")[-1])


def goal_facts(row: Row, points: pd.DataFrame) -> list[float | None]:
    used = points[points["used"].astype(bool)]
    estimate = number(row["estimate"])
    hundred = [] if estimate is None else [100 + estimate, 100 + math.copysign(round(abs(estimate)), estimate)]
    counts = [number(used[used["role"] == role]["count"].sum()) for role in ("utgångsläge", "löftestid")]
    years = [float(day.year) for name in ("period_start", "period_end") for day in points[name]]
    months = [] if row["measure"] != "brott" else [float(n) for n in range(1, 12)]
    names = ("estimate", "low", "high", "baseline_value", "followup_value", "phi", "tau")
    return [
        *(number(row[name]) for name in names), *hundred, *counts, *years, *months,
        *(number(answers) for answers in used["answers"]),
        *(float(n) for found in used["period"] for n in re.findall(r"\d+", text(found))),
        *dates(row, "baseline_from", "baseline_to", "followup_from", "followup_to"),
    ]  # fmt: skip


def test_every_goal_is_told_with_its_own_numbers(marts: Marts) -> None:
    rows = marts.rows("goal_verdict")
    assert len(rows) > 15
    for row in rows:
        words = f"{text(row['goal'])} {text(row['area_name'])} {text(row['baseline_note'])} {text(row['source'])}"
        points = marts.of("goal_point", "goal_id", row["goal_id"])
        assert_spoken(told(row), goal_facts(row, points), words)


def test_every_commitment_is_told_with_its_own_numbers(marts: Marts) -> None:
    rows = [row for row in marts.rows("commitment_verdict") if given(row["verdict"])]
    assert len(rows) > 10
    names = ("target", "estimate", "forecast", "forecast_low", "forecast_high", "needed_per_week")
    for row in rows:
        forecast, total = number(row["forecast"]) or 0.0, number(row["periods_total"]) or 0.0
        periods = [number(row[name]) for name in ("periods_kept", "periods_closed", "periods_total")]
        needed = [total, float(math.ceil(0.9 * total))]
        promise = marts.of("promise", "promise_id", row["promise_id"]).to_dict("records")[0]
        facts = [
            *(number(row[name]) for name in names), *periods, *needed, 10.0 * round(forecast / 10),
            *dates(row, "last_report"), *dates(promise, "period_start", "period_end"),
        ]  # fmt: skip
        assert_spoken(told(row), facts, f"{text(row['unit'])} {text(row['interval'])}")


def test_every_promise_counts_its_own_parts(marts: Marts) -> None:
    rows = marts.rows("promise")
    assert len(rows) >= 9
    for row in rows:
        key = row["promise_id"]
        commitments = marts.of("commitment_verdict", "promise_id", key)
        goals = marts.of("goal_verdict", "promise_id", key)
        whole = goals[goals["part_of"].isna()]
        measured = whole[whole["measure"] != "ingen"]
        main = measured[measured["is_primary"].astype(bool)]
        verdicts = [*commitments["verdict"].value_counts(), *main["verdict"].value_counts()]
        counts = [row["commitments_total"], row["commitments_countable"], len(measured), len(main), *verdicts]
        claims = " ".join(main["claim"].map(text))
        for prefix in ("commitment_", "goal_"):
            assert_spoken(told(row, prefix), [float(count) for count in counts], claims)


def test_a_commitment_in_words_has_no_verdict_in_any_form(marts: Marts) -> None:
    for row in marts.rows("commitment_verdict"):
        if not given(row["verdict"]):
            assert [text(row[name]) for name in ("sentence", "short", "easy", "report", "claim")] == [""] * 5


def charts(marts: Marts) -> list[tuple[Row, pd.DataFrame, ChartObject]]:
    found = []
    for row in marts.rows("goal_verdict"):
        points = marts.of("goal_point", "goal_id", row["goal_id"])
        chart = goal_chart(row, points, LIGHT)
        if chart is not None:
            found.append((row, points, chart))
    return found


def test_the_chart_of_a_goal_is_titled_and_described_by_its_verdict(marts: Marts) -> None:
    drawn = charts(marts)
    assert len(drawn) > 10
    for row, _, chart in drawn:
        assert chart.title == row["claim"]
        assert chart.alt == row["alt"]


def test_the_table_of_a_goal_holds_the_numbers_of_its_texts(marts: Marts) -> None:
    """Counts in the report are sums of the table's rows; shares in every text are values of its rows."""
    for row, points, chart in charts(marts):
        used = chart.table[chart.table["Används som"] != "visas bara"]
        if row["measure"] == "enkät" and len(used) == 2:
            spoken = numbers_in(row["alt"])
            shares = [float(value) for value in points[points["used"].astype(bool)]["value"]]
            shown = [numbers_in(cell)[0] for cell in used["Värde"]]
            assert all(any(stands(cell, [share]) for share in shares) for cell in shown)
            if row["reason"] != REASONS[Reason.TOO_FEW_ANSWERS]:
                assert all(any(stands(said, [share]) for said in spoken) for share in shares), row["alt"]
        if row["measure"] == "brott" and given(row["estimate"]):
            for role in ("utgångsläge", "löftestid"):
                counts = used[used["Används som"] == role]["Antal"]
                total = sum(int(numbers_in(count)[0]) for count in counts)
                assert f"{plain(total)} anmäl" in row["report"]


def test_the_baseline_of_the_chart_is_the_baseline_of_the_alt_text(marts: Marts) -> None:
    for row, _, chart in charts(marts):
        labels = [note.text for note in chart.figure.layout.annotations if note.text.startswith("utgångsläge ")]
        if row["measure"] == "brott" and labels:
            drawn = numbers_in(labels[0])[0]
            told_of = re.search(r"Utgångsläget [^:]*: ([\d,\u00a0]+)\.", row["alt"])
            assert told_of
            assert numbers_in(told_of[1])[0] == drawn


def test_the_log_of_a_commitment_adds_up_to_what_its_texts_say(marts: Marts) -> None:
    summed = kept = 0
    for row in marts.rows("commitment_verdict"):
        points = marts.of("commitment_progress", "commitment_id", row["commitment_id"])
        promise = marts.of("promise", "promise_id", row["promise_id"]).to_dict("records")[0]
        start, end = to_date(promise["period_start"]), to_date(promise["period_end"])
        if start is None or end is None or points.empty:
            continue
        chart = pace_chart(row, points, start=start, end=end, palette=LIGHT)
        assert chart is not None
        assert chart.title == row["sentence"]
        assert not re.search(r"–(?!\d)|nan|None", chart.alt), chart.alt
        assert text(row["claim"]) in chart.alt
        if row["kind"] == "återkommande":
            kept += 1
            assert (points["status"] == "hölls").sum() == row["periods_kept"]
            continue
        summed += 1
        done = plain(row["estimate"])
        assert chart.table["Sammanlagt"].iloc[-1] == done
        weekly = [float(number) for cell in chart.table["Gjort"] for number in numbers_in(cell)]
        assert sum(weekly) == pytest.approx(row["estimate"], abs=0.05 * len(weekly))
        assert f"{done} " in row["claim"]
        if given(row["forecast_low"]):
            said = [plain(round(row[name])) for name in ("forecast_low", "forecast_high")]
            assert all(limit in chart.alt for limit in said), chart.alt
    assert summed >= 3
    assert kept >= 2


def test_the_last_report_of_the_log_is_the_one_in_the_report(marts: Marts) -> None:
    for row in marts.rows("commitment_verdict"):
        last = to_date(row["last_report"])
        if last is not None and "senaste rapporten" in text(row["report"]):
            assert date_sv(last) in row["report"]
            assert last <= date(2026, 11, 22)


def test_every_sentence_of_every_mart_is_set_as_swedish_is(built_database: Path) -> None:
    columns = ("sentence", "headline", "claim", "caution", "cautions", "reason", "unmet", "rule_text", "changed_text")
    with duckdb.connect(str(built_database), read_only=True) as con:
        spoken = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns()"
            " WHERE schema_name = 'marts' AND list_contains($columns, column_name)",
            {"columns": list(columns)},
        ).fetchall()
        faults = [
            f"{mart}.{column}: {fault}: {words}"
            for mart, column in spoken
            for (words,) in con.execute(f'SELECT DISTINCT "{column}" FROM marts.{mart}').fetchall()
            for fault, pattern in {**UGLY, "inte svenska": NOT_SWEDISH.pattern}.items()
            if words and re.search(pattern, words)
        ]

    assert len(spoken) > 10
    assert faults == []
