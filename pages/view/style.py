"""The style sheet: paper, ink, one accent, much air. Colours come from the palette that the charts use."""

import re

from pages.view.feedback_clock import mark_rules
from pages.view.palette import DARK, FULFILLED, LIGHT, NOT_FULFILLED, ON_TRACK, UNDECIDABLE, Palette
from pages.view.verdict_chip import shape_rules

_RULES = """
[data-testid="stMainBlockContainer"] { max-width: 68rem; padding: 1.25rem 1.25rem 3rem; }
[data-testid="stElementToolbar"], [data-testid="stStatusWidget"] { display: none; }
[data-testid="stAppDeployButton"], [data-testid="stDecoration"] { display: none; }
[data-testid="stHeader"] { display: none; }
[data-testid="stSelectbox"] input { text-overflow: ellipsis; }
.lk-menu, .lk-menu-group, .lk-menu ul.lk-menu-list { display: flex; flex-wrap: wrap; align-items: center;
  gap: .125rem .25rem; }
.lk-menu { border-bottom: 1px solid var(--lk-rule); padding-bottom: .5rem; column-gap: .75rem; }
.lk-menu ul.lk-menu-list.lk-menu-list { list-style: none; margin: 0; padding: 0; }
.lk-menu li { margin: 0; padding: 0; }
[data-testid="stHtml"] .lk-menu a { display: inline-block; padding: .25rem .5rem; min-height: 2rem; border-radius: 4px;
  font-size: .875rem; line-height: 1.5rem; color: var(--lk-ink); text-decoration: none; }
[data-testid="stHtml"] .lk-menu a:hover { text-decoration: underline; }
[data-testid="stHtml"] .lk-menu a:focus-visible { outline: 2px solid var(--lk-accent); outline-offset: 1px; }
[data-testid="stHtml"] .lk-menu a[aria-current] { background: var(--lk-quiet); font-weight: 600; }
[data-testid="stHtml"] .lk-brand { margin: 0 .75rem 0 0; font-weight: 700; color: var(--lk-accent);
  white-space: nowrap; }
[data-testid="stHtml"] .lk-menu a.lk-language { margin-left: auto; color: var(--lk-accent); }
@media (min-width: 40rem) { .lk-language { order: 9; } }
[data-testid="stHtml"] .lk-section { margin: 0; font-size: .875rem; color: var(--lk-muted); white-space: nowrap; }
.st-key-lk-val .st-key-kommun { flex: 2 1 13rem; min-width: min(100%, 13rem); }
.st-key-lk-val .st-key-lofte { flex: 5 1 19rem; min-width: min(100%, 19rem); }
[data-testid="stHtml"] { color: var(--lk-ink); }
[data-testid="stHtml"] p, [data-testid="stHtml"] li, [data-testid="stHtml"] dd { overflow-wrap: anywhere; }
.lk-h1, .lk-h2, .lk-h3, .lk-h4 { color: var(--lk-ink); letter-spacing: 0; text-wrap: balance; padding: 0; }
.lk-h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 700; margin: 0 0 .25rem; max-width: 40rem; }
.lk-h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin: 2rem 0 .25rem; }
.lk-h3 { font-size: 1.0625rem; line-height: 1.35; font-weight: 650; margin: 0; }
.lk-h4 { font-size: 1rem; line-height: 1.4; font-weight: 650; margin: 0; max-width: 44rem; }
.lk-eyebrow + .lk-h2 { margin-top: 0; }
.lk-eyebrow { margin: .5rem 0 .15rem; font-size: .875rem; color: var(--lk-muted); font-weight: 600; }
.lk-p { margin: .35rem 0; line-height: 1.55; max-width: 42rem; }
.lk-lead { margin: .5rem 0 .25rem; font-size: 1.25rem; line-height: 1.45; max-width: 38rem; text-wrap: pretty; }
.lk-muted { margin: .15rem 0; font-size: .875rem; line-height: 1.5; color: var(--lk-muted); max-width: 46rem; }
[data-testid="stHtml"] a { color: var(--lk-accent); text-decoration: underline; overflow-wrap: anywhere; }
.lk-notice { margin: .25rem 0; padding: .6rem .9rem; font-size: .9375rem; line-height: 1.5; max-width: none;
  border-left: 4px solid var(--lk-baseline); background: var(--lk-quiet); }
.lk-loud { border-left-color: var(--lk-way); background: var(--lk-way-ground); color: var(--lk-way); font-weight: 600; }
.lk-cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.25rem;
  margin: 1rem 0 .5rem; align-items: start; }
.lk-card { background: var(--lk-card); border: 1px solid var(--lk-rule); border-radius: 6px; padding: 1.25rem 1.35rem; }
.lk-card > .lk-h3 { font-size: 1.25rem; margin-bottom: .75rem; }
.lk-card .lk-verdict { margin: 0 0 .75rem; }
.lk-sentence { margin: 0 0 .35rem; line-height: 1.5; font-size: 1.0625rem; max-width: 42rem; text-wrap: pretty; }
ul.lk-parts.lk-parts { list-style: none; margin: 1rem 0 0; padding: 0; border-top: 1px solid var(--lk-rule); }
ul.lk-parts.lk-parts > li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin: 0;
  justify-content: space-between; padding: .55rem 0; border-bottom: 1px solid var(--lk-rule); line-height: 1.4; }
ul.lk-parts.lk-parts > li:last-child { border-bottom: 0; padding-bottom: 0; }
.lk-parts .lk-name { flex: 1 1 12rem; }
.lk-parts .lk-side { display: flex; gap: .75rem; align-items: center; }
.lk-shape, .lk-spark { flex: none; display: block; background: currentColor; forced-color-adjust: none;
  mask: var(--lk-mask) center / contain no-repeat; }
.lk-shape { width: 1rem; height: 1rem; }
.lk-large > .lk-shape { width: 1.375rem; height: 1.375rem; }
.lk-spark { width: 84px; height: 22px; color: var(--lk-accent); }
@media (forced-colors: active) { .lk-shape, .lk-spark { background: CanvasText; } }
.lk-chip { display: inline-flex; align-items: center; gap: .4em; padding: .16em .6em .16em .45em; border-radius: 99px;
  font-size: .875rem; font-weight: 600; line-height: 1.4; }
.lk-chip.lk-large { font-size: 1.125rem; padding: .25em .8em .25em .45em; }
.lk-met { color: var(--lk-met); background: var(--lk-met-ground); }
.lk-way { color: var(--lk-way); background: var(--lk-way-ground); }
.lk-not { color: var(--lk-not); background: var(--lk-not-ground); }
.lk-grey { color: var(--lk-grey); background: var(--lk-grey-ground); }
.lk-none { color: var(--lk-muted); font-weight: 400; padding-left: 0; padding-right: 0; }
ol.lk-chain.lk-chain { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0;
  list-style: none; margin: 1rem 0 .5rem; padding: 0; counter-reset: step; }
ol.lk-chain.lk-chain > li { margin: 0; padding: .75rem 1.25rem .75rem 1rem; line-height: 1.45;
  border-top: 3px solid var(--lk-accent); }
.lk-chain strong { display: block; font-weight: 650; }
.lk-chain span { font-size: .9375rem; color: var(--lk-muted); }
.lk-part-head { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between;
  border-top: 1px solid var(--lk-rule); padding-top: 1.1rem; margin: 1.1rem 0 .6rem; }
.lk-part-head > .lk-eyebrow { flex: 1 0 100%; margin: 0 0 -.35rem; }
.lk-part-head .lk-h3 { flex: 1 1 16rem; }
.lk-facts.lk-facts { margin: .5rem 0; padding: 0; display: grid; gap: .5rem; }
.lk-facts > div { margin: 0; display: grid; grid-template-columns: minmax(9rem, 13rem) 1fr; gap: .1rem 1rem;
  line-height: 1.5; }
.lk-facts.lk-facts dt { color: var(--lk-muted); font-weight: 400; margin: 0; }
.lk-facts.lk-facts dd { margin: 0; max-width: 42rem; }
@media (max-width: 40rem) { .lk-facts > div { margin: 0; grid-template-columns: 1fr; } }
.lk-list { margin: .35rem 0; padding-left: 1.1rem; line-height: 1.55; max-width: 42rem; }
.lk-scroll { overflow-x: auto; max-width: 100%; }
.lk-scroll:focus-visible { outline: 2px solid var(--lk-accent); outline-offset: 2px; }
.lk-table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; font-variant-numeric: tabular-nums;
  min-width: min(100%, 24rem); color: var(--lk-ink); }
.lk-table caption { text-align: left; color: var(--lk-muted); padding: 0 0 .4rem; caption-side: top; }
.lk-table th { text-align: left; font-weight: 600; border: 0; border-bottom: 2px solid var(--lk-baseline);
  padding: .35rem .9rem .35rem 0; vertical-align: bottom; white-space: nowrap; color: var(--lk-ink); }
.lk-table td, .lk-table tbody th { border: 0; border-bottom: 1px solid var(--lk-rule); padding: .35rem .9rem .35rem 0;
  vertical-align: top; font-weight: 400; }
.lk-table .lk-num { text-align: right; white-space: nowrap; }
.lk-table .lk-short { white-space: nowrap; }
.lk-table .lk-wide { min-width: 16rem; white-space: normal; overflow-wrap: normal; }
.lk-small { font-size: .875rem; color: var(--lk-muted); }
.lk-easy { margin: 0 0 .5rem; font-size: 1.1875rem; line-height: 1.6; max-width: 36rem; }
.lk-chain .lk-gap { display: block; width: fit-content; margin-top: .4rem; padding: .05rem .55rem; border-radius: 99px;
  border: 1.5px dashed var(--lk-way); color: var(--lk-way); background: var(--lk-way-ground);
  font-size: .875rem; font-weight: 600; }
details.lk-more { margin: .6rem 0 .2rem; }
.lk-more > summary { cursor: pointer; color: var(--lk-accent); text-decoration: underline; line-height: 1.5;
  width: fit-content; padding: .2rem 0; font-size: .9375rem; }
.lk-more > summary:focus-visible { outline: 2px solid var(--lk-accent); outline-offset: 2px; }
[data-testid="stExpander"] .lk-h4 { margin: 1.25rem 0 .2rem; }
[data-testid="stExpander"] [data-testid="stHtml"] > .lk-h4:first-child { margin-top: .25rem; }
.lk-claim { margin-top: .25rem; }
.lk-under { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; font-size: .875rem; color: var(--lk-muted);
  line-height: 1.5; margin: 0; max-width: none; }
.lk-under strong { color: var(--lk-ink); font-weight: 600; }
.lk-under a { padding: .2rem 0; }
.lk-told { margin: .25rem 0; font-size: .875rem; color: var(--lk-muted); }
.lk-onward { margin: .35rem 0; font-size: 1.0625rem; font-weight: 600; }
.lk-h1 { overflow-wrap: break-word; }
@media (max-width: 22rem) { .lk-h1 { font-size: 1.3125rem; } }
[data-testid="stMain"]:focus-visible { outline: 2px solid var(--lk-accent); outline-offset: -3px; }
:is([data-testid="stSelectbox"], [data-testid="stMultiSelect"]) :has(> input:focus-visible) {
  outline: 2px solid var(--lk-accent); outline-offset: 1px; }
[data-testid="stHtml"] a:focus-visible { outline: 2px solid var(--lk-accent); outline-offset: 2px; }
.lk-anchor { scroll-margin-top: 1rem; }
.lk-anchor:focus { outline: none; }
.lk-tools { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; margin-top: .25rem; }
.lk-tool { background: none; border: 0; padding: .2rem 0; font: inherit; font-size: .9375rem; line-height: 1.5;
  min-height: 1.75rem; color: var(--lk-accent); text-decoration: underline; cursor: pointer; }
.lk-tool:focus-visible { outline: 2px solid var(--lk-accent); outline-offset: 2px; }
.lk-tools > details.lk-more { margin: 0; }
.lk-tools > details.lk-more[open] { flex: 1 0 100%; order: 2; }
.lk-post { white-space: pre-line; margin: .25rem 0; padding: .75rem 1rem; max-width: 42rem; line-height: 1.5;
  background: var(--lk-quiet); border-left: 4px solid var(--lk-baseline); overflow-wrap: anywhere; }
.lk-announce { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.lk-words > div { padding: .15rem 0; }
.lk-words dd .lk-small { display: block; }
.lk-status { font-size: .875rem; color: var(--lk-muted); }
.lk-offstage { position: fixed; left: -100vw; }
ol.lk-clock.lk-clock { list-style: none; margin: .5rem 0 0; padding: 0; display: grid; gap: .75rem 1.25rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
ol.lk-clock.lk-clock > li { margin: 0; display: grid; grid-template-columns: 1.5rem 1fr; column-gap: .6rem;
  line-height: 1.4; align-content: start; }
#gjort > .lk-h3 { margin-top: 1rem; }
.lk-text > .lk-h3 { margin-top: 1.25rem; }
.lk-clock strong { font-weight: 600; }
.lk-clock li > span:last-child { grid-column: 2; font-size: .9375rem; color: var(--lk-muted); }
.lk-mark { width: 1.375rem; height: 1.375rem; background: currentColor; forced-color-adjust: none;
  mask: var(--lk-mask) center / contain no-repeat; }
.lk-kept { color: var(--lk-met); }
.lk-late { color: var(--lk-way); }
.lk-missing { color: var(--lk-not); }
.lk-waiting, .lk-coming { color: var(--lk-muted); }
@media (forced-colors: active) { .lk-mark { background: CanvasText; } }
.lk-files > li > details.lk-more { flex: 1 0 100%; min-width: 0; max-width: 100%; margin: 0; }
.lk-open .lk-h3 { margin-top: 1.5rem; }
.lk-files > li > .lk-side { flex-wrap: wrap; gap: .25rem 1rem; font-size: .9375rem; }
.lk-copy .lk-post { margin: .15rem 0 0; max-width: none; }
.lk-foot { border-top: 1px solid var(--lk-rule); margin-top: 3rem; padding-top: 1rem; }
"""
_NAMES = {FULFILLED: "met", ON_TRACK: "way", NOT_FULFILLED: "not", UNDECIDABLE: "grey"}


def style_sheet() -> str:
    """The sheet of every screen, light or dark as the browser has it or, in a frame, as its address asks for."""
    light, dark = variables(LIGHT), variables(DARK)
    return (
        f":root{{{light}}}@media (prefers-color-scheme: dark){{:root{{{dark}}}}}"
        f":root[data-lk-theme=light]{{{light}}}:root[data-lk-theme=dark]{{{dark}}}"
        f"{_RULES}{shape_rules()}{mark_rules()}"
    )


def variables(palette: Palette) -> str:
    """The colours of a palette as CSS variables."""
    colours = {
        "paper": palette.paper,
        "ink": palette.ink,
        "muted": palette.muted,
        "rule": palette.rule,
        "card": palette.card,
        "accent": palette.series[0],
        "baseline": palette.baseline,
        "quiet": palette.tone(UNDECIDABLE).ground,
    }
    for verdict, name in _NAMES.items():
        colours[name] = palette.tone(verdict).text
        colours[f"{name}-ground"] = palette.tone(verdict).ground
    return "".join(f"--lk-{name}:{colour};" for name, colour in colours.items())


def component_rules() -> str:
    """The rules of our own pieces alone, for pages that Streamlit has no part in."""
    blocks = re.findall(r"[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}", _RULES)
    return "".join(block.strip() for block in blocks if not re.search(r"data-testid|st-key", block)) + shape_rules()
