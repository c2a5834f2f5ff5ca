import json

import pytest

from etl.errors import SourceError
from etl.extract.json_stat import is_json_stat, read_json_stat
from etl.extract.population_csv import is_population_csv, read_population_csv
from etl.extract.population_totals import chosen_categories
from etl.extract.pxweb_csv import is_pxweb_csv, read_pxweb_csv
from tests.unit.extract.twins import MUNICIPALITIES, values


def counts(received):
    return {(v["kommun"] or v["region"], v["år"], v["månad"]): v["antal"] for v in values(received, "folkmangd")}


def pxweb(text):
    return read_pxweb_csv(text, file="f.csv", municipalities=MUNICIPALITIES)


# Figures: SCB, 31 December.
LONG = (
    "region;ålder;år;Folkmängd\r\n0114 Upplands Väsby;totalt ålder;2008;38248\r\n"
    "0114 Upplands Väsby;totalt ålder;2009;38641\r\n01 Stockholms län;totalt ålder;2008;1981263"
)


def test_pxweb_code_and_name_share_a_field():
    assert counts(pxweb(LONG)) == {
        ("0114", "2008", ""): "38248",
        ("0114", "2009", ""): "38641",
        ("01 Stockholms län", "2008", ""): "1981263",
    }
    assert pxweb(LONG).tables[0].rows[1].row == 3


def test_pxweb_totals_are_taken_and_their_parts_left():
    row = "1263 Svedala;{};2024;{}\n"
    parts = row.format("män", 1) + row.format("kvinnor", 2) + row.format("totalt", 4)
    text = "region;kön;år;Folkmängd\n" + parts
    assert counts(pxweb(text)) == {("1263", "2024", ""): "4"}


def test_pxweb_both_sexes_are_added_when_there_is_no_total():
    received = pxweb("region;kön;år;Folkmängd\n1263 Svedala;män;2024;12\n1263 Svedala;kvinnor;2024;11\n")
    assert counts(received) == {("1263", "2024", ""): "23"}
    assert "summan av 2 kategorier" in received.notes[0]


def test_pxweb_with_one_column_per_year_and_a_title_above():
    text = '"Folkmängd efter region och år"\n\n"region","kön","Folkmängd 2023","Folkmängd 2024"\n'
    text += '"1263 Svedala","totalt","23 300","23 538"\n'
    assert counts(pxweb(text)) == {("1263", "2023", ""): "23300", ("1263", "2024", ""): "23538"}


def test_pxweb_december_is_the_year_and_other_months_are_months():
    text = "region;månad;Folkmängd\n00 Riket;2025M12;10\n00 Riket;2026M01;11\n00 Riket;2026M02;..\n"
    assert counts(pxweb(text)) == {
        ("Hela landet", "2025", ""): "10",
        ("Hela landet", "2026", "1"): "11",
        ("Hela landet", "2026", "2"): "..",
    }


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("region;ålder;år;Folkmängd\n1263 Svedala;16-85 år;2024;1\n", "alla invånare"),
        ("region;kön;år;Folkmängd\n1263 Svedala;män;2024;1\n", "alla invånare"),
        (
            "region;civilstånd;år;Folkmängd\n1263 Svedala;ogifta;2024;1\n1263 Svedala;gifta;2024;1\n",
            "alla invånare",
        ),
        ("region;år;Folkmängd\n1263 Svedala;2024\n", "rad 2"),
        ("region;år;Folkmängd\n", "inga rader"),
        ("region;år;Medelfolkmängd\n1263 Svedala;2024;5\n", "Folkmängd saknas"),
    ],
)
def test_pxweb_refuses_what_is_not_everybody(text, word):
    with pytest.raises(SourceError, match=word):
        pxweb(text)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("1263 Svedala;2024;tjugo", "antal"),
        ("1263 Svedala;tjugofyra;5", "år"),
        ("9998 Bortaby;2024;5", "region"),
    ],
)
def test_pxweb_broken_cells_are_faults(line, column):
    received = pxweb(f"region;år;Folkmängd\n{line}\n1214 Svalöv;2024;14523\n")
    assert [(f.row, f.column) for f in received.faults] == [(2, column)]
    assert counts(received) == {("1214", "2024", ""): "14523"}


def test_pxweb_a_missing_part_of_a_sum_is_a_fault():
    text = "region;kön;år;Folkmängd\n1263 S;män;2023;1\n1263 S;kvinnor;2023;2\n1263 S;män;2024;1\n"
    received = pxweb(text.replace("1263 S;", "1263 Svedala;"))
    assert counts(received) == {("1263", "2023", ""): "3"}
    assert "1 rader där det ska vara 2" in received.faults[0].reason


def test_ages_must_tile():
    where = {"where": "f"}
    whole = ["0-9 år", "10–19 år", "20+ år"]
    assert chosen_categories("ålder", whole, **where) == frozenset(whole)
    assert chosen_categories("ålder", [*whole, "totalt, samtliga åldrar"], **where) == {"totalt, samtliga åldrar"}
    for broken in (["0-9 år", "20+ år"], ["0-9 år", "5-19 år", "20+ år"], ["0-9 år", "10-19 år"], ["1+ år"]):
        with pytest.raises(SourceError):
            chosen_categories("ålder", broken, **where)


def document(**changes):
    """Two places, two ages, three sexes (total, men, women), one content, two months."""

    def dimension(label, categories):
        return {
            "label": label,
            "category": {"index": {c: i for i, c in enumerate(categories)}, "label": categories},
        }

    return {
        "class": "dataset",
        "label": "Folkmängden per månad",
        "id": ["Region", "Alder", "Kon", "ContentsCode", "Tid"],
        "size": [2, 2, 3, 1, 2],
        "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
        "dimension": {
            "Region": dimension("region", {"1263": "Svedala", "20": "Dalarnas län"}),
            "Alder": dimension("ålder", {"0-49": "0-49 år", "50+": "50+ år"}),
            "Kon": dimension("kön", {"TotSa": "totalt, samtliga", "1": "män", "2": "kvinnor"}),
            "ContentsCode": dimension("tabellinnehåll", {"X": "Folkmängden per månad"}),
            "Tid": dimension("månad", {"2025M12": "2025M12", "2026M01": "2026M01"}),
        },
        "value": [30, 31, 10, 11, 20, 21, 5, 6, 2, 3, 3, 4, *([100] * 11), None],
    } | changes


def json_stat(doc):
    return read_json_stat(doc, file="f.json", municipalities=MUNICIPALITIES)


EXPECTED = {
    ("1263", "2025", ""): "35",
    ("1263", "2026", "1"): "37",
    ("20 Dalarnas län", "2025", ""): "200",
    ("20 Dalarnas län", "2026", "1"): "200",
}


def test_json_stat_takes_the_total_of_sex_and_adds_the_ages():
    received = json_stat(document())
    assert counts(received) == EXPECTED
    assert any("2 rader gäller en annan månad" in note for note in received.notes)


def test_json_stat_values_may_be_an_object_and_null_is_missing():
    doc = document()
    sparse = {str(i): v for i, v in enumerate(doc["value"]) if i != 0}
    assert counts(json_stat(document(value=sparse))) == EXPECTED | {("1263", "2025", ""): ".."}


def test_json_stat_1_and_index_as_list():
    doc = document()
    for name in doc["id"]:
        category = doc["dimension"][name]["category"]
        category["index"] = list(category["index"])
    old = {
        "dataset": {
            "dimension": {**doc["dimension"], "id": doc["id"], "size": doc["size"]},
            "value": doc["value"],
        }
    }
    assert counts(json_stat(old)) == EXPECTED


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"value": []}, "inga värden"),
        ({"value": [1, 2]}, "24 värden"),
        ({"value": {"99": 1}}, "utanför"),
        ({"size": [2, 2, 3, 1, 3]}, "Tid har 2"),
        ({"id": ["Region"]}, "id och size"),
        ({"id": ["Region", "Alder", "Kon", "ContentsCode", "Saknas"]}, "Saknas är inte beskriven"),
    ],
)
def test_json_stat_refuses_what_does_not_fit_together(changes, word):
    with pytest.raises(SourceError, match=word):
        json_stat(document(**changes))


def test_json_stat_refuses_mean_population():
    doc = json.loads(json.dumps(document()).replace("Folkm\\u00e4ngden per m\\u00e5nad", "Medelfolkmängd"))
    with pytest.raises(SourceError, match="Medelfolkmängd"):
        json_stat(doc)


def test_recognised_by_content():
    assert is_json_stat(document())
    assert not is_json_stat({"values": []})
    assert is_pxweb_csv("region;ålder;år;Folkmängd")
    assert not is_pxweb_csv("kommun;år;antal")
    assert is_population_csv("kommun_kod,kommun_namn,population")


def test_a_list_without_year_is_refused_politely():
    text = "kommun_kod,kommun_namn,population\n0114,Upplands Väsby,50295\n"
    with pytest.raises(SourceError, match="vilket år") as raised:
        read_population_csv(text, file="population_2024.csv", municipalities=MUNICIPALITIES)
    assert "kolumn ”år”" in raised.value.todo


def test_a_list_with_year_is_read():
    text = "kommun_kod,kommun_namn,population,år\n114,Upplands Väsby,50295,2024\n"
    text += "1263,Svedala,,2024\n9998,Bortaby,5,2024\n"
    received = read_population_csv(text, file="f.csv", municipalities=MUNICIPALITIES)
    assert counts(received) == {("0114", "2024", ""): "50295", ("1263", "2024", ""): ".."}
    assert [(f.row, f.value) for f in received.faults] == [(4, "9998")]
