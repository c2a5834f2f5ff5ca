"""python -m etl: build, check, publish, template, demo."""

import io
import os
import sys
import tempfile
import traceback
from contextvars import ContextVar
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from etl.errors import LofteskollenError

app = typer.Typer(help="Löfteskollen: läs in, granska och bygg databasen.", no_args_is_help=True, add_completion=False)
out = Console(soft_wrap=True, highlight=False, markup=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)

INTERRUPTED = 130

# Which folder --db named, for the log of a command that ends in an error.
_given_db: ContextVar[Path | None] = ContextVar("_given_db", default=None)


def _noted(folder: Path | None) -> Path | None:
    _given_db.set(folder)
    return folder


DbOption = Annotated[
    Path | None,
    typer.Option("--db", callback=_noted, help="Mappen där databaserna ligger (annars LOFTESKOLLEN_DB eller data/db)."),
]
DayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="DATUM", help="Dagen som räknas som i dag, till exempel 2017-12-31."),
]


@app.command(help="Läs in allt och bygg en ny databas. Den gamla visas tills den nya är klar och kontrollerad.")
def build(
    data: Annotated[list[Path] | None, typer.Option("--data", help="Fil eller mapp att läsa. Kan upprepas.")] = None,
    db: DbOption = None,
    today: DayOption = None,
    accept_rejects: Annotated[bool, typer.Option("--accept-rejects", help="Bygg även om rader har avvisats.")] = False,
) -> None:
    from etl.build.pipeline import build as run
    from etl.build.places import DEFAULT_DATA, database_directory
    from etl.report import counted, number, print_faults, print_notes, progress_bar

    sources = data or [path for path in DEFAULT_DATA if path.exists()]
    with progress_bar(err) as progress:
        outcome = run(
            sources,
            database_directory(db),
            today=_day(today),
            now=datetime.now().astimezone(),
            accept_rejects=accept_rejects,
            progress=progress,
        )
    print_notes(out, outcome)
    print_faults(err, outcome)
    if outcome.database is None:
        err.print("Databasen byttes inte. Den gamla visas som förut.")
        raise typer.Exit(1)
    read = counted(outcome.rows_received, "rad läst", "rader lästa")
    out.print(f"Klart: {read}, {number(outcome.rows_refused)} avvisade. Databas: {outcome.database.name}")
    out.print(f"Innehållets fingeravtryck: {outcome.content_hash}")


@app.command(help="Hitta alla fel i filerna, utan att bygga något.")
def check(
    paths: Annotated[list[Path], typer.Argument(help="Filer eller mappar.")],
) -> None:
    from etl.build.pipeline import check as run
    from etl.report import counted, print_faults, print_notes, progress_bar

    with progress_bar(err) as progress:
        outcome = run(paths, progress)
    print_notes(out, outcome)
    print_faults(out, outcome)
    if outcome.fault_count:
        raise typer.Exit(1)
    out.print(f"Inga fel i {counted(outcome.rows_received, 'rad', 'rader')}.")


@app.command(help="Publicera: en öppen databas och öppna data med bara det som alla får se.")
def publish(
    db: DbOption = None,
    public: Annotated[
        Path | None,
        typer.Option("--public", help="Mappen för det öppna (annars LOFTESKOLLEN_PUBLIC_DB eller data/public)."),
    ] = None,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="ADRESS", help="Webbadressen som allmänheten använder.")
    ] = "",
) -> None:
    from etl.build.places import database_directory, public_directory
    from etl.publish.publish import publish as run
    from etl.report import counted, progress_bar

    with progress_bar(err) as progress:
        published = run(
            database_directory(db),
            public_directory(public),
            base_url=base_url,
            now=datetime.now().astimezone(),
            progress=progress,
        )
    hidden = counted(published.hidden, "uppgift om anmälda brott är dold", "uppgifter om anmälda brott är dolda")
    out.print(f"Publicerat: {counted(published.rows, 'rad', 'rader')}; {hidden} för att skydda små tal.")
    out.print(f"Öppen databas: {published.database.name}. Öppna data: {published.open_data.name}")


@app.command(help="Skriv en mall (.xlsx) med ett blad för varje tabell.")
def template(path: Annotated[Path, typer.Argument(help="Filen som ska skrivas, till exempel mall.xlsx.")]) -> None:
    from etl.contract import TABLES
    from etl.template.workbook import write_template

    write_template(path, TABLES.values())
    out.print(f"Mallen är skriven: {path}")


@app.command(help="Skriv uppgifter för den påhittade kommunen Exempelköping (9999).")
def demo(
    directory: Annotated[Path | None, typer.Argument(help="Mappen att skriva i (annars data/demo).")] = None,
    today: DayOption = None,
    seed: Annotated[int, typer.Option("--seed", help="Slumpfrö.")] = 20260101,
) -> None:
    from etl.build.places import ROOT
    from etl.demo import generate

    target = directory or ROOT / "data" / "demo"
    generate(target, seed=seed, today=_day(today))
    out.print(f"Exempelköping är skriven: {target}")


def _day(text: str | None) -> date:
    from etl.contract.dates import parse_date
    from etl.contract.outcome import Refusal

    if text is None:
        return datetime.now().astimezone().date()
    parsed = parse_date(text)
    if isinstance(parsed, Refusal):
        raise LofteskollenError(what=f"--today: {parsed.reason}", todo=parsed.remedy)
    return date.fromisoformat(parsed.value)


def main() -> None:
    """Run a command. Every error is told in Swedish on standard error, with exit code 1, and no traceback.

    What the program did not expect, and the cause of what it did, is kept in the log.
    """
    _speak_swedish_everywhere()
    _given_db.set(None)
    try:
        app()
    except SystemExit as stop:
        if stop.code == INTERRUPTED:
            err.print("Avbrutet. Den gamla databasen visas som förut.")
        raise
    except LofteskollenError as error:
        err.print(str(error))
        if error.__cause__ is not None and not isinstance(error.__cause__, OSError):
            _log(error)
    except BrokenPipeError:
        # Whoever read the output has stopped reading; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        from etl.build.os_words import os_words

        err.print(f"Det går inte att läsa eller skriva {error.filename or 'en fil'}: {os_words(error)}.")
    except Exception as error:
        err.print(f"Något gick fel i programmet ({type(error).__name__}). Rapportera felet. Databasen är orörd.")
        _log(error)
    sys.exit(1)


def _speak_swedish_everywhere() -> None:
    """Output as UTF-8 also where the system believes in ASCII or CP1252: neither has every sign we print."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _log(error: BaseException) -> None:
    """Technical detail for whoever mends the program, in the database's folder or else the computer's own.

    Never in the folder of what is published: others may be served from it.
    """
    from etl.build.places import LOG, database_directory
    from etl.contract.personal_data import mask

    details = mask("".join(traceback.format_exception(error)))
    for folder in (database_directory(_given_db.get()), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / LOG).open("a", encoding="utf-8") as stream:
                stream.write(f"{datetime.now().astimezone().isoformat()} {' '.join(sys.argv[1:])}\n{details}\n")
        except OSError:
            continue
        err.print(f"Felets detaljer står i {folder / LOG}")
        return
    err.print("Felets detaljer kunde inte sparas.")


if __name__ == "__main__":
    main()
