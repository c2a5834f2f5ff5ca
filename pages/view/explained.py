"""The few words of statistics that a visitor meets, each explained in plain Swedish one tap away."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from etl.evaluate.glossary import BY_KEY
from pages.view.markup import esc, folded, screen_link

INTERVAL, FORECAST_INTERVAL, PHI, TAU, ASSUMED, ANSWERS, RATIO = (
    "intervall", "prognosintervall", "phi", "tau", "antagen", "svar", "kvot",
)  # fmt: skip
LIMITS, EXPECTED, SEASONAL = "gränser", "väntat", "trend"
WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        INTERVAL: (
            "95 %-intervall",
            "De värden som det sanna talet rimligen ligger mellan. Om mätningen gjordes om hundra gånger skulle "
            "intervallet ta med det sanna talet ungefär 95 gånger. Ett brett intervall betyder att vi vet lite.",
        ),
        FORECAST_INTERVAL: (
            "80 %-intervall för prognosen",
            "Om arbetet fortsätter som hittills hamnar slutresultatet inom intervallet ungefär åtta gånger av tio.",
        ),
        PHI: (
            "φ (fi)",
            "Hur ojämnt brotten kommer. Talet är 1 om de inträffar oberoende av varandra. En person som klottrar "
            "fyrtio gånger gör talet stort. Ju större tal, desto bredare intervall.",
        ),
        TAU: (
            "τ (tau)",
            "Hur mycket brotten brukar skilja mellan två år utan att något särskilt har hänt; 0,10 betyder ungefär "
            "10 procent.",
        ),
        ASSUMED: (
            "antagen",
            "Talet går inte att räkna fram ur kommunens egna siffror. I stället används ett tal som är vanligt i andra "
            "kommuner.",
        ),
        ANSWERS: (
            "effektivt antal svar",
            "Så många svar som undersökningen är värd när svaren har vägts om för att likna hela befolkningen.",
        ),
        RATIO: (
            "kvot",
            "Talet 1 betyder ingen skillnad. 0,8 betyder 20 procent färre än väntat och 1,2 betyder 20 procent fler.",
        ),
        LIMITS: (
            "vanliga svängningar",
            "Gränserna räknas ur hur mycket antalet brukar ändras från en månad till nästa (XmR). En månad utanför "
            "dem är ovanlig, men säger inget om orsaken.",
        ),
        EXPECTED: (
            "väntat antal",
            "Räknas ur samma månad, och månaden före och efter, under tidigare år. En månad över gränsen markeras "
            "om den har minst fem brott.",
        ),
        SEASONAL: (
            "trend",
            "Varje månad jämförs med samma månad andra år, så att en vanlig sommartopp inte tas för en ökning. "
            "Det krävs minst 24 månader.",
        ),
    }
)

_IN_GLOSSARY: Mapping[str, str] = MappingProxyType(
    {ANSWERS: "effektivt-antal-svar", LIMITS: "vanliga-svangningar", EXPECTED: "vantat-antal"}
)


def explained(keys: Iterable[str]) -> str:
    """The words, folded together under one line; nothing when there are none."""
    rows = "".join(_row(key) for key in dict.fromkeys(keys))
    all_words = f'<p class="lk-muted">{screen_link("metod", "Alla ord och hela metoden", place="ordlista")}</p>'
    return folded("Vad betyder orden?", f'<dl class="lk-facts">{rows}</dl>{all_words}' if rows else "")


def _row(key: str) -> str:
    word, meaning = WORDS[key]
    linked = screen_link("metod", word, place=BY_KEY[_IN_GLOSSARY.get(key, key)].anchor)
    return f"<div><dt>{linked}</dt><dd>{esc(meaning)}</dd></div>"
