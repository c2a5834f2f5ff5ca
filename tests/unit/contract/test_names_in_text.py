"""Names of persons are seen in free text, streets and ordinary words are not, and what is shown is cut to initials."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract.names_in_text import NAME_CANDIDATE_PATTERN, find_names, mask_names

NAMED = [
    ("Vi träffade Anna Svensson på torget.", "Vi träffade A••• S••••••• på torget."),
    ("Erik ringde igen.", "E••• ringde igen."),
    ("Lars-Erik Nilsson var med.", "L•••-E••• N•••••• var med."),
    ("Samtal med Mohammeds mamma.", "Samtal med M•••••••• mamma."),
    ("Per Persson kom.", "P•• P•••••• kom."),
    ("Björn Ek anmälde det.", "B•••• E• anmälde det."),
    ("Familjen Karlsson är orolig.", "Familjen K••••••• är orolig."),
]
NOT_NAMED = [
    "",
    "Två pass per vecka. Per pass görs två besök.",
    "Max 30 personer. My och mygg.",
    "Person utan ljus på cykeln.",
    "Trygghetsvandring i Svenljunga och Bara.",
    "Gatlyktor saknas på Karl Johans gata och vid Björn Borgs park.",
    "Mariatorget, Eriksbo och Annehem.",
    "björn i skogen, sten på banan, stig genom parken",
]


@pytest.mark.parametrize(("text", "masked"), NAMED)
def test_a_name_is_found_and_cut_to_initials(text: str, masked: str) -> None:
    assert find_names(text)
    assert mask_names(text) == masked


@pytest.mark.parametrize("text", NOT_NAMED)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert find_names(text) == ()
    assert mask_names(text) == text


@pytest.mark.parametrize("text", [text for text, _ in NAMED])
def test_the_quick_search_sees_every_name_that_the_close_look_finds(text: str) -> None:
    assert re.search(NAME_CANDIDATE_PATTERN, text)


@given(st.text(alphabet=st.sampled_from("AnaErikPsonSv -.åÖ"), max_size=40))
def test_a_match_always_has_a_candidate_and_masking_keeps_the_length(text: str) -> None:
    assert not find_names(text) or re.search(NAME_CANDIDATE_PATTERN, text)
    assert len(mask_names(text)) == len(text)
