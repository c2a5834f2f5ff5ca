"""Small sets of handed-in files about surveys, and the database that they become."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.build.pipeline import Outcome, build

YEAR_2019 = ("2019-01-01", "2019-12-31")
AUTUMN = ("2019-09-01", "2019-10-15")
AUTUMN_BEFORE = ("2018-09-01", "2018-10-01")
TODAY = date(2022, 1, 15)
Files = dict[str, Sequence[str]]


@dataclass(frozen=True)
class Answers:
    """A survey of one question: how many said yes, and how many no."""

    survey: str
    wave: str
    days: tuple[str, str]
    yes: int
    no: int


def built(folder: Path, files: Files, *, today: date = TODAY) -> Outcome:
    received = folder / "in"
    received.mkdir()
    for name, lines in files.items():
        (received / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return build(
        [received],
        folder / "db",
        today=today,
        now=datetime(2026, 11, 22, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )


def ask(outcome: Outcome, question: str) -> list[tuple[Any, ...]]:
    assert outcome.database is not None, outcome.faults
    with duckdb.connect(str(outcome.database), read_only=True) as con:
        return con.execute(question).fetchall()


def promise(
    period: tuple[str, str], *, indicator: str = "enkat:trygg", direction: str = "öka", area: str = ""
) -> Files:
    return {
        "loften": (
            "löfte_id;kommun;rubrik;från;till;undertecknat;läge",
            f"L;1263;Löfte;{period[0]};{period[1]};;gäller",
        ),
        "mal": (
            "mål_id;löfte_id;mål;indikator;område;riktning;primärt",
            f"M;L;Målet;{indicator};{area};{direction};ja",
        ),
    }


def published(*rows: str) -> Files:
    """wave;year;question;value;answers;instrument"""
    cells = (row.split(";") for row in rows)
    return {
        "enkat_varden": (
            "kommun;indikator;enhet;omgång;år;fråga;värde;antal svar;instrument",
            *(";".join(("1263", "enkat:trygg", "procent", *row)) for row in cells),
        )
    }


def asked(surveys: Iterable[Answers], *questions: str) -> Files:
    surveys = tuple(surveys)
    return {
        "enkater": (
            "enkät_id;kommun;instrument;omgång;från;till;metod;målgrupp;skala",
            *(f"{s.survey};1263;egen enkät;{s.wave};{s.days[0]};{s.days[1]};postal;16–85;" for s in surveys),
        ),
        "enkat_fragor": (
            "instrument;fråga;lydelse;skala;riktning;indikator;bra svar;giltig från",
            *(questions or ('egen enkät;trygg;Är du trygg?;"0 = nej; 1 = ja";högt är bra;enkat:trygg;1;',)),
        ),
        "enkat_svar": (
            "enkät_id;svar_id;trygg",
            *(f"{s.survey};{i};{int(i < s.yes)}" for s in surveys for i in range(s.yes + s.no)),
        ),
    }
