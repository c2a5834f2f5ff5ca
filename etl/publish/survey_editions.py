"""The survey rows of an edition after those before it: a wave that has been published stays as it was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.publish.limits import SurveyLimits
from etl.publish.survey_memory import SurveyCell, as_cell, remembered

Rows = list[dict[str, Any]]
_KEPT = ("value", "low", "high", "answers", "hidden_reason")
_MEANS = ("mean", "mean_low", "mean_high", "answers")


@dataclass(frozen=True, kw_only=True)
class KeptSurveys:
    """Public rows of marts.survey_series and survey_distribution, and the `cells` to add to editions.survey.

    A row of `series` is held (`is_held`) when it is told otherwise than the answers say today.

    `agreeing` are the same rows without the values that are held: what is computed from today's answers may not be
    shown beside them.
    """

    series: Rows
    distribution: Rows
    agreeing: Rows
    cells: list[SurveyCell]


def keep_published(
    series: Rows,
    distribution: Rows,
    earlier: Iterable[SurveyCell],
    limits: SurveyLimits,
    *,
    edition: str,
    published_on: date,
) -> KeptSurveys:
    """`series` and `distribution` have been through their gates, `earlier` is all of editions.survey.

    What others have published is told as they tell it now.
    """
    own = [place for place, row in enumerate(series) if not row["published"]]
    asked = [series[place] for place in own] + distribution
    memory = remembered(
        [as_cell(row, published_on=published_on, edition=edition) for row in asked], list(earlier), limits
    )
    told, agreeing = list(series), list(series)
    for number, place in enumerate(own):
        is_held = number in memory.held
        figures = {name: getattr(memory.cells[number], name) for name in _KEPT}
        told[place] = series[place] | figures | {"is_held": is_held}
        agreeing[place] = told[place] | ({"value": None} if is_held else {})
    return KeptSurveys(
        series=told,
        distribution=_spread(distribution, memory.cells[len(own) :]),
        agreeing=agreeing,
        cells=memory.new,
    )


def _spread(rows: Rows, cells: Sequence[SurveyCell]) -> Rows:
    return [
        row | {"share": cell.value} | {name: getattr(cell, name) for name in _MEANS}
        for row, cell in zip(rows, cells, strict=True)
        if cell.hidden_reason is None
    ]
