from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from pages.view.palette import VERDICTS
from pages.view.verdict_chip import data_uri, shape_rules, verdict_chip, verdict_svg, verdict_word


def test_each_verdict_has_its_own_shape() -> None:
    assert len({verdict_svg(verdict) for verdict in VERDICTS}) == 4


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_shape_is_well_formed_and_survives_as_an_address(verdict: str) -> None:
    svg = verdict_svg(verdict)
    uri = data_uri(svg)

    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert unquote(uri.removeprefix("data:image/svg+xml,")) == svg
    assert not set(uri) & set('"<>#')
    assert uri in shape_rules()


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_chip_says_its_verdict_in_words_too(verdict: str) -> None:
    assert f"<span>{verdict}</span>" in verdict_chip(verdict, "avslutat")
    assert 'class="lk-shape"' in verdict_chip(verdict, "avslutat")


def test_a_failure_in_an_open_period_is_one_so_far() -> None:
    assert verdict_word("Ej uppfyllt", "pågår") == "Ej uppfyllt (hittills)"
    assert verdict_word("Ej uppfyllt", "avslutat") == "Ej uppfyllt"
    assert verdict_word("På väg", "pågår") == "På väg"


def test_the_reason_stands_after_the_verdict() -> None:
    assert "Går inte att avgöra: ingen aktivitetslogg" in verdict_chip(
        "Går inte att avgöra", "avslutat", reason="ingen aktivitetslogg"
    )


def test_a_commitment_without_a_number_has_no_verdict() -> None:
    assert verdict_chip(None) == '<span class="lk-chip lk-none">Inget mål i siffror</span>'


def test_text_from_data_is_escaped() -> None:
    assert "<script>" not in verdict_chip("<script>alert(1)</script>")
    assert "<b>" not in verdict_chip("Uppfyllt", reason="<b>")
