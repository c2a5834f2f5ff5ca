// Says to a screen reader that the page has been drawn anew. Streamlit does it without a word.
(() => {
  const region = document.createElement("div");
  region.setAttribute("role", "status");
  region.className = "lk-announce";
  let first = true, running = false;

  const say = () => {
    const app = document.querySelector("[data-testid=stApp]");
    const now = app?.getAttribute("data-test-script-state");
    if (now === "running") running = true;
    if (now !== "notRunning" || !running) return;
    running = false;
    if (!region.isConnected) document.body.append(region);
    if (!first) region.textContent = `Sidan är uppdaterad: ${document.querySelector("h1")?.textContent ?? ""}`;
    first = false;
  };

  new MutationObserver(say).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
})();
