"""Which marts are open data, and the datasets they form in the catalogue. What is not named here is never written."""

from dataclasses import dataclass

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
CC_BY = "http://creativecommons.org/licenses/by/4.0/"
LICENCE_NAMES = {CC0: "CC0 1.0", CC_BY: "CC BY 4.0"}


@dataclass(frozen=True, kw_only=True)
class DataSet:
    """One dataset of the catalogue. `days` are (mart, column of the first day, column of the last) by which its time is
    known, `source_ids` are rows of marts.source, `frequency` a name in the EU authority table of frequencies.
    """

    key: str
    title: str
    title_en: str
    description: str
    description_en: str
    marts: tuple[str, ...]
    licence: str
    terms: str
    keywords: tuple[str, ...]
    keywords_en: tuple[str, ...]
    frequency: str = "IRREG"
    days: tuple[tuple[str, str, str], ...] = ()
    source_ids: tuple[str, ...] = ()


_OWN = "Får användas fritt. Ange gärna källan."
_FIGURES = (
    "Får användas fritt om källan anges. Talen bygger på uppgifter från Brå och SCB och på publicerade "
    "trygghetsmätningar; kolumnen source säger vilka."
)

DATA_SETS = (
    DataSet(
        key="loften",
        title="Medborgarlöften",
        title_en="Citizen promises",
        description="Vad polisen och kommunen har lovat invånarna, vilka problem löftena möter, "
        "vilka överenskommelser de bygger på och hur ofta det ska återkopplas.",
        description_en="What the police and the municipality have promised the inhabitants, the problems behind the "
        "promises, the agreements they rest on and the duties to report back.",
        marts=("municipality", "promise", "problem", "agreement", "duty", "chain_gap", "contact"),
        licence=CC_BY,
        terms="Får användas fritt om källan anges: kolumnen source säger vilket dokument löftet är återgivet ur.",
        keywords=("medborgarlöfte", "brottsförebyggande arbete", "trygghet", "samverkan"),
        keywords_en=("citizen promise", "crime prevention", "perceived safety"),
        days=(("promise", "period_start", "period_end"),),
    ),
    DataSet(
        key="bedomningar",
        title="Bedömningar av medborgarlöften",
        title_en="Verdicts on citizen promises",
        description="Gjorde vi det vi lovade, och blev det bättre? Bedömningen av varje åtagande och mål, regeln som "
        "gällde, talen bakom, vad som går att se i dem, och rättelser.",
        description_en="Was the promise kept, and did it get better? The verdict on every commitment and goal, the "
        "rule, the figures behind, what they can show, and corrections.",
        marts=(
            "commitment_verdict",
            "commitment_progress",
            "goal_verdict",
            "goal_point",
            "goal_rule",
            "detectable",
            "effect",
            "correction",
        ),
        licence=CC_BY,
        terms=_FIGURES,
        keywords=("medborgarlöfte", "måluppfyllelse", "uppföljning", "utvärdering"),
        keywords_en=("goal fulfilment", "follow-up", "evaluation"),
        days=(("goal_point", "period_start", "period_end"), ("commitment_progress", "period_start", "period_start")),
        source_ids=("bra-anmalda-brott", "scb-folkmangd"),
    ),
    DataSet(
        key="anmalda-brott",
        title="Anmälda brott per kommun",
        title_en="Reported crime by municipality",
        description="Anmälda brott i antal och per 100 000 invånare, med osäkerhet, kända avbrott i serierna, trender "
        "och kommuner av liknande storlek. Talen visar anmälda brott, inte alla brott som begås. Små tal i små områden "
        "är dolda.",
        description_en="Reported crime, counts and rates per 100,000 inhabitants, with uncertainty, breaks in the "
        "series, trends and municipalities of similar size. Reported crime is not all crime. Small counts in small "
        "areas are hidden.",
        marts=("crime_series", "trend", "similar"),
        licence=CC_BY,
        terms="Får användas fritt om källan Brå anges. Folkmängden kommer från SCB.",
        keywords=("anmälda brott", "skadegörelse", "ofredande", "brottsstatistik"),
        keywords_en=("reported crime", "criminal damage", "crime statistics"),
        frequency="MONTHLY",
        days=(("crime_series", "period_start", "period_end"),),
        source_ids=("bra-anmalda-brott", "bra-villkor", "scb-folkmangd"),
    ),
    DataSet(
        key="trygghetsmatningar",
        title="Trygghetsmätningar",
        title_en="Safety surveys",
        description="Hur trygga invånarna känner sig, omgång för omgång, för alla och för grupper, med felmarginal. "
        "Grupper med färre än 30 svar är dolda.",
        description_en="How safe the inhabitants feel, wave by wave, for all and for groups, with margins of error. "
        "Groups with fewer than 30 answers are hidden.",
        marts=("survey_series", "survey_distribution", "equality_gap", "area_effort"),
        licence=CC_BY,
        terms="Får användas fritt om källan i kolumnen source anges. Enstaka tal ur andras mätningar återges som "
        "fakta; villkor för mätningen i övrigt finns hos den som gjorde den.",
        keywords=("trygghetsmätning", "otrygghet", "enkät", "jämlikhet"),
        keywords_en=("safety survey", "perceived safety", "fear of crime"),
        frequency="ANNUAL",
        days=(("survey_series", "starts", "ends"),),
    ),
    DataSet(
        key="aktiviteter",
        title="Aktiviteter i medborgarlöften",
        title_en="Activities in citizen promises",
        description="Vad som har gjorts, när och i vilket område: aktiviteter som är märkta som offentliga, och antal "
        "och timmar per månad för åtaganden som går att räkna, och när det har rapporterats.",
        description_en="What has been done, when and in which area: activities marked as public, and counts and hours "
        "by month for commitments that can be counted, and when reports were made.",
        marts=("public_activity", "activity_month", "report_day"),
        licence=CC0,
        terms=_OWN,
        keywords=("aktivitetslogg", "brottsförebyggande arbete", "trygghetsvandring"),
        keywords_en=("activity log", "crime prevention"),
        frequency="MONTHLY",
        days=(("public_activity", "day", "day"), ("activity_month", "month", "month")),
    ),
    DataSet(
        key="kallor-och-metod",
        title="Källor och metod",
        title_en="Sources and method",
        description="Källorna med villkor, kända avbrott i serierna, gränserna för vad som visas och uppgifter om "
        "publiceringen.",
        description_en="The sources with their terms, known breaks in the series, the thresholds for what is shown, "
        "and facts about the publication.",
        marts=("source", "series_break", "threshold", "build"),
        licence=CC0,
        terms=_OWN,
        keywords=("metod", "källor", "röjandeskydd"),
        keywords_en=("method", "sources", "disclosure control"),
    ),
)  # fmt: skip

OPEN_MARTS = frozenset(mart for data_set in DATA_SETS for mart in data_set.marts)


def data_set_of(mart: str) -> DataSet:
    """The dataset that a mart belongs to."""
    return next(data_set for data_set in DATA_SETS if mart in data_set.marts)
