"""What search engines read: sitemap.xml and robots.txt."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def sitemap(addresses: Iterable[str], base_url: str, day: str) -> bytes:
    """The pages with the day of the publication (ÅÅÅÅ-MM-DD, or nothing)."""
    changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
    rows = "".join(f"<url><loc>{escape(base_url + address)}</loc>{changed}</url>" for address in addresses)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}{rows}</urlset>\n".encode()


def robots(base_url: str) -> bytes:
    """Everybody may read everything; where the sitemap is, when the site knows its own address."""
    where = f"Sitemap: {base_url}{SITEMAP}\n" if base_url else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()
