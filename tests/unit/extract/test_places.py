import pytest

from etl.extract.municipalities import load_municipalities
from etl.extract.places import is_place_label, place_of
from tests.unit.extract.twins import MUNICIPALITIES


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Svedala kommun", "1263"),
        ("1263 Svedala", "1263"),
        ("Svalövs kommun", "1214"),
        ("Falu kommun", "2080"),
        ("Malung–Sälens kommun", "2023"),
        ("SVEDALA", "1263"),
    ],
)
def test_municipalities(label, code):
    assert place_of(label, MUNICIPALITIES).columns() == {"kommun": code, "område": "", "region": ""}


@pytest.mark.parametrize(
    ("label", "region"),
    [
        ("Hela landet", "Hela landet"),
        ("00 Riket", "Hela landet"),
        ("Region Nord", "Region Nord"),
        ("Region Stockholm", "Region Stockholm"),
        ("20 Dalarnas län", "20 Dalarnas län"),
        ("LPO Trelleborg", "Lokalpolisområde Trelleborg"),
        ("0001 Region Stockholm", "0001 Region Stockholm"),
    ],
)
def test_larger_places_have_no_municipality(label, region):
    assert place_of(label, MUNICIPALITIES).columns() == {"kommun": "", "område": "", "region": region}


def test_a_district_belongs_to_its_city_and_has_an_id():
    place = place_of("Stadsdelsområde Enskede - Årsta - Vantör (Sthlm)", MUNICIPALITIES)
    assert place.columns() == {"kommun": "0180", "område": "0180-enskede-arsta-vantor", "region": ""}
    assert place.area_row() == {
        "område_id": "0180-enskede-arsta-vantor",
        "kommun": "0180",
        "namn": "Enskede-Årsta-Vantör",
        "typ": "stadsdel",
    }


def test_an_unknown_municipality_is_said_to_be_unknown():
    assert place_of("Bortabys kommun", MUNICIPALITIES).unknown_municipality
    assert not place_of("Hela landet", MUNICIPALITIES).unknown_municipality


def test_crime_labels_are_not_places():
    assert not is_place_label("Totalt antal brott", MUNICIPALITIES)
    assert is_place_label("Stadsdelsområde Bromma (Sthlm)", MUNICIPALITIES)


def test_the_reference_knows_all_municipalities_by_both_names():
    reference = load_municipalities()
    assert len([code for code in reference.names if code != "9999"]) == 290
    for code, name in reference.names.items():
        assert reference.code_of(name) == code
        assert reference.code_of(reference.genitive_of(code)) == code
