// What is said of days and times, by the clock of the machine that shows.

const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
  "november", "december"];

// 2026-11-22.
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// What a person needs to know of a server that has been away, or without a database (`fault`), since a moment.
export function serverNote(since, fault) {
  if (!since) return "";
  const what = fault ? "Servern har inga nya uppgifter" : "Servern svarar inte";
  return `${what} sedan ${moment(since)} – senast hämtade uppgifter visas`;
}

function moment(when) {
  const time = `kl. ${when.getHours()}.${String(when.getMinutes()).padStart(2, "0")}`;
  const sameDay = when.toDateString() === new Date().toDateString();
  return (sameDay ? time : `den ${when.getDate()} ${MONTHS[when.getMonth()]} ${time}`).replaceAll(" ", "\u00a0");
}
