"""Läget and Löftet in English: English around, Swedish only where it is marked as Swedish."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pages import store
from pages.view.english import (
    commitment_name,
    days_en,
    english_chip,
    goal_name,
    in_english,
    only_swedish,
    period_en,
    told_back,
)
from pages.view.english_clock import clock_en
from pages.view.english_section import EnglishPromise, english_nothing, english_promise, english_start
from tests.unit.pages.support import promise

SWEDISH = re.compile(r"[åäöÅÄÖ]|\b(och|att|inte|som|det|ska|polisen|kommunen|av|till)\b", re.IGNORECASE)
NAMES = ("Löfteskollen", "Exempelköping")
MANY = ("1263-2017", "9999-2026", "9999-2025")


class Spoken(HTMLParser):
    """The words of a page by the language that they are marked with."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.languages = ["sv"]
        self.said: dict[str, list[str]] = {"sv": [], "en": []}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.languages.append(dict(attrs).get("lang") or self.languages[-1])

    def handle_endtag(self, tag: str) -> None:
        self.languages.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.said[self.languages[-1]].append(data)


def told(promise_id: str) -> EnglishPromise:
    code = promise_id.split("-")[0]
    duties = store.duties(code)
    return EnglishPromise(
        promise=promise(promise_id),
        commitments=store.commitments(code, promise_id),
        goals=store.goals(code, promise_id),
        duties=duties[duties["promise_id"] == promise_id],
    )


def pages_of(promise_id: str) -> list[str]:
    code = promise_id.split("-")[0]
    rest = [row for row in store.promises(code).to_dict("records") if row["promise_id"] != promise_id]
    first = told(promise_id)
    name = str(first.promise["municipality_name"])
    start = english_start(name, first, rest, store.contacts(code), links={promise_id: "<p>Read on</p>"})
    return [start, english_promise(first)]


@pytest.mark.parametrize("promise_id", MANY)
def test_all_that_is_not_marked_as_swedish_is_english(served: Path, promise_id: str) -> None:
    for html in pages_of(promise_id):
        assert html.startswith('<div lang="en">')
        for words in Spoken(html).said["en"]:
            own = words
            for name in NAMES:
                own = own.replace(name, "")
            assert not SWEDISH.search(own), words


def test_the_register_is_quoted_in_swedish(served: Path) -> None:
    quoted = " ".join(Spoken(english_promise(told("1263-2017"))).said["sv"])

    assert "Medborgarlöfte 2017" in quoted
    assert "minst 4 000 polistimmar" in quoted
    assert "”Skadegörelsen ska minska.”" in quoted


def test_the_answers_stand_with_verdict_and_sentence(served: Path) -> None:
    html = english_promise(told("1263-2017"))

    assert "Did we do what we promised?" in html
    assert "Did it get better?" in html
    assert "Reported criminal damage offences increased during the promise year." in html
    assert "50% more criminal damage offences per inhabitant" in html
    assert ">Cannot be determined: no activity log<" in html
    assert ">Not met<" in html
    assert "This is about reported crime, not all crime that is committed." in html
    assert "Data up to 31 December 2025." in html


def test_the_start_names_its_parts_and_leads_on(served: Path) -> None:
    start = pages_of("1263-2017")[0]

    assert "How is the promise in Svedala going?" in start
    assert "At least 4,000 hours" in start
    assert "Reported criminal damage offences" in start
    assert "<p>Read on</p>" in start
    assert 'id="kontakt"' in start


def test_a_made_up_municipality_says_so_in_english(served: Path) -> None:
    for html in pages_of("9999-2026"):
        assert "Made-up municipality: everything about Exempelköping is made up" in html
    assert "Made-up" not in english_promise(told("1263-2017"))


def test_a_failure_so_far_is_one_so_far() -> None:
    assert "Not met (so far)" in english_chip("Ej uppfyllt", "pågår")
    assert ">Not met<" in english_chip("Ej uppfyllt", "avslutat")
    assert "No goal in figures" in english_chip(None)
    assert "lk-grey" in english_chip("Går inte att avgöra", reason="ingen aktivitetslogg")


def test_values_are_escaped_and_quotations_marked() -> None:
    assert in_english("a “<b>” c") == 'a “<span lang="sv">&lt;b&gt;</span>” c'
    assert "<script>" not in english_nothing("<script>")
    assert 'lang="en"' in only_swedish()


def test_the_clock_tells_each_period(served: Path) -> None:
    html = clock_en(promise("1263-2017"), told("1263-2017").duties)

    assert "Reported back to the inhabitants: 0 of 4 times on time." in html
    assert "Promised: every quarter to the inhabitants, through “" in html
    assert html.count('class="lk-mark lk-missing"') == 4
    assert "First quarter of 2017</strong><span>missing, was due on 15 May 2017" in html


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"status": "i tid", "given_on": pd.Timestamp("2026-04-28")}, "on time, 28 April 2026"),
        ({"status": "för sent", "given_on": pd.Timestamp("2026-05-16"), "days_late": 1}, "1 day late (16 May 2026)"),
        ({"status": "väntar"}, "pending, due on 15 May 2026"),
        ({"status": "kommande"}, "coming up, due on 15 May 2026"),
    ],
)
def test_every_status_has_english_words(served: Path, row: dict[str, Any], words: str) -> None:
    known = {
        "duty_id": "R1", "recipient": "kommunstyrelsen", "channel": None, "interval": None, "times_per_year": 4,
        "period": "2026-K1", "due": pd.Timestamp("2026-05-15"), "given_on": pd.NaT, "days_late": None,
    }  # fmt: skip
    html = clock_en(promise("9999-2026"), pd.DataFrame([{**known, **row}]))

    assert words in html
    assert 'Promised: at least 4 times a year to “<span lang="sv">kommunstyrelsen</span>”.' in html


def test_a_promise_that_promises_no_report_says_so() -> None:
    line = told_back({"feedback_required": None, "feedback_given": None, "feedback_latest": None})
    assert line == "The promise does not say how often the results are reported back to the inhabitants."


def test_names_of_parts() -> None:
    weekly = {"target": 1, "unit": "utsättningar", "interval": "vecka"}
    assert commitment_name(weekly) == "At least 1 briefing per week"
    assert commitment_name({"target": None, "unit": None, "interval": None}) == ""
    safe = {"measure": "enkät", "indicator": "enkat:trygg", "indicator_name": "Trygga", "area_name": "Bara"}
    assert goal_name(safe) == "People who feel safe in Bara"
    assert goal_name({**safe, "measure": "flera"}) == ""


def test_periods_in_english() -> None:
    codes = {"2017-K1": "first quarter of 2017", "2017-H2": "second half of 2017", "2017-03": "March 2017",
             "2017-V07": "week 7, 2017", "2017": "2017"}  # fmt: skip
    assert {code: period_en(code) for code in codes} == codes
    assert days_en("2017-01-01", "2017-12-31") == "2017"
    assert days_en("2017-01-01", None) == "from 1 January 2017"
    assert days_en(None, None) == ""
