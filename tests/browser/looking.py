"""What can be asked of an open page: what axe finds, what is English, what is too wide, whom it has asked."""

import re
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, Request

from tests.browser.conftest import settled

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Words of Streamlit's own labels that no Swedish text holds.
WORDS = (
    "about", "add", "app", "apply", "available", "browse", "cancel", "chart", "choose", "clear", "clipboard", "close",
    "collapse", "column", "connecting", "connection", "content", "copied", "copy", "date", "delete", "deploy",
    "dismiss", "download", "drag", "drop", "edit", "enter", "error", "escape", "expand", "feedback", "file", "files",
    "fullscreen", "heading", "help", "hide", "internet?", "item", "list", "load", "loading", "main", "menu", "month",
    "navigate", "next", "notifications", "open", "option", "options", "page", "pages", "please", "press", "previous",
    "print", "record", "remove", "required", "rerun", "reset", "results", "row", "running", "script", "scroll",
    "search", "select", "selected", "server is", "settings", "show", "sidebar", "skip", "stop", "streamlit server",
    "submit", "suggestions", "the", "theme", "toggle", "try", "upload", "value", "values", "view", "with", "zoom",
)  # fmt: skip
ENGLISH = re.compile(rf"(?<![\w/.:-])({'|'.join(map(re.escape, WORDS))})(?![\w-])", re.IGNORECASE)
NAMES = ("aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt")
COLLECT = """names => {
  const found = new Set();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest("style, script, [data-testid=stIconMaterial], [translate=no], [lang=en]"))
        found.add(node.data.trim());
    } else for (const name of names) found.add(node.getAttribute(name)?.trim() ?? "");
  }
  return [...found].filter(Boolean);
}"""
# A run may be too short to be seen on the page; that the server has answered the next thing it is asked is seen here.
LISTEN = """() => {
  const send = WebSocket.prototype.send;
  window.__answered = Infinity;
  WebSocket.prototype.send = function (...words) {
    this.addEventListener("message", () => { window.__answered = performance.now(); });
    send.apply(this, words);
  };
}"""
ANSWERED = "() => performance.now() - window.__answered > 300"
# Streamlit unfolds with an animation, during which what is inside is partly covered.
UNFOLDED = """() => [...document.querySelectorAll("[data-testid=stExpander] details")].every(
  more => more.open && more.getAnimations({subtree: true}).every(one => one.playState !== "running"))"""


def faults(page: Page) -> list[str]:
    """What axe finds, as rule and place. Runs outside the page's own policy, which forbids eval."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    # Only violations are described: describing each element that passes takes most of the time.
    found = page.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
        ".then(found => found.violations)",
        TAGS,
    )
    return [f"{v['id']}: {node['target']} {node['html'][:160]}" for v in found for node in v["nodes"]]


def open_everything(page: Page) -> None:
    """Unfolds every table and explanation, also those inside what is folded."""
    page.evaluate(
        "() => document.querySelectorAll('[data-testid=stExpander] details:not([open]) > summary')"
        ".forEach(summary => summary.click())"
    )
    page.wait_for_function(UNFOLDED)
    page.evaluate("() => document.querySelectorAll('details.lk-more').forEach(more => { more.open = true; })")
    settled(page)


def english(page: Page) -> list[str]:
    """Whatever is said on the page in a text or a name that holds an English word; web addresses do not count."""
    said = page.evaluate(COLLECT, list(NAMES))
    return [words for words in said if ENGLISH.search(re.sub(r"https?://\S+", "", words))]


def pixels_too_wide(page: Page) -> int:
    return int(
        page.evaluate(
            "() => Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]"
            ".map(e => e.scrollWidth - e.clientWidth))"
        )
    )


def turn_dark(page: Page) -> None:
    """Our own colours and Streamlit's ground change at different moments, and then the script runs anew for the charts;
    all three are waited for."""
    page.evaluate(LISTEN)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--lk-ink').trim() === '#E9EDF1'"
        " && getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor === 'rgb(18, 24, 31)'"
    )
    page.wait_for_function(ANSWERED)
    settled(page)


class Watched:
    """What a page asks for and complains about, from before its first byte."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []

    def __call__(self, page: Page) -> None:
        def heard(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.said.append(message.text)

        def requested(request: Request) -> None:
            self.asked.append(request.url)

        page.on("request", requested)
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("console", heard)
        page.on("pageerror", lambda fault: self.said.append(str(fault)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))

    def elsewhere(self, server: str) -> list[str]:
        own = (f"{server}/", f"{server.replace('http', 'ws')}/", "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]
