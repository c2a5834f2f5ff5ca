"""The glossary of README is the glossary of the method page, word for word."""

from etl.evaluate.glossary import BY_KEY, GLOSSARY, plain_key
from pages.view.explained import _IN_GLOSSARY, WORDS
from tests.unit.project.readme import section


def test_readme_has_every_word_with_the_same_meaning_and_no_other() -> None:
    listed = [line for line in section("## Ordlista").splitlines() if line.startswith("| ")]

    assert listed[1:] == [f"| {term.word} | {term.meaning} |" for term in GLOSSARY]


def test_what_is_explained_beside_a_figure_stands_in_the_glossary_too() -> None:
    assert {_IN_GLOSSARY.get(key, plain_key(key)) for key in WORDS} <= set(BY_KEY)
