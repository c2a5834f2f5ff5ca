"""Names of files made from ids that people have chosen."""

import re
import unicodedata
from hashlib import sha256

_PLAIN = re.compile(r"[0-9A-Za-z][-0-9A-Za-z_]{0,79}")


def file_name(identifier: str) -> str:
    """The id itself when every system takes it as a file name and an address; otherwise its letters without accents,
    and eight digits that tell it from others that would look the same."""
    if _PLAIN.fullmatch(identifier):
        return identifier
    ascii_only = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^0-9A-Za-z]+", "-", ascii_only).strip("-")[:60] or "id"
    return f"{kept}-{sha256(identifier.encode()).hexdigest()[:8]}"
