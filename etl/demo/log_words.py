"""What people write in an activity log: kinds of work and plain notes without anybody in them."""

from dataclasses import dataclass

NIL_NOTE = "Ingen dialog hölls den här månaden."


@dataclass(frozen=True, kw_only=True)
class Ordinary:
    """`share` of all ordinary rows, `shortest` and `longest` in half hours, `audience` if people came."""

    activity: str
    share: float
    hour: int
    shortest: int
    longest: int
    persons: int
    party: str
    audience: bool = False


ORDINARY = (
    Ordinary(activity="tillsyn", share=0.36, hour=19, shortest=4, longest=9, persons=2, party="polisen"),
    Ordinary(activity="nattvandring", share=0.20, hour=21, shortest=5, longest=8, persons=4, party="annan aktör"),
    Ordinary(activity="trygghetsinventering", share=0.08, hour=14, shortest=3, longest=6, persons=3, party="båda"),
    Ordinary(activity="bekymringssamtal", share=0.12, hour=15, shortest=2, longest=3, persons=2, party="båda"),
    Ordinary(
        activity="föreläsning",
        share=0.07,
        hour=18,
        shortest=2,
        longest=4,
        persons=2,
        party="båda",
        audience=True,
    ),
    Ordinary(
        activity="grannsamverkan",
        share=0.07,
        hour=18,
        shortest=2,
        longest=4,
        persons=2,
        party="båda",
        audience=True,
    ),
    Ordinary(activity="utsättning", share=0.10, hour=13, shortest=1, longest=2, persons=4, party="polisen"),
)
NOTES = {
    "tillsyn": (
        "Lugnt på platsen.",
        "Många ute. God stämning.",
        "Samtal med butikspersonal.",
        "Samtal med unga på platsen.",
        "Trasig belysning anmäld till kommunen.",
        "Nytt klotter anmält för sanering.",
        "Rundan gick också förbi skolan.",
    ),
    "medborgardialog": (
        "Många frågor om belysning och buskage.",
        "Flera ville se mer polis på kvällarna.",
        "Oro för mopedkörning på gångvägar.",
        "Klotter och skadegörelse togs upp av flera.",
    ),
    "trygghetsvandring": (
        "Fem platser med dålig belysning antecknade.",
        "Buskar vid gångvägen bör klippas.",
        "Gångtunneln upplevs som otrygg.",
        "Åtgärderna från förra vandringen är klara.",
    ),
    "hastighetskontroll": (
        "De flesta höll hastigheten.",
        "Några körde för fort vid lämningstid.",
        "Lägre hastigheter än förra gången.",
    ),
    "nattvandring": (
        "Lugn kväll.",
        "Många unga vid torget, god stämning.",
        "Vuxna från föreningslivet gick med.",
    ),
    "trygghetsinventering": (
        "Belysning och siktlinjer gicks igenom.",
        "Trasiga bänkar och klotter noterade.",
        "Åtgärdslista lämnad till tekniska förvaltningen.",
    ),
    "bekymringssamtal": ("Samtal hållet.",),
    "föreläsning": (
        "Kväll för vårdnadshavare om nätet.",
        "Information i skolan om skadegörelse.",
        "Kväll om hur man skyddar sig mot inbrott.",
    ),
    "grannsamverkan": (
        "Startmöte för en ny grupp.",
        "Återträff med kontaktombuden.",
        "Skyltar delades ut.",
    ),
    "utsättning": ("Lägesbilden gicks igenom.", "Platser för helgen valdes ut."),
}
