"""The deviation, the late feedback, the overdue decision, and the gaps: in the chain, and between people."""

from datetime import date

from etl.demo import STORY
from tests.unit.demo.reading import TODAY, Tables, by_id, day, number


def test_one_area_departs_from_its_own_past(demo: Tables) -> None:
    deviation = STORY.deviation
    ratios = {}
    for area_id in by_id(demo["omraden"], "område_id"):
        counts = {
            row["period"]: int(row["antal"])
            for row in demo["brott"]
            if row["område"] == area_id and row["brottstyp"] == deviation.crime_type
        }
        latest = sorted(counts)[-3:]
        usual = [counts[f"{year}-{p[5:]}"] for p in latest for year in (2022, 2023, 2024)]
        ratios[area_id] = sum(counts[p] for p in latest) / (sum(usual) / 3)
    assert ratios.pop(deviation.area_id) > 1.7
    assert max(ratios.values()) < 1.7
    assert "9999-V2" in by_id(demo["avvikelser"], "avvikelse_id")


def test_the_deviation_is_seen_among_the_incidents(demo: Tables) -> None:
    def per_month(first: date, last: date) -> float:
        rows = [
            row
            for row in demo["handelser"]
            if row["typ"] == "klotter" and row["område"] == STORY.deviation.area_id and first <= day(row) <= last
        ]
        return len(rows) / ((last - first).days / 30.4)

    before = per_month(date(2021, 1, 1), date(2025, 9, 30))
    assert per_month(STORY.deviation.since, TODAY) > 1.6 * before


def test_one_report_is_late_and_one_is_missing(demo: Tables) -> None:
    feedback = STORY.feedback
    given = {r["avser period"]: day(r) for r in demo["aterkoppling"] if r["plikt_id"] == feedback.duty_id}
    ends = {
        "2025-K1": date(2025, 3, 31),
        "2025-K2": date(2025, 6, 30),
        "2025-K3": date(2025, 9, 30),
        "2025-K4": date(2025, 12, 31),
    }
    late = {p: (given[p] - ends[p]).days - 45 for p in given if (given[p] - ends[p]).days > 45}
    assert late == {feedback.late_period: 19}
    assert feedback.days_late == 19
    assert set(ends) - set(given) == {feedback.missing_period}


def test_all_other_feedback_is_in_time(demo: Tables) -> None:
    ends = {"K1": (3, 31), "K2": (6, 30), "K3": (9, 30), "K4": (12, 31), "H2": (12, 31), "": (12, 31)}
    for row in demo["aterkoppling"]:
        year, _, part = row["avser period"].partition("-")
        if row["plikt_id"] != STORY.feedback.duty_id:
            assert (day(row) - date(int(year), *ends[part])).days <= 45, row


def test_a_decision_is_overdue(demo: Tables) -> None:
    decision = by_id(demo["beslut"], "beslut_id")[STORY.overdue_decision_id]
    assert decision["klart"] == ""
    assert decision["klart senast"] < STORY.holds_from.isoformat()


def test_one_problem_has_no_measure_and_one_process_went_back(demo: Tables) -> None:
    problems = {row["problem_id"] for row in demo["problem"]}
    assert problems - {row["problem_id"] for row in demo["atgarder"]} == {STORY.problem_without_measure_id}
    steps = [r["steg"] for r in demo["problem"] if r["problem_id"] == "9999-problem-centrum"]
    assert steps.index("åtgärder") < len(steps) - 1 - steps[::-1].index("analys")


def test_a_party_was_sometimes_missing_at_the_forums(demo: Tables) -> None:
    meetings = demo["forum_moten"]
    assert any(row["polisen deltog"] == "nej" for row in meetings)
    assert any(row["kommunen deltog"] == "nej" for row in meetings)
    assert all(day(row).weekday() < 5 for row in meetings)


def test_women_feel_less_safe_than_men(demo: Tables) -> None:
    def safe(gender: str) -> float:
        rows = [r for r in demo["enkat_svar"] if r["kön"] == gender and r["trygg_kvall"]]
        total = sum(number(r["vikt"]) for r in rows)
        return sum(number(r["vikt"]) for r in rows if r["trygg_kvall"] in "45") / total

    assert safe("man") - safe("kvinna") > 0.10


def test_verdicts_on_a_day_leave_out_what_is_not_certain() -> None:
    early, late = STORY.verdicts_on(date(2026, 1, 15)), STORY.verdicts_on(TODAY)
    assert "9999-2026-A1" not in early
    assert late["9999-2026-A1"] == "På väg"
    assert late["9999-2024-M1"] == early["9999-2024-M1"] == "Uppfyllt"
