"""Writing an answer into a case file: one thing is added, every other byte stays, and the file is a valid case before and after.

What was written is read again before the file is touched, and must be the case as it was with the answer in it and nothing else. The
file is then replaced in one step, so whoever is killed in between leaves either the old file or the new.
"""

import dataclasses
import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from engine.ask.spans import Span, spans
from engine.case.model import ENTERPRISE, Case, Completeness, Mark
from engine.case.model import Answer as Value
from engine.case.reader import read_data
from engine.case.schema import schema_of
from engine.errors import BadInputError, Problem
from engine.text import Text
from engine.vocabulary.model import Vocabulary

_PLAIN = re.compile(r"[a-z][a-z0-9_-]*|[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = frozenset({"null", "true", "false", "on", "off", "y", "n"})  # what another reader of YAML may take for something else
_NOTED = re.compile(r"# forsvarlig ask: (?P<address>\S+) (?P<word>more|dont_know), (?P<by>\S+) \S+, (?P<entries>\d+)\s*$", re.MULTILINE)
CANT_SAVE = Text(
    "svaret lot seg ikke føye inn i filen slik den er skrevet", "svaret kunne ikke føjes ind i filen, som den er skrevet",
    "the answer could not be added to the file as it is written",
)
BY_HAND = Text("Skriv det inn selv: {line}", "Skriv det selv ind: {line}", "Write it in yourself: {line}")


@dataclass(frozen=True, slots=True)
class Saying:
    """An answer about a statement: an item of ``answers``."""

    about: str
    ask: str
    of: str | None
    value: Value
    because: str | None
    by: str
    as_of: date

    def line(self) -> Mapping[str, str]:
        """Give the item as keys and values."""
        found = {"about": self.about, "ask": self.ask, "of": self.of, "value": self.value.value, "because": self.because,
                 "as_of": self.as_of.isoformat(), "stated_by": self.by}
        return {key: value for key, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Complete:
    """A statement that a register is complete for a unit, or for all: an item of ``registers``."""

    register: str
    unit: str
    by: str
    as_of: date

    def line(self) -> Mapping[str, str]:
        """Give the item as keys and values."""
        where = "all" if self.unit == ENTERPRISE else f"[{self.unit}]"
        return {"register": self.register, "complete_for": where, "as_of": self.as_of.isoformat(), "stated_by": self.by}


@dataclass(frozen=True, slots=True)
class Given:
    """A date or number: a field of an entry, or a field inside a field of it."""

    entry: str
    path: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """That somebody was asked and the case has no place for the answer: a comment, so that it is not asked again.

    It counts as long as the register has as many ``entries`` as then.
    """

    address: str
    word: str  # more, dont_know
    by: str
    as_of: date
    entries: int

    def comment(self) -> str:
        """Give the comment."""
        return f"# forsvarlig ask: {self.address} {self.word}, {self.by} {self.as_of.isoformat()}, {self.entries}"


Save = Saying | Complete | Given | Noted


def noted(text: str, by: str) -> dict[str, int]:
    """Give the addresses that a role was asked about and that have no answer in the case, with the number of entries there was."""
    return {found["address"]: int(found["entries"]) for found in _NOTED.finditer(text) if found["by"] == by}


def saved(data: bytes, save: Save, file: str, vocabulary: Vocabulary) -> bytes:
    """Give a case file with an answer in it. Raises BadInputError where the case would not be valid, or be another in anything else."""
    before, _ = read_data(data, file, vocabulary)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data.decode("utf-8-sig")
    written = mark + _written(text, save, before).encode("utf-8")
    after, _ = read_data(written, file, vocabulary)
    if _bare(after) != _bare(_expected(before, after, save)):
        hint = BY_HAND.format(line=_flow(save.line()) if isinstance(save, Saying | Complete) else str(save))
        raise BadInputError([Problem(file, 0, 0, "cannot-save", CANT_SAVE, hint)])
    return written


def place_of(property_id: str, cls: str, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """Give the field that states a property in the entries of a class: its name, or its name inside another field."""
    for slot in schema_of(vocabulary).section(cls).values():
        if slot.states == property_id:
            return (slot.name,)
        for part in slot.parts:
            if part.states == property_id:
                return (slot.name, part.name)
    return None


def store(path: Path, data: bytes) -> None:
    """Replace a file in one step. Raises OSError where that can't be done; the file is then as it was."""
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _expected(before: Case, after: Case, save: Save) -> Case:
    """Give the case as it was with the answer, in the words in which the reader reads it."""
    if isinstance(save, Saying):
        last = after.answers[-1] if after.answers else None
        said = last and {"about": last.about, "ask": last.property, "of": last.object, "value": last.value.value, "because": last.because,
                         "as_of": last.as_of.isoformat() if last.as_of else None, "stated_by": last.stated_by}
        return replace(before, answers=(*before.answers, last)) if last and said == _whole(save) else before
    if isinstance(save, Complete):
        units = None if save.unit == ENTERPRISE else (save.unit,)
        said_of = Completeness(save.register, units, save.as_of, save.by, Mark(0, 0))
        return replace(before, completeness=(*before.completeness, said_of))
    if isinstance(save, Given):
        name = ".".join(save.path)
        old, new = before.entries[save.entry], after.entries[save.entry]
        changed = replace(old, fields={**old.fields, name: new.fields[name]}) if name in new.fields else old
        entries = {**before.entries, save.entry: changed}
        units = tuple(entries[unit.id] for unit in before.units)  # type: ignore[assignment]
        return replace(before, entries=entries, units=units, enterprise=entries[ENTERPRISE])  # type: ignore[arg-type]
    return before


def _whole(save: Saying) -> dict[str, str | None]:
    return {"about": save.about, "ask": save.ask, "of": save.of, "value": save.value.value, "because": save.because,
            "as_of": save.as_of.isoformat(), "stated_by": save.by}


def _bare(value: object) -> object:
    """Give a case without the places in the file."""
    if isinstance(value, Mark):
        return None
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(_bare(each) for each in value)
    if dataclasses.is_dataclass(value):
        return {f.name: _bare(getattr(value, f.name)) for f in dataclasses.fields(value) if f.name != "sha256"}
    return value


def _written(text: str, save: Save, case: Case) -> str:
    if isinstance(save, Noted):
        return _at_end(text, save.comment())
    root = spans(text)
    assert root is not None, "a valid case is not empty"
    if isinstance(save, Given):
        return _with_field(text, root, save, case)
    return _with_item(text, root, "answers" if isinstance(save, Saying) else "registers", _flow(save.line()))


def _with_item(text: str, root: Span, key: str, item: str) -> str:
    """Add an item to a list at the top, which is begun at the end of the file where there is none."""
    listed, name = root.get(key), root.key(key)
    if listed is None or name is None:
        pad = " " * root.column
        return _at_end(text, f"{pad}{key}:", f"{pad}  - {item}")
    if listed.is_nothing:
        return _line_after(text, name.end, f"{' ' * (root.column + 2)}- {item}")
    if not listed.flow:
        return _line_after(text, listed.last, f"{' ' * listed.column}- {item}")
    if listed.items:
        return _inserted(text, listed.items[-1].end, f", {item}")
    return _inserted(text, listed.start + 1, item)


def _with_field(text: str, root: Span, save: Given, case: Case) -> str:
    """Write a field of an entry: in place of what stands there, or after the last of its fields."""
    within = _entry(root, save.entry)
    *outer, name = save.path
    for key in outer:
        inner = within.get(key)
        if inner is None:
            return _with_pair(text, within, key, f"{{{name}: {save.text}}}")
        within = inner
    there = within.get(name)
    if there is not None and there.kind == "scalar":
        return text[: there.start] + (" " if there.is_nothing else "") + save.text + text[there.end :]
    return _with_pair(text, within, name, save.text)


def _entry(root: Span, entry: str) -> Span:
    if entry == ENTERPRISE:
        found = root.get("enterprise")
        assert found is not None, "a valid case has an undertaking"
        return found
    items = (item for _, listed in root.pairs if listed.kind == "list" for item in listed.items if item.kind == "mapping")
    return next(item for item in items if (name := item.get("id")) is not None and name.text.strip() == entry)


def _with_pair(text: str, within: Span, key: str, value: str) -> str:
    if within.flow:
        last = within.pairs[-1][1].end if within.pairs else within.start + 1
        return _inserted(text, last, f"{', ' if within.pairs else ''}{key}: {value}")
    return _line_after(text, within.last, f"{' ' * within.column}{key}: {value}")


def _inserted(text: str, at: int, what: str) -> str:
    return text[:at] + what + text[at:]


def _line_after(text: str, at: int, line: str) -> str:
    """Add a line below the line that a place is in; what ends with its line (a block of text) is already below."""
    newline = _newline(text)
    if at and text[at - 1] == "\n":
        return _inserted(text, at, line + newline)
    end = text.find("\n", at)
    return f"{text}{newline}{line}{newline}" if end < 0 else _inserted(text, end + 1, line + newline)


def _at_end(text: str, *lines: str) -> str:
    newline = _newline(text)
    start = text if text.endswith("\n") else text + newline
    return start + "".join(line + newline for line in lines)


def _newline(text: str) -> str:
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def _flow(pairs: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(key, value)}" for key, value in pairs.items()) + "}"


def _scalar(key: str, value: str) -> str:
    """Write a value: as it is where it is a plain word, a number or a date; quoted otherwise. A list of units is written by us."""
    if key == "complete_for" and value.startswith("["):
        return f"[{_scalar('', value[1:-1])}]"
    return value if _PLAIN.fullmatch(value) and value not in _WORDS else json.dumps(value, ensure_ascii=False)
