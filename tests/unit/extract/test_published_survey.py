import pytest

from etl.extract.published_survey import is_published_survey, method_of, read_published_survey
from tests.unit.extract.twins import MUNICIPALITIES, values

HEADER = "omrade;omradestyp;ar;matt;varde;enhet;antal_svar;antal_utskick;svarsfrekvens_procent;metod;kalla\n"
POLICE = "polisens trygghetsmätning (postal enkät, urval)"
INDEX = "index 0-6 (lågt är bra)"


def read(*lines):
    return read_published_survey(HEADER + "\n".join(lines), file="f.csv", municipalities=MUNICIPALITIES)


def test_a_municipality_by_name_and_its_indicator():
    (row,) = values(read(f"Svedala;kommun;2017;totalindex;1,94;{INDEX};;600;;{POLICE};http://x"), "enkat_varden")
    assert row == {
        "kommun": "1263",
        "område": "",
        "region": "",
        "omgång": "2017",
        "år": "2017",
        "fråga": "totalindex",
        "indikator": "enkat:totalindex",
        "värde": "1,94",
        "enhet": "index 0–6",
        "antal svar": "",
        "instrument": "polisens trygghetsmätning",
        "metod": "postal",
        "källa": "http://x",
    }


def test_a_police_area_is_a_region_and_a_row_without_value_stays_as_missing():
    received = read(f"LPO Trelleborg;lokalpolisområde;2022;totalindex;;{INDEX};1767;;59,1;{POLICE};http://x")
    (row,) = values(received, "enkat_varden")
    assert (row["kommun"], row["region"]) == ("", "Lokalpolisområde Trelleborg")
    assert (row["värde"], row["antal svar"]) == ("..", "1767")
    assert [t.table for t in received.tables] == ["enkat_varden"]


def test_how_many_were_asked_goes_to_enkater():
    received = read(f"Svedala;kommun;2017;totalindex;1,94;{INDEX};;600;;{POLICE};http://x")
    (survey,) = values(received, "enkater")
    assert survey["enkät_id"] == "1263-2017-polisens-trygghetsmatning"
    assert (survey["antal utskick"], survey["antal svar"], survey["metod"]) == ("600", "", "postal")


def test_a_row_with_only_the_number_of_answers_is_kept_without_a_value():
    received = read("Haninge;kommun;2021;(endast antal svar);;;1585;3123;;polisregion Stockholms trygghetsmätning;u")
    assert values(received, "enkat_varden") == []
    (survey,) = values(received, "enkater")
    assert (survey["kommun"], survey["antal svar"], survey["antal utskick"]) == ("0136", "1585", "3123")
    assert "Haninge 2021" in received.notes[0]


def test_zero_is_a_value():
    line = f"Svedala;kommun;2017;utsatthet för fysiskt våld;0;{INDEX};;600;;{POLICE};u"
    assert values(read(line), "enkat_varden")[0]["värde"] == "0"


def test_the_same_words_as_index_and_as_share_are_two_indicators():
    rows = values(
        read(
            f"Svedala;kommun;2017;bilar kör för fort;3;{INDEX};;;;{POLICE};u",
            f"Svenljunga;kommun;2014;bilar kör för fort;39;procent;;;;{POLICE};u",
            "Svenljunga;kommun;2020;varken trygg eller otrygg;21;procent;173;;;öppen webbenkät;u",
        ),
        "enkat_varden",
    )
    assert [r["indikator"] for r in rows] == ["enkat:fortkorning", "enkat:problem_fortkorning", ""]


@pytest.mark.parametrize(
    ("text", "instrument", "mode"),
    [
        (POLICE, "polisens trygghetsmätning", "postal"),
        ("polisregion Stockholms trygghetsmätning", "polisregion Stockholms trygghetsmätning", ""),
        ("telefonintervju (kommunens egen mätning)", "Haninge kommuns trygghetsmätning", "telefon"),
        ("öppen webbenkät (självvalda svar)", "Haninge kommuns trygghetsundersökning", "webb öppen"),
        ("webbenkät, urval", "Haninge kommuns trygghetsundersökning", "webb urval"),
    ],
)
def test_instrument_and_method(text, instrument, mode):
    method = method_of(text, owner="Haninge kommun")
    assert (method.instrument, method.mode) == (instrument, mode)


def test_a_response_rate_that_does_not_follow_from_the_numbers_is_noted():
    # LPO Kävlinge 2019 printed 61.7 % beside 1 653 of 2 700, which is 61.2 %.
    received = read(f"LPO Kävlinge;lokalpolisområde;2019;totalindex;2;{INDEX};1653;2700;61,7;{POLICE};u")
    assert "61,2 %" in received.notes[0]
    assert "61,7 %" in received.notes[0]


def test_unknown_municipality_and_broken_row_are_faults():
    received = read(f"Bortaby;kommun;2017;totalindex;1;{INDEX};;;;{POLICE};u", "Svedala;kommun;2017")
    assert [f.row for f in received.faults] == [2, 3]


def test_recognised_by_its_heading():
    assert is_published_survey(HEADER)
    assert not is_published_survey("kommun;omgång;fråga;värde;enhet")
