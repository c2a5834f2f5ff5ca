"""Where a promise stands on a given day."""

from datetime import date

from etl.evaluate.verdict import Reason, State

_BLOCKING: dict[State, Reason] = {
    State.PAUSED: Reason.PAUSED,
    State.CONDITIONAL: Reason.CONDITIONAL,
    State.NO_PERIOD: Reason.PERIOD_MISSING,
}


def state_of(
    *,
    start: date | None,
    end: date | None,
    today: date,
    register_state: str = "",
    paused_from: date | None = None,
    paused_to: date | None = None,
) -> State:
    """The state of a promise on `today`.

    `register_state` is the register's word: gäller, pausat, avslutat, villkorat or empty. A pause with dates
    holds between them (both included); the word `pausat` without dates holds always.
    """
    if register_state == "villkorat":
        return State.CONDITIONAL
    has_pause_dates = paused_from is not None or paused_to is not None
    in_pause = (paused_from is None or paused_from <= today) and (paused_to is None or today <= paused_to)
    if (has_pause_dates and in_pause) or (register_state == "pausat" and not has_pause_dates):
        return State.PAUSED
    if register_state == "avslutat":
        return State.CLOSED
    if start is None or end is None:
        return State.NO_PERIOD
    return State.CLOSED if today > end else State.ONGOING


def blocked_by(state: State) -> Reason | None:
    """Why a promise in this state cannot be judged, or None when it can."""
    return _BLOCKING.get(state)
