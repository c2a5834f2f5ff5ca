"""Municipality codes and names, for sources that name places in their own way."""

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from etl.errors import SourceError

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference" / "kommuner.csv"

# Names whose form before "kommun" is not the name plus an s.
_OLD_FORMS = {"falu": "falun", "region gotland": "gotland"}


@dataclass(frozen=True, kw_only=True)
class Municipalities:
    """`names` maps the 4-digit code to the name as SCB writes it, `genitives` to the form "Svalövs
    kommun"."""

    names: Mapping[str, str]
    genitives: Mapping[str, str] = field(default_factory=dict)

    def genitive_of(self, code: str) -> str:
        """ "Svalövs kommun" where the reference has it, otherwise the plain name and "kommun"."""
        return self.genitives.get(code) or f"{self.names[code]} kommun"

    def code_of(self, name: str) -> str | None:
        """The code for "Svalöv", "Svalövs kommun", "Malung–Sälens kommun" or "Falu kommun"; else None."""
        by_name = _by_folded_name(tuple(sorted(self.names.items())))
        wanted = fold(name).removesuffix(" kommun").removesuffix(" stad")
        wanted = _OLD_FORMS.get(wanted, wanted)
        return by_name.get(wanted) or by_name.get(wanted.removesuffix("s"))


def fold(name: str) -> str:
    """A name for comparison: one Unicode form, plain hyphens, single blanks, no difference of case."""
    plain = unicodedata.normalize("NFC", name).replace("\u2013", "-").replace("\u00a0", " ")
    return " ".join(plain.split()).casefold()


@lru_cache(maxsize=4)
def _by_folded_name(items: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {fold(name): code for code, name in items}


@lru_cache(maxsize=4)
def load_municipalities(path: Path = REFERENCE) -> Municipalities:
    """Reads data/reference/kommuner.csv: a code column (`kommun`), a name column (`namn`) and
    `namn_genitiv`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter=";"))
    except OSError as error:
        raise SourceError(
            what="Listan över kommuner saknas", where=str(path.name), todo="Återställ filen från kodförrådet."
        ) from error
    names: dict[str, str] = {}
    genitives: dict[str, str] = {}
    for row in rows:
        code = row.get("kommun") or ""
        name = row.get("namn") or ""
        if code and name:
            names[code.zfill(4)] = name
            genitives[code.zfill(4)] = row.get("namn_genitiv") or ""
    if not names:
        raise SourceError(
            what="Listan över kommuner har inga rader",
            where=str(path.name),
            todo="Den ska ha kolumnerna kommun (kod) och namn.",
        )
    return Municipalities(names=names, genitives=genitives)
