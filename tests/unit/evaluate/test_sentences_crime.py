"""Golden sentences about reported crime: read them aloud."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.promise import reporting_effect
from etl.evaluate.rates import rate
from etl.evaluate.sentences import rate_sentence, tell_crime
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction
from tests.unit.evaluate.contexts import NBSP, crime_context, years
from tests.unit.evaluate.factories import crime, survey

MANY = {"x0": 40300, "person_years0": 4.0e6, "person_years1": 2.0e6, "phi": 1.0, "tau": 0.01}

# evidence, headline, sentence, claim
GOLDEN: list[tuple[dict[str, Any], str, str, str]] = [
    (
        {"x1": 308},
        "Ej uppfyllt: utvecklingen tyder inte på någon förbättring",
        "De anmälda skadegörelserna i Svedala kommun var 50 procent fler per invånare 2017 än 2015–2016, "
        "och det är mer än de vanliga svängningarna mellan åren.",
        "Anmälda skadegörelser blev fler under löftesåret",
    ),
    (
        {"x1": 260},
        "Ej uppfyllt: utvecklingen tyder inte på någon förbättring",
        "De anmälda skadegörelserna i Svedala kommun var 26 procent fler per invånare 2017 än 2015–2016, "
        "så utvecklingen tyder inte på någon minskning.",
        "Anmälda skadegörelser blev fler under löftesåret",
    ),
    (
        {"x1": 260, "open_period": True},
        "Ej uppfyllt (hittills): utvecklingen tyder inte på någon förbättring",
        "Hittills är de anmälda skadegörelserna i Svedala kommun 26 procent fler per invånare än 2015–2016, "
        "så utvecklingen tyder inte på någon minskning.",
        "Anmälda skadegörelser är hittills fler",
    ),
    (
        {"x1": 100},
        "Uppfyllt: förbättringen är statistiskt säkerställd",
        "De anmälda skadegörelserna i Svedala kommun var 51 procent färre per invånare 2017 än 2015–2016, "
        "och det är mer än de vanliga svängningarna mellan åren.",
        "Anmälda skadegörelser blev färre under löftesåret",
    ),
    (
        {"x1": 100, "open_period": True},
        "På väg: förbättringen är statistiskt säkerställd, men löftet pågår",
        "Hittills är de anmälda skadegörelserna i Svedala kommun 51 procent färre per invånare än 2015–2016, "
        "och det är mer än de vanliga svängningarna mellan åren.",
        "Anmälda skadegörelser är hittills färre",
    ),
    (
        {"x1": 140, "open_period": True},
        "På väg: utvecklingen går åt rätt håll men är inte säkerställd än",
        "Hittills är de anmälda skadegörelserna i Svedala kommun 32 procent färre per invånare än 2015–2016, "
        "men minskningen är inte säkerställd än.",
        "Anmälda skadegörelser är hittills färre, men det är inte säkerställt",
    ),
    (
        {"x1": 170},
        "Går inte att avgöra: pekar mot minskning",
        "De anmälda skadegörelserna i Svedala kommun var 17 procent färre per invånare 2017 än 2015–2016; "
        "det pekar mot en minskning men kan rymmas i de vanliga svängningarna mellan åren.",
        "Anmälda skadegörelser ser ut att minska, men det är inte säkert",
    ),
    (
        {"x1": 205},
        "Går inte att avgöra: inget tydligt",
        "De anmälda skadegörelserna i Svedala kommun var ungefär lika många per invånare 2017 som 2015–2016; "
        "skillnaden ryms i de vanliga svängningarna mellan åren, så det går inte att avgöra om de har blivit "
        "färre eller fler.",
        "Det går inte att avgöra om anmälda skadegörelser har minskat",
    ),
    (
        MANY | {"x1": 20150},
        "Ej uppfyllt: utvecklingen tyder inte på någon förbättring",
        "De anmälda skadegörelserna i Svedala kommun var ungefär lika många per invånare 2017 som 2015–2016, "
        "och en minskning på mer än 5 procent kan uteslutas.",
        "Anmälda skadegörelser har inte minskat tydligt under löftesåret",
    ),
    (
        {"x1": 0},
        "Uppfyllt: förbättringen är statistiskt säkerställd",
        "De anmälda skadegörelserna i Svedala kommun var noll 2017, mot 403 sammanlagt 2015–2016, "
        "och det är mer än de vanliga svängningarna mellan åren.",
        "Anmälda skadegörelser blev färre under löftesåret",
    ),
    (
        {"x1": 60, "target_ratio": 0.2},
        "Uppfyllt: förbättringen är statistiskt säkerställd",
        "De anmälda skadegörelserna i Svedala kommun var 71 procent färre per invånare 2017 än 2015–2016, "
        "och den utlovade minskningen på minst 20 procent är nådd även med osäkerheten inräknad.",
        "Anmälda skadegörelser blev färre under löftesåret",
    ),
    (
        {"x1": 200, "target_ratio": 0.2},
        "Ej uppfyllt: förbättringen är mindre än vad som utlovades",
        "De anmälda skadegörelserna i Svedala kommun var 3 procent färre per invånare 2017 än 2015–2016, "
        "och den utlovade minskningen på minst 20 procent är därmed inte nådd.",
        "Anmälda skadegörelser har inte minskat så mycket som utlovats",
    ),
    (
        MANY | {"x1": 20150, "direction": Direction.MAINTAIN},
        "Uppfyllt: en tydlig försämring kan uteslutas",
        "De anmälda skadegörelserna i Svedala kommun var ungefär lika många per invånare 2017 som 2015–2016, "
        "och en tydlig ökning kan uteslutas.",
        "Anmälda skadegörelser har hållit sig på samma nivå",
    ),
    (
        {"x0": None, "x1": None},
        "Går inte att avgöra: inga uppgifter",
        "Det finns inga uppgifter om anmälda skadegörelser i Svedala kommun, så det går inte att "
        "avgöra om de "
        "har minskat.",
        "Uppgifter saknas om anmälda skadegörelser",
    ),
    (
        {"x0": 12},
        "Går inte att avgöra: för få anmälningar i utgångsläget",
        "Bara 12 skadegörelser anmäldes i Svedala kommun 2015–2016, och det är för få för att bedöma en förändring.",
        "Det går inte att avgöra om anmälda skadegörelser har minskat",
    ),
    (
        {"definition_changed": True},
        "Går inte att avgöra: sättet att räkna har ändrats",
        "Sättet att räkna anmälda skadegörelser i Svedala kommun ändrades mellan perioderna, så det går inte "
        "att avgöra om de har minskat.",
        "Det går inte att avgöra om anmälda skadegörelser har minskat",
    ),
    (
        {"months0": 12},
        "Går inte att avgöra: utgångsläget är kortare än två år",
        "Det finns mindre än två år att jämföra anmälda skadegörelser i Svedala kommun med, så det går inte "
        "att avgöra om de har minskat.",
        "Det går inte att avgöra om anmälda skadegörelser har minskat",
    ),
]


@pytest.mark.parametrize(("changes", "headline", "sentence", "claim"), GOLDEN)
def test_crime_in_words(changes: dict[str, Any], headline: str, sentence: str, claim: str) -> None:
    evidence = crime(**changes)
    told = tell_crime(judge_crime(evidence), crime_context(evidence.x0, evidence.x1))
    assert (told.headline, told.sentence, told.claim) == (headline, sentence, claim)


def test_ofredande_without_figures() -> None:
    context = crime_context(None, None, crime="brott:ofredande")
    told = tell_crime(judge_crime(crime(x0=None, x1=None)), context)
    assert (told.reason, told.caution, told.interval) == ("inga uppgifter", "", "")
    assert told.headline == "Går inte att avgöra: inga uppgifter"


def test_what_stands_around_the_sentence() -> None:
    told = tell_crime(
        judge_crime(crime()),
        crime_context(
            rate0=9.836, rate1=14.721, chart_years=(2010, 2025), preliminary=True,
            baseline_note="Utgångsläget börjar 2015, när Brå ändrade redovisningen",
        ),
    )  # fmt: skip
    assert told.interval == f"Osäkerhetsintervall (95 %): från +6{NBSP}% till +111{NBSP}%."
    assert told.caution == (
        "Siffran visar anmälda brott, inte alla brott som begås. "
        "Fler anmälningar kan också betyda att fler anmäler. "
        f"Spridningen mellan månaderna (φ{NBSP}2,8) och mellan åren (τ{NBSP}0,10) är antagen. "
        "Uppgifterna är preliminära. "
        "Utgångsläget börjar 2015, när Brå ändrade redovisningen."
    )
    assert told.alt == (
        f"Diagram över anmälda skadegörelser per 1{NBSP}000 invånare i Svedala kommun 2010–2025. "
        "Utgångsläget 2015–2016: 9,8. Uppföljningen 2017: 14,7. Lågt är bra. "
        "Anmälda skadegörelser blev fler under löftesåret."
    )
    assert told.reason == ""


def test_more_than_a_year_and_another_follow_up() -> None:
    long = crime_context(promise_period=years(2022, 2023), followup=years(2022, 2023))
    after = crime_context(promise_period=years(2016, 2016))
    assert tell_crime(judge_crime(crime()), long).claim == "Anmälda skadegörelser blev fler under löftestiden"
    assert tell_crime(judge_crime(crime()), after).claim == "Anmälda skadegörelser blev fler 2017"


def test_reports_and_survey_disagree() -> None:
    exposed = judge_survey(survey(0.15, 0.08, direction=Direction.DECREASE))
    told = tell_crime(reporting_effect(judge_crime(crime()), exposed, same_exposure=True), crime_context())
    assert told.reason == "anmälningar och enkät pekar åt olika håll"
    assert told.sentence == (
        "De anmälda skadegörelserna i Svedala kommun var 50 procent fler per invånare 2017 än 2015–2016, "
        "men i enkäten är färre utsatta; fler anmälningar kan bero på att fler anmäler."
    )


def test_part_of_a_year_is_compared_with_the_same_months_and_preliminary() -> None:
    nine_months = crime_context(followup=(date(2017, 1, 1), date(2017, 9, 30)))
    told = tell_crime(judge_crime(crime(months1=9)), nine_months)
    assert told.sentence.startswith(
        "De anmälda skadegörelserna i Svedala kommun var 50 procent fler per invånare under "
        "januari–september 2017 än samma månader 2015–2016, "
    )
    assert "Bara 9 månader har följts upp, så bedömningen är preliminär." in told.caution
    odd = replace(nine_months, baseline=(date(2014, 4, 1), date(2016, 3, 31)))
    assert "än samma månader under perioden april 2014–mars 2016" in tell_crime(judge_crime(crime()), odd).sentence


def test_part_of_a_year_with_few_or_no_crimes_says_which_months_were_counted() -> None:
    nine_months = (date(2017, 1, 1), date(2017, 9, 30))
    few = tell_crime(judge_crime(crime(x0=18, months1=9)), crime_context(18, 9, followup=nine_months))
    assert few.sentence == (
        "Bara 18 skadegörelser anmäldes i Svedala kommun 2015–2016, räknat på samma månader som följs upp, "
        "och det är för få för att bedöma en förändring."
    )
    none = tell_crime(judge_crime(crime(x1=0, months1=9)), crime_context(403, 0, followup=nine_months))
    assert "mot 403 sammanlagt samma månader 2015–2016" in none.sentence


def test_ten_times_as_many_as() -> None:
    told = tell_crime(judge_crime(crime(x0=40, x1=308)), crime_context(40, 308))
    assert "mer än tio gånger så många per invånare 2017 som 2015–2016" in told.sentence


def test_an_unknown_crime_type_goes_by_its_printed_name() -> None:
    context = crime_context(crime="brott:häleri", crime_name="Häleri")
    assert tell_crime(judge_crime(crime()), context).claim == "Anmälda brott av typen Häleri blev fler under löftesåret"


def test_a_rate_in_words() -> None:
    assert rate_sentence("skadegorelse", rate(308, 20922.5)) == (
        f"Det anmäldes 14,7 skadegörelser per 1{NBSP}000 invånare; "
        "siffran visar anmälda brott, inte alla brott som begås."
    )
