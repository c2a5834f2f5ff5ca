"""The style sheet: paper, ink, one accent, much air. Colours come from the palette that the charts use."""

from pages.view.palette import FULFILLED, NOT_FULFILLED, ON_TRACK, UNDECIDABLE, Palette
from pages.view.verdict_chip import shape_rules

_RULES = """
[data-testid="stMainBlockContainer"] { max-width: 68rem; padding: 1.25rem 1.25rem 3rem; }
[data-testid="stElementToolbar"], [data-testid="stStatusWidget"] { display: none; }
[data-testid="stAppDeployButton"], [data-testid="stDecoration"] { display: none; }
[data-testid="stHeader"] { display: none; }
[data-testid="stSelectbox"] input { text-overflow: ellipsis; }
.st-key-huvudmeny { border-bottom: 1px solid var(--lk-rule); padding-bottom: .5rem; row-gap: 0; }
.st-key-huvudmeny [data-testid="stPageLink-NavLink"] { min-height: 2rem; }
[data-testid="stPageLink-NavLink"] :is(span, p, div) { white-space: normal; overflow: visible; text-overflow: clip; }
.st-key-huvudmeny, .st-key-huvudmeny .stHorizontalBlock { row-gap: .125rem; }
.lk-brand { margin: 0 .75rem 0 0; font-weight: 700; color: var(--lk-accent); white-space: nowrap; }
.lk-section { margin: 0 0 0 .5rem; font-size: .875rem; color: var(--lk-muted); white-space: nowrap; }
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
[class*="st-key-lk-quiet"] { column-gap: 1.25rem; row-gap: 0; }
[class*="st-key-lk-quiet"] [data-testid="stPageLink-NavLink"] { padding: 0; min-height: 1.75rem; }
[class*="st-key-lk-quiet"] :is(p, span) { font-size: .875rem; color: var(--lk-accent); text-decoration: underline; }
.lk-foot { border-top: 1px solid var(--lk-rule); margin-top: 3rem; padding-top: 1rem; }
"""
_NAMES = {FULFILLED: "met", ON_TRACK: "way", NOT_FULFILLED: "not", UNDECIDABLE: "grey"}


def style_sheet(palette: Palette) -> str:
    """A <style> element for one palette."""
    colours = {
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
    variables = "".join(f"--lk-{name}:{colour};" for name, colour in colours.items())
    return f"<style>:root{{{variables}}}{_RULES}{shape_rules()}</style>"
