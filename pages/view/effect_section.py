"""”Har insatserna haft effekt?”: what can be said, what is missing for saying more, and what always must be said."""

from collections.abc import Mapping
from typing import Any

from pages.view.formats import given, interval_sv, plain, text
from pages.view.markup import bullets, esc, facts, heading, paragraph

Row = Mapping[str, Any]
_LEVELS = {
    "ingen": "ingen effektbedömning",
    "jämförelse": "jämförelse med andra kommuner",
    "tidsserie": "tidsserie månad för månad",
}


def effect_html(row: Row | None) -> str:
    """Takes a row of marts.effect; nothing for a goal without one."""
    if row is None or not given(row["sentence"]):
        return ""
    unmet = [part.strip() for part in text(row["unmet"]).split(";") if part.strip()]
    cautions = [line.strip() for line in text(row["cautions"]).splitlines() if line.strip()]
    return "".join(
        (
            heading("Har insatserna haft effekt?", level=4),
            paragraph(row["sentence"]),
            paragraph("Det här saknas för en bedömning:" if unmet else "", kind="lk-muted"),
            bullets([esc(part) for part in unmet]),
            facts(_figures(row)),
            paragraph("Att ha i minnet, vad siffrorna än visar:" if cautions else "", kind="lk-muted"),
            bullets([esc(line) for line in cautions]),
        )
    )


def has_ratio(row: Row | None) -> bool:
    """Whether a ratio is shown, which is a word to explain."""
    return row is not None and (given(row["rirr"]) or given(row["its_ratio"]))


def _figures(row: Row) -> list[tuple[str, str]]:
    level = text(row["level"])
    rank = (
        f"{plain(row['placebo_rank'])} av {plain(row['placebo_of'])}, den gynnsammaste förändringen först"
        if given(row["placebo_rank"]) and given(row["placebo_of"])
        else ""
    )
    return [
        ("Underlag", _LEVELS.get(level, level) if level != "ingen" else ""),
        ("Kvot mot jämförelsekommunerna", _estimate(row, "rirr")),
        ("Skillnad i antal brott på ett år", _estimate(row, "wdd")),
        ("Kvot mot den egna tidsserien", _estimate(row, "its_ratio", limits="its")),
        ("Plats bland kommunerna", rank),
    ]


def _estimate(row: Row, name: str, *, limits: str = "") -> str:
    """”0,82 (95 %-intervall 0,61 till 1,10)”, or nothing."""
    if not given(row[name]):
        return ""
    prefix = limits or name
    span = interval_sv(_rounded(row[f"{prefix}_low"]), _rounded(row[f"{prefix}_high"]))
    return plain(_rounded(row[name])) + (f" (95 %-intervall {span})" if span else "")


def _rounded(value: Any) -> float | None:
    return round(float(value), 2) if given(value) else None
