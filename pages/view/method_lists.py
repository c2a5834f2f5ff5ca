"""Lists for the method page, as HTML: limits of disclosure control, sources, breaks of series and the glossary."""

import pandas as pd

from etl.evaluate.glossary import GLOSSARY
from pages.view.formats import given, plain, text, upper_first
from pages.view.markup import bullets, esc, linked, paragraph
from pages.view.method_words import words_list

_HIDDEN = (
    "För hela kommunen visas brott per kvartal och år exakt, och per månad där Brå själv publicerar månader.",
    "I områden, och i andra månader, visas antal under gränsen som ”färre än 5”. Noll visas som noll.",
    "Ibland döljs ytterligare ett tal, så att ingen kan räkna ut det dolda ur summor, andelar eller tidigare "
    "publicerade siffror. Det som en gång är dolt förblir dolt.",
    "Enkätsvar från små grupper visas inte. Finns det bara en dold grupp döljs även den näst minsta.",
    "Enskilda händelser och platser visas aldrig, och inga uppgifter om enskilda personer finns i det som publiceras.",
)


def disclosure_html(thresholds: pd.DataFrame) -> str:
    """What is hidden and why; `thresholds` are the rows of marts.threshold."""
    limits = words_list(
        (esc(f"{plain(row.value)} {text(row.unit)}".rstrip()), text(row.explanation), "")
        for row in thresholds.itertuples(index=False)
    )
    return (
        paragraph(
            "Det som visas för alla får inte kunna avslöja något om en enskild. Därför går allt som publiceras genom "
            "samma kontroll: diagram, tabeller, filer och dokument."
        )
        + bullets([esc(sentence) for sentence in _HIDDEN])
        + (paragraph("Gränserna:") + limits if len(thresholds) else "")
    )


def sources_html(sources: pd.DataFrame) -> str:
    """Rows of marts.source, by publisher."""
    return bullets(
        [
            f"<strong>{esc(row.publisher)}</strong>: {esc(row.name)}. {linked(text(row.address))}"
            f'<br><span class="lk-small">{esc(row.terms)}</span>'
            for row in sources.itertuples(index=False)
        ]
    )


def breaks_html(breaks: pd.DataFrame) -> str:
    """Rows of marts.series_break: the same change in several series is told once."""
    said: dict[tuple[int, str], list[str]] = {}
    for row in breaks[breaks["year"].map(given).astype(bool)].itertuples(index=False):
        said.setdefault((int(row.year), text(row.explanation)), []).append(text(row.series))
    return bullets(
        [
            f"<strong>{year}</strong>, {esc(upper_first('; '.join(series)))}: {esc(why)}"
            for (year, why), series in sorted(said.items(), reverse=True)
        ]
    )


def glossary_html() -> str:
    """Every word with its own place in the address."""
    rows = "".join(
        f'<div id="{term.anchor}" class="lk-anchor"><dt>{esc(term.word)}</dt>'
        f"<dd>{esc(upper_first(term.meaning))}.</dd></div>"
        for term in GLOSSARY
    )
    return f'<dl class="lk-facts lk-words">{rows}</dl>'
