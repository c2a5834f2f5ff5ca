"""Displays to look at: one on a real server, and one whose answers and clock are in the test's hands."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.display.seen import SCREENS, ready
from tests.browser.display.served import HOST, Served, edition, panel

Display = Callable[..., Page]
NOON = datetime(2026, 11, 22, 14, 20)  # noqa: DTZ001  as the clock of the machine shows it


@pytest.fixture
def display(browser: Browser, server: str) -> Iterator[Display]:
    """Opens the display as a machine in a library would; the worker is let in only when asked for."""
    contexts = []

    def open_display(query: str = "", *, size: tuple[int, int] = SCREENS[0], worker: bool = False, **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="sv-SE",
            reduced_motion="reduce",
            service_workers="allow" if worker else "block",
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{server}/skarm{query}")
        ready(page)
        return page

    yield open_display
    for context in contexts:
        context.close()


@pytest.fixture
def served() -> Served:
    return Served(edition(*(panel(number) for number in range(4))))


@pytest.fixture
def start(browser: Browser, served: Served) -> Iterator[Display]:
    """Opens the display that `served` answers for, with the machine's clock in the test's hands."""
    contexts = []

    def open_display(query: str = "?takt=20", *, size: tuple[int, int] = SCREENS[0], **more: Any) -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="sv-SE", **more)
        contexts.append(context)
        served.answer(context)
        page = context.new_page()
        page.clock.install(time=NOON)
        page.goto(f"{HOST}/skarm{query}")
        ready(page)
        return page

    yield open_display
    for context in contexts:
        context.close()
