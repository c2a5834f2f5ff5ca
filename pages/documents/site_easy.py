"""The site in lättläst: what was promised, did we do it, did it get better. No charts, no statistics."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from pages.documents.site_data import MunicipalityData, PromiseData, SiteData
from pages.documents.site_frame import Page
from pages.documents.site_tabs import made_up
from pages.view.easy_section import easy_cards
from pages.view.formats import text
from pages.view.verdict_card import easy_text, part_head, wholes

ROOT = "lattlast/"


def easy_pages(data: SiteData) -> Iterator[Page]:
    """The way in, and one page a promise."""
    yield Page(
        address=ROOT,
        template="lattlast.html",
        title="Löften på lättläst svenska",
        description="Läs på lättläst svenska vad polisen och kommunen lovade, och om det blev bättre.",
        content={"municipalities": data.municipalities, "fictitious": ""},
        section=ROOT,
    )
    for known in data.municipalities:
        for promise in known.promises:
            yield _promise(known, promise)


def _promise(known: MunicipalityData, promise: PromiseData) -> Page:
    lists = (
        ("Det här lovade vi", _parts(promise.commitments, "commitment")),
        ("Det här ville vi uppnå", _parts(wholes(promise.goals), "goal")),
    )
    return Page(
        address=f"{ROOT}{promise.address}",
        template="lattlast_lofte.html",
        title=f"{promise.title}, {known.name}, lättläst",
        description=f"Läs på lättläst svenska om löftet i {known.name}: vad som lovades och om det blev bättre.",
        content={
            "known": known,
            "promise": promise,
            "summary": Markup(easy_text(promise.row["summary"], "")),
            "cards": Markup(easy_cards(promise.row, level=2)),
            "lists": lists,
            "fictitious": made_up(known),
        },
        section=ROOT,
    )


def _parts(rows: pd.DataFrame, name: str) -> Markup:
    """Each part with its verdict and its text in lättläst."""
    return Markup(
        "".join(
            part_head(text(row[name]), {**row, "reason": ""}) + easy_text(row["easy"], text(row["sentence"]))
            for row in rows.to_dict("records")
        )
    )
