"""A correction is always told; its figures only when the series that it is about was never one that hides anything."""

import json
from typing import Any

import pytest

from etl.build.reference import read_reference
from etl.publish.correction_gate import gate_corrections, open_series
from etl.publish.crime_types import crime_types

GOALS = [{"goal_id": "M1", "goal": "Klottret ska minska."}]
BRA, POLICE = "Brå, anmälda brott", "polisen, påhittad"
SENTENCE = "Antalet anmälda klotterbrott i Exempelköping maj 2022 ändrades från 2 till 7."


def correction(concerns: str = "siffra", key: str = "M1", cause: str = "ändrade uppgifter", **more: Any) -> Any:
    return {
        "municipality_code": "9999", "concerns": concerns, "concerns_id": key, "cause": cause, "before": "2",
        "after": "7", "sentence": SENTENCE, "about": None, **more,
    }  # fmt: skip


def about(series_id: str, *periods: str, indicator: str = "brott:klotter", **more: Any) -> str:
    said = {"indicator": indicator, "area_id": None, "group_name": None, "series_id": series_id, "periods": periods}
    return json.dumps(said | more)


def wave(**more: Any) -> dict[str, Any]:
    return {
        "municipality_code": "9999", "indicator": "enkat:trygg", "series_id": "NTU", "wave": None, "year": 2024,
        "published": True, "group_kind": "alla", "area_id": None, "value": 61.5, **more,
    }  # fmt: skip


def gate(row: Any, survey: list[Any] | None = None) -> Any:
    types = crime_types(read_reference().tables["brottstyper"])
    (told,) = gate_corrections([row], GOALS, {"A1"}, open_series(types, survey or []))
    return told


def test_figures_of_an_unknown_series_are_left_out_and_the_fact_stays() -> None:
    assert gate(correction()) == correction(
        before=None,
        after=None,
        sentence="Siffror bakom målet ”Klottret ska minska” har ändrats. De visas inte, för att skydda små tal.",
    )
    assert gate(correction(key="borttaget"))["sentence"].startswith("Siffror bakom ett av målen har ändrats.")


@pytest.mark.parametrize(
    "said",
    [
        about(f"{POLICE} · månad", "2022-05"),
        about(f"{POLICE} · månad", "2022-05", indicator="brott:total"),
        about(f"{BRA} · månad", "2022-05", area_id="N"),
        about(f"{BRA} · kvartal", "2022-K2", area_id="N"),
        about("folkmängd", "2022", indicator="folkmangd", area_id="N"),
    ],
)
def test_figures_of_a_series_that_may_hide_are_left_out_whatever_the_goal_looks_at_now(said: str) -> None:
    told = gate(correction(about=said))
    assert (told["before"], told["after"]) == (None, None)
    assert not any(sign in told["sentence"] for sign in "27")


@pytest.mark.parametrize(
    "said",
    [
        about(f"{BRA} · månad", "2022-05", "2022-12", indicator="brott:total"),
        about(f"{POLICE} · kvartal", "2022-K2"),
        about(f"{POLICE} · år", "2022"),
        about("folkmängd", "2022", indicator="folkmangd"),
    ],
)
def test_figures_of_a_series_that_is_always_exact_are_told(said: str) -> None:
    assert gate(correction(about=said)) == correction(about=said)


def test_of_surveys_only_what_others_have_published_is_told() -> None:
    said = correction(about=about("NTU", "2024", indicator="enkat:trygg"))
    assert gate(said, [wave()]) == said
    for hidden in (wave(published=False), wave(value=None), wave(area_id="N"), wave(year=2023)):
        assert gate(said, [hidden])["before"] is None
    group = correction(about=about("NTU", "2024", indicator="enkat:trygg", group_name="kvinnor"))
    assert gate(group, [wave()])["before"] is None


def test_less_work_than_was_said_is_told() -> None:
    assert gate(correction(key="A1", before="12 timmar")) == correction(key="A1", before="12 timmar")


def test_a_new_verdict_is_told_and_an_estimate_of_an_unknown_series_is_not() -> None:
    moved = correction("mål", before="På väg", after="Uppfyllt")
    assert gate(moved) == moved
    estimate = gate(correction("mål", cause="ändrad regel", before="3,5 procent", after="4 procent"))
    assert (estimate["before"], estimate["after"]) == (None, None)
    assert estimate["sentence"] == (
        "Beräkningen bakom målet ”Klottret ska minska” har ändrats. Talen visas inte, för att skydda små tal."
    )


def test_a_change_of_the_register_is_always_told() -> None:
    edited = correction("mål", cause="ändrat register", before="till 2025", after="till 2026")
    for row in (edited, correction("löfte", "L"), correction("åtagande", "A9")):
        assert gate(row) == row
