"""What a sentence needs beside the judgement: names, periods, units; and what comes back."""

from dataclasses import dataclass
from datetime import date

from etl.evaluate.verdict import Direction, Verdict

Span = tuple[date, date]


@dataclass(frozen=True, kw_only=True)
class Told:
    """One judgement in words.

    `sentence` stands alone. `claim` is a chart's title. `reason` is the short phrase of an undecided verdict
    and empty otherwise. `headline` is verdict and phrase together. `interval` and `caution` may be empty.
    `short` is for a display (at most 14 words), `easy` is easy-read (lättläst), one sentence a line, `report` is the
    sentence with what it rests on, for a report on paper. `english` is the sentence in English, and `english_claim` the
    claim where another sentence may take it up. All say the same numbers.
    """

    sentence: str
    claim: str
    headline: str
    reason: str = ""
    caution: str = ""
    alt: str = ""
    interval: str = ""
    short: str = ""
    easy: str = ""
    report: str = ""
    english: str = ""
    english_claim: str = ""


@dataclass(frozen=True, kw_only=True)
class CrimeContext:
    """`crime` is a crime key, `place` a name that follows "i"; rates are per 1 000 inhabitants and year."""

    crime: str
    place: str
    baseline: Span | None
    followup: Span | None
    promise_period: Span | None = None
    crime_name: str = ""
    x0: int | None = None
    x1: int | None = None
    rate0: float | None = None
    rate1: float | None = None
    chart_years: tuple[int, int] | None = None
    baseline_note: str = ""
    preliminary: bool = False


@dataclass(frozen=True, kw_only=True)
class SurveyContext:
    """`value0` and `value1` as published: 48.0 for 48 procent, 1.94 on an index. Waves are named by text."""

    indicator: str
    indicator_name: str
    place: str
    wave0: str
    wave1: str
    value0: float | None
    value1: float | None
    unit: str = "procent"
    instrument: str = ""
    high_is_good: bool = True
    group: str = ""
    chart_years: tuple[int, int] | None = None
    assumed_deff: bool = False

    @property
    def is_index(self) -> bool:
        return self.unit.startswith("index")


@dataclass(frozen=True, kw_only=True)
class CountContext:
    """`unit` is an indefinite plural: "timmar", "uppstartsmöten för grannsamverkan"."""

    unit: str
    commitment: str = ""
    place: str = ""
    period: Span | None = None
    distinct_areas: bool = False
    last_report: date | None = None

    @property
    def names_areas(self) -> bool:
        """Whether the areas have to be named beside the unit, which a unit of areas already does."""
        return self.distinct_areas and not self.unit.startswith("områden")


@dataclass(frozen=True, kw_only=True)
class RecurringContext:
    """`interval` is the register's word; `unit` an indefinite plural."""

    interval: str
    per_period: float
    unit: str
    period: Span | None = None


@dataclass(frozen=True, kw_only=True)
class WithheldContext:
    """What may be said: no figure but the name of a place and a direction.

    `measure` is brott, enkät or flera; `key` the crime type or indicator, `name` what it is called, `goal` the
    register's words (used where there is no key). `reason` is the phrase of an undecided verdict, `headline` the line
    of verdict and phrase; neither holds a figure of the series.
    """

    measure: str
    key: str
    name: str
    goal: str
    place: str
    direction: Direction | None
    verdict: Verdict
    headline: str
    reason: str = ""
    group: str = ""
    high_is_good: bool = False
    is_open: bool = False
