"""Why something published has changed, and the sentence that says so."""

from dataclasses import replace

import pytest

from etl.evaluate.corrections import (
    Cause,
    Concerns,
    FigureChange,
    Published,
    SeriesNames,
    cause_of,
    dates_in_words,
    done_correction,
    figures_correction,
    register_correction,
    strongest,
    verdict_correction,
)
from etl.evaluate.numbers_sv import NBSP

SAID = Published(
    words="Skadegörelsen ska minska.",
    verdict="På väg",
    estimate=-20.0,
    unit="procent",
    rule_version="1.0",
    register="mål, brott:skadegorelse",
)
VANDALISM = SeriesNames(indicator="brott:skadegorelse", name="skadegörelse", place="Svedala")


@pytest.mark.parametrize(
    ("after", "revised", "promise_edited", "cause"),
    [
        (SAID, False, False, Cause.NEW),
        (SAID, True, False, Cause.REVISED),
        (SAID, True, True, Cause.REGISTER),
        (replace(SAID, register="annat"), True, False, Cause.REGISTER),
        (replace(SAID, rule_version="1.1", register="annat"), True, True, Cause.RULE),
    ],
)
def test_the_cause_is_the_strongest_explanation(
    after: Published, revised: bool, promise_edited: bool, cause: Cause
) -> None:
    assert cause_of(SAID, after, revised=revised, register_changed=promise_edited) is cause


def test_of_several_causes_the_one_that_explains_most() -> None:
    assert strongest([Cause.NEW, Cause.REVISED, Cause.NEW]) is Cause.REVISED
    assert strongest([Cause.REGISTER, Cause.RULE]) is Cause.RULE
    assert strongest([]) is Cause.NEW


@pytest.mark.parametrize(
    ("cause", "why"),
    [
        (Cause.NEW, "nya uppgifter har kommit eller löftestiden har gått vidare"),
        (Cause.REVISED, "uppgifter som redan var publicerade har ändrats"),
        (Cause.REGISTER, "registret har ändrats"),
        (Cause.RULE, "sättet att bedöma har bytt version från 1.0 till 1.1"),
    ],
)
def test_another_verdict(cause: Cause, why: str) -> None:
    after = replace(SAID, verdict="Uppfyllt", rule_version="1.1")
    told = verdict_correction(Concerns.GOAL, "M1", SAID, after, cause)
    assert told is not None
    assert (told.before, told.after, told.cause) == ("På väg", "Uppfyllt", cause)
    assert told.sentence == (
        f"Omdömet om målet ”Skadegörelsen ska minska” ändrades från På väg till Uppfyllt, eftersom {why}."
    )


def test_the_answer_of_a_promise_is_told_by_its_question() -> None:
    asked = replace(SAID, words="Blev det bättre?")
    told = verdict_correction(Concerns.PROMISE, "L1", asked, replace(asked, verdict="Ej uppfyllt"), Cause.NEW)
    assert told is not None
    assert told.sentence.startswith("Svaret på frågan ”Blev det bättre?” ändrades från På väg till Ej uppfyllt, ")


@pytest.mark.parametrize("cause", [Cause.NEW, Cause.REVISED, Cause.REGISTER])
def test_an_estimate_that_moves_by_itself_is_no_correction(cause: Cause) -> None:
    assert verdict_correction(Concerns.GOAL, "M1", SAID, replace(SAID, estimate=-25.0), cause) is None


def test_an_estimate_that_a_new_rule_moved_is() -> None:
    after = replace(SAID, estimate=-25.5, rule_version="1.1")
    told = verdict_correction(Concerns.GOAL, "M1", SAID, after, Cause.RULE)
    assert told is not None
    assert (told.before, told.after) == ("−20 procent", "−25,5 procent")
    assert told.sentence == (
        "Omdömet om målet ”Skadegörelsen ska minska” är fortfarande På väg, men beräkningen ändrades från −20 procent"
        " till −25,5 procent, eftersom sättet att bedöma har bytt version från 1.0 till 1.1."
    )
    same = replace(SAID, estimate=-20.01, rule_version="1.1")
    assert verdict_correction(Concerns.GOAL, "M1", SAID, same, Cause.RULE) is None


def test_an_estimate_that_a_new_rule_made_or_took_away() -> None:
    none = replace(SAID, estimate=None, rule_version="1.1")
    told = verdict_correction(Concerns.GOAL, "M1", SAID, none, Cause.RULE)
    assert told is not None
    assert (told.before, told.after) == ("−20 procent", "ingen beräkning")


def test_one_figure() -> None:
    told = figures_correction("M1", VANDALISM, [FigureChange(period="2017", before=1308, after=1309)])
    assert told.sentence == (f"Antalet anmälda skadegörelser i Svedala 2017 ändrades från 1{NBSP}308 till 1{NBSP}309.")
    assert (told.concerns, told.concerns_id, told.cause) == (Concerns.FIGURE, "M1", Cause.REVISED)
    assert (told.before, told.after) == (f"1{NBSP}308", f"1{NBSP}309")


def test_a_preliminary_figure_that_became_final() -> None:
    told = figures_correction("M1", VANDALISM, [FigureChange(period="2017", before=308, after=309, preliminary=True)])
    assert told.sentence.endswith("ändrades från 308 till 309. Den tidigare siffran var preliminär.")


def test_a_figure_that_was_withdrawn() -> None:
    told = figures_correction("M1", VANDALISM, [FigureChange(period="2017", before=308, after=None)])
    assert told.sentence == (
        "Antalet anmälda skadegörelser i Svedala 2017 finns inte längre i underlaget; siffran var 308."
    )
    assert (told.before, told.after) == ("308", None)


def test_many_figures_are_one_correction() -> None:
    figures = [FigureChange(period=str(year), before=year, after=year + 1) for year in range(2012, 2017)]
    told = figures_correction("M1", VANDALISM, [*figures, FigureChange(period="2017", before=308, after=None)])
    assert told.sentence == (
        "Antalet anmälda skadegörelser i Svedala: 6 siffror mellan 2012 och 2017 ändrades, varav 1 inte längre finns i"
        f" underlaget, till exempel 2012 från 2{NBSP}012 till 2{NBSP}013."
    )
    assert told.before == f"2{NBSP}012, 2{NBSP}013, 2{NBSP}014 och 3 till"
    assert told.after == f"2{NBSP}013, 2{NBSP}014, 2{NBSP}015 och 3 till"


@pytest.mark.parametrize(
    ("names", "change", "said"),
    [
        (
            SeriesNames(indicator="enkat:trygg", name="trygg ute", place="Bara", unit="procent"),
            FigureChange(period="hösten 2019", before=48.0, after=49.5),
            "Andelen som känner sig trygga i Bara hösten 2019 ändrades från 48 procent till 49,5 procent.",
        ),
        (
            SeriesNames(indicator="enkat:totalindex", name="Totalindex", place="Svedala", unit="index 0–6"),
            FigureChange(period="2017", before=1.94, after=1.9),
            "Värdet för ”Totalindex” i Svedala 2017 ändrades från 1,94 till 1,9.",
        ),
        (
            SeriesNames(indicator="folkmangd", name="", place="Svedala", unit="invånare"),
            FigureChange(period="31 december 2017", before=21000, after=21010),
            f"Folkmängden i Svedala 31 december 2017 ändrades från 21{NBSP}000 till 21{NBSP}010.",
        ),
    ],
)
def test_the_series_is_named(names: SeriesNames, change: FigureChange, said: str) -> None:
    assert figures_correction("M1", names, [change]).sentence == said


def test_less_is_done_than_was_said() -> None:
    before = replace(SAID, words="Minst 12 vandringar", estimate=9.0, unit="vandringar")
    told = done_correction("A1", before, replace(before, estimate=8.0))
    assert (told.before, told.after, told.cause) == ("9 vandringar", "8 vandringar", Cause.REVISED)
    assert told.sentence == (
        "Det som är gjort för åtagandet ”Minst 12 vandringar” ändrades från 9 vandringar till 8 vandringar, eftersom "
        "rader i aktivitetsloggen har ändrats eller tagits bort."
    )


def test_the_register() -> None:
    added = register_correction(Concerns.GOAL, "M2", words="Tryggare.", before=None, after="Uppfyllt")
    gone = register_correction(Concerns.COMMITMENT, "A1", words="Minst 12", before="På väg", after=None)
    edited = register_correction(Concerns.COMMITMENT, "A1", words="Minst 6", before="Minst 12", after="Minst 6")
    assert added.sentence == "Målet ”Tryggare” lades till i registret efter att löftet hade börjat."
    assert gone.sentence == "Åtagandet ”Minst 12” togs bort ur registret efter att löftet hade börjat."
    assert edited.sentence == "Åtagandet ”Minst 6” ändrades i registret efter att löftet hade börjat."
    assert {added.cause, gone.cause, edited.cause} == {Cause.REGISTER}


def test_dates_of_the_register_are_written_out() -> None:
    assert dates_in_words("2017-01-01–2017-12-31, pausat") == "1 januari 2017–31 december 2017, pausat"
