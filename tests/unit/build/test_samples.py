"""Real files, as they were fetched: each loads unchanged or is refused with the right reason."""

import csv
import math
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from etl.build.pipeline import Outcome, build, check
from tests.support import ROOT, shared_path

# Rows that reach our own tables, or words of the reason. Lines and notes: the SOURCE.md beside each file.
EXPECTED: dict[str, int | str] = {
    "bra_sol_excel/Brott_2025_raw.xls": 338,
    "bra_sol_excel/bra_alla_kommuner_2025_raw.xls": 121,
    "bra_sol_excel/brottsstatistik_bromma.xlsx": 21,
    "bra_sol/sol_dbfil_ar.latin1.txt": 6,
    "bra_sol/sol_dbfil_ar.utf8.txt": 6,
    "bra_sol/manad_kommun_2026-08_prel.csv": "omarbetad lista över Brås brottsträd",
    "scb_folkmangd/bef_k_tot_2008-2018.csv": 3190,
    "scb_folkmangd/bef_r_tot_2008-2018.csv": 231,
    "scb_folkmangd/TAB6471_data.json": 84,
    "scb_folkmangd/TAB6471_metadata.json": "har inga värden (metadata)",
    "scb_folkmangd/population_2024.csv": "säger inte vilket år den gäller",
    "kolada/values_long_N00945.csv": 63,
    "kolada/kpi_metadata_trygghet.csv": "Koladas beskrivning av nyckeltal och innehåller inga värden",
    "trygghetsmatning/publicerade_varden_a.csv": 42,
}
FOLDERS = ("bra_sol_excel", "bra_sol", "scb_folkmangd", "kolada", "trygghetsmatning")
YEARS = range(2009, 2019)
# drugs_weapons is no category of Brå's but a sum that the repository made; here it only has to be carried along.
KEYS = {"vandalism": "skadegorelse", "drugs_weapons": "narkotika"}


def quiet(what: str, rows: int) -> None:
    """Progress that nobody looks at."""


def built(sources: Sequence[Path], folder: Path, *, accept_rejects: bool = False) -> Outcome:
    return build(
        sources,
        folder,
        today=date(2026, 11, 22),
        now=datetime(2026, 11, 22, tzinfo=UTC),
        accept_rejects=accept_rejects,
        progress=quiet,
    )


def ask(outcome: Outcome, question: str) -> list[tuple[object, ...]]:
    assert outcome.database is not None, outcome.faults
    with duckdb.connect(str(outcome.database), read_only=True) as con:
        return con.execute(question).fetchall()


@pytest.mark.parametrize("file", EXPECTED)
def test_each_file_alone(file: str) -> None:
    expected = EXPECTED[file]
    outcome = check([shared_path(f"samples/{file}")], quiet)
    if isinstance(expected, int):
        assert outcome.faults == ()
        assert outcome.rows_received == expected
    else:
        [fault] = outcome.faults
        assert expected in fault.reason
        assert fault.file.endswith(file)
        assert fault.remedy


def test_no_file_is_left_out_of_the_expectations() -> None:
    found = {
        f"{folder}/{path.name}"
        for folder in FOLDERS
        for path in shared_path(f"samples/{folder}").iterdir()
        if path.suffix != ".md"
    }
    assert found == set(EXPECTED)


def test_all_of_them_with_our_own_data(tmp_path: Path) -> None:
    folders = [shared_path(f"samples/{folder}") for folder in FOLDERS]
    sources = [*folders, ROOT / "data" / "register", ROOT / "data" / "reference"]
    assert built(sources, tmp_path / "db").database is None
    outcome = built(sources, tmp_path / "db", accept_rejects=True)
    refused = {name for name, expected in EXPECTED.items() if isinstance(expected, str)}
    assert {"/".join(Path(fault.file).parts[-2:]) for fault in outcome.faults} == refused
    assert outcome.fault_count == len(refused)
    bromma = ask(
        outcome,
        "SELECT period, count FROM marts.crime_series WHERE area_name LIKE '%Bromma%' AND crime_type = 'total'"
        " AND granularity = 'månad' AND period IN ('2025-01', '2025-02') ORDER BY period",
    )
    assert bromma == [("2025-01", 924), ("2025-02", 784)]
    assert ask(outcome, "SELECT count(*) FROM marts.survey_series WHERE instrument LIKE '%trygghetsmätning%'") > [(30,)]


# Svedala. Population: SCB, 31 December. Reported crime, 12 kap., and printed rates: Brå.
PEOPLE = "kommun;år;antal\n1263;2014;20067\n1263;2015;20462\n1263;2016;20771\n1263;2017;21074\n"
CRIME = "kommun;brottstyp;period;antal;per 100 000\n" + "".join(
    f"1263;skadegorelse;{year};{count};{printed}\n"
    for year, count, printed in ((2014, 231, 1161), (2015, 218, 1076), (2016, 185, 897), (2017, 308, 1472))
)


def test_recomputed_rates_equal_the_printed_ones_in_svedala(tmp_path: Path) -> None:
    (tmp_path / "folkmangd.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "brott.csv").write_text(CRIME, encoding="utf-8")
    outcome = built([tmp_path / "folkmangd.csv", tmp_path / "brott.csv"], tmp_path / "db")
    rows = ask(outcome, "SELECT period, rate_per_100k, rate_printed, rate_source FROM marts.crime_series ORDER BY 1")
    assert rows[0] == ("2014", 1161, 1161, "tryckt av Brå")
    assert [(half_up(rate), source) for _, rate, _, source in rows[1:]] == [
        (printed, "beräknad") for _, _, printed, _ in rows[1:]
    ]


def test_every_recomputed_rate_equals_the_printed_one(tmp_path: Path) -> None:
    people = shared_path("samples/scb_folkmangd/bef_k_tot_2008-2018.csv")
    crime = reshaped(shared_path("samples/bra_crime_kommun/bra_crime.csv"), tmp_path / "brott.csv")
    outcome = built([people, crime], tmp_path / "db")
    rows = ask(
        outcome,
        "SELECT municipality_code, period, crime_type, rate_per_100k, rate_printed::INTEGER, rate_source"
        " FROM marts.crime_series"
        f" WHERE granularity = 'år' AND year(period_start) BETWEEN {YEARS[0]} AND {YEARS[-1]}",
    )
    assert len(rows) >= 200
    assert {row[-1] for row in rows} == {"beräknad"}
    # The sum is of two rates, each rounded by itself.
    wrong = [row for row in rows if abs(half_up(row[3]) - int(str(row[4]))) > (1 if row[2] == "narkotika" else 0)]
    assert wrong == []


def reshaped(source: Path, target: Path) -> Path:
    """The yearly figures as a table of our own."""
    with source.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter=";") if row["period"].isdecimal()]
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(("kommun", "brottstyp", "period", "antal", "per 100 000", "definition"))
        for row in rows:
            key = KEYS.get(row["key"], row["key"])
            writer.writerow((row["kommun"], key, row["period"], row["count"], row["per100k"], "prov"))
    return target


def half_up(rate: object) -> int:
    assert isinstance(rate, float)
    return math.floor(rate + 0.5)
