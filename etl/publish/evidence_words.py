"""What the evidence package says in words: how a verdict is reached, and how anybody can recompute it."""

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]

CRIME_RULE = (
    "Anmälda brott per invånare under uppföljningen jämförs med utgångsläget. Osäkerheten räknar med att brott kommer "
    "i klungor (φ, överspridning) och att år skiljer sig åt även när inget har ändrats (τ).",
    "1. Går inte att avgöra om definitionen har ändrats, om utgångsläget har färre än 20 brott eller är kortare än 24 "
    "månader, eller om uppföljningen är kortare än 6 månader.",
    "2. Uppfyllt om hela 95-procentsintervallet ligger på rätt sida om målet. Medan löftet pågår: På väg.",
    "3. Ej uppfyllt om 60-procentsintervallet ligger på fel sida, eller om 95-procentsintervallet utesluter en "
    "förbättring på 5 procent.",
    "4. På väg om löftet pågår och 60-procentsintervallet ligger på rätt sida. I övrigt: Går inte att avgöra.",
)
CRIME_RECOMPUTE = (
    "Använd rader i goal_point där used är ja. De med role ”utgångsläge” är utgångsläget, övriga är uppföljningen.",
    "x0 = summan av count i utgångsläget, x1 = summan av count i uppföljningen.",
    "kvot = followup_value / baseline_value (båda står i omdome.json och är antal per 1 000 invånare och år).",
    "m0 = antal månader från baseline_from till baseline_to, m1 = antal månader från followup_from till followup_to.",
    "varians = phi · (1/x0 + 1/x1) + tau² · (12/m0 + 12/m1)",
    "gränser = exp(ln kvot ± 1,960 · √varians), och 0,842 i stället för 1,960 för 60-procentsgränserna.",
    "estimate, low, high, low60 och high60 är (värdet − 1) · 100.",
)
SURVEY_RULE = (
    "Andelen i uppföljningens mätning jämförs med andelen i utgångslägets. Intervallet för skillnaden är Newcombes.",
    "1. Går inte att avgöra om frågan, skalan eller metoden har ändrats, om någon mätning har för få svar eller om "
    "antalet svarande inte är publicerat.",
    "2. Uppfyllt om hela 95-procentsintervallet ligger på rätt sida om målet. Medan löftet pågår: På väg.",
    "3. Ej uppfyllt om 60-procentsintervallet ligger på fel sida, eller om 95-procentsintervallet utesluter en "
    "förbättring på 3 procentenheter.",
    "4. På väg om löftet pågår och 60-procentsintervallet ligger på rätt sida. I övrigt: Går inte att avgöra.",
)
SURVEY_RECOMPUTE = (
    "Använd rader i goal_point där used är ja. Den med role ”utgångsläge” är p0, den andra är p1. value är andelen, "
    "low och high dess 95-procentsgränser.",
    "estimate = p1 − p0, i procentenheter.",
    "low = estimate − √((p1 − low1)² + (high0 − p0)²)",
    "high = estimate + √((high1 − p1)² + (p0 − low0)²)",
    "Egna enkäter publiceras med en decimal, och grupper och områden i hela procent, för att skydda dem som har "
    "svarat. Då blir omräkningen ungefärlig och kan skilja någon tiondel från omdome.json, för grupper och områden "
    "några procentenheter. Enkäter som andra har publicerat räknas om exakt.",
)
PARTS_RULE = (
    "Målet har flera mått, som aldrig räknas ihop till ett medelvärde. Uppfyllt om alla primära mått är uppfyllda, Ej "
    "uppfyllt om något av dem inte är det, annars det svagaste av omdömena.",
)
PARTS_RECOMPUTE = ("Läs omdömena i delmal.json, och räkna om vart och ett av delmålen ur deras egna bevispaket.",)
NO_MEASURE = ("Målet har inget mått i siffror, så ingen regel kan avgöra det.",)
COUNT_RULE = (
    "Det som har gjorts räknas ur aktivitetsloggen. Uppfyllt så snart det lovade talet är nått. När perioden är slut: "
    "Ej uppfyllt om rapporteringen är komplett, annars Går inte att avgöra.",
    "Medan perioden pågår jämförs takten med planen; utan rapport på 45 dagar går det inte att avgöra.",
)
COUNT_RECOMPUTE = (
    "Summera hours (timmar) eller activities (antal) i activity_month, och jämför med target i omdome.json.",
    "Gäller löftet olika områden räknas varje område en gång: räkna olika area_name i stället. Enskilda platser nämns "
    "inte utan räknas till det område de ligger i, så då kan det bli färre än i bedömningen.",
)
RECURRING_RULE = (
    "Löftet delas i delperioder. Uppfyllt när tillräckligt många har hållits: alla om de är högst 12, annars 90 "
    "procent om inget annat har avtalats. Ej uppfyllt när det inte längre går att nå dit.",
    "Delperioder utan rapport är okända. Går det åt olika håll beroende på dem: Går inte att avgöra.",
)
RECURRING_RECOMPUTE = (
    "Räkna rader i commitment_progress efter status: hölls är periods_kept, och hölls, missades och okänt tillsammans "
    "är periods_closed.",
)
HIDDEN = (
    "Talen bakom saknas här. Antingen finns det inga, eller så får de inte visas öppet: tal som kan avslöja enskilda "
    "är dolda, och då går det inte att räkna om bedömningen härifrån."
)


def rule_of(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How the verdict of a goal or commitment is reached, and how to recompute it."""
    if "goal_id" in row:
        return {
            "brott": (CRIME_RULE, CRIME_RECOMPUTE),
            "enkät": (SURVEY_RULE, SURVEY_RECOMPUTE),
            "flera": (PARTS_RULE, PARTS_RECOMPUTE),
        }.get(row["measure"], (NO_MEASURE, NO_MEASURE))
    if row["kind"] == "återkommande":
        return RECURRING_RULE, RECURRING_RECOMPUTE
    return COUNT_RULE, COUNT_RECOMPUTE
