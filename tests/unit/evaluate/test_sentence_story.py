"""Golden texts of what a person reads: Svedala 2017 and the made-up municipality, every form of every text."""

from datetime import date
from pathlib import Path

from etl.evaluate.contexts import CountContext, RecurringContext, Told
from etl.evaluate.count_goal import judge_count
from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.promise import Part, combine, reporting_effect
from etl.evaluate.recurring import judge_recurring
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
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Reason, State, Verdict, undecidable
from tests.unit.evaluate.contexts import crime_context, survey_context, years
from tests.unit.evaluate.factories import count, crime, recurring, survey

GOLDEN = Path(__file__).parent / "golden" / "sentences.txt"


def story() -> list[tuple[str, Told]]:
    """Svedala 2017, and what the made-up municipality shows, as evidence typed in."""
    half = crime_context(
        549, 105, crime="misshandel", place="Exempelköping", baseline=years(2023, 2025),
        followup=(date(2026, 1, 1), date(2026, 10, 31)), rate0=7.3, rate1=4.2, preliminary=True,
    )  # fmt: skip
    exposed = judge_survey(survey(0.15, 0.08, direction=Direction.DECREASE))
    no_log = {"state": State.CLOSED, "has_log": False, "reporting_complete": False, "done": 0}
    svedala = judge_crime(crime())
    assault = judge_crime(crime(x0=549, person_years0=75_000, x1=105, person_years1=25_000, months0=36, months1=10,
                                phi=1.0, open_period=True))  # fmt: skip
    unpublished = {"n": None, "published_without_n": True}
    sure = judge_survey(survey(0.51, 0.67))
    unsure = judge_survey(survey(0.48, 0.49))
    year = years(2017, 2017)
    goals = [
        PartLine(verdict=Verdict.NOT_MET, claim=tell_crime(svedala, crime_context()).claim,
                 reason_code=Reason.WORSENED),
        *[PartLine(verdict=Verdict.UNDECIDABLE, claim="", reason_code=Reason.NO_DATA)] * 3,
    ]  # fmt: skip
    silent = [PartLine(verdict=Verdict.UNDECIDABLE, claim="", reason_code=Reason.NO_ACTIVITY_LOG)] * 2
    no_log_judged = judge_count(count(target=4000, **no_log))
    cared = {"indicator": "enkat:polisen_bryr_sig", "instrument": "Polisens trygghetsmätning",
             "indicator_name": "Anser att polisen bryr sig om de lokala problemen"}  # fmt: skip
    index = {"indicator": "enkat:totalindex", "indicator_name": "Totalindex", "unit": "index 0–6",
             "high_is_good": False}  # fmt: skip
    town = {"place": "Exempelköping", "wave0": "2023", "wave1": "2024", "instrument": "Kommunens enkät"}
    return [
        ("Svedala 2017: skadegörelse", tell_crime(svedala, crime_context(rate0=9.836, rate1=14.721))),
        ("Svedala 2017: ofredande", tell_crime(judge_crime(crime(x0=None, x1=None)),
                                               crime_context(None, None, crime="ofredande"))),
        ("Svedala 2017: polisen bryr sig", tell_survey(judge_survey(survey(0.40, 0.48, **unpublished)),
                                                       survey_context(40, 48, **cared))),
        ("Svedala 2017: totalindex", tell_survey(
            judge_survey(survey(1.94, 1.94, n=None, index_scale=True, direction=Direction.DECREASE)),
            survey_context(1.94, 1.94, **index))),
        ("Svedala 2017: 4 000 timmar", tell_count(no_log_judged, CountContext(unit="timmar", period=year))),
        ("Svedala 2017: gjorde vi det vi lovade?", tell_commitments(
            combine([Part(judgement=no_log_judged)] * 2), silent, total=3)),
        ("Svedala 2017: blev det bättre?", tell_goals(
            combine([Part(judgement=svedala), *[Part(judgement=undecidable(Reason.NO_DATA))] * 3]), goals)),
        ("Exempelköping: misshandel hittills", tell_crime(assault, half)),
        ("Exempelköping: få ofredanden", tell_crime(judge_crime(crime(x0=9)),
                                                    crime_context(9, 0, crime="ofredande", place="Björkhöjden"))),
        ("Exempelköping: anmälningar mot enkät", tell_crime(
            reporting_effect(svedala, exposed, same_exposure=True), crime_context())),
        ("Exempelköping: trygghet", tell_survey(sure, survey_context(51, 67, **town))),
        ("Exempelköping: förtroende", tell_survey(unsure, survey_context(
            48, 49, indicator="fortroende_polis", indicator_name="Har förtroende för polisen", **town))),
        ("Exempelköping: timmar i takt", tell_count(
            judge_count(count(target=4000, done=1219, weeks_left=32.5, mean_week=68.0)),
            CountContext(unit="timmar", period=year, last_report=date(2017, 5, 19)))),
        ("Exempelköping: dialoger i olika områden", tell_count(
            judge_count(count(target=4, done=3, state=State.CLOSED)),
            CountContext(unit="trygghetsdialoger", distinct_areas=True, period=year))),
        ("Exempelköping: utsättningar", tell_recurring(
            judge_recurring(recurring(49, 49, 48, state=State.CLOSED)),
            RecurringContext(interval="vecka", per_period=1, unit="utsättningar", period=year))),
        ("Exempelköping: vandringar", tell_recurring(
            judge_recurring(recurring(4, 3, 3)),
            RecurringContext(interval="kvartal", per_period=1, unit="trygghetsvandringar", period=year))),
        ("Ett mål i ord", tell_unmeasured(undecidable(Reason.NO_MEASURE), "Ungdomarna ska få en lugnare fritid.")),
    ]  # fmt: skip


def _texts(told: Told) -> dict[str, str]:
    """Every text, easy-read with its lines below each other."""
    names = ("headline", "sentence", "claim", "short", "easy", "report", "alt", "interval", "caution")
    return {name: getattr(told, name).replace("\n", "\n      ") for name in names}


def test_the_texts_of_the_story_are_as_they_were_read_aloud() -> None:
    """Read the file aloud; a change of words is a change of the file."""
    spoken = [
        "\n".join([f"## {title}", *(f"{name}: {text}" for name, text in _texts(told).items() if text)])
        for title, told in story()
    ]
    assert "\n\n".join(spoken) + "\n" == GOLDEN.read_text(encoding="utf-8")
