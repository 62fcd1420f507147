"""The bytes of a case file: found, of a sensible size, UTF-8, printable; anything else is bad input."""

import re
from pathlib import Path

from engine.case import messages as say
from engine.case.log import Log
from engine.case.model import Mark

LARGEST = 5_000_000  # bytes; the reference case of 200 records has a tenth of a million

# What a case file may not hold, written out or escaped: control characters, other line breaks than LF and CRLF,
# characters that turn the direction of the text, a byte order mark in the middle, half characters and noncharacters.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n|\r|\n")


def read_bytes(path: Path, log: Log) -> bytes | None:
    """Read the file, never more of it than is allowed. Gives None where it can't be read (said in the log)."""
    try:
        if path.is_dir():
            log.add(say.IS_DIRECTORY)
            return None
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        log.add(say.NO_SUCH_FILE)
        return None
    except (OSError, ValueError):
        log.add(say.UNREADABLE)
        return None
    if len(data) > LARGEST:
        log.add(say.TOO_LARGE, most=str(LARGEST // 1_000_000))
        return None
    return data


def decode(data: bytes, log: Log) -> str | None:
    """Decode UTF-8, with or without a byte order mark, and refuse what can't be printed."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = len(_LINE_END.findall(before.decode("utf-8-sig", "replace"))) + 1
        column = len(before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :].decode("utf-8-sig", "replace")) + 1
        log.add(say.NOT_UTF8, Mark(line, column), byte=str(error.start + 1))
        return None
    log.lines = _LINE_END.split(text)
    clean = True
    for number, line_text in enumerate(log.lines, 1):
        found = UNPRINTABLE.search(line_text)
        if found:
            log.add(say.CONTROL_CHARACTER, Mark(number, found.start() + 1), code=f"U+{ord(found.group()):04X}")
            clean = False
    return text if clean else None
