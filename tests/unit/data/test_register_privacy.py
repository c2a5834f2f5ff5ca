"""No person can be found in the register: no names, telephone numbers, e-mail addresses, personal numbers."""

import re
from pathlib import Path

import pytest

from tests.unit.data.csv_tables import REGISTER

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
TELEPHONE = re.compile(r"(?:\+46|(?<![\d-])0\d{1,3})[ -]\d{2,3}(?:[ -]?\d{2,3}){1,2}(?![\d-])")
PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)")
PLACES = ("Svedala", "Svalöv", "Svenljunga", "Haninge")
# Two capitalised words in a row inside a sentence: in Swedish that is nearly always somebody's name.
TWO_NAMES = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé]+\b")
NOT_PEOPLE = {f"{word} {place}" for word in ("Medborgarlöfte", "För") for place in PLACES}

FILES = sorted(REGISTER.rglob("*.*"))


def people(text: str) -> set[str]:
    found = {m.group() for pattern in (EMAIL, TELEPHONE, PERSONAL_NUMBER) for m in pattern.finditer(text)}
    return found | ({m.group() for m in TWO_NAMES.finditer(text)} - NOT_PEOPLE)


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_person_in_the_register(path: Path) -> None:
    assert people(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kontakt: Kim Exempelsson",
        "ring 070-123 45 67",
        "ring +46 70 123 45 67",
        "kim@exempel.se",
        "19900101-0000",
    ],
)
def test_the_patterns_find_people(text: str) -> None:
    assert people(text)
