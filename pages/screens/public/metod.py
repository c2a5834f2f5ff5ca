"""Ordlista och metod: how is a promise judged, what do the words mean, and what is never shown?"""

from pages import store
from pages.view.choice import chosen
from pages.view.formats import text
from pages.view.markup import esc, folded, heading, paragraph, screen_link, show
from pages.view.method_lists import breaks_html, disclosure_html, glossary_html, sources_html
from pages.view.method_words import limits_html, rule_html, titled, verdicts_html

_SECTIONS = {
    "omdomen": "Vad omdömena betyder",
    "regeln": "Så bedöms ett löfte",
    "granser": "Regelns gränser",
    "rojandeskydd": "Vad som inte visas, och varför",
    "kallor": "Var siffrorna kommer ifrån",
    "seriebrott": "När siffror inte går att jämföra",
    "ordlista": "Ordlista",
}
_LEAD = "Så avgörs om ett löfte är hållet, vad orden betyder och varför en del siffror inte visas."
_BREAKS = (
    "Ibland ändras sättet att räkna eller fråga. Då dras ingen linje i diagrammet och ingen jämförelse görs över "
    "ändringen."
)


def main() -> None:
    promise = chosen().promise
    version = text(promise["rule_version"]) if promise else ""
    links = " · ".join(f'<a href="#{anchor}" target="_self">{esc(title)}</a>' for anchor, title in _SECTIONS.items())
    inside = {
        "omdomen": verdicts_html(),
        "regeln": rule_html()
        + paragraph(f"Regeln har version {version}, som sparas med varje omdöme." if version else "", kind="lk-muted"),
        "granser": limits_html(),
        "rojandeskydd": disclosure_html(store.thresholds()),
        "kallor": folded("Visa alla källor", sources_html(store.sources())),
        "seriebrott": paragraph(_BREAKS) + breaks_html(store.series_breaks()),
        "ordlista": glossary_html(),
    }
    show(
        heading("Ordlista och metod", level=1),
        paragraph(_LEAD, kind="lk-lead"),
        f'<p class="lk-p">{links}</p>',
        *(titled(anchor, title, inside[anchor]) for anchor, title in _SECTIONS.items()),
        f'<p class="lk-p">{screen_link("tillganglighet", "Tillgänglighetsredogörelse")}</p>',
    )


main()
