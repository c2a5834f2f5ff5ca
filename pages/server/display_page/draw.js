// Puts a panel on the screen. The same elements are filled again and again, so that nothing grows with time.

import { fit } from "./fit.js";
import { today } from "./words.js";

const MOST_DOTS = 20;
const TONES = ["met", "way", "not", "grey"];
const APPEARING = { duration: 500, easing: "ease-out" };
const still = matchMedia("(prefers-reduced-motion: reduce)");

export const place = Object.fromEntries([...document.querySelectorAll("[id]")].map((each) => [each.id, each]));

let drawn = "";
let moving = null;

// What is shown now: the panel at `index` of `edition`, or why there is none. `fault` and `away` tell of the server.
export function show({ edition, index, fault, away, byPerson }) {
  const panel = edition && edition.panels[index];
  const whole = JSON.stringify([panel || null, edition && edition.reason, edition ? "" : [fault, away]]);
  if (whole !== drawn) {
    drawn = whole;
    place.panel.setAttribute("aria-live", byPerson ? "polite" : "off");
    if (panel) drawPanel(panel);
    else drawReason(edition, fault, away);
    appear();
  }
  surround(edition, index);
  fit(place, panel);
}

export function put(element, text) {
  element.textContent = text || "";
  element.hidden = !text;
}

function appear() {
  if (moving) moving.cancel();
  moving = still.matches ? null : place.panel.animate([{ opacity: 0 }, { opacity: 1 }], APPEARING);
}

function drawPanel(panel) {
  place.panel.className = panel.kind;
  place.fraga.textContent = panel.question;
  put(place.om, panel.about);
  put(place.mening, panel.sentence);
  place.omdome.hidden = !panel.verdict;
  place.omdome.className = TONES.includes(panel.tone) ? panel.tone : "grey";
  place.omdomesord.textContent = panel.verdict;
  drawMarks(panel.marks);
  drawPicture(panel.picture);
}

function drawReason(edition, fault, away) {
  place.panel.className = "fault";
  for (const gone of [place.om, place.omdome]) gone.hidden = true;
  drawMarks([]);
  drawPicture("");
  const waiting = away ? "Uppgifterna går inte att hämta" : "Hämtar uppgifterna …";
  place.fraga.textContent = edition ? "Det finns inget att visa än" : waiting;
  put(place.mening, edition ? edition.reason : fault);
}

function drawMarks(marks) {
  place.marken.hidden = !marks.length;
  place.marken.replaceChildren(...marks.map((each) => {
    const item = document.createElement("li");
    const [sign, text, name] = ["span", "span", "strong"].map((tag) => document.createElement(tag));
    item.className = each.shape;
    sign.className = "form";
    name.textContent = each.name;
    text.append(name, each.words);
    item.append(sign, text);
    return item;
  }));
}

function drawPicture(svg) {
  const parsed = svg ? new DOMParser().parseFromString(svg, "image/svg+xml").documentElement : null;
  const good = parsed && parsed.localName === "svg";
  place.bild.replaceChildren(...(good ? [document.importNode(parsed, true)] : []));
}

// Everything around the panel: whose it is, how far its figures reach, and where in the row it stands.
function surround(edition, index) {
  const panel = edition && edition.panels[index];
  const name = (edition && edition.municipality) || "Löfteskollen";
  const count = edition ? edition.panels.length : 0;
  const [lead, ...rest] = panel ? panel.promise.split(":") : [""];
  place.namn.textContent = name;
  place.pahittad.hidden = !(edition && edition.fictitious);
  place.lofte.hidden = !panel || panel.kind === "title";
  place.inledning.textContent = lead;
  place.resten.textContent = rest.length ? `:${rest.join(":")}` : "";
  put(place.saknas, edition && edition.missing);
  put(place.datum, panel && panel.data);
  put(place.kalla, panel && panel.source ? `Källa: ${panel.source}` : "");
  put(place.gammalt, panel && panel.fresh_until && today() > panel.fresh_until ? panel.stale : "");
  put(place.nummer, count > 1 ? `${index + 1} av ${count}` : "");
  place.styrning.hidden = count < 2;
  drawDots(count > 1 && count <= MOST_DOTS ? count : 0, index);
  document.title = edition && edition.municipality ? `${name} – Löfteskollen på skärm` : "Löfteskollen på skärm";
}

function drawDots(count, index) {
  while (place.prickar.childElementCount > count) place.prickar.lastElementChild.remove();
  while (place.prickar.childElementCount < count) place.prickar.append(document.createElement("span"));
  [...place.prickar.children].forEach((dot, number) => dot.classList.toggle("nu", number === index));
}
