"""A newer export that contradicts an older one: the later figure stands, the earlier is left out and kept."""

from datetime import date
from pathlib import Path

import pytest

from etl.build.pipeline import Outcome, check
from tests.unit.build.history_files import COUNTS, CRIMES, OVER, POPULATION, Site, crime, crimes

AGAIN = date(2020, 4, 1)
OLD, NEW = "2020-01-15", "2020-03-20"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.fill()
    site.write("brott", CRIMES, *crimes(fetched=OLD))
    return site


def newer(site: Site, *rows: str, name: str = "ny") -> None:
    site.write(f"{name}/brott", CRIMES, *rows)


def count_2019(site: Site) -> int:
    [row] = site.ask("SELECT count FROM marts.crime_series WHERE period = '2019'")
    return int(row["count"])


def assert_refused(outcome: Outcome) -> None:
    assert outcome.database is None
    [fault] = outcome.faults
    assert "raden upprepar nyckeln" in fault.reason


def test_the_later_figure_stands_and_a_remark_says_so(site: Site) -> None:
    newer(site, crime(2019, 152, fetched=NEW))
    outcome = site.built(OVER)
    assert count_2019(site) == 152
    [note] = outcome.notes
    here, there = site.folder / "in" / "brott.csv", site.folder / "in" / "ny" / "brott.csv"
    assert note == f"{here}: 1 rad har en nyare uppgift i {there}, och den gäller."
    assert outcome.rows_refused == 0
    older = site.ask("SELECT period, count, fetched_on FROM facts.older_brott")
    assert older == [{"period": "2019", "count": 150, "fetched_on": date(2020, 1, 15)}]


def test_the_order_of_the_files_does_not_matter(site: Site) -> None:
    """The newer file is read first here: its name comes before that of the older one."""
    newer(site, crime(2019, 152, fetched=NEW), name="a")
    site.built(OVER)
    assert count_2019(site) == 152


def test_a_newer_export_becomes_a_correction(site: Site) -> None:
    site.built(OVER)
    newer(site, *crimes(COUNTS | {2019: 152}, fetched=NEW))
    outcome = site.built(AGAIN)
    [figure] = site.corrections()
    assert (figure["cause"], figure["noticed_on"]) == ("ändrade uppgifter", AGAIN)
    assert (figure["before"], figure["after"]) == ("150", "152")
    assert [note.split(": ")[-1].split(" ")[:4] for note in outcome.notes if "nyare" in note] == [
        ["1", "rad", "har", "en"]
    ]
    assert any("3 rader fanns redan, lika" in note for note in outcome.notes)


@pytest.mark.parametrize(("old", "new"), [("", ""), (OLD, ""), ("", NEW), (OLD, OLD)])
def test_without_days_or_with_the_same_day_it_is_refused(site: Site, old: str, new: str) -> None:
    site.write("brott", CRIMES, *crimes(fetched=old))
    newer(site, crime(2019, 152, fetched=new))
    assert_refused(site.build(OVER))


def test_within_one_file_it_is_refused(site: Site) -> None:
    site.write("brott", CRIMES, crime(2019, 150, fetched=OLD), crime(2019, 152, fetched=NEW))
    assert_refused(site.build(OVER))


def test_a_figure_called_final_that_was_fetched_before_the_preliminary_one_settles_nothing(site: Site) -> None:
    site.write("brott", CRIMES, crime(2019, 150, preliminary="ja", fetched=NEW))
    newer(site, crime(2019, 152, fetched=OLD))
    assert_refused(site.build(OVER))


@pytest.mark.parametrize(("preliminary", "final"), [("", ""), (OLD, NEW), (OLD, OLD), (OLD, "")])
def test_a_preliminary_figure_gives_way_to_a_final_one(site: Site, preliminary: str, final: str) -> None:
    site.write("brott", CRIMES, crime(2019, 150, preliminary="ja", fetched=preliminary))
    newer(site, crime(2019, 152, fetched=final))
    outcome = site.built(OVER)
    assert count_2019(site) == 152
    assert "1 rad med preliminära siffror har en nyare uppgift, en slutlig, i " in outcome.notes[0]


def test_a_final_figure_stands_when_the_same_number_was_preliminary(site: Site) -> None:
    site.write("brott", CRIMES, crime(2019, 150, preliminary="ja"))
    newer(site, crime(2019, 150))
    site.built(OVER)
    assert site.ask("SELECT preliminary FROM marts.crime_series WHERE period = '2019'") == [{"preliminary": False}]


def test_of_three_the_last_stands_and_its_equal_is_counted_as_one_with_it(site: Site) -> None:
    newer(site, crime(2019, 152, fetched=NEW), name="b")
    newer(site, crime(2019, 152, fetched=NEW), crime(2015, 390, fetched=NEW), name="c")
    newer(site, crime(2019, 151, fetched="2020-02-01"), name="d")
    outcome = site.built(OVER)
    assert count_2019(site) == 152
    assert sum("nyare" in note for note in outcome.notes) == 2
    assert any("1 rad fanns redan, lika" in note for note in outcome.notes)
    assert sorted(row["count"] for row in site.ask("FROM facts.older_brott")) == [150, 151]


def test_two_that_were_fetched_last_on_the_same_day_are_refused(site: Site) -> None:
    newer(site, crime(2019, 152, fetched=NEW), name="b")
    newer(site, crime(2019, 153, fetched=NEW), name="c")
    outcome = site.build(OVER)
    assert outcome.database is None
    assert outcome.fault_count == 2


def test_another_definition_is_another_figure(site: Site) -> None:
    newer(site, crime(2019, 152, fetched=NEW).replace("Brå per kommun och år", "polisen"))
    outcome = site.built(OVER)
    assert outcome.notes == ()
    assert len(site.ask("FROM marts.crime_series WHERE period = '2019'")) == 2


def test_tables_without_a_day_of_fetching_are_refused_as_before(site: Site) -> None:
    site.write("ny/folkmangd", POPULATION, "1263;2019;20100")
    assert_refused(site.build(OVER))


def test_every_row_is_accounted_for(site: Site) -> None:
    newer(site, *crimes(COUNTS | {2018: 401, 2019: 152}, fetched=NEW))
    outcome = site.built(OVER)
    kept = site.ask("SELECT count(*) AS n FROM marts.crime_series")[0]["n"]
    older = site.ask("SELECT count(*) AS n FROM facts.older_brott")[0]["n"]
    equal = 2
    others = 1 + 1 + 5
    assert outcome.rows_received == kept + older + equal + others
    assert any("2 rader har en nyare uppgift" in note for note in outcome.notes)


def test_the_check_says_the_same(site: Site) -> None:
    newer(site, crime(2019, 152, fetched=NEW))
    outcome = check([site.folder / "in"], lambda what, rows: None)
    assert outcome.faults == ()
    assert "har en nyare uppgift" in outcome.notes[0]
