"""Text, free text and identifiers: what is tidied and what is refused."""

import re
import unicodedata

from etl.contract.blanks import BLANKS, INVISIBLE, loose, tidy
from etl.contract.outcome import Outcome, Parsed, Refusal
from etl.contract.personal_data import FindingKind, find_personal_data

IDENTIFIER_LENGTH = 100
TEXT_LENGTH = 500
FREE_TEXT_LENGTH = 5000

_LINE_BREAKS = re.compile("\r\n|[\r\n\u2028\u2029\v\f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_WRONG_ENCODING = re.compile("\ufffd|[\x80-\x9f]|Ã[¥¤¶…„–]|Â[§½]|â€")
_EXCEL_ERROR = re.compile(
    r"#(?:REF!|REFERENS!|N/A|SAKNAS!|VALUE!|VÄRDEFEL!|DIV/0!|DIVISION/0!|NAME\?|NAMN\?|NULL!|SKÄRNING!|NUM!"
    r"|OGILTIGT!|SPILL!|CALC!|GETTING_DATA)|#{2,}",
    re.IGNORECASE,
)
_IDENTITY_NUMBERS = (
    FindingKind.PERSONAL_NUMBER,
    FindingKind.COORDINATION_NUMBER,
    FindingKind.TEMPORARY_NUMBER,
)


def excel_error(text: str) -> Refusal | None:
    """A refusal when the cell holds an error value of a spreadsheet, in English or Swedish, or ####."""
    cleaned = tidy(text)
    if not _EXCEL_ERROR.fullmatch(cleaned):
        return None
    shown = cleaned if len(cleaned) <= 20 else cleaned[:20] + "…"
    return Refusal(
        reason=f"cellen innehåller kalkylbladets felvärde {shown}",
        remedy="Rätta formeln i kalkylbladet, eller skriv värdet i cellen.",
    )


def personal_data(text: str) -> Refusal | None:
    """A refusal, which does not repeat the text, when something in it points out a person."""
    kinds = dict.fromkeys(_with_article(found.kind) for found in find_personal_data(text))
    if not kinds:
        return None
    return Refusal(
        reason=f"cellen innehåller något som ser ut som {' och '.join(kinds)}",
        remedy="Ta bort det. Personuppgifter får inte lämnas in.",
    )


def parse_identifier(text: str) -> Outcome:
    """At most 100 characters on one line; no formula and no personal identity number."""
    if refused := _lost_characters(text):
        return refused
    cleaned = tidy(text)
    if cleaned.startswith("="):
        return Refusal(
            reason="cellen innehåller en formel i stället för ett id",
            remedy="Klistra in värdet i stället för formeln.",
        )
    if len(cleaned) > IDENTIFIER_LENGTH:
        return _too_long(len(cleaned), IDENTIFIER_LENGTH)
    people = tuple(f for f in find_personal_data(cleaned) if f.kind in _IDENTITY_NUMBERS)
    if people:
        return Refusal(
            reason=f"id:t innehåller något som ser ut som ett {people[0].kind}",
            remedy="Använd ett löpnummer som inte pekar ut en person.",
        )
    return Parsed(value=cleaned)


def parse_text(text: str, spellings: tuple[tuple[str, str], ...] = ()) -> Outcome:
    """At most 500 characters; line breaks and repeated blanks become one blank.

    What is written in one of the `spellings`, in any case, becomes the text that goes with it.
    """
    cleaned = dict(spellings).get(loose(text), tidy(text))
    return _text(cleaned, text, TEXT_LENGTH)


def parse_free_text(text: str) -> Outcome:
    """At most 5 000 characters; line breaks are kept, as \\n."""
    lines = (tidy(line) for line in _LINE_BREAKS.split(text))
    return _text("\n".join(lines).strip(), text, FREE_TEXT_LENGTH)


def visible(text: str) -> str:
    """The text with control characters as "·" and all blanks as ordinary ones."""
    shown = re.sub(f"[{INVISIBLE}]", "", re.sub(f"[{BLANKS}]", " ", text))
    return "".join("·" if unicodedata.category(c) in ("Cc", "Cs") else c for c in shown).strip()


def _text(cleaned: str, received: str, limit: int) -> Outcome:
    if refused := _lost_characters(received):
        return refused
    if len(cleaned) > limit:
        return _too_long(len(cleaned), limit)
    return personal_data(cleaned) or Parsed(value=cleaned)


def _lost_characters(text: str) -> Refusal | None:
    if _WRONG_ENCODING.search(text):
        return Refusal(
            reason="å, ä, ö eller andra tecken har gått förlorade",
            remedy="Filen har sparats i fel teckenkodning. Hämta den på nytt och spara den som CSV UTF-8.",
        )
    control = _CONTROL.search(text)
    if control:
        return Refusal(
            reason=f"texten innehåller ett styrtecken (U+{ord(control[0]):04X})",
            remedy="Skriv om texten, eller klistra in den som oformaterad text.",
        )
    if any("\ud800" <= c <= "\udfff" for c in text):
        return Refusal(reason="texten innehåller ett ofullständigt tecken", remedy="Skriv om texten.")
    return None


def _too_long(length: int, limit: int) -> Refusal:
    return Refusal(reason=f"texten har {length} tecken", remedy=f"Korta den till högst {limit} tecken.")


def _with_article(kind: FindingKind) -> str:
    return f"en {kind}" if kind is FindingKind.EMAIL else f"ett {kind}"
