"""Everything on a public screen can be reached with Tab alone, in reading order, and it shows where one is."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open

SCREENS = (
    "/?kommun=1263",
    "/lofte?kommun=1263",
    "/tryggheten?kommun=9999",
    "/brott?kommun=9999",
    "/metod",
    "/oppnadata?kommun=9999",
    "/tillganglighet?kommun=1263",
)
MARK = """() => {
  const GROUP = "[data-testid=stButtonGroup]";
  const can = "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex='0']";
  const seen = (e) => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0
    && !e.closest("[inert], [aria-hidden=true]") && e.tabIndex >= 0
    // Within a group of choices the arrows move; Tab stops once.
    && (!e.closest(GROUP) || e === e.closest(GROUP).querySelector("button"));
  const all = [...document.querySelectorAll(can)].filter(seen);
  all.forEach((e, place) => { e.dataset.place = place; });
  return all.map(e => `${e.tagName} ${e.getAttribute("aria-label") || e.innerText || e.type || ""}`.slice(0, 80));
}"""
HERE = """() => {
  const here = document.activeElement;
  const rings = [here, here.parentElement, here.closest("[role=group], [data-baseweb], label")].filter(Boolean);
  const shown = rings.some((e) => {
    const style = getComputedStyle(e);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  const box = here.getBoundingClientRect();
  return { place: here.dataset.place ?? null, name: here.innerText?.slice(0, 60) ?? "", shown,
    inView: box.bottom > 0 && box.top < innerHeight };
}"""


def walk(page: Page, steps: int) -> list[dict[str, object]]:
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found.append(page.evaluate(HERE))
    return found


@pytest.mark.parametrize("address", SCREENS)
def test_tab_reaches_everything_and_shows_where_one_is(visit: Open, address: str) -> None:
    page = visit(address)
    names = page.evaluate(MARK)
    steps = walk(page, len(names) + 3)
    reached = [int(str(step["place"])) for step in steps if step["place"] is not None]

    assert [names[place] for place in range(len(names)) if place not in reached] == []
    first_round = list(dict.fromkeys(reached))
    assert first_round == sorted(first_round)
    assert [step["name"] for step in steps if step["place"] is not None and not step["shown"]] == []
    assert [step["name"] for step in steps if step["place"] is not None and not step["inView"]] == []
