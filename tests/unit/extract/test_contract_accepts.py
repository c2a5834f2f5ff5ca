"""What the readers give passes the contract's own parsers."""

import csv

import pytest

from etl.contract import TABLES
from etl.contract.names import ParseContext
from etl.contract.outcome import Parsed
from etl.contract.values import parse
from etl.extract.municipalities import REFERENCE, load_municipalities
from etl.extract.recognise import read_foreign
from tests.support import shared_path
from tests.unit.extract.test_recognise import KINDS, bromma, write


@pytest.fixture(scope="module")
def context():
    labels = {}
    with (REFERENCE.parent / "brottstyper.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter=";"):
            labels |= dict.fromkeys(row["brå_etikett"].split("|"), row["nyckel"])
    return ParseContext(municipalities=load_municipalities().names, crime_types=labels)


def refusals(received, context):
    """Everything the contract would refuse; a crime label that the reference lacks is told apart."""
    found = []
    for table in received.tables:
        columns = {c.heading: c for c in TABLES[table.table].columns}
        for row in table.rows:
            assert row.values.keys() <= columns.keys()
            for group in TABLES[table.table].one_of:
                assert any(row.values.get(c.heading) for c in columns.values() if c.name in group), row
            for heading, column in columns.items():
                text = row.values.get(heading, "")
                assert text or not column.required, (row, heading)
                outcome = parse(column, text, context)
                if not isinstance(outcome, Parsed):
                    found.append((row.row, heading, text, outcome.reason))
    return found


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "sol_dbfil"])
def test_twins(kind, tmp_path, context):
    assert refusals(read_foreign(write(tmp_path, KINDS[kind])), context) == []


def test_twin_of_the_text_export(tmp_path, context):
    found = refusals(read_foreign(write(tmp_path, KINDS["sol_dbfil"])), context)
    assert {text for _, _, text, _ in found} == {"0950 - Bedrägeri, med komma, i namnet"}


def test_twin_of_the_workbook(tmp_path, context):
    assert refusals(read_foreign(bromma(tmp_path / "b.xlsx")), context) == []


@pytest.mark.parametrize(
    "file",
    [
        "bra_sol_excel/Brott_2025_raw.xls",
        "bra_sol_excel/bra_alla_kommuner_2025_raw.xls",
        "bra_sol_excel/brottsstatistik_bromma.xlsx",
        "bra_sol/sol_dbfil_ar.latin1.txt",
        "bra_sol/sol_dbfil_ar.utf8.txt",
        "scb_folkmangd/TAB6471_data.json",
        "scb_folkmangd/bef_k_tot_2008-2018.csv",
        "scb_folkmangd/bef_r_tot_2008-2018.csv",
        "kolada/values_long_N00945.csv",
        "trygghetsmatning/publicerade_varden_a.csv",
    ],
)
def test_real_files(file, context):
    received = read_foreign(shared_path(f"samples/{file}"))
    assert received.faults == ()
    assert refusals(received, context) == []
