"""Broken text files: encodings, quotes, separators, and files that are something else than they say."""

import json
import os
from pathlib import Path

from tests.unit.broken.case import Case, files, lines, named
from tests.unit.broken.cells import BROTT, FIRST, LAST

GOOD = lines(BROTT, FIRST, LAST)
UTF8_AGAIN = "CSV UTF-8"


def whole(id: str, name: str, content: str | bytes, *says: str) -> Case:
    return Case(id=id, make=named(name, content), at=f"{name}:", says=says)


def row(id: str, text: str, number: int, *says: str, received: int, refused: int = 1) -> Case:
    return Case(
        id=id,
        make=files(brott=text),
        at=f"brott.csv, rad {number}:",
        says=says,
        received=received,
        refused=refused,
    )


ENCODINGS = (
    whole("DOS-kodning", "brott.csv", GOOD.encode("cp850"), "DOS (CP850) eller Mac (MacRoman)", "rad 1", UTF8_AGAIN),
    whole("Mac-kodning", "brott.csv", GOOD.encode("mac-roman"), "(CP850) eller Mac (MacRoman)", UTF8_AGAIN),
    whole("UTF-8 två gånger", "brott.csv", GOOD.encode().decode("cp1252").encode(), "kodad två gånger", "rad 1"),
    whole("UTF-16 utan BOM", "brott.csv", GOOD.encode("utf-16-le"), "binära tecken (NUL)", UTF8_AGAIN),
    whole("avhuggen UTF-16", "brott.csv", GOOD.encode("utf-16")[:-1], "skadad eller avhuggen"),
    whole("NUL mitt i filen", "brott.csv", GOOD.replace("218", "21\0").encode(), "binära tecken (NUL)", "rad 2"),
    whole("blandade kodningar", "brott.csv", GOOD.encode() + FIRST.encode("cp1252"), "blandar UTF-8"),
    whole("förlorade tecken", "brott.csv", GOOD.replace("å", "\ufffd"), "Tecken har gått förlorade", "rad 2"),
)

SHAPES = (
    row(
        "oavslutat citattecken",
        lines(BROTT, '1263;"skadegorelse;2014;3;;', FIRST, LAST),
        2,
        "citattecken öppnas men stängs inte",
        "dubbla citattecken",
        received=3,
    ),
    row(
        "citattecken som slukar rader",
        lines(BROTT, '1263;"skadegorelse;2014;3;;', FIRST, '1263;theft;2014;3;";', LAST),
        2,
        "raden har",
        "rubrikraden har 6",
        received=4,
        refused=3,
    ),
    row("för få värden", lines(BROTT, FIRST, "1263;skadegorelse;2017", LAST), 3, "3 värden", "har 6", received=3),
    row("för många värden", lines(BROTT, FIRST, FIRST + ";x;y", LAST), 3, "8 värden", "skiljetecken", received=3),
    row(
        "blandade skiljetecken",
        lines(BROTT, FIRST, LAST.replace(";", ",")),
        3,
        "1 värde men rubrikraden har 6",
        received=2,
    ),
    whole("tom fil", "brott.csv", b"", "Filen är tom (0 byte)", "rätt fil"),
    whole("bara blanksteg", "brott.csv", b"\n \n\n", "känns inte igen"),
)


def endless(id: str, *, good_rows: bool) -> Case:
    def make(folder: Path) -> None:
        with (folder / "brott.csv").open("wb") as stream:
            if good_rows:
                stream.write(GOOD.encode() + b'1263;"')
            block = b"x" * 1_000_000
            for _ in range(200):
                stream.write(block)

    return Case(id=id, make=make, at="brott.csv:", says=("längre än en miljon tecken", "en rad för varje post"))


def _loop(folder: Path) -> None:
    (folder / "brott.csv").symlink_to(folder / "brott.csv")


def _odd_name(folder: Path) -> None:
    odd = os.fsencode(folder) + b"/br\xf6tt\n[bold]\x1b[31m.csv"
    Path(os.fsdecode(odd)).write_text(lines(BROTT, FIRST.replace("218", "många")), encoding="utf-8")


OTHER_THINGS = (
    whole("en fil som ingen känner", "brott.csv", "hej;du\n1;2\n", "känns inte igen", "Brås Excel-uttag", "mall.xlsx"),
    whole("okänd JSON", "data.json", '{"a": 1}', "känns inte igen"),
    whole("trasig JSON", "data.json", '{"a": [1, 2', "JSON-filen är avhuggen eller trasig"),
    whole("webbsida som .xls", "brott.xls", "<html><table><tr><td>1</td></tr></table></html>", "webbsida", ".xlsx"),
    whole("karta", "karta.json", json.dumps({"type": "FeatureCollection", "features": []}), "GeoJSON"),
    whole(
        "händelser från polisen.se",
        "events.json",
        json.dumps([{"id": 1, "datetime": "2025-01-01", "name": "x", "type": "Brand", "location": {}}]),
        "polisen.se",
        "ingen statistik",
    ),
    whole("Koladas beskrivningar", "kpi.csv", "id,title,description,is_divided_by_gender\nN1,a,b,T\n", "inga värden"),
    whole("bild som .csv", "brott.csv", b"\x89PNG\r\n\x1a\n" + bytes(40), "Filen är en bild", "rätt filändelse"),
    whole("PDF", "beslut.pdf", b"%PDF-1.7\n%\xe2\xe3", "Filen är en PDF"),
    whole("komprimerad fil", "brott.csv", b"\x1f\x8b\x08" + bytes(20), "komprimerad"),
    endless("en enda rad på 200 MB", good_rows=False),
    endless("en rad på 200 MB efter goda rader", good_rows=True),
    Case(
        id="filnamn med konstiga tecken",
        make=_odd_name,
        at="br?tt [bold]·[31m.csv, rad 2, kolumnen antal:",
        says=("”många” är inte ett tal",),
        received=1,
    ),
)

CASES = (*ENCODINGS, *SHAPES, *OTHER_THINGS)
