"""The few forms of JSON Schema that ours is made of, each with a Swedish title."""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]


def thing(title: str, description: str, properties: Mapping[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    """An object that holds these properties and no others, but for those that begin with x_."""
    return {
        "type": "object",
        "title": title,
        "description": description,
        "properties": dict(properties),
        "patternProperties": {"^x_": True},
        "additionalProperties": False,
        **({"required": list(required)} if required else {}),
    }


def text(title: str, description: str = "") -> Schema:
    return _told({"type": "string", "minLength": 1}, title, description)


def number(title: str, description: str = "") -> Schema:
    return _told({"type": "number"}, title, description)


def whole(title: str, description: str = "", minimum: int | None = 0) -> Schema:
    limit = {} if minimum is None else {"minimum": minimum}
    return _told({"type": "integer", **limit}, title, description)


def yes_no(title: str, description: str = "") -> Schema:
    return _told({"type": "boolean"}, title, description)


def day(title: str, description: str = "") -> Schema:
    pattern = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
    return _told({"type": "string", "format": "date", "pattern": pattern}, title, description)


def one_of(title: str, *words: str, description: str = "") -> Schema:
    return _told({"type": "string", "enum": list(words)}, title, description)


def _told(schema: Schema, title: str, description: str) -> Schema:
    return {**schema, "title": title, **({"description": description} if description else {})}
