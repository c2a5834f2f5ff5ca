"""The static site of a published database, written within a test."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st

from pages.documents.site import Written, write_site
from pages.documents.site_data import SiteData, read_site

BASE = "https://www.exempel.se/lofteskollen/"


@contextmanager
def published(public: Path) -> Iterator[None]:
    """The database in the folder `public` is the one that is served, and no other."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("LOFTESKOLLEN_PUBLIC", "1")
        environment.setenv("LOFTESKOLLEN_PUBLIC_DB", str(public))
        st.cache_data.clear()
        st.cache_resource.clear()
        yield
    st.cache_data.clear()
    st.cache_resource.clear()


def site_data(public: Path) -> SiteData:
    """What the site says."""
    with published(public):
        return read_site()


def written_site(target: Path, public: Path, *, base_url: str = "", app_url: str = "") -> Written:
    """Write the site of the database in the folder `public`."""
    with published(public):
        return write_site(target, base_url=base_url, app_url=app_url, progress=lambda what: None)
