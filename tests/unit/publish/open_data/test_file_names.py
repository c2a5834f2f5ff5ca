"""Ids that people chose become names that every system takes, and two ids never the same one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from etl.contract.values import parse_identifier
from etl.publish.file_names import file_name


@given(st.text(max_size=120))
def test_a_name_is_plain_whatever_the_id(identifier: str) -> None:
    assert re.fullmatch(r"[0-9A-Za-z][-0-9A-Za-z_]{0,79}", file_name(identifier))


@given(st.lists(st.text("abÅå:./_- 1", max_size=12), min_size=2, unique=True))
def test_two_ids_never_share_a_name(identifiers: list[str]) -> None:
    assert len({file_name(identifier) for identifier in identifiers}) == len(identifiers)


def test_a_plain_id_is_its_own_name() -> None:
    assert file_name("1263-2017-M1") == "1263-2017-M1"


def test_other_ids_keep_their_letters() -> None:
    assert re.fullmatch(r"Bjorkhojden-2025-[0-9a-f]{8}", file_name("Björkhöjden:2025"))


def test_what_the_contract_takes_as_an_id_has_a_name() -> None:
    assert parse_identifier("Å:1.2") is not None
    assert "/" not in file_name("../../etc/passwd")
