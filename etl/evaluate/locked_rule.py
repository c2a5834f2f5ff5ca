"""The rule that a goal is judged by: locked when the promise begins, so that nobody can move the target afterwards."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256

from etl.evaluate.numbers_sv import date_sv, join_sv, number, period_text, upper_first
from etl.evaluate.wording import crime_words, who

NOTHING_LOCKED_WITHOUT_PERIOD = "Regeln är inte låst: den låses när löftet börjar, och löftets period är inte angiven."
REMOVED = "Målet finns inte längre i registret."
_MEASURED = ("brott", "enkat", "enkät")


@dataclass(frozen=True, kw_only=True)
class LockedRule:
    """What decides a goal's verdict besides the data.

    The follow-up is the promise's own days when the register states none. An empty `baseline_from` means the
    36 months before. `least_change` is in percent (crime) or percentage points (survey),
    0 when no size is promised. `goal` is the goal in words: a goal without a measure has no other rule. `parts`:
    the ids of the goals that are measures of this one, sorted. `good_answers`: "instrument, question: 4;5" for each
    question behind a survey goal.
    """

    goal: str
    indicator: str
    area_id: str | None
    group_name: str | None
    direction: str
    baseline_from: date | None
    baseline_to: date | None
    followup_from: date | None
    followup_to: date | None
    least_change: float
    is_primary: bool
    part_of: str | None
    parts: tuple[str, ...]
    good_answers: tuple[str, ...]
    rule_version: str
    locked_on: date

    @property
    def hash(self) -> str:
        """SHA-256 (64 hexadecimal digits) of the rule as canonical JSON: sorted keys, ISO dates, no blanks."""
        canonical = json.dumps(vars(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
        return sha256(canonical.encode()).hexdigest()

    @property
    def kind(self) -> str:
        """brott, enkat, or what else stands before the colon of the indicator."""
        return self.indicator.partition(":")[0]


@dataclass(frozen=True, kw_only=True)
class RuleNames:
    """What the keys of one rule are called. `place` follows "i"; `area` is empty for the whole municipality."""

    place: str
    indicator: str = ""
    crime: str = ""
    area: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field that differs, with the two versions as a reader would say them. `told`: what happened, of parts."""

    field: str
    before: str
    after: str
    told: str = ""


def lock_day(*, agreed: date | None, starts: date | None, signed: date | None) -> date | None:
    """The day a rule is locked: the agreed one, else the promise's first day, or the day of signing if earlier.

    An agreed day never lets the promise begin without a locked rule. None: a promise without a period has not
    begun, and nothing is locked.
    """
    if agreed is not None and starts is not None:
        return min(agreed, starts)
    if agreed is not None or starts is None:
        return agreed
    return min(starts, signed or starts)


def changes(old: LockedRule, new: LockedRule, *, old_names: RuleNames, new_names: RuleNames) -> tuple[Change, ...]:
    """Every field that differs, in the order of the rule. Names say what the keys are called in either version."""
    found: list[Change] = []
    if old == new:
        return ()
    for field in fields(LockedRule):
        if getattr(old, field.name) != getattr(new, field.name):
            say = _SAID[field.name]
            told = _parts_told(old.parts, new.parts) if field.name == "parts" else ""
            found.append(Change(field=field.name, before=say(old, old_names), after=say(new, new_names), told=told))
    return tuple(found)


def rule_text(rule: LockedRule, names: RuleNames) -> str:
    """The rule in one sentence: what is measured, where, of whom, which way, how much, and what is compared."""
    if rule.kind not in _MEASURED and rule.parts:
        own = "sina delmål" if len(rule.parts) > 1 else "sitt delmål"
        return f"Målet ”{_bare(rule.goal)}” bedöms genom {own}."
    if rule.kind not in _MEASURED:
        return f"Målet ”{_bare(rule.goal)}” har inget mått och bedöms inte i siffror."
    rest = "" if rule.is_primary else "; målet avgör inte om löftet är uppfyllt"
    if rule.parts:
        rest += "; målet har också " + ("ett delmål" if len(rule.parts) == 1 else f"{len(rule.parts)} delmål")
    return f"{upper_first(_measure(rule, names))} {_should(rule)}{_compared(rule)}{rest}."


def not_locked_text(day: date | None, *, starts: date | None) -> str:
    """What is said in the place of a locked rule before `day`, when it will be locked. `starts`: the promise's day."""
    if day is None:
        return NOTHING_LOCKED_WITHOUT_PERIOD
    why = ", när löftet börjar" if day == starts else ""
    return f"Regeln är inte låst än: den låses {date_sv(day)}{why}."


def changed_text(found: tuple[Change, ...], *, locked_on: date) -> str:
    """What was changed after the start, and that the verdict follows the locked rule. Empty without changes.

    Told apart from other edits in the register: parts that came or went; which answers count, where the answers are
    counted anew and the verdict follows them; and a new version of the method, which concerns every goal alike.
    """
    by_field = {change.field: change for change in found}
    edited = [change for change in found if change.field not in _TOLD_APART]
    follows = f"omdömet följer regeln som låstes {date_sv(locked_on)}."
    told = []
    if edited:
        what = join_sv([f"{_NAMES[change.field]} från {change.before} till {change.after}" for change in edited])
        told.append(f"Efter start ändrades {what}; {follows}")
    if parts := by_field.get("parts"):
        told.append(f"Efter start {parts.told}; {follows}")
    if answers := by_field.get("good_answers"):
        told.append(
            f"Efter start ändrades vilka svar som räknas som bra från {answers.before} till {answers.after}; "
            "andelarna och omdömet räknas på de svar som registret nu säger, inte på dem som låstes."
        )
    if method := by_field.get("rule_version"):
        told.append(
            f"Sättet att bedöma har bytt version från {method.before} till {method.after}; "
            "omdömet räknas på det nya sättet, men med målets låsta mått, riktning och perioder."
        )
    return " ".join(told)


def removed_text(*, locked_on: date) -> str:
    """A goal that the register no longer has is judged all the same."""
    return f"Efter start togs målet bort ur registret; omdömet följer regeln som låstes {date_sv(locked_on)}."


def _measure(rule: LockedRule, names: RuleNames) -> str:
    key = rule.indicator.partition(":")[2]
    place = names.area or names.place
    if rule.kind == "brott":
        return f"anmälda {crime_words(key, names.crime).plural} i {place}"
    people = who(key)
    share = f"andelen som {people}" if people else names.indicator or rule.indicator
    return f"{share} ({rule.group_name}) i {place}" if rule.group_name else f"{share} i {place}"


def _should(rule: LockedRule) -> str:
    if rule.kind == "brott":
        by = f"minst {_amount(rule)} " if rule.least_change else ""
        return {"öka": f"ska bli {by}fler", "minska": f"ska bli {by}färre"}.get(rule.direction, "ska inte bli fler")
    by = f" med minst {_amount(rule)}" if rule.least_change else ""
    return {"öka": f"ska öka{by}", "minska": f"ska minska{by}"}.get(rule.direction, "ska inte försämras")


def _amount(rule: LockedRule) -> str:
    decimals = 0 if rule.least_change == int(rule.least_change) else 1
    unit = "procent" if rule.kind == "brott" else "procentenheter"
    return f"{number(rule.least_change, decimals)} {unit}"


def _compared(rule: LockedRule) -> str:
    if rule.followup_from is None or rule.followup_to is None:
        return ""
    followup = period_text(rule.followup_from, rule.followup_to)
    if rule.baseline_from is not None and rule.baseline_to is not None:
        return f" när {followup} jämförs med {period_text(rule.baseline_from, rule.baseline_to)}"
    if rule.baseline_to is not None:
        return f" när {followup} jämförs med de 36 månaderna till och med {date_sv(rule.baseline_to)}"
    if rule.baseline_from is not None:
        return f" när {followup} jämförs med tiden dessförinnan från {date_sv(rule.baseline_from)}"
    return f" när {followup} jämförs med de 36 månaderna före"


def _parts_told(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    added = [part for part in after if part not in before]
    removed = [part for part in before if part not in after]
    told = []
    if added:
        told.append(f"fick målet fler mått, som inte räknas (delmål {join_sv(added)})")
    if removed:
        told.append(f"togs mått bort från målet, som ändå räknas (delmål {join_sv(removed)})")
    return join_sv(told)


def _bare(text: str) -> str:
    return text.strip().rstrip(".")


def _quoted(text: str) -> str:
    return f"”{_bare(text)}”"


def _day(day: date | None, missing: str) -> str:
    return date_sv(day) if day else missing


_NAMES = {
    "goal": "målets ord",
    "indicator": "måttet",
    "area_id": "området",
    "group_name": "gruppen",
    "direction": "riktningen",
    "baseline_from": "utgångslägets första dag",
    "baseline_to": "utgångslägets sista dag",
    "followup_from": "uppföljningens första dag",
    "followup_to": "uppföljningens sista dag",
    "least_change": "den lovade förändringen",
    "is_primary": "målets vikt",
    "part_of": "vad målet är delmål av",
    "locked_on": "dagen då regeln låses",
}

_TOLD_APART = ("parts", "good_answers", "rule_version")
_Said = Callable[[LockedRule, RuleNames], str]
_SAID: dict[str, _Said] = {
    "goal": lambda rule, names: _quoted(rule.goal),
    "indicator": lambda rule, names: f"”{names.indicator or rule.indicator}”",
    "area_id": lambda rule, names: names.area or rule.area_id or "hela kommunen",
    "group_name": lambda rule, names: f"”{rule.group_name}”" if rule.group_name else "alla svarande",
    "direction": lambda rule, names: f"”{rule.direction}”",
    "baseline_from": lambda rule, names: _day(rule.baseline_from, "36 månader före"),
    "baseline_to": lambda rule, names: _day(rule.baseline_to, "dagen före uppföljningen"),
    "followup_from": lambda rule, names: _day(rule.followup_from, "inte angiven"),
    "followup_to": lambda rule, names: _day(rule.followup_to, "inte angiven"),
    "least_change": lambda rule, names: _amount(rule) if rule.least_change else "ingen angiven storlek",
    "is_primary": lambda rule, names: "huvudmål" if rule.is_primary else "mål som inte avgör löftet",
    "part_of": lambda rule, names: rule.part_of or "inget annat mål",
    "parts": lambda rule, names: join_sv(list(rule.parts)) or "inga delmål",
    "good_answers": lambda rule, names: join_sv([_quoted(one) for one in rule.good_answers]) or "inga",
    "rule_version": lambda rule, names: rule.rule_version,
    "locked_on": lambda rule, names: date_sv(rule.locked_on),
}
