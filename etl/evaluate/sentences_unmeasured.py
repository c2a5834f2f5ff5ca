"""Sentences about a goal in words, which has no measure."""

import re

from etl.evaluate.contexts import Told
from etl.evaluate.english.goal_en import unmeasured_english
from etl.evaluate.english.names_en import quoted
from etl.evaluate.headline import BLOCKED, headline, undecided_reason
from etl.evaluate.sentences_shared import EASY_WORDS, easy_answer, easy_text, fitting, undecided_short, word_count
from etl.evaluate.verdict import Judgement

_END_OF_SENTENCE = re.compile(r"(?<=[^\W\d]{3})\.\s+(?=[A-ZÅÄÖ])")


def tell_unmeasured(judgement: Judgement, goal: str) -> Told:
    """Every text about a goal without a measure. `goal` is the register's words; their first sentence is quoted."""
    words = _END_OF_SENTENCE.split(goal.strip())[0].rstrip(".")
    if judgement.reason_code in BLOCKED:
        sentence = f"{BLOCKED[judgement.reason_code]}, så målet ”{words}” bedöms inte."
    else:
        sentence = f"Målet ”{words}” har inget mått, så det går inte att avgöra om det är nått."
    own = f"Målet är: {words}."
    return Told(
        sentence=sentence,
        claim=words,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        alt=sentence,
        short=fitting([sentence, undecided_short(judgement, "", [f"”{words}”", "Målet"])]),
        easy=easy_text(own if word_count(own) <= EASY_WORDS else "", *easy_answer(judgement)),
        report=sentence,
        english=unmeasured_english(judgement, words),
        english_claim=quoted(words),
    )
