"""The rule of a goal as it was locked, and what has been changed in the register since."""

from collections.abc import Mapping
from typing import Any

from pages.view.formats import day_sv, given, text, to_date
from pages.view.markup import facts, heading, notice, paragraph

Row = Mapping[str, Any]
_SHORT_HASH = 8


def rule_html(rule: Row | None) -> str:
    """Takes a row of marts.goal_rule; None where the goal has none."""
    if rule is None:
        return heading("Regeln", level=4) + paragraph("Målet har ingen regel: det finns inget att räkna på.")
    return "".join(
        (
            heading("Regeln", level=4),
            paragraph(rule["rule_text"]),
            paragraph(_stamp(rule), kind="lk-muted"),
            _changed(rule),
        )
    )


def _stamp(rule: Row) -> str:
    """When it was locked, by which version, and the start of its hash."""
    is_locked = given(rule["rule_hash"]) and given(rule["locked_on"])
    said = (
        f"Låst {day_sv(rule['locked_on'])}" if is_locked else "",
        f"regelversion {text(rule['rule_version'])}" if given(rule["rule_version"]) else "",
        f"fingeravtryck {text(rule['rule_hash'])[:_SHORT_HASH]}" if given(rule["rule_hash"]) else "",
    )
    return " · ".join(filter(None, said))


def _changed(rule: Row) -> str:
    if not given(rule["rule_hash"]):
        return facts((("Nu i registret", rule["now_text"]),))
    if not (given(rule["is_changed"]) and bool(rule["is_changed"])):
        return paragraph(_unchanged(rule), kind="lk-muted")
    when = f", upptäckt {day_sv(rule['changed_on'])}" if given(rule["changed_on"]) else ""
    return "".join(
        (
            notice(f"Ändrad efter start{when}", kind="loud"),
            paragraph(rule["changed_text"]),
            facts((("Låst regel", rule["rule_text"]), ("Nu i registret", rule["now_text"]))),
        )
    )


def _unchanged(rule: Row) -> str:
    """Nothing is known of the time before the rule was first kept here, however early its day of locking is."""
    locked, seen = to_date(rule["locked_on"]), to_date(rule["first_seen_on"])
    if locked is not None and seen is not None and seen <= locked:
        return "Regeln har inte ändrats sedan den låstes."
    if seen is None:
        return ""
    return f"Regeln finns bevarad här sedan {day_sv(seen)}. Regeln har inte ändrats sedan dess."
