"""The method page says what is computed: its numbers come from the rule, its words from one glossary."""

import re
from pathlib import Path

import pandas as pd

from etl.evaluate.crime_goal import LEAST_BASE
from etl.evaluate.glossary import GLOSSARY
from etl.evaluate.verdict import Verdict
from pages import store
from pages.view.explained import PHI, WORDS, explained
from pages.view.method_lists import breaks_html, disclosure_html, glossary_html, sources_html
from pages.view.method_words import limits_html, rule_html, verdicts_html


def test_the_four_verdicts_with_their_shapes() -> None:
    html = verdicts_html()

    assert all(f"<span>{verdict.value}</span>" in html for verdict in Verdict)
    assert html.count("lk-shape") == 4


def test_the_rule_names_its_own_limits() -> None:
    assert f"färre än {LEAST_BASE} anmälningar" in rule_html()
    assert f"minst {LEAST_BASE}<" in limits_html() or f"minst {LEAST_BASE} " in limits_html()
    assert "mer än 45 dagar" in rule_html()


def test_every_limit_of_disclosure_control_is_printed(served: Path) -> None:
    thresholds = store.thresholds()
    html = disclosure_html(thresholds)

    assert len(thresholds) > 0
    assert all(explanation in html for explanation in thresholds["explanation"])
    assert "Gränserna:" not in disclosure_html(thresholds.head(0))


def test_every_source_with_its_terms(served: Path) -> None:
    html = sources_html(store.sources())

    assert "Brottsförebyggande rådet (Brå)" in html
    assert "Får användas fritt om källan Brå anges." in html


def test_one_change_in_several_series_is_told_once(served: Path) -> None:
    once = store.series_breaks()
    twice = once.assign(series="Brå per kommun och månad")

    assert breaks_html(pd.concat([once, twice])).count("<li>") == len(once)


def test_every_word_of_the_glossary_can_be_linked_to() -> None:
    html = glossary_html()
    ids = re.findall(r'id="([^"]+)"', html)

    assert ids == [term.anchor for term in GLOSSARY]
    assert len(ids) == len(set(ids))


def test_a_word_beside_a_figure_leads_to_the_glossary() -> None:
    html = explained([PHI])

    assert 'href="./metod#ord-phi"' in html
    assert WORDS[PHI][1] in html
    assert explained([]) == ""


def test_every_explained_word_leads_to_a_place_that_exists() -> None:
    places = set(re.findall(r"#(ord-[a-z-]+)", explained(WORDS)))

    assert len(places) == len(WORDS)
    assert places <= {term.anchor for term in GLOSSARY}
