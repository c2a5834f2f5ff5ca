"""The look-up tables: municipalities, crime types, indicators, Kolada's key figures, breaks and sources."""

from collections import Counter

import pytest

from tests.unit.data.csv_tables import CODES, REFERENCE, by, reference, rows


def test_290_municipalities_and_one_fictitious() -> None:
    municipalities = by("kommun", reference("kommuner"))
    assert len(municipalities) == len(reference("kommuner")) == 291
    fictitious = [code for code, row in municipalities.items() if row["påhittad"] == "ja"]
    assert fictitious == ["9999"]
    assert municipalities["9999"]["namn"] == "Exempelköping"
    assert all(len(code) == 4 and code.isdigit() for code in municipalities)
    assert not {"0000", "0001", "1229", "1917"} & set(municipalities)


@pytest.mark.parametrize(
    ("code", "name", "genitive", "county"),
    [
        ("0136", "Haninge", "Haninge kommun", "Stockholms län"),
        ("0331", "Heby", "Heby kommun", "Uppsala län"),
        ("0980", "Gotland", "Gotlands kommun", "Gotlands län"),
        ("1214", "Svalöv", "Svalövs kommun", "Skåne län"),
        ("1263", "Svedala", "Svedala kommun", "Skåne län"),
        ("1440", "Ale", "Ale kommun", "Västra Götalands län"),
        ("1465", "Svenljunga", "Svenljunga kommun", "Västra Götalands län"),
        ("2023", "Malung-Sälen", "Malung-Sälens kommun", "Dalarnas län"),
        ("2080", "Falun", "Falu kommun", "Dalarnas län"),
    ],
)
def test_names_of_municipalities(code: str, name: str, genitive: str, county: str) -> None:
    row = by("kommun", reference("kommuner"))[code]
    assert (row["namn"], row["namn_genitiv"], row["län"]) == (name, genitive, county)


def test_municipalities_per_county() -> None:
    per_county = Counter(row["län"] for row in reference("kommuner") if row["län"])
    assert len(per_county) == 21
    assert [per_county[c] for c in ("Skåne län", "Västra Götalands län", "Stockholms län")] == [33, 49, 26]


def test_a_printed_crime_label_means_one_thing() -> None:
    per_label: dict[str, set[str]] = {}
    for row in reference("brottstyper"):
        for label in (row["nyckel"], row["namn"], *row["brå_etikett"].split("|")):
            per_label.setdefault(label.casefold(), set()).add(row["nyckel"])
    assert all(len(meanings) == 1 for meanings in per_label.values())


def test_crime_types_form_a_tree_and_state_their_assumed_dispersion() -> None:
    types = by("nyckel", reference("brottstyper"))
    assert len(types) == len(reference("brottstyper"))
    assert all(not row["överordnad"] or row["överordnad"] in types for row in types.values())
    assumed = {key: row["antagen_phi"] for key, row in types.items()}
    assert (assumed["skadegorelse"], assumed["ofredande"], assumed["total"]) == ("2,8", "1,6", "2,0")


def test_a_printed_row_is_not_taken_for_the_one_it_resembles() -> None:
    types = reference("brottstyper")
    label_of = {label: row["nyckel"] for row in types for label in row["brå_etikett"].split("|")}
    assert label_of["därav biltillgrepp"] != label_of["Tillgrepp av motordrivet fortskaffningsmedel (7 §)"]
    long = "Stöld genom inbrott, inbrottsstöld i bostad, ej av skjutvapen (1, 2, 4, 4 a§)"
    assert label_of["därav inbrottsstöld i bostad"] != label_of[long]


def test_indicators_state_direction_and_the_police_index_never_decides() -> None:
    indicators = by("indikator", reference("indikatorer"))
    measured = {key: row for key, row in indicators.items() if key != "ingen"}
    assert {row["riktning"] for row in measured.values()} == {"lågt är bra", "högt är bra"}
    for row in measured.values():
        if row["enhet"] == "index 0–6":
            assert (row["avgörbar"], row["riktning"]) == ("nej", "lågt är bra")
            assert "publicerats" in row["förklaring"]
    crime_types = {row["nyckel"] for row in reference("brottstyper")}
    assert {key.removeprefix("brott:") for key in measured if key.startswith("brott:")} <= crime_types


def test_published_values_have_the_unit_of_their_indicator() -> None:
    units = {row["indikator"]: row["enhet"] for row in reference("indikatorer")}
    for folder in CODES:
        for value in reference(f"{folder}/enkat_varden"):
            assert not value["indikator"] or units[value["indikator"]] == value["enhet"]


def test_kolada_maps_onto_known_keys_and_warns_about_doubtful_ones() -> None:
    known = {row["indikator"] for row in reference("indikatorer")}
    kolada = by("kpi", reference("kolada"))
    assert all(not row["nyckel"] or row["nyckel"] in known for row in kolada.values())
    assert {kpi for kpi, row in kolada.items() if row["används"] == "nej"} == {"N07609", "N07624"}
    assert kolada["N07609"]["riktning"] == ""
    assert kolada["N07601"]["osäkerhetstal"] == "N07649"


def test_breaks_2015_and_2017() -> None:
    breaks = {(row["serie"], row["år"]): row["gäller"] for row in reference("seriebrott")}
    assert breaks[("Brå per kommun och år", "2015")] == "brott"
    assert breaks[("NTU", "2017")] == "enkät"
    assert all(row["text"].endswith(".") for row in reference("seriebrott"))


def test_every_published_value_has_an_address_among_the_sources() -> None:
    addresses = {row["adress"] for row in reference("kallor")}
    assert len({row["källa_id"] for row in reference("kallor")}) == len(reference("kallor"))
    for folder in CODES:
        assert {row["källa"] for row in rows(REFERENCE / folder / "enkat_varden.csv")} <= addresses


def test_contacts_are_functions_with_a_number_or_an_address_and_never_a_person() -> None:
    contacts = reference("kontakter")
    codes = {row["kommun"] for row in reference("kommuner")} | {""}

    assert {row["kommun"] for row in contacts} <= codes
    for row in contacts:
        assert row["funktion"].startswith("kommunpolis i ") or row["funktion"].endswith(" kommun")
        assert "@" not in "".join(row.values())
        assert row["adress"] == "" or row["adress"] == "114 14" or row["adress"].startswith("https://")
