"""The fast way through DuckDB's reader and the careful way line by line give the same rows and the same faults."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from etl import sql
from etl.build import cross_checks, receive
from etl.build.cross_checks import check_across_rows
from etl.build.database import open_database
from etl.build.raw_tables import RawTables
from etl.build.receive import Intake
from etl.build.reference import read_reference
from etl.build.rejects import read_rejects, write_rejects
from etl.build.staging import stage
from etl.contract import TABLES

CONTEXT = read_reference().context
TABLE = "brott"
KNOWN = {name: TABLES[name] for name in (TABLE, "omraden")}
HEADINGS = ("kommun", "brottstyp", "period", "antal", "per 100 000", "källa")


@dataclass(frozen=True, kw_only=True)
class Staged:
    rows: tuple[tuple[Any, ...], ...]
    faults: tuple[Any, ...]
    notes: tuple[str, ...]
    fast: bool


def staged(path: Path, monkeypatch: pytest.MonkeyPatch, *, careful_below: int) -> Staged:
    """What a file becomes when all but the smallest ones are read the fast way, or none."""
    monkeypatch.setattr(receive, "CAREFUL_BELOW_BYTES", careful_below)
    monkeypatch.setattr(cross_checks, "TABLES", KNOWN)
    con = open_database(None)
    try:
        con.execute(sql.read("staging", "fast_path"))
        con.execute(sql.read("staging", "tables"))
        intake = Intake(raw=RawTables(con=con))
        receive.receive(path, path.name, intake)
        for table in (*KNOWN.values(), TABLES["ataganden"], TABLES["mal"]):
            stage(intake.raw, table, CONTEXT)
        check_across_rows(con)
        columns = ", ".join(f'"{column.name}"' for column in TABLES[TABLE].columns)
        rows = con.execute(f"SELECT {columns} FROM staging.{TABLE} ORDER BY row_id").fetchall()
        write_rejects(intake.raw, intake.faults)
        return Staged(
            rows=tuple(rows),
            faults=tuple(sorted(read_rejects(con, 10_000), key=repr)),
            notes=tuple(intake.notes),
            fast=any(file.delimiter is not None for file in intake.raw.files),
        )
    finally:
        con.close()


CELLS = (
    st.sampled_from(["1263", "1214", "0136", "136", " 1263", "9998", "Svedala", "", "\u00a0"]),
    st.sampled_from(["skadegorelse", "total", "12 kap. Skadegörelsebrott", "Skadegörelse", "okänt", ""]),
    st.sampled_from(["2017", "2016-K1", "2015-03", "2017-V07", "mars 2017", "2017-13", ""]),
    st.sampled_from(["0", "308", "1 234", "1\u00a0234", "12,0", "1.234", "-3", "..", "\t7", "", " "]),
    st.sampled_from(["", "12,5", "12.5", "1 499,0", "-1", "tolv"]),
    st.sampled_from(
        ["", "Brå", 'Brå "SOL"', "rad ett\nrad två", "a;b,c\td", "\u00a0Brå", "19811228-9874", "'", "å\r\nä"]
    ),
)
BLANK_LINES = ("", ";;;;;", " ", "\u00a0;;;;;", "\t", '"";;;;;', ";;;;;;")
IRREGULAR = (
    '1263;"total;2017;3;;',
    "1263;total",
    "1263;total;2017;3;;;x",
    '1263;to"tal;2017;3;;',
    '"1263"x;total;2017;3;;',
)


@st.composite
def contract_csv(draw: st.DrawFn) -> bytes:
    delimiter = draw(st.sampled_from([";", ",", "\t"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    always_quoted = draw(st.booleans())
    lines = [_line(HEADINGS, delimiter, False)]
    for _ in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(["row"] * 8 + ["blank", "irregular"]))
        if kind == "row":
            lines.append(_line([draw(cell) for cell in CELLS], delimiter, always_quoted))
        else:
            text = draw(st.sampled_from(BLANK_LINES if kind == "blank" else IRREGULAR))
            lines.append(text.replace(";", delimiter))
    text = end.join(lines) + draw(st.sampled_from(["", end, end * 2]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"]))
    return text.encode(encoding)


def _line(cells: Sequence[str], delimiter: str, always_quoted: bool) -> str:
    special = (delimiter, '"', "\n", "\r")
    return delimiter.join(
        '"' + cell.replace('"', '""') + '"' if always_quoted or any(sign in cell for sign in special) else cell
        for cell in cells
    )


HEAD = ";".join(HEADINGS) + "\n"


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contract_csv())
@example((HEAD + '1263;total;2017;3;;"a\nb"\n\n;;;;;\n1263;total;2016;x;;\n').encode())
@example((HEAD + "1263;total;2017;3;;\r\n1263;total;2016;x;;\r1263;total;2015;x;;\n").encode())
@example((HEAD + '1263;total;2017;3;;5" rör\n1263;total;2016;x;;\n').encode())
@example((HEAD + '1263;total;2017;3;;"öppet\n1263;total;2016;4;;\n').encode())
@example((HEAD + '1263; "total";2017;3;;\n').encode())
@example((HEAD + '1263;"total" ;2017;3;;\n').encode())
@example((HEAD + "\u00a0\n\u2003;;;;;\n1263;total;2016;x;;\n").encode())
@example((HEAD + "1263;total;2016;x;;\x1a\n").encode())
@example(HEAD.encode())
@example(HEAD.strip().encode())
def test_both_ways_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    path = tmp_path / "brott.csv"
    path.write_bytes(content)
    careful = staged(path, monkeypatch, careful_below=10**9)
    fast = staged(path, monkeypatch, careful_below=0)
    assert not careful.fast
    assert fast.rows == careful.rows
    assert fast.faults == careful.faults
    assert fast.notes == careful.notes


def test_a_regular_file_does_go_the_fast_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "brott.csv"
    path.write_text(HEAD + '1263;total;2017;"3";;"a\nb"\n\n;;;;;\n1263;total;2016;x;;\n', encoding="utf-8")
    fast = staged(path, monkeypatch, careful_below=0)
    assert fast.fast
    assert len(fast.rows) == 1
    assert [(fault.row, fault.column) for fault in fast.faults] == [(6, "antal")]
