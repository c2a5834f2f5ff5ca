"""One list of words: each once, in Swedish order, each with its own place in an address."""

import re

from etl.evaluate.glossary import BY_KEY, GLOSSARY, plain_key

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


def test_the_words_stand_in_swedish_order_and_each_once() -> None:
    order = [[ALPHABET.find(sign) for sign in term.word.casefold()] for term in GLOSSARY]

    assert order == sorted(order)
    assert len(BY_KEY) == len(GLOSSARY)


def test_every_word_has_a_place_that_an_address_can_name() -> None:
    assert all(re.fullmatch(r"ord-[a-z0-9-]*[a-z0-9]", term.anchor) for term in GLOSSARY)
    assert [plain_key(word) for word in ("phi (φ)", "åtagande", "hot spot", "prel.")] == [
        "phi", "atagande", "hot-spot", "prel",
    ]  # fmt: skip


def test_the_meanings_are_phrases_that_stand_in_a_table_and_on_a_page() -> None:
    for term in GLOSSARY:
        assert not term.meaning.endswith(".")
        assert "|" not in term.meaning
        assert len(term.meaning) > 15
