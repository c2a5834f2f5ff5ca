"""The public screens on reported crime and on safety, as a visitor meets them."""

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.unit.pages.fixture_marts import write

BROTT, TRYGGHETEN = "screens/public/brott.py", "screens/public/tryggheten.py"


def html_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def at(app: AppTest, screen: str, **address: str) -> AppTest:
    for key, value in address.items():
        app.query_params[key] = value
    return app.run().switch_page(screen).run()


@pytest.mark.parametrize("screen", [BROTT, TRYGGHETEN])
@pytest.mark.parametrize("municipality", ["1263", "1465", "9999"])
def test_both_screens_show_for_every_municipality(served: Path, app: AppTest, screen: str, municipality: str) -> None:
    shown = at(app, screen, kommun=municipality)

    assert not shown.exception
    assert "Något gick fel" not in html_of(shown)
    assert "<h1" in html_of(shown)


def test_the_sentence_comes_first_and_it_is_not_all_crime(served: Path, app: AppTest) -> None:
    html = html_of(at(app, BROTT, kommun="1263"))
    sentence = "År 2025 anmäldes 127 skadegörelser i Svedala, 47 procent färre per invånare än i genomsnitt 2022–2024"

    assert html.index("Anmälda brott, inte alla brott") < html.index("<h1") < html.index(sentence)
    assert "Färre anmälda skadegörelser i Svedala 2025 än åren före" in html


def test_svedala_is_compared_with_municipalities_of_its_size(served: Path, app: AppTest) -> None:
    shown = at(app, BROTT, kommun="1263")
    html = html_of(shown)

    assert "Svedala jämförs med Staffanstorp, Burlöv och Vellinge." in html
    assert "Svedala hade färre anmälda skadegörelser per invånare än de flesta liknande kommuner 2025" in html
    assert len(shown.get("plotly_chart")) == 2


def test_a_made_up_municipality_is_compared_with_none(served: Path, app: AppTest) -> None:
    shown = at(app, BROTT, kommun="9999")

    assert "Exempelköping är påhittad och jämförs aldrig med verkliga kommuner." in html_of(shown)
    assert len(shown.get("plotly_chart")) == 1


def test_what_is_chosen_stands_in_the_address(served: Path, app: AppTest) -> None:
    shown = at(app, BROTT, kommun="9999", matt="antal", steg="ar")

    assert shown.query_params["matt"] == "antal"
    assert shown.query_params["steg"] == "ar"
    assert shown.query_params["brott"] == "skadegorelse"
    assert "per år" in html_of(shown)
    assert "per år och 100" not in html_of(shown)


def test_the_sentence_is_about_the_time_that_is_drawn(served: Path, app: AppTest) -> None:
    shown = at(app, BROTT, kommun="9999")
    assert "Från juni 2025 till maj 2026 anmäldes" in html_of(shown)

    shown.segmented_control(key="steg").set_value("ar").run()
    assert "År 2025 anmäldes" in html_of(shown)


def test_nonsense_in_the_address_is_passed_over(served: Path, app: AppTest) -> None:
    shown = at(app, BROTT, kommun="9999", brott="<b>", matt="x", steg="y", omrade="z")

    assert not shown.exception
    assert shown.query_params["brott"] == "skadegorelse"


def test_without_crimes_it_says_so(served: Path, app: AppTest) -> None:
    assert "Det finns inga uppgifter om anmälda brott i Svenljunga" in html_of(at(app, BROTT, kommun="1465"))


def test_a_hidden_year_is_told_and_never_zero(tmp_path: Path, app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path)))
    with duckdb.connect(str(tmp_path / "loften-fixtur.duckdb")) as connection:
        connection.execute(
            "update marts.crime_series set count = null, rate_per_100k = null, rate_printed = null, "
            "hidden_reason = 'färre än 5' where municipality_code = '1263' and period = '2025'"
        )
    html = html_of(at(app, BROTT, kommun="1263"))

    assert "År 2025 anmäldes färre än fem skadegörelser i Svedala; så små tal visas inte exakt." in html
    assert "Det betyder inte noll" in html


def test_the_survey_is_told_first_and_then_the_groups(served: Path, app: AppTest) -> None:
    html = html_of(at(app, TRYGGHETEN, kommun="9999"))

    assert html.index("71 procent av de svarande i Exempelköping") < html.index("Olika gruppers svar")
    assert html.index("Olika gruppers svar") < html.index("Alla svar på frågan")
    assert "Annat visas inte: färre än 30 svar." in html
    assert "Felmarginalen räknar inte med" in html


def test_the_kind_of_group_is_chosen_and_kept(served: Path, app: AppTest) -> None:
    shown = at(app, TRYGGHETEN, kommun="9999", grupp="omrade")

    assert shown.query_params["grupp"] == "omrade"
    assert "Norra byn 2026 visas inte: färre än 30 svar." in html_of(shown)


def test_an_index_is_shown_but_never_judged_on(served: Path, app: AppTest) -> None:
    html = html_of(at(app, TRYGGHETEN, kommun="1263", fraga="enkat:totalindex"))

    assert "var 1,73 i mätningen 2022, på en skala från 0 till 6 där lågt är bra" in html
    assert "används aldrig för att bedöma ett löfte" in html


def test_without_a_survey_it_says_so(served: Path, app: AppTest) -> None:
    assert "Det finns inga svar från trygghetsmätningar i Svenljunga" in html_of(at(app, TRYGGHETEN, kommun="1465"))
