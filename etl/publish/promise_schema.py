"""The JSON Schema for a medborgarlöfte, so that municipalities can exchange theirs (JSON Schema, draft 2020-12)."""

from typing import Any

from etl.publish import promise_schema_parts as parts
from etl.publish.schema_words import Schema, day, text, thing

FORMAT = "medborgarlofte"
FORMAT_VERSION = "1.0"
SCHEMA_NAME = "medborgarlofte.schema.json"


def promise_schema(address: str) -> Schema:
    """The schema; `address` is where it is published.

    A promise can be exchanged before anything is assessed: verdicts, rules, feedback and corrections may be left out.
    Names that begin with x_ are free for what one's own system adds.
    """
    whole = thing(
        "Medborgarlöfte",
        "Ett löfte från polis och kommun till invånarna: vad som lovas, vad det ska leda till, hur det bedöms och hur "
        "det har återkopplats.",
        {
            "$schema": text("Schemats adress"),
            "format": {"const": FORMAT, "title": "Formatets namn"},
            "formatversion": {
                "type": "string",
                "pattern": r"^1\.\d+$",
                "title": "Formatets version",
                "description": "Nya fält höjer siffran efter punkten; ändrade fält höjer den före.",
            },
            "kommun": parts.MUNICIPALITY,
            "lofte": parts.PROMISE,
            "problem": _list("Problem ur lägesbilden", parts.PROBLEM),
            "ataganden": _list("Åtaganden: det här ska vi göra", parts.COMMITMENT),
            "mal": _list("Mål: det här ska vi åstadkomma", parts.GOAL),
            "svar": parts.ANSWERS,
            "aterkoppling": _list("Återkopplingar som har lovats och gjorts", parts.DUTY),
            "rattelser": _list("Rättelser av det som har publicerats", parts.CORRECTION),
            "uppgifter_till_och_med": day("Sista dag som uppgifterna omfattar"),
            "regelversion": text("Bedömningsregelns version"),
            "per": day("Dagen då bedömningarna gjordes"),
        },
        required=("format", "formatversion", "kommun", "lofte", "ataganden", "mal"),
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, **whole}


def _list(title: str, item: Schema) -> dict[str, Any]:
    return {"type": "array", "title": title, "items": item}
