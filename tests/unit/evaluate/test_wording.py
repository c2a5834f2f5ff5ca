"""Every word a sentence can need is there, and the reference tables have words of their own."""

import csv

import pytest

from etl.evaluate.sentences import headline, reason_text, undecided_reason, verdict_words
from etl.evaluate.verdict import Judgement, Leaning, Reason, Verdict, undecidable
from etl.evaluate.wording import crime_words, unit_word, who
from tests.support import ROOT


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_phrase(reason: Reason) -> None:
    assert reason_text(reason)[0].islower()
    assert not reason_text(reason).endswith(".")


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        (Reason.NO_ACTIVITY_LOG, "Går inte att avgöra: ingen aktivitetslogg"),
        (Reason.NO_DATA, "Går inte att avgöra: inga uppgifter"),
        (Reason.N_NOT_PUBLISHED, "Går inte att avgöra: antal svarande är inte publicerat"),
    ],
)
def test_what_the_screen_shows(reason: Reason, shown: str) -> None:
    assert headline(undecidable(reason)) == shown
    assert undecided_reason(undecidable(reason)) == shown.removeprefix("Går inte att avgöra: ")


def test_so_far_is_wording_only() -> None:
    behind = Judgement(verdict=Verdict.NOT_MET, reason_code=Reason.BEHIND_PACE, open_period=True)
    assert verdict_words(behind) == "Ej uppfyllt (hittills)"
    assert behind.verdict == "Ej uppfyllt"


def test_the_leaning_is_told() -> None:
    assert reason_text(Reason.WITHIN_CHANCE, Leaning.DECREASE) == "pekar mot minskning"
    assert reason_text(Reason.WITHIN_CHANCE) == "inget tydligt"


@pytest.mark.parametrize(
    ("count", "unit", "word"),
    [
        (1, "timmar", "timme"),
        (2, "timmar", "timmar"),
        (1, "uppstartsmöten för grannsamverkan", "uppstartsmöte för grannsamverkan"),
        (1, "trygghetsundersökningar", "trygghetsundersökning"),
        (1, "utvärderingar", "utvärdering"),
        (1, "något okänt", "något okänt"),
    ],
)
def test_units_in_the_singular(count: int, unit: str, word: str) -> None:
    assert unit_word(count, unit) == word


def test_indicators_that_can_be_decided_on_have_their_phrase() -> None:
    with (ROOT / "data" / "reference" / "indikatorer.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for row in rows:
        if row["indikator"].startswith("enkat:") and row["enhet"] == "procent":
            assert who(row["indikator"]), row["indikator"]
        if row["indikator"].startswith("brott:"):
            assert "av typen" not in crime_words(row["indikator"]).plural, row["indikator"]
