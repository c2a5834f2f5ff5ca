"""Days of the display in minutes: does its memory stay flat while it turns, asks and loses the server?

python tests/benchmarks/soak_display.py [--hours 48]

The machine's clock is in our hands. Every round is an hour of the display: 180 panels and 60 questions at the usual
pace, at most one of them answered per round trip. Now and then there is a new build with other pictures, a server
that is away for a while, and one without a database. Prints the JavaScript heap after a collection, the number of
nodes and listeners, and ends with 1 when they grow.
"""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pages.documents.picture_scene import Dot, Scene
from pages.documents.picture_svg import svg
from pages.view.display_panels import Panel
from pages.view.palette import LIGHT
from tests.browser.display.seen import memory, ready
from tests.browser.display.served import HOST, Served, edition, panel, poll
from tests.chromium import HOW_TO_GET_CHROMIUM, find_chromium

PACE, PANELS = 20, 12
# The heap may breathe this much between the first day and the last; nodes may not grow at all beyond one panel's.
HEAP_MAY_GROW, NODES_MAY_GROW = 0.15, 400
_COUNT = """() => {
  window.turns = 0;
  new MutationObserver(() => { window.turns += 1; }).observe(document.getElementById('mening'), { childList: true });
}"""


def build(number: int) -> list[Panel]:
    """Twelve panels of one build, every one with a picture of its own of about 10 kB."""
    dots = tuple(Dot(x=i, y=(i * number) % 700, radius=4, role="accent") for i in range(0, 1080, 8))
    drawn = Scene(width=1080, height=740, marks=dots)
    return [
        panel(
            each,
            sentence=f"Bygge {number}, mening {each}.",
            picture=svg(drawn, LIGHT, key=f"b{number}-{each}", title="Kurva", description="Påhittad kurva"),
        )
        for each in range(PANELS)
    ]


def hour(page: Page, served: Served, number: int) -> None:
    """One hour: usually calm, every fifth with a new build, every seventh without the server for half of it."""
    if number % 5 == 0:
        served.edition = edition(*build(number), municipality="Svedala")
    served.away = number % 7 == 0
    served.fault = "Det finns ingen databas att visa än." if number % 11 == 0 else ""
    page.clock.run_for(1_800_000)
    served.away, served.fault = False, ""
    poll(page, served)
    page.clock.run_for(1_739_000)


def soak(page: Page, served: Served, hours: int) -> list[dict[str, int]]:
    """The memory after every tenth of the time, the first measured once everything has been shown."""
    measured = []
    every = max(1, hours // 10)
    for number in range(1, hours + 1):
        hour(page, served, number)
        if number % every == 0:
            measured.append({"hours": number, "turns": page.evaluate("() => window.turns"), **memory(page)})
            print(
                "{hours:>5} h  {turns:>7} byten  {kb:>6} kB  {nodes:>5} noder  {listeners:>4} lyssnare".format(
                    kb=measured[-1]["heap"] // 1024, **measured[-1]
                ),
                flush=True,
            )
    return measured


def main(hours: int) -> int:
    chromium = find_chromium()
    if chromium is None:
        print(f"Skärmens uthållighet: ej körd. {HOW_TO_GET_CHROMIUM}")
        return 0
    served = Served(edition(*build(0), municipality="Svedala"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        served.answer(context)
        page = context.new_page()
        page.clock.install(time=datetime(2026, 11, 22, 8))  # noqa: DTZ001  as the clock of the machine shows it
        page.goto(f"{HOST}/skarm?takt={PACE}")
        ready(page)
        page.evaluate(_COUNT)
        measured = soak(page, served, hours)
        browser.close()
    return verdict(measured, hours, served)


def verdict(measured: list[dict[str, int]], hours: int, served: Served) -> int:
    """Compares the last third with the first, so that one large collection does not decide."""
    third = max(1, len(measured) // 3)
    first, last = measured[:third], measured[-third:]
    heap = median(m["heap"] for m in last) / median(m["heap"] for m in first) - 1
    nodes = median(m["nodes"] for m in last) - median(m["nodes"] for m in first)
    listeners = measured[-1]["listeners"] - measured[0]["listeners"]
    flat = heap <= HEAP_MAY_GROW and nodes <= NODES_MAY_GROW and listeners <= 0
    print(
        f"{hours / 24:.0f} dygn, {measured[-1]['turns']} byten, {served.asked} frågor ({served.unchanged} oförändrat): "
        f"minne {100 * heap:+.1f} %, noder {nodes:+.0f}, lyssnare {listeners:+d}. "
        f"Minnet är begränsat: {'ja' if flat else 'nej'}"
    )
    return 0 if flat else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=int, default=48, help="timmar på skärmen")
    sys.exit(main(parser.parse_args().hours))
