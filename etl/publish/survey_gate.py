"""The gate of surveys: bases under 30 hidden, groups coarse, and no hidden group left to calculate.

A group is hidden when its base is too small, or when so few gave one of the two answers (good or not) that they are a
small number themselves. Where exactly one group of a kind is hidden, it is everybody less the others: when the
rounding of the others does not leave room enough, the smallest of them is hidden too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from etl.publish.limits import SurveyLimits
from etl.publish.survey_memory import LEFT_OUT

Row = Mapping[str, Any]
FEW_ANSWERS = "färre än {least} svar"
FEW_OF_A_KIND = "färre än {least} har gett ett av svaren"
COMPLEMENT = "döljs för att skydda en liten grupp"
_FIGURES = ("value", "low", "high", "answers", "n_eff")
_ASKED = ("municipality_code", "region", "series_id", "question", "wave", "year", "unit")
_MEANS = ("mean", "mean_low", "mean_high")
_SPREAD = ("share", *_MEANS)
SurveyKey = tuple[Any, ...]


def survey_key(row: Row) -> SurveyKey:
    """What tells one row of marts.survey_series from all others."""
    return (*_asked(row), row["area_id"], row["group_kind"], row["group_value"])


def is_group(row: Row) -> bool:
    """Whether the row concerns fewer than all who were asked in a municipality or region."""
    return row["group_kind"] != "alla" or row["area_id"] is not None


def gate_survey(rows: Sequence[Row], limits: SurveyLimits) -> list[dict[str, Any]]:
    """Rows of marts.survey_series as the public may see them, in the same order."""
    hidden = {survey_key(row): reason for row in rows if (reason := _own_reason(row, limits))}
    everybody = {(*_asked(row), row["area_id"]): row for row in rows if row["group_kind"] in ("alla", "område")}
    for whole, family in _families(rows).items():
        hidden |= _complement(family, hidden, everybody.get(whole[:-1]), limits)
    return [_shown(row, hidden.get(survey_key(row)), limits) for row in rows]


def gate_distribution(rows: Sequence[Row], limits: SurveyLimits) -> list[dict[str, Any]]:
    """Rows of marts.survey_distribution in whole percent, of questions where nobody or at least five gave each answer.

    Those of other questions come without figures, with LEFT_OUT as `hidden_reason`, for the memory of editions.
    """
    asked: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        asked[_question(row)].append(row)
    fine = {
        key
        for key, answers in asked.items()
        if all(row["given"] == 0 or row["given"] >= limits.count for row in answers)
        and all(row["answers"] >= limits.answers for row in answers)
    }
    return [_spread(row, _question(row) in fine, limits) for row in rows]


def _spread(row: Row, is_fine: bool, limits: SurveyLimits) -> dict[str, Any]:
    row = {**row, "given": None}
    if not is_fine:
        base = row["answers"] if row["answers"] >= limits.answers else None
        return {**row, **dict.fromkeys(_SPREAD), "answers": base, "hidden_reason": LEFT_OUT}
    means = {name: limits.tenth(row[name]) for name in _MEANS}
    return {**row, **means, "share": limits.coarse_share(row["share"]), "hidden_reason": None}


def _question(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("municipality_code", "instrument", "question", "wave"))


def _own_reason(row: Row, limits: SurveyLimits) -> str | None:
    answers, value = row["answers"], row["value"]
    if answers is not None and answers < limits.answers:
        return FEW_ANSWERS.format(least=limits.answers)
    if value is None:
        return row["hidden_reason"]  # type: ignore[no-any-return]
    if answers is not None and row["unit"] == "procent" and not row["published"]:
        fewest = min(value, 100 - value) * answers / 100
        # Weighted: three answers may weigh as much as six, but nobody can see how many they were either.
        if 0 < fewest < limits.count:
            return FEW_OF_A_KIND.format(least=limits.count)
    return None


def _families(rows: Sequence[Row]) -> dict[tuple[Any, ...], list[Row]]:
    """The groups of one kind that together are everybody who answered one question in one wave.

    By what was asked, the area they are all within (None for the whole municipality) and their kind.
    """
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if is_group(row):
            within = None if row["group_kind"] in ("område", "alla") else row["area_id"]
            found[(*_asked(row), within, row["group_kind"])].append(row)
    return found


def _asked(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in _ASKED)


def _complement(
    family: Sequence[Row], hidden: Mapping[SurveyKey, str], everybody: Row | None, limits: SurveyLimits
) -> dict[SurveyKey, str]:
    """The group to hide beside the only hidden one; nothing where rounding alone protects it."""
    shown = [row for row in family if survey_key(row) not in hidden and row["value"] is not None]
    few = [row for row in family if survey_key(row) in hidden]
    if len(few) != 1 or not shown or everybody is None or survey_key(everybody) in hidden:
        return {}
    if any(row["answers"] is None for row in shown) or _room(shown, limits) >= limits.span:
        return {}
    smallest = min(shown, key=lambda row: (row["answers"], str(survey_key(row))))
    return {survey_key(smallest): COMPLEMENT}


def _room(shown: Iterable[Row], limits: SurveyLimits) -> float:
    """How wide the range is of those in the hidden group who gave an answer, for one who knows the total exactly."""
    room = 0.0
    for row in shown:
        answers, share = limits.coarse_answers(row["answers"]) or 0, limits.coarse_share(row["value"]) or 0.0
        most = (answers + limits.answers_to / 2) * min(share + limits.share_to / 2, 100)
        least = (answers - limits.answers_to / 2) * max(share - limits.share_to / 2, 0)
        room += (most - least) / 100
    return room


def _shown(row: Row, reason: str | None, limits: SurveyLimits) -> dict[str, Any]:
    if reason is not None:
        answers = row["answers"]
        base = None if answers is None or answers < limits.answers else limits.coarse_answers(answers)
        return {**row, **dict.fromkeys(_FIGURES), "answers": base, "hidden_reason": reason}
    if not is_group(row):
        tenths = {name: limits.tenth(row[name]) for name in ("value", "low", "high")}
        return dict(row) if row["published"] else {**row, **tenths, "n_eff": None}
    coarse = limits.coarse_share if row["unit"] == "procent" else limits.tenth
    return {
        **row,
        **{name: coarse(row[name]) for name in ("value", "low", "high")},
        "answers": limits.coarse_answers(row["answers"]),
        "n_eff": None,
    }
