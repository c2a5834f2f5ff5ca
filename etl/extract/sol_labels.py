"""The words of Brå's statistics database (SOL): periods in headings, and crime labels made unambiguous."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

TITLE = "Anmälda brott"
PUBLISHER = "Brottsförebyggande rådet"
COUNT_HEADING = "Antal"
RATE_HEADING = "/100 000 inv"
SOURCE = "Brå, anmälda brott (SOL)"
WITHIN = " › "

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_YEAR = re.compile(r"^(?P<year>(?:19|20)\d{2})(?P<preliminary>\s*prel\.?)?$", re.IGNORECASE)
_QUARTER = re.compile(r"^(?:kvartal|kv\.?)\s*(?P<number>[1-4])$", re.IGNORECASE)
_HALF_YEAR = re.compile(r"^halvår\s*(?P<number>[12])$", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"^(?:helår|år)$", re.IGNORECASE)
_RATE = re.compile(r"^(?:antal\s+)?(?:per|/)\s*100\s*000(?:\s*inv\.?(?:ånare)?)?$", re.IGNORECASE)
_COUNT = re.compile(r"^antal(?:\s+brott)?$", re.IGNORECASE)

# A chapter, a section sign, a law or a crime named in full stands by itself; what begins like this does not.
_NEEDS_PARENT = re.compile(
    r"^(?:mot|från|i|på|av|genom|ur|med|utan|vid|till|inomhus|utomhus|obekant|bekant|cykel|bil|moped|motorcykel"
    r"|annan|annat|andra|övrig|övriga|övrigt|grov|grovt|fullbordad|fullbordat|försök|barn|kvinna|man|pojke|flicka)\b",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(r"\bkap\.|§|^totalt\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class SolPeriod:
    """`period` is in contract form (2025, 2025-K1, 2025-01)."""

    period: str
    preliminary: bool

    @property
    def granularity(self) -> str:
        suffix = self.period[4:6]
        return {"": "år", "-H": "halvår", "-K": "kvartal"}.get(suffix, "månad")


def is_count(heading: str) -> bool:
    return _COUNT.match(heading.strip()) is not None


def is_rate(heading: str) -> bool:
    return _RATE.match(heading.strip()) is not None


def sol_period(words: Iterable[str]) -> SolPeriod | None:
    """The period that heading words such as ("2026 prel.", "Aug"), ("År", "2024") or ("2025", "Kvartal 1")
    mean.

    None when there is not exactly one year, more than one part of it, or a word that means neither.
    """
    year: re.Match[str] | None = None
    part = ""
    preliminary = False
    for word in (w.strip() for w in words):
        found = _YEAR.match(word)
        if found:
            if year and year["year"] != found["year"]:
                return None
            year = found
            preliminary = preliminary or bool(found["preliminary"])
            continue
        if not word or _WHOLE_YEAR.match(word):
            continue
        suffix = _part_of_year(word)
        if suffix is None or part:
            return None
        part = suffix
    if year is None:
        return None
    return SolPeriod(period=year["year"] + part, preliminary=preliminary)


def _part_of_year(word: str) -> str | None:
    quarter = _QUARTER.match(word)
    if quarter:
        return f"-K{quarter['number']}"
    half = _HALF_YEAR.match(word)
    if half:
        return f"-H{half['number']}"
    month = word.casefold().rstrip(".")[:3]
    if month in _MONTHS and word[0].isalpha() and len(word) <= len("september"):
        return f"-{_MONTHS.index(month) + 1:02d}"
    return None


def looks_like_crime(label: str) -> bool:
    """True for labels that are certainly not places."""
    folded = label.casefold()
    return bool(_STANDS_ALONE.search(label)) or "brott" in folded or folded.startswith("därav ")


def stands_alone(label: str) -> bool:
    """True when the label means the same wherever it is printed. "Cykel" does not; "Klotter" does.

    "därav inbrottsstöld i bostad" keeps its word "därav" and is thereby another thing than the row it
    resembles.
    """
    return bool(_STANDS_ALONE.search(label)) or not _NEEDS_PARENT.match(label)


def crime_label(path: tuple[str, ...], *, ambiguous: frozenset[str] = frozenset()) -> str:
    """The printed label of the last step, with its ancestors down from the nearest one that stands alone.

    `ambiguous`: labels that the same file prints under several parents.
    """
    leaf = path[-1]
    if stands_alone(leaf) and leaf not in ambiguous:
        return leaf
    steps = [leaf]
    for ancestor in reversed(path[:-1]):
        steps.insert(0, ancestor)
        if stands_alone(ancestor) and ancestor not in ambiguous:
            break
    return WITHIN.join(steps)


def ambiguous_labels(paths: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Labels without chapter or section sign that occur under more than one parent."""
    parents: dict[str, set[str]] = {}
    for path in paths:
        if len(path) > 1 and not _STANDS_ALONE.search(path[-1]):
            parents.setdefault(path[-1], set()).add(path[-2])
    return frozenset(label for label, above in parents.items() if len(above) > 1)
