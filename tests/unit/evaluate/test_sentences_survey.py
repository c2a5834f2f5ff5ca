"""Golden sentences about survey goals."""

from typing import Any

import pytest

from etl.evaluate.sentences import SUPPRESSED_SENTENCE, share_sentence, tell_survey
from etl.evaluate.survey import share_published
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Reason, undecidable
from tests.unit.evaluate.contexts import survey_context
from tests.unit.evaluate.factories import survey

TRYGGA = "känner sig trygga"
UTSATT: dict[str, Any] = {"indicator": "enkat:utsatt_skadegorelse", "high_is_good": False}
MINUS = "\u2212"

# p0, p1, evidence, context, headline, sentence, claim
GOLDEN: list[tuple[float | None, float | None, dict[str, Any], dict[str, Any], str, str, str]] = [
    (
        0.53, 0.66, {}, {},
        "Uppfyllt: förbättringen är statistiskt säkerställd",
        f"I Svedala kommun ökade andelen som {TRYGGA} från 53 till 66 procent mellan 2016 och 2017, "
        "och ökningen "
        "är större än vad slumpen i urvalet kan ge.",
        f"Fler {TRYGGA}",
    ),
    (
        0.53, 0.57, {}, {},
        "Går inte att avgöra: pekar mot ökning",
        f"I Svedala kommun ökade andelen som {TRYGGA} från 53 till 57 procent mellan 2016 och 2017; det pekar åt "
        "rätt håll, men ökningen är inte större än vad slumpen i urvalet kan ge, så det går inte att avgöra om "
        "andelen bland invånarna har ökat.",
        f"Det går inte att avgöra om fler {TRYGGA}",
    ),
    (
        0.53, 0.52, {}, {},
        "Går inte att avgöra: inget tydligt",
        f"I Svedala kommun minskade andelen som {TRYGGA} från 53 till 52 procent mellan 2016 och 2017, men "
        "minskningen är inte större än vad slumpen i urvalet kan ge, så det går inte att avgöra om andelen bland "
        "invånarna har ökat.",
        f"Det går inte att avgöra om fler {TRYGGA}",
    ),
    (
        0.53, 0.53, {}, {},
        "Går inte att avgöra: inget tydligt",
        f"I Svedala kommun var andelen som {TRYGGA} 53 procent både 2016 och 2017, men urvalet är "
        "för litet för "
        "att säga mer än så: det går inte att avgöra om andelen bland invånarna har ökat.",
        f"Det går inte att avgöra om fler {TRYGGA}",
    ),
    (
        0.53, 0.57, {"open_period": True}, {},
        "På väg: utvecklingen går åt rätt håll men är inte säkerställd än",
        f"I Svedala kommun ökade andelen som {TRYGGA} från 53 till 57 procent mellan 2016 och 2017, "
        "men ökningen "
        "är inte säkerställd än.",
        f"Fler {TRYGGA}, men det är inte säkerställt",
    ),
    (
        0.53, 0.50, {"open_period": True}, {},
        "Ej uppfyllt (hittills): utvecklingen tyder inte på någon förbättring",
        f"I Svedala kommun minskade andelen som {TRYGGA} från 53 till 50 procent mellan 2016 och 2017, så "
        "utvecklingen tyder inte på någon ökning.",
        f"Färre {TRYGGA}",
    ),
    (
        0.11, 0.05, {"direction": Direction.DECREASE}, UTSATT,
        "Uppfyllt: förbättringen är statistiskt säkerställd",
        "I Svedala kommun minskade andelen som har utsatts för skadegörelse från 11 till 5 procent "
        "mellan 2016 "
        "och 2017, och minskningen är större än vad slumpen i urvalet kan ge.",
        "Färre har utsatts för skadegörelse",
    ),
    (
        0.53, 0.53, {"n": 50_000}, {},
        "Ej uppfyllt: utvecklingen tyder inte på någon förbättring",
        f"I Svedala kommun var andelen som {TRYGGA} 53 procent både 2016 och 2017, och en ökning på 3 "
        "procentenheter eller mer kan uteslutas.",
        f"Andelen som {TRYGGA} har inte ändrats tydligt",
    ),
    (
        0.53, 0.53, {"n": 4000, "direction": Direction.MAINTAIN}, {},
        "Uppfyllt: en tydlig försämring kan uteslutas",
        f"I Svedala kommun var andelen som {TRYGGA} 53 procent både 2016 och 2017, och en försämring på 3 "
        "procentenheter eller mer kan uteslutas.",
        f"Andelen som {TRYGGA} har inte ändrats tydligt",
    ),
    (
        0.53, 0.50, {"target": 0.05}, {},
        "Ej uppfyllt: utvecklingen tyder inte på någon förbättring",
        f"I Svedala kommun minskade andelen som {TRYGGA} från 53 till 50 procent mellan 2016 och "
        "2017, och den "
        "utlovade ökningen på minst 5 procentenheter är därmed inte nådd.",
        f"Färre {TRYGGA}",
    ),
    (
        0.40, 0.48, {"n": None}, {"indicator": "enkat:polisen_bryr_sig"},
        "Går inte att avgöra: antal svarande är inte publicerat",
        "I Svedala kommun ökade andelen som anser att polisen bryr sig om de lokala problemen från "
        "40 till 48 "
        "procent mellan 2016 och 2017, men antalet svarande är inte publicerat, så det går inte "
        "att avgöra om "
        "ökningen är större än vad slumpen i urvalet kan ge.",
        "Det går inte att avgöra om fler anser att polisen bryr sig om de lokala problemen",
    ),
    (
        0.5, 0.6, {"n": 25}, {},
        "Går inte att avgöra: för få svar",
        "Gruppen redovisas inte eftersom för få har svarat för att siffran ska vara tillförlitlig.",
        "För få har svarat för att visa en siffra",
    ),
    (
        0.5, 0.6, {"instrument_changed": True}, {},
        "Går inte att avgöra: enkäten har ändrats",
        f"Enkäten ändrades mellan 2016 och 2017, så andelen som {TRYGGA} i Svedala kommun går inte "
        "att jämföra.",
        f"Det går inte att avgöra om fler {TRYGGA}",
    ),
    (
        None, 0.6, {}, {},
        "Går inte att avgöra: ingen mätning före löftet",
        f"Det finns ingen mätning av andelen som {TRYGGA} i Svedala kommun från tiden före löftet, "
        "så det går "
        "inte att avgöra om den har ökat.",
        f"Det saknas mätning av hur många som {TRYGGA}",
    ),
    (
        None, None, {}, {},
        "Går inte att avgöra: inga uppgifter",
        f"Det finns inga uppgifter om andelen som {TRYGGA} i Svedala kommun, så det går inte att "
        "avgöra om den "
        "har ökat.",
        f"Det saknas mätning av hur många som {TRYGGA}",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("p0", "p1", "changes", "context", "headline", "sentence", "claim"), GOLDEN)
def test_survey_in_words(
    p0: float | None, p1: float | None, changes: dict[str, Any], context: dict[str, Any],
    headline: str, sentence: str, claim: str,
) -> None:  # fmt: skip
    values = [None if p is None else 100 * p for p in (p0, p1)]
    told = tell_survey(judge_survey(survey(p0, p1, **changes)), survey_context(*values, **context))
    assert (told.headline, told.sentence, told.claim) == (headline, sentence, claim)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            1.94, 1.94,
            "Totalindex i Svedala kommun var 1,94 både 2016 och 2017; indexet har ingen publicerad "
            "felmarginal "
            "och används därför inte för att avgöra målet.",
        ),
        (
            3, 4,
            "Totalindex i Svedala kommun gick från 3 till 4 mellan 2016 och 2017 (lågt är bra); "
            "indexet har ingen "
            "publicerad felmarginal och används därför inte för att avgöra målet.",
        ),
    ],
)  # fmt: skip
def test_the_police_index_is_shown_but_never_decides(before: float, after: float, sentence: str) -> None:
    judgement = judge_survey(survey(before, after, n=None, index_scale=True, direction=Direction.DECREASE))
    told = tell_survey(
        judgement,
        survey_context(before, after, indicator="enkat:totalindex", indicator_name="totalindex",
                       unit="index 0–6", high_is_good=False),
    )  # fmt: skip
    assert (told.sentence, told.claim) == (sentence, "Totalindex visas men avgör inget")
    assert told.reason == "indexet har ingen publicerad felmarginal"


def test_an_index_without_a_later_measurement() -> None:
    judgement = judge_survey(survey(2.13, None, n=None, index_scale=True, direction=Direction.DECREASE))
    told = tell_survey(
        judgement,
        survey_context(
            2.13, None, indicator="enkat:totalindex", indicator_name="Totalindex", unit="index 0–6",
            high_is_good=False, chart_years=(2020, 2020),
        ),
    )  # fmt: skip
    assert told.sentence == (
        "Det finns ingen mätning av totalindex i Svedala kommun efter löftets början, så det finns inget att jämföra."
    )
    assert told.claim == "Det saknas mätning av totalindex"
    assert told.alt.startswith("Diagram över totalindex i Svedala kommun 2020. Lågt är bra.")


def test_a_paused_goal_takes_its_direction_from_the_judgement() -> None:
    context = survey_context(None, None, **UTSATT)
    told = [
        tell_survey(undecidable(Reason.PAUSED, direction=direction), context).sentence
        for direction in (Direction.DECREASE, None)
    ]
    assert told == [
        "Löftet är pausat, så det går inte att avgöra om andelen som har utsatts för skadegörelse har minskat.",
        "Löftet är pausat, så det går inte att avgöra om andelen som har utsatts för skadegörelse har förändrats.",
    ]


def test_what_stands_around_the_sentence() -> None:
    told = tell_survey(
        judge_survey(survey(0.53, 0.57)),
        survey_context(chart_years=(2016, 2023), assumed_deff=True, group="kvinnor"),
    )
    assert told.interval == f"Osäkerhetsintervall (95 %): från {MINUS}2,2 till +10,1 procentenheter."
    assert told.caution == (
        "Felmarginalen räknar inte med att de som inte har svarat kan tycka annorlunda. "
        "Vikternas inverkan är antagen (deff 1,3)."
    )
    assert told.alt == (
        f"Diagram över andelen som {TRYGGA} (kvinnor) i Svedala kommun 2016–2023. 2016: 53 procent. "
        f"2017: 57 procent. Högt är bra. Det går inte att avgöra om fler {TRYGGA}."
    )


def test_a_small_real_difference_is_not_rounded_away() -> None:
    told = tell_survey(judge_survey(survey(0.534, 0.528, n=200_000)), survey_context(53.4, 52.8))
    assert "från 53,4 till 52,8 procent" in told.sentence


def test_a_question_without_a_phrase_goes_by_its_name() -> None:
    told = tell_survey(
        judge_survey(survey(0.5, 0.7)),
        survey_context(50, 70, indicator="enkat:belysning", indicator_name="God belysning"),
    )
    assert told.claim == "Andelen för ”God belysning” ökade"


def test_a_share_in_words() -> None:
    assert share_sentence("enkat:trygg", share_published(0.57, 500)) == (
        f"57 procent av de svarande {TRYGGA}; eftersom alla inte har tillfrågats ligger andelen "
        "bland invånarna "
        "troligen mellan 52 och 62 procent."
    )
    assert share_sentence("enkat:trygg", share_published(0.57, 29)) == SUPPRESSED_SENTENCE
