"""The real files, unchanged. Each has a typed-in twin in the tests of its reader, which always run."""

import csv

import pytest

from etl.errors import SourceError
from etl.extract.municipalities import load_municipalities
from etl.extract.recognise import read_foreign
from tests.support import shared_path
from tests.unit.extract.twins import brott, values


def read(file):
    return read_foreign(shared_path(f"samples/{file}"))


def test_two_districts_by_month():
    received = read("bra_sol_excel/Brott_2025_raw.xls")
    figures = brott(received)
    assert len(figures) == 2 * 14 * 12
    assert figures["0180-bromma", "Totalt antal brott", "2025-01"] == "924"
    assert figures["0180-bromma", "12 kap. Skadegörelsebrott", "2025-01"] == "264"
    assert figures["0180-hagersten-alvsjo", "12 kap. Skadegörelsebrott", "2025-09"] == "1036"
    assert figures["0180-bromma", "därav biltillgrepp", "2025-11"] == "0"
    assert {period for _, _, period in figures} == {f"2025-{month:02d}" for month in range(1, 13)}
    year = sum(int(v) for (a, c, _), v in figures.items() if (a, c) == ("0180-bromma", "Totalt antal brott"))
    assert year == 924 + 784 + 1001 + 867 + 942 + 903 + 802 + 909 + 948 + 1145 + 949 + 815
    assert len(received.notes) == 2
    assert len(values(received, "omraden")) == 2


def test_a_workbook_that_says_all_municipalities_and_holds_eleven_districts():
    received = read("bra_sol_excel/bra_alla_kommuner_2025_raw.xls")
    rows = values(received, "brott")
    assert len(rows) == 11 * 10
    assert {r["kommun"] for r in rows} == {"0180"}
    assert {r["period"] for r in rows} == {"2025"}
    assert {r["antal"] for r in rows} == {".."}
    rates = {(r["område"], r["brottstyp"]): r["per 100 000"] for r in rows}
    assert rates["0180-bromma", "12 kap. Skadegörelsebrott"] == "3957"
    assert rates["0180-enskede-arsta-vantor", "Rån, inkl. grovt (5, 6 §)"] == "42"
    assert rates["0180-sodermalm", "Övrig stöld (1, 2, 4 §) › Från fordon m.m."] == "452"
    assert rates["0180-jarva", "Stöld av icke motordrivet fortskaffningsmedel (1, 2, 4 §) › Cykel"] == "177"


def test_whole_years_in_xlsx():
    received = read("bra_sol_excel/brottsstatistik_bromma.xlsx")
    rates = {(r["brottstyp"], r["period"]): r["per 100 000"] for r in values(received, "brott")}
    assert len(rates) == 20
    assert rates["12 kap. Skadegörelsebrott", "2024"] == "6878"
    assert rates["12 kap. Skadegörelsebrott", "2025"] == "3957"
    assert rates["11 kap. Brott mot borgenärer m.m.", "2025"] == "0"


@pytest.mark.parametrize("encoding", ["latin1", "utf8"])
def test_the_text_export(encoding):
    received = read(f"bra_sol/sol_dbfil_ar.{encoding}.txt")
    assert brott(received) == {
        ("Hela landet", "Befogenhetsbedrägeri", "2024"): "13816",
        ("Hela landet", "Befogenhetsbedrägeri", "2025"): "14278",
        ("Hela landet", "Lag om straff för penningtvättsbrott", "2024"): "19017",
        ("Hela landet", "Lag om straff för penningtvättsbrott", "2025"): "19571",
        ("Hela landet", "Penningtvättsbrott (3-4 §)", "2024"): "16598",
        ("Hela landet", "Penningtvättsbrott (3-4 §)", "2025"): "17081",
    }
    assert "2 dubblettrader" in received.notes[1]


def test_population_by_municipality_and_county():
    by_municipality = values(read("scb_folkmangd/bef_k_tot_2008-2018.csv"), "folkmangd")
    by_county = values(read("scb_folkmangd/bef_r_tot_2008-2018.csv"), "folkmangd")
    people = {(v["kommun"], v["år"]): int(v["antal"]) for v in by_municipality}
    counties = {(v["region"], v["år"]): int(v["antal"]) for v in by_county}
    assert len(people) == 290 * 11
    assert len(counties) == 21 * 11
    assert people["0114", "2008"] == 38248
    assert people["2584", "2018"] == 22992
    for year in ("2008", "2013", "2018"):
        total = sum(n for (_, y), n in people.items() if y == year)
        assert total == sum(n for (_, y), n in counties.items() if y == year)


def test_population_by_month_is_not_counted_twice():
    received = read("scb_folkmangd/TAB6471_data.json")
    rows = values(received, "folkmangd")
    assert len(rows) == 21 * 4
    assert {(r["år"], r["månad"]) for r in rows} == {("2026", str(m)) for m in range(1, 5)}
    january = sum(int(r["antal"]) for r in rows if r["månad"] == "1")
    assert 10_500_000 < january < 10_700_000


def test_kolada_values():
    rows = values(read("kolada/values_long_N00945.csv"), "nyckeltal")
    assert len(rows) == 63
    assert {r["kommun"] for r in rows} == {"0180", "1280", "1480"}
    assert (rows[0]["år"], rows[0]["värde"]) == ("2000", "31.32959689")


def test_published_survey_values():
    received = read("trygghetsmatning/publicerade_varden_a.csv")
    rows = values(received, "enkat_varden")
    assert len(rows) == 34
    svedala = [r for r in rows if r["kommun"] == "1263" and r["indikator"] == "enkat:totalindex"]
    assert {r["år"]: r["värde"] for r in svedala} == {
        "2016": "1,94",
        "2017": "1,94",
        "2021": "1,78",
        "2022": "1,73",
    }
    missing = [(r["region"], r["år"]) for r in rows if r["värde"] == ".."]
    assert missing == [("Lokalpolisområde Trelleborg", "2022"), ("Lokalpolisområde Trelleborg", "2023")]
    assert len(values(received, "enkater")) == 8


@pytest.mark.parametrize(
    ("file", "word"),
    [
        ("bra_sol/manad_kommun_2026-08_prel.csv", "brottstyp och per 100 000 saknas"),
        ("scb_folkmangd/TAB6471_metadata.json", "inga värden"),
        ("scb_folkmangd/population_2024.csv", "vilket år"),
        ("kolada/kpi_metadata_trygghet.csv", "inga värden"),
        ("bra_crime_kommun/bra_crime.csv", r"brottstyp \(key\)"),
        ("polisen_events/events_2026-08-22.json", "ingen statistik"),
        ("geo/swedish_municipalities.geojson", "karta"),
        ("stockholm_stad/1.63-anmalda-brott-2024.xlsx", "Stockholms stads egen"),
        ("polisen_brott_manad/brott_kommun_manad_niva3_dalarna_a.csv", "polisens egna"),
        ("bra_kommunindikatorer/bra_kommunindikatorer_dalarna_a.csv", "omarbetning"),
    ],
)
def test_refused_with_the_right_reason(file, word):
    path = shared_path(f"samples/{file}")
    with pytest.raises(SourceError, match=word):
        read_foreign(path)


def test_all_municipality_names_that_brå_uses_are_known():
    known = load_municipalities()
    path = shared_path("samples/kommun_koder/municipalities_dialects.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["dialect:numerical"].zfill(4) in known.names]
    current = [r for r in rows if "före" not in r["label"] and r["label"] != "Bara kommun"]
    assert len(current) >= 290
    assert [r["label"] for r in current if known.code_of(r["label"]) != r["dialect:numerical"].zfill(4)] == []
