"""What the operating system says when a file can't be read or written, in the reader's language."""

import errno

from engine.text import Text

_WORDS = {
    errno.ENOENT: Text("filen eller mappen finnes ikke", "filen eller mappen findes ikke", "there is no such file or folder"),
    errno.EISDIR: Text("det er en mappe", "det er en mappe", "it is a folder"),
    errno.ENOTDIR: Text("en del av stien er ikke en mappe", "en del af stien er ikke en mappe", "a part of the path is not a folder"),
    errno.EACCES: Text("mangler tilgang", "adgang mangler", "permission denied"),
    errno.ENOSPC: Text("disken er full", "disken er fuld", "the disk is full"),
}


def why(error: OSError) -> Text:
    """Say why, in three languages; what is rarer stands as the system put it."""
    said = error.strerror or str(error)
    return _WORDS.get(error.errno or 0, Text(said, said, said))
