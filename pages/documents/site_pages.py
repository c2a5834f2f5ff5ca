"""Every page of the static site, in the order of the sitemap."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from pages.documents.site_about import about_pages
from pages.documents.site_data import MunicipalityData, PromiseData, SiteData
from pages.documents.site_easy import easy_pages
from pages.documents.site_english import english_pages
from pages.documents.site_frame import Frame, Page
from pages.documents.site_promise import (
    around_html,
    commitments_html,
    goals_html,
    picture_of,
    problem_html,
    sources_html,
)
from pages.documents.site_series import series_pages
from pages.documents.site_tabs import made_up, tabs
from pages.view.chain_section import chain
from pages.view.contact import contact_section
from pages.view.formats import text, unbroken
from pages.view.loftet_parts import period_line
from pages.view.markup import folded, paragraph
from pages.view.promise_parts import HOW_WE_KNOW, commitment_parts, feedback, goal_parts, meta
from pages.view.verdict_card import BETTER, DID_WE, cards, verdict_card
from pages.view.verdict_chip import verdict_chip

_WHAT = (
    "Vad polisen och kommunen lovade invånarna, vad som gjordes och om det blev bättre. Med diagram, källor och "
    "öppna data."
)
EMBED = "badda-in/"


def site_pages(data: SiteData, frame: Frame) -> Iterator[Page]:
    """All pages; their addresses are unique."""
    yield _start(data)
    for known in data.municipalities:
        yield _municipality(known)
        for promise in known.promises:
            yield _promise(known, promise, frame)
            yield _embedded(known, promise)
        yield from series_pages(known, data, frame)
    yield from about_pages(data)
    yield from easy_pages(data)
    yield from english_pages(data)
    yield Page(
        address="404.html",
        template="saknas.html",
        title="Sidan finns inte",
        description="Adressen är felskriven, eller så har sidan flyttat.",
        content={"fictitious": ""},
        listed=False,
    )


def _start(data: SiteData) -> Page:
    listed = []
    for known in data.municipalities:
        first = known.promises[0] if known.promises else None
        row: Any = first.row if first else {}
        chips = {
            name: Markup(verdict_chip(row[f"{kind}_verdict"], row["state"])) if first else Markup("")
            for name, kind in (("did", "commitment"), ("better", "goal"))
        }
        said = {
            f"{name}_said": text(row.get(f"{kind}_short")) for name, kind in (("did", "commitment"), ("better", "goal"))
        }
        listed.append(
            {"name": known.name, "address": known.address, "is_fictitious": known.is_fictitious, "promise": first}
            | chips
            | said
        )
    return Page(
        address="",
        template="start.html",
        title="Höll de vad de lovade?",
        description=_WHAT,
        content={"municipalities": listed, "fictitious": "", "how": _how()},
    )


def _municipality(known: MunicipalityData) -> Page:
    shown = [_shown(known, promise, first=place == 0) for place, promise in enumerate(known.promises)]
    first = known.promises[0] if known.promises else None
    said = f"{text(first.row['commitment_sentence'])} {text(first.row['goal_sentence'])}" if first else _WHAT
    return Page(
        address=known.address,
        template="kommun.html",
        title=f"Medborgarlöftet i {known.name}",
        description=said.strip(),
        content={
            "known": known,
            "tabs": tabs(known),
            "promises": shown,
            "how": _how(),
            "contact": Markup(contact_section(known.contacts, is_fictitious=known.is_fictitious)),
            "fictitious": made_up(known),
        },
        picture=picture_of(first) if first else "",
        picture_alt=text(first.row["goal_sentence"]) if first else "",
    )


def _shown(known: MunicipalityData, promise: PromiseData, *, first: bool) -> dict[str, Any]:
    """A promise on the page of its municipality: the first one with its parts."""
    return {
        "title": promise.title,
        "summary": unbroken(promise.row["summary"]),
        "address": promise.address,
        "meta": meta(promise.row),
        "cards": _cards(known, promise, level=3 if first else 4, with_parts=first),
        "feedback": feedback(promise.row),
        "corrections": len(promise.corrections),
        "gaps": len(promise.gaps),
    }


def _cards(known: MunicipalityData, promise: PromiseData, *, level: int, with_parts: bool) -> Markup:
    did = commitment_parts(known.code, promise.row) if with_parts else []
    better = goal_parts(known.code, promise.row) if with_parts else []
    return Markup(
        cards(
            verdict_card(DID_WE, promise.row, kind="commitment", parts=did, level=level),
            verdict_card(BETTER, promise.row, kind="goal", parts=better, level=level),
        )
    )


def _promise(known: MunicipalityData, promise: PromiseData, frame: Frame) -> Page:
    embed = f"{promise.address}{EMBED}"
    title = f"{promise.title}, {known.name}"
    return Page(
        address=promise.address,
        template="lofte.html",
        title=title,
        description=f"{text(promise.row['commitment_sentence'])} {text(promise.row['goal_sentence'])}".strip(),
        content={
            "known": known,
            "tabs": tabs(known, promise),
            "promise": promise,
            "eyebrow": period_line(promise.row),
            "summary": unbroken(promise.row["summary"]),
            "chain": Markup(chain(promise.problems, promise.commitments, promise.goals, promise.gaps)),
            "cards": _cards(known, promise, level=2, with_parts=False),
            "problem": problem_html(promise),
            "commitments": commitments_html(promise),
            "goals": goals_html(promise),
            "around": around_html(promise),
            "sources": sources_html(promise),
            "contact": Markup(contact_section(known.contacts, is_fictitious=known.is_fictitious)),
            "embed_address": embed,
            "snippet": _snippet(f"{frame.base_url}{embed}", title) if frame.base_url else "",
            "app_link": frame.screen("lofte", kommun=known.code, lofte=promise.id),
            "fictitious": made_up(known),
        },
        picture=picture_of(promise),
        picture_alt=text(promise.row["goal_sentence"]),
    )


def _snippet(address: str, title: str) -> Markup:
    """What another web site puts in its page; escaped once, since it is shown and not run."""
    code = '<iframe src="{}" title="{}" width="100%" height="560" style="border:0" loading="lazy"></iframe>'
    return Markup.escape(code.format(address, Markup.escape(f"Löfteskollen: {title}")))


def _embedded(known: MunicipalityData, promise: PromiseData) -> Page:
    return Page(
        address=f"{promise.address}{EMBED}",
        template="badda_in.html",
        title=f"{promise.title}, {known.name}",
        description=unbroken(promise.row["summary"]) or _WHAT,
        content={
            "known": known,
            "promise": promise,
            "cards": _cards(known, promise, level=2, with_parts=False),
            "fictitious": made_up(known),
        },
        listed=False,
    )


def _how() -> Markup:
    return Markup(folded("Hur vet ni det?", "".join(map(paragraph, HOW_WE_KNOW))))
