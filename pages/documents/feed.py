"""The Atom feed: how promises went, when inhabitants were told, and what has been corrected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from pages.documents.site_data import MunicipalityData, PromiseData, SiteData
from pages.view.formats import period_sv, text, to_date, upper_first
from pages.view.verdict_card import BETTER, DID_WE
from pages.view.verdict_chip import verdict_word

FEED = "feed.xml"
_NEWEST = 50
_ROOT = "https://lofteskollen.example/"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """`key` is what the entry is about and never changes; `address` is relative to the first page."""

    key: str
    title: str
    address: str
    day: date
    summary: str


def atom(data: SiteData, base_url: str) -> bytes:
    """The feed, newest first; the same entries have the same ids at every publication."""
    ordered = sorted(entries(data), key=lambda entry: (entry.day, entry.key), reverse=True)[:_NEWEST]
    latest = ordered[0].day if ordered else date(2017, 1, 1)
    body = "".join(_entry(entry, base_url) for entry in ordered)
    feed = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">'
        f"<id>{_id('flode')}</id><title>Löfteskollen: uppföljningar och rättelser</title>"
        f"<updated>{_time(latest)}</updated><author><name>Löfteskollen</name></author>"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(base_url + FEED)}/>'
        f"<link href={quoteattr(base_url)}/>{body}</feed>\n"
    )
    return feed.encode("utf-8")


def entries(data: SiteData) -> Iterator[Entry]:
    """Everything that has happened, in no particular order."""
    for known in data.municipalities:
        for promise in known.promises:
            yield from _verdicts(known, promise)
            yield from _told(known, promise)
            yield from _corrections(known, promise)


def _verdicts(known: MunicipalityData, promise: PromiseData) -> Iterator[Entry]:
    """One entry for what the verdicts are; a new one when they change or rest on newer figures."""
    through = to_date(promise.row["data_through"])
    if through is None:
        return
    words = {
        question: verdict_word(promise.row[f"{kind}_verdict"], promise.row["state"])
        for question, kind in ((DID_WE, "commitment"), (BETTER, "goal"))
    }
    yield Entry(
        key=f"omdome {promise.id} {' '.join(words.values())} {through}",
        title=f"{known.name}: {promise.title}. {' '.join(f'{q} {word}.' for q, word in words.items())}",
        address=promise.address,
        day=through,
        summary=f"{text(promise.row['commitment_sentence'])} {text(promise.row['goal_sentence'])}".strip(),
    )


def _told(known: MunicipalityData, promise: PromiseData) -> Iterator[Entry]:
    for duty in promise.duties.to_dict("records"):
        day = to_date(duty["given_on"])
        if day:
            when = f" om {period_sv(duty['period'])}" if text(duty["period"]) else ""
            yield Entry(
                key=f"aterkoppling {promise.id} {text(duty['duty_id'])} {text(duty['period'])} {day}",
                title=f"{known.name}: återkoppling{when}",
                address=promise.address,
                day=day,
                summary=f"{upper_first(text(duty['recipient']))} har fått veta hur det går med ”{promise.title}”.",
            )


def _corrections(known: MunicipalityData, promise: PromiseData) -> Iterator[Entry]:
    for row in promise.corrections.to_dict("records"):
        day = to_date(row["noticed_on"])
        if day:
            yield Entry(
                key=f"rattelse {promise.id} {text(row['concerns'])} {text(row['concerns_id'])} {day}",
                title=f"{known.name}: rättelse i {promise.title}",
                address=f"{promise.address}#rattelser",
                day=day,
                summary=text(row["sentence"]),
            )


def _entry(entry: Entry, base_url: str) -> str:
    return (
        f"<entry><id>{_id(entry.key)}</id><title>{escape(entry.title)}</title>"
        f"<updated>{_time(entry.day)}</updated><link href={quoteattr(base_url + entry.address)}/>"
        f"<summary>{escape(entry.summary)}</summary></entry>"
    )


def _id(key: str) -> str:
    """Stable also when the site moves to another address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _ROOT + key)}"


def _time(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"
