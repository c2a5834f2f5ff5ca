import pytest

from pages.server.routes import all_routes
from pages.server.settings import ServerSettings

INTERNAL = {"/trender", "/datalexikon", "/aktivitetslogg"}


def paths() -> set[str]:
    return {route.path for route in all_routes(ServerSettings())}


def test_beside_the_screens_there_are_files_the_display_and_open_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOFTESKOLLEN_PUBLIC", raising=False)

    assert {"/", "/lofte", "/swedish_ui.js", "/stil.css", "/favicon.png", "/skarm"} <= paths()
    assert paths() >= INTERNAL
    assert any(path.startswith("/data/v1/") for path in paths())


def test_on_the_public_server_the_internal_screens_have_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", "1")

    assert {"/", "/lofte", "/skarm"} <= paths()
    assert not INTERNAL & paths()


def test_no_address_is_served_twice() -> None:
    served = [route.path for route in all_routes(ServerSettings())]

    assert len(served) == len(set(served))
