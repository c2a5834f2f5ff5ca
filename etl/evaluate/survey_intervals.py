"""Other 95 % intervals for a weighted share than Wilson's, named as in R's svyciprop (package survey).

Shares and limits are proportions between 0 and 1. `df` is the number of answers less the number of strata, and `se`
the linearised standard error. Where everybody gave the same answer the curve-based intervals have no limits: None.
"""

from math import asin, exp, log, log1p, sin, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from etl.evaluate.survey import ShareEstimate

Interval = tuple[float, float]
Floats = NDArray[np.float64]


def t_quantile(df: float, level: float = 0.95) -> float:
    """The two-sided quantile of Student's t. Raises ValueError for df under 1 or a level outside 0–1."""
    from scipy.special import stdtrit

    if df < 1 or not 0 < level < 1:
        raise ValueError("frihetsgraderna ska vara minst 1 och nivån ligga mellan 0 och 1")
    return float(stdtrit(df, 0.5 + level / 2))


def mean_interval(share: ShareEstimate) -> Interval | None:
    """p ± t·SE, cut at 0 and 1."""
    found = _spread(share)
    if found is None:
        return None
    half = found * share.se
    return max(0.0, share.p - half), min(1.0, share.p + half)


def logit_interval(share: ShareEstimate) -> Interval | None:
    """logit(p) ± t·SE/(p(1 − p)), turned back (R: `xlogit`; `logit` gives the same numbers)."""
    found = _spread(share)
    if found is None:
        return None
    centre, half = log(share.p) - log1p(-share.p), found * share.se / (share.p * (1 - share.p))
    return _expit(centre - half), _expit(centre + half)


def arcsine_interval(share: ShareEstimate) -> Interval | None:
    """asin √p ± t·SE/(2√(p(1 − p))), turned back (R: `asin`)."""
    found = _spread(share)
    if found is None:
        return None
    centre, half = asin(sqrt(share.p)), found * share.se / (2 * sqrt(share.p * (1 - share.p)))
    return sin(max(0.0, centre - half)) ** 2, sin(min(asin(1.0), centre + half)) ** 2


def likelihood_interval(share: ShareEstimate) -> Interval | None:
    """Where twice the scaled log-likelihood has fallen by t²·n/(n − 1) (R: `likelihood`).

    The likelihood is that of n_eff answers. R finds its limits by a spline through a profile, to about 1e-5.
    """
    from scipy.optimize import brentq

    found = _spread(share)
    if found is None:
        return None
    p, limit = share.p, found**2 * share.n / (share.n - 1)

    def beyond(q: float) -> float:
        fall = p * (log(p) - log(q)) + (1 - p) * (log1p(-p) - log1p(-q))
        return 2 * share.n_eff * fall - limit

    tiny = 1e-15
    low = brentq(beyond, tiny, p, xtol=1e-13) if beyond(tiny) > 0 else 0.0
    high = brentq(beyond, p, 1 - tiny, xtol=1e-13) if beyond(1 - tiny) > 0 else 1.0
    return float(low), float(high)


def beta_interval(share: ShareEstimate) -> Interval:
    """Clopper and Pearson's exact limits on n_eff (Korn & Graubard 1998), n_eff adjusted for the lost df.

    A share where everybody agrees has limits here too, on Kish's n_eff.
    """
    n_eff = share.n_eff
    if share.df is not None and share.df >= 1 and share.df != share.n - 1:
        n_eff *= (t_quantile(share.n - 1) / t_quantile(share.df)) ** 2
    low, high = beta_limits([share.p], [n_eff])
    return float(low[0]), float(high[0])


def beta_limits(p: ArrayLike, n_eff: ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    """beta_interval for arrays of shares and (adjusted) effective numbers of answers, without adjusting them.

    Raises ValueError where a share is outside 0–1 or an n_eff is not above zero.
    """
    from scipy.special import betaincinv

    shares, sizes = np.broadcast_arrays(np.asarray(p, dtype=float), np.asarray(n_eff, dtype=float))
    if not np.all((shares >= 0) & (shares <= 1) & (sizes > 0) & np.isfinite(sizes)):
        raise ValueError("andelarna ska ligga mellan 0 och 1 och antalen svar vara större än noll")
    yes, no, tail = sizes * shares, sizes * (1 - shares), (1 - level) / 2
    # With nobody on one side that limit is the edge itself, where the beta distribution has no shape parameter.
    low = np.where(yes > 0, betaincinv(np.where(yes > 0, yes, 1.0), no + 1, tail), 0.0)
    high = np.where(no > 0, betaincinv(yes + 1, np.where(no > 0, no, 1.0), 1 - tail), 1.0)
    return low, high


def _spread(share: ShareEstimate) -> float | None:
    """The t-quantile that belongs to a share with a standard error; without known df the normal one."""
    if share.se <= 0:
        return None
    df = share.df if share.df is not None else share.n - 1
    return t_quantile(df) if df >= 1 else None


def _expit(x: float) -> float:
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))
