"""Free text that seems to name somebody is taken in, and remarked on without the name."""

from pathlib import Path

from etl.build.names_notes import LINES
from etl.build.pipeline import check

HEAD = "datum;kommun;aktivitet;anteckning\n"


def notes_of(folder: Path, *notes: str) -> list[str]:
    rows = "".join(f"2017-03-31;1263;tillsyn;{note}\n" for note in notes)
    (folder / "aktiviteter.csv").write_text(HEAD + rows, encoding="utf-8")
    outcome = check([folder], lambda what, rows: None)
    assert outcome.faults == ()
    return [note for note in outcome.notes if "namn" in note]


def test_a_name_is_remarked_on_with_its_column_and_without_itself(tmp_path: Path) -> None:
    (note,) = notes_of(tmp_path, "Talade med Anna Svensson vid kiosken.", "Lugnt.", "Erik var där.")
    assert "aktiviteter.csv, kolumnen anteckning: 2 texter" in note
    assert "”Talade med A••• S••••••• vid kiosken.”" in note
    assert "Anna" not in note


def test_nothing_is_said_where_nobody_is_named(tmp_path: Path) -> None:
    assert notes_of(tmp_path, "Lugnt på Karl Johans gata.", "") == []


def test_a_few_lines_are_enough(tmp_path: Path) -> None:
    for number in range(LINES + 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / f"logg{number}.csv").write_text(
            HEAD + f"2017-03-3{number % 2};1263;tillsyn;Erik {number} var där.\n", encoding="utf-8"
        )
    outcome = check([tmp_path], lambda what, rows: None)
    told = [note for note in outcome.notes if "namn" in note or "Namn" in note]
    assert len(told) == LINES + 1
    assert told[-1] == "Namn kan också stå i 2 kolumner till. Skriv roller, aldrig namn."
