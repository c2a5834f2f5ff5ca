"""How reported crime has moved: what may be said of counts, and what may not."""

import re
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etl.evaluate.crime_change import Change, CrimeChange, Twelve, crime_change
from etl.evaluate.crime_goal import LEAST_BASE, CrimeEvidence, judge_crime
from etl.evaluate.sentences_crime_change import FEW, PRELIMINARY, tell_change
from tests.unit.evaluate.strategies import CALM

DAMAGE = "skadegorelse"


def year(number: int, count: int | None, rate: float | None = None, **more: object) -> Twelve:
    return Twelve(
        first=date(number, 1, 1), last=date(number, 12, 31), count=count, rate=rate, **more  # type: ignore[arg-type]
    )  # fmt: skip


def to_october(number: int, count: int | None, **more: object) -> Twelve:
    first, last = date(number - 1, 11, 1), date(number, 10, 31)
    return Twelve(first=first, last=last, count=count, **more)  # type: ignore[arg-type]


def changed(*series: Twelve, crime: str = DAMAGE) -> CrimeChange:
    found = crime_change(crime, series)
    assert found is not None
    return found


def said(*series: Twelve, crime: str = DAMAGE, place: str = "Svedala") -> str:
    return tell_change(changed(*series, crime=crime), crime=crime, crime_name="", place=place).sentence


def claimed(*series: Twelve, crime: str = DAMAGE, place: str = "Svedala") -> str:
    return tell_change(changed(*series, crime=crime), crime=crime, crime_name="", place=place).claim


# Svedala 2022–2025 and Brå's rates per 100 000. Source: Brå, anmälda brott per kommun och år.
SVEDALA = (year(2022, 323, 1389), year(2023, 226, 967), year(2024, 161, 685), year(2025, 127, 537))


def test_svedala_2025_against_the_three_years_before() -> None:
    change = changed(*SVEDALA)

    assert change.kind is Change.FEWER
    assert change.per_inhabitant
    assert change.base == pytest.approx((323 + 226 + 161) / 3)
    assert said(*SVEDALA) == (
        "År 2025 anmäldes 127 skadegörelser i Svedala, 47 procent färre per invånare än i genomsnitt 2022–2024, och "
        "det är mer än de vanliga svängningarna mellan åren."
    )
    assert claimed(*SVEDALA) == "Färre anmälda skadegörelser i Svedala 2025 än åren före"


def test_the_interval_is_that_of_the_rule_for_goals() -> None:
    change = changed(*SVEDALA)
    persons = [100_000 * t.count / t.rate for t in SVEDALA if t.count and t.rate]
    judged = judge_crime(
        CrimeEvidence(
            x0=710, person_years0=sum(persons[:3]), months0=36, x1=127, person_years1=persons[3], months1=12, phi=2.8,
            phi_assumed=True,
        )
    )  # fmt: skip

    assert (change.percent, change.low, change.high) == (judged.estimate, judged.low, judged.high)


def test_ordinary_variation_is_no_change() -> None:
    series = (year(2022, 100), year(2023, 110), year(2024, 90), year(2025, 110))

    assert changed(*series).kind is Change.UNCLEAR
    assert said(*series) == (
        "År 2025 anmäldes 110 skadegörelser i Svedala, 10 procent fler än i genomsnitt 2022–2024, men det ryms inom "
        "de vanliga svängningarna mellan åren."
    )
    assert claimed(*series) == "Anmälda skadegörelser i Svedala 2025: ingen tydlig skillnad mot åren före"


def test_as_many_as_before_needs_no_percentage() -> None:
    assert said(year(2023, 200), year(2024, 200), year(2025, 200)) == (
        "År 2025 anmäldes 200 skadegörelser i Svedala, ungefär lika många som i genomsnitt 2023–2024."
    )


def test_small_numbers_are_set_beside_each_other() -> None:
    series = (year(2023, 5), year(2024, 9), year(2025, 1))

    assert said(*series, crime="ofredande") == (
        "År 2025 anmäldes ett ofredande i Svedala, att jämföra med mellan 5 och 9 om året 2023–2024. Talen är för små "
        "för att räknas om till procent."
    )
    assert claimed(*series, crime="ofredande") == "Ett anmält ofredande i Svedala 2025"


def test_none_at_all() -> None:
    assert said(year(2023, 50), year(2024, 90), year(2025, 0)) == (
        "År 2025 anmäldes inga skadegörelser i Svedala, mot i genomsnitt 70 om året 2023–2024."
    )
    assert said(year(2025, 0)) == "År 2025 anmäldes inga skadegörelser i Svedala."
    assert claimed(year(2025, 0)) == "Inga anmälda skadegörelser i Svedala 2025"


def test_a_single_year_before_is_not_enough() -> None:
    assert changed(year(2024, 400), year(2025, 100)).kind is Change.NO_HISTORY
    assert said(year(2024, 400), year(2025, 100)) == (
        "År 2025 anmäldes 100 skadegörelser i Svedala. Det finns inga jämförbara uppgifter från åren före."
    )
    assert claimed(year(2025, 100)) == "100 anmälda skadegörelser i Svedala 2025"


def test_a_missing_or_hidden_year_ends_what_is_compared_with() -> None:
    hole = changed(year(2021, 500), year(2023, 100), year(2024, 100), year(2025, 100))
    hidden = changed(
        year(2022, 500), year(2023, None, hidden_reason="döljs"), year(2024, 100), year(2025, 100)
    )  # fmt: skip

    assert [twelve.last.year for twelve in hole.before] == [2023, 2024]
    assert hidden.kind is Change.NO_HISTORY


def test_at_most_three_years_before() -> None:
    assert len(changed(*(year(number, 100) for number in range(2010, 2026))).before) == 3


def test_what_is_hidden_stays_hidden() -> None:
    few = year(2025, None, hidden_reason=FEW)
    guard = year(2025, None, hidden_reason="döljs för att skydda ett litet tal")
    before = (year(2023, 100), year(2024, 100))

    assert said(*before, few) == "År 2025 anmäldes färre än fem skadegörelser i Svedala; så små tal visas inte exakt."
    assert claimed(few) == "Färre än fem anmälda skadegörelser i Svedala 2025"
    assert said(*before, guard) == (
        "Antalet anmälda skadegörelser i Svedala 2025 visas inte, för att skydda ett litet tal."
    )
    assert claimed(guard) == "Antalet anmälda skadegörelser i Svedala 2025 visas inte"
    assert said(year(2025, None)) == "Antalet anmälda skadegörelser i Svedala 2025 är inte känt."


def test_twelve_months_that_are_no_calendar_year() -> None:
    series = (to_october(2024, 800), to_october(2025, 812), to_october(2026, 790, preliminary=True))

    assert said(*series, place="Centrum i Exempelköping") == (
        "Från november 2025 till oktober 2026 anmäldes 790 skadegörelser i Centrum i Exempelköping, 2 procent färre "
        "än i genomsnitt under de två åren före, men det ryms inom de vanliga svängningarna mellan åren. Siffran är "
        "preliminär."
    )


def test_rates_are_compared_only_where_every_year_has_one() -> None:
    assert not changed(year(2023, 100, 500), year(2024, 100), year(2025, 100, 500)).per_inhabitant


def test_the_order_of_the_years_does_not_matter() -> None:
    assert crime_change(DAMAGE, SVEDALA[::-1]) == crime_change(DAMAGE, SVEDALA)


def test_nothing_is_said_of_nothing() -> None:
    assert crime_change(DAMAGE, ()) is None


@pytest.mark.parametrize("wrong", [{"count": -1}, {"count": 1, "rate": float("nan")}, {"count": 1, "rate": -0.1}])
def test_impossible_figures_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="noll eller större"):
        Twelve(first=date(2025, 1, 1), last=date(2025, 12, 31), **wrong)  # type: ignore[arg-type]


@st.composite
def spans(draw: st.DrawFn) -> list[Twelve]:
    """Years that end in the same month, with holes, hidden ones and zeros."""
    month = draw(st.integers(1, 12))
    found = []
    for last_year in sorted(draw(st.sets(st.integers(2012, 2026), min_size=1, max_size=8))):
        last = date(last_year, month, monthrange(last_year, month)[1])
        first = date(last_year, 1, 1) if month == 12 else date(last_year - 1, month + 1, 1)
        count = draw(st.none() | st.integers(0, 60) | st.integers(0, 4000))
        population = draw(st.none() | st.integers(500, 200_000))
        found.append(
            Twelve(
                first=first,
                last=last,
                count=count,
                rate=None if population is None or count is None else 100_000 * count / population,
                preliminary=draw(st.booleans()),
                hidden_reason="" if count is not None else draw(st.sampled_from(["", FEW, "döljs"])),
            )
        )
    return found


@given(spans(), st.sampled_from(["skadegorelse", "ofredande", "okand_typ"]))
@CALM
def test_the_rules_of_counts_hold_for_every_series(series: list[Twelve], crime: str) -> None:
    change = crime_change(crime, series)
    assert change is not None
    told = tell_change(change, crime=crime, crime_name="Okänd typ", place="Svedala")
    in_percent = change.kind in (Change.MORE, Change.FEWER, Change.UNCLEAR)

    # Never a percentage on a small base, without history, or of something hidden.
    assert ("procent " in told.sentence) <= in_percent
    assert in_percent == (change.percent is not None)
    if in_percent:
        assert change.base is not None
        assert change.base >= LEAST_BASE
        assert all(twelve.count is not None for twelve in change.before)
        assert change.low is not None
        assert change.high is not None
        assert change.low <= change.percent <= change.high  # type: ignore[operator]
    # Clear only when no change lies outside the interval, and then the word is that of its side.
    if change.kind is Change.MORE:
        assert (change.low or 0) > 0
        assert "fler" in told.claim.lower()
    if change.kind is Change.FEWER:
        assert (change.high or 0) < 0
        assert "färre" in told.claim.lower()
    # Compared only with whole years that end one, two, three years earlier, without a hole between.
    assert [twelve.last.year for twelve in change.before] == list(
        range(change.latest.last.year - len(change.before), change.latest.last.year)
    )
    assert change.latest == max(series, key=lambda twelve: twelve.last)
    assert told.sentence.endswith(PRELIMINARY) == change.latest.preliminary
    assert "inte alla brott" in told.caution
    assert not re.search(r"None|nan|\.\.|  ", told.sentence + told.claim)


@given(st.integers(1, 3000), st.integers(LEAST_BASE, 3000), st.integers(1, 500))
@CALM
def test_more_crimes_never_sound_like_fewer(count: int, base: int, more: int) -> None:
    before = (year(2023, base), year(2024, base))
    low, high = changed(*before, year(2025, count)), changed(*before, year(2025, count + more))
    order = [Change.FEWER, Change.UNCLEAR, Change.MORE]
    assume(low.kind in order and high.kind in order)

    assert order.index(low.kind) <= order.index(high.kind)
    assert (low.percent or 0) < (high.percent or 0)
