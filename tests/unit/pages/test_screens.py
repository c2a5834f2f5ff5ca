import json
import re
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.unit.pages.fixture_marts import write

SCREENS = {
    "Läget i korthet": "screens/public/laget.py",
    "Löftet": "screens/public/lofte.py",
    "Tryggheten": "screens/public/tryggheten.py",
    "Anmälda brott": "screens/public/brott.py",
    "Ordlista och metod": "screens/public/metod.py",
    "Tillgänglighetsredogörelse": "screens/public/tillganglighet.py",
    "Datalexikon": "screens/steering/datalexikon.py",
    "Trender": "screens/steering/trender.py",
    "Aktivitetslogg": "screens/police/aktivitetslogg.py",
}


def html_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def at(app: AppTest, screen: str, **address: str) -> AppTest:
    for key, value in address.items():
        app.query_params[key] = value
    return app.run().switch_page(SCREENS[screen]).run()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("municipality", ["1263", "1465", "9999"])
def test_every_screen_shows_for_every_municipality(served: Path, app: AppTest, screen: str, municipality: str) -> None:
    shown = at(app, screen, kommun=municipality)

    assert not shown.exception
    assert "Något gick fel" not in html_of(shown)
    assert "<h1" in html_of(shown)


def test_a_visitor_without_an_address_sees_svedala(served: Path, app: AppTest) -> None:
    app.run()

    assert app.selectbox(key="kommun").value == "1263"
    assert app.selectbox(key="lofte").value == "1263-2017"
    assert app.query_params == {"kommun": "1263", "lofte": "1263-2017"}


def test_the_choice_survives_a_change_of_screen(served: Path, app: AppTest) -> None:
    shown = at(app, "Löftet", kommun="9999", lofte="9999-2025")

    assert shown.selectbox(key="kommun").value == "9999"
    assert shown.selectbox(key="lofte").value == "9999-2025"


def test_what_is_chosen_is_the_default_of_each_selector(served: Path, app: AppTest) -> None:
    shown = at(app, "Löftet", kommun="9999", lofte="9999-2025", lattlast="1")

    assert all(s.options[s.proto.default] == s.format_func(s.value) for s in shown.selectbox)
    assert shown.toggle[0].proto.default is True


def test_an_address_that_only_names_the_promise_leads_there(served: Path, app: AppTest) -> None:
    app.query_params["lofte"] = "9999-2025"

    assert app.run().selectbox(key="kommun").value == "9999"


def test_nonsense_in_the_address_is_ignored(served: Path, app: AppTest) -> None:
    shown = at(app, "Löftet", kommun="<script>", lofte="x")

    assert not shown.exception
    assert shown.selectbox(key="kommun").value == "1263"
    assert "<script>" not in html_of(shown)


def test_another_municipality_has_other_promises(served: Path, app: AppTest) -> None:
    app.run()
    app.selectbox(key="kommun").set_value("9999").run()

    assert app.selectbox(key="lofte").value == "9999-2026"
    assert "Påhittad kommun" in html_of(app)


def test_the_start_answers_both_questions(served: Path, app: AppTest) -> None:
    html = html_of(app.run())

    assert html.index("Gjorde vi det vi lovade?") < html.index("Blev det bättre?")
    assert "Ingen aktivitetslogg är inlämnad" in html
    assert "De anmälda skadegörelserna blev fler per invånare" in html
    assert "Så har vi återkopplat: 0 av 4 gånger" in html
    assert "Uppgifter till och med 31 december 2025" in html
    assert "Påhittad" not in html


def test_the_promise_shows_every_part_with_its_reason(served: Path, app: AppTest) -> None:
    shown = at(app, "Löftet", kommun="1263")
    html = html_of(shown)

    assert html.count("Går inte att avgöra: ingen aktivitetslogg") == 2
    assert "Går inte att avgöra: inga uppgifter" in html
    assert "Går inte att avgöra: antal svarande är inte publicerat" in html
    assert "Samverkansöverenskommelse 2023–2026" in html
    assert "vartannat år" in html
    charts = shown.get("plotly_chart")
    assert len(charts) == 3
    assert all(chart.proto.alt for chart in charts)
    assert all(json.loads(chart.proto.config)["showSendToCloud"] is False for chart in charts)


def test_all_four_verdicts_and_the_assessment(served: Path, app: AppTest) -> None:
    html = html_of(at(app, "Löftet", kommun="9999"))

    for words in ("Uppfyllt", "På väg", "Ej uppfyllt (hittills)", "Går inte att avgöra: målet har inget mått"):
        assert words in html
    assert "kommunpolis, 2026-05-12" in html
    assert "för sent, 9 dagar" in html


def test_internal_screens_say_that_there_is_no_login(served: Path, app: AppTest) -> None:
    assert "Ingen inloggning än" not in html_of(at(app, "Löftet"))
    for screen in ("Trender", "Aktivitetslogg"):
        assert "Ingen inloggning än: servern svarar bara på den här datorn." in html_of(at(app, screen))


def test_the_log_is_filtered_and_summed(served: Path, app: AppTest) -> None:
    shown = at(app, "Aktivitetslogg", kommun="9999")
    assert "60 aktiviteter" in html_of(shown)
    assert shown.selectbox(key="logg_atagande").value == "*alla"

    shown.selectbox(key="logg_atagande").set_value("*utan").run()
    assert "1 aktivitet, inga timmar är rapporterade" in html_of(shown)

    shown.selectbox(key="logg_atagande").set_value("*loftet").run()
    assert "59 aktiviteter" in html_of(shown)

    shown.selectbox(key="logg_aktivitet").set_value("trygghetsvandring").run()
    assert "3 aktiviteter" in html_of(shown)

    shown.selectbox(key="logg_period").set_value("2026-K2").run()
    assert "1 aktivitet," in html_of(shown)


def test_an_empty_log_says_why(served: Path, app: AppTest) -> None:
    html = html_of(at(app, "Aktivitetslogg", kommun="1263"))

    assert "Ingen aktivitetslogg är inlämnad för Svedala" in html
    assert "inte som noll" in html


def test_without_a_promise_it_says_so(served: Path, app: AppTest) -> None:
    assert "Inget medborgarlöfte är inlagt" in html_of(at(app, "Läget i korthet", kommun="1465"))


def test_a_screen_that_is_not_registered_cannot_be_reached(served: Path, app: AppTest) -> None:
    app.run()

    with pytest.raises(ValueError, match="hemlig"):
        app.switch_page("screens/public/hemlig.py")


def test_without_a_database_every_visitor_is_told_what_to_do(
    tmp_path: Path, app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(tmp_path))
    shown = app.run()

    assert not shown.exception
    assert "Det finns ingen databas att visa än" in html_of(shown)
    assert "make run" in html_of(shown)


def test_an_unforeseen_fault_is_swedish_and_tells_nothing_of_the_inside(
    tmp_path: Path, app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path)))
    with duckdb.connect(str(tmp_path / "loften-fixtur.duckdb")) as connection:
        connection.execute("alter table marts.promise drop column period_start")
        connection.execute("alter table marts.promise add column period_start varchar default 'hemligt'")
    shown = app.run()

    assert not shown.exception
    assert "Något gick fel" in html_of(shown)
    assert "hemligt" not in html_of(shown)


def test_refused_rows_are_counted_where_everybody_sees(
    tmp_path: Path, app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path)))
    with duckdb.connect(str(tmp_path / "loften-fixtur.duckdb")) as connection:
        connection.execute("insert into marts.build values ('rows_refused', '1')")

    assert "1 inlämnad rad kunde inte läsas in och saknas i siffrorna." in html_of(app.run())


def test_every_goal_and_counted_commitment_says_why(served: Path, app: AppTest) -> None:
    shown = at(app, "Löftet", kommun="1263")
    html = html_of(shown)

    assert [expander.label for expander in shown.expander].count("Varför?") == 2 + 4
    assert "Förändring +49,7\N{NO-BREAK SPACE}%" in html
    assert "Anmälda skadegörelser per invånare ska vara färre 2017" in html
    assert "Kan vi ens se det?" in html
    assert "Har insatserna haft effekt?" in html


def test_gaps_and_corrections_stand_on_the_promise(served: Path, app: AppTest) -> None:
    html = html_of(at(app, "Löftet", kommun="9999"))

    assert 'href="#luckor"' in html
    assert 'href="#rattelser"' in html
    assert "Problemet ”Otryggt torg på kvällen” möts inte av något åtagande." in html
    assert "En siffra i mätningen 2025 rättades." in html


def test_the_start_counts_gaps_and_corrections_of_each_promise(served: Path, app: AppTest) -> None:
    app.query_params["kommun"] = "9999"
    html = html_of(app.run())

    assert re.findall(r">(Rättelser[^<]*)</a>", html) == ["Rättelser (2)", "Rättelser (0)"]
    assert re.findall(r">(Luckor[^<]*)</a>", html) == ["Luckor i kedjan (5)", "Luckor i kedjan (0)"]


def test_lattlast_is_short_and_has_no_statistics(served: Path, app: AppTest) -> None:
    shown = at(app, "Löftet", kommun="1263", lattlast="1")
    html = html_of(shown)

    assert shown.toggle(key="lattlast").value is True
    assert "Fler brott anmäldes än åren före." in html
    assert "Fler skadegörelser anmäldes än åren före löftet." in html
    assert len(shown.get("plotly_chart")) == 0
    assert "intervall" not in html

    shown.toggle(key="lattlast").set_value(False).run()
    assert len(shown.get("plotly_chart")) == 3
    assert "lattlast" not in shown.query_params


def test_lattlast_stands_in_every_link(served: Path, app: AppTest) -> None:
    app.query_params["lattlast"] = "1"
    shown = app.run()

    html = html_of(shown)
    links = re.findall(r'<nav.*?</nav>|class="lk-onward">.*?</p>', html)

    assert "Det blev inte bättre." in html
    assert len(links) > 1
    assert all("lattlast=1" in link for links_in in links for link in re.findall(r'href="([^"]+)"', links_in))


def test_trends_show_signals_differences_and_efforts(served: Path, app: AppTest) -> None:
    shown = at(app, "Trender", kommun="9999")
    html = html_of(shown)

    assert html.index("anmäldes 14 klotterbrott i Centrum") < html.index("Anmälda brott</h2>")
    assert "säger inget om orsaken" in html
    assert "Skadegörelserna visar ingen tydlig trend" in html
    assert "Kvinnor är mindre trygga än män: 63 mot 78 procent." in html
    assert "I Centrum lades 440 timmar 2026." in html

    shown.selectbox(key="insatsar").set_value("2025").run()
    assert "I Centrum lades 220 timmar 2025." in html_of(shown)


def test_trends_without_data_say_what_is_missing(served: Path, app: AppTest) -> None:
    html = html_of(at(app, "Trender", kommun="1263"))

    assert html.index("Anmälda brott</h2>") < html.index("inte tillräckligt många månader")
    assert "inga enkätsvar uppdelade på kön, ålder eller område för Svedala" in html
    assert "inga timmar eller enkätsvar per område för Svedala" in html


def test_an_older_database_is_named_and_not_a_fault(
    tmp_path: Path, app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path)))
    with duckdb.connect(str(tmp_path / "loften-fixtur.duckdb")) as connection:
        connection.execute("drop table marts.correction")
    html = html_of(app.run())

    assert "byggd med en annan version av Löfteskollen" in html
    assert "Bygg om databasen" in html


def test_the_measures_of_a_goal_stand_below_it(tmp_path: Path, app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path)))
    with duckdb.connect(str(tmp_path / "loften-fixtur.duckdb")) as connection:
        connection.execute("update marts.goal_verdict set part_of = '9999-2026-M3' where goal_id = '9999-2026-M1'")
        connection.execute("update marts.goal_verdict set measure = 'flera' where goal_id = '9999-2026-M3'")
    start = html_of(at(app, "Läget i korthet", kommun="9999"))
    html = html_of(app.switch_page(SCREENS["Löftet"]).run())

    assert "Anmälda brott: skadegörelse" not in start
    assert html.index("Mer jämlik hälsa.</h3>") < html.index("Skadegörelsen i centrum ska minska.</h4>")
    assert "Mått 1 av 1 på målet ovan" in html
    assert "Måtten vägs aldrig ihop" in html
