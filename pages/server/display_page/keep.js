// The last edition, kept in the browser for a start without the server. One display keeps one edition, of bounded size.

const OURS = "lofteskollen-skarm ";
const MOST = 2_000_000;

export function remember(name, edition, mark) {
  if (write(name, JSON.stringify({ edition, mark }))) return;
  // Without its mark, so that the pictures are asked for again.
  const panels = edition.panels.map((panel) => ({ ...panel, picture: "" }));
  if (!write(name, JSON.stringify({ edition: { ...edition, panels }, mark: "" }))) forget(null);
}

// { edition, mark }, or null when nothing that can be read was kept.
export function recall(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(OURS + name) || "null");
    return kept && Array.isArray(kept.edition.panels) ? kept : null;
  } catch {
    return null;
  }
}

// True the first time in ten minutes: an upgraded server makes the page load itself anew, but not for ever.
export function mayReload() {
  const last = Number(sessionStorage.getItem(`${OURS}omladdad`) || 0);
  if (Date.now() - last < 600_000) return false;
  sessionStorage.setItem(`${OURS}omladdad`, String(Date.now()));
  return true;
}

// False when the browser's room is full or closed: then only a start without the server is lost.
function write(name, text) {
  if (text.length > MOST) return false;
  try {
    forget(OURS + name);
    localStorage.setItem(OURS + name, text);
    return true;
  } catch {
    return false;
  }
}

function forget(allBut) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(OURS) && key !== allBut) localStorage.removeItem(key);
  }
}
