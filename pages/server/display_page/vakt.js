// Keeps the page, its script and its style, so that a display can start again while the server is away.
"use strict";

const ROOM = "lofteskollen-skarm-1";
const MOST = 20;
const NAMES = ["skarm.js", "draw.js", "fit.js", "keep.js", "words.js", "skarm.css"];
const FILES = NAMES.map((name) => new URL(name, self.location).href);

const isKept = (address) => FILES.includes(address) || new URL(address).pathname.endsWith("/skarm");

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && isKept(request.url)) event.respondWith(freshest(request));
});

// The page that started this worker was fetched before there was one.
async function begin() {
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const pages = open.map((each) => each.url).filter(isKept);
  await Promise.all([...pages, ...FILES].map((address) => freshest(new Request(address))));
}

async function freshest(request) {
  const room = await caches.open(ROOM);
  const kept = () => room.match(request, { ignoreVary: true });
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      await room.put(request, answer.clone());
      await prune(room);
      return answer;
    }
    return (answer.status >= 500 && (await kept())) || answer;
  } catch (away) {
    const found = await kept();
    if (found) return found;
    throw away;
  }
}

async function prune(room) {
  const requests = await room.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - MOST)).map((oldest) => room.delete(oldest)));
}
