// Streamlit's own labels are English and cannot be configured. This replaces them, and nothing else, as they appear.
// It also tells Streamlit where its server is, so that it need not try addresses that do not exist.
(() => {
  window.__streamlit = { BACKEND_BASE_URL: new URL(".", document.currentScript.src).href };

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
  };
  const patterns = [
    [/^View (\d+) more$/, "Visa $1 till"],
    [/^(\d+) more$/, "$1 till"],
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

  // The menu is ours, but Streamlit offers no way to say that it is one.
  const nameMenu = () => {
    const menu = document.querySelector(".st-key-huvudmeny:not([role])");
    menu?.setAttribute("role", "navigation");
    menu?.setAttribute("aria-label", "Sidor");
  };

  new MutationObserver((changes) => {
    nameMenu();
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
