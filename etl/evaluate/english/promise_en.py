"""A whole promise, and a goal with several measures, in English."""

from collections.abc import Sequence

from etl.evaluate.english.numbers_en import in_words, join_en, lower_first
from etl.evaluate.english.verdicts_en import BLOCKED, REASONS, undecided_reason
from etl.evaluate.sentences_promise_parts import COMMITMENTS, MAIN_GOALS, Nouns, PartLine, goal_nouns
from etl.evaluate.verdict import Judgement, Reason, Verdict

_ONE_MANY = {
    Verdict.NOT_MET: ("has not been met", "have not been met"),
    Verdict.MET: ("has been met", "have been met"),
    Verdict.ON_TRACK: ("is on track", "are on track"),
    Verdict.UNDECIDABLE: ("cannot be determined", "cannot be determined"),
}


def commitments_english(judgement: Judgement, parts: Sequence[PartLine]) -> str:
    """Did we do what we promised? `parts` are the countable commitments that decide."""
    if judgement.reason_code is Reason.NO_PARTS:
        return "No commitment has a goal in figures, so there is nothing to count against."
    if judgement.reason_code in BLOCKED:
        return f"{BLOCKED[judgement.reason_code]}, so the commitments are not judged."
    if judgement.reason_code is Reason.NO_ACTIVITY_LOG and all(
        part.reason_code is Reason.NO_ACTIVITY_LOG for part in parts
    ):
        return (
            "No activity log has been submitted, so it cannot be determined whether the commitments have been "
            "carried out."
        )
    return _all_or_tally(judgement, parts, COMMITMENTS)


def goals_english(judgement: Judgement, primary: Sequence[PartLine], parts: Sequence[PartLine]) -> str:
    """Did it get better? `primary` are the goals that decide, `parts` all that have a measure."""
    if judgement.reason_code is Reason.NO_PARTS:
        return "No goal has a measure, so it cannot be determined whether it got better."
    if judgement.reason_code is Reason.NO_PRIMARY:
        return "No goal with a measure is a main goal, so it cannot be determined whether it got better."
    if judgement.reason_code in BLOCKED:
        return f"{BLOCKED[judgement.reason_code]}, so the goals are not judged."
    count = _all_or_tally(judgement, primary, goal_nouns(parts))
    claim = decisive_claim(judgement, primary)
    return f"{claim}; {lower_first(count)}" if claim else count


def indicators_english(judgement: Judgement, deciding: Sequence[PartLine]) -> str:
    """One goal with several measures; `deciding` are those that its verdict rests on."""
    reason, unknown = judgement.reason_code, "it cannot be determined whether the goal has been met"
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, so the goal is not judged."
    if reason is Reason.NO_PRIMARY:
        return f"None of the goal’s measures is a main measure, so {unknown}."
    if reason is Reason.REPORTING_EFFECT:
        return (
            f"Police reports and the survey point in different directions, so {unknown}; more reports may mean that "
            "more people report, and fewer that fewer do."
        )
    count, both = in_words(len(deciding)), "both" if len(deciding) == 2 else "all"
    if judgement.verdict is Verdict.NOT_MET:
        so_far = "so far " if judgement.open_period else ""
        decided = f"it is decided by {count} measures, and {both} must show it"
        return f"{decisive_claim(judgement, deciding)}, so the goal has {so_far}not been met: {decided}."
    claims = join_en([lower_first(part.english_claim) for part in deciding if part.english_claim])
    if judgement.verdict is Verdict.MET:
        return f"The goal has been met according to {both} the measures: {claims}."
    if judgement.verdict is Verdict.ON_TRACK:
        return f"The goal is on track according to {both} the measures: {claims}."
    return f"The goal is decided by {count} measures, and {_undecided(deciding)}."


def decisive_claim(judgement: Judgement, parts: Sequence[PartLine]) -> str:
    """The claim of the first part that the verdict comes from; empty when undecided."""
    if not judgement.decided:
        return ""
    claims = (part.english_claim for part in parts if part.verdict is judgement.verdict)
    return next(filter(None, claims), "")


def _undecided(deciding: Sequence[PartLine]) -> str:
    grey = [part for part in deciding if part.verdict is Verdict.UNDECIDABLE]
    reasons = join_en(list(dict.fromkeys(REASONS[part.reason_code] for part in grey)))
    subject = "none" if len(grey) == len(deciding) else in_words(len(grey))
    return f"{subject} of them can{'' if subject == 'none' else 'not'} be judged ({reasons})"


def _all_or_tally(judgement: Judgement, parts: Sequence[PartLine], nouns: Nouns) -> str:
    verdicts, so_far = [part.verdict for part in parts], judgement.open_period
    why = f": {undecided_reason(judgement)}" if judgement.verdict is Verdict.UNDECIDABLE else ""
    if len(set(verdicts)) != 1:
        return f"{_tally(verdicts, _noun(nouns, len(verdicts)), so_far=so_far)}{why}."
    return f"{_all(verdicts[0], len(parts), nouns, so_far=so_far)}{why}."


def _tally(verdicts: Sequence[Verdict], noun: str, *, so_far: bool) -> str:
    """ "1 of 4 goals has not been met and 3 cannot be determined"; the heaviest first, none left out."""
    clauses: list[str] = []
    for verdict in _ONE_MANY:
        count = sum(one is verdict for one in verdicts)
        if count:
            subject = f"{count}" if clauses else f"{count} of {len(verdicts)} {noun}"
            clauses.append(f"{subject} {_phrase(verdict, count, so_far=so_far)}")
    return join_en(clauses)


def _all(verdict: Verdict, count: int, nouns: Nouns, *, so_far: bool) -> str:
    noun, phrase = _noun(nouns, count), _phrase(verdict, count, so_far=so_far)
    if verdict is Verdict.ON_TRACK:
        phrase = f"{'is' if count == 1 else 'are'} on track to be met"
    if count == 1:
        return f"The {noun} {phrase}"
    none = "Neither" if count == 2 else "None"
    if verdict is Verdict.NOT_MET:
        return f"{none} of the {in_words(count)} {noun} has {'so far ' if so_far else ''}been met"
    if verdict is Verdict.UNDECIDABLE:
        return f"{none} of the {in_words(count)} {noun} can be determined"
    return f"Both {noun} {phrase}" if count == 2 else f"All {in_words(count)} {noun} {phrase}"


def _phrase(verdict: Verdict, count: int, *, so_far: bool) -> str:
    if verdict is Verdict.NOT_MET and so_far:
        return f"{'has' if count == 1 else 'have'} so far not been met"
    return _ONE_MANY[verdict][0 if count == 1 else 1]


def _noun(nouns: Nouns, count: int) -> str:
    one = "commitment" if nouns is COMMITMENTS else "main goal" if nouns is MAIN_GOALS else "goal"
    return one if count == 1 else f"{one}s"
