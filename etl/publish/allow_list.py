"""Which tables and columns may be published. What is not named in PUBLIC never reaches the public database.

Every mart and every column of a build stands here exactly once, so that a new one has to be classified.
"""

from collections.abc import Mapping
from types import MappingProxyType

PUBLIC: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        table: tuple(columns.split())
        for table, columns in {
            "municipality": "municipality_code name is_fictitious promises",
            "promise": "municipality_code promise_id title municipality_name period_start period_end signed_on state "
            "summary picture police_diary_number municipality_diary_number agreement_id source commitments_total "
            "commitments_countable commitment_verdict commitment_sentence commitment_reason commitment_short "
            "commitment_easy commitment_report commitment_english goals_total goal_verdict goal_sentence goal_reason "
            "goal_short goal_easy goal_report goal_english feedback_required feedback_given feedback_latest "
            "data_through is_fictitious rule_version data_hash as_of",
            "commitment_verdict": "municipality_code promise_id commitment_id ordinal commitment kind target unit "
            "interval responsible_party problem_id focus_area verdict state sentence headline claim reason short easy "
            "report english estimate low high forecast forecast_low forecast_high expected_now needed_per_week "
            "periods_kept periods_closed periods_total last_report source rule_version data_hash as_of",
            "commitment_progress": "municipality_code promise_id commitment_id period_start done cumulative planned "
            "status",
            "goal_verdict": "municipality_code promise_id goal_id part_of ordinal goal indicator indicator_name "
            "measure area_id area_name group_name direction good baseline_from baseline_to baseline_note followup_from "
            "followup_to is_primary verdict state sentence headline claim reason caution short easy report english "
            "estimate low high low60 high60 baseline_value followup_value unit phi phi_assumed tau tau_assumed alt "
            "source data_through rule_version data_hash as_of",
            "goal_point": "municipality_code promise_id goal_id series_id period period_start period_end value low "
            "high count answers unit role used preliminary rate_source break_before instrument source",
            "goal_rule": "municipality_code promise_id goal_id locked_on first_seen_on rule_version rule_hash "
            "rule_text is_changed changed_on changed_text now_text as_of",
            "correction": "municipality_code promise_id concerns concerns_id noticed_on cause before after sentence "
            "as_of",
            "chain_gap": "municipality_code promise_id kind concerns_id concerns count sentence as_of",
            "detectable": "municipality_code promise_id goal_id unit least_change chance_small chance_middle "
            "chance_large change_small change_middle change_large sentence as_of",
            "effect": "municipality_code promise_id goal_id level rirr rirr_low rirr_high wdd wdd_low wdd_high "
            "its_ratio its_low its_high placebo_rank placebo_of unmet sentence cautions as_of",
            "duty": "municipality_code promise_id agreement_id duty_id recipient channel interval times_per_year "
            "period due given_on status days_late",
            "problem": "municipality_code promise_id problem_id title description area_name step step_date revise_by",
            "agreement": "agreement_id municipality_code title starts ends decided_on parties police_diary_number "
            "municipality_diary_number purpose revised_at_least followed_up_at_least source focus_areas",
            "public_activity": "municipality_code promise_id commitment_id commitment day activity hours area_name "
            "party note is_fictitious as_of",
            "activity_month": "municipality_code promise_id commitment_id commitment month area_name activities hours "
            "is_fictitious as_of",
            "report_day": "municipality_code promise_id commitment_id day is_nil_report concerns_period",
            "crime_series": "municipality_code area_id area_name region crime_type crime_name definition granularity "
            "period period_start period_end count population_mean rate_per_100k rate_low rate_high rate_printed "
            "rate_source rolling_12 preliminary break_before is_fictitious source population_source as_of "
            "hidden_reason",
            "trend": "municipality_code area_id area_name crime_type crime_name definition months first_period "
            "last_period tau_kendall z p_value direction slope_per_year centre limit_low limit_high signals sentence "
            "is_fictitious source as_of",
            "similar": "municipality_code similar_code similar_name rank population similar_population ratio sentence "
            "is_fictitious as_of",
            "survey_series": "municipality_code area_id area_name region instrument method series_id indicator "
            "indicator_name question good wave year starts ends group_kind group_value unit value low high answers "
            "n_eff hidden_reason published source is_fictitious as_of",
            "survey_distribution": "municipality_code instrument series_id question wave year code label share "
            "answers mean mean_low mean_high is_fictitious source as_of",
            "equality_gap": "municipality_code instrument series_id question indicator indicator_name good wave year "
            "kind group_a group_b value_a value_b gap low high answers_a answers_b q_value is_clear sentence "
            "is_fictitious source as_of",
            "area_effort": "municipality_code area_id area_name year hours activities insecurity wave answers "
            "sentence is_fictitious as_of",
            "series_break": "series concerns crime_type year explanation",
            "source": "source_id name publisher address terms",
            "threshold": "key value unit explanation",
            "contact": "municipality_code function channel address",
            "build": "key value",
        }.items()
    }
)
"""Table to columns that may be filled, by way of its gate."""

_UNMARKED_TEXT = "fritext ur bedomningar, som inte kan märkas offentlig"
EMPTY: Mapping[str, str] = MappingProxyType(
    {
        "commitment_verdict.assessment": _UNMARKED_TEXT,
        "goal_verdict.assessment": _UNMARKED_TEXT,
    }
)
"""Columns that are there, since screens name them, but always empty; and why."""

INSIDE: Mapping[str, str] = MappingProxyType(
    {
        "activity": "hela aktivitetsloggen med platser, klockslag och deltagare; det offentliga är public_activity",
        "deviation": "enstaka månader i områden, till för ledningens tidiga varning",
        "dictionary": "hjälp till dem som lämnar in uppgifter",
        "forum": "närvaro vid interna möten",
        "correction.about": "vilken serie en rättelse gäller; grinden går efter den",
        "survey_distribution.given": "antal svarande per svar; bara andelar visas",
    }
)
"""Tables and columns that stay in the internal database, and why."""

BUILD_KEYS = ("as_of", "rule_version", "rows_refused")
"""What of marts.build may be published; edition, published_on, base_url and content_hash are set by the publication."""
