"""Phrases about counted commitments that every form of a text is made from."""

from etl.evaluate.contexts import CountContext
from etl.evaluate.numbers_sv import number, units
from etl.evaluate.verdict import Judgement, Reason
from etl.evaluate.wording import unit_word


def has_forecast(judgement: Judgement) -> bool:
    """Whether the verdict rests on a forecast."""
    paced = (Reason.ON_PACE, Reason.BEHIND_PACE, Reason.FORECAST_UNCLEAR)
    return judgement.forecast is not None and judgement.reason_code in paced


def rounded_forecast(forecast: float, target: float) -> float:
    """A forecast without false precision, never rounded across the target it is compared with."""
    step = 10 if forecast >= 1000 else 1
    rounded = float(round(forecast / step) * step)
    if (rounded >= target) == (forecast >= target):
        return rounded
    return float(int(forecast)) if forecast < target else float(-int(-forecast // 1))


def amount(count: float, context: CountContext) -> str:
    if context.names_areas:
        areas = "område" if count == 1 else "olika områden"
        return f"{context.unit} i {units(count)} {areas}"
    return f"{units(count)} {unit_word(count, context.unit)}"


def of_target(judgement: Judgement, context: CountContext) -> str:
    done, target = units(judgement.done or 0.0), judgement.target or 0
    if context.names_areas:
        return f"{context.unit} i {done} av {units(target)} olika områden"
    return f"{done} av {units(target)} {unit_word(target, context.unit)}"


def goal(judgement: Judgement, context: CountContext) -> str:
    return f"målet {'om' if context.names_areas else 'på'} {goal_amount(judgement, context)}"


def goal_amount(judgement: Judgement, context: CountContext) -> str:
    target = judgement.target or 0
    if context.names_areas:
        return f"{context.unit} i minst {units(target)} {'område' if target == 1 else 'olika områden'}"
    return f"minst {amount(target, context)}"


def target_text(judgement: Judgement) -> str:
    return units(judgement.target or 0)


def per_week(units_per_week: float) -> str:
    return number(units_per_week) if units_per_week >= 10 else number(units_per_week, 1)
