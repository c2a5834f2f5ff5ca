"""Pages that the server itself shows: unknown address, refused request, fault. Plain HTML that needs nothing else."""

from html import escape

from starlette.responses import Response

from pages.server.security import hashes, policy
from pages.server.settings import ServerSettings

_WORDS = {
    400: ("Adressen går inte att läsa", "Kontrollera att den är rätt skriven, eller börja om från startsidan."),
    404: ("Sidan finns inte", "Den kan ha flyttats, eller så är adressen fel skriven."),
    405: ("Det går inte att göra så här", "På den här adressen går det bara att läsa."),
    413: ("Det som skickades är för stort", "Servern tar inte emot något på den här adressen."),
    414: ("Adressen är för lång", "Börja om från startsidan."),
    421: (
        "Servern svarar inte på det här namnet",
        "Den som sköter Löfteskollen anger vilka namn som gäller med inställningen LOFTESKOLLEN_HOSTS.",
    ),
    500: ("Något gick fel", "Försök igen om en stund."),
}
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; background: #FBFAF7; color: #1C2733; font: 1rem/1.55 "Source Sans 3", system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; }
a { color: #12436D; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
@media (prefers-color-scheme: dark) { body { background: #12181F; color: #E9EDF1; } a { color: #7FB2E5; } }
"""


def plain_page(status: int, settings: ServerSettings, *, mark: str = "") -> Response:
    """The page for an HTTP status; one without words of its own gets those of its class (400 or 500). `mark` names a
    fault in the log."""
    title, todo = _WORDS.get(status) or _WORDS[500 if status >= 500 else 400]
    noted = f"<p>Felet är antecknat i serverns logg med märket {escape(mark)}.</p>" if mark else ""
    html = (
        '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – Löfteskollen</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1><p>{escape(todo)}</p>{noted}"
        '<p><a href="/">Till startsidan</a></p></main></body></html>'
    )
    headers = {
        "content-security-policy": policy(settings, styles=hashes(html, "style")),
        "content-language": "sv",
        "cache-control": "no-store",
        **({"allow": "GET, HEAD"} if status == 405 else {}),
    }
    return Response(html, status_code=status, headers=headers, media_type="text/html")
