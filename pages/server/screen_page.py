"""The page that every screen begins as: Streamlit's own index, in Swedish from its first byte.

Streamlit's index is English, names no language of ours and would answer for any address at all; here it answers for the
screens and for nothing else.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pages.server.scripts import SHEET, tags
from pages.server.security import digest, hashes, policy
from pages.server.settings import ServerSettings

TITLE = "Löfteskollen"
DESCRIPTION = (
    "Medborgarlöften från polis och kommun: gjorde de vad de lovade, och blev det bättre? "
    "Uppföljning med källor, osäkerhet och rättelser."
)
# The style sheets that Streamlit 1.67 writes into the page: an empty one that it fills later, the one of its buttons
# (react-aria) and the one of the maps that come with Plotly. Another version may need others: the browser says which.
_STREAMLIT_SHEETS = (
    digest(""),
    "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
    "'sha256-2GF9hCGTDj/GGFNlQA54jDdMGl2fvoeZmZjAvBSiAtM='",
)
_NO_SCRIPT = (
    "<noscript><p>Den här sidan behöver JavaScript. Samma svar finns som vanlig webbsida och som öppna data: "
    "fråga kommunen efter adressen.</p></noscript>"
)


def in_swedish(html: str) -> str:
    """Streamlit's index with Swedish language, title and description, our scripts, and no way to its agent API."""
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = re.sub(r'<html lang="[^"]*">', '<html lang="sv">', html, count=1)
    html = re.sub(r'<link rel="service-desc"[^>]*>\s*', "", html)
    html = re.sub(r"<noscript>.*?</noscript>", lambda _: _NO_SCRIPT, html, count=1, flags=re.DOTALL)
    # Before Streamlit's own script, because it reads what ours leaves behind.
    head = f'<title>{TITLE}</title><meta name="description" content="{DESCRIPTION}">{tags()}'
    html = re.sub(r"<title>[^<]*</title>", lambda _: head, html, count=1)
    # After Streamlit's sheets, which it keeps in the head, so that ours has the last word.
    return html.replace("</body>", f'<link rel="stylesheet" href="./{SHEET}"></body>', 1)


def screen_policy(html: str, settings: ServerSettings) -> str:
    """Scripts and sheets from files; the few that Streamlit writes into the page itself by their hashes."""
    return policy(settings, scripts=hashes(html, "script"), styles=_STREAMLIT_SHEETS, attributes=True)


def routes(addresses: Iterable[str], settings: ServerSettings) -> list[Route]:
    """`addresses` of the screens without slash; the empty one is the start page."""
    html = in_swedish((Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8"))
    body = html.encode()
    headers = {
        "content-security-policy": screen_policy(html, settings),
        "content-language": "sv",
        "cache-control": "no-cache",
    }

    async def page(_: Request) -> Response:
        return Response(body, media_type="text/html", headers=headers)

    async def without_slash(request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"../{request.url.path.strip('/')}{query}", status_code=301)

    named = [address for address in addresses if address]
    return [
        Route("/", page),
        *(Route(f"/{address}", page) for address in named),
        *(Route(f"/{address}/", without_slash) for address in named),
    ]
