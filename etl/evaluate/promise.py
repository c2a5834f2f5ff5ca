"""Verdicts put together: a promise from its parts, a goal from its indicators, reports against survey."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.evaluate.verdict import Judgement, Reason, Verdict, undecidable


@dataclass(frozen=True, kw_only=True)
class Part:
    """A commitment or goal of a promise. What is not countable ("vid behov") is left out of the verdict."""

    judgement: Judgement
    primary: bool = True
    countable: bool = True


def combine(parts: Sequence[Part]) -> Judgement:
    """The verdict of a promise for one of its two questions (method, section 9).

    Ej uppfyllt if any primary part is, Uppfyllt if all are, otherwise the weakest: Går inte att avgöra before
    På väg. Nothing to count is undecidable, never met.
    """
    countable = [part for part in parts if part.countable]
    if not countable:
        return undecidable(Reason.NO_PARTS)
    primary = [part.judgement for part in countable if part.primary]
    if not primary:
        return undecidable(Reason.NO_PRIMARY)
    return combine_indicators(primary)


def combine_indicators(judgements: Sequence[Judgement]) -> Judgement:
    """The verdict of several primary measures together; never an average."""
    if not judgements:
        return undecidable(Reason.NO_PARTS)
    open_period = any(judgement.open_period for judgement in judgements)
    verdicts = {judgement.verdict for judgement in judgements}
    if Verdict.NOT_MET in verdicts:
        verdict, reason = Verdict.NOT_MET, Reason.SOME_NOT_MET
    elif verdicts == {Verdict.MET}:
        verdict, reason = Verdict.MET, Reason.ALL_MET
    elif Verdict.UNDECIDABLE in verdicts:
        verdict, reason = Verdict.UNDECIDABLE, _shared_reason(judgements)
    else:
        verdict, reason = Verdict.ON_TRACK, Reason.ALL_ON_TRACK
    return Judgement(verdict=verdict, reason_code=reason, open_period=open_period)


def reporting_effect(
    reports: Judgement, survey: Judgement | None, *, same_exposure: bool, survey_is_exposure: bool = True
) -> Judgement:
    """The verdict of reported crime, greyed when a survey of the same exposure clearly points the other way.

    More reports may mean more trust. The survey counts only when it was judgeable and its 60 % interval lies
    on one side of zero. `survey_is_exposure` is False when the survey measures those *not* exposed.
    """
    if survey is None or not same_exposure or not reports.decided or reports.estimate is None:
        return reports
    if survey.low60 is None or survey.high60 is None:
        return reports
    fell, rose = survey.high60 < 0, survey.low60 > 0
    if not survey_is_exposure:
        fell, rose = rose, fell
    if (reports.estimate > 0 and fell) or (reports.estimate < 0 and rose):
        return replace(reports, verdict=Verdict.UNDECIDABLE, reason_code=Reason.REPORTING_EFFECT)
    return reports


def _shared_reason(judgements: Sequence[Judgement]) -> Reason:
    """The reason all parts have in common, or the general one."""
    reasons = {judgement.reason_code for judgement in judgements}
    return reasons.pop() if len(reasons) == 1 else Reason.PART_UNDECIDED
