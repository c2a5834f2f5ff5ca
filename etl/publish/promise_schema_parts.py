"""The parts of the schema for a medborgarlöfte. The words are those of the tables that municipalities hand in."""

from etl.contract import TABLES
from etl.evaluate.verdict import State, Verdict
from etl.publish.schema_words import Schema, day, number, one_of, text, thing, whole, yes_no


def _choices(table: str, column: str) -> tuple[str, ...]:
    return TABLES[table].column(column).choices


_VERDICT = one_of("Omdöme", *(str(verdict) for verdict in Verdict))
_STATE = one_of("Läge", *(str(state) for state in State))
_REASON = text("Varför det inte går att avgöra")
_INTERVAL = one_of("Hur ofta", *_choices("ataganden", "interval"))
# A verdict that nothing can be said about has a reason, and the others have none.
_REASON_WHEN_GREY: Schema = {
    "if": {"properties": {"omdome": {"const": str(Verdict.UNDECIDABLE)}}, "required": ["omdome"]},
    "then": {"required": ["skal"]},
    "else": {"not": {"required": ["skal"]}},
}

MUNICIPALITY = thing(
    "Kommun",
    "Kommunen som löftet gäller.",
    {
        "kod": {
            "type": "string",
            "pattern": r"^\d{4}$",
            "title": "Kommunkod",
            "description": "SCB:s kod, fyra siffror.",
        },
        "namn": text("Namn"),
        "pahittad": yes_no("Påhittad", "Sant för en exempelkommun som inte finns."),
    },
    required=("kod", "namn"),
)

PROMISE = thing(
    "Löftet",
    "Vad löftet heter, när det gäller och var det kommer ifrån.",
    {
        "lofte_id": text("Löftets id"),
        "rubrik": text("Rubrik"),
        "sammanfattning": text("Sammanfattning", "Vem lovade vad, i en mening."),
        "lagesbild": text("Lägesbild", "Vad löftet bygger på. Aldrig uppgifter om enskilda."),
        "fran": day("Första dagen", "Saknas när löftet inte anger någon period."),
        "till": day("Sista dagen"),
        "undertecknat": day("Dagen då det undertecknades"),
        "lage": _STATE,
        "overenskommelse_id": text("Överenskommelsens id"),
        "diarienummer_polisen": text("Polisens diarienummer"),
        "diarienummer_kommunen": text("Kommunens diarienummer"),
        "kalla": text("Källa"),
    },
    required=("lofte_id", "rubrik"),
)

PROBLEM = thing(
    "Problem",
    "Ett problem ur lägesbilden som löftet möter.",
    {
        "problem_id": text("Problemets id"),
        "rubrik": text("Problemet i några ord"),
        "beskrivning": text("Vad problemet består i"),
        "omrade": text("Område"),
        "steg": one_of("Steg i SARA", *_choices("problem", "step")),
        "steg_datum": day("När steget togs"),
    },
    required=("problem_id", "rubrik"),
)

COMMITMENT = thing(
    "Åtagande",
    "Något som ska göras.",
    {
        "atagande_id": text("Åtagandets id"),
        "atagande": text("Åtagandet i ord"),
        "typ": one_of(
            "Typ",
            *_choices("ataganden", "kind"),
            description="antal och timmar räknas under hela perioden, återkommande per delperiod; beskrivande har "
            "inget tal och bedöms inte av någon regel.",
        ),
        "antal": number("Det lovade antalet"),
        "enhet": text("Vad som räknas"),
        "intervall": _INTERVAL,
        "ansvarig_part": one_of("Ansvarig part", *_choices("ataganden", "responsible_party")),
        "problem_id": text("Problemet som åtagandet möter"),
        "fokusomrade": text("Fokusområde"),
        "bedomning": {
            **thing(
                "Bedömning",
                "Gjorde vi det vi lovade?",
                {
                    "omdome": _VERDICT,
                    "lage": _STATE,
                    "mening": text("Omdömet i en mening"),
                    "skal": _REASON,
                    "gjort": number("Gjort hittills, i åtagandets enhet"),
                    "delperioder_hallna": whole("Delperioder som hållits"),
                    "delperioder_slut": whole("Delperioder som är slut"),
                    "delperioder": whole("Delperioder i hela perioden"),
                    "beskrivande": text("Beskrivande bedömning", "Undertecknad av en roll, aldrig av en person."),
                    "regelversion": text("Regelns version"),
                    "fingeravtryck": text("Fingeravtryck av uppgifterna bakom"),
                    "per": day("Dagen då bedömningen gjordes"),
                },
            ),
            **_REASON_WHEN_GREY,
        },
    },
    required=("atagande_id", "atagande", "typ"),
)

_BASELINE = thing(
    "Utgångsläge",
    "Det som uppföljningen jämförs med.",
    {
        "fran": day("Första dagen"),
        "till": day("Sista dagen"),
        "varde": number("Värde i målets enhet"),
        "anmarkning": text("Varför utgångsläget är kortare än avtalat"),
    },
)

_FOLLOWUP = thing(
    "Uppföljning",
    "Perioden som bedöms.",
    {"fran": day("Första dagen"), "till": day("Sista dagen"), "varde": number("Värde i målets enhet")},
)

_RULE = thing(
    "Regel",
    "Regeln så som den låstes när löftet började.",
    {
        "last": day("Dagen då regeln låstes"),
        "version": text("Regelns version"),
        "fingeravtryck": text("Fingeravtryck av den låsta regeln (SHA-256)"),
        "regel": text("Regeln i en mening"),
        "andrad": yes_no("Ändrad efter start"),
        "andrad_upptackt": day("Dagen då ändringen upptäcktes"),
        "andring": text("Vad som ändrades"),
    },
)

GOAL = thing(
    "Mål",
    "Något som löftet ska leda till.",
    {
        "mal_id": text("Målets id"),
        "delmal_av": text("Målet som detta är ett av flera mått på"),
        "mal": text("Målet i ord"),
        "indikator": {
            "type": "string",
            "pattern": "^(ingen$|brott:|enkat:)",
            "title": "Indikatorns nyckel",
            "description": "brott: eller enkat: och en nyckel, eller ordet ingen.",
        },
        "indikator_namn": text("Indikatorns namn"),
        "matt": one_of("Mått", "brott", "enkät", "flera", "ingen"),
        "omrade": text("Område", "Saknas när målet gäller hela kommunen."),
        "grupp": text("Grupp bland invånarna"),
        "riktning": one_of("Riktning", *_choices("mal", "direction")),
        "bra": one_of("Vad som är bra", "lågt", "högt"),
        "primart": yes_no("Primärt", "Sant om målet avgör om löftet är uppfyllt."),
        "enhet": text("Värdenas enhet"),
        "utgangslage": _BASELINE,
        "uppfoljning": _FOLLOWUP,
        "regel": _RULE,
        "bedomning": {
            **thing(
                "Bedömning",
                "Blev det bättre?",
                {
                    "omdome": _VERDICT,
                    "lage": _STATE,
                    "mening": text("Omdömet i en mening"),
                    "skal": _REASON,
                    "forandring": number("Förändring", "Procent (brott) eller procentenheter (enkät)."),
                    "undre_95": number("Förändringens undre 95-procentsgräns"),
                    "ovre_95": number("Förändringens övre 95-procentsgräns"),
                    "undre_60": number("Förändringens undre 60-procentsgräns"),
                    "ovre_60": number("Förändringens övre 60-procentsgräns"),
                    "overspridning": number("Överspridning mellan månader (φ)"),
                    "overspridning_antagen": yes_no("Överspridningen är antagen"),
                    "mellanarsvariation": number("Vanlig variation mellan år (τ)"),
                    "mellanarsvariation_antagen": yes_no("Variationen mellan år är antagen"),
                    "att_tanka_pa": text("Vad läsaren bör ha i minnet"),
                    "kalla": text("Källor"),
                    "beskrivande": text("Beskrivande bedömning", "Undertecknad av en roll, aldrig av en person."),
                    "regelversion": text("Regelns version"),
                    "fingeravtryck": text("Fingeravtryck av uppgifterna bakom"),
                    "per": day("Dagen då bedömningen gjordes"),
                },
            ),
            **_REASON_WHEN_GREY,
        },
    },
    required=("mal_id", "mal", "indikator", "riktning"),
)

_ANSWER = {
    **thing(
        "Svar på en av de två frågorna",
        "Sammanvägningen av delarna; de två frågorna vägs aldrig ihop till en.",
        {"omdome": _VERDICT, "mening": text("Svaret i en mening"), "skal": _REASON},
        required=("omdome",),
    ),
    **_REASON_WHEN_GREY,
}
ANSWERS = thing(
    "Svaren på de två frågorna",
    "Gjorde vi det vi lovade (åtaganden), och blev det bättre (mål)?",
    {"ataganden": _ANSWER, "mal": _ANSWER},
)

DUTY = thing(
    "Återkoppling",
    "En utlovad återkoppling och när den gjordes.",
    {
        "plikt_id": text("Pliktens id"),
        "mottagare": text("Mottagare"),
        "kanal": text("Kanal"),
        "intervall": _INTERVAL,
        "antal_per_ar": whole("Antal per år"),
        "period": text("Perioden som återkopplingen gäller", "Till exempel 2017-K1."),
        "senast": day("Senast"),
        "gjord": day("Dagen då den gjordes"),
        "status": one_of("Status", "i tid", "för sent", "väntar", "kommande", "saknas"),
        "dagar_for_sent": whole("Dagar för sent"),
    },
    required=("plikt_id",),
)

CORRECTION = thing(
    "Rättelse",
    "Ett omdöme eller en siffra som har ändrats efter publicering.",
    {
        "avser": one_of("Vad den gäller", "löfte", "åtagande", "mål", "siffra"),
        "avser_id": text("Id för löftet, åtagandet eller målet"),
        "upptackt": day("Dagen då ändringen upptäcktes"),
        "orsak": text("Orsak"),
        "forut": text("Det som visades förut"),
        "nu": text("Det som visas nu"),
        "mening": text("Ändringen i en mening"),
    },
    required=("avser", "upptackt"),
)
