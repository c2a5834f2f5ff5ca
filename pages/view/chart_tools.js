// The tools below each chart: a picture of it, a link to exactly this view, and texts to copy.
// One listener for the whole page, since Streamlit draws its parts anew; the buttons are plain HTML with data-lk.
(() => {
  const LINK = "[länk]";
  const PAD = 24;

  const linkTo = (anchor) => `${location.origin}${location.pathname}${location.search}${anchor ? `#${anchor}` : ""}`;

  const tell = (button, words) => {
    const status = button.closest("[data-lk-tools]").querySelector("[role=status]");
    status.textContent = words;
    setTimeout(() => { if (status.textContent === words) status.textContent = ""; }, 5000);
  };

  // --- texts and links -------------------------------------------------------------------------------------------

  const copyOldWay = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    area.className = "lk-offstage";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  // The clipboard of the browser is only there on https and on this computer; the old way works everywhere.
  const copy = async (text, button, said) => {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = copyOldWay(text);
      button.focus();
    }
    tell(button, done ? said : "Det gick inte att kopiera. Markera texten och kopiera själv.");
  };

  const fillLinks = (folded) => {
    const tools = folded.closest("[data-lk-tools]");
    for (const text of folded.querySelectorAll("[data-lk-text]")) {
      if (text.textContent.includes(LINK))
        text.textContent = text.textContent.replaceAll(LINK, linkTo(tools.dataset.lkAnchor));
    }
  };

  // --- the picture -----------------------------------------------------------------------------------------------

  const plotOf = (anchor) => {
    const start = document.getElementById(anchor)?.closest("[data-testid=stElementContainer]");
    for (let next = start; next; next = next.nextElementSibling) {
      const plot = next.querySelector(".js-plotly-plot");
      if (plot) return plot;
    }
    return null;
  };

  const fontRule = async () => {
    for (const sheet of document.styleSheets) {
      let rules = [];
      try { rules = [...sheet.cssRules]; } catch { continue; }
      const face = rules.find((r) => r instanceof CSSFontFaceRule && r.cssText.includes("Source Sans"));
      const found = face?.style.getPropertyValue("src").match(/url\("?([^")]+)"?\)/);
      if (!found) continue;
      const answer = await fetch(new URL(found[1], sheet.href ?? location.href));
      const bytes = await answer.blob();
      const data = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(bytes);
      });
      return `@font-face{font-family:"Source Sans";font-weight:200 900;src:url(${data})}`;
    }
    return "";
  };

  const drawing = async (plot) => {
    const whole = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const { width, height } = plot.getBoundingClientRect();
    whole.setAttribute("width", width);
    whole.setAttribute("height", height);
    whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const fonts = document.createElementNS("http://www.w3.org/2000/svg", "style");
    fonts.textContent = await fontRule();
    whole.append(fonts);
    for (const layer of plot.querySelectorAll(".main-svg")) {
      const own = layer.cloneNode(true);
      // A picture has no style sheet of the page's: what stands as style becomes attributes.
      for (const part of [own, ...own.querySelectorAll("[style]")]) {
        for (const name of part.style) {
          if (name !== "background") part.setAttribute(name, part.style.getPropertyValue(name).replaceAll('"', "'"));
        }
        part.removeAttribute("style");
      }
      whole.append(own);
    }
    const address = URL.createObjectURL(
      new Blob([new XMLSerializer().serializeToString(whole)], { type: "image/svg+xml" }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      return { image, width, height };
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  const lines = (pen, text, width) => {
    const found = [];
    for (const word of text.split(" ")) {
      const longer = found.length ? `${found.at(-1)} ${word}` : word;
      if (found.length && pen.measureText(longer).width <= width) found[found.length - 1] = longer;
      else found.push(word);
    }
    return found;
  };

  const painted = async (plot, said) => {
    const { image, width, height } = await drawing(plot);
    const root = getComputedStyle(document.documentElement);
    const colour = (name) => root.getPropertyValue(`--lk-${name}`).trim();
    const paper = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
    const text = [
      [said.lkTitle, '700 20px "Source Sans", sans-serif', 26, colour("ink")],
      [said.lkSubtitle, '400 15px "Source Sans", sans-serif', 21, colour("muted")],
      null,
      [said.lkDirection, '600 15px "Source Sans", sans-serif', 22, colour("ink")],
      [said.lkSource, '400 14px "Source Sans", sans-serif', 20, colour("muted")],
      [said.lkNote, '400 14px "Source Sans", sans-serif', 20, colour("muted")],
    ];
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    const across = Math.max(width, 480);
    const set = text.filter((row) => row === null || row[0]).map((row) => {
      if (row === null) return { chart: true, tall: height + 12 };
      pen.font = row[1];
      const broken = lines(pen, row[0], across);
      return { broken, font: row[1], step: row[2], colour: row[3], tall: broken.length * row[2] + 4 };
    });
    const scale = Math.max(2, 1200 / across);
    canvas.width = Math.round((across + 2 * PAD) * scale);
    canvas.height = Math.round((set.reduce((sum, row) => sum + row.tall, 0) + 2 * PAD) * scale);
    pen.scale(scale, scale);
    pen.fillStyle = paper;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    let y = PAD;
    for (const row of set) {
      if (row.chart) pen.drawImage(image, PAD, y + 6, width, height);
      else {
        pen.font = row.font;
        pen.fillStyle = row.colour;
        row.broken.forEach((line, place) => pen.fillText(line, PAD, y + row.step * (place + 0.75)));
      }
      y += row.tall;
    }
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const picture = async (button) => {
    const tools = button.closest("[data-lk-tools]");
    try {
      save(await painted(plotOf(tools.dataset.lkAnchor), tools.dataset), `${tools.dataset.lkName}.png`);
      tell(button, "Bilden är sparad bland dina hämtade filer.");
    } catch (fault) {
      console.warn(fault);
      tell(button, "Det gick inte att göra en bild. Ta en skärmbild i stället.");
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-lk]");
    if (!button) return;
    const tools = button.closest("[data-lk-tools]");
    if (button.dataset.lk === "picture") picture(button);
    if (button.dataset.lk === "link") copy(linkTo(tools.dataset.lkAnchor), button, "Länken är kopierad.");
    if (button.dataset.lk === "text") {
      const text = button.closest("[data-lk-post]").querySelector("[data-lk-text]");
      copy(text.textContent, button, "Texten är kopierad.");
    }
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("details[data-lk-posts]") && event.target.open) fillLinks(event.target);
  }, true);
})();
