"""README taken apart: what stands between two markers, the cells of a table, the entries of the tree."""

import re
from dataclasses import dataclass

from tests.unit.project.checkout import read

README = "README.md"


@dataclass(frozen=True, kw_only=True)
class TreeEntry:
    """`path` from the root of the project; a folder ends with "/". `<name>` stands for any name."""

    path: str
    explanation: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(re.sub(r"<[^>]+>", "[^/]+", re.escape(self.path).replace(r"\<", "<").replace(r"\>", ">")))


def between(name: str) -> str:
    """The text between `<!-- name: början -->` and `<!-- name: slut -->`."""
    found = re.search(rf"<!-- {name}: början -->\n(.*?)<!-- {name}: slut -->", read(README), re.DOTALL)
    assert found, f"README.md: the markers of {name} are missing"
    return found[1]


def section(heading: str) -> str:
    """From a heading to the next one of the same or a higher level."""
    level = len(heading) - len(heading.lstrip("#"))
    rest = read(README).split(f"\n{heading}\n")
    assert len(rest) == 2, f"README.md: {heading} must stand there once"
    return re.split(rf"\n#{{1,{level}}} ", rest[1])[0]


def first_cells(text: str) -> list[str]:
    """What stands in the first column of the tables, without headings and without code marks."""
    lines = text.splitlines()
    rules = {number for number, line in enumerate(lines) if re.fullmatch(r"[|\s:-]+", line) and "-" in line}
    headings = {number - 1 for number in rules}
    return [
        line.split("|")[1].strip().strip("`")
        for number, line in enumerate(lines)
        if line.startswith("|") and number not in rules | headings
    ]


def tree() -> list[TreeEntry]:
    """Entries in the order they stand. Two blanks in front mean one level down."""
    entries: list[TreeEntry] = []
    parents: list[str] = []
    for line in between("träd").strip().strip("`").strip("\n").splitlines():
        found = re.fullmatch(r"( *)(\S+)  +(\S.*)", line)
        assert found, f"README.md, the tree: {line!r} has no explanation"
        depth = len(found[1]) // 2
        assert len(found[1]) % 2 == 0, line
        assert depth <= len(parents), line
        parents = [*parents[:depth], found[2]]
        entries.append(TreeEntry(path="".join(parents), explanation=found[3]))
    return entries
