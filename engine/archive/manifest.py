"""What an archive says of itself: its format, the hash of its content, and what packed it."""

import json
from dataclasses import asdict, dataclass, fields

from engine.archive.messages import printable, problem
from engine.errors import BadInputError

FORMAT = "rulebase/1"
NAME = "rulebase.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The file ``rulebase.json``: ``hash`` as ``engine.rulebase.content_hash`` gives it, the version of the engine that
    packed, and the last day on which any act of the law base was read.
    """

    format: str
    hash: str
    engine: str
    law_read: str

    def data(self) -> bytes:
        """Write it as JSON, the same bytes each time."""
        return (json.dumps(asdict(self), indent=1) + "\n").encode()


def read_manifest(data: bytes, file: str) -> Manifest:
    """Read the manifest of the archive ``file``; fields that a later version added are passed over.

    Raises BadInputError when it is none, or of another format.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    wanted = [each.name for each in fields(Manifest)]
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in wanted):
        raise BadInputError([problem(file, "manifest-unreadable", manifest=NAME)])
    manifest = Manifest(*(found[name] for name in wanted))
    if manifest.format != FORMAT:
        raise BadInputError([problem(file, "wrong-format", found=printable(manifest.format), wanted=FORMAT)])
    return manifest
