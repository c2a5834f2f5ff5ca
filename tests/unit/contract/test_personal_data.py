"""Personal data are found; dates, diary numbers, coordinates and counts are not."""

import re
from datetime import date
from itertools import pairwise

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract.personal_data import CANDIDATE_PATTERN, FindingKind, find_personal_data, mask

_CANDIDATE = re.compile(CANDIDATE_PATTERN)


def _check_digit(nine: str) -> str:
    doubled = [int(d) * (2 if place % 2 == 0 else 1) for place, d in enumerate(nine)]
    return str(-sum(d // 10 + d % 10 for d in doubled) % 10)


# Skatteverket's own test numbers, and numbers made here from a day and a check digit.
@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("811228-9874", "personnummer", "811228-9874"),
        ("811218-9876", "personnummer", "811218-9876"),
        ("8112289874", "personnummer", "8112289874"),
        ("19811228-9874", "personnummer", "19811228-9874"),
        ("198112289874", "personnummer", "198112289874"),
        ("811228+9874", "personnummer", "811228+9874"),
        ("811228–9874", "personnummer", "811228–9874"),
        ("811228 - 9874", "personnummer", "811228 - 9874"),
        ("811228 9874", "personnummer", "811228 9874"),
        ("Pojken (811228-9874) sågs.", "personnummer", "811228-9874"),
        ("pnr811228-9874", "personnummer", "811228-9874"),
        ("701063-2391", "samordningsnummer", "701063-2391"),
        ("19701063-2391", "samordningsnummer", "19701063-2391"),
        ("850101-TF12", "tillfälligt nummer", "850101-TF12"),
        ("19850101-T123", "tillfälligt nummer", "19850101-T123"),
        ("850101-r123", "tillfälligt nummer", "850101-r123"),
        ("070-123 45 67", "telefonnummer", "070-123 45 67"),
        ("0701234567", "telefonnummer", "0701234567"),
        ("070 123 45 67", "telefonnummer", "070 123 45 67"),
        ("073-1234567", "telefonnummer", "073-1234567"),
        ("+46 70 123 45 67", "telefonnummer", "+46 70 123 45 67"),
        ("+46(0)70-123 45 67", "telefonnummer", "+46(0)70-123 45 67"),
        ("0046701234567", "telefonnummer", "0046701234567"),
        ("040-12 34 56", "telefonnummer", "040-12 34 56"),
        ("08-123 456 78", "telefonnummer", "08-123 456 78"),
        ("0411-123 45", "telefonnummer", "0411-123 45"),
        ("08 123 45 67", "telefonnummer", "08 123 45 67"),
        ("tfn:010-567 12 34.", "telefonnummer", "010-567 12 34"),
        ("anna.andersson@example.se", "e-postadress", "anna.andersson@example.se"),
        ("Skriv till åsa+1@post.example.com!", "e-postadress", "åsa+1@post.example.com"),
    ],
)
def test_found(text: str, kind: str, part: str) -> None:
    found = find_personal_data(text)
    assert [(f.kind, text[f.start : f.end]) for f in found] == [(kind, part)]
    assert _CANDIDATE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "2017-03-31",
        "20170331",
        "170331",
        "31/3 2017",
        "08-12-2017",
        "03-04-2017",
        "A032.187/2022-483",
        "KS 384-2021",
        "5000-K1234567-17",
        "dnr 2022-123456-7",
        "SFS 2023:196",
        "811228-9875",
        "811328-9874",
        "811232-9874",
        "556677-8899",
        "201703311830",
        "55.507123, 13.240456",
        "55,5071231234, 13,2404561234",
        "6152345, 400123",
        "6152345.123 400123.456",
        "12345678",
        "4 000 timmar",
        "1 999 svar av 74 400",
        "1 234 567",
        "kl 08:30–16:00",
        "Öppet 08-16, 08-12 13-17",
        "08.30-09.30",
        "114 14",
        "112 eller 1177",
        "020-12 34 56",
        "0771-14 14 00",
        "0136 Haninge, 1263 Svedala",
        "0136-2019-A1",
        "1263-2017-M1",
        "https://www.svedala.se/dokument/0701234567/040-123456",
        "https://example.se/?id=0701234567",
        "2014, 2015, 2016",
        "101–149 av 500",
        "550e8400-e29b-41d4-a716-446655440000",
        "@trygghet och snabel-a @ i text",
    ],
)
def test_not_found(text: str) -> None:
    assert find_personal_data(text) == ()
    assert mask(text) == text


def test_several_in_one_text() -> None:
    text = "Ring 070-123 45 67/040-12 34 56 eller skriv till a@b.se om 811228-9874"
    assert [f.kind for f in find_personal_data(text)] == [
        FindingKind.TELEPHONE,
        FindingKind.TELEPHONE,
        FindingKind.EMAIL,
        FindingKind.PERSONAL_NUMBER,
    ]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Pojken (811228-9874) sågs", "Pojken (••••••-••••) sågs"),
        ("mejla a.b@c.se nu", "mejla •.•@•.•• nu"),
        ("070-123 45 67", "•••-••• •• ••"),
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(
    day=st.dates(date(1925, 1, 1), date(2023, 12, 31)),
    serial=st.integers(0, 999),
    shift=st.sampled_from([0, 60]),
    century=st.booleans(),
    separator=st.sampled_from(["-", "+", "", "–", " ", " - "]),
    before=st.sampled_from(["", "Eleven ", "(", "pnr:", "å", "\n", "4, "]),
    after=st.sampled_from(["", " sågs", ")", ".", ", och", "\n"]),
)
def test_every_personal_number_is_found(
    day: date, serial: int, shift: int, century: bool, separator: str, before: str, after: str
) -> None:
    nine = f"{day:%y%m}{day.day + shift:02}{serial:03}"
    number = (f"{day:%Y}"[:2] if century else "") + nine[:6] + separator + nine[6:] + _check_digit(nine)
    text = before + number + after
    found = find_personal_data(text)
    assert [text[f.start : f.end] for f in found] == [number]
    assert not re.search(r"\d", mask(text).removeprefix(before))


_PIECES = st.sampled_from(
    [
        "811228",
        "701063",
        "0",
        "07",
        "070",
        "08",
        "+46",
        "0046",
        "-",
        "–",
        " ",
        "\u00a0",
        "/",
        "(0)",
        "(",
        ")",
        ".",
        ",",
        "9874",
        "2391",
        "123",
        "45",
        "67",
        "T",
        "TF",
        "R",
        "12",
        "@",
        "a",
        "se",
        "å",
        "://",
        "=",
        "19",
        "20",
        "1",
    ]
)


@given(st.text() | st.lists(_PIECES, max_size=12).map("".join))
def test_every_finding_is_a_candidate_and_masking_hides_it(text: str) -> None:
    found = find_personal_data(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(mask(text)) == len(text)
    if found:
        assert _CANDIDATE.search(text)
    for finding in found:
        assert not any(c.isalnum() for c in mask(text)[finding.start : finding.end])


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        ("811228-9874", True),
        ("811228–9874", True),
        ("850101-TF12", True),
        ("+46 70 123 45 67", True),
        ("040-12 34 56", True),
        ("0701234567", True),
        ("åsa@example.se", True),
        ("Trygghetsvandring i Bara", False),
        ("4 000 timmar 2017-03-31", False),
        ("1263-2017-A1", False),
        ("0136-2019-A1", False),
        ("KS 384-2021", False),
    ],
)
def test_the_candidate_pattern_in_duckdb(text: str, candidate: bool) -> None:
    with duckdb.connect() as connection:
        answer = connection.execute("select regexp_matches(?, ?)", [text, CANDIDATE_PATTERN]).fetchone()
    assert answer == (candidate,)
