"""Find what looks like the name of a person in free text. A name cannot be told from a place for sure, so this warns.

The first names are among the most usual in the population (SCB, Namnstatistik, tilltalsnamn), with the spellings that
are common. Those that are also words or places count only before a surname.
"""

import re
from collections.abc import Iterator

_ALONE = """
Adam Agneta Albin Alexander Ali Alice Alicia Alma Alva Amanda Amir Anders Andreas Anette Anita Ann Anna Anneli Annika
Anton Arne Arvid Astrid Axel Barbro Bengt Berit Bertil Birgitta Bo Britt Camilla Carina Carl Carolina Caroline
Cecilia Charlotta Charlotte Christer Christian Christina Christoffer Clara Dan Daniel David Edvin Elias Elin Elisabeth
Ella Elsa Emelie Emil Emilia Emma Erik Ester Eva Fatima Felicia Felix Filip Folke Fredrik Frida Gabriel Gabriella
Georg Gerd Gunilla Gunnar Gunnel Gustav Gustaf Göran Göte Hampus Hanna Hans Hassan Helena Helene Henrik Henry Hugo
Håkan Ibrahim Ida Inga Inger Ingegerd Ingela Ingrid Isabelle Isak Jakob Jan Jennie Jenny Jens Jessica Jesper Joakim
Johan Johanna Johannes John Johnny Jonas Jonathan Josef Josefin Julia Jörgen Kajsa Karin Karl Karolina Katarina Kenneth
Kent Kerstin Kevin Kim Kjell Klara Kristian Kristina Kristoffer Lars Leif Leila Lena Lennart Leo Liam Lina Linda Linn
Linnea Linnéa Linus Lisa Louise Lovisa Lucas Lukas Ludvig Madeleine Magdalena Magnus Maj-Britt Maja Malin Marcus Maria
Marianne Marie Markus Martin Matilda Mats Mattias Melker Mia Michael Mikael Moa Mohamed Mohammad Mohammed Monica Monika
Mustafa Nathalie Nellie Niklas Nicklas Nils Nina Noah Nora Ola Olga Oliver Olivia Olle Olof Omar Oscar Oskar Otto
Patricia Patrik Pernilla Peter Petra Pia Pontus Rebecca Rickard Rikard Robert Robin Roger Roland Rolf Ronny Rune
Rut Samuel Sandra Sara Sebastian Signe Simon Sofia Sofie Sonja Stefan Stina Sune Susanne Susanna Svante Sven Sven-Erik
Sölve Therese Thomas Tina Tobias Tomas Tommy Tony Torbjörn Tove Tyra Ulf Ulla Ulrika Urban Vendela Veronica Victor
Viktor Viktoria Victoria Viola Wilhelm William Wilma Vilma Yasmin Yngve Yusuf Yvonne Åke Åsa Örjan
"""
_WITH_SURNAME = """
Alf Björn Ebbe Ebba Freja Gun Inge Ivar Liv Love Lo Maj Max My Mona Per Pär Saga Selma Siv Sixten Sol Sten Stig Stella
Sture Ture Vera Viking Vincent
"""

_UPPER, _LOWER = "A-ZÅÄÖÉÜ", "a-zåäöéü"
_SURNAME = rf"[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?"
_STREET = r"gata|gatan|gränd|väg|vägen|torg|torget|plats|park|parken|skola|skolan|kyrka|kyrkan|församling|kulle|backe"


def _either(names: str) -> str:
    return "|".join(sorted(map(re.escape, names.split()), key=len, reverse=True))


_DOUBLE = rf"(?:-[{_UPPER}][{_LOWER}]+)?"
_NAME = re.compile(
    rf"(?<![\w-])(?:(?:{_either(_ALONE)}){_DOUBLE}s?(?:(?: {_SURNAME})+|(?![\w-]))"
    rf"|(?:{_either(_WITH_SURNAME)}){_DOUBLE}(?: {_SURNAME})+"
    rf"|[{_UPPER}][{_LOWER}]+ss?ons?(?![\w-]))"
)
_PLACE = re.compile(rf" (?:{_STREET})\b")

NAME_CANDIDATE_PATTERN = rf"(^|[^0-9{_UPPER}{_LOWER}_])({_either(_ALONE + _WITH_SURNAME)})|son"
"""RE2 syntax, for `regexp_matches`. Every text with a name that is found matches; a match is only a candidate."""


def find_names(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of everything in the text that looks like a person's name, in order and without overlap."""
    return tuple(found.span() for found in _NAME.finditer(text) if not _is_something_else(found))


def mask_names(text: str) -> str:
    """The text with every name cut down to initials: "A••• S•••••• var med"."""
    masked = list(text)
    for start, end in find_names(text):
        for place in _after_initials(text, start, end):
            masked[place] = "•"
    return "".join(masked)


def _after_initials(text: str, start: int, end: int) -> Iterator[int]:
    for place in range(start + 1, end):
        if text[place].isalpha() and text[place - 1].isalpha():
            yield place


# Ordinary words that end as surnames do, as they stand first in a sentence.
_WORDS = ("Person", "Säson", "Reson")


def _is_something_else(found: re.Match[str]) -> bool:
    """An ordinary word, or a street or a square that is named after somebody."""
    return found[0] in _WORDS or _PLACE.match(found.string, found.end()) is not None
