"""The same seed and day give the same bytes; a later day only adds."""

from datetime import date
from pathlib import Path

import pytest

from etl.demo import STORY, generate
from etl.errors import LofteskollenError
from tests.unit.demo.reading import TODAY, Tables, number, read_folder


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_same_seed_and_day_give_the_same_bytes(demo_folder: Path, tmp_path: Path) -> None:
    generate(tmp_path / "igen", today=TODAY)
    assert _bytes(tmp_path / "igen") == _bytes(demo_folder)


def test_another_seed_gives_other_counts_but_the_same_register(demo_folder: Path, tmp_path: Path) -> None:
    generate(tmp_path, seed=7, today=TODAY)
    first, second = _bytes(demo_folder), _bytes(tmp_path)
    assert first["brott.csv"] != second["brott.csv"]
    assert first["enkat_svar.csv"] != second["enkat_svar.csv"]
    assert first["ataganden.csv"] == second["ataganden.csv"]


def test_an_earlier_day_has_the_same_history(demo: Tables, tmp_path: Path) -> None:
    earlier = read_folder(generate(tmp_path, today=STORY.holds_from).folder)
    facts = ("område", "brottstyp", "period", "antal")
    known = [[row[f] for f in facts] for row in earlier["brott"]]
    assert known == [[row[f] for f in facts] for row in demo["brott"]][: len(known)]
    for table in ("aktiviteter", "handelser", "lagesbild", "synpunkter"):
        assert earlier[table] == demo[table][: len(earlier[table])], table
    assert earlier["enkat_svar"] == demo["enkat_svar"]


@pytest.mark.parametrize("today", [STORY.holds_from, TODAY, date(2026, 12, 31), date(2031, 5, 4)])
def test_nothing_lies_in_the_future(today: date, tmp_path: Path) -> None:
    tables = read_folder(generate(tmp_path, today=today).folder)
    for name, heading in (
        ("aktiviteter", "datum"),
        ("handelser", "datum"),
        ("lagesbild", "datum"),
        ("synpunkter", "datum"),
        ("beslut", "datum"),
        ("beslut", "klart"),
        ("forum_moten", "datum"),
        ("aterkoppling", "datum"),
        ("bedomningar", "datum"),
        ("problem", "steg datum"),
        ("brott", "hämtad"),
        ("avvikelser", "upptäckt"),
        ("loften", "undertecknat"),
    ):
        assert all(row[heading] <= today.isoformat() for row in tables[name]), (name, heading)


@pytest.mark.parametrize(
    ("today", "last"),
    [(date(2026, 1, 15), "2025-12"), (date(2026, 11, 22), "2026-10"), (date(2026, 12, 1), "2026-11")],
)
def test_crime_ends_with_the_last_full_month(today: date, last: str, tmp_path: Path) -> None:
    periods = {row["period"] for row in read_folder(generate(tmp_path, today=today).folder)["brott"]}
    assert (min(periods), max(periods)) == ("2021-01", last)


def test_a_day_before_the_story_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LofteskollenError, match="2026-01-15"):
        generate(tmp_path / "demo", today=date(2026, 1, 14))
    assert not (tmp_path / "demo").exists()


def test_the_report_counts_the_rows(tmp_path: Path) -> None:
    report = generate(tmp_path, today=TODAY)
    assert {name: len(rows) for name, rows in read_folder(tmp_path).items()} == dict(report.rows)
    assert {path.stem for path in report.files} == set(report.rows)


def test_the_whole_is_the_sum_of_its_areas(demo: Tables) -> None:
    for table, keys in (("brott", ("brottstyp", "period")), ("folkmangd", ("år",))):
        whole: dict[tuple[str, ...], int] = {}
        parts: dict[tuple[str, ...], int] = {}
        for row in demo[table]:
            key = tuple(row[k] for k in keys)
            side = parts if row["område"] else whole
            side[key] = side.get(key, 0) + int(row["antal"])
        assert whole == parts, table


def test_types_hold_their_parts(demo: Tables) -> None:
    counts = {(r["område"], r["period"], r["brottstyp"]): int(r["antal"]) for r in demo["brott"]}
    for (area, period, kind), count in counts.items():
        if kind == "skadegorelse":
            assert count >= counts[area, period, "klotter"]
        if kind == "theft":
            assert count >= counts[area, period, "burglary"]
        assert count <= counts[area, period, "total"]


def test_sizes_are_as_described(demo: Tables) -> None:
    assert 29_000 < int(demo["folkmangd"][0]["antal"]) < 31_000
    assert 1200 < len(demo["aktiviteter"]) < 1800
    answers = [row["enkät_id"] for row in demo["enkat_svar"]]
    assert all(850 < answers.count(wave["enkät_id"]) < 950 for wave in demo["enkater"])
    assert all(answers.count(w["enkät_id"]) == int(w["antal svar"]) for w in demo["enkater"])
    assert all(number(row["vikt"]) > 0 for row in demo["enkat_svar"])
