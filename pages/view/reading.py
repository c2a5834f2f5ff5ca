"""How the figures of the two pages of series are read; the same words on the screens and the static site."""

SAFETY = (
    "En enkät frågar ett urval av invånarna. Därför är varje andel en uppskattning, och det tunna strecket genom "
    "punkten visar mellan vilka värden andelen troligen ligger.",
    "Svaren från grupper med färre än 30 svarande visas inte. Siffran skulle vara för osäker, och enskilda svar skulle "
    "kunna gå att gissa. För allmänheten är grupper och områden dessutom avrundade till hela procent.",
    "Bara mätningar som är gjorda på samma sätt binds ihop med en linje. Byter enkäten fråga, skala eller "
    "insamlingssätt bryts linjen.",
    "Polisens index 0–6 visas som det är publicerat, men inget löfte bedöms efter det: indexet saknar felmarginal.",
    "Kurvorna är beskrivningar. Om ett löfte är uppfyllt står på löftets egen sida.",
)


def crime(per: str) -> tuple[str, ...]:
    """`per`: how many inhabitants the rates on the page are per, as it is written."""
    return (
        "Siffrorna är brott som har anmälts till polisen. Många brott anmäls aldrig, och hur stor del som anmäls "
        "skiljer sig mellan brottstyper. Fler anmälningar kan betyda fler brott, men också att fler anmäler.",
        f"”Per {per} invånare” gör det möjligt att jämföra kommuner och år med olika många invånare.",
        "Preliminära siffror (ihåliga punkter) kan ändras när statistiken fastställs.",
        "Där en linje bryts har sättet att räkna ändrats. Siffror före och efter ska inte jämföras.",
        "En förändring räknas i procent bara när det i snitt har anmälts minst 20 brott om året.",
        "I delar av en kommun visas antal från 1 till 4 som ”färre än 5”, så att ingen enskild kan pekas ut.",
    )
