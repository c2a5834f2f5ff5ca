"""What the thresholds mean for surveys, and how their numbers are made coarse."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from etl.errors import BuildError
from etl.evaluate.numbers_sv import rounded_half_up

Thresholds = Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class SurveyLimits:
    """`answers` and `count` are the smallest base and count shown; groups are rounded to `answers_to` and `share_to`.

    `span` is how wide the range of a hidden count must stay for whoever calculates backwards.
    """

    answers: int = 30
    count: int = 5
    span: int = 5
    answers_to: int = 10
    share_to: int = 1

    def coarse_answers(self, answers: int | None) -> int | None:
        """Answers of a group, to the nearest ten."""
        return None if answers is None else int(rounded_half_up(answers / self.answers_to)) * self.answers_to

    def coarse_share(self, share: float | None) -> float | None:
        """A share (or a difference between shares) of a group, to whole percent."""
        return None if share is None else float(rounded_half_up(share / self.share_to)) * self.share_to

    def tenth(self, value: float | None) -> float | None:
        """A value of everybody who answered, to one decimal that rounds to the same whole number as the value does."""
        if value is None:
            return None
        tenth = rounded_half_up(value, 1)
        if abs(value) >= 1 and rounded_half_up(float(tenth)) != rounded_half_up(value):
            tenth -= Decimal("0.1") if tenth > 0 else -Decimal("0.1")
        return float(tenth)


def survey_limits(thresholds: Thresholds) -> SurveyLimits:
    """The limits in marts.threshold. Raises BuildError when one is missing."""
    try:
        return SurveyLimits(
            answers=int(thresholds["minsta_svar"]),
            count=int(thresholds["minsta_antal"]),
            span=int(thresholds["minsta_spann"]),
            answers_to=int(thresholds["svar_avrundas_till"]),
            share_to=int(thresholds["andel_avrundas_till"]),
        )
    except KeyError as missing:
        raise BuildError(
            what=f"Tröskeln {missing} saknas",
            where="data/reference/rojandeskydd.csv",
            todo="Lägg till den, bygg om och publicera igen.",
        ) from missing
