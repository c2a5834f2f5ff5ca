import base64
import hashlib

from pages.server.security import hashes, policy, safety_headers
from pages.server.settings import ServerSettings


def rules(content_policy: str) -> dict[str, str]:
    return {name: sources for name, _, sources in (rule.partition(" ") for rule in content_policy.split("; "))}


def headers(settings: ServerSettings) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in safety_headers(settings)}


def test_nothing_may_be_fetched_from_elsewhere_nor_run_from_text() -> None:
    said = policy(ServerSettings())

    assert rules(said)["default-src"] == "'none'"
    assert rules(said)["script-src"] == rules(said)["style-src"] == rules(said)["connect-src"] == "'self'"
    assert "unsafe" not in said
    assert "http" not in said
    assert "*" not in said


def test_what_stands_in_the_page_itself_is_allowed_by_its_hash() -> None:
    html = "<script>window.a = 1</script><style>p { color: red }</style>"
    digest = base64.b64encode(hashlib.sha256(b"window.a = 1").digest()).decode()
    said = rules(policy(ServerSettings(), scripts=hashes(html, "script"), styles=hashes(html, "style")))

    assert said["script-src"] == f"'self' 'sha256-{digest}'"
    assert said["style-src"].startswith("'self' 'sha256-")
    assert digest not in said["style-src"]


def test_only_elements_may_have_styles_of_their_own_where_plotly_needs_it() -> None:
    said = rules(policy(ServerSettings(), attributes=True))

    assert said["style-src-elem"] == "'self'"
    assert said["style-src-attr"] == "'unsafe-inline'"
    assert said["script-src"] == "'self'"


def test_without_a_list_nobody_else_frames_the_page() -> None:
    said = headers(ServerSettings())

    assert rules(said["content-security-policy"])["frame-ancestors"] == "'self'"
    assert said["x-frame-options"] == "SAMEORIGIN"


def test_those_on_the_list_do_and_the_old_header_does_not_stop_them() -> None:
    said = headers(ServerSettings(embed_in=("https://www.kommunen.se",)))

    assert rules(said["content-security-policy"])["frame-ancestors"] == "'self' https://www.kommunen.se"
    assert "x-frame-options" not in said


def test_every_answer_says_what_browsers_may_not_do() -> None:
    said = headers(ServerSettings())

    assert said["x-content-type-options"] == "nosniff"
    assert said["referrer-policy"] == "same-origin"
    assert said["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in said["permissions-policy"]
    assert "camera=()" in said["permissions-policy"]


def test_https_is_demanded_only_where_there_is_https() -> None:
    assert "strict-transport-security" not in headers(ServerSettings())
    assert headers(ServerSettings(https=True))["strict-transport-security"] == "max-age=31536000"
