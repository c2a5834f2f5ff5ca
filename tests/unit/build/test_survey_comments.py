"""What people write beside the questions is not kept: nobody has looked for personal data in it."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.build.pipeline import build

SECRET = "ring mig på 070-174 06 35"
FILES = {
    "enkater": "enkät_id;kommun;instrument;omgång\nE1;9999;en enkät;2025\nE2;9999;en annan;2025\n",
    "enkat_fragor": (
        "instrument;fråga;lydelse;skala;riktning;bra svar\n"
        'en enkät;trygg;Är du trygg?;"1 = nej; 2 = ja";högt är bra;2\n'
        'en annan;övrigt;Är det bra?;"1 = nej; 2 = ja";högt är bra;2\n'
    ),
    "enkat_svar": f"enkät_id;svar_id;trygg;övrigt;kommentar\nE1;1;ja;{SECRET};{SECRET}\nE2;1;{SECRET};2;{SECRET}\n",
}


def test_comments_are_mentioned_and_not_kept(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    outcome = build(
        [tmp_path / f"{name}.csv" for name in FILES],
        tmp_path / "db",
        today=date(2026, 11, 22),
        now=datetime(2026, 11, 22, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    assert outcome.database is not None, outcome.faults
    assert sorted(outcome.notes) == [
        f"enkat_svar: kolumnen ”{heading}” är ingen fråga i enkat_fragor för ”{instrument}” och räknas inte."
        for heading, instrument in (
            ("kommentar", "en annan"),
            ("kommentar", "en enkät"),
            ("trygg", "en annan"),
            ("övrigt", "en enkät"),
        )
    ]
    with duckdb.connect(str(outcome.database), read_only=True) as con:
        kept = con.execute('SELECT survey_id, "q:trygg", "q:övrigt" FROM facts.survey_response ORDER BY 1').fetchall()
        columns = {row[0] for row in con.execute("DESCRIBE facts.survey_response").fetchall()}
    assert kept == [("E1", "ja", None), ("E2", None, "2")]
    assert "q:kommentar" not in columns
    assert "070-174" not in outcome.database.read_bytes().decode("latin-1")
