"""One part of a static page that can be linked to."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, kw_only=True)
class Section:
    """A name, the anchor it is linked by, and ready HTML."""

    anchor: str
    name: str
    html: Markup
