"""What the fixture database holds of signals: deviations, trends, differences between groups, hours by area."""

from datetime import date

from tests.unit.pages.fixture_facts import AS_OF, Row

_HERE = {"municipality_code": "9999", "is_fictitious": True, "as_of": AS_OF}
_SOURCE = {"source": "Påhittade uppgifter"}
_CRIME = {"crime_type": "skadegorelse", "crime_name": "Skadegörelse", "definition": "Påhittad"}


def deviation() -> list[Row]:
    month = {**_HERE, **_SOURCE, "period": "2026-05", "period_start": date(2026, 5, 1)}
    return [
        {
            **month, **_CRIME, "count": 20, "expected": 21.4, "limit_99": 35.2, "phi": 1.6, "p_value": 0.6,
            "q_value": 0.6, "is_alarm": False,
            "sentence": "I maj 2026 anmäldes 20 skadegörelser i Exempelköping, ungefär så många som väntat.",
        },
        {
            **month, "crime_type": "klotter", "crime_name": "Klotter", "definition": "Påhittad", "area_id": "9999-C",
            "area_name": "Centrum", "count": 14, "expected": 5.8, "limit_99": 12.1, "phi": 1.4, "p_value": 0.001,
            "q_value": 0.002, "is_alarm": True,
            "sentence": "I maj 2026 anmäldes 14 klotterbrott i Centrum, mot väntade 6; det sker sällan av en slump.",
        },
    ]  # fmt: skip


def trend() -> list[Row]:
    return [{
        **_HERE, **_SOURCE, **_CRIME, "months": 53, "first_period": "2022-01", "last_period": "2026-05",
        "tau_kendall": -0.02, "z": -0.2, "p_value": 0.84, "direction": "ingen tydlig", "slope_per_year": -0.4,
        "centre": 22.0, "limit_low": 9.5, "limit_high": 34.5, "signals": 0,
        "sentence": "Skadegörelserna visar ingen tydlig trend mellan januari 2022 och maj 2026.",
    }]  # fmt: skip


def equality_gap() -> list[Row]:
    asked = {
        **_HERE, **_SOURCE, "instrument": "kommunens enkät", "series_id": "kommunens enkät · trygg",
        "question": "Hur trygg känner du dig ute på kvällen?", "indicator": "enkat:trygg",
        "indicator_name": "Känner sig trygga", "good": "högt",
    }  # fmt: skip
    rows: list[Row] = []
    for year, women, men in ((2025, 54.0, 70.0), (2026, 63.0, 78.0)):
        rows.append({
            **asked, "wave": str(year), "year": year, "kind": "kön", "group_a": "kvinnor", "group_b": "män",
            "value_a": women, "value_b": men, "gap": women - men, "low": women - men - 8.2, "high": women - men + 8.1,
            "answers_a": 270, "answers_b": 242, "q_value": 0.003, "is_clear": True,
            "sentence": f"Kvinnor är mindre trygga än män: {women:.0f} mot {men:.0f} procent.",
        })  # fmt: skip
    latest = {**asked, "wave": "2026", "year": 2026}
    rows.append({
        **latest, "kind": "område", "group_a": "Centrum", "group_b": "Norra byn", "value_a": 61.0, "value_b": 69.0,
        "gap": -8.0, "low": -19.0, "high": 3.4, "answers_a": 130, "answers_b": 96, "q_value": 0.21, "is_clear": False,
        "sentence": "Skillnaden mellan Centrum och Norra byn är inte större än vad slumpen i urvalet kan ge.",
    })  # fmt: skip
    rows.append({
        **latest, "kind": "ålder", "group_a": "16–29", "group_b": "65–84", "answers_a": 17, "answers_b": 120,
        "value_b": 66.0,
        "sentence": "Gruppen redovisas inte eftersom för få har svarat för att siffran ska vara tillförlitlig.",
    })  # fmt: skip
    return rows


def area_effort() -> list[Row]:
    areas = (
        ("9999-C", "Centrum", 220.0, 41, 39.0, 130),
        ("9999-N", "Norra byn", 35.0, 9, 31.0, 96),
        ("9999-B", "Björkhöjden", 12.0, 3, None, 11),
    )
    return [
        {
            **_HERE, "area_id": area_id, "area_name": name, "year": year, "hours": hours * (year - 2024),
            "activities": activities, "insecurity": insecurity, "wave": "2026", "answers": answers,
            "sentence": f"I {name} lades {hours * (year - 2024):.0f} timmar {year}.",
        }
        for year in (2025, 2026)
        for area_id, name, hours, activities, insecurity, answers in areas
    ]  # fmt: skip
