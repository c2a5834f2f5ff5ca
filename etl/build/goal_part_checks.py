"""One goal measured in several ways: what it is part of must be another goal of the same promise."""

import duckdb


def check_goal_parts(con: duckdb.DuckDBPyConnection) -> None:
    """Refuse goals that are part of themselves, of a goal in another promise, or of a goal that is itself a part."""
    rows = con.execute("SELECT row_id, goal_id, promise_id, part_of FROM staging.mal ORDER BY row_id").fetchall()
    promise_of = {goal: promise for _, goal, promise, _ in rows}
    part_of = {goal: whole for _, goal, _, whole in rows if whole is not None}
    for row_id, goal, promise, whole in rows:
        if whole is None or whole not in promise_of:
            continue
        if whole == goal:
            fault = ("målet är delmål av sig självt", "Skriv det andra målets id, eller lämna cellen tom.")
        elif promise_of[whole] != promise:
            fault = ("målet hör till ett annat löfte", "Ett delmål ska höra till samma löfte som sitt mål.")
        elif whole in part_of:
            fault = ("målet är självt ett delmål", f"Skriv ”{part_of[whole]}”, som det i sin tur är delmål av.")
        else:
            continue
        con.execute("INSERT INTO staging.fault SELECT 'mal', ?, 'delmål av', ?, ?, ?", (row_id, whole, *fault))
