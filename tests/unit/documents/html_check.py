"""What can be wrong with a page of HTML without a browser noticing."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "hr", "input", "col", "path", "rect", "circle"}


class Checked(HTMLParser):
    """Reads a page: its ids, headings and links, and what is not closed where it was opened."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.levels: list[int] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.lang = ""
        self.meta: dict[str, str] = {}
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        if len(found) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if any(name.startswith("on") for name in found):
            self.faults.append(f"<{tag}> has a handler")
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag == "html":
            self.lang = found.get("lang", "")
        if tag == "meta":
            self.meta[found.get("name") or found.get("property") or ""] = found.get("content", "")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        if tag == "p" and "p" in self.open:
            self.faults.append("<p> within <p>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    @property
    def skipped_levels(self) -> list[tuple[int, int]]:
        """Headings that go down more than one step."""
        return [(a, b) for a, b in zip(self.levels, self.levels[1:], strict=False) if b > a + 1]
