"""The answer to ”Blev det bättre?” opens with what the deciding goal claims: not when its figures are withheld."""

from collections.abc import Mapping, Sequence

from etl.evaluate.numbers_sv import upper_first

Texts = Mapping[str, str | None]


def without_claims(texts: Texts, claims: Sequence[str]) -> dict[str, str | None]:
    """`texts` are the goal_ columns of marts.promise, `claims` begin with a capital letter.

    The count of goals that the claim stood before is left.
    """
    sentence = texts["goal_sentence"] or ""
    claim = next((claim for claim in claims if sentence.startswith(f"{claim}; ")), None)
    if claim is None:
        return dict(texts)
    count = _without(sentence, claim)
    short, easy = texts["goal_short"] or "", texts["goal_easy"] or ""
    # The two languages say the same: where the Swedish opens with a claim, so does the English.
    return {
        **texts,
        "goal_sentence": count,
        "goal_short": count if short.startswith(claim) else short,
        "goal_easy": "\n".join(line for line in easy.split("\n") if line != f"{claim}."),
        "goal_report": _without(texts["goal_report"] or "", claim),
        "goal_english": upper_first((texts["goal_english"] or "").partition("; ")[2]),
    }


def _without(text: str, claim: str) -> str:
    return upper_first(text.removeprefix(f"{claim}; "))
