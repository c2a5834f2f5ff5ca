"""What the fixture database holds of promises and commitments."""

from datetime import date, timedelta

from tests.unit.pages.fixture_facts import (
    MADE_UP,
    STAMPED,
    SVEDALA,
    Row,
)


def municipality() -> list[Row]:
    return [
        {"municipality_code": "1263", "name": "Svedala", "is_fictitious": False, "promises": 1},
        {"municipality_code": "1465", "name": "Svenljunga", "is_fictitious": False, "promises": 0},
        {"municipality_code": "9999", "name": "Exempelköping", "is_fictitious": True, "promises": 2},
    ]


def promise() -> list[Row]:
    return [
        {
            **SVEDALA, **STAMPED, "title": "Medborgarlöfte 2017", "municipality_name": "Svedala",
            "period_start": date(2017, 1, 1), "period_end": date(2017, 12, 31), "signed_on": date(2016, 11, 1),
            "state": "avslutat",
            "summary": "Polisen och Svedala kommun lovade att tillsammans motverka skadegörelse och ofredanden bland "
            "unga, med minst 4 000 polistimmar, grannsamverkan och bekymringssamtal.",
            "picture": "Lägesbilden bygger på polisens brottsstatistik, den senaste trygghetsmätningen, samtal med "
            "medarbetare och medborgardialoger.",
            "source": "Medborgarlöfte Svedala 2017", "commitments_total": 3, "commitments_countable": 2,
            "commitment_verdict": "Går inte att avgöra",
            "commitment_sentence": "Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om löftet hölls. "
            "2 av 3 åtaganden har ett mål i siffror.",
            "commitment_reason": "ingen aktivitetslogg", "goals_total": 4, "goal_verdict": "Ej uppfyllt",
            "goal_sentence": "De anmälda skadegörelserna blev fler per invånare under löftesåret.",
            "commitment_english": "No activity log has been submitted, so it cannot be determined.",
            "goal_english": "Reported criminal damage offences increased during the promise year.",
            "commitment_easy": "Vi vet inte om löftet hölls.\nIngen har lämnat in en lista över vad som gjordes.",
            "goal_easy": "Det blev inte bättre.\nFler brott anmäldes än åren före.",
            "feedback_required": 4, "feedback_given": 0, "data_through": date(2025, 12, 31), "is_fictitious": False,
        },
        {
            **MADE_UP, **STAMPED, "title": "Medborgarlöfte 2026", "municipality_name": "Exempelköping",
            "period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31), "signed_on": date(2025, 11, 20),
            "state": "pågår", "summary": "Polisen och kommunen lovade att göra centrum tryggare på kvällarna.",
            "picture": "Invånarna undviker torget efter klockan 20.", "source": "Påhittat löfte",
            "commitments_total": 4, "commitments_countable": 3, "commitment_verdict": "På väg",
            "commitment_sentence": "Timmarna är på väg, och trygghetsvandringarna är redan gjorda.",
            "goals_total": 3, "goal_verdict": "Går inte att avgöra",
            "goal_sentence": "Det är för tidigt att avgöra om det blev bättre.",
            "goal_reason": "mindre än sex månader har följts upp", "feedback_required": 2, "feedback_given": 1,
            "feedback_latest": date(2026, 5, 4), "data_through": date(2026, 5, 31), "is_fictitious": True,
        },
        {
            **MADE_UP, **STAMPED, "promise_id": "9999-2025", "title": "Medborgarlöfte 2025",
            "municipality_name": "Exempelköping", "period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31),
            "state": "avslutat", "summary": "Polisen och kommunen lovade färre bostadsinbrott.",
            "commitments_total": 0, "commitments_countable": 0, "commitment_verdict": "Uppfyllt",
            "commitment_sentence": "Allt som utlovades är genomfört.", "goals_total": 0, "goal_verdict": "Uppfyllt",
            "goal_sentence": "Bostadsinbrotten blev färre, och förbättringen är statistiskt säkerställd.",
            "data_through": date(2025, 12, 31), "is_fictitious": True, "source": "Påhittat löfte",
        },
    ]  # fmt: skip


def commitment_verdict() -> list[Row]:
    silent = {
        "verdict": "Går inte att avgöra", "state": "avslutat", "reason": "ingen aktivitetslogg",
        "sentence": "Det går inte att avgöra om åtagandet är uppfyllt: ingen aktivitetslogg är inlämnad.",
        "source": "Medborgarlöfte Svedala 2017",
    }  # fmt: skip
    return [
        {
            **SVEDALA, **STAMPED, **silent, "commitment_id": "1263-2017-A1", "ordinal": 1, "kind": "timmar",
            "commitment": "Polisen lägger minst 4 000 timmar på brottsförebyggande arbete i kommunen under 2017.",
            "target": 4000, "unit": "timmar", "responsible_party": "polisen",
            "easy": "Vi vet inte.\nIngen har lämnat in en lista över timmarna.",
        },
        {
            **SVEDALA, **STAMPED, **silent, "commitment_id": "1263-2017-A2", "ordinal": 2, "kind": "antal",
            "commitment": "Minst två uppstartsmöten för grannsamverkan under 2017.", "target": 2,
            "unit": "uppstartsmöten för grannsamverkan", "responsible_party": "båda",
        },
        {
            **SVEDALA, **STAMPED, "commitment_id": "1263-2017-A3", "ordinal": 3, "kind": "beskrivande",
            "commitment": "Bekymringssamtal med skola och socialtjänst, när det behövs.", "state": "avslutat",
            "sentence": "Åtagandet har inget mål i siffror.", "source": "Medborgarlöfte Svedala 2017",
        },
        {
            **MADE_UP, **STAMPED, "commitment_id": "9999-2026-A1", "ordinal": 1, "kind": "timmar", "verdict": "På väg",
            "commitment": "Polisen fotpatrullerar torget minst 1 200 timmar under 2026.", "target": 1200,
            "unit": "timmar",
            "state": "pågår", "sentence": "I nuvarande takt når vi omkring 1 240 av 1 200 timmar.", "estimate": 520,
            "claim": "520 av 1 200 timmar är gjorda",
            "forecast": 1240, "forecast_low": 1180, "forecast_high": 1300, "expected_now": 498, "needed_per_week": 22.4,
            "last_report": date(2026, 5, 31), "responsible_party": "polisen", "source": "Aktivitetslogg, påhittad",
        },
        {
            **MADE_UP, **STAMPED, "commitment_id": "9999-2026-A2", "ordinal": 2, "kind": "antal", "verdict": "Uppfyllt",
            "commitment": "Minst tre trygghetsvandringar under 2026.", "target": 3, "unit": "trygghetsvandringar",
            "state": "pågår", "sentence": "Tre av tre trygghetsvandringar är gjorda.", "estimate": 3,
            "claim": "Tre av tre trygghetsvandringar är gjorda",
            "last_report": date(2026, 5, 20), "responsible_party": "båda", "source": "Aktivitetslogg, påhittad",
        },
        {
            **MADE_UP, **STAMPED, "commitment_id": "9999-2026-A3", "ordinal": 3, "kind": "återkommande", "target": 2,
            "verdict": "Ej uppfyllt", "state": "pågår", "unit": "trygghetsdialoger", "interval": "kvartal",
            "commitment": "Två trygghetsdialoger varje kvartal.", "periods_kept": 0, "periods_closed": 1,
            "periods_total": 4,
            "claim": "Löftet hölls i 0 av 1 avslutade kvartal",
            "sentence": "En av två dialoger hölls första kvartalet.", "last_report": date(2026, 5, 20),
            "responsible_party": "kommunen", "source": "Aktivitetslogg, påhittad",
        },
        {
            **MADE_UP, **STAMPED, "commitment_id": "9999-2026-A4", "ordinal": 4, "kind": "beskrivande",
            "commitment": "Regelbundna besök på ungdomsgårdarna.", "state": "pågår", "responsible_party": "båda",
            "sentence": "Åtagandet har inget mål i siffror.", "source": "Påhittat löfte",
            "assessment": "Besöken sker varannan vecka (kommunpolis, 2026-05-12).",
        },
    ]  # fmt: skip


def commitment_progress() -> list[Row]:
    rows: list[Row] = []
    weeks, total = 22, 0.0
    for week in range(weeks):
        done = 18 + (week * 7) % 11
        total += done
        start = date(2025, 12, 29) + timedelta(days=7 * week)
        rows.append({
            **MADE_UP, "commitment_id": "9999-2026-A1", "period_start": max(start, date(2026, 1, 1)), "done": done,
            "cumulative": total, "planned": 1200 * (week + 1) / 52,
        })  # fmt: skip
    for start, done, cumulative in ((date(2026, 1, 1), 1, 1), (date(2026, 4, 1), 2, 3)):
        rows.append({
            **MADE_UP, "commitment_id": "9999-2026-A3", "period_start": start, "done": done, "cumulative": cumulative,
        })  # fmt: skip
    rows.append({
        **MADE_UP, "commitment_id": "9999-2026-A3", "period_start": date(2026, 7, 1), "done": 0, "cumulative": 3,
        "status": "undantag",
    })  # fmt: skip
    return rows
