"""Addresses of the static site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.documents.site_names import RESERVED, promise_slug, relative, slug, slugs


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Svedala", "svedala"),
        ("Malmö", "malmo"),
        ("Håbo", "habo"),
        ("Medborgarlöfte 2017: på väg!", "medborgarlofte-2017-pa-vag"),
        ("—", "namnlos"),
    ],
)
def test_names_become_readable_addresses(name: str, address: str) -> None:
    assert slug(name) == address


def test_a_promise_is_named_by_what_its_id_says_beyond_the_municipality() -> None:
    assert promise_slug("1263", "1263-2017") == "2017"
    assert promise_slug("9999", "9999-2025-hojden") == "2025-hojden"
    assert promise_slug("1263", "löfte A") == "lofte-a"


def test_two_of_the_same_name_and_reserved_names_get_their_code() -> None:
    found = slugs([("0114", "Håbo"), ("0305", "Habo"), ("9998", "Metod")])

    assert found == {"0114": "habo", "0305": "0305-habo", "9998": "9998-metod"}


@given(st.dictionaries(st.from_regex(r"[0-9]{4}", fullmatch=True), st.text(min_size=1, max_size=12), max_size=12))
def test_addresses_are_plain_unique_and_not_taken(names: dict[str, str]) -> None:
    found = slugs(names.items())

    assert len(set(found.values())) == len(names)
    assert not set(found.values()) & set(RESERVED)
    assert all(address.strip("abcdefghijklmnopqrstuvwxyz0123456789-") == "" for address in found.values())


def test_links_work_in_any_folder() -> None:
    assert relative("", "metod/") == "metod/"
    assert relative("svedala/2017/", "metod/") == "../../metod/"
    assert relative("svedala/", "") == "../"
    assert relative("", "") == "./"
