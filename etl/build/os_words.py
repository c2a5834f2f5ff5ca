"""What the operating system refused, in Swedish."""

import errno
from collections.abc import Mapping

_WORDS: Mapping[int, str] = {
    errno.EACCES: "du har inte rätt till den",
    errno.EPERM: "du har inte rätt till den",
    errno.EROFS: "disken går bara att läsa",
    errno.ENOENT: "den finns inte",
    errno.EEXIST: "det finns redan en fil med det namnet",
    errno.ENOTDIR: "en del av sökvägen är en fil och ingen mapp",
    errno.EISDIR: "det är en mapp och ingen fil",
    errno.ELOOP: "länken leder tillbaka till sig själv",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ENOSPC: "disken är full",
    errno.EFBIG: "disken är full",
    errno.EDQUOT: "diskutrymmet är slut",
    errno.EMFILE: "för många filer är öppna",
    errno.EIO: "disken svarar med fel",
}


def os_words(error: OSError) -> str:
    """A clause without capital and full stop, to follow a colon."""
    return _WORDS.get(error.errno or 0) or f"{error.strerror or type(error).__name__} ({error.errno})"
