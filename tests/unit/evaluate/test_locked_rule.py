"""The rule of a goal: when it is locked, how it is told, and what counts as another rule."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from etl.evaluate.locked_rule import (
    Change,
    LockedRule,
    RuleNames,
    changed_text,
    changes,
    lock_day,
    not_locked_text,
    removed_text,
    rule_text,
)

RULE = LockedRule(
    goal="Skadegörelsen ska minska.",
    indicator="brott:skadegorelse",
    area_id=None,
    group_name=None,
    direction="minska",
    baseline_from=date(2015, 1, 1),
    baseline_to=date(2016, 12, 31),
    followup_from=date(2017, 1, 1),
    followup_to=date(2017, 12, 31),
    least_change=0.0,
    is_primary=True,
    part_of=None,
    parts=(),
    good_answers=(),
    rule_version="1.0",
    locked_on=date(2017, 1, 1),
)
SVEDALA = RuleNames(place="Svedala", indicator="Anmälda brott: skadegörelse", crime="skadegörelse")
JANUARY, OCTOBER, MAY = date(2017, 1, 1), date(2016, 10, 3), date(2017, 5, 2)


@pytest.mark.parametrize(
    ("agreed", "starts", "signed", "day"),
    [
        (None, JANUARY, None, JANUARY),
        (None, JANUARY, OCTOBER, OCTOBER),
        (None, JANUARY, MAY, JANUARY),
        (MAY, JANUARY, OCTOBER, JANUARY),
        (OCTOBER, JANUARY, None, OCTOBER),
        (None, None, OCTOBER, None),
        (MAY, None, None, MAY),
    ],
    ids=[
        "första dagen",
        "tidigare undertecknat",
        "senare undertecknat",
        "avtalad efter start",
        "avtalad före start",
        "ingen period",
        "bara avtalad",
    ],
)
def test_the_day_of_locking(agreed: date | None, starts: date | None, signed: date | None, day: date | None) -> None:
    assert lock_day(agreed=agreed, starts=starts, signed=signed) == day


def test_the_hash_is_that_of_canonical_json() -> None:
    canonical = (
        '{"area_id":null,"baseline_from":"2015-01-01","baseline_to":"2016-12-31","direction":"minska",'
        '"followup_from":"2017-01-01","followup_to":"2017-12-31","goal":"Skadegörelsen ska minska.",'
        '"good_answers":[],"group_name":null,'
        '"indicator":"brott:skadegorelse","is_primary":true,"least_change":0.0,"locked_on":"2017-01-01","part_of":null,'
        '"parts":[],"rule_version":"1.0"}'
    )
    assert RULE.hash == sha256(canonical.encode()).hexdigest()


OTHERS: dict[str, Any] = {
    "goal": "Annat",
    "indicator": "brott:ofredande",
    "area_id": "bara",
    "group_name": "kvinna",
    "direction": "öka",
    "baseline_from": date(2014, 1, 1),
    "baseline_to": None,
    "followup_from": date(2017, 2, 1),
    "followup_to": date(2018, 12, 31),
    "least_change": 10.0,
    "is_primary": False,
    "part_of": "M9",
    "parts": ("M2", "M3"),
    "good_answers": ("egen enkät, trygg: 4;5",),
    "rule_version": "1.1",
    "locked_on": date(2017, 3, 1),
}


def test_every_field_is_tried() -> None:
    assert set(OTHERS) == set(vars(RULE))


@pytest.mark.parametrize("field", OTHERS)
def test_every_field_is_part_of_the_rule(field: str) -> None:
    other = replace(RULE, **{field: OTHERS[field]})
    assert other.hash != RULE.hash
    names = replace(SVEDALA, indicator="Anmälda brott: ofredande") if field == "indicator" else SVEDALA
    [change] = changes(RULE, other, old_names=SVEDALA, new_names=names)
    assert change.field == field
    assert change.before != change.after
    assert changed_text((change,), locked_on=RULE.locked_on)


def test_the_same_rule_has_no_changes() -> None:
    assert changes(RULE, replace(RULE), old_names=SVEDALA, new_names=SVEDALA) == ()
    assert changed_text((), locked_on=RULE.locked_on) == ""


def test_changes_are_told_in_the_order_of_the_rule_with_the_locked_one_in_force() -> None:
    edited = replace(RULE, direction="öka", least_change=12.5)
    found = changes(RULE, edited, old_names=SVEDALA, new_names=SVEDALA)
    assert changed_text(found, locked_on=RULE.locked_on) == (
        "Efter start ändrades riktningen från ”minska” till ”öka” och den lovade förändringen från ingen angiven"
        " storlek till 12,5 procent; omdömet följer regeln som låstes 1 januari 2017."
    )


def test_areas_and_measures_are_called_by_their_names() -> None:
    edited = replace(RULE, indicator="brott:ofredande", area_id="bara")
    names = RuleNames(place="Svedala", indicator="Anmälda brott: ofredande", area="Bara")
    assert changes(RULE, edited, old_names=SVEDALA, new_names=names) == (
        Change(field="indicator", before="”Anmälda brott: skadegörelse”", after="”Anmälda brott: ofredande”"),
        Change(field="area_id", before="hela kommunen", after="Bara"),
    )


def test_a_new_method_is_not_called_an_edit() -> None:
    [method] = changes(RULE, replace(RULE, rule_version="1.1"), old_names=SVEDALA, new_names=SVEDALA)
    said = changed_text((method,), locked_on=RULE.locked_on)
    assert said == (
        "Sättet att bedöma har bytt version från 1.0 till 1.1; omdömet räknas på det nya sättet, men med målets låsta "
        "mått, riktning och perioder."
    )


SURVEY = {"indicator": "enkat:trygg", "direction": "öka"}


@pytest.mark.parametrize(
    ("fields", "names", "text"),
    [
        ({}, SVEDALA, "Anmälda skadegörelser i Svedala ska bli färre när 2017 jämförs med 2015–2016."),
        (
            {"least_change": 10.0},
            SVEDALA,
            "Anmälda skadegörelser i Svedala ska bli minst 10 procent färre när 2017 jämförs med 2015–2016.",
        ),
        (
            {"direction": "upprätthålla", "baseline_from": None, "baseline_to": None},
            SVEDALA,
            "Anmälda skadegörelser i Svedala ska inte bli fler när 2017 jämförs med de 36 månaderna före.",
        ),
        (
            {"area_id": "bara", "is_primary": False},
            RuleNames(place="Svedala", area="Bara"),
            "Anmälda skadegörelser i Bara ska bli färre när 2017 jämförs med 2015–2016; målet avgör inte om löftet är "
            "uppfyllt.",
        ),
        (
            SURVEY,
            SVEDALA,
            "Andelen som känner sig trygga i Svedala ska öka när 2017 jämförs med 2015–2016.",
        ),
        (
            {**SURVEY, "group_name": "kvinna", "least_change": 5.0},
            SVEDALA,
            "Andelen som känner sig trygga (kvinna) i Svedala ska öka med minst 5 procentenheter när 2017 jämförs med "
            "2015–2016.",
        ),
        (
            {**SURVEY, "direction": "upprätthålla"},
            SVEDALA,
            "Andelen som känner sig trygga i Svedala ska inte försämras när 2017 jämförs med 2015–2016.",
        ),
        (
            {"indicator": "enkat:totalindex"},
            RuleNames(place="Svedala", indicator="totalindex"),
            "Totalindex i Svedala ska minska när 2017 jämförs med 2015–2016.",
        ),
        ({"indicator": "ingen"}, SVEDALA, "Målet ”Skadegörelsen ska minska” har inget mått och bedöms inte i siffror."),
        (
            {"indicator": "ingen", "parts": ("M2", "M3")},
            SVEDALA,
            "Målet ”Skadegörelsen ska minska” bedöms genom sina delmål.",
        ),
        (
            {"indicator": "ingen", "parts": ("M2",)},
            SVEDALA,
            "Målet ”Skadegörelsen ska minska” bedöms genom sitt delmål.",
        ),
        (
            {"parts": ("M2", "M3")},
            SVEDALA,
            "Anmälda skadegörelser i Svedala ska bli färre när 2017 jämförs med 2015–2016; målet har också 2 delmål.",
        ),
        ({"followup_from": None, "followup_to": None}, SVEDALA, "Anmälda skadegörelser i Svedala ska bli färre."),
        (
            {"baseline_from": None},
            SVEDALA,
            "Anmälda skadegörelser i Svedala ska bli färre när 2017 jämförs med de 36 månaderna till och med "
            "31 december 2016.",
        ),
        (
            {"baseline_to": None},
            SVEDALA,
            "Anmälda skadegörelser i Svedala ska bli färre när 2017 jämförs med tiden dessförinnan från 1 januari "
            "2015.",
        ),
    ],
)
def test_the_rule_in_one_sentence(fields: dict[str, Any], names: RuleNames, text: str) -> None:
    assert rule_text(replace(RULE, **fields), names) == text


def test_what_is_said_before_it_is_locked() -> None:
    begins = "Regeln är inte låst än: den låses 1 januari 2017, när löftet börjar."
    assert not_locked_text(JANUARY, starts=JANUARY) == begins
    assert not_locked_text(OCTOBER, starts=JANUARY) == "Regeln är inte låst än: den låses 3 oktober 2016."
    assert not_locked_text(None, starts=None) == (
        "Regeln är inte låst: den låses när löftet börjar, och löftets period är inte angiven."
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((), ("M2",), "fick målet fler mått, som inte räknas (delmål M2)"),
        (("M2", "M3"), (), "togs mått bort från målet, som ändå räknas (delmål M2 och M3)"),
        (
            ("M2",),
            ("M3",),
            "fick målet fler mått, som inte räknas (delmål M3) och togs mått bort från målet, som ändå räknas "
            "(delmål M2)",
        ),
    ],
)
def test_measures_that_came_or_went(before: tuple[str, ...], after: tuple[str, ...], told: str) -> None:
    old, new = replace(RULE, parts=before), replace(RULE, parts=after)
    found = changes(old, new, old_names=SVEDALA, new_names=SVEDALA)
    assert changed_text(found, locked_on=JANUARY) == (
        f"Efter start {told}; omdömet följer regeln som låstes 1 januari 2017."
    )


def test_of_good_answers_it_is_said_that_the_new_ones_are_counted() -> None:
    old, new = (replace(RULE, good_answers=(f"egen enkät, trygg: {good}",)) for good in ("4;5", "3;4;5"))
    said = changed_text(changes(old, new, old_names=SVEDALA, new_names=SVEDALA), locked_on=JANUARY)
    assert said == (
        "Efter start ändrades vilka svar som räknas som bra från ”egen enkät, trygg: 4;5” till ”egen enkät, trygg: "
        "3;4;5”; andelarna och omdömet räknas på de svar som registret nu säger, inte på dem som låstes."
    )


def test_what_is_said_of_a_goal_that_is_taken_away() -> None:
    assert removed_text(locked_on=JANUARY) == (
        "Efter start togs målet bort ur registret; omdömet följer regeln som låstes 1 januari 2017."
    )
