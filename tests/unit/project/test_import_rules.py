"""Two rooms and one door: who may import what."""

import subprocess
import sys
from collections.abc import Iterable

import pytest

from tests.support import ROOT
from tests.unit.project.checkout import files_under, imported_modules

ETL = files_under("etl/", suffix=".py")
PAGES = files_under("pages/", "dashboard.py", suffix=".py")
EVALUATE = files_under("etl/evaluate/", suffix=".py")
CONTRACT = files_under("etl/contract/", suffix=".py")
HEAVY = ("duckdb", "streamlit", "pandas", "plotly", "pyarrow")


def within(module: str, packages: Iterable[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def breaches(files: Iterable[str], *, forbidden: Iterable[str], allowed: Iterable[str] = ()) -> list[str]:
    """Which file imports what it may not; `allowed` are exceptions inside the forbidden packages."""
    forbidden, allowed = tuple(forbidden), tuple(allowed)
    return [
        f"{name} imports {module}"
        for name in files
        for module in sorted(imported_modules(name))
        if within(module, forbidden) and not within(module, allowed)
    ]


def test_there_is_something_to_check() -> None:
    assert len(ETL) > 50
    assert len(PAGES) > 20
    assert "etl/contract/model.py" in CONTRACT
    assert "etl/evaluate/verdict.py" in EVALUATE


def test_a_breach_is_found() -> None:
    assert breaches(["pages/store.py"], forbidden=["duckdb"]) == ["pages/store.py imports duckdb"]


def test_etl_knows_nothing_of_the_screens() -> None:
    assert breaches(ETL, forbidden=["pages", "streamlit", "plotly", "dashboard", "tests"]) == []


def test_screens_know_only_the_pure_parts_of_etl() -> None:
    rooms = {name.split("/")[1].removesuffix(".py") for name in ETL} - {"__init__"}
    pure = {"contract", "evaluate", "errors"}
    assert pure < rooms
    assert breaches(PAGES, forbidden=[f"etl.{room}" for room in rooms - pure]) == []


def test_only_the_store_knows_duckdb() -> None:
    assert breaches([name for name in PAGES if name != "pages/store.py"], forbidden=["duckdb"]) == []


def test_the_rule_of_judgement_is_pure() -> None:
    assert breaches(EVALUATE, forbidden=HEAVY) == []
    assert breaches(EVALUATE, forbidden=["etl"], allowed=["etl.evaluate", "etl.contract", "etl.errors"]) == []


def test_the_contract_needs_nothing_but_python() -> None:
    outside = sorted(
        f"{name} imports {module}"
        for name in CONTRACT
        for module in imported_modules(name)
        if module.split(".")[0] not in sys.stdlib_module_names and not within(module, ["etl.contract", "etl.errors"])
    )
    assert [line for line in outside if not line.endswith(" imports etl")] == []


@pytest.mark.parametrize(
    ("package", "never"),
    [("etl.contract", (*HEAVY, "numpy", "scipy")), ("etl.evaluate", HEAVY), ("etl.errors", (*HEAVY, "numpy"))],
)
def test_a_pure_part_loads_nothing_heavy(package: str, never: tuple[str, ...]) -> None:
    """Import every module of the part in a Python of its own, and look at what came along."""
    path = package.replace(".", "/")
    modules = [
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in ETL
        if name.startswith((f"{path}/", f"{path}.py"))
    ]
    assert modules
    script = f"import {', '.join(modules)}, sys; print(*sorted(set({never!r}) & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.split() == []
