"""One crime goal: evidence, judgement, sentence and the points of its chart."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from etl.build.comparison import Comparisons, comparable_from
from etl.build.crime_evidence import MONTHS, ChosenSeries, choose_series, count_sum, person_years
from etl.build.goal_frame import Goal, Judged
from etl.evaluate.crime_goal import CrimeEvidence, assumed_phi, judge_crime
from etl.evaluate.rates import rate
from etl.evaluate.sentences import CrimeContext, Told, tell_crime
from etl.evaluate.tau import Tau
from etl.evaluate.verdict import Judgement, Reason, undecidable

Row = Mapping[str, Any]
UNIT = "anmälda brott per 1 000 invånare och år"


def judge_crime_goal(
    goal: Goal, rows: Sequence[Row], breaks: Sequence[Row], comparisons: Comparisons, today: date
) -> Judged:
    """Judge a goal on reported crime. Without rows: no data. Without a period: drawn but not judged."""
    rows = [row for row in rows if row["granularity"] in MONTHS]
    if not rows:
        judgement = undecidable(goal.blocked or Reason.NO_DATA, open_period=goal.is_open, direction=goal.direction)
        context = CrimeContext(
            crime=goal.key, crime_name=goal.crime_name, place=goal.place, baseline=None, followup=None
        )
        return Judged(judgement=judgement, told=tell_crime(judgement, context), facts={"unit": UNIT})
    if goal.window is None:
        return _drawn_only(goal, rows, today)
    breaks_here = [known for known in breaks if known["crime_type"] in (None, goal.key)]
    series = choose_series(rows, goal.window, breaks_here, today)
    if series is None:
        return _drawn_only(goal, rows, today)
    key = goal.key, series.definition, series.granularity
    before = goal.window.followup[0]
    tau = comparisons.tau(
        goal.municipality_code,
        key,
        before=before,
        since=comparable_from(breaks_here, series.definition, before),
        phi=goal.assumed_phi if goal.assumed_phi is not None else assumed_phi(goal.key),
    )
    return _judged(goal, series, tau, today)


def _judged(goal: Goal, series: ChosenSeries, tau: Tau, today: date) -> Judged:
    x0, p0 = count_sum(series.counted_baseline), person_years(series.counted_baseline, series.granularity)
    x1, p1 = count_sum(series.followup), person_years(series.followup, series.granularity)
    phi, phi_assumed = series.phi(goal.key, goal.assumed_phi)
    if goal.blocked is not None:
        judgement = undecidable(goal.blocked, open_period=goal.is_open, direction=goal.direction)
    else:
        judgement = judge_crime(
            CrimeEvidence(
                x0=x0,
                person_years0=p0,
                months0=series.months0,
                x1=x1,
                person_years1=p1,
                months1=series.months1,
                phi=phi,
                phi_assumed=phi_assumed,
                tau=tau.value,
                tau_assumed=tau.assumed,
                target_ratio=goal.least_change / 100,
                open_period=goal.is_open,
                definition_changed=series.definition_changed,
                direction=goal.direction,
            )
        )
    baseline, followup = _span(series.baseline), _span(series.followup)
    value0 = 1000 * x0 / p0 if x0 is not None and p0 else None
    value1 = 1000 * x1 / p1 if x1 is not None and p1 else None
    context = CrimeContext(
        crime=goal.key,
        crime_name=goal.crime_name,
        place=goal.place,
        baseline=baseline,
        followup=followup,
        promise_period=goal.promise_period,
        x0=x0,
        x1=x1,
        rate0=value0,
        rate1=value1,
        chart_years=(series.rows[0]["period_start"].year, series.rows[-1]["period_start"].year),
        baseline_note=series.baseline_note,
        preliminary=any(row["preliminary"] for row in series.followup),
    )

    def told(judged: Judgement) -> Told:
        return tell_crime(judged, context)

    in_baseline = {id(row) for row in series.baseline}
    used = {id(row) for row in (*series.counted_baseline, *series.followup)}

    def role(row: Row) -> str:
        """What the whole periods of this series are, which may differ from the days of the register."""
        if id(row) in in_baseline:
            return "utgångsläge"
        by_day = goal.role(row["period_start"], row["period_end"])
        return "före" if by_day == "utgångsläge" else by_day

    return Judged(
        judgement=judgement,
        told=told(judgement),
        retell=told,
        points=tuple(
            _point(goal, row, series.granularity, used=id(row) in used, role=role(row)) for row in series.rows
        ),
        facts={
            "baseline_from": baseline[0] if baseline else None,
            "baseline_to": baseline[1] if baseline else None,
            "baseline_note": series.baseline_note or None,
            "followup_from": followup[0] if followup else None,
            "followup_to": followup[1] if followup else None,
            "baseline_value": value0,
            "followup_value": value1,
            "unit": UNIT,
            "source": _sources(series.rows),
            "data_through": _last_day(series.rows, today),
        },
    )


def _drawn_only(goal: Goal, rows: Sequence[Row], today: date) -> Judged:
    judgement = undecidable(goal.blocked or Reason.PERIOD_MISSING, open_period=goal.is_open, direction=goal.direction)
    coarsest = [row for row in rows if row["granularity"] == "år"] or list(rows)
    shown = [row for row in coarsest if row["definition"] == coarsest[0]["definition"]]
    years = [row["period_start"].year for row in shown]
    context = CrimeContext(
        crime=goal.key,
        crime_name=goal.crime_name,
        place=goal.place,
        baseline=None,
        followup=None,
        chart_years=(min(years), max(years)),
    )
    return Judged(
        judgement=judgement,
        told=tell_crime(judgement, context),
        points=tuple(
            _point(goal, row, row["granularity"], role=goal.role(row["period_start"], row["period_end"]))
            for row in shown
        ),
        facts={"unit": UNIT, "source": _sources(shown), "data_through": _last_day(shown, today)},
    )


def _point(goal: Goal, row: Row, granularity: str, *, role: str, used: bool = False) -> dict[str, Any]:
    years = person_years([row], granularity)
    value = low = high = None
    if years and row["count"] is not None:
        estimate = rate(row["count"], years, per=1_000)
        value, low, high = estimate.value, estimate.low, estimate.high
    elif row["rate_per_100k"] is not None:
        value = row["rate_per_100k"] / 100 * 12 / MONTHS[granularity]
    return {
        "municipality_code": goal.municipality_code,
        "promise_id": goal.promise_id,
        "goal_id": goal.goal_id,
        "series_id": f"{row['definition']} · {granularity}",
        "period": row["period"],
        "period_start": row["period_start"],
        "period_end": row["period_end"],
        "value": value,
        "low": low,
        "high": high,
        "count": row["count"],
        "unit": UNIT,
        "role": role,
        "used": used,
        "preliminary": row["preliminary"],
        "rate_source": row["rate_source"],
        "break_before": row["break_before"],
        "instrument": row["definition"],
        "source": row["source"],
    }


def _span(rows: Sequence[Row]) -> tuple[date, date] | None:
    return (rows[0]["period_start"], rows[-1]["period_end"]) if rows else None


def _sources(rows: Sequence[Row]) -> str:
    names = ("source", "population_source")
    return "; ".join(dict.fromkeys(row[name] for name in names for row in rows if row[name]))


def _last_day(rows: Sequence[Row], today: date) -> date | None:
    days = [row["period_end"] for row in rows if row["count"] is not None and row["period_end"] <= today]
    return max(days, default=None)
