"""What the fixture database holds of series, the log and what surrounds a promise."""

from datetime import date, timedelta

from tests.unit.pages.fixture_facts import (
    AS_OF,
    BRA,
    BREAK,
    DAMAGE,
    MADE_UP,
    PAPER,
    SVEDALA,
    Row,
    in_month,
    in_year,
    months,
)
from tests.unit.pages.fixture_safety import groups, neighbours_crime


def crime_series() -> list[Row]:
    rows: list[Row] = [
        {
            **in_year(year), "municipality_code": "1263", "crime_type": "skadegorelse", "crime_name": "Skadegörelse",
            "definition": "Brå per kommun och år", "granularity": "år", "count": count, "rate_printed": rate,
            "rate_per_100k": rate, "rate_source": "tryckt av Brå", "preliminary": False, "is_fictitious": False,
            "break_before": BREAK if year == 2015 else None, "source": BRA, "as_of": AS_OF,
        }
        for year, (count, rate) in DAMAGE.items()
    ]  # fmt: skip
    counts = [18 + (place * 5) % 9 for place in range(53)]
    for place, month in enumerate(months(2022, 2026, until=5)):
        rows.append({
            **in_month(month), "municipality_code": "9999", "crime_type": "skadegorelse", "crime_name": "Skadegörelse",
            "definition": "Påhittad", "granularity": "månad", "count": counts[place], "population_mean": 20000,
            "rate_per_100k": counts[place] * 5, "rate_source": "beräknad", "preliminary": month.year == 2026,
            "rolling_12": sum(counts[place - 11 : place + 1]) if place >= 11 else None, "is_fictitious": True,
            "source": "Påhittade uppgifter", "as_of": AS_OF,
        })  # fmt: skip
    return rows + neighbours_crime()


def survey_series() -> list[Row]:
    common = {
        "municipality_code": "1263", "instrument": "polisens trygghetsmätning", "method": "postal", "published": True,
        "is_fictitious": False, "source": PAPER, "as_of": AS_OF,
    }  # fmt: skip
    values = (
        ("enkat:totalindex", "Totalindex i trygghetsmätningen", "lågt", "index 0–6",
        ((2016, 1.94), (2017, 1.94), (2021, 1.78), (2022, 1.73))),
        ("enkat:polisen_bryr_sig", "Anser att polisen bryr sig om de lokala problemen", "högt", "procent",
        ((2016, 40), (2017, 48))),
    )  # fmt: skip
    own = {
        **common, "municipality_code": "9999", "instrument": "kommunens enkät", "series_id": "enkat",
        "indicator": "enkat:trygg", "indicator_name": "Känner sig trygga", "question": "Hur trygg känner du dig?",
        "good": "högt", "unit": "procent", "group_kind": "alla", "published": False, "is_fictitious": True,
        "source": "Påhittade uppgifter",
    }  # fmt: skip
    asked: list[Row] = [
        {**own, "wave": "2024", "year": 2024, "answers": 21, "hidden_reason": "färre än 30 svar"},
        {**own, "wave": "2025", "year": 2025, "value": 62, "low": 57.8, "high": 66.1, "answers": 512, "n_eff": 470.2},
        {**own, "wave": "2026", "year": 2026, "value": 71, "low": 66.8, "high": 75.1, "answers": 512, "n_eff": 454.6},
    ]  # fmt: skip
    return asked + groups() + [
        {
            **common, "series_id": f"polisens {indicator}", "indicator": indicator, "indicator_name": name,
            "question": name, "group_kind": "alla",
            "good": good, "wave": str(year), "year": year, "unit": unit, "value": value,
        }
        for indicator, name, good, unit, points in values
        for year, value in points
    ]  # fmt: skip


def activity() -> list[Row]:
    kinds = (("fotpatrullering", "9999-2026-A1", "Polisen fotpatrullerar torget minst 1 200 timmar under 2026."),
             ("trygghetsvandring", "9999-2026-A2", "Minst tre trygghetsvandringar under 2026."))  # fmt: skip
    rows: list[Row] = []
    for number in range(60):
        name, commitment_id, commitment = kinds[1 if number % 20 == 7 else 0]
        rows.append({
            **MADE_UP, "commitment_id": commitment_id, "commitment": commitment, "activity_id": f"{number:04d}",
            "day": date(2026, 1, 5) + timedelta(days=2 * number), "activity": name, "hours": 4 + number % 3,
            "participants": 12 if number % 20 == 7 else None, "area_name": "Centrum", "place": "Stora torget",
            "party": "polisen", "is_nil_report": number == 30, "is_fictitious": True,
            "source": "Aktivitetslogg, påhittad",
            "note": "=1+1" if number == 3 else None, "as_of": AS_OF,
        })  # fmt: skip
    rows.append({
        "municipality_code": "9999", "activity_id": "0060", "day": date(2026, 5, 10), "activity": "medborgardialog",
        "party": "båda", "is_nil_report": False, "is_fictitious": True, "as_of": AS_OF,
    })  # fmt: skip
    return rows


def problem() -> list[Row]:
    problem = {"problem_id": "1263-2017-P1", "area_name": "Svedala och Bara", "title": "Skadegörelse och ofredanden",
               "description": "Problemen uppfattas vara orsakade av ungdomar."}  # fmt: skip
    made_up = {"problem_id": "9999-P1", "area_name": "Centrum", "title": "Otryggt torg på kvällen",
               "description": "Grupper samlas vid busstationen."}  # fmt: skip
    return [
        {**SVEDALA, **problem, "step": "åtgärder", "step_date": date(2016, 11, 1)},
        {**MADE_UP, **made_up, "step": "kartläggning", "step_date": date(2025, 9, 1)},
        {**MADE_UP, **made_up, "step": "åtgärder", "step_date": date(2026, 1, 8)},
    ]


def duty() -> list[Row]:
    ends = (date(2017, 5, 15), date(2017, 8, 14), date(2017, 11, 14), date(2018, 2, 14))
    told = {"duty_id": "1263-2017-R1", "recipient": "invånarna", "channel": "webbplatsen", "interval": "kvartal"}
    rows: list[Row] = [
        {**SVEDALA, **told, "period": f"2017-K{n}", "due": due, "status": "saknas"} for n, due in enumerate(ends, 1)
    ]
    rows.append({
        "municipality_code": "1263", "agreement_id": "1263-2023-2026", "duty_id": "R1", "recipient": "kommunstyrelsen",
        "interval": "år", "period": "2023", "due": date(2024, 2, 14), "status": "saknas",
    })  # fmt: skip
    late = {"duty_id": "9999-R1", "recipient": "invånarna", "interval": "kvartal", "period": "2026-K1"}
    rows.append(
        {
            **MADE_UP,
            **late,
            "due": date(2026, 5, 15),
            "given_on": date(2026, 5, 24),
            "status": "för sent",
            "days_late": 9,
        }
    )
    return rows


def agreement() -> list[Row]:
    return [{
        "agreement_id": "1263-2023-2026", "municipality_code": "1263", "title": "Samverkansöverenskommelse 2023–2026",
        "starts": date(2023, 1, 1), "ends": date(2026, 12, 31), "decided_on": date(2022, 12, 19),
        "parties": "Svedala kommun och lokalpolisområde Trelleborg", "revised_at_least": "2 år",
        "purpose": "Förebygga brott och upprätthålla tryggheten i kommunen.", "followed_up_at_least": "1 år",
        "source": "Samverkansöverenskommelsen, beslutad 2022-12-19", "focus_areas": "Trygghet, Folkhälsa",
    }]  # fmt: skip


def forum() -> list[Row]:
    return [{"municipality_code": "1263", "forum_id": "F1", "name": "SSPF", "meetings": 0, "both_attended": 0}]


def series_break() -> list[Row]:
    return [{"series": "Brå per kommun och år", "concerns": "brott", "year": 2015, "explanation": BREAK}]


def dictionary() -> list[Row]:
    log = {"table_name": "aktiviteter", "table_title": "Aktiviteter", "key": False}
    crime = {"table_name": "brott", "table_title": "Anmälda brott", "key": False}
    return [
        {**log, "heading": "datum", "required": "ja", "explanation": "Dagen då aktiviteten ägde rum."},
        {**log, "heading": "timmar", "required": "nej", "explanation": "Arbetade timmar, med decimalkomma."},
        {
            **crime,
            "heading": "antal",
            "required": "ja",
            "explanation": "Antal anmälda. Tomt är okänt, 0 är noll.",
        },
    ]


def build() -> list[Row]:
    return [{"key": "as_of", "value": AS_OF.isoformat()}, {"key": "built_at", "value": "2026-06-30T08:00:00"}]
