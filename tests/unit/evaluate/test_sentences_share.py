"""What is copied to a web page or a post says what the page says: the same sentences, never without their caution."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.sentences_share import (
    FIRST_LINE_SIGNS,
    INSTAGRAM_SIGNS,
    LINK,
    MADE_UP,
    Shared,
    facebook_text,
    instagram_text,
    posts,
    web_text,
)
from etl.evaluate.wording import CRIME_CAUTION

SENTENCE = (
    "De anmälda skadegörelserna i Svedala var 34 procent fler per invånare 2017 än 2014–2016, och det är mer än de "
    "vanliga svängningarna mellan åren."
)
SVEDALA = Shared(
    place="Svedala",
    headline="Anmälda skadegörelser blev fler under löftesåret",
    brief=("Anmälda skadegörelser i Svedala blev 34 procent fler.",),
    parts=(SENTENCE,),
    caution="Siffran visar anmälda brott, inte alla brott som begås. Fler anmälningar kan också betyda att fler "
    "anmäler. Spridningen mellan månaderna (φ 2,8) och mellan åren (τ 0,10) är antagen.",
    chart="Svedala kommun, anmälda brott per år och 100 000 invånare, 2010–2025",
    source="Brå (SOL), folkmängd SCB",
    data_through=date(2025, 12, 31),
)


def test_the_text_for_the_web_page() -> None:
    assert web_text(SVEDALA).split("\n\n") == [
        "Anmälda skadegörelser blev fler under löftesåret",
        SENTENCE,
        "Siffran visar anmälda brott, inte alla brott som begås. Fler anmälningar kan också betyda att fler anmäler.",
        "Diagrammet: Svedala kommun, anmälda brott per år och 100 000 invånare, 2010–2025.",
        "Uppgifter till och med 31 december 2025. Källa: Brå (SOL), folkmängd SCB.",
        f"Läs mer: {LINK}",
    ]


def test_instagram_begins_short_and_has_no_address() -> None:
    text = instagram_text(SVEDALA)

    assert text.startswith("Anmälda skadegörelser i Svedala blev 34 procent fler.\n\n")
    assert text.endswith("\n\n#medborgarlöfte #svedala")
    assert LINK not in text
    assert "http" not in text


def test_instagram_names_the_site_of_a_source_and_not_its_whole_address() -> None:
    source = "http://www.svalov.se/arkiv/2020-12-21-sida.html; Brå, anmälda brott; https://svedala.se"
    text = instagram_text(Shared(place="Svalöv", headline="Fler är trygga", source=source))

    assert "Källa: svalov.se; Brå, anmälda brott; svedala.se." in text


def test_facebook_ends_with_the_address() -> None:
    assert facebook_text(SVEDALA).endswith(f"\n\nSe hur vi vet det: {LINK}")


@pytest.mark.parametrize("post", posts(SVEDALA), ids=lambda post: post.where)
def test_every_text_has_sentence_caution_date_and_source(post: object) -> None:
    text = post.text  # type: ignore[attr-defined]

    for words in (SENTENCE, "inte alla brott som begås", "31 december 2025", "Brå (SOL), folkmängd SCB"):
        assert words in text
    assert "φ" not in text
    assert "τ" not in text


def test_reported_crime_is_never_told_without_what_it_is() -> None:
    bare = Shared(place="Svalöv", headline="Anmälda stölder 2024", parts=("Det anmäldes 41 stölder.",))

    assert all(post.text.count(CRIME_CAUTION) == 1 for post in posts(bare))


def test_a_survey_carries_no_words_about_crime() -> None:
    safe = Shared(place="Svalöv", headline="Fler känner sig trygga", parts=("57 procent känner sig trygga.",))

    assert not any("brott" in post.text for post in posts(safe))


def test_made_up_figures_say_so_wherever_they_end_up() -> None:
    made_up = Shared(place="Exempelköping", headline="Fler känner sig trygga", is_fictitious=True)

    assert all(MADE_UP in post.text for post in posts(made_up))


def test_a_headline_too_long_for_the_first_line_stands_below_a_shorter_one() -> None:
    long = Shared(place="Svalöv", headline="Tryggheten " + "är som den var " * 12)
    text = facebook_text(long)

    assert text.startswith("Så går det med medborgarlöftet i Svalöv.\n\nTryggheten är")


words = st.text(st.sampled_from("abcdefghijklåäö  "), min_size=1, max_size=900).map(str.strip).filter(bool)


@given(parts=st.lists(words, max_size=6), headline=words, caution=words, brief=st.lists(words, max_size=2))
def test_a_post_fits_and_keeps_what_must_be_said(
    parts: list[str], headline: str, caution: str, brief: list[str]
) -> None:
    shared = Shared(
        place="Svalöv",
        headline=headline,
        brief=brief,
        parts=parts,
        caution=caution,
        source="polisens trygghetsmätning",
        data_through=date(2024, 5, 31),
    )
    text = instagram_text(shared)

    assert len(text) <= INSTAGRAM_SIGNS
    assert len(text.split("\n")[0]) <= FIRST_LINE_SIGNS
    assert caution.rstrip(".") in text
    assert "Källa: polisens trygghetsmätning." in text
    assert "31 maj 2024" in text.replace("\u00a0", " ")


@given(parts=st.lists(words, max_size=4), figures=st.lists(st.integers(0, 99999), max_size=4))
def test_no_figure_is_told_that_was_not_given(parts: list[str], figures: list[int]) -> None:
    shared = Shared(
        place="Svalöv", headline="Tryggheten", parts=[*parts, *(f"Värdet är {n}." for n in figures)], source="enkät"
    )
    told = {int(n) for post in posts(shared) for n in re.findall(r"\d+", post.text)}

    assert told <= set(figures)
