"""Every address of ours beside Streamlit's own, in the order in which they are asked."""

from starlette.routing import Route

from pages.router import addresses
from pages.server import display, open_data, screen_page, scripts
from pages.server.settings import ServerSettings


def all_routes(settings: ServerSettings) -> list[Route]:
    """The screens (in public mode only the public ones), their scripts, the display and the open data."""
    return [
        *screen_page.routes(addresses(), settings),
        *scripts.routes(),
        *display.routes(),
        *open_data.routes(),
    ]
