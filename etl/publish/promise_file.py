"""A promise as one document that municipalities can exchange; promise_schema.py says what it may hold."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import duckdb

from etl.build.rows import fetch
from etl.publish.file_names import file_name
from etl.publish.promise_schema import FORMAT, FORMAT_VERSION, SCHEMA_NAME
from etl.publish.published_files import Folder, json_bytes

Row = Mapping[str, Any]
Node = dict[str, Any]
_MARTS = ("problem", "commitment_verdict", "goal_verdict", "goal_rule", "duty", "correction")
_ORDER = {
    "commitment_verdict": "ordinal, commitment_id",
    "goal_verdict": "ordinal, goal_id",
    "problem": "problem_id, step_date",
}


def write_promises(con: duckdb.DuckDBPyConnection, folder: Folder) -> None:
    """lofte/<municipality>/<promise>.json for every promise."""
    there = {
        name for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts'").fetchall()
    }
    parts = {
        mart: fetch(con, f"FROM marts.{mart} ORDER BY {_ORDER.get(mart, 'ALL')}") if mart in there else []
        for mart in _MARTS
    }
    for promise in fetch(con, "FROM marts.promise ORDER BY promise_id"):
        own = {
            mart: [row for row in rows if row["promise_id"] == promise["promise_id"]] for mart, rows in parts.items()
        }
        code, promise_id = promise["municipality_code"], promise["promise_id"]
        folder.write(
            f"lofte/{file_name(code)}/{file_name(promise_id)}.json",
            json_bytes(promise_document(promise, own, schema=folder.address(SCHEMA_NAME))),
            kind="löfte",
            title=f"{promise['municipality_name']}: {promise['title']}",
            about={"kommun": code, "lofte": promise_id},
        )


def promise_document(promise: Row, parts: Mapping[str, list[dict[str, Any]]], *, schema: str) -> Node:
    """The document for a row of marts.promise and the rows of the other marts that belong to it. What is not known is
    left out."""
    rules = {row["goal_id"]: row for row in parts["goal_rule"]}
    return _known(
        {
            "$schema": schema,
            "format": FORMAT,
            "formatversion": FORMAT_VERSION,
            "kommun": _known(
                {
                    "kod": promise["municipality_code"],
                    "namn": promise["municipality_name"],
                    "pahittad": promise["is_fictitious"],
                }
            ),
            "lofte": _promise(promise),
            "problem": list(_problems(parts["problem"])),
            "ataganden": [_commitment(row) for row in parts["commitment_verdict"]],
            "mal": [_goal(row, rules.get(row["goal_id"])) for row in parts["goal_verdict"]],
            "svar": _known({"ataganden": _answer(promise, "commitment"), "mal": _answer(promise, "goal")}),
            "aterkoppling": [_duty(row) for row in parts["duty"]],
            "rattelser": [_correction(row) for row in parts["correction"]],
            "uppgifter_till_och_med": _plain(promise["data_through"]),
            "regelversion": promise["rule_version"],
            "per": _plain(promise["as_of"]),
        }
    )


def _promise(row: Row) -> Node:
    return _picked(
        row,
        {
            "lofte_id": "promise_id",
            "rubrik": "title",
            "sammanfattning": "summary",
            "lagesbild": "picture",
            "fran": "period_start",
            "till": "period_end",
            "undertecknat": "signed_on",
            "lage": "state",
            "overenskommelse_id": "agreement_id",
            "diarienummer_polisen": "police_diary_number",
            "diarienummer_kommunen": "municipality_diary_number",
            "kalla": "source",
        },
    )


def _problems(rows: Iterable[Row]) -> Iterable[Node]:
    """One a problem: its latest step stands last among its rows."""
    latest = {row["problem_id"]: row for row in rows}
    names = {
        "problem_id": "problem_id",
        "rubrik": "title",
        "beskrivning": "description",
        "omrade": "area_name",
        "steg": "step",
        "steg_datum": "step_date",
    }
    return (_picked(row, names) for row in latest.values())


def _commitment(row: Row) -> Node:
    node = _picked(
        row,
        {
            "atagande_id": "commitment_id",
            "atagande": "commitment",
            "typ": "kind",
            "antal": "target",
            "enhet": "unit",
            "intervall": "interval",
            "ansvarig_part": "responsible_party",
            "problem_id": "problem_id",
            "fokusomrade": "focus_area",
        },
    )
    counted = {
        "gjort": "estimate",
        "delperioder_hallna": "periods_kept",
        "delperioder_slut": "periods_closed",
        "delperioder": "periods_total",
    }
    return node | _known({"bedomning": _verdict(row, counted)})


def _goal(row: Row, rule: Row | None) -> Node:
    node = _picked(
        row,
        {
            "mal_id": "goal_id",
            "delmal_av": "part_of",
            "mal": "goal",
            "indikator": "indicator",
            "indikator_namn": "indicator_name",
            "matt": "measure",
            "omrade": "area_name",
            "grupp": "group_name",
            "riktning": "direction",
            "bra": "good",
            "primart": "is_primary",
            "enhet": "unit",
        },
    )
    before = {"fran": "baseline_from", "till": "baseline_to", "varde": "baseline_value", "anmarkning": "baseline_note"}
    after = {"fran": "followup_from", "till": "followup_to", "varde": "followup_value"}
    change = {
        "forandring": "estimate",
        "undre_95": "low",
        "ovre_95": "high",
        "undre_60": "low60",
        "ovre_60": "high60",
        "overspridning": "phi",
        "overspridning_antagen": "phi_assumed",
        "mellanarsvariation": "tau",
        "mellanarsvariation_antagen": "tau_assumed",
        "att_tanka_pa": "caution",
        "kalla": "source",
    }
    locked = {
        "last": "locked_on",
        "version": "rule_version",
        "fingeravtryck": "rule_hash",
        "regel": "rule_text",
        "andrad": "is_changed",
        "andrad_upptackt": "changed_on",
        "andring": "changed_text",
    }
    return node | _known(
        {
            "utgangslage": _picked(row, before),
            "uppfoljning": _picked(row, after),
            "regel": _picked(rule, locked) if rule else None,
            "bedomning": _verdict(row, change),
        }
    )


def _verdict(row: Row, figures: Mapping[str, str]) -> Node | None:
    """Nothing for a descriptive commitment that nobody has assessed."""
    if not row.get("verdict") and not row.get("assessment"):
        return None
    told = {"omdome": "verdict", "lage": "state", "mening": "sentence", "skal": "reason"}
    close = {
        "beskrivande": "assessment",
        "regelversion": "rule_version",
        "fingeravtryck": "data_hash",
        "per": "as_of",
    }
    return _picked(row, told | dict(figures) | close)


def _answer(promise: Row, question: str) -> Node:
    return _picked(
        promise, {"omdome": f"{question}_verdict", "mening": f"{question}_sentence", "skal": f"{question}_reason"}
    )


def _duty(row: Row) -> Node:
    return _picked(
        row,
        {
            "plikt_id": "duty_id",
            "mottagare": "recipient",
            "kanal": "channel",
            "intervall": "interval",
            "antal_per_ar": "times_per_year",
            "period": "period",
            "senast": "due",
            "gjord": "given_on",
            "status": "status",
            "dagar_for_sent": "days_late",
        },
    )


def _correction(row: Row) -> Node:
    return _picked(
        row,
        {
            "avser": "concerns",
            "avser_id": "concerns_id",
            "upptackt": "noticed_on",
            "orsak": "cause",
            "forut": "before",
            "nu": "after",
            "mening": "sentence",
        },
    )


def _picked(row: Row, names: Mapping[str, str]) -> Node:
    return _known({shown: _plain(row.get(column)) for shown, column in names.items()})


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None and value != {}}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if isinstance(value, date) else value
