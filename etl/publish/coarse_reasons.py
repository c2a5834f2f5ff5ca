"""Why a goal with hidden counts could not be judged: a reason that is about the counts tells how large they are."""

from collections.abc import Mapping
from types import MappingProxyType

from etl.evaluate.english.verdicts_en import REASONS as ENGLISH
from etl.evaluate.headline import reason_text
from etl.evaluate.sentences_shared import EASY_REASONS
from etl.evaluate.verdict import Leaning, Reason

COARSE = reason_text(Reason.PART_UNDECIDED)
_EASY = "".join(EASY_REASONS[Reason.PART_UNDECIDED])
_BY_COUNT = (
    reason_text(Reason.BASE_TOO_SMALL),
    reason_text(Reason.WITHIN_CHANCE),
    *(reason_text(Reason.WITHIN_CHANCE, leaning) for leaning in Leaning),
)
_ENGLISH_LEANINGS = ("points to a decrease", "points to an increase")
_INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((*_BY_COUNT, "skillnaden kan vara slump"), COARSE),
        "\n".join(EASY_REASONS[Reason.BASE_TOO_SMALL]): _EASY,
        "Siffran är för osäker.": _EASY,
        **dict.fromkeys(EASY_REASONS[Reason.WITHIN_CHANCE], _EASY),
        **dict.fromkeys(
            (ENGLISH[Reason.BASE_TOO_SMALL], ENGLISH[Reason.WITHIN_CHANCE], *_ENGLISH_LEANINGS),
            ENGLISH[Reason.PART_UNDECIDED],
        ),
    }
)


def depends_on_counts(reason: str | None) -> bool:
    """Whether an undecided verdict's phrase says anything about how many there were, or in which direction."""
    return reason in _BY_COUNT


def without_counts(text: str | None) -> str | None:
    """The text with every such reason, in Swedish, easy-read or English, told as: what there is does not suffice."""
    if text is not None:
        for words, instead in _INSTEAD.items():
            text = text.replace(words, instead)
    return text
