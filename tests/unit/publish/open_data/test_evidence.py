"""An evidence package is enough to check a verdict: the rule, the rows, the query, and numbers that can be redone."""

import json
import math
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.unit.publish.open_data.support import BASE, listed, unpacked

Package = dict[str, bytes]
Z95, Z60 = 1.959963984540054, 0.8416212335729143


def packages(folder: Path) -> dict[str, Package]:
    return {name: unpacked(folder / name) for name, file in listed(folder).items() if file["slag"] == "bevis"}


def read(package: Package, name: str) -> Any:
    return json.loads(package[name])


def of(folder: Path, part: str) -> Package:
    code, promise = part.split("-")[0], part.rsplit("-", 1)[0]
    return unpacked(folder / f"bevis/{code}/{promise}/{part}.zip")


def test_every_verdict_has_a_package_and_nothing_else_has(public_database: Path, folder: Path) -> None:
    with duckdb.connect(str(public_database), read_only=True) as con:
        judged = con.execute(
            "SELECT goal_id FROM marts.goal_verdict WHERE verdict IS NOT NULL"
            " UNION ALL SELECT commitment_id FROM marts.commitment_verdict WHERE verdict IS NOT NULL"
        ).fetchall()

    assert sorted(Path(name).stem for name in packages(folder)) == sorted(part for (part,) in judged)


def test_the_list_says_what_a_package_is_about(folder: Path) -> None:
    about = listed(folder)["bevis/1263/1263-2017/1263-2017-M1.zip"]["galler"]

    assert about == {
        "kommun": "1263",
        "lofte": "1263-2017",
        "mal": "1263-2017-M1",
        "omdome": "Ej uppfyllt",
        "lage": "avslutat",
        "ordning": "6",
    }


def test_the_sums_are_those_of_the_files(folder: Path, tmp_path: Path) -> None:
    for name, content in of(folder, "1263-2017-M1").items():
        (tmp_path / name).write_bytes(content)

    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert len(checked.stdout.splitlines()) == len(list(tmp_path.iterdir())) - 1


def test_the_query_finds_the_rows_in_the_published_files(folder: Path) -> None:
    """Run as it stands, but for where the files lie."""
    for name, package in packages(folder).items():
        query = package["fraga.sql"].decode().replace(f"{BASE}/data/v1/", f"{folder}/")
        tables = [file.removesuffix(".csv") for file in package if file.endswith(".csv")]
        for table, statement in zip(tables, duckdb.extract_statements(query), strict=True):
            found = duckdb.execute(statement)
            columns = [column[0] for column in found.description]
            rows = [
                json.loads(json.dumps(dict(zip(columns, row, strict=True)), default=str)) for row in found.fetchall()
            ]
            assert rows == read(package, f"{table}.json"), (name, table)


def months(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def sides(package: Package) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of baseline and follow-up, as the read-me tells to take them."""
    used = [row for row in read(package, "goal_point.json") if row["used"]]
    before = [row for row in used if row["role"] == "utgångsläge"]
    return before, [row for row in used if row["role"] != "utgångsläge"]


def judged(folder: Path, measure: str) -> list[tuple[str, Package]]:
    found = []
    for name, package in packages(folder).items():
        verdict = read(package, "omdome.json")
        if verdict.get("measure") == measure and verdict["estimate"] is not None:
            found.append((name, package))
    return found


def test_a_crime_verdict_can_be_recomputed_from_its_package(folder: Path) -> None:
    recomputed = judged(folder, "brott")
    assert len(recomputed) >= 5

    for name, package in recomputed:
        told = read(package, "omdome.json")
        before, after = sides(package)
        x0, x1 = sum(row["count"] for row in before), sum(row["count"] for row in after)
        m0 = months(told["baseline_from"], told["baseline_to"])
        m1 = months(told["followup_from"], told["followup_to"])
        ratio = told["followup_value"] / told["baseline_value"]
        error = math.sqrt(told["phi"] * (1 / x0 + 1 / x1) + told["tau"] ** 2 * (12 / m0 + 12 / m1))
        low, high = (100 * (math.exp(math.log(ratio) + sign * Z95 * error) - 1) for sign in (-1, 1))
        low60, high60 = (100 * (math.exp(math.log(ratio) + sign * Z60 * error) - 1) for sign in (-1, 1))
        wanted = [told[key] for key in ("estimate", "low", "high", "low60", "high60")]
        assert [100 * (ratio - 1), low, high, low60, high60] == pytest.approx(wanted, rel=1e-9), name


def test_a_survey_verdict_can_be_recomputed_from_its_package(folder: Path) -> None:
    recomputed = judged(folder, "enkät")
    assert len(recomputed) >= 3

    for name, package in recomputed:
        told = read(package, "omdome.json")
        (before,), (after,) = sides(package)
        change = after["value"] - before["value"]
        low = change - math.hypot(after["value"] - after["low"], before["high"] - before["value"])
        high = change + math.hypot(after["high"] - after["value"], before["value"] - before["low"])
        wanted = [told[key] for key in ("estimate", "low", "high")]
        if has_one_decimal(before) and has_one_decimal(after):
            assert [change, low, high] == pytest.approx(wanted, abs=0.4), name
            assert "en decimal" in package["LASMIG.txt"].decode()
        else:
            assert [change, low, high] == pytest.approx(wanted, rel=1e-9), name


def has_one_decimal(point: dict[str, Any]) -> bool:
    return all(point[name] == round(point[name], 1) for name in ("value", "low", "high"))


def test_a_counted_commitment_can_be_recomputed_from_its_package(folder: Path) -> None:
    counted = 0
    for name, package in packages(folder).items():
        told = read(package, "omdome.json")
        if told.get("kind") not in ("antal", "timmar") or told["estimate"] is None:
            continue
        rows = read(package, "activity_month.json")
        unit = "hours" if told["kind"] == "timmar" else "activities"
        areas = len({row["area_name"] for row in rows if row["area_name"]})
        assert told["estimate"] in (pytest.approx(sum(row[unit] or 0 for row in rows)), areas), name
        counted += 1
    assert counted >= 3


def test_periods_kept_can_be_counted_from_the_package(folder: Path) -> None:
    counted = 0
    for name, package in packages(folder).items():
        told = read(package, "omdome.json")
        if told.get("periods_kept") is None:
            continue
        status = [row["status"] for row in read(package, "commitment_progress.json")]
        assert status.count("hölls") == told["periods_kept"], name
        assert sum(word in ("hölls", "missades", "okänt") for word in status) == told["periods_closed"], name
        counted += 1
    assert counted >= 1


def test_the_package_of_a_goal_of_several_measures_holds_their_verdicts(folder: Path) -> None:
    package = of(folder, "1263-2017-M6")

    assert [part["goal_id"] for part in read(package, "delmal.json")] == [
        "1263-2017-M1",
        "1263-2017-M2",
        "1263-2017-M3",
    ]
    assert "som aldrig räknas ihop" in package["LASMIG.txt"].decode().replace("\n", " ")


def test_the_read_me_is_whole_and_fits_a_page(folder: Path) -> None:
    for name, package in packages(folder).items():
        lines = package["LASMIG.txt"].decode().splitlines()
        told = read(package, "omdome.json")
        text = " ".join(lines)
        assert max(len(line) for line in lines if "http" not in line) <= 78, name
        assert told["verdict"] in text
        assert (told["data_hash"] or "") in text
        assert "Talen bakom saknas här" in text or told["data_hash"] or told["estimate"] is not None, name
        assert set(package) <= {line[2:].partition(":")[0] for line in lines if line.startswith("- ")}, name


def test_the_fingerprint_is_that_of_the_tables_in_the_package(folder: Path) -> None:
    """As the read-me says to compute it, so that it tells nothing about rows that are not public."""
    counted = 0
    for name, package in packages(folder).items():
        told = read(package, "omdome.json")
        if not told["data_hash"]:
            continue
        files = ("goal_point.csv",) if "goal_id" in told else ("activity_month.csv", "commitment_progress.csv")
        assert sha256(b"".join(package[file] for file in files)).hexdigest().startswith(told["data_hash"]), name
        assert f"”cat {' '.join(files)} | sha256sum”" in " ".join(package["LASMIG.txt"].decode().split()), name
        counted += 1
    assert counted >= 10


def test_the_rule_is_dated(folder: Path) -> None:
    package = of(folder, "1263-2017-M1")

    assert "Regel: version 1.0, låst den 1 november 2016" in package["LASMIG.txt"].decode()
    assert read(package, "regel.json")["rule_hash"]


def test_a_package_without_rows_says_why(folder: Path) -> None:
    assert "Talen bakom saknas här" in of(folder, "1263-2017-A1")["LASMIG.txt"].decode()
    assert "Talen bakom saknas här" not in of(folder, "1263-2017-M1")["LASMIG.txt"].decode()


def test_a_withheld_verdict_is_told_without_its_figures(folder: Path) -> None:
    """A goal for an area with small counts: the publication kept the verdict and hid what lies behind."""
    package = of(folder, "9999-2026-M3")
    told = read(package, "omdome.json")

    assert told["verdict"] == "Ej uppfyllt"
    assert (told["estimate"], told["baseline_value"], told["data_hash"]) == (None, None, None)
    assert [row for row in read(package, "goal_point.json") if row["count"] is not None] == []
    assert "Talen bakom saknas här" in package["LASMIG.txt"].decode()
    assert "fingeravtryck" not in package["citat.txt"].decode()


def test_the_citation_has_author_title_date_and_address(folder: Path) -> None:
    assert of(folder, "1263-2017-M1")["citat.txt"].decode() == (
        "Löfteskollen (2026). Bedömning av målet ”Utsattheten för skadegörelse ska minska enligt polisens "
        "brottsstatistik” i ”Medborgarlöfte 2017”, Svedala. Omdöme: Ej uppfyllt. Regel 1.0, fingeravtryck "
        f"{read(of(folder, '1263-2017-M1'), 'omdome.json')['data_hash']}. Publicerad den 22 november 2026. "
        "https://loften.example.se/data/v1/bevis/1263/1263-2017/1263-2017-M1.zip\n"
    )


def test_what_is_made_up_says_so(folder: Path) -> None:
    package = of(folder, "9999-2026-M1")

    assert "Påhittad kommun." in package["citat.txt"].decode()
    assert "påhittad kommun, som exempel" in package["LASMIG.txt"].decode()
