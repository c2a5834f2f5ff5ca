"""A link shows exactly the view it was copied from: every selector's value stands in the address, both ways."""

from streamlit.testing.v1 import AppTest


def screen() -> None:
    import streamlit as st

    from pages.view.selectors import drop_down, segments

    area = segments("Område", {"norr": "Norr", "soder": "Söder", "vaster": "Väster"}, key="omrade")
    kind = drop_down("Brottstyp", {"stold": "Stöld", "vald": "Våld", "skada": "Skada"}, key="typ", first="vald")
    alone = segments("Mått", {"antal": "Antal"}, key="matt")
    st.text(f"{area} {kind} {alone}")


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

    assert shown(app) == "norr vald antal"
    assert address(app) == {"omrade": "norr", "typ": "vald"}


def test_a_link_decides() -> None:
    app = visit(omrade="soder", typ="skada")

    assert shown(app) == "soder skada antal"
    assert app.button_group[0].value == "soder"
    assert app.selectbox[0].value == "skada"


def test_what_the_visitor_chooses_goes_into_the_address() -> None:
    app = visit(omrade="soder", kommun="1263")
    app.button_group[0].set_value("vaster")
    app.selectbox[0].set_value("stold").run()

    assert shown(app) == "vaster stold antal"
    assert address(app) == {"kommun": "1263", "omrade": "vaster", "typ": "stold"}


def test_what_is_chosen_is_also_the_default_that_a_newly_drawn_selector_first_tells_the_server() -> None:
    app = visit(omrade="soder", typ="skada")
    assert [app.button_group[0].proto.default, app.selectbox[0].proto.default] == [[1], 2]

    app.button_group[0].set_value("vaster")
    app.selectbox[0].set_value("stold").run()
    assert [app.button_group[0].proto.default, app.selectbox[0].proto.default] == [[2], 0]


def test_a_choice_of_one_is_not_offered() -> None:
    assert [group.label for group in visit().button_group] == ["Område"]


def test_an_unknown_value_falls_back_quietly_and_leaves_the_address() -> None:
    app = visit(omrade="<script>", typ="~~x")

    assert shown(app) == "norr vald antal"
    assert address(app) == {"omrade": "norr", "typ": "vald"}


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


def test_unchoosing_leaves_the_last_choice() -> None:
    app = visit(omrade="soder")
    app.button_group[0].set_value(None).run()

    assert shown(app).startswith("soder")
