"""The archive of a rule base, ``rulebase/1``: a zip of kb, ontology and rules with a manifest, the same bytes each time."""

import io
import stat
import zipfile
from pathlib import Path

from engine import __version__
from engine.archive.manifest import FORMAT, NAME, Manifest, read_manifest
from engine.archive.members import LARGEST_ARCHIVE, name_problems, read_members
from engine.archive.messages import printable, problem
from engine.errors import BadInputError
from engine.os_words import why
from engine.rulebase import RuleBase, contents, hash_of

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold
ORDINARY_FILE = (stat.S_IFREG | 0o644) << 16
UNIX = 3


def pack(base: RuleBase) -> bytes:
    """Pack the files that the hash of a rule base is over, with LF line ends, sorted, and without compression or times of day.

    Compression would make the bytes depend on the library that compresses. Raises BadInputError where a file could not be read back.
    """
    files = contents(base.folder)
    problems = name_problems(files, str(base.folder))
    if problems:
        raise BadInputError(problems)
    read = max(act.known_until for act in base.law.acts.values())
    manifest = Manifest(FORMAT, hash_of(files), __version__, str(read))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted({**files, NAME: manifest.data()}.items()):
            member = zipfile.ZipInfo(name, EPOCH)
            member.create_system, member.external_attr = UNIX, ORDINARY_FILE
            archive.writestr(member, data)
    packed = stream.getvalue()
    unpack(packed, str(base.folder))  # what breaks a limit is found now, not by whoever receives it
    return packed


def unpack(data: bytes, file: str) -> tuple[dict[str, bytes], Manifest]:
    """Give the files of an archive, by name, and its manifest. The hash that the manifest names has been compared with the content.

    Raises BadInputError with everything that is wrong with the archive, which messages call ``file``.
    """
    files = read_members(data, file, beside=(NAME,))
    manifest = read_manifest(files.pop(NAME), file)
    found = hash_of(files)
    if found != manifest.hash:
        raise BadInputError([problem(file, "wrong-hash", found=found, wanted=printable(manifest.hash))])
    return files, manifest


def read_archive(path: Path) -> tuple[dict[str, bytes], Manifest]:
    """Read an archive from a file, as ``unpack`` does; BadInputError also where there is no such file, or it can't be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_ARCHIVE + 1)
    except FileNotFoundError:
        raise BadInputError([problem(str(path), "no-such-archive")]) from None
    except OSError as error:
        raise BadInputError([problem(str(path), "archive-unreadable", why=why(error))]) from None
    return unpack(data, str(path))
