"""The words of the field in plain Swedish: one list for the method page, the folded explanations and README."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class Term:
    """`anchor` names the word in an address; the meaning begins with a small letter and has no full stop."""

    word: str
    meaning: str

    @property
    def anchor(self) -> str:
        return f"ord-{plain_key(self.word)}"


def plain_key(word: str) -> str:
    """The word in a–z, digits and hyphens: "phi (φ)" is "phi", "åtagande" is "atagande"."""
    bare = word.casefold().split(" (")[0].translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


_TABLE = (
    ("aktivitetslogg", "lista över vad som gjorts: dag, timmar, plats och vilket åtagande det räknas till"),
    (
        "antagen",
        "talet går inte att räkna fram ur kommunens egna siffror; i stället används ett tal som är vanligt i andra "
        "kommuner",
    ),
    (
        "bekymringssamtal",
        "samtal med en ung person och vårdnadshavare vid oro; här räknas bara tillfällen, aldrig personer",
    ),
    ("bevispaket", "en fil med allt bakom ett omdöme: regeln, raderna, frågan till databasen och hur den citeras"),
    ("Brå", "Brottsförebyggande rådet, som ger ut statistiken över anmälda brott"),
    ("datatäckning", "till och med vilken dag uppgifterna räcker; står på varje skärm"),
    (
        "effektivt antal svar",
        "så många svar som undersökningen är värd när svaren har vägts om för att likna hela befolkningen",
    ),
    ("EST", "effektiv samordning för trygghet: ett arbetssätt där kommun och polis löpande delar lägesbild"),
    ("grannsamverkan", "grannar som håller uppsikt tillsammans, med stöd av polis och kommun"),
    ("hot spot", "en liten plats där många brott eller händelser samlas"),
    ("indikator", "det som mäts för ett mål, till exempel anmälda skadegörelser eller andelen trygga"),
    (
        "intervall",
        "från–till: dit det sanna värdet troligen hör. Ett 95-procentsintervall missar i genomsnitt ett fall av "
        "tjugo",
    ),
    ("Kolada", "kommunernas och regionernas databas med nyckeltal"),
    ("kvot", "ett tal delat med ett annat: 1 är ingen skillnad, 0,8 är 20 procent färre och 1,2 är 20 procent fler"),
    ("liknande kommuner", "kommuner med ungefär lika många invånare, högst dubbelt så många och minst hälften"),
    ("LPO", "lokalpolisområde; omfattar ofta flera kommuner"),
    ("lucka", "ett steg som saknas i kedjan från problem till mål, till exempel ett mål utan mått"),
    (
        "låst regel",
        "hur ett mål ska mätas, så som det bestämdes när löftet började; ändras den senare visas båda, och omdömet "
        "följer den låsta",
    ),
    ("lägesbild", "gemensam beskrivning av problemen, som löften och åtgärder bygger på"),
    ("lättläst", "samma besked i korta meningar och vardagliga ord"),
    ("medborgarlöfte", "det som polisen och kommunen tillsammans lovar invånarna, oftast för ett år"),
    ("mål", "det som löftet ska leda till, till exempel färre skadegörelser"),
    ("mått", "ett av flera sätt att mäta samma mål; måtten vägs aldrig ihop"),
    ("nollrapport", "en rad i loggen som säger att inget gjordes; skiljer ”inget gjort” från ”inget rapporterat”"),
    ("NTU", "Nationella trygghetsundersökningen, Brås årliga enkät"),
    ("ofredande", "brott: att störa eller antasta någon så att friden kränks"),
    ("omdöme", "svaret i ett av fyra ord: Uppfyllt, På väg, Ej uppfyllt eller Går inte att avgöra"),
    ("omgång", "ett tillfälle då en enkät gjordes"),
    ("personår", "en invånare under ett år; gör en stor och en liten kommun, eller två och ett år, jämförbara"),
    (
        "phi (φ)",
        "hur mycket ojämnare brotten kommer än om de inträffade oberoende av varandra; 1 är helt oberoende. En "
        "person som klottrar fyrtio gånger gör talet stort",
    ),
    ("prel.", "preliminär: Brås månadssiffror, som fastställs nästa vår"),
    (
        "prognosintervall",
        "från–till: dit slutresultatet troligen hamnar om arbetet fortsätter som hittills, åtta gånger av tio",
    ),
    ("rullande tolv månader", "summan av de senaste tolv månaderna, så att årstiderna inte stör"),
    ("rättelse", "en notis med datum och orsak när ett omdöme eller en siffra har ändrats sedan den först visades"),
    (
        "röjandeskydd",
        "skydd så att ingen kan räkna ut vad som gäller en enskild: små antal visas som ”färre än 5”, och ibland "
        "döljs ett tal till",
    ),
    ("SARA", "arbetssätt i fyra steg: kartläggning, analys, åtgärder, uppföljning"),
    ("seriebrott", "ett år då en serie bytte metod eller definition; före och efter jämförs aldrig"),
    (
        "skadegörelse",
        "brott: att förstöra eller skada det som tillhör någon annan, även klotter (12 kap. brottsbalken)",
    ),
    ("SOL", "Brås statistikdatabas över anmälda brott, den som Excel- och textuttagen kommer ur"),
    (
        "SSPF",
        "samverkan mellan skola, socialtjänst, polis och fritid; inga uppgifter därifrån om enskilda hör hemma här",
    ),
    (
        "tau (τ)",
        "hur mycket brotten brukar skilja mellan två år utan att något särskilt har hänt; antas vara 10 procent",
    ),
    ("totalindex", "polisens sammanvägda tal från 0 till 6 i trygghetsmätningen; lågt är bra"),
    ("trend", "om en serie stiger eller sjunker över flera år, när varje månad jämförs med samma månad andra år"),
    ("trygghetsmätning", "enkät till invånarna om trygghet, utsatthet och förtroende"),
    ("uppföljning", "perioden som jämförs med utgångsläget"),
    ("utgångsläge", "perioden före löftet som resultatet jämförs med"),
    ("vanliga svängningar", "så mycket en serie brukar gå upp och ned utan att något särskilt har hänt"),
    ("väntat antal", "det antal brott som är vanligt för månaden, räknat ur samma tid under tidigare år"),
    ("åtagande", "det som lovats bli gjort, till exempel 4 000 timmar eller två möten"),
    ("återkoppling", "att berätta för invånarna hur det går; i tid om det sker inom 45 dagar efter perioden"),
    ("öppna data", "uppgifterna som filer som vem som helst får använda"),
)  # fmt: skip

GLOSSARY: tuple[Term, ...] = tuple(Term(word=word, meaning=meaning) for word, meaning in _TABLE)
"""Every word, in Swedish alphabetical order."""

BY_KEY: Mapping[str, Term] = MappingProxyType({plain_key(term.word): term for term in GLOSSARY})
