"""A small database with the marts that the screens read: Svedala's published figures, and a made-up municipality.

Svedala (1263): reported criminal damage 1996–2025 with rates per 100 000 (Brå), and the published values of the police
survey 2016–2017. Exempelköping (9999) is made up and shows all four verdicts.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from tests.unit.pages import (
    fixture_about,
    fixture_goals,
    fixture_log,
    fixture_promises,
    fixture_reasons,
    fixture_safety,
    fixture_series,
    fixture_signals,
)
from tests.unit.pages.fixture_facts import Row

_COLUMNS = {
    "municipality": "municipality_code name is_fictitious:BOOLEAN promises:INTEGER",
    "promise": "municipality_code promise_id title municipality_name period_start:DATE period_end:DATE signed_on:DATE "
    "state summary picture police_diary_number municipality_diary_number agreement_id source "
    "commitments_total:INTEGER commitments_countable:INTEGER commitment_verdict commitment_sentence commitment_reason "
    "goals_total:INTEGER goal_verdict goal_sentence goal_reason "
    "commitment_short commitment_easy commitment_report commitment_english goal_short goal_easy goal_english "
    "goal_report feedback_required:INTEGER feedback_given:INTEGER "
    "feedback_latest:DATE data_through:DATE is_fictitious:BOOLEAN rule_version data_hash as_of:DATE",
    "commitment_verdict": "municipality_code promise_id commitment_id ordinal:INTEGER commitment kind target:DOUBLE "
    "unit interval responsible_party problem_id focus_area verdict state sentence reason estimate:DOUBLE low:DOUBLE "
    "high:DOUBLE forecast:DOUBLE forecast_low:DOUBLE forecast_high:DOUBLE expected_now:DOUBLE needed_per_week:DOUBLE "
    "periods_kept:INTEGER periods_closed:INTEGER periods_total:INTEGER last_report:DATE assessment source "
    "rule_version data_hash as_of:DATE claim headline short easy report english",
    "commitment_progress": "municipality_code promise_id commitment_id period_start:DATE done:DOUBLE "
    "cumulative:DOUBLE planned:DOUBLE status",
    "goal_verdict": "municipality_code promise_id goal_id ordinal:INTEGER goal indicator indicator_name measure "
    "area_id "
    "area_name group_name direction good baseline_from:DATE baseline_to:DATE baseline_note followup_from:DATE "
    "followup_to:DATE is_primary:BOOLEAN verdict state sentence claim reason caution estimate:DOUBLE low:DOUBLE "
    "high:DOUBLE low60:DOUBLE high60:DOUBLE baseline_value:DOUBLE followup_value:DOUBLE unit phi:DOUBLE "
    "phi_assumed:BOOLEAN tau:DOUBLE tau_assumed:BOOLEAN alt source data_through:DATE rule_version data_hash "
    "as_of:DATE headline short easy report english assessment part_of",
    "goal_point": "municipality_code promise_id goal_id series_id period period_start:DATE period_end:DATE "
    "value:DOUBLE low:DOUBLE high:DOUBLE count:BIGINT answers:INTEGER unit role used:BOOLEAN preliminary:BOOLEAN "
    "rate_source break_before instrument source",
    "crime_series": "municipality_code area_id area_name region crime_type crime_name definition granularity period "
    "period_start:DATE period_end:DATE count:BIGINT hidden_reason population_mean:DOUBLE rate_per_100k:DOUBLE "
    "rate_low:DOUBLE rate_high:DOUBLE rate_printed:DOUBLE rate_source rolling_12:BIGINT preliminary:BOOLEAN "
    "break_before is_fictitious:BOOLEAN source as_of:DATE population_source",
    "survey_series": "municipality_code area_id area_name region instrument method series_id indicator indicator_name "
    "question good wave year:INTEGER starts:DATE ends:DATE group_kind group_value unit value:DOUBLE low:DOUBLE "
    "high:DOUBLE answers:INTEGER n_eff:DOUBLE hidden_reason published:BOOLEAN source is_fictitious:BOOLEAN as_of:DATE",
    "activity": "municipality_code promise_id commitment_id commitment activity_id day:DATE starts ends activity "
    "hours:DOUBLE participants:INTEGER area_id area_name place party concerns_period is_nil_report:BOOLEAN note "
    "is_fictitious:BOOLEAN source as_of:DATE",
    "public_activity": "municipality_code promise_id commitment_id commitment day:DATE activity hours:DOUBLE area_name "
    "party note is_fictitious:BOOLEAN as_of:DATE",
    "activity_month": "municipality_code promise_id commitment_id commitment month:DATE area_name activities:INTEGER "
    "hours:DOUBLE is_fictitious:BOOLEAN as_of:DATE",
    "report_day": "municipality_code promise_id commitment_id day:DATE is_nil_report:BOOLEAN concerns_period",
    "problem": "municipality_code promise_id problem_id title description area_name step step_date:DATE revise_by:DATE",
    "duty": "municipality_code promise_id agreement_id duty_id recipient channel interval "
    "times_per_year:INTEGER period "
    "due:DATE given_on:DATE status days_late:INTEGER",
    "agreement": "agreement_id municipality_code title starts:DATE ends:DATE decided_on:DATE parties "
    "police_diary_number municipality_diary_number purpose revised_at_least followed_up_at_least source focus_areas",
    "forum": "municipality_code forum_id name interval meetings:INTEGER latest_meeting:DATE both_attended:INTEGER",
    "series_break": "series concerns year:INTEGER explanation crime_type",
    "contact": "municipality_code function channel address",
    "source": "source_id name publisher address terms",
    "threshold": "key value:DOUBLE unit explanation",
    "dictionary": "table_name table_title heading kind required key:BOOLEAN allowed explanation example",
    "build": "key value",
    "goal_rule": "municipality_code promise_id goal_id locked_on:DATE first_seen_on:DATE rule_version rule_hash "
    "rule_text is_changed:BOOLEAN changed_on:DATE changed_text now_text as_of:DATE",
    "correction": "municipality_code promise_id concerns concerns_id noticed_on:DATE cause before after sentence "
    "about as_of:DATE",
    "chain_gap": "municipality_code promise_id kind concerns_id concerns count:INTEGER sentence as_of:DATE",
    "detectable": "municipality_code promise_id goal_id unit least_change:DOUBLE chance_small:DOUBLE "
    "chance_middle:DOUBLE chance_large:DOUBLE change_small:DOUBLE change_middle:DOUBLE change_large:DOUBLE sentence "
    "as_of:DATE",
    "effect": "municipality_code promise_id goal_id level rirr:DOUBLE rirr_low:DOUBLE rirr_high:DOUBLE wdd:DOUBLE "
    "wdd_low:DOUBLE wdd_high:DOUBLE its_ratio:DOUBLE its_low:DOUBLE its_high:DOUBLE placebo_rank:INTEGER "
    "placebo_of:INTEGER unmet sentence cautions as_of:DATE",
    "equality_gap": "municipality_code instrument series_id question indicator indicator_name good wave year:INTEGER "
    "kind group_a group_b value_a:DOUBLE value_b:DOUBLE gap:DOUBLE low:DOUBLE high:DOUBLE answers_a:INTEGER "
    "answers_b:INTEGER q_value:DOUBLE is_clear:BOOLEAN sentence is_fictitious:BOOLEAN source as_of:DATE",
    "area_effort": "municipality_code area_id area_name year:INTEGER hours:DOUBLE activities:INTEGER "
    "insecurity:DOUBLE wave answers:INTEGER sentence is_fictitious:BOOLEAN as_of:DATE",
    "similar": "municipality_code similar_code similar_name rank:INTEGER population:BIGINT similar_population:BIGINT "
    "ratio:DOUBLE sentence is_fictitious:BOOLEAN as_of:DATE",
    "survey_distribution": "municipality_code instrument series_id question wave year:INTEGER code:DOUBLE label "
    "share:DOUBLE given:INTEGER answers:INTEGER mean:DOUBLE mean_low:DOUBLE mean_high:DOUBLE is_fictitious:BOOLEAN "
    "source as_of:DATE",
    "deviation": "municipality_code area_id area_name crime_type crime_name definition period period_start:DATE "
    "count:BIGINT expected:DOUBLE limit_99:DOUBLE phi:DOUBLE p_value:DOUBLE q_value:DOUBLE is_alarm:BOOLEAN sentence "
    "is_fictitious:BOOLEAN source as_of:DATE",
    "trend": "municipality_code area_id area_name crime_type crime_name definition months:INTEGER first_period "
    "last_period tau_kendall:DOUBLE z:DOUBLE p_value:DOUBLE direction slope_per_year:DOUBLE centre:DOUBLE "
    "limit_low:DOUBLE limit_high:DOUBLE signals:INTEGER sentence is_fictitious:BOOLEAN source as_of:DATE",
}  # fmt: skip


def write(directory: Path) -> Path:
    """Builds the database in `directory` with its pointer and returns the directory."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / "loften-fixtur.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts")
        for table, columns in _COLUMNS.items():
            _fill(connection, table, columns, _ROWS[table]())
        connection.execute(
            "create table main.rejects(file text, sheet text, row integer, column_name text, value text, "
            "reason text, remedy text, table_name text)"
        )
    (directory / "current").write_text(path.name, encoding="utf-8")
    return directory


def _fill(connection: duckdb.DuckDBPyConnection, table: str, columns: str, rows: Iterable[Row]) -> None:
    typed = [(name, kind or "TEXT") for name, _, kind in (word.partition(":") for word in columns.split())]
    declared = ", ".join(f'"{name}" {kind}' for name, kind in typed)
    connection.execute(f"create table marts.{table}({declared})")
    names = [name for name, _ in typed]
    values = []
    for row in rows:
        unknown = set(row) - set(names)
        if unknown:
            raise ValueError(f"{table}: {sorted(unknown)}")
        values.append([row.get(name) for name in names])
    if values:
        connection.executemany(f"insert into marts.{table} values ({', '.join('?' * len(names))})", values)


_ROWS = {
    "municipality": fixture_promises.municipality,
    "promise": fixture_promises.promise,
    "commitment_verdict": fixture_promises.commitment_verdict,
    "commitment_progress": fixture_promises.commitment_progress,
    "goal_verdict": fixture_goals.goal_verdict,
    "goal_point": fixture_goals.goal_point,
    "crime_series": fixture_series.crime_series,
    "survey_series": fixture_series.survey_series,
    "activity": fixture_series.activity,
    "public_activity": fixture_log.public_activity,
    "activity_month": fixture_log.activity_month,
    "report_day": fixture_log.report_day,
    "problem": fixture_series.problem,
    "duty": fixture_series.duty,
    "agreement": fixture_series.agreement,
    "forum": fixture_series.forum,
    "series_break": fixture_series.series_break,
    "contact": fixture_about.contact,
    "source": fixture_about.source,
    "threshold": fixture_about.threshold,
    "dictionary": fixture_series.dictionary,
    "build": fixture_series.build,
    "goal_rule": fixture_reasons.goal_rule,
    "correction": fixture_reasons.correction,
    "chain_gap": fixture_reasons.chain_gap,
    "detectable": fixture_reasons.detectable,
    "effect": fixture_reasons.effect,
    "equality_gap": fixture_signals.equality_gap,
    "area_effort": fixture_signals.area_effort,
    "similar": fixture_safety.similar,
    "survey_distribution": fixture_safety.survey_distribution,
    "deviation": fixture_signals.deviation,
    "trend": fixture_signals.trend,
}
