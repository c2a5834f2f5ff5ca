"""The reference figures typed into the project are those kept beside it."""

import json

from tests.support import shared_path
from tests.unit.evaluate.survey_reference import FOLDER


def test_the_survey_waves_are_the_shared_ones() -> None:
    shared = shared_path("reference/stats/data/survey_waves.csv")
    assert (FOLDER / "survey_waves.csv").read_text("utf-8") == shared.read_text("utf-8")


def test_the_expected_survey_numbers_are_the_shared_ones() -> None:
    shared = shared_path("reference/stats/expected/survey.json")
    assert json.loads((FOLDER / "expected_survey.json").read_text("utf-8")) == json.loads(shared.read_text("utf-8"))
