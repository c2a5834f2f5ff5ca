// Shows one panel after another, asks now and then for a newer edition, and keeps the last one when the server is away.

import { place, put, show } from "./draw.js";
import { upClose } from "./fit.js";
import { mayReload, recall, remember } from "./keep.js";
import { serverNote } from "./words.js";

const ASK_EVERY = 60_000;
const ASK_AGAIN = 10_000;
const ANSWER_WITHIN = 20_000;
const REST_AFTER = 4_000;

const asked = document.documentElement.dataset;
const { kommun, lofte } = document.body.dataset;
const pace = Number(asked.takt) * 1000;
const loops = asked.slinga === "ja";

let edition = null; // What is shown.
let newer = null; // An edition that waits for the next change of panel.
let mark = ""; // The ETag of the newest edition.
let index = 0;
let paused = false;
let ended = false;
let form = shape();
let awaySince = null;
let fault = "";
let turning = 0;
let asking = 0;
let resting = 0;

// Pictures come in three shapes: for 16:9 and wider, for 16:10 to square, and for a screen on end.
function shape() {
  const ratio = innerWidth / innerHeight;
  return ratio < 1 ? "staende" : ratio < 1.7 ? "kvadrat" : "liggande";
}

function draw(byPerson) {
  show({ edition, index, fault, away: Boolean(awaySince), byPerson });
}

// --- The server ---

async function ask() {
  clearTimeout(asking);
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), ANSWER_WITHIN);
  const wanted = form;
  try {
    const headers = mark ? { "If-None-Match": mark } : {};
    const answer = await fetch(address(), { headers, cache: "no-store", signal: stop.signal });
    if (answer.status === 304) back();
    else if (answer.ok) take(await answer.json(), answer.headers.get("etag") || "", wanted);
    else lost(await wordsOf(answer));
    const version = answer.headers.get("x-lofteskollen-skarm");
    if (version && version !== asked.version && mayReload()) location.reload();
  } catch {
    lost("");
  } finally {
    clearTimeout(limit);
  }
  clearTimeout(asking);
  asking = setTimeout(ask, awaySince ? ASK_AGAIN : ASK_EVERY);
}

function address() {
  const query = new URLSearchParams({ form });
  if (kommun) query.set("kommun", kommun);
  if (lofte) query.set("lofte", lofte);
  return `skarm/paneler.json?${query}`;
}

async function wordsOf(answer) {
  const kind = answer.headers.get("content-type") || "";
  return kind.startsWith("application/json") ? String((await answer.json()).fault || "") : "Servern kan inte svara.";
}

function take(found, itsMark, wanted) {
  if (wanted !== form) return;
  mark = itsMark;
  remember(keptAs(), found, mark);
  const atOnce = paused || ended || !edition || !edition.panels.length || !found.panels.length;
  if (atOnce) adopt(found, 0);
  else newer = found;
  back();
  if (atOnce) turned(false);
}

function back() {
  const wasAway = awaySince;
  awaySince = null;
  fault = "";
  if (wasAway) tellServer();
}

function lost(why) {
  awaySince ??= new Date();
  fault = why;
  tellServer();
}

function tellServer() {
  put(place.natet, edition ? serverNote(awaySince, fault) : "");
  draw(false);
}

function keptAs() {
  return [kommun, lofte, form].join(" ");
}

// --- Turning ---

// The edition from now on, `step` panels from where the last one stood.
function adopt(found, step) {
  const shown = edition && edition.panels[index];
  const same = shown ? found.panels.findIndex((panel) => panel.key === shown.key) : -1;
  const count = Math.max(found.panels.length, 1);
  edition = found;
  newer = null;
  index = (((same < 0 ? Math.min(index, count - 1) : same) + step) % count + count) % count;
}

function turn(step, byPerson) {
  const next = newer || edition;
  if (!next || !next.panels.length) return;
  ended = !byPerson && !loops && index + step >= next.panels.length;
  if (!ended) adopt(next, step);
  turned(byPerson);
}

function turned(byPerson) {
  put(place.natet, edition ? serverNote(awaySince, fault) : "");
  draw(byPerson);
  place.paus.textContent = paused || ended ? "Fortsätt" : "Pausa";
  clearTimeout(turning);
  if (!paused && !ended) turning = setTimeout(() => turn(1, false), pace);
}

function pauseOrGoOn() {
  if (ended) {
    turn(1, true);
    return;
  }
  paused = !paused;
  turned(true);
}

// --- The person in front of it ---

function onKey(event) {
  if (asked.tangenter !== "ja" || event.ctrlKey || event.altKey || event.metaKey) return;
  const pressesButton = event.target instanceof HTMLButtonElement;
  if (event.key === "ArrowRight") turn(1, true);
  else if (event.key === "ArrowLeft") turn(-1, true);
  else if (event.key.toLowerCase() === "p") pauseOrGoOn();
  else if (event.key === " " && !pressesButton && !upClose.matches) pauseOrGoOn();
  else return;
  event.preventDefault();
}

function onMove() {
  document.body.classList.remove("vilar");
  clearTimeout(resting);
  resting = setTimeout(() => document.body.classList.add("vilar"), REST_AFTER);
}

// A screen that is turned round needs pictures of the other shape.
function onResize() {
  if (shape() !== form) {
    form = shape();
    mark = "";
    ask();
  }
  draw(false);
}

place.forra.addEventListener("click", () => turn(-1, true));
place.nasta.addEventListener("click", () => turn(1, true));
place.paus.addEventListener("click", pauseOrGoOn);
addEventListener("keydown", onKey);
addEventListener("pointermove", onMove);
addEventListener("resize", onResize);

const kept = recall(keptAs());
if (kept) ({ edition, mark } = kept);
turned(false);
ask();
// Lets the page itself start when the server is away; only where the browser allows it.
if ("serviceWorker" in navigator && isSecureContext) navigator.serviceWorker.register("skarm/vakt.js", { scope: "skarm" });
