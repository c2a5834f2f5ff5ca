import pytest

from etl.errors import SourceError
from etl.extract.kolada_csv import is_kolada_csv, read_kolada_csv
from etl.extract.kolada_json import is_kolada_json, read_kolada_json
from tests.unit.extract.twins import MUNICIPALITIES, values


def item(municipality, value, *, kpi="N07609", year=2024, gender="T", status=""):
    single = {"count": 1, "gender": gender, "status": status, "value": value}
    return {"kpi": kpi, "municipality": municipality, "period": year, "values": [single]}


def page(*items, **more):
    return {"count": len(items), "values": list(items), **more}


def read(document):
    return read_kolada_json(document, file="f.json", municipalities=MUNICIPALITIES)


def places(received):
    return [(v["kommun"], v["region"], v["kön"], v["värde"]) for v in values(received, "nyckeltal")]


def test_municipality_region_and_nation_all_have_four_digits():
    received = read(page(item("1263", 71.5), item("0001", 70), item("0000", 69), item("0180", None)))
    assert places(received) == [
        ("1263", "", "", "71.5"),
        ("", "0001 Region Stockholm", "", "70"),
        ("", "Hela landet", "", "69"),
        ("0180", "", "", ".."),
    ]
    first = values(received, "nyckeltal")[0]
    assert (first["nyckeltal"], first["år"], first["källa"]) == ("N07609", "2024", "Kolada, N07609")


def test_genders_and_status_are_kept():
    received = read(page(item("1263", 1, gender="K"), item("1263", None, gender="M", status="Missing")))
    assert places(received) == [("1263", "", "kvinna", "1"), ("1263", "", "man", "..")]
    assert values(received, "nyckeltal")[1]["status"] == "Missing"


@pytest.mark.parametrize("paging", ["next_page", "next_url"])
def test_both_versions_and_several_pages(paging):
    more = page(item("1263", 1), **{paging: "https://…"})
    received = read([more, page(item("1263", 1), item("1214", 2), **{paging: None})])
    assert places(received) == [("1263", "", "", "1"), ("1214", "", "", "2")]
    assert received.notes == ("1 värden stod mer än en gång och räknades en gång.",)
    assert "en sida av flera" in read(more).notes[0]


@pytest.mark.parametrize(
    ("bad", "column"),
    [(item("9998", 1), "kommun"), (item("1263", 1, gender="X"), "kön"), (item("V15E1", 1), "kommun")],
)
def test_what_is_neither_is_a_fault(bad, column):
    received = read(page(item("1263", 1), bad))
    assert [(f.row, f.column) for f in received.faults] == [(2, column)]
    assert len(places(received)) == 1


def test_contradictions_are_faults():
    received = read(page(item("1263", 1), item("1263", 2)))
    assert [(f.row, f.value) for f in received.faults] == [(2, "2")]


def test_an_item_without_value_field_or_a_page_without_items_is_refused():
    broken = item("1263", 1)
    del broken["values"][0]["value"]
    with pytest.raises(SourceError, match="Post 1"):
        read(page(broken))
    with pytest.raises(SourceError, match="inga värden"):
        read(page())


def test_recognised_by_content():
    assert is_kolada_json(page(item("1263", 1)))
    assert is_kolada_json([page()])
    assert not is_kolada_json({"values": [{"id": "N07609", "title": "…"}], "count": 1})
    assert not is_kolada_json([])
    assert is_kolada_csv('"gender","count","status","value","kpi","year","municipality_id"')
    assert not is_kolada_csv("id,title,description")


HEADER = '"gender","count","status","value","kpi","year","municipality_id","municipality","municipality_type"\n'


def read_csv(*lines):
    return read_kolada_csv(HEADER + "\n".join(lines), file="f.csv", municipalities=MUNICIPALITIES)


def test_long_csv():
    received = read_csv(
        '"T",1,"",31.32959689,"N00945",2000,"0180","Stockholm","K"',
        '"T",1,"",NA,"N00945",2001,"0180","Stockholm","K"',
        '"T",1,"",5,"N00945",2000,"0001","Region Stockholm","L"',
    )
    assert places(received) == [
        ("0180", "", "", "31.32959689"),
        ("0180", "", "", ".."),
        ("", "0001 Region Stockholm", "", "5"),
    ]
    assert received.faults == ()


def test_long_csv_a_region_that_calls_itself_a_municipality_is_a_fault():
    received = read_csv('"T",1,"",5,"N00945",2000,"0001","Region Stockholm","K"', '"T",1,"",5')
    assert [f.row for f in received.faults] == [3, 2]
    assert places(received) == []
