"""The limits in configuration, and what they mean for crime types."""

import pytest

from etl.build.reference import read_reference
from etl.errors import BuildError
from etl.publish.crime_types import CrimeTypes, crime_types
from etl.publish.rule import HIDDEN_COMPLEMENT, CellRule, cell_rule


def test_the_limits_that_come_with_the_project() -> None:
    limits = {row["nyckel"]: float(row["värde"].replace(",", ".")) for row in read_reference().tables["rojandeskydd"]}

    assert cell_rule(limits) == CellRule(smallest_shown=5, narrowest_interval=5)


@pytest.mark.parametrize("limits", [{}, {"minsta_antal": 5.0}, {"minsta_antal": 2.5, "minsta_spann": 5.0}])
def test_without_whole_limits_nothing_is_published(limits: dict[str, float]) -> None:
    with pytest.raises(BuildError, match="rojandeskydd"):
        cell_rule(limits)


def test_labels() -> None:
    rule = CellRule(smallest_shown=5)

    assert [rule.label(count) for count in (1, 4, 5, 0)] == ["färre än 5"] * 2 + [HIDDEN_COMPLEMENT] * 2
    assert CellRule(smallest_shown=3).label(2) == "färre än 3"


def test_bra_publishes_41_types_by_month_but_neither_ofredande_nor_klotter() -> None:
    types = crime_types(read_reference().tables["brottstyper"])

    assert len(types.monthly_at_bra) == 41
    assert types.is_monthly_at_bra("skadegorelse", "Brå per kommun och månad")
    assert not types.is_monthly_at_bra("skadegorelse", "polisen")
    assert not {"ofredande", "klotter", "olaga_hot"} & types.monthly_at_bra


def test_a_type_lies_under_the_nearest_type_that_is_there() -> None:
    types = CrimeTypes(parent={"c": "b", "b": "a", "d": "a"}, monthly_at_bra=frozenset())

    assert types.children({"a", "c", "d"}) == {"a": ("c", "d")}
    assert types.children({"a", "b", "c"}) == {"a": ("b",), "b": ("c",)}
    assert types.children({"c", "d"}) == {}
