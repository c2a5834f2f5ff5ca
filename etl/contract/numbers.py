"""Whole and decimal numbers as people write them in Swedish and as programs export them."""

import re

from etl.contract.blanks import plain_dashes, tidy
from etl.contract.outcome import Outcome, Parsed, Refusal

_WHOLE_DIGITS = 9
_DECIMAL_DIGITS = 12
_FRACTION_DIGITS = 17

_PLAIN = re.compile(r"(-?)([0-9]+)(?:([.,])([0-9]+))?")
_GROUPED = re.compile(r"(-?)([0-9]{1,3}(?: [0-9]{3})+)(?:[.,]([0-9]+))?")
_POINTS = re.compile(r"(-?)([0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_COMMAS = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?")
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]+")
_WITH_UNIT = re.compile(r"(-?[0-9][0-9 ]*(?:[.,][0-9]+)?) ?([^\W\d_]+|%)\.?")
_APPROXIMATE = re.compile(
    r"(?:ca|cirka|c:a|omkring|ungefär|runt|minst|högst|över|under|[<>≤≥~≈±]).*[0-9].*", re.IGNORECASE
)
_RANGE = re.compile(r"[0-9]+(?:[.,][0-9]+)? ?- ?[0-9]+(?:[.,][0-9]+)?")
_STANDS_FOR_MISSING = {
    "-",
    ".",
    "...",
    "…",
    "x",
    "nan",
    "na",
    "n/a",
    "null",
    "none",
    "saknas",
    "okänt",
    "uppgift saknas",
}
_INFINITE = {"inf", "-inf", "+inf", "infinity", "-infinity", "∞", "-∞"}


def parse_decimal(text: str, minimum: float | None = None, maximum: float | None = None, heading: str = "") -> Outcome:
    """Decimal comma or point; blanks, points or commas between thousands. Limits are inclusive.

    A single point or comma followed by three digits is a decimal sign here ("1.234" is 1,234).
    """
    cleaned = _clean(text)
    parts = _split(cleaned)
    if parts is None:
        return _not_a_number(cleaned)
    sign, whole, fraction = parts
    whole = whole.lstrip("0") or "0"
    fraction = fraction.rstrip("0")
    if len(whole) > _DECIMAL_DIGITS or len(fraction) > _FRACTION_DIGITS:
        return _too_big(cleaned)
    number = whole + ("." + fraction if fraction else "")
    if sign and number != "0":
        number = "-" + number
    return _within(cleaned, number, minimum, maximum, heading)


def parse_integer(text: str, minimum: float | None = None, maximum: float | None = None, heading: str = "") -> Outcome:
    """As `parse_decimal`, but only whole numbers. "308.0" is 308, as spreadsheets export it.

    "1.234" is refused: it may be 1 234 or 1,234, and a guess would be a thousand times wrong.
    """
    cleaned = _clean(text)
    parts = _split(cleaned)
    if parts is None:
        return _not_a_number(cleaned)
    sign, whole, fraction = parts
    plain = _PLAIN.fullmatch(cleaned)
    if plain and len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return Refusal(
            reason=f"”{cleaned}” kan läsas både som {whole} {fraction} och som {whole},{fraction}",
            remedy=f"Skriv {whole}{fraction} om det är vad som menas. Decimaler går inte att ange här.",
        )
    if fraction.strip("0"):
        return Refusal(
            reason=f"”{cleaned}” är inte ett heltal",
            remedy="Skriv ett heltal utan decimaler, till exempel 12.",
        )
    whole = whole.lstrip("0") or "0"
    if len(whole) > _WHOLE_DIGITS:
        return _too_big(cleaned)
    number = f"-{whole}" if sign and whole != "0" else whole
    return _within(cleaned, number, minimum, maximum, heading)


def _clean(text: str) -> str:
    cleaned = plain_dashes(tidy(text))
    if cleaned.startswith("- "):
        return "-" + cleaned[2:]
    return cleaned[1:] if re.fullmatch(r"\+[0-9].*", cleaned) else cleaned


def _split(cleaned: str) -> tuple[str, str, str] | None:
    """Sign, whole part and fraction, as digits; None when the text is not a number."""
    plain = _PLAIN.fullmatch(cleaned)
    if plain:
        return plain[1], plain[2], plain[4] or ""
    for pattern in (_GROUPED, _POINTS, _COMMAS):
        grouped = pattern.fullmatch(cleaned)
        if grouped:
            return grouped[1], re.sub(r"[ .,]", "", grouped[2]), grouped[3] or ""
    return None


def _within(cleaned: str, number: str, minimum: float | None, maximum: float | None, heading: str) -> Outcome:
    value = float(number)
    column = f"Kolumnen {heading} tar" if heading else "Här går det att skriva"
    if minimum is not None and value < minimum:
        reason = f"{_swedish(number)} är negativt" if minimum == 0 else f"{_swedish(number)} är för litet"
        return Refusal(reason=reason, remedy=f"{column} tal från {_limit(minimum)}{_up_to(maximum)}.")
    if maximum is not None and value > maximum:
        low = "" if minimum is None else f"från {_limit(minimum)} "
        return Refusal(
            reason=f"{_swedish(number)} är för stort",
            remedy=f"{column} tal {low}till och med {_limit(maximum)}.",
        )
    return Parsed(value=number)


def _up_to(maximum: float | None) -> str:
    return " och uppåt" if maximum is None else f" till och med {_limit(maximum)}"


def _limit(limit: float) -> str:
    number = f"{limit:.0f}" if float(limit).is_integer() else repr(float(limit))
    return _swedish(number)


def _swedish(number: str) -> str:
    whole, point, fraction = number.removeprefix("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", "\u00a0") if len(whole) > 4 else whole
    return ("−" if number.startswith("-") else "") + grouped + ("," + fraction if point else "")


def _too_big(cleaned: str) -> Refusal:
    shown = cleaned if len(cleaned) <= 30 else cleaned[:30] + "…"
    return Refusal(
        reason=f"”{shown}” har orimligt många siffror",
        remedy="Kontrollera talet. Hör siffrorna till flera celler?",
    )


def _not_a_number(cleaned: str) -> Refusal:
    shown = cleaned if len(cleaned) <= 60 else cleaned[:60] + "…"
    lower = cleaned.casefold()
    leave_empty = "Lämna cellen tom eller skriv .. om uppgiften saknas. Skriv 0 om antalet är noll."
    if lower in _STANDS_FOR_MISSING:
        return Refusal(
            reason=f"”{shown}” är inte ett tal, och kan betyda noll eller att uppgiften saknas",
            remedy=leave_empty,
        )
    if lower in _INFINITE:
        return Refusal(reason=f"”{shown}” är inget tal som går att räkna med", remedy=leave_empty)
    if _SCIENTIFIC.fullmatch(cleaned):
        return Refusal(
            reason=f"”{shown}” är skrivet med tiopotens",
            remedy="Skriv ut talet med alla siffror, till exempel 100000. I Excel: välj talformatet Tal.",
        )
    if _APPROXIMATE.fullmatch(cleaned):
        return Refusal(reason=f"”{shown}” är inte ett exakt tal", remedy="Skriv ett enda tal utan andra tecken.")
    with_unit = _WITH_UNIT.fullmatch(cleaned)
    if with_unit:
        number = with_unit[1].strip()
        return Refusal(reason=f"”{shown}” är mer än ett tal", remedy=f"Skriv bara talet: {number}.")
    if _RANGE.fullmatch(cleaned):
        return Refusal(reason=f"”{shown}” är två tal", remedy="Skriv ett enda tal, till exempel 12 eller 12,5.")
    if re.fullmatch(r"-?[0-9]+(?:[ .,][0-9]+)+", cleaned):
        return Refusal(
            reason=f"”{shown}” har punkt, komma eller blanksteg på fel plats",
            remedy="Skriv talet utan tusentalsavgränsare och med decimalkomma, till exempel 1234,5.",
        )
    return Refusal(reason=f"”{shown}” är inte ett tal", remedy="Skriv siffror, till exempel 12 eller 12,5.")
