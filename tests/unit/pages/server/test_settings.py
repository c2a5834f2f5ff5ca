import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.server.settings import LOCAL, ServerSettings, SettingsError


def test_without_settings_the_server_answers_only_its_own_machine_and_is_framed_by_nobody() -> None:
    settings = ServerSettings.read({})

    assert settings == ServerSettings(embed_in=(), hosts=LOCAL, https=False, public=False)


def test_the_settings_are_lists_with_spaces_between() -> None:
    settings = ServerSettings.read(
        {
            "LOFTESKOLLEN_EMBED_IN": "https://www.kommunen.se https://*.polisen.se:8443",
            "LOFTESKOLLEN_HOSTS": "Loften.kommunen.se",
            "LOFTESKOLLEN_HTTPS": "1",
            "LOFTESKOLLEN_PUBLIC": "1",
        }
    )

    assert settings.embed_in == ("https://www.kommunen.se", "https://*.polisen.se:8443")
    assert settings.hosts == ("loften.kommunen.se",)
    assert settings.https
    assert settings.public


@pytest.mark.parametrize(
    "origin",
    [
        "*",
        "https://*",
        "https://*.se",
        "http://kommunen.se",
        "kommunen.se",
        "https://kommunen.se/sida",
        "https://kommunen.se;script-src",
        "'unsafe-inline'",
        "data:",
        "https://kommunen.se:port",
    ],
)
def test_an_origin_that_would_let_in_more_than_one_site_is_refused(origin: str) -> None:
    with pytest.raises(SettingsError) as refused:
        ServerSettings.read({"LOFTESKOLLEN_EMBED_IN": f"https://kommunen.se {origin}"})

    assert refused.value.where == "LOFTESKOLLEN_EMBED_IN"
    assert "https://www.kommunen.se" in refused.value.todo


@given(st.text(alphabet=st.characters(exclude_characters="\0"), min_size=1))
def test_no_origin_can_end_the_policy_that_it_stands_in(value: str) -> None:
    try:
        settings = ServerSettings.read({"LOFTESKOLLEN_EMBED_IN": value})
    except SettingsError:
        return
    assert not set(" ".join(settings.embed_in)) & set(";,'\"\r\n")


@pytest.mark.parametrize(("name", "value"), [("LOFTESKOLLEN_HOSTS", "en host/"), ("LOFTESKOLLEN_HTTPS", "kanske")])
def test_what_cannot_be_used_is_said_in_swedish(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match="går inte att använda"):
        ServerSettings.read({name: value})


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8501", "LOCALHOST", "[::1]:8501", "localhost."])
def test_the_own_machine_has_several_names(host: str) -> None:
    assert ServerSettings().answers_to(host)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example", "localhost@evil.example", "localhost:x"]
)
def test_other_names_are_not_answered_to(host: str) -> None:
    assert not ServerSettings().answers_to(host)


def test_a_name_can_stand_for_all_below_it() -> None:
    settings = ServerSettings(hosts=("*.kommunen.se",))

    assert settings.answers_to("loften.kommunen.se:443")
    assert not settings.answers_to("kommunen.se")
    assert not settings.answers_to("loftenkommunen.se")
    assert ServerSettings(hosts=("*",)).answers_to("vad.som.helst")
