"""What can be seen of a display: whether everything is inside the screen, large enough, and where the words are."""

from typing import Any

from playwright.sync_api import Page

SCREENS = ((1920, 1080), (1080, 1920), (1366, 768))
OTHER_SCREENS = ((1024, 768), (1280, 1024), (1920, 1200), (1080, 1440))

# Every line of text that is shown: where it stands, how large, and whether its own box lets all of it be seen.
_FAULTS = """() => {
  const faults = [], least = innerHeight / 30.2, page = document.documentElement;
  if (page.scrollWidth > page.clientWidth || page.scrollHeight > page.clientHeight) faults.push('rullningslist');
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const words = node.data.trim(), element = node.parentElement;
    if (!words || !element.checkVisibility() || ['NOSCRIPT', 'title', 'desc'].includes(element.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const svg = element.closest('svg');
    const room = (svg || element.closest('#ord') || page).getBoundingClientRect();
    const slack = svg ? 2 : 1;
    for (const line of range.getClientRects()) {
      const outside = line.left < room.left - slack || line.right > room.right + slack
        || line.left < 0 || line.right > innerWidth || line.top < 0 || line.bottom > innerHeight + slack;
      if (outside) faults.push(`utanför: ${words}`);
    }
    const box = element.getBoundingClientRect(), ord = element.closest('#ord');
    if (ord && (box.top < room.top - 1 || box.bottom > room.bottom + 1)) faults.push(`avskuret: ${words}`);
    if (element.scrollWidth > element.clientWidth + 1 && !svg && getComputedStyle(element).display !== 'inline')
      faults.push(`för brett: ${words}`);
    const scale = svg ? element.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < least) faults.push(`för litet (${(size / least).toFixed(2)}): ${words}`);
  }
  return faults;
}"""


def faults_of(page: Page) -> list[str]:
    """What cannot be read from five metres: cut off, outside the screen, smaller than 1/30 of it, scrollbars."""
    found: list[str] = page.evaluate(_FAULTS)
    return found


def ready(page: Page) -> None:
    """Waits until the display shows what it was to show, or says why it cannot."""
    page.wait_for_function("() => !document.getElementById('fraga').textContent.startsWith('Hämtar')")


def panel_count(page: Page) -> int:
    words = page.inner_text("#nummer") if page.locator("#nummer").is_visible() else "1 av 1"
    return int(words.split(" av ")[1])


def sentence(page: Page) -> str:
    return page.inner_text("#mening")


def memory(page: Page) -> dict[str, Any]:
    """Bytes of the JavaScript heap after a collection, nodes, and listeners."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    measured = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return {
        "heap": int(measured["JSHeapUsedSize"]),
        "nodes": int(measured["Nodes"]),
        "listeners": int(measured["JSEventListeners"]),
    }
