"""Several waves taken together, for groups and places too small for one wave alone."""

from collections.abc import Sequence
from math import sqrt

from etl.evaluate.survey import ShareEstimate, wilson


def pooled_share(waves: Sequence[ShareEstimate]) -> ShareEstimate | None:
    """The mean of the waves' shares, each wave counting the same, as Brå pools two years of NTU per municipality.

    The waves are independent samples: SE = √(ΣSE²)/k and n_eff = p(1 − p)/SE². Where all answered alike in every
    wave, n_eff is that of the mean of k shares, k²/Σ(1/n_eff). A change within the pooled time is not seen. None
    without waves.
    """
    k = len(waves)
    if k == 0:
        return None
    p = min(1.0, max(0.0, sum(wave.p for wave in waves) / k))
    variance = sum(wave.se**2 for wave in waves) / k**2
    agreed = variance < 1e-18 or p * (1 - p) < 1e-12
    n_eff = k**2 / sum(1 / wave.n_eff for wave in waves) if agreed else p * (1 - p) / variance
    low, high = wilson(p, n_eff)
    known_kish = [wave.kish for wave in waves if wave.kish is not None]
    known_df = [wave.df for wave in waves if wave.df is not None]
    return ShareEstimate(
        n=sum(wave.n for wave in waves),
        p=p,
        se=0.0 if agreed else sqrt(variance),
        n_eff=n_eff,
        low=low,
        high=high,
        kish=k**2 / sum(1 / kish for kish in known_kish) if len(known_kish) == k else None,
        df=sum(known_df) if len(known_df) == k else None,
        deff_assumed=any(wave.deff_assumed for wave in waves),
    )
