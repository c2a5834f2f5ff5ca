"""Everything the five founding documents promise is in the register, and nothing they do not say."""

import pytest

from tests.unit.data.csv_tables import Row, by, register, whole_register


def values(row: Row, *headings: str) -> list[str]:
    return [row[heading] for heading in headings]


def test_the_four_promises_and_the_agreement() -> None:
    promises = by("löfte_id", whole_register("loften"))
    assert set(promises) == {"1263-2017", "1214-2022-2023", "1465-2019", "0136-odaterat"}
    assert [row["överenskommelse_id"] for row in whole_register("overenskommelser")] == ["1263-2023-2026"]


def test_svedala_2017_period_and_signing() -> None:
    (promise,) = register("svedala", "loften")
    assert values(promise, "från", "till", "undertecknat") == ["2017-01-01", "2017-12-31", "2016-11-01"]


def test_svedala_2017_commitments() -> None:
    commitments = by("åtagande_id", register("svedala", "ataganden"))
    assert len(commitments) == 3
    hours, meetings, talks = (commitments[f"1263-2017-A{n}"] for n in (1, 2, 3))
    assert values(hours, "typ", "mål", "enhet", "ansvarig part") == ["timmar", "4000", "timmar", "polisen"]
    assert values(meetings, "typ", "mål", "ansvarig part") == ["antal", "2", "båda"]
    assert values(talks, "typ", "mål", "intervall") == ["beskrivande", "", ""]


def test_svedala_2017_goals_and_their_baselines() -> None:
    goals = by("indikator", register("svedala", "mal"))
    assert set(goals) == {
        "brott:skadegorelse",
        "brott:ofredande",
        "enkat:ej_utsatt",
        "enkat:totalindex",
        "enkat:polisen_bryr_sig",
        "ingen",
    }
    for indicator in ("brott:skadegorelse", "brott:ofredande"):
        goal = goals[indicator]
        assert (goal["utgångsläge från"], goal["utgångsläge till"]) == ("2015-01-01", "2016-12-31")
        assert (goal["riktning"], goal["primärt"]) == ("minska", "ja")
    assert goals["enkat:totalindex"]["riktning"] == "minska"
    assert "lägre tal är bättre" in goals["enkat:totalindex"]["mål"]
    assert goals["enkat:ej_utsatt"]["primärt"] == "nej"
    for goal in goals.values():
        assert values(goal, "uppföljning från", "uppföljning till") == ["2017-01-01", "2017-12-31"]


def test_svedala_measures_exposure_by_both_police_statistics_and_survey() -> None:
    """The promise has three goals: exposure down, perceived safety up, trust up."""
    goals = register("svedala", "mal")
    parts = {goal["indikator"]: goal["delmål av"] for goal in goals if goal["delmål av"]}
    assert [goal["indikator"] for goal in goals if not goal["delmål av"]] == [
        "ingen",
        "enkat:totalindex",
        "enkat:polisen_bryr_sig",
    ]
    assert parts == dict.fromkeys(("brott:skadegorelse", "brott:ofredande", "enkat:ej_utsatt"), "1263-2017-M6")


def test_svedala_agreement_2023_2026() -> None:
    (agreement,) = register("svedala", "overenskommelser")
    assert values(agreement, "från", "till", "beslutad") == ["2023-01-01", "2026-12-31", "2022-12-19"]
    assert (agreement["revideras minst"], agreement["följs upp minst"]) == ("2 år", "1 år")
    assert {f["namn"] for f in register("svedala", "fokusomraden")} == {"Trygghet", "Folkhälsa"}
    assert {f["namn"] for f in register("svedala", "forum")} == {
        "SSPF",
        "Trafiksäkerhetsgruppen",
        "Rådet för trygghet och folkhälsa",
    }


def test_reporting_duties_as_the_documents_state_them() -> None:
    duties = [
        (d["löfte_id"] or d["överenskommelse_id"], d["intervall"], d["antal per år"], d["mottagare"])
        for d in whole_register("aterkopplingsplikter")
    ]
    assert sorted(duties) == [
        ("0136-odaterat", "", "4", "invånarna"),
        ("1263-2017", "kvartal", "", "invånarna"),
        ("1263-2023-2026", "år", "", "Rådet för trygghet och folkhälsa"),
        ("1263-2023-2026", "år", "", "chefen för lokalpolisområdet"),
        ("1263-2023-2026", "år", "", "kommunstyrelsen"),
    ]


def test_svalov_counts_nothing_and_less_crime_is_not_a_primary_goal() -> None:
    (promise,) = register("svalov", "loften")
    numbers = values(promise, "diarienummer polisen", "diarienummer kommunen")
    assert numbers == ["A032.187/2022-483", "KS 384-2021"]
    assert {c["typ"] for c in register("svalov", "ataganden")} == {"beskrivande"}
    primary = {g["indikator"]: g["primärt"] for g in register("svalov", "mal")}
    assert primary == {"enkat:totalindex": "ja", "brott:total": "nej"}
    text = " ".join(c["åtagande"] for c in register("svalov", "ataganden"))
    assert all(word in text for word in ("EST", "Embrace", "ledningsgrupper", "hela kommunen", "Instagram"))


def test_svenljunga_counts_only_the_yearly_survey() -> None:
    counted = [c for c in register("svenljunga", "ataganden") if c["mål"]]
    assert [(c["typ"], c["intervall"], c["mål"]) for c in counted] == [("återkommande", "år", "1")]
    text = " ".join(c["åtagande"] for c in register("svenljunga", "ataganden"))
    told = ("hot spots", "årskurs 4–6", "kvällsföreläsning", "synpunkter", "störst")
    assert all(word in text for word in told)


def test_haninge_has_no_year_and_is_conditional() -> None:
    (promise,) = register("haninge", "loften")
    assert (promise["från"], promise["till"], promise["läge"]) == ("", "", "villkorat")
    assert all(not g["utgångsläge från"] and not g["uppföljning från"] for g in register("haninge", "mal"))


@pytest.mark.parametrize(
    ("unit", "kind", "target", "interval", "weekday", "areas"),
    [
        ("trygghetsinventeringar", "återkommande", "2", "halvår", "", ""),
        ("utsättningar", "återkommande", "1", "vecka", "fredag", ""),
        ("trygghetsdialoger", "antal", "4", "", "", "ja"),
        ("utvärderingar", "återkommande", "1", "år", "", ""),
    ],
)
def test_haninge_counted_commitments(
    unit: str, kind: str, target: str, interval: str, weekday: str, areas: str
) -> None:
    commitment = by("enhet", register("haninge", "ataganden"))[unit]
    found = tuple(commitment[h] for h in ("typ", "mål", "intervall", "veckodag", "olika områden"))
    assert found == (kind, target, interval, weekday, areas)


def test_descriptive_commitments_have_no_number() -> None:
    for commitment in whole_register("ataganden"):
        if commitment["typ"] == "beskrivande":
            assert values(commitment, "mål", "enhet", "intervall") == ["", "", ""]
        else:
            assert all(values(commitment, "mål", "enhet"))


def test_summaries_are_one_short_sentence_about_who_promised_what() -> None:
    for promise in whole_register("loften"):
        summary = promise["sammanfattning"]
        assert summary.startswith("Polisen och ")
        assert " lovade " in summary
        assert summary.endswith(".")
        assert summary.count(".") == 1
        assert len(summary.replace("\u00a0", " ").split()) <= 30


def test_every_promise_names_its_source() -> None:
    assert all(row["källa"] for table in ("loften", "overenskommelser") for row in whole_register(table))
