"""What the fixture database holds of goals."""

from datetime import date
from typing import Any

from tests.unit.pages.fixture_facts import (
    BRA,
    BREAK,
    DAMAGE,
    MADE_UP,
    PAPER,
    STAMPED,
    SVEDALA,
    Row,
    in_month,
    in_year,
    months,
)

RATE = "anmälda brott per 1 000 invånare och år"


def _goal(owner: Row, ordinal: int, **known: Any) -> Row:
    code = f"{owner['promise_id']}-M{ordinal}"
    return {**owner, **STAMPED, "goal_id": code, "ordinal": ordinal, "is_primary": True, **known}


def goal_verdict() -> list[Row]:
    period = {
        "baseline_from": date(2015, 1, 1), "baseline_to": date(2016, 12, 31), "followup_from": date(2017, 1, 1),
        "followup_to": date(2017, 12, 31), "state": "avslutat", "area_name": "Svedala kommun",
    }  # fmt: skip
    survey = {
        **period, "baseline_from": date(2016, 1, 1), "measure": "enkät", "verdict": "Går inte att avgöra",
        "source": PAPER, "data_through": date(2017, 12, 31),
    }  # fmt: skip
    now = {
        "baseline_from": date(2023, 1, 1), "baseline_to": date(2025, 12, 31), "followup_from": date(2026, 1, 1),
        "followup_to": date(2026, 12, 31), "state": "pågår", "area_name": "Exempelköping",
        "source": "Påhittade uppgifter",
        "data_through": date(2026, 5, 31),
    }  # fmt: skip
    return [
        _goal(
            SVEDALA, 1, **period, goal="Skadegörelsen ska minska.", indicator="brott:skadegorelse",
            indicator_name="Anmälda brott: skadegörelse", measure="brott", direction="minska", good="lågt",
            baseline_note="Utgångsläget är 2015–2016: 2014 ligger på andra sidan Brås ändring 2015 och räknas inte.",
            verdict="Ej uppfyllt",
            sentence="De anmälda skadegörelserna blev 50 procent fler per invånare än under 2015–2016, och det är mer "
            "än de vanliga svängningarna mellan åren.",
            claim="Anmälda skadegörelser blev fler under löftesåret", estimate=49.7, low=9.4, high=104.7, low60=30.9,
            high60=71.1, baseline_value=9.8, followup_value=14.7, unit=RATE, phi=2.8, phi_assumed=True,
            tau=0.1, tau_assumed=True, source=BRA, data_through=date(2025, 12, 31),
            english="50% more criminal damage offences per inhabitant were reported in 2017 than in 2015–2016.",
            easy="Målet nåddes inte.\nFler skadegörelser anmäldes än åren före löftet.",
        ),
        _goal(
            SVEDALA, 2, **period, goal="Ofredandena ska minska.", indicator="brott:ofredande",
            indicator_name="Anmälda brott: ofredande", measure="brott", direction="minska", good="lågt",
            verdict="Går inte att avgöra", reason="inga uppgifter",
            sentence="Det går inte att avgöra om ofredandena minskade: det finns inga uppgifter.",
            claim="Uppgifter om ofredande saknas", source=BRA,
        ),
        _goal(
            SVEDALA, 3, **survey, goal="Den upplevda tryggheten ska öka.", indicator="enkat:totalindex",
            indicator_name="Totalindex i trygghetsmätningen", direction="minska", good="lågt", unit="index 0–6",
            reason="indexet har ingen publicerad felmarginal", baseline_value=1.94, followup_value=1.94,
            sentence="Totalindex var 1,94 både 2016 och 2017.", claim="Totalindex var oförändrat",
        ),
        _goal(
            SVEDALA, 4, **survey, goal="Förtroendet för polisen ska öka.", indicator="enkat:polisen_bryr_sig",
            indicator_name="Anser att polisen bryr sig om de lokala problemen", direction="öka", good="högt",
            unit="procent",
            reason="antal svarande är inte publicerat", baseline_value=40, followup_value=48,
            sentence="Andelen som anser att polisen bryr sig om de lokala problemen gick från 40 till 48 procent.",
            claim="Fler ansåg att polisen bryr sig",
        ),
        _goal(
            MADE_UP, 1, **now, goal="Skadegörelsen i centrum ska minska.", indicator="brott:skadegorelse",
            indicator_name="Anmälda brott: skadegörelse", measure="brott", direction="minska", good="lågt",
            verdict="På väg", sentence="Skadegörelserna är hittills färre än i utgångsläget.",
            claim="Skadegörelserna är hittills färre", baseline_value=1.1, followup_value=0.8,
            unit=RATE,
            estimate=-27.0, low=-44.0, high=-4.0, phi=1.9, phi_assumed=False, tau=0.1, tau_assumed=True,
            caution="Fler anmälningar kan också betyda att fler litar på polisen.",
        ),
        _goal(
            MADE_UP, 2, **now, goal="Fler ska känna sig trygga på kvällen.", indicator="enkat:trygg",
            indicator_name="Känner sig trygga", measure="enkät", direction="öka", good="högt", unit="procent",
            verdict="Uppfyllt", sentence="71 procent känner sig trygga, mot 62 procent före löftet.",
            claim="Fler känner sig trygga", baseline_value=62, followup_value=71, estimate=9, low=3.1, high=14.8,
        ),
        _goal(
            MADE_UP, 3, **now, goal="Mer jämlik hälsa.", indicator="ingen", indicator_name="Inget mått angivet",
            measure="ingen", verdict="Går inte att avgöra", reason="målet har inget mått",
            sentence="Löftet säger inte hur målet ska mätas.", claim="Målet har inget mått",
        ),
    ]  # fmt: skip


def goal_point() -> list[Row]:
    rows: list[Row] = []
    for year, (count, rate) in DAMAGE.items():
        role = "före" if year < 2015 else "utgångsläge" if year < 2017 else "löftestid" if year == 2017 else "efter"
        value = rate / 100
        margin = 1.96 * value / count**0.5
        rows.append({
            **SVEDALA, **in_year(year), "goal_id": "1263-2017-M1", "series_id": "bra-ar", "value": value,
            "low": value - margin, "high": value + margin, "count": count, "unit": RATE, "role": role,
            "used": 2015 <= year <= 2017, "preliminary": False, "rate_source": "beräknad",
            "break_before": BREAK if year == 2015 else None, "source": BRA,
        })  # fmt: skip
    published = (("1263-2017-M3", "index 0–6", 1.94, 1.94), ("1263-2017-M4", "procent", 40, 48))
    for goal, unit, before, after in published:
        for year, value, role in ((2016, before, "utgångsläge"), (2017, after, "löftestid")):
            rows.append({
                **SVEDALA, **in_year(year), "goal_id": goal, "series_id": "polisens", "value": value, "unit": unit,
                "role": role, "used": True, "preliminary": False, "source": PAPER,
                "instrument": "polisens trygghetsmätning",
            })  # fmt: skip
    for place, month in enumerate(months(2022, 2026, until=5)):
        value = (9 + (place * 5) % 7 - (2 if month.year == 2026 else 0)) / 10
        role = "före" if month.year < 2023 else "utgångsläge" if month.year < 2026 else "löftestid"
        rows.append({
            **MADE_UP, **in_month(month), "goal_id": "9999-2026-M1", "series_id": "manad", "value": value,
            "count": int(value * 20), "unit": RATE, "role": role, "used": month.year >= 2023,
            "preliminary": month.year == 2026, "source": "Påhittade uppgifter",
        })  # fmt: skip
    for year, value in ((2023, 61), (2024, 60), (2025, 62), (2026, 71)):
        rows.append({
            **MADE_UP, **in_year(year), "goal_id": "9999-2026-M2", "series_id": "enkat", "value": value,
            "low": value - 4.2, "high": value + 4.1, "answers": 512, "unit": "procent",
            "role": "löftestid" if year == 2026 else "utgångsläge", "used": year >= 2025, "preliminary": False,
            "source": "Påhittade uppgifter", "instrument": "kommunens enkät",
        })  # fmt: skip
    return rows
