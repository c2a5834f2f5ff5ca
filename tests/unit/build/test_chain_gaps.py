"""What is missing in the chain of a promise, from handed-in rows and in the real register."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.demo import STORY
from tests.unit.build.handed_in import Build, building_in

TODAY = date(2020, 6, 1)
LOFTEN = "löfte_id;kommun;rubrik;från;till;läge"
PROBLEM = "problem_id;kommun;löfte_id;rubrik;steg;steg datum"
ATAGANDEN = "åtagande_id;löfte_id;åtagande;typ;problem_id"
MAL = "mål_id;löfte_id;mål;indikator;riktning;problem_id"
YEAR = "L;1263;Löfte 2019;2019-01-01;2019-12-31;avslutat"


@pytest.fixture
def built(tmp_path: Path) -> Build:
    return building_in(tmp_path)


def test_every_kind_of_gap_is_found_once(built: Build) -> None:
    ask = built(
        TODAY,
        loften=[LOFTEN, YEAR],
        problem=[
            PROBLEM,
            *(f"P{n};1263;L;Problem {n};kartläggning;2018-10-01" for n in (1, 2, 3, 4)),
            "P5;1263;;Utanför;analys;2018-10-01",
            "P6;1263;L;Nyss sett;kartläggning;2020-05-01",
        ],
        orsaker=["orsak_id;problem_id;orsak", "O;P3;Mörkt"],
        atgarder=[
            "åtgärd_id;kommun;problem_id;orsak_id;åtagande_id;åtgärd;status",
            "T1;1263;P2;;;Belysning;pågår",
            "T2;1263;;O;;Buskar;klar",
            "T3;1263;P4;;;Kamera;avbruten",
        ],
        ataganden=[ATAGANDEN, "A;L;Vandringar;beskrivande;P1", "B;L;Samtal;beskrivande;P2"],
        mal=[
            MAL,
            "M1;L;Skadegörelsen ska minska;brott:skadegorelse;minska;P1",
            "M2;L;Trivseln ska öka;ingen;öka;P1",
            "M3;L;Fler ska vara trygga;enkat:trygg;öka;P1",
        ],
        aktiviteter=[
            "datum;kommun;åtagande_id;aktivitet;nollrapport",
            "2019-02-01;;A;vandring;",
            "2019-03-01;1263;;tillsyn;",
            "2019-04-01;1263;;tillsyn;",
            "2018-12-31;1263;;före löftet;",
            "2019-05-01;1263;;inget;ja",
        ],
        brott=["kommun;brottstyp;period;antal;definition", "1263;skadegorelse;2019;30;polisen"],
    )
    found = [
        (row["kind"], row["concerns_id"], row["promise_id"], row["count"])
        for row in ask("FROM marts.chain_gap ORDER BY kind, concerns_id")
    ]
    assert found == [
        ("aktivitet utan åtagande", "L", "L", 2),
        ("mål utan mätning", "M2", "L", 1),
        ("mål utan mätning", "M3", "L", 1),
        ("mål utan utgångsvärde", "M1", "L", 1),
        ("problem utan åtgärd", "P4", "L", 1),
        ("problem utan åtgärd", "P5", None, 1),
        ("åtagande utan mål", "B", "L", 1),
    ]
    assert all(row["sentence"].endswith(".") for row in ask("FROM marts.chain_gap"))
    assert {row["as_of"] for row in ask("FROM marts.chain_gap")} == {TODAY}


def test_a_whole_chain_has_no_gap(built: Build) -> None:
    ask = built(
        TODAY,
        loften=[LOFTEN, YEAR],
        problem=[PROBLEM, "P;1263;L;Klotter;åtgärder;2018-10-01"],
        ataganden=[ATAGANDEN, "A;L;Sanering;beskrivande;P"],
        mal=[MAL, "M;L;Klottret ska minska;brott:klotter;minska;P"],
        brott=[
            "kommun;brottstyp;period;antal;definition",
            *(f"1263;klotter;{y};30;polisen" for y in (2017, 2018, 2019)),
        ],
    )
    assert ask("FROM marts.chain_gap") == []


def test_a_register_of_nothing_has_no_gap(built: Build) -> None:
    assert built(TODAY, loften=[LOFTEN, YEAR])("FROM marts.chain_gap") == []


@pytest.fixture(scope="module")
def gaps(built_database: Path) -> list[tuple[str, str | None, str, str]]:
    with duckdb.connect(str(built_database), read_only=True) as con:
        return con.execute(
            "SELECT municipality_code, promise_id, kind, concerns_id FROM marts.chain_gap ORDER BY ALL"
        ).fetchall()


def test_the_real_promises_have_the_gaps_that_their_documents_have(
    gaps: list[tuple[str, str | None, str, str]],
) -> None:
    assert [gap for gap in gaps if gap[0] != "9999"] == [
        ("0136", "0136-odaterat", "åtagande utan mål", "0136-odaterat"),
        ("1214", "1214-2022-2023", "åtagande utan mål", "1214-2022-2023"),
        ("1263", "1263-2017", "mål utan mätning", "1263-2017-M6"),
        ("1465", "1465-2019", "mål utan mätning", "1465-2019-M2"),
        ("1465", "1465-2019", "mål utan utgångsvärde", "1465-2019-M1"),
    ]


def test_the_made_up_municipality_has_the_gaps_of_its_story(gaps: list[tuple[str, str | None, str, str]]) -> None:
    made_up = [(promise, kind, what) for code, promise, kind, what in gaps if code == "9999"]
    assert (None, "problem utan åtgärd", STORY.problem_without_measure_id) in made_up
    assert ("9999-2025-trafik", "mål utan mätning", "9999-2025-trafik-M1") in made_up
    assert {kind for _, kind, _ in made_up} == {"problem utan åtgärd", "mål utan mätning", "aktivitet utan åtagande"}
