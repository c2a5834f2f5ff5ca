"""Every sentence in English: the same numbers as the Swedish one, and English a native finds natural."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.contexts import CountContext, RecurringContext, WithheldContext
from etl.evaluate.count_goal import CountEvidence, judge_count
from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.english import names_en, numbers_en
from etl.evaluate.english.verdicts_en import BLOCKED, REASONS, VERDICTS, reason_from_swedish
from etl.evaluate.headline import BLOCKED as BLOCKED_SV
from etl.evaluate.headline import reason_text
from etl.evaluate.promise import Part, combine
from etl.evaluate.recurring import RecurringEvidence, judge_recurring
from etl.evaluate.sentences import (
    PartLine,
    tell_commitments,
    tell_count,
    tell_crime,
    tell_goals,
    tell_recurring,
    tell_survey,
    tell_unmeasured,
)
from etl.evaluate.sentences_indicators import tell_indicators
from etl.evaluate.sentences_withheld import tell_withheld
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Judgement, Leaning, Reason, Verdict, undecidable
from etl.evaluate.wording import _CRIMES, _WHO, INTERVALS
from tests.support import ROOT
from tests.unit.evaluate.contexts import years
from tests.unit.evaluate.one_voice import assert_english
from tests.unit.evaluate.strategies import CALM, crimes, surveys
from tests.unit.evaluate.test_properties import counts, recurrings
from tests.unit.evaluate.test_sentence_forms import crime_contexts, survey_contexts
from tests.unit.evaluate.test_sentence_story import story

GOLDEN = Path(__file__).parent / "golden" / "english.txt"
PLACES = ("Södra delen av centrala Exempelköping", "Ö", "Exempelköping", "Björkhöjden")
UNITS = st.sampled_from([*sorted(names_en._UNITS), "okända ting"])


def test_the_english_of_the_story_is_as_it_was_read_aloud() -> None:
    """Read the file aloud; a change of words is a change of the file."""
    spoken = [
        "\n".join([f"## {title}", told.english, *([f"({told.english_claim})"] if told.english_claim else [])])
        for title, told in story()
    ]
    assert "\n\n".join(spoken) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_the_story_says_the_same_numbers_in_both_languages() -> None:
    for _, told in story():
        assert_english(told, places=PLACES)


@CALM
@given(crimes, crime_contexts)
def test_crime(evidence, context) -> None:  # type: ignore[no-untyped-def]
    judgement = judge_crime(evidence)
    told = tell_crime(judgement, replace(context, x0=evidence.x0, x1=evidence.x1))
    assert_english(told, places=PLACES)
    if judgement.estimate and (said := re.search(r"% (more|fewer)", told.english)):
        assert said.group(1) == ("more" if judgement.estimate > 0 else "fewer")
    if judgement.decided:
        assert "cannot be determined" not in told.english + told.english_claim


@CALM
@given(surveys, survey_contexts, st.booleans(), st.sampled_from(["procent", "index 0–6"]))
def test_surveys(evidence, context, unpublished: bool, unit: str) -> None:  # type: ignore[no-untyped-def]
    evidence = replace(evidence, published_without_n=unpublished, index_scale=unit != "procent")
    judgement = judge_survey(evidence)
    values = [None if p is None else 100 * p for p in (evidence.p0, evidence.p1)]
    told = tell_survey(judgement, replace(context, value0=values[0], value1=values[1], unit=unit))
    assert_english(told, places=PLACES)
    if judgement.estimate and judgement.direction is Direction.INCREASE and judgement.verdict is Verdict.MET:
        assert "fell" not in told.english


@CALM
@given(counts, UNITS, st.booleans(), st.sampled_from([None, date(2017, 3, 31)]))
def test_counts(evidence: CountEvidence, unit: str, areas: bool, last: date | None) -> None:
    context = CountContext(unit=unit, distinct_areas=areas, last_report=last, period=years(2017, 2017))
    assert_english(tell_count(judge_count(evidence), context))


@CALM
@given(recurrings(), st.sampled_from(sorted(INTERVALS)), UNITS, st.integers(1, 14))
def test_returning_commitments(evidence: RecurringEvidence, interval: str, unit: str, often: int) -> None:
    context = RecurringContext(interval=interval, per_period=often, unit=unit)
    assert_english(tell_recurring(judge_recurring(evidence), context))


judgements = st.one_of(crimes.map(judge_crime), surveys.map(judge_survey), counts.map(judge_count))


def line(judgement: Judgement, primary: bool = True) -> PartLine:
    return PartLine(
        verdict=judgement.verdict,
        claim="Anmälda rån blev färre",
        english_claim="Reported robberies decreased",
        reason_code=judgement.reason_code,
        primary=primary,
    )


@CALM
@given(st.lists(st.tuples(judgements, st.booleans()), max_size=14), st.integers(0, 5))
def test_promises(parts: list[tuple[Judgement, bool]], descriptive: int) -> None:
    lines = [line(judgement, primary) for judgement, primary in parts]
    goals = combine([Part(judgement=judgement, primary=primary) for judgement, primary in parts])
    commitments = combine([Part(judgement=judgement) for judgement, _ in parts])
    all_primary = [replace(one, primary=True) for one in lines]
    assert_english(tell_goals(goals, lines))
    assert_english(tell_commitments(commitments, all_primary, total=len(parts) + descriptive))


@CALM
@given(st.lists(judgements, min_size=2, max_size=5))
def test_goals_with_several_measures(parts: list[Judgement]) -> None:
    together = combine([Part(judgement=part) for part in parts])
    assert_english(tell_indicators(together, [line(part) for part in parts]))


@pytest.mark.parametrize("reason", [*BLOCKED, Reason.NO_PRIMARY, Reason.REPORTING_EFFECT])
def test_goals_with_several_measures_that_are_not_judged(reason: Reason) -> None:
    grey = undecidable(reason)
    assert_english(tell_indicators(grey, [line(grey)]))


@pytest.mark.parametrize("reason", [Reason.NO_MEASURE, *BLOCKED])
def test_a_goal_in_words_is_quoted_in_swedish(reason: Reason) -> None:
    told = tell_unmeasured(undecidable(reason), "Två av ”tre” unga ska få en lugnare fritid. Mer står inte.")
    assert_english(told)
    assert "“Två av ’tre’ unga" in told.english.replace("‘", "’")


@CALM
@given(
    st.sampled_from(["brott", "enkät", "flera"]),
    st.sampled_from([*sorted(_CRIMES), *sorted(_WHO), "okänd"]),
    st.none() | st.sampled_from(Direction),
    st.sampled_from(Verdict),
    st.sampled_from(["", *(reason_text(reason) for reason in Reason), "pekar mot minskning"]),
    st.sampled_from(["", "kvinna", "16–29"]),
    st.booleans(),
)
def test_withheld_goals(  # type: ignore[no-untyped-def]
    measure: str, key: str, direction, verdict: Verdict, reason: str, group: str, is_open: bool
) -> None:
    told = tell_withheld(
        WithheldContext(
            measure=measure, key=key, name="Ett namn", goal="Det ska bli bättre.", place="Björkhöjden",
            direction=direction, verdict=verdict, headline=f"{verdict}: x", reason=reason, group=group,
            is_open=is_open,
        )
    )  # fmt: skip
    assert_english(told, places=PLACES)


def test_every_word_of_the_swedish_tables_has_an_english_one() -> None:
    assert set(names_en._CRIMES) == set(_CRIMES)
    assert set(names_en._WHO) == set(_WHO)
    assert set(names_en.INTERVALS) == set(INTERVALS)
    assert (set(REASONS), set(VERDICTS), set(BLOCKED)) == (set(Reason), set(Verdict), set(BLOCKED_SV))


def test_every_unit_and_measure_of_the_register_has_an_english_name() -> None:
    commitments = [row for path in sorted((ROOT / "data/register").glob("*/ataganden.csv")) for row in read(path)]
    units = {row["enhet"] for row in commitments if row["enhet"]}
    goals = [row for path in sorted((ROOT / "data/register").glob("*/mal.csv")) for row in read(path)]
    measures = {row["indikator"] for row in goals} - {"ingen"}
    assert {unit for unit in units if "“" in names_en.unit_word(2, unit)} == set()
    assert {measure for measure in measures if "“" in names_en.measure_name(measure, "x")} == set()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_every_judged_measure_of_the_reference_tables_has_an_english_name() -> None:
    rows = read(ROOT / "data/reference/indikatorer.csv")
    assert [
        row["indikator"]
        for row in rows
        if row["avgörbar"] == "ja" and "“" in names_en.measure_name(row["indikator"], row["namn"])
    ] == []


def test_what_has_no_english_name_is_quoted_in_swedish() -> None:
    assert names_en.crimes("brott:okänt", "Häleri") == "offences of the type “Häleri”"
    assert names_en.unit_word(1, "okända ting") == "“okända ting”"
    assert names_en.wave_name("omgång 3") == "“omgång 3”"
    assert names_en.group_name("nyinflyttade") == "“nyinflyttade”"
    assert names_en.index_name("enkat:x", "Ett index") == "index “Ett index”"
    assert names_en.measure_name("enkat:x", "Något") == "“Något”"
    assert reason_from_swedish("något nytt") == "“något nytt”"


def test_stored_reasons_are_read_back() -> None:
    assert reason_from_swedish(reason_text(Reason.NO_ACTIVITY_LOG)) == "no activity log"
    assert reason_from_swedish(reason_text(Reason.WITHIN_CHANCE, Leaning.INCREASE)) == "points to an increase"
    assert reason_from_swedish("") == ""


@pytest.mark.parametrize(
    ("first", "last", "name", "during"),
    [
        (date(2017, 1, 1), date(2017, 12, 31), "2017", "in 2017"),
        (date(2015, 1, 1), date(2016, 12, 31), "2015–2016", "in 2015–2016"),
        (date(2017, 7, 1), date(2017, 12, 31), "the second half of 2017", "in the second half of 2017"),
        (date(2017, 4, 1), date(2017, 6, 30), "the second quarter of 2017", "in the second quarter of 2017"),
        (date(2017, 3, 1), date(2017, 5, 31), "March–May 2017", "in March–May 2017"),
        (date(2017, 3, 1), date(2017, 3, 31), "March 2017", "in March 2017"),
        (date(2016, 4, 1), date(2017, 3, 31), "April 2016–March 2017", "in April 2016–March 2017"),
        (date(2017, 3, 3), date(2017, 5, 5), "3 March–5 May 2017", "from 3 March to 5 May 2017"),
        (date(2017, 3, 3), date(2017, 3, 5), "3–5 March 2017", "from 3 to 5 March 2017"),
        (date(2016, 3, 3), date(2017, 3, 5), "3 March 2016–5 March 2017", "from 3 March 2016 to 5 March 2017"),
        (date(2017, 3, 3), date(2017, 3, 3), "3 March 2017", "on 3 March 2017"),
    ],
)
def test_periods(first: date, last: date, name: str, during: str) -> None:
    assert numbers_en.period_text(first, last) == name
    assert numbers_en.in_period(first, last) == during


def test_numbers_as_british_english_writes_them() -> None:
    assert [numbers_en.number(value) for value in (12345.5, -3, 0.4)] == ["12,346", "−3", "0"]
    assert (numbers_en.percent(3.44, 1), numbers_en.units(2.5), numbers_en.units(4000)) == ("3.4%", "2.5", "4,000")
    assert numbers_en.date_en(date(2017, 3, 31)) == "31 March 2017"
    assert numbers_en.join_en(["a", "b", "c"]) == "a, b and c"
    assert [numbers_en.in_words(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]
    assert numbers_en.plural(1, "day", "days") == "1 day"
    assert [names_en.wave_name(wave) for wave in ("2016", "våren 2016")] == ["2016", "spring 2016"]
    assert [names_en.group_name(group) for group in ("kvinna", "16–29")] == ["women", "aged 16–29"]
