// Streamlit's own labels are English and cannot be configured. This replaces them, and nothing else, as they appear.
// It also tells Streamlit where its server is, so that it need not try addresses that do not exist.
(() => {
  window.__streamlit = { BACKEND_BASE_URL: new URL(".", document.currentScript.src).href };

  // Somebody who frames the page can ask for light or dark; our own colours follow, whatever the browser prefers.
  const asked = new URLSearchParams(location.search).getAll("embed_options").join().match(/(light|dark)_theme/);
  if (asked) document.documentElement.dataset.lkTheme = asked[1];

  const words = {
    "Skip to main content": "Hoppa till innehållet",
    "App pages": "Sidor",
    "Sidebar": "Meny",
    "Main menu": "Inställningar",
    "Expand sidebar": "Öppna menyn",
    "Collapse sidebar": "Stäng menyn",
    "Navigate to home page": "Till startsidan",
    "Open": "Öppna",
    "Close": "Stäng",
    "Clear value": "Rensa",
    "Clear all": "Rensa alla",
    "Selected values": "Valda",
    "Fullscreen": "Helskärm",
    "Close fullscreen": "Stäng helskärm",
    "Stop script": "Avbryt",
    "Notifications": "Meddelanden",
    "Running...": "Hämtar …",
    "Connecting": "Ansluter",
    "CONNECTING": "ANSLUTER",
    "Connection error": "Ingen kontakt med servern",
    "Page not found": "Sidan finns inte",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Sidan finns inte, eller så får du inte se den. Startsidan visas i stället.",
    "No results": "Inga träffar",
    "No options to select": "Inget att välja",
    "Choose an option": "Välj",
    "Choose options": "Välj",
    "View less": "Visa färre",
    "Select...": "Välj",
    "Select all": "Välj alla",
    "Clear selection": "Rensa valet",
    "Clear entry": "Rensa",
    "Suggestions": "Förslag",
    "Show suggestions": "Visa förslag",
    "Dismiss": "Stäng",
    "Cancel": "Avbryt",
    "Search": "Sök",
    "Close Search": "Stäng sökningen",
    "Previous Result": "Föregående träff",
    "Next Result": "Nästa träff",
    "Increment": "Öka",
    "Decrement": "Minska",
    "Reset": "Återställ",
    "Copy": "Kopiera",
    "Copied": "Kopierat",
    "Copy to clipboard": "Kopiera",
    "Link to heading": "Länk till rubriken",
    "Scroll tabs left": "Rulla flikarna åt vänster",
    "Scroll tabs right": "Rulla flikarna åt höger",
    "Pagination": "Sidor",
    "Previous page": "Föregående sida",
    "Next page": "Nästa sida",
    "Choose date": "Välj dag",
    "Choose date range": "Välj första och sista dag",
    "Choose date and time": "Välj dag och tid",
    "Clear date": "Rensa dagen",
    "Clear dates": "Rensa dagarna",
    "Clear time": "Rensa tiden",
    "Calendar": "Kalender",
    "Previous month": "Föregående månad",
    "Next month": "Nästa månad",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Piltangenterna byter dag, Retur väljer och Esc stänger.",
    "No data": "Inga uppgifter",
    "No content": "Inget innehåll",
    "Show data": "Visa tabell",
    "Show chart": "Visa diagram",
    "Download as CSV": "Ladda ner CSV",
    "Download as PNG": "Ladda ner bild",
    "Toggle fullscreen": "Helskärm",
    "Edit": "Ändra",
    "Delete row(s)": "Ta bort rader",
    "Add row": "Ny rad",
    "Show/hide columns": "Visa eller dölj kolumner",
    "Try again": "Försök igen",
    "An error has occurred, please try again.": "Något gick fel. Försök igen.",
    "Script execution error": "Sidan kunde inte visas",
    "Clear caches": "Töm mellanlagringen",
    "Rerun": "Ladda om",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Servern svarar inte. Kontrollera internetanslutningen. Sidan läses in på nytt när servern svarar igen.",
  };
  const patterns = [
    [/^View (\d+) more$/, "Visa $1 till"],
    [/^(\d+) more$/, "$1 till"],
    [/^(\d+) options? available\.$/, "$1 att välja på."],
    [/^(.+), selected$/, "$1, valt"],
    [/^Is Streamlit still running\? If you accidentally stopped Streamlit, just restart it in your terminal:?$/,
      "Sidan läses in på nytt när servern svarar igen."],
    [/^You have requested page \/(.*), but no corresponding file was found in the app's pages.*$/,
      "Sidan /$1 finns inte, eller så får du inte se den. Startsidan visas i stället."],
    [/^Selected (.+)\. (.+)$/, "Valt: $1. $2"],
  ];
  const attributes = ["aria-label", "title", "placeholder", "alt"];

  const swedish = (text) => {
    const plain = text.trim();
    if (words[plain]) return text.replace(plain, words[plain]);
    const match = patterns.find(([pattern]) => pattern.test(plain));
    return match ? plain.replace(match[0], match[1]) : null;
  };

  const translateText = (node) => {
    if (node.parentElement?.closest("style, script, [data-lk]")) return;
    const better = swedish(node.data);
    if (better !== null) node.data = better;
  };

  const translateAttributes = (element) => {
    for (const name of attributes) {
      const better = element.hasAttribute(name) ? swedish(element.getAttribute(name)) : null;
      if (better !== null) element.setAttribute(name, better);
    }
  };

  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translateAttributes(change.target);
      else if (change.type === "characterData") translateText(change.target);
      else change.addedNodes.forEach(translate);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  translate(document.documentElement);

  // When the browser turns dark or light, Streamlit changes its colours at once but does not run the script, which
  // chooses ours. Its own key for "run again" does that and keeps everything the visitor has chosen.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    setTimeout(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "r", bubbles: true })), 300));
})();
