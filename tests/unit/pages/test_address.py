"""A link shows exactly the view it was copied from: every selector's value stands in the address, both ways."""

from streamlit.testing.v1 import AppTest


def screen() -> None:
    import streamlit as st

    from pages.view.address import remembered, remembered_many, remembered_switch

    area = remembered("omrade", ("norr", "soder", "vaster"), first="norr")
    st.segmented_control("Område", ("norr", "soder", "vaster"), key="omrade")
    kinds = remembered_many("typer", ("stold", "vald", "skada"), first=("stold",))
    st.multiselect("Brottstyper", ("stold", "vald", "skada"), key="typer")
    with_rates = remembered_switch("tal", first=True)
    st.toggle("Per 1 000", key="tal")
    st.text(f"{area} {'+'.join(kinds)} {with_rates}")


def visit(**address: str) -> AppTest:
    app = AppTest.from_function(screen)
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return str(app.text[0].value)


def address(app: AppTest) -> dict[str, str]:
    return {key: value if isinstance(value, str) else value[0] for key, value in app.query_params.items()}


def test_the_address_names_every_value_also_the_first_ones() -> None:
    app = visit()

    assert shown(app) == "norr stold True"
    assert address(app) == {"omrade": "norr", "typer": "stold", "tal": "1"}


def test_a_link_decides() -> None:
    app = visit(omrade="soder", typer="skada~vald", tal="0")

    assert shown(app) == "soder vald+skada False"
    assert app.button_group[0].value == "soder"
    assert app.multiselect[0].value == ["vald", "skada"]
    assert app.toggle[0].value is False


def test_what_the_visitor_chooses_goes_into_the_address() -> None:
    app = visit(omrade="soder", kommun="1263")
    app.button_group[0].set_value("vaster")
    app.multiselect[0].set_value(["stold", "skada"])
    app.toggle[0].set_value(False).run()

    assert shown(app) == "vaster stold+skada False"
    assert address(app) == {"kommun": "1263", "omrade": "vaster", "typer": "stold~skada", "tal": "0"}


def test_an_unknown_value_falls_back_quietly_and_leaves_the_address() -> None:
    app = visit(omrade="<script>", typer="~~x", tal="kanske")

    assert shown(app) == "norr stold True"
    assert address(app) == {"omrade": "norr", "typer": "stold", "tal": "1"}


def test_a_new_address_wins_over_what_was_chosen_before() -> None:
    app = visit()
    app.button_group[0].set_value("vaster").run()
    app.query_params["omrade"] = "soder"
    app.run()

    assert shown(app).startswith("soder")


def test_an_address_that_says_nothing_keeps_what_was_chosen_last() -> None:
    app = visit()
    app.button_group[0].set_value("vaster").run()
    del app.query_params["omrade"]
    app.run()

    assert shown(app).startswith("vaster")
    assert address(app)["omrade"] == "vaster"


def test_unchoosing_everything_leaves_the_last_choice() -> None:
    app = visit(omrade="soder", typer="vald")
    app.button_group[0].set_value(None)
    app.multiselect[0].set_value([]).run()

    assert shown(app).startswith("soder vald")
