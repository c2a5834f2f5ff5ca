"""”Berätta vidare”: the whole promise in a few sentences, ready to copy to a web page or a post."""

from collections.abc import Mapping
from typing import Any

from pages.view.chart_tools import promise_tools
from pages.view.markup import heading, paragraph
from pages.view.shared_texts import shared_promise


def spread_section(promise: Mapping[str, Any]) -> str:
    """HTML; `promise` is a row of marts.promise."""
    return (
        heading("Berätta vidare", level=2)
        + paragraph("Texterna säger samma sak som sidan, med källa och datum. De kan kopieras som de är.")
        + promise_tools(shared_promise(promise))
    )
