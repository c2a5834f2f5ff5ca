"""A small register that is built again and again in the same place, a little changed each time."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import duckdb

from etl.build import places
from etl.build.pipeline import Outcome, build

DEFINITION = "Brå per kommun och år"
PROMISES = "löfte_id;kommun;rubrik;från;till;undertecknat;läge"
GOALS = "mål_id;löfte_id;mål;indikator;riktning;uppföljning från;uppföljning till;minsta förändring;primärt;låst datum"
CRIMES = "kommun;brottstyp;period;antal;preliminär;definition;hämtad"
COMMITMENTS = "åtagande_id;löfte_id;åtagande;typ;mål;enhet"
LOG = "datum;åtagande_id;aktivitet"
POPULATION = "kommun;år;antal"

STARTED, LATER, OVER = date(2019, 3, 1), date(2019, 9, 1), date(2020, 3, 1)
PROMISE = "L1;1263;Färre skadegörelser;2019-01-01;2019-12-31;;gäller"
GOAL = "M1;L1;Skadegörelsen ska minska;brott:skadegorelse;minska;;;;ja;"
COUNTS = {2016: 400, 2017: 400, 2018: 400, 2019: 150}


def crime(year: int, count: int, *, preliminary: str = "nej", fetched: str = "") -> str:
    return f"1263;skadegorelse;{year};{count};{preliminary};{DEFINITION};{fetched}"


def crimes(counts: dict[int, int] = COUNTS, *, fetched: str = "") -> list[str]:
    return [crime(year, count, fetched=fetched) for year, count in counts.items()]


@dataclass
class Site:
    """The folder people hand in to, and the folder of the databases. Each build is a minute after the one before."""

    folder: Path
    builds: int = 0

    @property
    def db(self) -> Path:
        return self.folder / "db"

    def copy(self, folder: Path) -> "Site":
        """The same files and databases in another place."""
        shutil.copytree(self.folder, folder)
        return Site(folder, builds=self.builds)

    def write(self, table: str, headings: str, *rows: str) -> None:
        path = self.folder / "in" / f"{table}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([headings, *rows, ""]), encoding="utf-8")

    def remove(self, table: str) -> None:
        (self.folder / "in" / f"{table}.csv").unlink()

    def fill(self) -> None:
        """The promise of 2019 with its goal, and the figures that judge it."""
        self.write("loften", PROMISES, PROMISE)
        self.write("mal", GOALS, GOAL)
        self.write("brott", CRIMES, *crimes())
        self.write("folkmangd", POPULATION, *(f"1263;{year};20000" for year in range(2015, 2020)))

    def build(self, today: date, *, accept: bool = False, now: date | None = None) -> Outcome:
        self.builds += 1
        moment = datetime.combine(now or max(today, date(2026, 11, 22)), time(12, self.builds), UTC)
        return build(
            [self.folder / "in"],
            self.db,
            today=today,
            now=moment,
            accept_rejects=accept,
            progress=lambda what, rows: None,
        )

    def built(self, today: date, *, accept: bool = False, now: date | None = None) -> Outcome:
        """A build that must succeed."""
        outcome = self.build(today, accept=accept, now=now)
        assert outcome.database is not None, outcome.faults
        return outcome

    def ask(self, query: str) -> list[dict[str, Any]]:
        """Of the database that is served."""
        path = places.served(self.db)
        assert path is not None
        with duckdb.connect(str(path), read_only=True) as con:
            result = con.execute(query)
            names = [column[0] for column in result.description or ()]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def goal(self, key: str = "M1") -> dict[str, Any]:
        return self.ask(f"FROM marts.goal_verdict WHERE goal_id = '{key}'")[0]

    def rule(self, key: str = "M1") -> dict[str, Any]:
        return self.ask(f"FROM marts.goal_rule WHERE goal_id = '{key}'")[0]

    def corrections(self) -> list[dict[str, Any]]:
        return self.ask("FROM marts.correction ORDER BY noticed_on, concerns, concerns_id, sentence")
