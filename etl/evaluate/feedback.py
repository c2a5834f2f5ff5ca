"""Whether the inhabitants were told in time (method, section 8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

GRACE_DAYS = 45


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """One sub-period of a reporting duty. `days_late` counts from `due`, for what is late or still missing.

    `status`: i tid, för sent, saknas (due and not given), väntar (the period is over, the time is not),
    kommande.
    """

    status: str
    due: date
    given_on: date | None
    days_late: int

    @property
    def kept(self) -> bool:
        return self.status == "i tid"


def feedback_status(period_end: date, given: Sequence[date], today: date, *, required: int = 1) -> Feedback:
    """The status of one sub-period that ends on `period_end`.

    `given` are the days on which feedback for it was given; the duty is fulfilled on the `required`-th of
    them, in time within 45 days after the end.
    """
    due = period_end + timedelta(days=GRACE_DAYS)
    days = sorted(day for day in given if day <= today)
    if len(days) >= required:
        fulfilled = days[required - 1]
        late = max(0, (fulfilled - due).days)
        return Feedback(status="för sent" if late else "i tid", due=due, given_on=fulfilled, days_late=late)
    latest = days[-1] if days else None
    if today > due:
        return Feedback(status="saknas", due=due, given_on=latest, days_late=(today - due).days)
    status = "väntar" if today > period_end else "kommande"
    return Feedback(status=status, due=due, given_on=latest, days_late=0)
