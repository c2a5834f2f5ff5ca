"""A small quasi-Poisson regression: a log-linear mean, with or without a straight trend, by weighted least squares."""

from dataclasses import dataclass
from math import exp, sqrt

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
MOST_ROUNDS = 50
TOLERANCE = 1e-8
"""Relative change of the deviance at which the fit has converged, R's glm default."""
STEEPEST = 30.0
"""A linear predictor beyond ± this is not a fit but an escape towards zero or infinity."""


@dataclass(frozen=True, kw_only=True)
class Fit:
    """`phi` is never below 1. `scale` multiplies `covariance` into that of the coefficients."""

    coefficients: Numbers
    means: Numbers
    leverage: Numbers
    covariance: Numbers
    phi: float
    scale: float


def fit_log_linear(counts: Numbers, times: Numbers, weights: Numbers, *, trend: bool) -> Fit | None:
    """log(mean) = a, or a + b·time, fitted by iterated weighted least squares. None when it does not converge.

    φ is the weighted Pearson χ² over its degrees of freedom. `scale` is the same with each squared residual
    relative to its mean, the dispersion that R's farringtonFlexible predicts with.
    """
    design = np.column_stack([np.ones_like(times), times] if trend else [np.ones_like(times)])
    degrees = len(counts) - design.shape[1]
    if degrees <= 0 or counts.sum() <= 0:
        return None
    predictor, deviance = np.log(counts + 0.1), np.inf
    for _ in range(MOST_ROUNDS):
        means = np.exp(predictor)
        working = weights * means
        information = design.T @ (working[:, None] * design)
        if np.linalg.cond(information) > 1 / np.finfo(float).eps:
            return None
        covariance = np.linalg.inv(information).astype(np.float64)
        coefficients = covariance @ (design.T @ (working * (predictor + (counts - means) / means)))
        predictor = design @ coefficients
        if np.abs(predictor).max() > STEEPEST:
            return None
        means = np.exp(predictor)
        before, deviance = deviance, _deviance(counts, means, weights)
        if abs(deviance - before) < TOLERANCE * (abs(deviance) + 0.1):
            return Fit(
                coefficients=coefficients,
                means=means,
                leverage=np.einsum("ij,jk,ik->i", design, covariance, design) * working,
                covariance=covariance,
                phi=max(1.0, float((weights * (counts - means) ** 2 / means).sum() / degrees)),
                scale=float((weights * ((counts - means) / means) ** 2).sum() / degrees),
            )
    return None


def fitted_at(fit: Fit, time: float) -> tuple[float, float]:
    """The mean at a time, and the standard error of its logarithm."""
    point = np.array([1.0, time])[: len(fit.coefficients)]
    logarithm = min(max(float(point @ fit.coefficients), -STEEPEST), STEEPEST)
    return exp(logarithm), sqrt(max(0.0, fit.scale * float(point @ fit.covariance @ point)))


def _deviance(counts: Numbers, means: Numbers, weights: Numbers) -> float:
    ratio = np.where(counts > 0, counts, 1) / np.where(counts > 0, means, 1)
    return float(2 * (weights * (counts * np.log(ratio) - (counts - means))).sum())
