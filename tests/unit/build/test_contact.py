"""Whom to turn to: a function for every municipality that is shown, never a person."""

from pathlib import Path

import duckdb


def contacts(database: Path) -> list[tuple[str, str, str, str | None]]:
    with duckdb.connect(str(database), read_only=True) as con:
        return con.execute("SELECT municipality_code, function, channel, address FROM marts.contact").fetchall()


def test_every_real_municipality_has_its_kommunpolis(built_database: Path) -> None:
    rows = contacts(built_database)

    assert ("1263", "kommunpolis i Svedala", "telefon, polisens växel", "114 14") in rows
    assert {code for code, function, _, _ in rows if function.startswith("kommunpolis i ")} == {
        "0136", "1214", "1263", "1465", "9999",
    }  # fmt: skip


def test_the_made_up_municipality_cannot_be_reached(built_database: Path) -> None:
    assert [row[1:] for row in contacts(built_database) if row[0] == "9999"] == [
        ("kommunpolis i Exempelköping", "påhittad kommun, går inte att kontakta", None)
    ]
