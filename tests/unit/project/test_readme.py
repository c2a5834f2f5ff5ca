"""README says what is true: commands, tree, tables, dependencies, pictures and links."""

import re
from itertools import pairwise

from etl.contract import TABLES
from etl.contract.dictionary import readme_table
from etl.evaluate.verdict import RULE_VERSION, Verdict
from tests.support import ROOT
from tests.unit.project.checkout import files_under, project_files, read
from tests.unit.project.readme import README, between, first_cells, section, tree

SCREENS = files_under("pages/screens/", suffix=".py")


def folders() -> set[str]:
    """Every folder that holds a file of the project, and the folders above it, each with "/" at its end."""
    return {name[: place + 1] for name in project_files() for place, sign in enumerate(name) if sign == "/"}


def test_the_two_commands_stand_in_the_first_screenful() -> None:
    top = "\n".join(read(README).splitlines()[:30])
    assert all(f"`make {command}`" in top for command in ("run", "test"))
    assert "http://localhost:8501" in top


def test_windows_does_what_make_does() -> None:
    windows = "\n".join(re.findall(r"```powershell\n(.*?)```", read(README), re.DOTALL))
    start = ("-m venv .venv", "requirements.txt", "-m etl demo", "-m etl build", "dashboard.py")
    steps = (*start, "requirements-test.txt", "-m pytest")
    places = [windows.find(step) for step in steps]
    assert -1 not in places
    assert all(earlier < later for earlier, later in pairwise(places))
    assert windows.count("--require-hashes") == windows.count("pip install") == 2


def test_every_command_of_make_that_is_mentioned_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", read(README))) <= targets


def test_what_the_tree_shows_is_there() -> None:
    everything = folders() | set(project_files())
    missing = [entry.path for entry in tree() if not any(entry.pattern.fullmatch(name) for name in everything)]
    assert missing == []


def test_the_tree_shows_every_folder() -> None:
    shown = [entry.pattern for entry in tree() if entry.path.endswith("/")]
    assert sorted(name for name in folders() if not any(pattern.fullmatch(name) for pattern in shown)) == []


def test_the_tree_shows_every_file_at_the_top() -> None:
    shown = {entry.path for entry in tree()}
    assert sorted(name for name in project_files() if "/" not in name and name not in shown) == []


def test_the_tables_are_those_of_the_contract() -> None:
    fresh = readme_table(TABLES.values())
    assert between("tabeller") == fresh, (
        "Tabellistan i README är gammal. Byt texten mellan <!-- tabeller: början --> och <!-- tabeller: slut --> mot:\n"
        f"{fresh}"
    )


def test_the_marts_are_those_of_the_files() -> None:
    made = {
        table
        for name in files_under("etl/sql/marts/", suffix=".sql")
        for table in re.findall(r"CREATE TABLE (marts\.\w+)", read(name))
    }
    assert {cell for cell in first_cells(section("### SQL i sex steg")) if cell.startswith("marts.")} == made


def test_the_stages_are_those_of_the_folders() -> None:
    stages = {name.split("/")[2] for name in files_under("etl/sql/", suffix=".sql")}
    assert {cell for cell in first_cells(section("### SQL i sex steg")) if "." not in cell} == stages


def test_every_layer_with_a_charter_exists() -> None:
    layers = first_cells(section("### Vad varje lager ansvarar för"))
    assert all((ROOT / layer).exists() for layer in layers)
    assert {"etl/contract", "etl/extract", "etl/build", "etl/sql", "etl/evaluate", "pages/store.py"} <= set(layers)


def test_every_dependency_has_its_reason() -> None:
    wanted = [
        re.split(r"[=<>~!;\s]", line)[0]
        for name in ("requirements.in", "requirements-test.in")
        for line in read(name).splitlines()
        if line.strip() and not line.startswith(("#", "-"))
    ]
    assert sorted(first_cells(section("## Varför varje beroende"))) == sorted(wanted)


def test_every_screen_is_in_the_table() -> None:
    titles = set(re.findall(r'"screens/[^"]+": \("([^"]+)"', read("pages/router.py")))
    assert len(titles) == len(SCREENS)
    assert set(first_cells(section("## Skärmarna"))) == titles


def test_every_link_leads_somewhere() -> None:
    text = read(README)
    files = re.findall(r"\]\(((?!https?:|#)[^)]+)\)", text)
    assert files
    assert sorted({name for name in files if not (ROOT / name).is_file()}) == []
    headings = re.findall(r"^#+ (.+)", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert [link for link in re.findall(r"\]\(#([^)]+)\)", text) if link not in anchors] == []


def test_the_glossary_is_in_alphabetical_order_and_explains_the_words() -> None:
    words = first_cells(section("## Ordlista"))
    order = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
    keys = [[order.get(letter, -1) for letter in word.lower()] for word in words]
    assert keys == sorted(keys)
    assert {"medborgarlöfte", "åtagande", "mål", "utgångsläge", "trygghetsmätning", "lägesbild"} <= set(words)


def test_the_rule_is_the_one_that_is_used() -> None:
    assert f"(nu {RULE_VERSION})" in read(README)
    assert all(f"**{verdict}**" in section("## Så bedöms ett löfte") for verdict in Verdict)
    assert f"version {RULE_VERSION}" in read("CHANGELOG.md")


def test_the_changelog_names_every_table_of_the_contract() -> None:
    assert [name for name in TABLES if f"`{name}`" not in read("CHANGELOG.md")] == []
