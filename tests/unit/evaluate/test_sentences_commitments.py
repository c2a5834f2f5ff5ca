"""Golden sentences about commitments."""

from datetime import date
from typing import Any

import pytest

from etl.evaluate.contexts import CountContext, RecurringContext
from etl.evaluate.count_goal import judge_count
from etl.evaluate.recurring import judge_recurring
from etl.evaluate.sentences import (
    tell_count,
    tell_recurring,
)
from etl.evaluate.sentences_count import rounded_forecast
from etl.evaluate.verdict import State
from tests.unit.evaluate.contexts import NBSP
from tests.unit.evaluate.factories import count, recurring

HOURS = {"target": 4000.0, "done": 1219.0, "weeks_left": 32.5}
MEETINGS = "uppstartsmöten för grannsamverkan"
CLOSED, OPEN = State.CLOSED, State.ONGOING

# evidence, unit, headline, sentence, claim
COUNTS: list[tuple[dict[str, Any], str, str, str, str]] = [
    (
        {"target": 4000, "done": 0, "state": CLOSED, "has_log": False, "reporting_complete": False},
        "timmar",
        "Går inte att avgöra: ingen aktivitetslogg",
        "Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om målet på minst 4 000 "
        "timmar är nått.",
        "Utlovat: minst 4 000 timmar; ingen aktivitetslogg",
    ),
    (
        HOURS | {"mean_week": 68.0},
        "timmar",
        "Ej uppfyllt (hittills): takten räcker inte",
        "I nuvarande takt når vi omkring 3 430 av 4 000 timmar; för att klara målet krävs 86 "
        "timmar i veckan i "
        "stället för dagens 68.",
        "Redovisat hittills: 1 219 av 4 000 timmar",
    ),
    (
        HOURS | {"mean_week": 90.0},
        "timmar",
        "På väg: takten räcker",
        "I nuvarande takt når vi omkring 4 140 timmar, och målet är 4 000.",
        "Redovisat hittills: 1 219 av 4 000 timmar",
    ),
    (
        HOURS | {"mean_week": 85.0, "sd_week": 20.0},
        "timmar",
        "Går inte att avgöra: takten varierar för mycket",
        "I nuvarande takt når vi omkring 3 980 av 4 000 timmar, men takten varierar för mycket för "
        "att avgöra om "
        "målet nås.",
        "Redovisat hittills: 1 219 av 4 000 timmar",
    ),
    (
        {"target": 4000, "done": 4120.5, "state": CLOSED},
        "timmar",
        "Uppfyllt: det som utlovades är genomfört",
        "Loggen visar 4 120,5 timmar, och minst 4 000 utlovades.",
        "Redovisat: 4 120,5 timmar, utlovat minst 4 000",
    ),
    (
        {"target": 2, "done": 1, "state": CLOSED},
        MEETINGS,
        "Ej uppfyllt: antalet blev lägre än vad som utlovades",
        "Loggen visar 1 uppstartsmöte för grannsamverkan, men minst 2 utlovades.",
        "Redovisat: 1 av 2 uppstartsmöten för grannsamverkan",
    ),
    (
        {"target": 2, "done": 0, "state": CLOSED},
        MEETINGS,
        "Ej uppfyllt: antalet blev lägre än vad som utlovades",
        "Loggen visar inga uppstartsmöten för grannsamverkan, men minst 2 utlovades.",
        "Redovisat: 0 av 2 uppstartsmöten för grannsamverkan",
    ),
    (
        {"target": 2, "done": 1, "elapsed": 0.7},
        MEETINGS,
        "På väg: takten räcker",
        "Loggen visar hittills 1 av 2 uppstartsmöten för grannsamverkan, och målet kan nås i tid.",
        "Redovisat hittills: 1 av 2 uppstartsmöten för grannsamverkan",
    ),
    (
        {"target": 2, "done": 0, "elapsed": 0.7},
        MEETINGS,
        "Ej uppfyllt (hittills): takten räcker inte",
        "Loggen visar hittills 0 av 2 uppstartsmöten för grannsamverkan, och det som är gjort och "
        "inbokat räcker "
        "inte för att nå målet.",
        "Redovisat hittills: 0 av 2 uppstartsmöten för grannsamverkan",
    ),
    (
        HOURS | {"days_since_report": 60},
        "timmar",
        "Går inte att avgöra: ingen rapport på mer än 45 dagar",
        "Den senaste rapporten är från 31 mars 2017, så det går inte att avgöra om målet nås; loggen visar "
        "hittills 1 219 av 4 000 timmar.",
        "Redovisat hittills: 1 219 av 4 000 timmar",
    ),
    (
        HOURS | {"state": CLOSED, "reporting_complete": False},
        "timmar",
        "Går inte att avgöra: rapporteringen har luckor",
        "Loggen visar 1 219 av 4 000 timmar, men rapporteringen har luckor, så det går inte att "
        "avgöra om målet "
        "är nått.",
        "Redovisat: 1 219 av 4 000 timmar",
    ),
    (
        {"target": 4, "done": 3, "rows_without_area": 1, "state": CLOSED},
        "dialoger",
        "Går inte att avgöra: område saknas i loggen",
        "Loggen visar 3 av 4 dialoger, men området saknas på en del av raderna, så det går inte att avgöra om målet på "
        "minst 4 dialoger är nått.",
        "Redovisat: 3 av 4 dialoger",
    ),
    (
        {"target": 400, "done": 0, "rows_without_hours": 52, "state": CLOSED},
        "timmar",
        "Går inte att avgöra: timmar saknas i loggen",
        "I aktivitetsloggen saknas antalet timmar på 52 rader, så det går inte att avgöra om målet på minst 400 "
        "timmar är nått.",
        "Utlovat: minst 400 timmar; timmar saknas i loggen",
    ),
    (
        {"target": 400, "done": 390.5, "rows_without_hours": 1},
        "timmar",
        "Går inte att avgöra: timmar saknas i loggen",
        "Loggen visar hittills 390,5 timmar, men antalet timmar saknas på 1 rad, så det går inte att avgöra om "
        "målet på minst 400 timmar nås.",
        "Redovisat hittills: 390,5 av 400 timmar; timmar saknas på en del av raderna",
    ),
    (
        {"target": 4, "done": 1, "state": State.PAUSED},
        "trygghetsdialoger",
        "Går inte att avgöra: löftet är pausat",
        "Löftet är pausat, så målet på minst 4 trygghetsdialoger bedöms inte; loggen visar hittills 1 av 4 "
        "trygghetsdialoger.",
        "Redovisat: 1 av 4 trygghetsdialoger",
    ),
    (
        {"target": 4, "done": 0, "state": State.NO_PERIOD},
        "trygghetsdialoger",
        "Går inte att avgöra: löftets period är inte angiven",
        "Löftets period är inte angiven, så målet på minst 4 trygghetsdialoger bedöms inte.",
        "Redovisat: 0 av 4 trygghetsdialoger",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "unit", "headline", "sentence", "claim"), COUNTS)
def test_counts_in_words(changes: dict[str, Any], unit: str, headline: str, sentence: str, claim: str) -> None:
    told = tell_count(judge_count(count(**changes)), CountContext(unit=unit, last_report=date(2017, 3, 31)))
    spoken = (told.headline, told.sentence.replace(NBSP, " "), told.claim.replace(NBSP, " "))
    assert spoken == (headline, sentence, claim)


def test_different_areas_in_words() -> None:
    context = CountContext(unit="trygghetsdialoger", distinct_areas=True)
    in_areas = CountContext(unit="områden med dialog", distinct_areas=True)
    done = tell_count(judge_count(count(target=4, done=4, state=CLOSED)), in_areas)
    assert done.sentence == "Loggen visar 4 områden med dialog, och minst 4 utlovades."
    found = [tell_count(judge_count(count(target=4, done=done, state=CLOSED)), context) for done in (1, 4)]
    assert [told.sentence for told in found] == [
        "Loggen visar trygghetsdialoger i 1 område, men minst 4 utlovades.",
        "Loggen visar trygghetsdialoger i 4 olika områden, och minst 4 utlovades.",
    ]


def test_the_forecast_interval_in_words() -> None:
    told = tell_count(judge_count(count()), CountContext(unit="timmar"))
    assert told.interval == f"Prognosintervall (80 %): 2{NBSP}161–2{NBSP}310 timmar."
    assert told.alt.startswith(f"Diagram över redovisade timmar mot målet på minst 2{NBSP}200 timmar.")


@pytest.mark.parametrize(
    ("forecast", "target", "shown"),
    [(3536.2, 4000, 3540), (3996, 4000, 3996), (4004, 4001, 4004), (4001.2, 4000, 4000), (14.6, 15, 14)],
)
def test_a_forecast_is_never_rounded_across_its_target(forecast: float, target: float, shown: float) -> None:
    assert rounded_forecast(forecast, target) == shown


# evidence, interval, unit, headline, sentence, claim
RECURRING: list[tuple[Any, str, str, str, str, str]] = [
    (
        recurring(2, 2, 2, state=CLOSED), "halvår", "trygghetsinventeringar",
        "Uppfyllt: det som utlovades är genomfört",
        "Löftet om minst 2 trygghetsinventeringar per halvår hölls i 2 av 2 halvår.",
        "Löftet hölls i 2 av 2 avslutade halvår",
    ),
    (
        recurring(52, 52, 50, state=CLOSED), "vecka", "utsättningar",
        "Uppfyllt: det som utlovades är genomfört",
        "Löftet om minst 2 utsättningar per vecka hölls i 50 av 52 veckor, och minst 47 krävdes.",
        "Löftet hölls i 50 av 52 avslutade veckor",
    ),
    (
        recurring(52, 52, 26, state=CLOSED), "vecka", "utsättningar",
        "Ej uppfyllt: antalet blev lägre än vad som utlovades",
        "Löftet om minst 2 utsättningar per vecka hölls i 26 av 52 avslutade veckor, men minst 47 krävdes.",
        "Löftet hölls i 26 av 52 avslutade veckor",
    ),
    (
        recurring(52, 20, 20), "vecka", "utsättningar",
        "På väg: takten räcker",
        "Löftet om minst 2 utsättningar per vecka har hittills hållits i 20 av 20 avslutade "
        "veckor, och det räcker "
        "så här långt.",
        "Löftet har hållits i 20 av 20 avslutade veckor",
    ),
    (
        recurring(52, 20, 16), "vecka", "utsättningar",
        "Ej uppfyllt (hittills): takten räcker inte",
        "Löftet om minst 2 utsättningar per vecka har hittills hållits i 16 av 20 avslutade "
        "veckor, och det är för "
        "få för att nå 47 av 52.",
        "Löftet har hållits i 16 av 20 avslutade veckor",
    ),
    (
        recurring(2, 1, 0), "halvår", "trygghetsinventeringar",
        "Ej uppfyllt (hittills): antalet blev lägre än vad som utlovades",
        "Löftet om minst 2 trygghetsinventeringar per halvår har hittills hållits i 0 av 1 "
        "avslutat halvår, och det "
        "går inte längre att nå 2 av 2.",
        "Löftet har hållits i 0 av 1 avslutat halvår",
    ),
    (
        recurring(4, 4, 3, unknown=1, state=CLOSED), "kvartal", "rapporter",
        "Går inte att avgöra: uppgifter saknas för en del av löftestiden",
        "Uppgifter saknas för 1 av 4 avslutade kvartal, så det går inte att avgöra om löftet om "
        "minst 2 rapporter per "
        "kvartal hölls.",
        "Uppgifter saknas för 1 av 4 avslutade kvartal",
    ),
    (
        recurring(4, 4, 0, unknown=4, state=CLOSED, has_log=False), "kvartal", "rapporter",
        "Går inte att avgöra: ingen aktivitetslogg",
        "Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om löftet om minst 2 "
        "rapporter per kvartal hölls.",
        "Minst 2 rapporter per kvartal: ingen aktivitetslogg",
    ),
    (
        recurring(52, 26, 26, state=CLOSED), "vecka", "utsättningar",
        "Går inte att avgöra: löftet avslutades i förtid",
        "Löftet avslutades i förtid, efter att ha hållits i 26 av 52 veckor, så det går inte att avgöra om löftet "
        "om minst 2 utsättningar per vecka hölls.",
        "Löftet hölls i 26 av 26 avslutade veckor",
    ),
    (
        recurring(12, 0, 0), "månad", "rapporter",
        "På väg: takten räcker",
        "Ingen hel månad har gått än, och den pågående följer planen.",
        "Minst 2 rapporter per månad: ingen hel period har gått",
    ),
    (
        recurring(2, 0, 0, current_ok=False), "år", "rapporter",
        "Går inte att avgöra: ingen delperiod är avslutad",
        "Inget helt år har gått än, och det pågående ligger efter planen.",
        "Minst 2 rapporter per år: ingen hel period har gått",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "interval", "unit", "headline", "sentence", "claim"), RECURRING)
def test_recurring_in_words(evidence: Any, interval: str, unit: str, headline: str, sentence: str, claim: str) -> None:
    told = tell_recurring(judge_recurring(evidence), RecurringContext(interval=interval, per_period=2, unit=unit))
    assert (told.headline, told.sentence, told.claim) == (headline, sentence, claim)
