"""Which palette this visitor sees: the browser's own light or dark."""

import streamlit as st

from pages.view.palette import LIGHT, PALETTES, Palette


def palette() -> Palette:
    """Light until the browser has told."""
    return PALETTES.get(st.context.theme.type or "", LIGHT)
