"""Imports what every screen needs before the first visitor comes, so that nobody waits for it."""

import importlib

_MODULES = (
    "duckdb",
    "pandas",
    "plotly.graph_objects",
    "pages.store",
    "pages.view.goal_chart",
    "pages.view.pace_chart",
    "pages.view.series_chart",
    "pages.view.show_chart",
)


def everything() -> None:
    """Takes about a second; call once, when the server starts."""
    for module in _MODULES:
        importlib.import_module(module)
