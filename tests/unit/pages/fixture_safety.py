"""What the fixture database holds of groups in the surveys, of whole scales and of municipalities of similar size."""

from tests.unit.pages.fixture_facts import AS_OF, BRA, BREAK, Row, in_year

_ASKED = {
    "municipality_code": "9999", "instrument": "kommunens enkät", "series_id": "enkat", "is_fictitious": True,
    "source": "Påhittade uppgifter", "as_of": AS_OF,
}  # fmt: skip
# Code, name, population, reported criminal damage 2025 and per 100 000: made up for these tests.
NEIGHBOURS = (("1230", "Staffanstorp", 26_000, 274, 1054), ("1231", "Burlöv", 19_500, 185, 949),
              ("1233", "Vellinge", 37_000, 442, 1195))  # fmt: skip


def similar() -> list[Row]:
    common = {"is_fictitious": False, "as_of": AS_OF}
    own: Row = {**common, "municipality_code": "1263", "population": 23_538,
           "sentence": "Svedala jämförs med Staffanstorp, Burlöv och Vellinge."}  # fmt: skip
    rows: list[Row] = [
        {**own, "similar_code": code, "similar_name": name, "rank": rank, "similar_population": people,
         "ratio": people / 23_538}
        for rank, (code, name, people, *_) in enumerate(NEIGHBOURS, 1)
    ]  # fmt: skip
    rows.append({
        **common, "municipality_code": "9999", "population": 20_000, "is_fictitious": True,
        "sentence": "Exempelköping är påhittad och jämförs aldrig med verkliga kommuner.",
    })  # fmt: skip
    return rows


def neighbours_crime() -> list[Row]:
    common = {
        **in_year(2025), "crime_type": "skadegorelse", "crime_name": "Skadegörelse", "granularity": "år",
        "definition": "Brå per kommun och år", "rate_source": "tryckt av Brå", "is_fictitious": False, "source": BRA,
        "as_of": AS_OF,
    }  # fmt: skip
    rows: list[Row] = [
        {**common, "municipality_code": code, "count": count, "rate_printed": rate, "rate_per_100k": rate,
         "preliminary": code == "1231"}
        for code, _, _, count, rate in NEIGHBOURS
    ]  # fmt: skip
    rows.append({
        **common, "region": "Hela landet", "count": 180_000, "rate_printed": 1700, "rate_per_100k": 1700,
        "preliminary": False, "break_before": None,
    })  # fmt: skip
    rows.append({**common, **in_year(2015), "municipality_code": "1230", "count": 300, "break_before": BREAK})
    return rows


def groups() -> list[Row]:
    """Shares by gender and area; the small group is hidden, and one area is hidden in the latest wave."""
    question = {
        **_ASKED, "indicator": "enkat:trygg", "indicator_name": "Känner sig trygga", "good": "högt",
        "question": "Hur trygg känner du dig?", "unit": "procent", "published": False,
    }  # fmt: skip
    values = (
        (2025, "kön", "kvinna", None, 54.0, 270), (2025, "kön", "man", None, 70.0, 232),
        (2026, "kön", "kvinna", None, 63.0, 270), (2026, "kön", "man", None, 78.0, 232),
        (2025, "område", None, "Centrum", 60.0, 130), (2025, "område", None, "Norra byn", 68.0, 96),
        (2026, "område", None, "Centrum", 61.0, 130),
    )  # fmt: skip
    few = "färre än 30 svar"
    hidden = ((2025, "kön", "annat", None, 10), (2026, "kön", "annat", None, 12),
              (2026, "område", None, "Norra byn", 28))  # fmt: skip
    shown: list[Row] = [
        {**question, "wave": str(year), "year": year, "group_kind": kind, "group_value": group, "area_name": area,
         "area_id": area and f"9999-{area[0]}", "value": value, "low": value - 6.0, "high": value + 6.0,
         "answers": answers, "n_eff": answers * 0.9}
        for year, kind, group, area, value, answers in values
    ]  # fmt: skip
    return shown + [
        {**question, "wave": str(year), "year": year, "group_kind": kind, "group_value": group, "area_name": area,
         "area_id": area and f"9999-{area[0]}", "answers": answers, "hidden_reason": few}
        for year, kind, group, area, answers in hidden
    ]  # fmt: skip


def survey_distribution() -> list[Row]:
    labels = ("mycket otrygg", "ganska otrygg", "varken eller", "ganska trygg", "mycket trygg")
    waves = ((2025, (8.0, 12.0, 18.0, 40.0, 22.0), 66.0), (2026, (5.0, 9.0, 15.0, 44.0, 27.0), 70.0))
    return [
        {**_ASKED, "question": "Hur trygg känner du dig?", "wave": str(year), "year": year, "code": float(code),
         "label": label, "share": share, "answers": 512, "mean": mean, "mean_low": mean - 2, "mean_high": mean + 2}
        for year, shares, mean in waves
        for code, (label, share) in enumerate(zip(labels, shares, strict=True), 1)
    ]  # fmt: skip
