"""A small database with the marts that the screens read: Svedala's published figures, and a made-up municipality.

Svedala (1263): reported criminal damage 1996–2025 with rates per 100 000 (Brå), and the published values of the police
survey 2016–2017. Exempelköping (9999) is made up and shows all four verdicts.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb

Row = Mapping[str, Any]
AS_OF = date(2026, 6, 30)
BREAK = "Brå ändrade redovisningen per kommun 2015"
# Year: reported crimes, per 100 000 inhabitants. Source: Brå, anmälda brott per kommun och år.
SVEDALA = {
    1996: (205, 1144), 1997: (161, 901), 1998: (187, 1045), 1999: (193, 1075), 2000: (190, 1060), 2001: (222, 1239),
    2002: (176, 975), 2003: (204, 1120), 2004: (231, 1255), 2005: (235, 1262), 2006: (230, 1220), 2007: (315, 1652),
    2008: (318, 1650), 2009: (206, 1056), 2010: (138, 700), 2011: (206, 1040), 2012: (177, 890), 2013: (234, 1169),
    2014: (204, 1012), 2015: (218, 1071), 2016: (185, 897), 2017: (308, 1472), 2018: (209, 980), 2019: (252, 1151),
    2020: (250, 1114), 2021: (336, 1464), 2022: (323, 1389), 2023: (226, 967), 2024: (161, 685), 2025: (127, 537),
}  # fmt: skip
BRA = "Brå, anmälda brott per kommun och år"
PAPER = "Polisens trygghetsmätning, https://svedala.lokaltidningen.se/nyheter/2017-12-02/"

_COLUMNS = {
    "municipality": "municipality_code name is_fictitious:BOOLEAN promises:INTEGER",
    "promise": "municipality_code promise_id title municipality_name period_start:DATE period_end:DATE signed_on:DATE "
    "state summary picture police_diary_number municipality_diary_number agreement_id source "
    "commitments_total:INTEGER commitments_countable:INTEGER commitment_verdict commitment_sentence commitment_reason "
    "goals_total:INTEGER goal_verdict goal_sentence goal_reason feedback_required:INTEGER feedback_given:INTEGER "
    "feedback_latest:DATE data_through:DATE is_fictitious:BOOLEAN rule_version data_hash as_of:DATE",
    "commitment_verdict": "municipality_code promise_id commitment_id ordinal:INTEGER commitment kind target:DOUBLE "
    "unit interval responsible_party problem_id focus_area verdict state sentence reason estimate:DOUBLE low:DOUBLE "
    "high:DOUBLE forecast:DOUBLE forecast_low:DOUBLE forecast_high:DOUBLE expected_now:DOUBLE needed_per_week:DOUBLE "
    "periods_kept:INTEGER periods_closed:INTEGER periods_total:INTEGER last_report:DATE assessment source "
    "rule_version data_hash as_of:DATE",
    "commitment_progress": "municipality_code promise_id commitment_id period_start:DATE done:DOUBLE "
    "cumulative:DOUBLE planned:DOUBLE",
    "goal_verdict": "municipality_code promise_id goal_id ordinal:INTEGER goal indicator indicator_name measure area_id "
    "area_name group_name direction good baseline_from:DATE baseline_to:DATE baseline_note followup_from:DATE "
    "followup_to:DATE is_primary:BOOLEAN verdict state sentence claim reason caution estimate:DOUBLE low:DOUBLE "
    "high:DOUBLE low60:DOUBLE high60:DOUBLE baseline_value:DOUBLE followup_value:DOUBLE unit phi:DOUBLE "
    "phi_assumed:BOOLEAN tau:DOUBLE alt source data_through:DATE rule_version data_hash as_of:DATE",
    "goal_point": "municipality_code promise_id goal_id series_id period period_start:DATE period_end:DATE "
    "value:DOUBLE low:DOUBLE high:DOUBLE count:BIGINT answers:INTEGER unit role used:BOOLEAN preliminary:BOOLEAN "
    "rate_source break_before instrument source",
    "crime_series": "municipality_code area_id area_name region crime_type crime_name definition granularity period "
    "period_start:DATE period_end:DATE count:BIGINT population_mean:DOUBLE rate_per_100k:DOUBLE rate_low:DOUBLE "
    "rate_high:DOUBLE rate_printed:DOUBLE rate_source rolling_12:BIGINT preliminary:BOOLEAN break_before "
    "is_fictitious:BOOLEAN source as_of:DATE",
    "survey_series": "municipality_code area_id area_name region instrument method series_id indicator indicator_name "
    "question good wave year:INTEGER group_kind group_value unit value:DOUBLE low:DOUBLE high:DOUBLE answers:INTEGER "
    "n_eff:DOUBLE published:BOOLEAN source is_fictitious:BOOLEAN as_of:DATE",
    "activity": "municipality_code promise_id commitment_id commitment activity_id day:DATE starts ends activity "
    "hours:DOUBLE participants:INTEGER area_id area_name place party concerns_period is_nil_report:BOOLEAN note "
    "is_fictitious:BOOLEAN source as_of:DATE",
    "problem": "municipality_code promise_id problem_id title description area_name step step_date:DATE revise_by:DATE",
    "duty": "municipality_code promise_id agreement_id duty_id recipient channel interval times_per_year:INTEGER period "
    "due:DATE given_on:DATE status days_late:INTEGER",
    "agreement": "agreement_id municipality_code title starts:DATE ends:DATE decided_on:DATE parties "
    "police_diary_number municipality_diary_number purpose revised_at_least followed_up_at_least source focus_areas",
    "forum": "municipality_code forum_id name interval meetings:INTEGER latest_meeting:DATE both_attended:INTEGER",
    "series_break": "series concerns year:INTEGER explanation",
    "dictionary": "table_name heading explanation",
    "build": "key value",
}  # fmt: skip


def write(directory: Path) -> Path:
    """Builds the database in `directory` with its pointer and returns the directory."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / "loften-fixtur.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts")
        for table, columns in _COLUMNS.items():
            _fill(connection, table, columns, _ROWS[table]())
        connection.execute(
            "create table main.rejects(file text, sheet text, row integer, column_name text, value text, "
            "reason text, remedy text, table_name text)"
        )
    (directory / "current").write_text(path.name, encoding="utf-8")
    return directory


def _fill(connection: duckdb.DuckDBPyConnection, table: str, columns: str, rows: Iterable[Row]) -> None:
    typed = [(name, kind or "TEXT") for name, _, kind in (word.partition(":") for word in columns.split())]
    declared = ", ".join(f'"{name}" {kind}' for name, kind in typed)
    connection.execute(f"create table marts.{table}({declared})")
    names = [name for name, _ in typed]
    values = []
    for row in rows:
        unknown = set(row) - set(names)
        if unknown:
            raise ValueError(f"{table}: {sorted(unknown)}")
        values.append([row.get(name) for name in names])
    if values:
        connection.executemany(f"insert into marts.{table} values ({', '.join('?' * len(names))})", values)


_SVEDALA = {"municipality_code": "1263", "promise_id": "1263-2017"}
_MADE_UP = {"municipality_code": "9999", "promise_id": "9999-2026"}
_STAMPED = {"rule_version": "1.0", "data_hash": "fixtur", "as_of": AS_OF}


def _municipality() -> list[Row]:
    return [
        {"municipality_code": "1263", "name": "Svedala", "is_fictitious": False, "promises": 1},
        {"municipality_code": "1465", "name": "Svenljunga", "is_fictitious": False, "promises": 0},
        {"municipality_code": "9999", "name": "Exempelköping", "is_fictitious": True, "promises": 2},
    ]


def _promise() -> list[Row]:
    return [
        {
            **_SVEDALA, **_STAMPED, "title": "Medborgarlöfte 2017", "municipality_name": "Svedala",
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
            "feedback_required": 4, "feedback_given": 0, "data_through": date(2025, 12, 31), "is_fictitious": False,
        },
        {
            **_MADE_UP, **_STAMPED, "title": "Medborgarlöfte 2026", "municipality_name": "Exempelköping",
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
            **_MADE_UP, **_STAMPED, "promise_id": "9999-2025", "title": "Medborgarlöfte 2025",
            "municipality_name": "Exempelköping", "period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31),
            "state": "avslutat", "summary": "Polisen och kommunen lovade färre bostadsinbrott.",
            "commitments_total": 0, "commitments_countable": 0, "commitment_verdict": "Uppfyllt",
            "commitment_sentence": "Allt som utlovades är genomfört.", "goals_total": 0, "goal_verdict": "Uppfyllt",
            "goal_sentence": "Bostadsinbrotten blev färre, och förbättringen är statistiskt säkerställd.",
            "data_through": date(2025, 12, 31), "is_fictitious": True, "source": "Påhittat löfte",
        },
    ]  # fmt: skip


def _commitment_verdict() -> list[Row]:
    silent = {
        "verdict": "Går inte att avgöra", "state": "avslutat", "reason": "ingen aktivitetslogg",
        "sentence": "Det går inte att avgöra om åtagandet är uppfyllt: ingen aktivitetslogg är inlämnad.",
        "source": "Medborgarlöfte Svedala 2017",
    }  # fmt: skip
    return [
        {
            **_SVEDALA, **_STAMPED, **silent, "commitment_id": "1263-2017-A1", "ordinal": 1, "kind": "timmar",
            "commitment": "Polisen lägger minst 4 000 timmar på brottsförebyggande arbete i kommunen under 2017.",
            "target": 4000, "unit": "timmar", "responsible_party": "polisen",
        },
        {
            **_SVEDALA, **_STAMPED, **silent, "commitment_id": "1263-2017-A2", "ordinal": 2, "kind": "antal",
            "commitment": "Minst två uppstartsmöten för grannsamverkan under 2017.", "target": 2,
            "unit": "uppstartsmöten för grannsamverkan", "responsible_party": "båda",
        },
        {
            **_SVEDALA, **_STAMPED, "commitment_id": "1263-2017-A3", "ordinal": 3, "kind": "beskrivande",
            "commitment": "Bekymringssamtal med skola och socialtjänst, när det behövs.", "state": "avslutat",
            "sentence": "Åtagandet har inget mål i siffror.", "source": "Medborgarlöfte Svedala 2017",
        },
        {
            **_MADE_UP, **_STAMPED, "commitment_id": "9999-2026-A1", "ordinal": 1, "kind": "timmar", "verdict": "På väg",
            "commitment": "Polisen fotpatrullerar torget minst 1 200 timmar under 2026.", "target": 1200, "unit": "timmar",
            "state": "pågår", "sentence": "I nuvarande takt når vi omkring 1 240 av 1 200 timmar.", "estimate": 520,
            "forecast": 1240, "forecast_low": 1180, "forecast_high": 1300, "expected_now": 498, "needed_per_week": 22.4,
            "last_report": date(2026, 5, 31), "responsible_party": "polisen", "source": "Aktivitetslogg, påhittad",
        },
        {
            **_MADE_UP, **_STAMPED, "commitment_id": "9999-2026-A2", "ordinal": 2, "kind": "antal", "verdict": "Uppfyllt",
            "commitment": "Minst tre trygghetsvandringar under 2026.", "target": 3, "unit": "trygghetsvandringar",
            "state": "pågår", "sentence": "Tre av tre trygghetsvandringar är gjorda.", "estimate": 3,
            "last_report": date(2026, 5, 20), "responsible_party": "båda", "source": "Aktivitetslogg, påhittad",
        },
        {
            **_MADE_UP, **_STAMPED, "commitment_id": "9999-2026-A3", "ordinal": 3, "kind": "återkommande", "target": 2,
            "verdict": "Ej uppfyllt", "state": "pågår", "unit": "trygghetsdialoger", "interval": "kvartal",
            "commitment": "Två trygghetsdialoger varje kvartal.", "periods_kept": 0, "periods_closed": 1, "periods_total": 4,
            "sentence": "En av två dialoger hölls första kvartalet.", "last_report": date(2026, 5, 20),
            "responsible_party": "kommunen", "source": "Aktivitetslogg, påhittad",
        },
        {
            **_MADE_UP, **_STAMPED, "commitment_id": "9999-2026-A4", "ordinal": 4, "kind": "beskrivande",
            "commitment": "Regelbundna besök på ungdomsgårdarna.", "state": "pågår", "responsible_party": "båda",
            "sentence": "Åtagandet har inget mål i siffror.", "source": "Påhittat löfte",
            "assessment": "Besöken sker varannan vecka (kommunpolis, 2026-05-12).",
        },
    ]  # fmt: skip


def _commitment_progress() -> list[Row]:
    weeks, total, rows = 22, 0.0, []
    for week in range(weeks):
        done = 18 + (week * 7) % 11
        total += done
        start = date(2025, 12, 29) + timedelta(days=7 * week)
        rows.append({
            **_MADE_UP, "commitment_id": "9999-2026-A1", "period_start": max(start, date(2026, 1, 1)), "done": done,
            "cumulative": total, "planned": 1200 * (week + 1) / 52,
        })  # fmt: skip
    for start, done, cumulative in ((date(2026, 1, 1), 1, 1), (date(2026, 4, 1), 2, 3)):
        rows.append({
            **_MADE_UP, "commitment_id": "9999-2026-A3", "period_start": start, "done": done, "cumulative": cumulative,
        })  # fmt: skip
    return rows


def _goal(owner: Row, ordinal: int, **known: Any) -> Row:
    code = f"{owner['promise_id']}-M{ordinal}"
    return {**owner, **_STAMPED, "goal_id": code, "ordinal": ordinal, "is_primary": True, **known}


def _goal_verdict() -> list[Row]:
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
        "followup_to": date(2026, 12, 31), "state": "pågår", "area_name": "Exempelköping", "source": "Påhittade uppgifter",
        "data_through": date(2026, 5, 31),
    }  # fmt: skip
    return [
        _goal(
            _SVEDALA, 1, **period, goal="Skadegörelsen ska minska.", indicator="brott:skadegorelse",
            indicator_name="Anmälda brott: skadegörelse", measure="brott", direction="minska", good="lågt",
            baseline_note="Utgångsläget är 2015–2016: 2014 ligger på andra sidan Brås ändring 2015 och räknas inte.",
            verdict="Ej uppfyllt",
            sentence="De anmälda skadegörelserna blev 50 procent fler per invånare än under 2015–2016, och det är mer "
            "än de vanliga svängningarna mellan åren.",
            claim="Anmälda skadegörelser blev fler under löftesåret", estimate=49.7, low=9.4, high=104.7, low60=30.9,
            high60=71.1, baseline_value=9.8, followup_value=14.7, unit="per 1 000 invånare", phi=2.8, phi_assumed=True,
            tau=0.1, source=BRA, data_through=date(2025, 12, 31),
        ),
        _goal(
            _SVEDALA, 2, **period, goal="Ofredandena ska minska.", indicator="brott:ofredande",
            indicator_name="Anmälda brott: ofredande", measure="brott", direction="minska", good="lågt",
            verdict="Går inte att avgöra", reason="inga uppgifter",
            sentence="Det går inte att avgöra om ofredandena minskade: det finns inga uppgifter.",
            claim="Uppgifter om ofredande saknas", source=BRA,
        ),
        _goal(
            _SVEDALA, 3, **survey, goal="Den upplevda tryggheten ska öka.", indicator="enkat:totalindex",
            indicator_name="Totalindex i trygghetsmätningen", direction="minska", good="lågt", unit="index 0–6",
            reason="indexet har ingen publicerad felmarginal", baseline_value=1.94, followup_value=1.94,
            sentence="Totalindex var 1,94 både 2016 och 2017.", claim="Totalindex var oförändrat",
        ),
        _goal(
            _SVEDALA, 4, **survey, goal="Förtroendet för polisen ska öka.", indicator="enkat:polisen_bryr_sig",
            indicator_name="Anser att polisen bryr sig om de lokala problemen", direction="öka", good="högt", unit="procent",
            reason="antal svarande är inte publicerat", baseline_value=40, followup_value=48,
            sentence="Andelen som anser att polisen bryr sig om de lokala problemen gick från 40 till 48 procent.",
            claim="Fler ansåg att polisen bryr sig",
        ),
        _goal(
            _MADE_UP, 1, **now, goal="Skadegörelsen i centrum ska minska.", indicator="brott:skadegorelse",
            indicator_name="Anmälda brott: skadegörelse", measure="brott", direction="minska", good="lågt",
            verdict="På väg", sentence="Skadegörelserna är hittills färre än i utgångsläget.",
            claim="Skadegörelserna är hittills färre", baseline_value=1.1, followup_value=0.8, unit="per 1 000 invånare",
            estimate=-27.0, low=-44.0, high=-4.0, phi=1.9, phi_assumed=False, tau=0.1,
            caution="Fler anmälningar kan också betyda att fler litar på polisen.",
        ),
        _goal(
            _MADE_UP, 2, **now, goal="Fler ska känna sig trygga på kvällen.", indicator="enkat:trygg",
            indicator_name="Känner sig trygga", measure="enkät", direction="öka", good="högt", unit="procent",
            verdict="Uppfyllt", sentence="71 procent känner sig trygga, mot 62 procent före löftet.",
            claim="Fler känner sig trygga", baseline_value=62, followup_value=71, estimate=9, low=3.1, high=14.8,
        ),
        _goal(
            _MADE_UP, 3, **now, goal="Mer jämlik hälsa.", indicator="ingen", indicator_name="Inget mått angivet",
            measure="ingen", verdict="Går inte att avgöra", reason="målet har inget mått",
            sentence="Löftet säger inte hur målet ska mätas.", claim="Målet har inget mått",
        ),
    ]  # fmt: skip


def _goal_point() -> list[Row]:
    rows: list[Row] = []
    for year, (count, rate) in SVEDALA.items():
        role = "före" if year < 2015 else "utgångsläge" if year < 2017 else "löftestid" if year == 2017 else "efter"
        value = rate / 100
        margin = 1.96 * value / count**0.5
        rows.append({
            **_SVEDALA, **_year(year), "goal_id": "1263-2017-M1", "series_id": "bra-ar", "value": value,
            "low": value - margin, "high": value + margin, "count": count, "unit": "per 1 000 invånare", "role": role,
            "used": 2015 <= year <= 2017, "preliminary": False, "rate_source": "beräknad",
            "break_before": BREAK if year == 2015 else None, "source": BRA,
        })  # fmt: skip
    published = (("1263-2017-M3", "index 0–6", 1.94, 1.94), ("1263-2017-M4", "procent", 40, 48))
    for goal, unit, before, after in published:
        for year, value, role in ((2016, before, "utgångsläge"), (2017, after, "löftestid")):
            rows.append({
                **_SVEDALA, **_year(year), "goal_id": goal, "series_id": "polisens", "value": value, "unit": unit,
                "role": role, "used": True, "preliminary": False, "source": PAPER,
                "instrument": "polisens trygghetsmätning",
            })  # fmt: skip
    for place, month in enumerate(_months(2022, 2026, until=5)):
        value = (9 + (place * 5) % 7 - (2 if month.year == 2026 else 0)) / 10
        role = "före" if month.year < 2023 else "utgångsläge" if month.year < 2026 else "löftestid"
        rows.append({
            **_MADE_UP, **_month(month), "goal_id": "9999-2026-M1", "series_id": "manad", "value": value,
            "count": int(value * 20), "unit": "per 1 000 invånare", "role": role, "used": month.year >= 2023,
            "preliminary": month.year == 2026, "source": "Påhittade uppgifter",
        })  # fmt: skip
    for year, value in ((2023, 61), (2024, 60), (2025, 62), (2026, 71)):
        rows.append({
            **_MADE_UP, **_year(year), "goal_id": "9999-2026-M2", "series_id": "enkat", "value": value,
            "low": value - 4.2, "high": value + 4.1, "answers": 512, "unit": "procent",
            "role": "löftestid" if year == 2026 else "utgångsläge", "used": year >= 2025, "preliminary": False,
            "source": "Påhittade uppgifter", "instrument": "kommunens enkät",
        })  # fmt: skip
    return rows


def _year(year: int) -> Row:
    return {"period": str(year), "period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def _months(first: int, last: int, *, until: int) -> list[date]:
    every = [date(y, m, 1) for y in range(first, last + 1) for m in range(1, 13)]
    return [day for day in every if (day.year, day.month) <= (last, until)]


def _month(day: date) -> Row:
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return {"period": f"{day:%Y-%m}", "period_start": day, "period_end": after - timedelta(days=1)}


def _crime_series() -> list[Row]:
    rows: list[Row] = [
        {
            **_year(year), "municipality_code": "1263", "crime_type": "skadegorelse", "crime_name": "Skadegörelse",
            "definition": "Brå per kommun och år", "granularity": "år", "count": count, "rate_printed": rate,
            "rate_per_100k": rate, "rate_source": "tryckt av Brå", "preliminary": False, "is_fictitious": False,
            "break_before": BREAK if year == 2015 else None, "source": BRA, "as_of": AS_OF,
        }
        for year, (count, rate) in SVEDALA.items()
    ]  # fmt: skip
    counts = [18 + (place * 5) % 9 for place in range(53)]
    for place, month in enumerate(_months(2022, 2026, until=5)):
        rows.append({
            **_month(month), "municipality_code": "9999", "crime_type": "skadegorelse", "crime_name": "Skadegörelse",
            "definition": "Påhittad", "granularity": "månad", "count": counts[place], "population_mean": 20000,
            "rate_per_100k": counts[place] * 5, "rate_source": "beräknad", "preliminary": month.year == 2026,
            "rolling_12": sum(counts[place - 11 : place + 1]) if place >= 11 else None, "is_fictitious": True,
            "source": "Påhittade uppgifter", "as_of": AS_OF,
        })  # fmt: skip
    return rows


def _survey_series() -> list[Row]:
    common = {
        "municipality_code": "1263", "instrument": "polisens trygghetsmätning", "method": "postal", "published": True,
        "is_fictitious": False, "source": PAPER, "as_of": AS_OF,
    }  # fmt: skip
    values = (
        ("enkat:totalindex", "Totalindex i trygghetsmätningen", "lågt", "index 0–6", ((2016, 1.94), (2017, 1.94), (2021, 1.78), (2022, 1.73))),
        ("enkat:polisen_bryr_sig", "Anser att polisen bryr sig om de lokala problemen", "högt", "procent", ((2016, 40), (2017, 48))),
    )  # fmt: skip
    return [
        {
            **common, "series_id": f"polisens {indicator}", "indicator": indicator, "indicator_name": name,
            "question": name, "good": good, "wave": str(year), "year": year, "unit": unit, "value": value,
        }
        for indicator, name, good, unit, points in values
        for year, value in points
    ]  # fmt: skip


def _activity() -> list[Row]:
    kinds = (("fotpatrullering", "9999-2026-A1", "Polisen fotpatrullerar torget minst 1 200 timmar under 2026."),
             ("trygghetsvandring", "9999-2026-A2", "Minst tre trygghetsvandringar under 2026."))  # fmt: skip
    rows: list[Row] = []
    for number in range(60):
        name, commitment_id, commitment = kinds[1 if number % 20 == 7 else 0]
        rows.append({
            **_MADE_UP, "commitment_id": commitment_id, "commitment": commitment, "activity_id": f"{number:04d}",
            "day": date(2026, 1, 5) + timedelta(days=2 * number), "activity": name, "hours": 4 + number % 3,
            "participants": 12 if number % 20 == 7 else None, "area_name": "Centrum", "place": "Stora torget",
            "party": "polisen", "is_nil_report": number == 30, "is_fictitious": True, "source": "Aktivitetslogg, påhittad",
            "note": "=1+1" if number == 3 else None, "as_of": AS_OF,
        })  # fmt: skip
    return rows


def _problem() -> list[Row]:
    problem = {"problem_id": "1263-2017-P1", "area_name": "Svedala och Bara", "title": "Skadegörelse och ofredanden",
               "description": "Problemen uppfattas vara orsakade av ungdomar."}  # fmt: skip
    made_up = {"problem_id": "9999-P1", "area_name": "Centrum", "title": "Otryggt torg på kvällen",
               "description": "Grupper samlas vid busstationen."}  # fmt: skip
    return [
        {**_SVEDALA, **problem, "step": "åtgärder", "step_date": date(2016, 11, 1)},
        {**_MADE_UP, **made_up, "step": "kartläggning", "step_date": date(2025, 9, 1)},
        {**_MADE_UP, **made_up, "step": "åtgärder", "step_date": date(2026, 1, 8)},
    ]


def _duty() -> list[Row]:
    ends = (date(2017, 5, 15), date(2017, 8, 14), date(2017, 11, 14), date(2018, 2, 14))
    told = {"duty_id": "1263-2017-R1", "recipient": "invånarna", "channel": "webbplatsen", "interval": "kvartal"}
    rows: list[Row] = [
        {**_SVEDALA, **told, "period": f"2017-K{n}", "due": due, "status": "saknas"} for n, due in enumerate(ends, 1)
    ]
    rows.append({
        "municipality_code": "1263", "agreement_id": "1263-2023-2026", "duty_id": "R1", "recipient": "kommunstyrelsen",
        "interval": "år", "period": "2023", "due": date(2024, 2, 14), "status": "saknas",
    })  # fmt: skip
    late = {"duty_id": "9999-R1", "recipient": "invånarna", "interval": "kvartal", "period": "2026-K1"}
    rows.append({**_MADE_UP, **late, "due": date(2026, 5, 15), "given_on": date(2026, 5, 24), "status": "för sent", "days_late": 9})
    return rows


def _agreement() -> list[Row]:
    return [{
        "agreement_id": "1263-2023-2026", "municipality_code": "1263", "title": "Samverkansöverenskommelse 2023–2026",
        "starts": date(2023, 1, 1), "ends": date(2026, 12, 31), "decided_on": date(2022, 12, 19),
        "parties": "Svedala kommun och lokalpolisområde Trelleborg", "revised_at_least": "2 år",
        "purpose": "Förebygga brott och upprätthålla tryggheten i kommunen.", "followed_up_at_least": "1 år",
        "source": "Samverkansöverenskommelsen, beslutad 2022-12-19", "focus_areas": "Trygghet, Folkhälsa",
    }]  # fmt: skip


def _forum() -> list[Row]:
    return [{"municipality_code": "1263", "forum_id": "F1", "name": "SSPF", "meetings": 0, "both_attended": 0}]


def _series_break() -> list[Row]:
    return [{"series": "Brå per kommun och år", "concerns": "brott", "year": 2015, "explanation": BREAK}]


def _dictionary() -> list[Row]:
    return [
        {"table_name": "aktiviteter", "heading": "datum", "explanation": "Dagen då aktiviteten ägde rum."},
        {"table_name": "aktiviteter", "heading": "timmar", "explanation": "Arbetade timmar, med decimalkomma."},
        {"table_name": "brott", "heading": "antal", "explanation": "Antal anmälda brott. Tomt betyder okänt, 0 är noll."},
    ]


def _build() -> list[Row]:
    return [{"key": "as_of", "value": AS_OF.isoformat()}, {"key": "built_at", "value": "2026-06-30T08:00:00"}]


_ROWS = {
    "municipality": _municipality, "promise": _promise, "commitment_verdict": _commitment_verdict,
    "commitment_progress": _commitment_progress, "goal_verdict": _goal_verdict, "goal_point": _goal_point,
    "crime_series": _crime_series, "survey_series": _survey_series, "activity": _activity, "problem": _problem,
    "duty": _duty, "agreement": _agreement, "forum": _forum, "series_break": _series_break, "dictionary": _dictionary,
    "build": _build,
}  # fmt: skip
