"""Survey answers: what each answer means according to the question's scale, and which answers are unknown."""

from dataclasses import dataclass
from functools import lru_cache

import duckdb

from etl import sql
from etl.build.database import quoted, quoted_text, scalar
from etl.build.raw_tables import QUESTION_PREFIX
from etl.build.rows import fetch, insert_rows
from etl.build.survey_days import make_survey_days
from etl.contract.blanks import tidy
from etl.contract.numbers import parse_decimal
from etl.contract.outcome import Parsed
from etl.contract.values import shown

SCALE_HELP = "Skriv svaret som i frågans skala (tabellen enkat_fragor), eller lägg till svaret i skalan."

_NO_ANSWER = ("", "..")
_SCALE_FORM = "Skriv tal och ord med semikolon emellan, till exempel 1 = mycket otrygg; 5 = mycket trygg."
_GOOD_FORM = "Skriv de tal i skalan som räknas som bra, med semikolon emellan, till exempel 4;5."


@dataclass(frozen=True, kw_only=True)
class _Question:
    survey_id: str
    heading: str
    scale: dict[str, float]
    good: frozenset[float]


def resolve_answers(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Make staging.answer_meaning; refuse answers outside their scale. Returns remarks on unused columns.

    A column that is no question may hold anything, personal data too: staging.question says which ones are
    kept, and whether other instruments use the same heading for something else.
    Reads staging.enkat_svar, enkater, enkat_fragor.
    """
    _resolve_surveys(con)
    _refuse_repeated_answers(con)
    _refuse_unreadable_scales(con)
    make_survey_days(con)
    con.execute(sql.read("evaluate", "wording_in_force"))
    con.execute(
        "CREATE TABLE staging.answer_meaning"
        " (survey_id VARCHAR, question VARCHAR, text VARCHAR, code DOUBLE, is_good BOOLEAN)"
    )
    con.execute("CREATE TABLE staging.question (column_name VARCHAR, is_shared BOOLEAN)")
    known = {(q.survey_id, q.heading): q for q in _questions(con)}
    notes = []
    for column in question_columns(con):
        heading = column.removeprefix(QUESTION_PREFIX)
        texts = _distinct_answers(con, column)
        used = [(s, text) for s, _, text in texts if (s, heading) in known and tidy(text) not in _NO_ANSWER]
        others = sorted({instrument for s, instrument, _ in texts if (s, heading) not in known})
        if used:
            con.execute("INSERT INTO staging.question VALUES ($1, $2)", [column, bool(others)])
        for instrument in others:
            notes.append(
                f"enkat_svar: kolumnen ”{shown(heading)}” är ingen fråga i enkat_fragor för ”{instrument}”"
                " och räknas inte."
            )
        meanings, unknown = [], []
        for survey, text in used:
            meaning = _meaning(known[(survey, heading)], text)
            if meaning is None:
                unknown.append((survey, text))
            else:
                code, is_good = meaning
                meanings.append(
                    {"survey_id": survey, "question": heading, "text": text, "code": code, "is_good": is_good}
                )
        insert_rows(con, "staging.answer_meaning", meanings)
        for survey, text in unknown:
            _refuse(con, column, heading, survey, text)
    return notes


def question_columns(con: duckdb.DuckDBPyConnection) -> list[str]:
    rows = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = 'staging' AND table_name = 'enkat_svar'"
        f" AND starts_with(column_name, {quoted_text(QUESTION_PREFIX)}) ORDER BY column_index"
    ).fetchall()
    return [row[0] for row in rows]


def _resolve_surveys(con: duckdb.DuckDBPyConnection) -> None:
    """Make the view staging.survey_row: accepted answers, each with the survey it belongs to."""
    lacking = scalar(con, "SELECT count(*) FROM staging.enkat_svar WHERE survey_id IS NULL")
    if not lacking:
        con.execute("CREATE VIEW staging.survey_row AS SELECT * FROM staging.enkat_svar")
        return
    con.execute(
        "CREATE VIEW staging.survey_row AS"
        " SELECT s.* REPLACE (coalesce(s.survey_id, e.survey_id) AS survey_id) FROM staging.enkat_svar s"
        " LEFT JOIN (SELECT municipality_code, wave, any_value(survey_id) AS survey_id FROM staging.enkater"
        " GROUP BY ALL HAVING count(*) = 1) e"
        " ON s.survey_id IS NULL AND e.municipality_code = s.municipality_code AND e.wave = s.wave"
    )
    con.execute(
        "INSERT INTO staging.fault SELECT 'enkat_svar', row_id, 'enkät_id', concat_ws(' ', municipality_code, wave),"
        " 'ingen enkät, eller flera, i tabellen enkater har denna kommun och omgång',"
        " 'Lägg till enkäten i tabellen enkater, eller fyll i ”enkät_id”.'"
        " FROM staging.survey_row WHERE survey_id IS NULL"
    )


def _refuse_repeated_answers(con: duckdb.DuckDBPyConnection) -> None:
    """An answer id is one answer, whether or not its row also names the municipality or the wave."""
    con.execute(
        "INSERT INTO staging.fault"
        " WITH hashed AS (SELECT hash(survey_id, answer_id) AS h FROM staging.survey_row WHERE survey_id IS NOT NULL),"
        " suspects AS (SELECT h FROM hashed GROUP BY h HAVING count(*) > 1)"
        " SELECT 'enkat_svar', row_id, 'svar_id', answer_id,"
        " 'svaret finns redan för samma enkät', 'Ta bort den ena raden, eller rätta ”svar_id”.'"
        " FROM staging.survey_row"
        " WHERE survey_id IS NOT NULL AND hash(survey_id, answer_id) IN (FROM suspects)"
        " QUALIFY row_number() OVER (PARTITION BY survey_id, answer_id ORDER BY row_id) > 1"
    )


def _refuse_unreadable_scales(con: duckdb.DuckDBPyConnection) -> None:
    for row in fetch(con, "SELECT row_id, scale, good_answers FROM staging.enkat_fragor ORDER BY row_id"):
        scale = _scale(row["scale"] or "")
        parts = [part.strip() for part in (row["good_answers"] or "").split(";") if part.strip()]
        unreadable = next((part for part in _parts(row["scale"] or "") if _number(part[0]) is None), None)
        unknown = next((p for p in parts if _number(p) is None or (scale and _code(scale, p) is None)), None)
        if unreadable is not None:
            _refuse_question(con, row["row_id"], "skala", row["scale"], "skalan kan inte läsas", _SCALE_FORM)
        elif unknown is not None:
            reason = f"”{unknown}” finns inte i skalan" if scale else f"”{unknown}” är inte ett tal"
            _refuse_question(con, row["row_id"], "bra svar", row["good_answers"], reason, _GOOD_FORM)


def _refuse_question(
    con: duckdb.DuckDBPyConnection, row_id: int, heading: str, value: str, reason: str, remedy: str
) -> None:
    con.execute(
        "INSERT INTO staging.fault VALUES ('enkat_fragor', $row_id, $heading, $value, $reason, $remedy)",
        {"row_id": row_id, "heading": heading, "value": shown(value), "reason": reason, "remedy": remedy},
    )


def _questions(con: duckdb.DuckDBPyConnection) -> list[_Question]:
    return [
        _Question(
            survey_id=row["survey_id"],
            heading=row["question"].strip().casefold(),
            scale=_scale(row["scale"] or ""),
            good=frozenset(
                number for part in (row["good_answers"] or "").split(";") if (number := _number(part)) is not None
            ),
        )
        for row in fetch(con, "FROM staging.wording_in_force ORDER BY survey_id, question")
    ]


def _parts(scale: str) -> list[tuple[str, str]]:
    """ "1 = mycket otrygg; 5 = mycket trygg" as pairs of value and words."""
    pairs = (part.partition("=") for part in scale.split(";") if part.strip())
    return [(value.strip(), label.strip()) for value, _, label in pairs]


def _scale(text: str) -> dict[str, float]:
    """Words and numbers, as they may stand in an answer, to numbers."""
    scale: dict[str, float] = {}
    for value, label in _parts(text):
        number = _number(value)
        if number is not None:
            scale[_plain(number)] = number
            if label:
                scale[label.casefold()] = number
    return scale


@lru_cache(maxsize=4096)
def _number(text: str) -> float | None:
    parsed = parse_decimal(text)
    return float(parsed.value) if isinstance(parsed, Parsed) else None


def _plain(number: float) -> str:
    return f"{number:g}"


def _code(scale: dict[str, float], text: str) -> float | None:
    """The number that an answer stands for on a scale; None when it is not on it."""
    word = tidy(text).casefold()
    number = _number(text)
    return scale.get(word) if number is None else scale.get(_plain(number), scale.get(word))


def _meaning(question: _Question, text: str) -> tuple[float, bool | None] | None:
    """The number of an answer and whether it is good: None where no answer of the question is called good."""
    number = _code(question.scale, text) if question.scale else _number(text)
    return None if number is None else (number, number in question.good if question.good else None)


def _distinct_answers(con: duckdb.DuckDBPyConnection, column: str) -> list[tuple[str, str, str]]:
    """Survey, its instrument, and a text that it has in the column."""
    name = quoted(column)
    return con.execute(
        f"SELECT e.survey_id, e.instrument, s.{name} FROM"
        f" (SELECT DISTINCT survey_id, {name} FROM staging.survey_row WHERE {name} IS NOT NULL) s"
        " JOIN staging.enkater e ON s.survey_id = e.survey_id ORDER BY ALL"
    ).fetchall()


def _refuse(con: duckdb.DuckDBPyConnection, column: str, heading: str, survey: str, text: str) -> None:
    con.execute(
        "INSERT INTO staging.fault SELECT 'enkat_svar', s.row_id, $heading, $shown,"
        f" 'svaret ”' || $shown || '” finns inte i frågans skala', {quoted_text(SCALE_HELP)} FROM staging.survey_row s"
        f" WHERE s.survey_id = $survey AND s.{quoted(column)} = $text",
        {"heading": shown(heading), "text": text, "shown": shown(text), "survey": survey},
    )


def core_answers(con: duckdb.DuckDBPyConnection) -> None:
    """Make core.survey_response (a view, a row a respondent) and core.survey_cell (sums for each answer and group).

    Weights are counted in millionths as whole numbers, so that sums never depend on the order of the rows.
    The id of an answer has done its work when no answer is there twice, and is not kept.
    """
    questions = con.execute("FROM staging.question ORDER BY column_name").fetchall()
    columns = [column for column, _ in questions]
    answers = ", ".join(_answer(column) if is_shared else f"s.{quoted(column)}" for column, is_shared in questions)
    con.execute(
        "CREATE VIEW core.survey_response AS SELECT s.survey_id,"
        " s.area_id, s.gender, s.age_group, s.stratum,"
        " (coalesce(s.weight, 1) * 1000000)::BIGINT AS weight_millionths"
        + (f", {answers}" if answers else "")
        + " FROM staging.survey_row s"
    )
    con.execute(
        "CREATE TABLE core.survey_cell (survey_id VARCHAR, area_id VARCHAR, gender VARCHAR, age_group VARCHAR,"
        " question VARCHAR, code DOUBLE, is_good BOOLEAN, n BIGINT, w HUGEINT, w2 HUGEINT)"
    )
    if not columns:
        return
    group = "survey_id, area_id, gender, age_group"
    sets = ", ".join(f"({group}, {quoted(column)})" for column in columns)
    which = " ".join(
        f"WHEN grouping({quoted(column)}) = 0 THEN {quoted_text(column.removeprefix(QUESTION_PREFIX))}"
        for column in columns
    )
    text = ", ".join(quoted(column) for column in columns)
    con.execute(
        f"INSERT INTO core.survey_cell WITH summed AS (SELECT {group}, CASE {which} END AS question,"
        f" coalesce({text}, NULL) AS text, count(*) AS n, sum(weight_millionths) AS w,"
        " sum(weight_millionths::HUGEINT * weight_millionths) AS w2"
        f" FROM core.survey_response GROUP BY GROUPING SETS ({sets}))"
        f" SELECT {group}, question, m.code, m.is_good, n, w, w2 FROM summed"
        " JOIN staging.answer_meaning m USING (survey_id, question, text)"
    )


def _answer(column: str) -> str:
    """The answer where it is one on the question's scale; what another instrument has under the heading is left out."""
    question = quoted_text(column.removeprefix(QUESTION_PREFIX))
    meant = (
        f"(SELECT m.text FROM staging.answer_meaning m"
        f" WHERE m.question = {question} AND m.survey_id = s.survey_id AND m.text = s.{quoted(column)})"
    )
    return f"{meant} AS {quoted(column)}"
