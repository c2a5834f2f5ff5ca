import json

import openpyxl
import pytest

from etl.errors import SourceError
from etl.extract.recognise import KNOWN_KINDS, read_foreign, recognise_foreign, unknown_kind
from etl.extract.workbook_cells import read_workbook
from tests.unit.extract.test_kolada import HEADER as KOLADA
from tests.unit.extract.test_kolada import item, page
from tests.unit.extract.test_population import LONG, document
from tests.unit.extract.test_published_survey import HEADER as SURVEY
from tests.unit.extract.test_sol_dbfil import TWIN
from tests.unit.extract.twins import BROMMA, MUNICIPALITIES

KINDS = {
    "sol_dbfil": TWIN,
    "scb_pxweb_csv": LONG,
    "scb_json_stat": json.dumps(document()),
    "folkmangd_lista": "kommun_kod,kommun_namn,population,år\n1263,Svedala,23538,2024\n",
    "kolada_json": json.dumps(page(item("1263", 1))),
    "kolada_csv": KOLADA + '"T",1,"",5,"N00945",2000,"0180","Stockholm","K"\n',
    "publicerad_trygghetsmatning": SURVEY + "Svedala;kommun;2016;totalindex;1,94;index 0-6;;;;postal;u\n",
}


def write(folder, text, *, encoding="utf-8", name="vilseledande namn.txt"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_kinds_by_content_in_any_encoding(kind, encoding, tmp_path):
    path = write(tmp_path, KINDS[kind], encoding=encoding)
    received = read_foreign(path, municipalities=MUNICIPALITIES)
    assert received.kind == kind
    assert received.tables[0].rows
    assert received.faults == ()


def bromma(path):
    book = openpyxl.Workbook()
    for row in BROMMA.sheets[0].rows:
        book.active.append([float(c) if c.isdecimal() and len(c) < 4 else c or None for c in row])
    book.save(path)
    return path


def test_a_sol_workbook_by_content(tmp_path):
    path = bromma(tmp_path / "brottsplatser.csv.xlsx")
    received = read_foreign(path, municipalities=MUNICIPALITIES)
    assert received.kind == "sol_excel"
    assert len(received.tables[1].rows) == 10
    assert read_foreign(path, workbook=read_workbook(path), municipalities=MUNICIPALITIES) == received


def test_every_kind_is_among_the_known_ones():
    assert {kind.name for kind in KNOWN_KINDS} == {*KINDS, "sol_excel"}


@pytest.mark.parametrize(
    "text",
    [
        "kommun;brottstyp;period;antal\n1263;skadegorelse;2017;308\n",
        "kommun,område,år,kön,antal\n1263,,2024,,23538\n",
        "datum;åtagande_id;aktivitet;timmar\n2017-03-31;a;tillsyn;4\n",
        "något helt annat",
        "\n \n",
    ],
)
def test_our_own_tables_and_unknown_text_are_left_to_others(text, tmp_path):
    assert recognise_foreign(write(tmp_path, text)) is None


def test_a_workbook_of_our_own_is_left_to_others(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["kommun", "period", "antal"])
    book.save(tmp_path / "b.xlsx")
    assert recognise_foreign(tmp_path / "b.xlsx") is None


REFUSED = {
    "beskrivning av nyckeltal": "id,title,description,is_divided_by_gender\nN1,a,b,TRUE\n",
    "kommuner och regioner": '"id","title","type"\n"0000","Riket","L"\n',
    "per 100 000 saknas": "kommun;period;preliminar;brott;brott_id;niva;foralder_id;antal;per_100k\n",
    r"brottstyp \(key\)": "kommun;period;key;count;per100k;preliminary\n",
    "polisens egna brottskategorier": '"Kommunkod";"Kommunnamn";"Inskr_arman";"niva1";"antal_brott"\n',
    "nyckel till polisens": '"Brottskod";"Brott_niva";"Brottskategorier_namn"\n',
    "indikatorer för kommuners": "geografi;enhet;ar;variabel;varde;kalla\n",
    "DeSO": '"desokod";"region";"Kommunkod";"Kommunnamn";"år";"bef"\n',
    "vilket brott": "Kommun;Antal;Per 100 000 inv.\nAle;2731;8547\n",
    "utan rubriker": "Ale kommun;2731;8547\nAlingsås kommun;3000;7000\n",
    "polisen.se": json.dumps([{"id": 1, "datetime": "x", "name": "y", "type": "Brand", "location": {}}]),
    "GeoJSON": json.dumps({"type": "FeatureCollection", "features": []}),
    "inga värden": json.dumps(page({"id": "N07609", "title": "x"})),
    "metadata": json.dumps(document(value=[])),
    "känns inte igen": json.dumps({"a": 1}),
    "avhuggen": json.dumps(document())[:-5],
    "trasig": '{"values": [NaN]}',
    "webbsida": "<html><table></table></html>",
    "vilket år": "kommun_kod,kommun_namn,population\n0114,Upplands Väsby,50295\n",
}


@pytest.mark.parametrize("word", REFUSED)
def test_known_kinds_that_are_refused_say_why(word, tmp_path):
    path = write(tmp_path, REFUSED[word])
    with pytest.raises(SourceError, match=word) as raised:
        read_foreign(path, municipalities=MUNICIPALITIES)
    assert path.name in raised.value.where
    assert raised.value.todo


def test_json_nested_without_end_is_refused(tmp_path):
    with pytest.raises(SourceError, match="trasig"):
        read_foreign(write(tmp_path, "[" * 200_000), municipalities=MUNICIPALITIES)


def test_empty_and_binary_files_are_refused(tmp_path):
    for data, word in ((b"", "tom"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "bild")):
        path = tmp_path / "f.csv"
        path.write_bytes(data)
        with pytest.raises(SourceError, match=word):
            recognise_foreign(path)


def test_wrong_encoding_of_a_known_kind_is_refused(tmp_path):
    path = write(tmp_path, TWIN, encoding="cp850")
    with pytest.raises(SourceError):
        read_foreign(path, municipalities=MUNICIPALITIES)


def test_stockholms_own_table_is_not_brås(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Anmälda brott 2024. Stockholm"])
    book.active.append(["Number of reported crimes in 2024"])
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(SourceError, match="Stockholms stads egen"):
        recognise_foreign(tmp_path / "b.xlsx")


def test_the_refusal_of_an_unknown_file_names_the_known_kinds():
    message = str(unknown_kind("f.csv"))
    assert all(kind.description in message for kind in KNOWN_KINDS)


def test_an_unclosed_quotation_mark_is_refused_with_its_line(tmp_path):
    path = write(tmp_path, LONG + '\r\n"0115 Vallentuna;totalt ålder;2008;1')
    with pytest.raises(SourceError, match="rad 5"):
        read_foreign(path, municipalities=MUNICIPALITIES)
