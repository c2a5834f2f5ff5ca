"""A page before it is drawn, and what is the same on every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`base_url` is the address of the site and `app_url` that of the dashboard; empty when unknown, else with a slash
    at the end. `fresh` says what the figures rest on, `missing_rows` what is missing in them."""

    base_url: str
    app_url: str
    fresh: str
    missing_rows: str

    def screen(self, address: str, **chosen: str) -> str:
        """The way in to a screen of the dashboard; nothing when it is not known where that is."""
        return f"{self.app_url}{address}?{urlencode(chosen)}" if self.app_url else ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """`address` ends with a slash, or is empty for the first page; `content` is what the template asks for.

    `section` is the entry of the menu that it belongs to. `picture` is the address of what is shown where the page is
    shared. A page that is not `listed` is left out of the sitemap and asks search engines to do the same.
    """

    address: str
    template: str
    title: str
    description: str
    content: Mapping[str, Any]
    section: str = ""
    lang: str = "sv"
    picture: str = ""
    picture_alt: str = ""
    listed: bool = True

    @property
    def file(self) -> str:
        """Where the page lies in the folder."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"
