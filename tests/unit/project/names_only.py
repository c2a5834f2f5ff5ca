"""A plugin for pytest that tells which test files it would read, without reading them."""

from collections.abc import Iterable
from pathlib import Path

import pytest


class Unread(pytest.Module):
    def collect(self) -> Iterable[pytest.Item]:
        return ()


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module:
    print(module_path)
    return Unread.from_parent(parent, path=module_path)
