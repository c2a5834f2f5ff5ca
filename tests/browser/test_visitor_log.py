"""Who visited is written down nowhere, although Streamlit gives the server's loggers handlers of its own."""

import re
import urllib.request
from pathlib import Path

from tests.browser.conftest import serving
from tests.browser.session_client import visit_without_browser


def test_no_visitors_address_stands_in_the_log(public_database: Path, tmp_path: Path) -> None:
    settings = {"LOFTESKOLLEN_PUBLIC": "1", "LOFTESKOLLEN_PUBLIC_DB": str(public_database.parent)}
    with serving(settings, tmp_path) as address:
        urllib.request.urlopen(f"{address}/data/v1/promise.csv").close()
        visit_without_browser(address)

    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert "Application startup complete" in log
    assert re.findall(r"127\.0\.0\.1:\d+ - .*", log) == []
