"""Less certainty never makes a verdict better: a wider interval does not turn grey to green."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.decision import Limits, decide
from etl.evaluate.published_change import PublishedShare, published_change
from etl.evaluate.rates import rate_ratio
from etl.evaluate.verdict import Direction, Verdict
from tests.unit.evaluate.strategies import CALM, GREEN, directions

widths = st.floats(0, 2)


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    """Limits around any estimate, the 60 % ones within the 95 % ones."""
    middle = draw(st.floats(-3, 3))
    low60, high60, low95, high95 = (draw(widths) for _ in range(4))
    return Limits(
        low95=middle - low60 - low95, high95=middle + high60 + high95, low60=middle - low60, high60=middle + high60
    )


@CALM
@given(limits(), st.tuples(widths, widths, widths, widths), directions, st.booleans(), st.floats(0, 0.1))
def test_in_the_rule_itself(
    known: Limits, wider: tuple[float, float, float, float], direction: Direction, is_open: bool, least: float
) -> None:
    before, _ = decide(known, least_change=least, direction=direction, open_period=is_open)
    widened = Limits(
        low95=known.low95 - wider[0],
        high95=known.high95 + wider[1],
        low60=known.low60 - wider[2],
        high60=known.high60 + wider[3],
    )
    after, _ = decide(widened, least_change=least, direction=direction, open_period=is_open)
    if before not in GREEN:
        assert after not in GREEN
    if before is not Verdict.NOT_MET:
        assert after is not Verdict.NOT_MET


percents = st.floats(0, 100)


@st.composite
def published(draw: st.DrawFn) -> PublishedShare:
    low, value, high = sorted(draw(percents) for _ in range(3))
    return PublishedShare(value=value, low=low, high=high)


@CALM
@given(published(), published(), st.floats(0, 20), st.floats(0, 20))
def test_in_published_shares(before: PublishedShare, after: PublishedShare, down: float, up: float) -> None:
    vaguer = replace(after, low=after.low - down, high=after.high + up)
    if not published_change(before, after).is_significant:
        assert not published_change(before, vaguer).is_significant
    if not published_change(before, after).intervals_apart:
        assert not published_change(before, vaguer).intervals_apart


@CALM
@given(st.integers(1, 5000), st.integers(1, 5000), st.floats(1, 10), st.floats(1, 5))
def test_in_rate_ratios(x0: int, x1: int, phi: float, factor: float) -> None:
    narrow, wide = rate_ratio(x0, 1.0, x1, 1.0, phi=phi), rate_ratio(x0, 1.0, x1, 1.0, phi=factor * phi)
    assert wide.low <= narrow.low <= narrow.value <= narrow.high <= wide.high
