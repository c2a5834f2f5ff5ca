"""What a survey shows, in words: the latest wave, how sure it is, and the groups."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.sentences_safety import (
    CAUTION,
    NEVER_JUDGED,
    OPEN_SURVEY,
    Wave,
    WaveContext,
    group_claim,
    is_clear,
    tell_wave,
)
from tests.unit.evaluate.strategies import CALM

LATEST = Wave(name="2025", value=67.0, low=63.7, high=70.2)


def context(latest: Wave = LATEST, before: Wave | None = None, **more: object) -> WaveContext:
    names = {"indicator": "enkat:trygg", "indicator_name": "Känner sig trygga", "place": "Svedala"}
    return WaveContext(**(names | {"latest": latest, "before": before} | more))  # type: ignore[arg-type]


def test_a_clear_change() -> None:
    told = tell_wave(context(before=Wave(name="2024", value=54.3, low=50.7, high=57.8)))

    assert told.sentence == (
        "67 procent av de svarande i Svedala känner sig trygga i mätningen 2025. Eftersom alla inte har tillfrågats "
        "ligger andelen bland invånarna troligen mellan 64 och 70 procent. Ökningen från 54 procent 2024 är större än "
        "vad slumpen i urvalet kan ge."
    )
    assert told.claim == "Fler i Svedala känner sig trygga 2025 än 2024"
    assert told.caution == CAUTION


def test_a_change_within_chance_is_no_change() -> None:
    told = tell_wave(context(before=Wave(name="2024", value=64.0, low=60.0, high=68.0)))

    assert "Ökningen från 64 procent 2024 är inte större än vad slumpen i urvalet kan ge." in told.sentence
    assert told.claim == "67 procent i Svedala känner sig trygga, ingen tydlig förändring sedan 2024"


def test_the_same_in_whole_percent_is_about_as_many() -> None:
    told = tell_wave(context(before=Wave(name="2024", value=67.2, low=64.0, high=70.0)))

    assert told.sentence.endswith("Andelen var ungefär lika stor 2024.")


def test_fewer() -> None:
    told = tell_wave(context(before=Wave(name="2024", value=80.0, low=77.0, high=83.0)))

    assert told.claim == "Färre i Svedala känner sig trygga 2025 än 2024"
    assert "Minskningen från 80 procent 2024 är större än" in told.sentence


def test_the_first_wave() -> None:
    told = tell_wave(context())

    assert told.sentence.endswith("Det finns ingen tidigare mätning att jämföra med.")
    assert told.claim == "67 procent i Svedala känner sig trygga (2025)"


def test_a_published_share_without_a_number_of_answers() -> None:
    told = tell_wave(context(Wave(name="2017", value=48.0), Wave(name="2016", value=40.0)))

    assert told.sentence == (
        "48 procent av de svarande i Svedala känner sig trygga i mätningen 2017, mot 40 procent 2016. Antalet svarande "
        "är inte publicerat, så det går inte att säga om skillnaden är större än vad slumpen i urvalet kan ge."
    )
    assert told.caution == ""
    assert tell_wave(context(Wave(name="2017", value=48.0))).sentence.endswith(
        "Antalet svarande är inte publicerat, så det går inte att säga hur säker siffran är."
    )
    assert is_clear(context(Wave(name="2017", value=48.0), Wave(name="2016", value=40.0))) is None


def test_an_open_survey_says_nothing_of_the_inhabitants() -> None:
    told = tell_wave(context(before=Wave(name="2024", value=20.0, low=18.0, high=22.0), method="webb öppen"))

    assert told.sentence == (
        f"67 procent av de svarande i Svedala känner sig trygga i mätningen 2025, mot 20 procent 2024. {OPEN_SURVEY}"
    )
    assert told.claim == "67 procent i Svedala känner sig trygga (2025)"
    assert "troligen" not in told.sentence


def test_an_index_is_told_and_never_judged() -> None:
    told = tell_wave(
        context(
            Wave(name="2022", value=1.73), Wave(name="2021", value=1.78), indicator="enkat:totalindex",
            indicator_name="Totalindex i trygghetsmätningen", unit="index 0–6", high_is_good=False,
        )
    )  # fmt: skip

    assert told.sentence == (
        "Totalindex i trygghetsmätningen i Svedala var 1,73 i mätningen 2022, på en skala från 0 till 6 där lågt är "
        f"bra; i mätningen 2021 var det 1,78. {NEVER_JUDGED}"
    )
    assert told.claim == "Totalindex i trygghetsmätningen i Svedala: 1,73 (2022)"


def test_later_waves_that_are_hidden_are_named() -> None:
    told = tell_wave(context(hidden="Svaren i mätningen 2026 visas inte: färre än 30 svar."))

    assert told.sentence.endswith("Svaren i mätningen 2026 visas inte: färre än 30 svar.")


def test_a_question_without_words_of_its_own() -> None:
    before = Wave(name="2024", value=20.0, low=18.0, high=22.0)
    told = tell_wave(context(before=before, indicator="enkat:nytt", indicator_name="Nytt mått"))

    assert "svarar så på ”Nytt mått”" in told.sentence
    assert told.claim == "Nytt mått: 67 procent 2025, högre än 2024"


@pytest.mark.parametrize(
    ("kind", "a", "b", "gap", "clear", "claim"),
    [
        ("kön", "kvinnor", "män", -20.0, True, "Färre kvinnor än män känner sig trygga"),
        ("område", "Norrby", "Centrum", 12.0, True, "Fler i Norrby än i Centrum känner sig trygga"),
        ("ålder", "30–49", "65–84", 15.0, True, "Fler i åldern 30–49 år än i åldern 65–84 år känner sig trygga"),
        ("ålder", "30–49", "65–84", 15.0, False, "Ingen tydlig skillnad mellan åldrarna 30–49 år och 65–84 år"),
        ("kön", "kvinnor", "män", -1.0, False, "Ingen tydlig skillnad mellan kvinnor och män"),
    ],
)
def test_groups(kind: str, a: str, b: str, gap: float, clear: bool, claim: str) -> None:
    assert group_claim(kind, "enkat:trygg", "Känner sig trygga", a, b, gap, clear=clear) == claim


@st.composite
def waves(draw: st.DrawFn, name: str) -> Wave:
    value = draw(st.floats(0, 100))
    if draw(st.booleans()):
        return Wave(name=name, value=value)
    # Published limits are rounded, also past their own value.
    return Wave(name=name, value=value, low=float(int(value * 0.9)), high=float(min(100, int(value * 1.1))))


@given(
    waves("2025"),
    st.none() | waves("2024"),
    st.sampled_from(["procent", "index 0–6"]),
    st.sampled_from(["", "webb öppen"]),
)
@CALM
def test_every_wave_can_be_told_and_more_is_never_called_fewer(
    latest: Wave, before: Wave | None, unit: str, method: str
) -> None:
    asked = context(latest, before, unit=unit, method=method)
    told = tell_wave(asked)

    assert not re.search(r"None|nan|\.\.|  ", told.sentence + told.claim)
    assert is_clear(asked) in (None, True, False)
    if before and told.claim.startswith("Fler"):
        assert latest.value > before.value
    if before and told.claim.startswith("Färre"):
        assert latest.value < before.value
    assert ("troligen" in told.sentence) == (unit == "procent" and latest.low is not None and method == "")
