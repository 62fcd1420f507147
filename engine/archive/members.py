"""The files inside a zip from anywhere: read only where every one of them is what a rule base holds, and within limits.

Nothing is written here, and no name from the archive becomes a path before it was checked.
"""

import io
import stat
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from engine.archive.messages import named, problem
from engine.errors import BadInputError, Problem
from engine.rulebase import PARTS
from engine.text import Text, same

MEGABYTE = 1_000_000
LARGEST_ARCHIVE = 32 * MEGABYTE  # ten times ours, as it is packed: without compression
MOST_MEMBERS = 5_000
LARGEST_MEMBER = 4 * MEGABYTE
LARGEST_CONTENT = 64 * MEGABYTE
MOST_GROWTH = 100  # deflate can do a thousand; text of ours grows five to twenty times
TYPES = (".csv", ".regel", ".ttl", ".yaml")
CENTRAL = b"PK\x01\x02"  # begins each entry of the directory of a zip
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, OverflowError, RuntimeError, ValueError)


def read_members(data: bytes, file: str, beside: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Read the files of a zip, by name and with LF line ends; ``beside`` must lie at the top, outside the folders of a rule base.

    Raises BadInputError with everything that is wrong, the names of one fault together; ``file`` is what messages call the archive.
    """
    if len(data) > LARGEST_ARCHIVE:
        raise BadInputError([problem(file, "archive-too-large", most=_size(LARGEST_ARCHIVE))])
    if data.count(CENTRAL) > MOST_MEMBERS:  # before the directory is read, which costs memory for each of them
        raise BadInputError([problem(file, "too-many-members", most=str(MOST_MEMBERS))])
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except FAULTS:
        raise BadInputError([problem(file, "not-a-zip")]) from None
    with archive:
        members = archive.infolist()
        problems = name_problems([each.filename for each in members], file, beside)
        problems += [problem(file, "no-manifest", manifest=name) for name in beside if name not in archive.namelist()]
        problems += _grouped(((code, each.filename) for each in members for code in _faults(each)), file)
        if sum(each.file_size for each in members) > LARGEST_CONTENT:
            problems.append(problem(file, "archive-too-large-inside", most=_size(LARGEST_CONTENT)))
        if problems:
            raise BadInputError(problems)
        return _read(archive, [each for each in members if not _is_folder(each.filename)], file)


def name_problems(names: Iterable[str], file: str, beside: tuple[str, ...] = ()) -> list[Problem]:
    """Give everything that is wrong with the names of the files of a rule base."""
    names = list(names)
    faults = [(code, name) for name in names if name not in beside and (code := _name_fault(name))]
    faults += [("duplicate-member", name) for name in _duplicates(names)]
    faults += [("folder-missing", part) for part in PARTS if not any(name.startswith(f"{part}/") for name in names)]
    return _grouped(faults, file)


def _name_fault(name: str) -> str | None:
    """Name the fault of one name; a folder's ends in a slash."""
    parts = name.removesuffix("/").split("/")
    if name.startswith("/") or name[1:2] == ":":
        return "absolute-path"
    if ".." in parts or ".." in name.split("\\"):
        return "path-outside"
    if "\\" in name or not name.isprintable() or any(part == "" or part.startswith(".") for part in parts):
        return "odd-name"
    if parts[0] not in PARTS or "__pycache__" in parts or (len(parts) == 1 and not _is_folder(name)):
        return "unexpected-folder"
    if not _is_folder(name) and PurePosixPath(name).suffix not in TYPES:
        return "unexpected-type"
    return None


def _duplicates(names: list[str]) -> Iterator[str]:
    """Give each name that some disk can't hold beside an earlier one: the same, another case of it, or a file where a folder is."""
    files = [name for name in names if not _is_folder(name)]
    seen: set[str] = set()
    folders = {_folded(str(parent)) for name in files for parent in PurePosixPath(name).parents}
    for name in files:
        folded = _folded(name)
        if folded in seen or folded in folders:
            yield name
        seen.add(folded)


def _is_folder(name: str) -> bool:
    return name.endswith("/")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _faults(member: zipfile.ZipInfo) -> Iterator[str]:
    """Name the faults of one member that its entry in the directory already shows."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) and (kind != stat.S_IFDIR or not _is_folder(member.filename)):
        yield "member-link"
    if member.flag_bits & 0x1:
        yield "member-encrypted"
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield "member-compression"
    if member.file_size > LARGEST_MEMBER:
        yield "member-too-large"
    if member.file_size > MOST_GROWTH * max(member.compress_size, 1):
        yield "too-compressed"


def _read(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], file: str) -> dict[str, bytes]:
    """Read each member, up to the size that its entry gives: what says less than it holds is damaged."""
    found: dict[str, bytes] = {}
    damaged = []
    for member in sorted(members, key=lambda each: each.filename):
        try:
            with archive.open(member) as stream:
                content = stream.read(member.file_size + 1)
        except FAULTS:
            content = None
        if content is None or len(content) != member.file_size:
            damaged.append(member.filename)
        else:
            found[member.filename] = content.replace(b"\r\n", b"\n")
    if damaged:
        raise BadInputError([problem(file, "member-damaged", names=named(damaged))])
    return found


def _grouped(faults: Iterable[tuple[str, str]], file: str) -> list[Problem]:
    """Make one problem of the names that have the same fault."""
    by_code = defaultdict[str, list[str]](list)
    for code, name in faults:
        by_code[code].append(name)
    return [problem(file, code, names=named(names), **_SLOTS.get(code, {})) for code, names in sorted(by_code.items())]


def _size(count: int) -> str:
    return f"{count // MEGABYTE} MB"


_SLOTS: dict[str, dict[str, str | Text]] = {
    "unexpected-type": {"allowed": same(" ".join(TYPES))},
    "member-too-large": {"most": _size(LARGEST_MEMBER)},
    "too-compressed": {"most": str(MOST_GROWTH)},
}
