from pathlib import Path

import pandas as pd

from pages import store
from pages.view.contact import acting_party, contact_section


def test_functions_with_a_number_to_call_and_an_address_to_follow(served: Path) -> None:
    html = contact_section(store.contacts("1263"), is_fictitious=False)

    assert 'id="kontakt"' in html
    assert html.index("Kommunpolis i Svedala") < html.index("Svedala kommun")
    assert '<a href="tel:11414">114\u00a014</a>' in html
    assert 'href="https://svedala.se"' in html
    assert "ring 112" in html


def test_nobody_is_sent_to_the_emergency_number_from_a_made_up_municipality(served: Path) -> None:
    html = contact_section(store.contacts("9999"), is_fictitious=True)

    assert "går inte att kontakta" in html
    assert "112" not in html


def test_no_contact_says_so(served: Path) -> None:
    assert "Ingen kontaktväg är inlagd" in contact_section(store.contacts("1465"), is_fictitious=False)


def test_who_answers_is_the_municipality_by_its_full_name(served: Path) -> None:
    assert acting_party(store.contacts("1263"), "Svedala").startswith("Svedala kommun, ")
    assert acting_party(pd.DataFrame({"function": []}), "Sala").startswith("kommunen Sala, ")


def test_what_comes_from_data_is_escaped() -> None:
    rows = pd.DataFrame([{"function": "<b>x", "channel": "&", "address": '"><script>'}])

    html = contact_section(rows, is_fictitious=False)
    assert "<b>" not in html
    assert "<script>" not in html
