"""Where unpacked rule bases lie: a folder for each content, beside the compiled ones in the cache."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from engine.archive.messages import problem
from engine.errors import BadInputError
from engine.rulebase import content_hash, hash_of


def placed(files: Mapping[str, bytes], spec: str) -> Path:
    """Give a folder that holds exactly these files: the one from before, or a new one.

    It is written beside and renamed, so that nobody sees half of it; what was damaged since is written again. Where the cache can't be
    written, a folder of the user's own among the temporary files is used. Raises BadInputError where neither can.
    """
    wanted = hash_of(files)
    for root in _roots():
        target = root / wanted.removeprefix("sha256:")
        if not _holds(target, wanted):
            _write(files, target, wanted)
        if _holds(target, wanted):
            return target
    raise BadInputError([problem(spec, "no-room", names=", ".join(str(root) for root in _roots()))])


def _roots() -> Iterator[Path]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    yield cache / "forsvarlig" / "rulebases"
    yield Path(tempfile.gettempdir()) / f"forsvarlig-{os.getuid()}"


def _holds(folder: Path, wanted: str) -> bool:
    return folder.is_dir() and content_hash(folder) == wanted


def _write(files: Mapping[str, bytes], target: Path, wanted: str) -> None:
    """Write the files beside the target and put them in its place, where that can be done; another process may do the same."""
    root = target.parent
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if root.stat().st_uid != os.getuid():
            return  # somebody else could change it while we read
        with tempfile.TemporaryDirectory(dir=root) as beside:
            new, old = Path(beside, "new"), Path(beside, "old")
            for name, data in files.items():
                file = new / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            if target.exists() and not _holds(target, wanted):
                target.rename(old)
            new.rename(target)
    except OSError:
        return  # no room, or another process was quicker: what lies there decides
