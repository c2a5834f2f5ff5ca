"""A goal that is measured in several ways: one verdict, never an average (method, section 3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.evaluate.promise import combine_indicators, reporting_effect
from etl.evaluate.verdict import Judgement, Reason, undecidable


@dataclass(frozen=True, kw_only=True)
class IndicatorVerdict:
    """One measure of a goal with its own judgement.

    `exposure` names what people were exposed to, where and who: a report series and a survey that have the same
    one tell of the same thing. It is None for a measure that no other can contradict. `counts_exposed` is False
    for a survey of those who were *not* exposed.
    """

    judgement: Judgement
    primary: bool = True
    exposure: object = None
    is_survey: bool = False
    counts_exposed: bool = True


@dataclass(frozen=True, kw_only=True)
class GoalVerdict:
    """The judgement of the goal and the measures it rests on, by their place.

    `needs_caution`: reports decide and a survey was among the measures, so that the reader must know that reports
    also follow how inclined people are to report.
    """

    judgement: Judgement
    deciding: tuple[int, ...] = ()
    needs_caution: bool = False


def combine_goal(measures: Sequence[IndicatorVerdict]) -> GoalVerdict:
    """The verdict of a goal from its measures.

    Reports and a survey of the same exposure are one voice: the reports' verdict stands, unless the survey clearly
    points the other way, which makes it undecidable. Only where the reports cannot be judged does the survey speak
    for itself. Then: Ej uppfyllt if any primary measure is, Uppfyllt if all are, otherwise the weakest.
    """
    heard = [_against_surveys(measure, measures) for measure in measures]
    witnesses = {
        place for place, measure in enumerate(measures) if any(_is_witness(measure, reports) for reports in heard)
    }
    deciding = tuple(place for place, measure in enumerate(heard) if measure.primary and place not in witnesses)
    if not measures:
        return GoalVerdict(judgement=undecidable(Reason.NO_MEASURE))
    if not deciding:
        return GoalVerdict(judgement=undecidable(Reason.NO_PRIMARY))
    together = combine_indicators([heard[place].judgement for place in deciding])
    contradicted = any(heard[place].judgement.reason_code is Reason.REPORTING_EFFECT for place in deciding)
    if contradicted and not together.decided:
        together = replace(together, reason_code=Reason.REPORTING_EFFECT)
    reported = any(not measures[place].is_survey for place in deciding)
    asked = any(measure.is_survey for measure in measures)
    return GoalVerdict(judgement=together, deciding=deciding, needs_caution=reported and asked)


def _against_surveys(measure: IndicatorVerdict, measures: Sequence[IndicatorVerdict]) -> IndicatorVerdict:
    judgement = measure.judgement
    if measure.is_survey or measure.exposure is None:
        return measure
    for survey in measures:
        if survey.is_survey:
            judgement = reporting_effect(
                judgement,
                survey.judgement,
                same_exposure=survey.exposure == measure.exposure,
                survey_is_exposure=survey.counts_exposed,
            )
    return replace(measure, judgement=judgement)


def _is_witness(survey: IndicatorVerdict, reports: IndicatorVerdict) -> bool:
    """Whether the survey only stands beside these reports, which already have the word."""
    judged = reports.judgement.decided or reports.judgement.reason_code is Reason.REPORTING_EFFECT
    same = survey.is_survey and not reports.is_survey and survey.exposure is not None
    return same and survey.exposure == reports.exposure and reports.primary and judged
