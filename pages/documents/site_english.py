"""The pages in English: what the promises are, how they went, and each promise by itself."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from etl.evaluate.verdict import Verdict
from pages.documents.site_data import PromiseData, SiteData
from pages.documents.site_frame import Page
from pages.view.english import english_chip, in_english
from pages.view.english_section import EnglishPromise, english_promise
from pages.view.formats import text

ROOT = "en/"
_MEANINGS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.MET: "What was promised has been done, or the improvement is statistically certain.",
        Verdict.ON_TRACK: "It is going the right way, but the period is not over or it is not certain yet.",
        Verdict.NOT_MET: "Less was done than promised, or nothing points to an improvement.",
        Verdict.UNDECIDABLE: "Too little data, too short a time, or figures that cannot be compared.",
    }
)


def english_pages(data: SiteData) -> Iterator[Page]:
    """All promises with their verdicts, and one page for each; the promises themselves are quoted in Swedish."""
    yield Page(
        address=ROOT,
        template="en.html",
        title="Did they keep what they promised?",
        description="What the Swedish police and municipalities promised their inhabitants, and whether it was kept.",
        content={
            "verdicts": [(Markup(english_chip(word)), meaning) for word, meaning in _MEANINGS.items()],
            "municipalities": [
                {
                    "name": known.name,
                    "is_fictitious": known.is_fictitious,
                    "promises": [_listed(promise) for promise in known.promises],
                }
                for known in data.municipalities
            ],
            "fictitious": "",
        },
        section=ROOT,
        lang="en",
    )
    for known in data.municipalities:
        for promise in known.promises:
            yield _promise(known.name, promise)


def _listed(promise: PromiseData) -> dict[str, Any]:
    row = promise.row
    return {
        "title": promise.title,
        "address": f"{ROOT}{promise.address}",
        "did": Markup(english_chip(row["commitment_verdict"], row["state"])),
        "better": Markup(english_chip(row["goal_verdict"], row["state"])),
        "did_said": Markup(in_english(row["commitment_english"])),
        "better_said": Markup(in_english(row["goal_english"])),
    }


def _promise(name: str, promise: PromiseData) -> Page:
    row = promise.row
    told = EnglishPromise(promise=row, commitments=promise.commitments, goals=promise.goals, duties=promise.duties)
    return Page(
        address=f"{ROOT}{promise.address}",
        template="en_lofte.html",
        title=f"{promise.title}, {name} (in English)",
        description=f"{text(row['commitment_english'])} {text(row['goal_english'])}".strip(),
        content={"body": Markup(english_promise(told)), "swedish": promise.address, "fictitious": ""},
        section=ROOT,
        lang="en",
    )
