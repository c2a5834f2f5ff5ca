"""Municipalities and crime types: codes and keys, and what people write instead of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from etl.contract.blanks import loose, tidy
from etl.contract.outcome import Outcome, Parsed, Refusal

_ANCESTORS = re.compile(r" */ +| *[>→›»|] *")
_KEY = re.compile(r"[a-zåäö][a-z0-9_åäö]*")
_CODE = re.compile(r"([0-9]{1,4})(?:\.0+)?")
_CODE_AND_NAME = re.compile(r"([0-9]{4})[ ,;:]+([^\d\W].*)")
_FOOTNOTE = re.compile(r"(?: [0-9]\)|[*¹²³]+)$")
_OF_WHICH = "därav "
_WITHOUT_RINGS = str.maketrans("åäö", "aao")


@dataclass(frozen=True, kw_only=True)
class ParseContext:
    """What the reference data know. Build it once per run: it keeps its own index.

    `municipalities`: code to name; empty means that only the form of the code is checked.
    `crime_types`: label to our key; empty means that only the form of the key is checked. A label may be a
    path, "Skadegörelse inkl. grov, åverkan (1-3 §) › Genom brand", when its last step says too little alone.
    """

    municipalities: Mapping[str, str] = field(default_factory=dict)
    crime_types: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def code_by_name(self) -> Mapping[str, str]:
        return {municipality_word(name): code for code, name in self.municipalities.items()}

    @cached_property
    def key_by_path(self) -> Mapping[tuple[str, ...], str]:
        labels = {crime_path(label): key for label, key in self.crime_types.items()}
        return labels | {(crime_word(key),): key for key in self.crime_types.values()}

    @cached_property
    def leaves(self) -> frozenset[str]:
        """Last steps of labels that are paths: with other steps above them they are something else."""
        return frozenset(path[-1] for path in self.key_by_path if len(path) > 1)

    @cached_property
    def label_by_word(self) -> Mapping[str, str]:
        return {crime_word(label): tidy(label) for label in (*self.crime_types.values(), *self.crime_types)}


NO_CONTEXT = ParseContext()


def municipality_word(name: str) -> str:
    """A municipality's name for comparison: "Svedala kommun", "SVEDALA" and "Svedala" are the same."""
    return re.sub(r" (?:kommun|stad)$", "", loose(name))


def crime_word(label: str) -> str:
    """A crime label for comparison: without case, footnote marks and differences in blanks."""
    word = _FOOTNOTE.sub("", loose(label))
    return re.sub(r" ?([-,.;()§]) ?", r"\1", word)


def crime_path(label: str) -> tuple[str, ...]:
    """The steps of a label, from the outermost chapter to the label itself, each as `crime_word`."""
    return tuple(crime_word(step) for step in _ANCESTORS.split(tidy(label)))


def parse_municipality(text: str, context: ParseContext = NO_CONTEXT) -> Outcome:
    """Four digits, a lost leading zero restored. Names, county codes and region codes are refused."""
    cleaned = tidy(text)
    shown = cleaned if len(cleaned) <= 60 else cleaned[:60] + "…"
    if found := _CODE.fullmatch(cleaned):
        return _code(found[1], shown, context)
    if (found := _CODE_AND_NAME.fullmatch(cleaned)) and isinstance(_code(found[1], shown, context), Parsed):
        return Refusal(reason=f"”{shown}” är mer än en kommunkod", remedy=f"Skriv bara koden: {found[1]}.")
    word = municipality_word(cleaned)
    names = context.code_by_name
    code = names.get(word) or names.get(word.removesuffix("s"))
    if code:
        return Refusal(
            reason=f"”{shown}” är kommunens namn och inte dess kod",
            remedy=f"Skriv koden med fyra siffror: {code}.",
        )
    close = get_close_matches(word, list(names), n=1, cutoff=0.75)
    hint = f" Menades {context.municipalities[names[close[0]]]}, {names[close[0]]}?" if close else ""
    return Refusal(
        reason=f"”{shown}” är inte en kommunkod",
        remedy=f"Skriv kommunens kod med fyra siffror, till exempel 1263.{hint}",
    )


def parse_crime_type(text: str, context: ParseContext = NO_CONTEXT) -> Outcome:
    """Our key, or a label as Brå prints it, also with the labels above it ("4 kap. … › Ofredande (7 §)").

    A key may be written with its å, ä, ö: "skadegörelse" is the key skadegorelse.
    "därav X" is never taken for X: Brå counts other things under "därav" than in the row it resembles.
    """
    cleaned = tidy(text)
    if not context.crime_types and _KEY.fullmatch(cleaned):
        return Parsed(value=cleaned)
    path = crime_path(cleaned)
    for length in range(len(path), 0, -1):
        key = context.key_by_path.get(path[-length:])
        if key and not (length == 1 < len(path) and path[-1] in context.leaves):
            return Parsed(value=key)
    key = context.key_by_path.get((re.sub("[ -]", "_", path[-1].translate(_WITHOUT_RINGS)),))
    if key and len(path) == 1:
        return Parsed(value=key)
    return _unknown_crime_type(cleaned if len(cleaned) <= 80 else cleaned[:80] + "…", path[-1], context)


def _unknown_crime_type(shown: str, word: str, context: ParseContext) -> Refusal:
    labels = context.label_by_word
    bare = word.removeprefix(_OF_WHICH)
    if bare != word and bare in labels:
        return Refusal(
            reason=f"”{shown}” är en del av raden ovanför och inte samma sak som ”{labels[bare]}”",
            remedy="Ta bort raden, eller lägg till etiketten i brottstyper.csv om den ska redovisas för sig.",
        )
    close = get_close_matches(bare[:200], list(labels), n=3, cutoff=0.5)
    names = ", ".join(f"”{labels[c]}”" for c in close)
    return Refusal(
        reason=f"brottstypen ”{shown}” är okänd",
        remedy=f"Menades {names}?" if names else "Skriv en etikett eller nyckel som finns i brottstyper.csv.",
    )


def _code(digits: str, shown: str, context: ParseContext) -> Outcome:
    code = digits.zfill(4)
    if len(digits) <= 2:
        return Refusal(
            reason=f"”{shown}” är en länskod och inte en kommunkod",
            remedy="Skriv kommunens kod med fyra siffror, till exempel 1263.",
        )
    if code.startswith("00"):
        return Refusal(
            reason=f"{code} är koden för en region eller hela landet, inte för en kommun",
            remedy="Skriv områdets namn i kolumnen region och lämna kommun tom.",
        )
    if context.municipalities and code not in context.municipalities:
        return Refusal(
            reason=f"det finns ingen kommun med koden {code}",
            remedy="Kontrollera koden. Den består av fyra siffror, till exempel 1263 för Svedala.",
        )
    return Parsed(value=code)
