"""What every answer carries: nothing is fetched from elsewhere, run from text or shown inside a stranger's page."""

import base64
import hashlib
import re
from collections.abc import Iterable

from pages.server.settings import ServerSettings

Headers = list[tuple[bytes, bytes]]
_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
# What the screens never use; copying a link and showing the display in full screen they do.
_REFUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "serial",
    "usb",
)
_PERMISSIONS = ", ".join([*(f"{name}=()" for name in _REFUSED), "clipboard-write=(self)", "fullscreen=(self)"])


def hashes(html: str, tag: str) -> tuple[str, ...]:
    """The inline scripts or styles (`tag`) that stand in `html` itself, as sources of a Content-Security-Policy."""
    return tuple(digest(content) for found, content in _INLINE.findall(html) if found == tag)


def digest(content: str) -> str:
    """The source that allows an inline script or style with exactly this content."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy(
    settings: ServerSettings, *, scripts: Iterable[str] = (), styles: Iterable[str] = (), attributes: bool = False
) -> str:
    """The Content-Security-Policy; `scripts` and `styles` (hashes) are allowed beside our own files.

    `attributes` lets elements have styles of their own, which Plotly gives its charts. Browsers from before 2023 know
    no difference between such styles and style sheets, and are given the older and wider rule.
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src", "'self'", *scripts)),
            *_styles(styles, attributes=attributes),
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "media-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            frames(settings),
        )
    )


def frames(settings: ServerSettings) -> str:
    """The part of the policy that says whose pages may show ours."""
    return " ".join(("frame-ancestors", "'self'", *settings.embed_in))


def _styles(styles: Iterable[str], *, attributes: bool) -> tuple[str, ...]:
    sources = " ".join(("'self'", *styles))
    if not attributes:
        return (f"style-src {sources}",)
    return ("style-src 'self' 'unsafe-inline'", f"style-src-elem {sources}", "style-src-attr 'unsafe-inline'")


def safety_headers(settings: ServerSettings) -> Headers:
    """For every answer; a route that has set one of them itself keeps its own."""
    headers = {
        "content-security-policy": policy(settings),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": _PERMISSIONS,
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "cross-origin" if settings.embed_in else "same-origin",
        "x-permitted-cross-domain-policies": "none",
    }
    if not settings.embed_in:
        # The old header knows no list, and where both are sent some browsers follow it.
        headers["x-frame-options"] = "SAMEORIGIN"
    if settings.https:
        headers["strict-transport-security"] = "max-age=31536000"
    return [(name.encode(), value.encode()) for name, value in headers.items()]
