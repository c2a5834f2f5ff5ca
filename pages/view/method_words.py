"""The method in plain Swedish, as HTML: what the verdicts mean, how they are reached, and where the limits are.

Every number is taken from the rule itself, so the page cannot say anything else than what is computed.
"""

from collections.abc import Iterable

from etl.evaluate.count_goal import LEAST_ELAPSED
from etl.evaluate.crime_goal import LEAST_BASE, LEAST_BASELINE_MONTHS, LEAST_FOLLOWUP_MONTHS, TAU
from etl.evaluate.effect import LEAST_COMPARISONS, LEAST_DONE
from etl.evaluate.feedback import GRACE_DAYS
from etl.evaluate.numbers_sv import number
from etl.evaluate.recurring import FEW_PERIODS, TOLERANCE_MANY
from etl.evaluate.reports import MAX_SILENCE_DAYS
from etl.evaluate.survey import ASSUMED_DEFF, LEAST_ANSWERS
from etl.evaluate.survey_goal import LEAST_CHANGE
from pages.view.markup import bullets, esc, folded, heading, paragraph
from pages.view.palette import FULFILLED, NOT_FULFILLED, ON_TRACK, UNDECIDABLE
from pages.view.verdict_chip import verdict_chip

_VERDICTS = (
    (
        FULFILLED,
        "Det som utlovades är genomfört, eller förbättringen är statistiskt säkerställd.",
        "Ett mål kan aldrig bli uppfyllt medan löftet pågår. Det kan ett åtagande: är fyra dialoger lovade och fyra "
        "hållna är det klart.",
    ),
    (
        ON_TRACK,
        "Det går åt rätt håll, men löftestiden är inte slut eller förbättringen är inte säkerställd än.",
        "Står bara medan löftet pågår.",
    ),
    (
        NOT_FULFILLED,
        "Antalet blev lägre än vad som utlovades, eller utvecklingen tyder inte på någon förbättring.",
        "Medan löftet pågår står det ”Ej uppfyllt (hittills)”.",
    ),
    (
        UNDECIDABLE,
        "Underlaget är för litet, tiden för kort eller siffrorna går inte att jämföra. Skälet står alltid bredvid.",
        "Det är det vanligaste svaret för ettåriga mål i en liten kommun, och ofta det ärliga.",
    ),
)


def verdicts_html() -> str:
    """The four words with their shapes."""
    return paragraph(
        "Varje löfte får två svar som aldrig vägs ihop: ”Gjorde vi det vi lovade?” och ”Blev det bättre?”. Ett löfte "
        "kan hållas utan att det blir bättre, och det kan bli bättre utan att löftet hålls."
    ) + words_list((verdict_chip(word), meaning, note) for word, meaning, note in _VERDICTS)


def rule_html() -> str:
    """The rule in plain Swedish, one fold for each kind of goal."""
    return (
        _fold("Gjorde vi det vi lovade? Så bedöms ett åtagande", _COMMITMENTS)
        + _fold("Blev det bättre? Så bedöms ett mål i anmälda brott", _CRIME)
        + _fold("Blev det bättre? Så bedöms ett mål i en enkät", _SURVEY)
        + _fold("Så vägs flera delar till ett svar", _WHOLE)
        + _fold("Beror förändringen på insatserna?", _EFFECT)
    )


def limits_html() -> str:
    """The limits of the rule."""
    return words_list((esc(limit), value, why) for limit, value, why in _LIMITS)


def _fold(title: str, sentences: tuple[str, ...]) -> str:
    return folded(title, bullets([esc(sentence) for sentence in sentences]))


def words_list(rows: Iterable[tuple[str, str, str]]) -> str:
    """Names (ready HTML), each with what it means and a smaller remark."""
    listed = "".join(
        f"<div><dt>{name}</dt><dd>{esc(meaning)}{_remark(remark)}</dd></div>" for name, meaning, remark in rows
    )
    return f'<dl class="lk-facts lk-words">{listed}</dl>'


def _remark(words: str) -> str:
    return f' <span class="lk-small">{esc(words)}</span>' if words else ""


def titled(anchor: str, title: str, *inside: str) -> str:
    """A section that can be linked to."""
    return f'<section id="{anchor}" class="lk-anchor">{heading(title, level=2)}{"".join(inside)}</section>'


_PERCENT = f"{number(100 * TOLERANCE_MANY)}\u00a0procent"
_COMMITMENTS = (
    "Antal och timmar räknas i aktivitetsloggen. När det utlovade talet är nått är åtagandet uppfyllt.",
    "Medan löftet pågår räknas en prognos ur veckorna hittills. Räcker takten står det ”På väg”.",
    f"Det som ska göras varje vecka, månad eller kvartal räknas period för period. Är perioderna högst {FEW_PERIODS} "
    f"måste alla hållas, annars minst {_PERCENT}. Undantag som bestämts i förväg räknas bort.",
    f"En vecka utan rapport är inte noll. Har ingen rapport kommit på mer än {MAX_SILENCE_DAYS} dagar går det inte att "
    "avgöra hur det går.",
    "Åtaganden utan tal, som ”vid behov” eller ”regelbundet”, får inget räknat omdöme. Den ansvariga beskriver i "
    "stället hur det gick.",
)
_CRIME = (
    "Uppföljningen jämförs med utgångsläget, helst de tre åren före löftet. Samma månader jämförs med varandra, så att "
    "en vanlig sommartopp inte tas för en ökning. Brotten räknas per invånare.",
    "Brott varierar från år till år utan att något särskilt har hänt, och de kommer i klumpar. Båda sakerna gör "
    "osäkerheten större, och de räknas in.",
    "”Uppfyllt” kräver att hela 95-procentsintervallet ligger på rätt sida. Kravet är högt, eftersom ett felaktigt "
    "”Uppfyllt” skadar förtroendet.",
    "”Ej uppfyllt” kräver mindre: att det med 80 procents säkerhet inte har blivit bättre, eller att en förbättring på "
    "5 procent kan uteslutas. Har inget ändrats är ett mål om minskning inte nått.",
    f"Det går inte att avgöra när utgångsläget har färre än {LEAST_BASE} anmälningar eller är kortare än "
    f"{LEAST_BASELINE_MONTHS} månader, när uppföljningen är kortare än {LEAST_FOLLOWUP_MONTHS} månader, eller när "
    "sättet att räkna har ändrats.",
    "Siffrorna gäller anmälda brott, inte alla brott som begås. Fler anmälningar kan också betyda att fler anmäler.",
)
_SURVEY = (
    "Två omgångar jämförs bara när frågan, svarsskalan, metoden och målgruppen är desamma.",
    "Alla har inte tillfrågats. Därför räknas det ut hur mycket slumpen i urvalet kan ha gjort.",
    "”Uppfyllt” kräver att hela 95-procentsintervallet för förändringen ligger på rätt sida.",
    "”Ej uppfyllt” kräver mindre: att det med 80 procents säkerhet inte har blivit bättre, eller att en förbättring på "
    f"{number(100 * LEAST_CHANGE)} procentenheter kan uteslutas.",
    f"Det går inte att avgöra när färre än {LEAST_ANSWERS} har svarat i någon av omgångarna, eller när antalet svar "
    "inte är publicerat.",
    "Polisens index från 0 till 6 visas men avgör aldrig ett mål, eftersom dess felmarginal inte är publicerad.",
)
_WHOLE = (
    "Ett löfte är uppfyllt när alla dess delar är det, och ej uppfyllt när minst en del inte är det. Annars gäller det "
    "svagaste svaret.",
    "Har löftet utpekade huvudmål är det bara de som avgör.",
    "Mäts ett mål på flera sätt tas aldrig ett medelvärde. Pekar anmälningar och enkät tydligt åt olika håll går målet "
    "inte att avgöra: fler anmälningar kan bero på att fler vågar anmäla.",
    "Hur ett mål ska mätas låses när löftet börjar. Ändras det senare visas båda, och omdömet följer den låsta regeln.",
    "Ändras ett omdöme eller en siffra efteråt står det bland löftets rättelser, med datum och orsak.",
)
_EFFECT = (
    "En jämförelse före och efter visar om något har ändrats, aldrig varför.",
    f"Effekten bedöms bara när alla villkor är uppfyllda, bland annat minst {LEAST_COMPARISONS} kommuner att jämföra "
    f"med och en logg som visar att minst {number(100 * LEAST_DONE)} procent av det planerade är gjort.",
    "Det starkaste som då kan sägas är att siffrorna är förenliga med att insatserna har haft effekt.",
)
_LIMITS = (
    ("Anmälda brott i utgångsläget", f"minst {LEAST_BASE}", "Små tal ändras mycket av en slump."),
    ("Utgångslägets längd", f"minst {LEAST_BASELINE_MONTHS} månader, helst 36", "Ett enda år kan vara ovanligt."),
    ("Uppföljningens längd", f"minst {LEAST_FOLLOWUP_MONTHS} månader", "Kortare tid säger mest om årstiden."),
    (
        "Vanlig variation mellan år (τ)",
        f"{number(TAU, 2)}, om den inte kan räknas ur andra kommuner",
        "Utan den skulle vanliga svängningar kallas förändringar.",
    ),
    (
        "Minsta förbättring som räknas",
        f"5 procent (brott), {number(100 * LEAST_CHANGE)} procentenheter (enkät)",
        "Kan en så stor förbättring uteslutas är målet inte nått.",
    ),
    ("Svarande i varje omgång", f"minst {LEAST_ANSWERS}", "Med färre svar är andelen för osäker."),
    (
        "Publicerade andelar",
        f"osäkerheten räknas med designeffekten {number(ASSUMED_DEFF, 1)}",
        "De som har gjort enkäten har sällan berättat hur svaren vägdes.",
    ),
    ("Tystnad i loggen", f"högst {MAX_SILENCE_DAYS} dagar", "Ingen rapport är inte detsamma som inget gjort."),
    (
        "För tidigt att bedöma takten",
        f"före {number(100 * LEAST_ELAPSED)} procent av tiden",
        "De första veckorna säger lite om resten.",
    ),
    ("Återkoppling i tid", f"inom {GRACE_DAYS} dagar efter perioden", "Siffrorna behöver hinna komma in."),
)
