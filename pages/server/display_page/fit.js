// Makes everything fit: first smaller words, but never smaller than what is read from afar, then less of what can be
// spared. Nothing is ever cut off.

// The largest first: a short sentence is set large, a long one as large as it fits. Multiples of the smallest text.
const SIZES = [3, 2.7, 2.4, 2.2, 2, 1.85, 1.7, 1.55, 1.4, 1.28, 1.16, 1.08, 1];
const LARGEST_BESIDE = 1.85;

// A phone, or a window enlarged four times: the style sheet lets it be as long as it is.
export const upClose = matchMedia("(max-width: 700px), (max-height: 440px)");

export function fit(place, panel) {
  const style = place.panel.style;
  place.panel.classList.remove("bryt");
  place.bild.hidden = !place.bild.firstChild;
  place.panel.classList.toggle("bredvid", !place.bild.hidden);
  if (upClose.matches) {
    style.removeProperty("--mening");
    return;
  }
  shortenPromise(place);
  const most = !place.bild.hidden || place.panel.classList.contains("title") ? LARGEST_BESIDE : SIZES[0];
  const spared = sparing(place, panel);
  for (;;) {
    for (const size of SIZES.filter((each) => each <= most)) {
      style.setProperty("--mening", String(size));
      if (fits(place)) return;
    }
    const spare = spared.shift();
    if (!spare) break;
    spare();
  }
  place.panel.classList.add("bryt");
}

// The promise by its first words where the whole of it needs more than a line; its first panel has all of it.
function shortenPromise(place) {
  place.resten.hidden = false;
  const line = parseFloat(getComputedStyle(place.lofte).lineHeight);
  place.resten.hidden = !place.lofte.hidden && place.lofte.clientHeight > 1.8 * line;
}

// What can be left out, the most easily spared first.
function sparing(place, panel) {
  const seen = [place.kalla, place.om].filter((each) => !each.hidden);
  const hiding = seen.map((each) => () => { each.hidden = true; });
  if (!panel) return hiding;
  return [
    ...hiding,
    () => { place.datum.textContent = panel.data_brief; },
    () => { place.lofte.hidden = true; },
    () => { sparePicture(place); },
  ];
}

// The picture goes before any word is cut, as when a screen on end must tell of two faults at once.
function sparePicture(place) {
  place.bild.hidden = true;
  place.panel.classList.remove("bredvid");
}

function fits(place) {
  const room = place.ord.getBoundingClientRect();
  const words = [...place.ord.children].filter((each) => !each.hidden);
  const within = words.every((each) => {
    const box = each.getBoundingClientRect();
    return box.top >= room.top - 1 && box.bottom <= room.bottom + 1 && each.scrollWidth <= each.clientWidth + 1;
  });
  return within && document.body.scrollWidth <= document.body.clientWidth && pictureCanBeRead(place.bild);
}

// Its smallest text as it is drawn, against 1/30 of the screen's height (a hair less, against rounding).
function pictureCanBeRead(figure) {
  const svg = figure.hidden ? null : figure.firstChild;
  const sizes = svg ? [...svg.querySelectorAll("text")].map((each) => Number(each.getAttribute("font-size"))) : [];
  return !sizes.length || Math.min(...sizes) * svg.getScreenCTM().a >= innerHeight / 30.2;
}
