"""What whoever runs the server decides through the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from etl.errors import LofteskollenError
from pages.served import is_public

EMBED_IN, HOSTS, HTTPS = (f"LOFTESKOLLEN_{name}" for name in ("EMBED_IN", "HOSTS", "HTTPS"))
LOCAL = ("127.0.0.1", "localhost", "::1")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = rf"{_LABEL}(?:\.{_LABEL})*"
# An origin may stand for its subdomains, but never for everybody: `https://*` is refused.
_ORIGIN = re.compile(rf"(?:https://(?:\*\.{_LABEL}\.)?{_NAME}|http://(?:localhost|127\.0\.0\.1))(?::\d{{1,5}})?")
_HOST = re.compile(rf"(?:\*\.)?{_NAME}|\*|::1")


class SettingsError(LofteskollenError):
    """A setting of the server that cannot be used."""


@dataclass(frozen=True, kw_only=True)
class ServerSettings:
    """`embed_in`: origins whose pages may frame ours. `hosts`: names the server answers to. `https`: browsers are told
    to come back only over https. `public`: nothing is written in the visitor's browser."""

    embed_in: tuple[str, ...] = ()
    hosts: tuple[str, ...] = LOCAL
    https: bool = False
    public: bool = False

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "ServerSettings":
        """Raises SettingsError for a value that is not what it should be: a server with half a policy never starts."""
        return cls(
            embed_in=_listed(environment, EMBED_IN, _ORIGIN, "Skriv till exempel https://www.kommunen.se."),
            hosts=_listed(environment, HOSTS, _HOST, "Skriv till exempel loften.kommunen.se.") or LOCAL,
            https=_switch(environment, HTTPS),
            public=is_public(environment),
        )

    def answers_to(self, host: str) -> bool:
        """Whether a request whose Host header is `host` (with or without port) is meant for this server."""
        name = _host_name(host)
        return any(
            pattern == "*" or name == pattern or (pattern.startswith("*.") and name.endswith(pattern[1:]))
            for pattern in self.hosts
        )


def _host_name(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    name, _, port = host.partition(":")
    return name.casefold().rstrip(".") if not port or port.isdigit() else ""


def _listed(environment: Mapping[str, str], name: str, allowed: re.Pattern[str], example: str) -> tuple[str, ...]:
    values = tuple(environment.get(name, "").casefold().split())
    for value in values:
        if not allowed.fullmatch(value):
            raise SettingsError(what=f"”{value}” går inte att använda", where=name, todo=example)
    return values


def _switch(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "")
    if value not in ("", "0", "1"):
        raise SettingsError(what=f"”{value}” går inte att använda", where=name, todo="Skriv 1 för ja eller 0 för nej.")
    return value == "1"
