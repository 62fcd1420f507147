"""The one reader of case files: from YAML to a case, every problem at once."""

import hashlib
from pathlib import Path
from typing import Any, cast

from engine.case import identity
from engine.case import messages as say
from engine.case.checks import check_dates, check_findings, check_sources
from engine.case.entries import AT_TOP, check_keys, read_entry, read_group, read_groups
from engine.case.log import Log
from engine.case.model import ENTERPRISE, Basis, Case, Entry, Mark
from engine.case.scalars import ID, RESERVED, Context, read_many, read_one
from engine.case.schema import UNDERTAKING, UNIT, Schema, Type, schema_of
from engine.case.source import LARGEST, decode, read_bytes
from engine.case.statements import read_answer, read_completeness
from engine.case.surveys import check_surveys
from engine.case.yaml_tree import Items, Leaf, Node, Pairs, is_nothing, parse
from engine.errors import Problem
from engine.text import Language
from engine.vocabulary.model import Vocabulary

VERSION = "case/1"
DEFAULT_ROLE = "employer"
_EXEMPT = frozenset({"p_number", "cvr", "org_number", "sha256"})  # fields whose numbers are checked for what they are


def read_case(path: Path, vocabulary: Vocabulary) -> tuple[Case, list[Problem]]:
    """Read a case file. Gives the case and the warnings; raises BadInputError with every problem of the file."""
    log = Log(str(path))
    data = read_bytes(path, log)
    if data is None:
        log.finish()
    return _read(data or b"", log, vocabulary)


def read_data(data: bytes, file: str, vocabulary: Vocabulary) -> tuple[Case, list[Problem]]:
    """Read a case that is at hand as bytes; ``file`` is what messages call it."""
    log = Log(file)
    if len(data) > LARGEST:
        log.add(say.TOO_LARGE, most=str(LARGEST // 1_000_000))
        log.finish()
    return _read(data, log, vocabulary)


def _read(data: bytes, log: Log, vocabulary: Vocabulary) -> tuple[Case, list[Problem]]:
    text = decode(data, log)
    root = parse(text, log) if text is not None else None
    if root is None:
        if not log.problems:
            log.add(say.EMPTY)
        log.finish()
    case = _Reading(log, schema_of(vocabulary)).case(cast(Node, root), hashlib.sha256(data).hexdigest())
    if case is not None:
        check_dates(case, log)
        check_sources(case, vocabulary, log)
        check_findings(case, vocabulary, log)
        check_surveys(case, vocabulary, log)
    warnings = log.finish()
    assert case is not None, "a case without problems was not built"
    return case, warnings


class _Reading:
    """The reading of one file: first the ids, then everything that may refer to them."""

    def __init__(self, log: Log, schema: Schema) -> None:
        self.log, self.schema = log, schema
        self.context = Context(log, schema)
        self.role = DEFAULT_ROLE

    def case(self, root: Node, sha256: str) -> Case | None:
        """Build the case; None where the header is too broken for one."""
        log, schema = self.log, self.schema
        if not isinstance(root, Pairs):
            log.add(say.NOT_A_CASE, root.mark)
            return None
        self._refuse_persons(root)
        version = root.pairs.get("forsvarlig")
        if version and not (isinstance(version[1], Leaf) and version[1].text.strip() == VERSION):
            given = version[1].text if isinstance(version[1], Leaf) else "…"
            log.add(say.WRONG_VERSION, version[1].mark, given=log.shown(given))
            return None
        keys = schema.header | {key: schema.header["registers"] for key in schema.registers if key not in schema.header}
        check_keys(root, keys, AT_TOP, self.context)
        header = self._header(root)
        self.role = str(header.get("stated_by", DEFAULT_ROLE))
        self._gather_ids(root)
        enterprise = self._enterprise(root)
        entries = self._entries(root)
        units = tuple(entry for entry in entries if entry.cls == UNIT)
        if not units:
            log.add(say.NO_UNITS, root.pairs["units"][0].mark if "units" in root.pairs else Mark(0, 0))
        completeness = [read_completeness(node, schema.completeness, self.context, self.role)
                        for node in self._groups(root, "registers")]
        answers = [read_answer(node, schema.answer, self.context, self.role) for node in self._groups(root, "answers")]
        if enterprise is None or not {"language", "regimes", "date", "basis"} <= header.keys():
            return None
        by_id = {ENTERPRISE: enterprise}
        for entry in entries:
            if entry.id:
                by_id.setdefault(entry.id, entry)
        return Case(
            log.file, sha256, cast(Language, header["language"]), header["regimes"], header["date"],
            Basis(header["basis"]), header.get("fictional") == "yes", self.role, enterprise, units, by_id,
            tuple(said for said in completeness if said), tuple(said for said in answers if said),
            header.get("interpretations", ()),
        )

    def _header(self, root: Pairs) -> dict[str, Any]:
        """Read the keys at the top that have values of their own."""
        found: dict[str, Any] = {}
        for name, slot in self.schema.header.items():
            if slot.type is Type.GROUP or name not in root.pairs:
                continue
            node = root.pairs[name][1]
            if slot.many:
                many = read_many(slot, node, self.context)
                if many is not None and not many[0] and slot.required and isinstance(node, Items) and not node.items:
                    self.log.add(say.NOTHING_CHOSEN, node.mark, self.log.choice("", list(slot.words)), key=name)
                elif many is not None:
                    found[name] = many[0]
            else:
                value = read_one(slot, node, self.context)
                if value is not None:
                    found[name] = value
        return found

    def _gather_ids(self, root: Pairs) -> None:
        """Note the id and class of every entry, and the words of the names of the undertaking and its units."""
        names: list[str] = []
        for key, register in self.schema.registers.items():
            node = root.pairs[key][1] if key in root.pairs else None
            for item in node.items if isinstance(node, Items) else ():
                given = item.pairs.get("id") if isinstance(item, Pairs) else None
                if given is None or not isinstance(given[1], Leaf):
                    continue
                entry_id, mark = given[1].text.strip(), given[1].mark
                if not ID.fullmatch(entry_id) or entry_id in RESERVED:
                    continue
                names.append(_name(cast(Pairs, item)))
                self._gather(entry_id, register.cls.id, mark)
        node = root.pairs["enterprise"][1] if "enterprise" in root.pairs else None
        if isinstance(node, Pairs):
            names.append(_name(node))
        self.context.own_names = frozenset(word for name in names for word in name.split())

    def _gather(self, entry_id: str, cls: str, mark: Mark) -> None:
        ids = self.context.ids
        if entry_id in ids:
            first, second = sorted((ids[entry_id][1], mark))
            self.log.add(say.DUPLICATE_ID, second, id=entry_id, line=str(first.line))
        else:
            self.context.add_id(entry_id, cls, mark)

    def _groups(self, root: Pairs, key: str) -> list[Pairs]:
        """Give the groups listed under a key at the top."""
        slot = self.schema.header.get(key) or self.schema.header["registers"]
        if key not in root.pairs:
            return []
        named = type(slot)(key, Type.GROUP, slot.label, many=True)
        return read_groups(named, root.pairs[key][1], self.context)

    def _enterprise(self, root: Pairs) -> Entry | None:
        if "enterprise" not in root.pairs:
            return None
        node = read_group(self.schema.header["enterprise"], root.pairs["enterprise"][1], self.context)
        if node is None:
            return None
        return read_entry(UNDERTAKING, self.schema.enterprise, node, self.context, self.role, ENTERPRISE)

    def _entries(self, root: Pairs) -> list[Entry]:
        """Read the entries of every register, in the order of the file."""
        return [
            read_entry(register.cls.id, register.slots, node, self.context, self.role)
            for key in root.pairs if (register := self.schema.registers.get(key))
            for node in self._groups(root, key)
        ]

    def _refuse_persons(self, root: Node) -> None:
        """Refuse national identity numbers: in the text of the file, comments too, and in the values as read."""
        exempt: dict[int, list[tuple[int, int]]] = {}
        seen: set[int] = set()
        values: list[Leaf] = []
        _walk(root, "", values, exempt)
        for number, line in enumerate(self.log.lines, 1):
            for found in identity.persons(line):
                if any(start <= found.start < end for start, end in exempt.get(number, ())):
                    continue
                seen.add(number)
                self._refuse(found.country, Mark(number, found.start + 1))
        for leaf in values:
            if leaf.mark.line not in seen:
                for found in identity.persons(leaf.text):
                    self._refuse(found.country, leaf.mark)

    def _refuse(self, country: str, mark: Mark) -> None:
        self.log.add(say.NORWEGIAN_IDENTITY if country == "no" else say.DANISH_IDENTITY, mark)


def _walk(root: Node, key: str, values: list[Leaf], exempt: dict[int, list[tuple[int, int]]]) -> None:
    """Collect the values of a tree, those of the exempt fields apart."""
    if isinstance(root, Pairs):
        for name, (leaf, value) in root.pairs.items():
            values.append(leaf)
            _walk(value, name, values, exempt)
    elif isinstance(root, Items):
        for item in root.items:
            _walk(item, "", values, exempt)
    elif key in _EXEMPT:
        start = root.mark.column - 1
        exempt.setdefault(root.mark.line, []).append((start, start + len(root.text) + 2))
    elif not is_nothing(root):
        values.append(root)


def _name(node: Pairs) -> str:
    given = node.pairs.get("name")
    return given[1].text if given and isinstance(given[1], Leaf) else ""
