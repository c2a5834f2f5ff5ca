"""python -m pages.documents: site."""

import logging
import os
import traceback
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.console import Console

from etl.errors import LofteskollenError

app = typer.Typer(help="Löfteskollen som vanliga filer.", no_args_is_help=True, add_completion=False)
out = Console(soft_wrap=True, highlight=False, markup=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


@app.callback()
def _commands() -> None:
    """Keeps `site` a command of its own although it is the only one."""


@app.command(help="Skriv den publicerade databasen som en webbplats av vanliga filer, för vilken webbserver som helst.")
def site(
    directory: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen att skriva i. Den byts ut i ett steg.")],
    public: Annotated[
        Path | None, typer.Option("--public", help="Mappen med den publicerade databasen (annars data/public).")
    ] = None,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="ADRESS", help="Webbplatsens adress (annars den som publicerades).")
    ] = "",
    app_url: Annotated[
        str, typer.Option("--app-url", metavar="ADRESS", help="Adressen till skärmarna med alla val, om de finns.")
    ] = "",
) -> None:
    # The store is made for a server and would say on every start that it is not in one.
    from streamlit.logger import set_log_level

    set_log_level(logging.ERROR)
    os.environ["LOFTESKOLLEN_PUBLIC"] = "1"
    if public is not None:
        os.environ["LOFTESKOLLEN_PUBLIC_DB"] = str(public)
    from pages.documents.site import write_site

    with err.status("Skriver webbplatsen …") as status:
        written = write_site(
            directory,
            base_url=_address(base_url, "--base-url"),
            app_url=_address(app_url, "--app-url"),
            progress=status.update,
        )
    out.print(f"Klart: {written.pages} sidor, {written.files} filer. Webbplatsen ligger i {directory}")
    if not written.base_url:
        out.print("Utan --base-url vet webbplatsen inte sin adress: sitemap och nyhetsflöde är inte med.")


def _address(given: str, option: str) -> str:
    """The address as it was given. Raises LofteskollenError for what a browser would not follow."""
    if not given:
        return ""
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise LofteskollenError(
            what=f"{option}: {given} är ingen adress till en webbplats",
            todo="Skriv till exempel https://www.kommunen.se/lofteskollen/.",
        )
    return given


def main() -> None:
    """Run a command. Every error is told in Swedish on standard error, with exit code 1, and no traceback."""
    try:
        app()
    except LofteskollenError as error:
        err.print(str(error))
        raise SystemExit(1) from error
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, rad {place.lineno}"
        err.print(f"Något gick fel i programmet ({type(error).__name__}, {where}). Rapportera felet.")
        err.print("Webbplatsen är orörd.")
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
