"""What the keys of goals' rules are called."""

from collections.abc import Mapping
from typing import Any

import duckdb

from etl.evaluate.locked_rule import LockedRule, RuleNames

Row = Mapping[str, Any]


class Names:
    """What the keys of a rule are called in the look-up tables of this build."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._areas = dict(con.execute("SELECT area_id, name FROM core.area").fetchall())
        self._indicators = dict(con.execute("SELECT indicator, name FROM core.indicator").fetchall())
        self._crimes = dict(con.execute("SELECT crime_type, name FROM core.crime_type").fetchall())
        self._places = dict(con.execute("SELECT municipality_code, name FROM core.municipality").fetchall())

    def of(self, rule: LockedRule, keys: Row) -> RuleNames:
        return RuleNames(
            place=self._places[keys["municipality_code"]],
            indicator=self._indicators.get(rule.indicator, ""),
            crime=self._crimes.get(rule.indicator.partition(":")[2], ""),
            area=self._areas.get(rule.area_id, rule.area_id or ""),
        )
