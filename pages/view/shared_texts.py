"""Rows of marts as what the copy-ready texts are made of."""

from collections.abc import Mapping
from typing import Any

from etl.evaluate.sentences_share import Shared
from pages.view.chart_object import ChartObject
from pages.view.formats import text, to_date
from pages.view.verdict_card import BETTER, DID_WE
from pages.view.verdict_chip import verdict_word

Row = Mapping[str, Any]


def shared_chart(
    chart: ChartObject, *, place: str, is_fictitious: bool, sentence: str = "", short: str = "", caution: str = ""
) -> Shared:
    """A chart with the stored sentence about it; the claim stands for a chart that has no other sentence."""
    return Shared(
        place=place,
        headline=chart.title,
        brief=(short, chart.title),
        parts=tuple(filter(None, (sentence, chart.more))),
        caution=caution,
        chart=chart.subtitle.rstrip("."),
        source=chart.source,
        data_through=chart.data_through,
        is_fictitious=is_fictitious,
    )


def shared_promise(promise: Row) -> Shared:
    """A row of marts.promise: both questions with their answers, never merged."""
    place = text(promise["municipality_name"])
    answers = [
        f"{question} {_verdict(promise, kind)}. {text(promise[f'{kind}_sentence'])}".rstrip()
        for question, kind in ((DID_WE, "commitment"), (BETTER, "goal"))
    ]
    return Shared(
        place=place,
        headline=f"Så går det med löftet i {place}: {text(promise['title'])}",
        brief=(f"Så går det med löftet i {place}: {text(promise['title'])}", f"Så går det med löftet i {place}"),
        parts=(text(promise["summary"]), *answers),
        source=text(promise["source"]),
        data_through=to_date(promise["data_through"]),
        is_fictitious=bool(promise["is_fictitious"]),
    )


def _verdict(promise: Row, kind: str) -> str:
    return verdict_word(promise[f"{kind}_verdict"], promise["state"]) or "Inget omdöme"
