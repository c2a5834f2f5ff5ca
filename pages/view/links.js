// Links between our own screens without fetching the whole page anew, and links to a place on a screen.
(() => {
  const KEPT = ["kommun", "lofte", "lattlast", "sprak"];

  // The screen is drawn after it has been fetched, so the browser cannot find the place by itself. It stays there
  // while the charts above grow, until it has stood still or the visitor does something.
  const follow = (hash) => {
    const wanted = decodeURIComponent(hash.slice(1));
    if (!wanted) return;
    let last = null, still = 0, tries = 0;
    const stop = () => clearInterval(looking);
    const looking = setInterval(() => {
      const place = document.getElementById(wanted);
      const drawn = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
      const top = place && drawn ? place.getBoundingClientRect().top : null;
      still = top !== null && top === last ? still + 1 : 0;
      if (top !== null && top !== last) place.scrollIntoView({ block: "start" });
      if (still === 1) {
        if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
        place.focus({ preventScroll: true });
      }
      last = top === null ? null : place.getBoundingClientRect().top;
      if (still >= 8 || ++tries > 120) stop();
    }, 250);
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"])
      addEventListener(kind, stop, { once: true, passive: true });
  };

  const go = (href) => {
    const wanted = new URL(href, location.href);
    const known = new URLSearchParams(location.search);
    for (const name of KEPT)
      if (known.has(name) && !wanted.searchParams.has(name)) wanted.searchParams.set(name, known.get(name));
    history.pushState(null, "", wanted);
    // What the browser says when the visitor goes back, and Streamlit then shows the screen of the address.
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    follow(wanted.hash);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-lk-go]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.getAttribute("href"));
  });

  follow(location.hash);
})();
