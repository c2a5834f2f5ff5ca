"""Helpers shared by tests."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def shared_path(relative: str) -> Path:
    """A file beside the project that is there in development and CI; without it the test says it was not run."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"ej körd: ../shared/{relative} saknas")
    return path
