"""Evidence of every kind for property tests: what a register and its files can hold, and a good deal more."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from etl.evaluate.crime_goal import CrimeEvidence
from etl.evaluate.reports import LogEntry
from etl.evaluate.verdict import Direction, Verdict
from tests.unit.evaluate.factories import crime, survey

CALM = settings(max_examples=150, deadline=None, database=None, derandomize=True)
GREEN = (Verdict.MET, Verdict.ON_TRACK)

shares = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
directions = st.sampled_from(Direction)
crimes = st.builds(
    crime,
    x0=st.none() | st.integers(0, 5000),
    x1=st.none() | st.integers(0, 5000),
    months0=st.sampled_from([12, 24, 36]),
    months1=st.integers(0, 24),
    phi=st.floats(1, 30),
    tau=st.floats(0, 0.2),
    target_ratio=st.sampled_from([0.0, 0.1, 0.3]),
    open_period=st.booleans(),
    direction=directions,
)
surveys = st.builds(
    survey,
    p0=st.none() | shares,
    p1=st.none() | shares,
    n=st.none() | st.integers(1, 5000),
    direction=directions,
    high_is_good=st.booleans(),
    target=st.sampled_from([0.0, 0.05]),
    open_period=st.booleans(),
    instrument_changed=st.booleans(),
)
# A hamlet and a whole country; a population nobody knows; spread that no months of a real place have.
extreme_crimes = st.builds(
    CrimeEvidence,
    x0=st.none() | st.integers(0, 10_000_000),
    person_years0=st.none() | st.floats(0, 1e9, allow_subnormal=False),
    months0=st.integers(0, 600),
    x1=st.none() | st.integers(0, 10_000_000),
    person_years1=st.none() | st.floats(0, 1e9, allow_subnormal=False),
    months1=st.integers(0, 600),
    phi=st.floats(1, 1e6),
    phi_assumed=st.booleans(),
    tau=st.floats(0, 2),
    target_ratio=st.floats(0, 0.99),
    open_period=st.booleans(),
    definition_changed=st.booleans(),
    direction=directions,
)
extreme_surveys = st.builds(
    survey,
    p0=st.none() | st.floats(0, 1),
    p1=st.none() | st.floats(0, 1),
    n=st.none() | st.floats(0, 1e7),
    direction=directions,
    high_is_good=st.booleans(),
    target=st.floats(0, 0.99),
    open_period=st.booleans(),
    instrument_changed=st.booleans(),
    published_without_n=st.booleans(),
    index_scale=st.booleans(),
)

FIRST_DAY, LAST_DAY = date(2025, 1, 1), date(2025, 12, 31)
_days = st.integers(-20, 380).map(lambda day: FIRST_DAY + timedelta(days=day))


@st.composite
def log_entries(draw: st.DrawFn) -> LogEntry:
    day = draw(_days)
    is_nil = draw(st.booleans())
    covers = draw(st.none() | st.integers(0, 60))
    return LogEntry(
        day=day,
        amount=0.0 if is_nil else draw(st.sampled_from([0.5, 1.0, 2.0, 7.25])),
        area=draw(st.none() | st.sampled_from(["torget", "parken", "skolan"])),
        is_nil=is_nil,
        covers=None if covers is None else (day - timedelta(days=covers), day),
        missing=draw(st.sampled_from([0, 0, 0, 1])),
    )


logs = st.lists(log_entries(), max_size=40)
