"""What a user wants supposed, read against a case: addresses and values as the case file and the questions have them.

``sone-nord/exposed_to/violence=yes`` a statement · ``R1/dated=2026-05-01`` a field · ``sone-nord/training=complete`` a register ·
``T2`` (unset only) an entry. Properties may be called by their id or by their field.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.case import messages as case_say
from engine.case.entries import HELD_APART
from engine.case.log import Log
from engine.case.model import ENTERPRISE, Answer, Case, Field, Mark, Supposed
from engine.case.scalars import Context, read_many, read_one, read_units
from engine.case.schema import PLUS, UNDERTAKING, UNIT, Slot, Type, schema_of
from engine.case.yaml_tree import Items, Leaf
from engine.errors import BadInputError, Problem
from engine.text import Text
from engine.vocabulary.model import Kind, Nature, Origin, Property, Vocabulary
from engine.whatif import messages as say

NOWHERE = Mark(0, 0)
ANSWERS = {"yes": Answer.YES, "no": Answer.NO, "dont_know": Answer.DONT_KNOW}
COMPLETE, OPEN = "complete", "open"
CONCLUDED = "mapping_concluded"  # as the question about a unit's mapping is addressed
NOT_SET = frozenset({Type.TEXT, Type.ID, Type.ORG_NUMBER, Type.CVR, Type.P_NUMBER, Type.SHA256, Type.DECIMAL, Type.SCORES})


@dataclass(frozen=True, slots=True)
class OfStatement:
    """A statement that is supposed; its ``value`` is None where nobody is to have spoken of it."""

    address: str
    supposed: Supposed


@dataclass(frozen=True, slots=True)
class OfField:
    """A field of an entry that is supposed to say something else, or (``field`` is None) nothing.

    ``property`` is what it states, ``label`` what it is called.
    """

    address: str
    entry: str
    name: str
    field: Field | None
    property: str | None
    label: Text


@dataclass(frozen=True, slots=True)
class OfRegister:
    """A register that is supposed to be complete, or open, for a unit."""

    address: str
    register: str
    unit: str
    complete: bool


@dataclass(frozen=True, slots=True)
class OfEntry:
    """An entry that is supposed not to be there."""

    address: str
    entry: str


Supposition = OfStatement | OfField | OfRegister | OfEntry


def read_suppositions(sets: Sequence[str], unsets: Sequence[str], case: Case, vocabulary: Vocabulary) -> tuple[Supposition, ...]:
    """Read what is to be set (``ADDRESS=VALUE``) and unset (``ADDRESS``).

    Raises BadInputError with everything that is wrong with any of it.
    """
    reader, problems, found = _Reader(case, vocabulary), list[Problem](), dict[str, Supposition]()
    for given, is_set in [*((each, True) for each in sets), *((each, False) for each in unsets)]:
        log = Log(f"{'--set' if is_set else '--unset'} {given}")
        address, equals, value = given.partition("=") if is_set else (given, "=", "")
        if not equals:
            log.add(say.NO_VALUE, given=log.shown(given), example=log.shown(given))
        else:
            for each in reader.read(address.strip(), value.strip() if is_set else None, log):
                if each.address in found:
                    log.add(say.TWICE, address=each.address)
                found.setdefault(each.address, each)
        problems += log.problems.values()
    problems += _gone(found)
    if problems:
        raise BadInputError(problems)
    return tuple(found.values())


def _gone(found: dict[str, Supposition]) -> Iterator[Problem]:
    """Complain of what is supposed of an entry that is supposed not to be there."""
    gone = {each.entry for each in found.values() if isinstance(each, OfEntry)}
    for address in found:
        entry = address.split("/")[0]
        if entry in gone and address != entry:
            log = Log(f"--set {address}")
            log.add(say.AT_ODDS, one=entry, two=address)
            yield from log.problems.values()


class _Reader:
    """Reads addresses of one case."""

    def __init__(self, case: Case, vocabulary: Vocabulary) -> None:
        self.case, self.vocabulary, self.schema = case, vocabulary, schema_of(vocabulary)
        self.registers = self.schema.completeness["register"].words
        self.log = Log("")
        self.context = Context(self.log, self.schema)
        for entry in case.entries.values():
            if entry.id != ENTERPRISE:
                self.context.add_id(entry.id, entry.cls, entry.mark)

    def read(self, address: str, value: str | None, log: Log) -> Iterator[Supposition]:
        """Read one address with its value (None to unset it); what is wrong goes into the log."""
        self.log = self.context.log = log
        subject, *rest = address.split("/")
        entry = self.case.entries.get(subject)
        if entry is None:
            log.add(case_say.UNKNOWN_ABOUT, NOWHERE, log.choice(subject, list(self.case.entries)), id=log.shown(subject))
        elif len(rest) > 2 or not all(rest) or (not rest and value is not None):
            log.add(say.NO_ADDRESS, given=log.shown(address))
        elif not rest:
            yield from self._entry(subject)
        elif len(rest) == 1 and rest[0] in self.registers and entry.cls in (UNIT, UNDERTAKING):
            yield from self._register(rest[0], subject, value)
        elif rest == [CONCLUDED] and entry.cls == UNIT:
            yield from self._mapping(subject, value)
        else:
            yield from self._part(subject, rest, value)

    def _entry(self, entry: str) -> Iterator[Supposition]:
        last = [unit.id for unit in self.case.units] == [entry]
        if entry == ENTERPRISE or last:
            self.log.add(say.CANT_REMOVE, id=entry)
        else:
            yield OfEntry(entry, entry)

    def _register(self, register: str, subject: str, value: str | None) -> Iterator[Supposition]:
        if value not in (None, COMPLETE, OPEN):
            hint = self.log.choice(str(value), [COMPLETE, OPEN])
            self.log.add(say.NOT_COMPLETE, NOWHERE, hint, value=self.log.shown(str(value)))
            return
        for unit in [unit.id for unit in self.case.units] if subject == ENTERPRISE else [subject]:
            yield OfRegister(f"{unit}/{register}", register, unit, value == COMPLETE)

    def _mapping(self, unit: str, value: str | None) -> Iterator[Supposition]:
        """The question whether a unit's mapping is concluded is one about each of its mappings."""
        mappings = [each.id for each in self.case.of("Mapping") if each.units is None or unit in each.units]
        if not mappings:
            self._unknown(unit, CONCLUDED)
        for mapping in mappings:
            yield from self._part(mapping, ["concluded"], value)

    def _part(self, subject: str, rest: list[str], value: str | None) -> Iterator[Supposition]:
        """Read a statement or a field of an entry."""
        name, slots = rest[0], self._slots(subject)
        prop = self._property(subject, name)
        slot = slots.get(name) or next((each for each in slots.values() if each.states == (prop.id if prop else name)), None)
        field = next((full for full, each in slots.items() if each is slot), "")
        if prop and prop.origin is not Origin.INPUT:
            self.log.add(case_say.DERIVED, key=name)
        elif prop and prop.kind is Kind.LINK and (len(rest) == 2 or prop.id == "exposed_to"):
            yield from self._link(subject, prop, rest[1] if len(rest) == 2 else "", value)
        elif len(rest) == 2 or (prop is None and slot is None):
            self._unknown(subject, "/".join(rest))
        elif prop and prop.kind is Kind.FLAG:
            yield from self._statement(prop, subject, None, value)
        elif slot is None or slot.type in NOT_SET:
            self._unknown(subject, name)
        else:
            yield from self._field(subject, field, slot, value, prop)

    def _slots(self, subject: str) -> dict[str, Slot]:
        """Give the fields of an entry by their full names (``employees.total``)."""
        section = self.schema.section(self.case.entries[subject].cls)
        found = {}
        for slot in section.values():
            if slot.type is Type.GROUP:
                found.update({f"{slot.name}.{part.name}": part for part in slot.parts if slot.name not in HELD_APART})
            elif slot.name not in HELD_APART:
                found[slot.name] = slot
        return found

    def _property(self, subject: str, name: str) -> Property | None:
        mine = self._properties(subject)
        return next((p for p in mine if p.id == name), None) or next((p for p in mine if p.field == name), None)

    def _properties(self, subject: str) -> list[Property]:
        cls = self.case.entries[subject].cls
        if self.vocabulary.classes[cls].nature is Nature.EVIDENCE:
            return []
        return [p for p in self.vocabulary.properties.values() if cls in p.domain]

    def _unknown(self, subject: str, key: str) -> None:
        entry = self.case.entries[subject]
        names = [p.field or p.id for p in self._properties(subject) if p.origin is Origin.INPUT and p.kind is not Kind.DETAIL]
        names += [p.id for p in self._properties(subject) if p.origin is Origin.INPUT and p.field not in (None, p.id)]
        names += list(self.registers) if entry.cls in (UNIT, UNDERTAKING) else []
        hint = self.log.choice(key, list(dict.fromkeys(names)))
        self.log.add(say.UNKNOWN_PART, NOWHERE, hint, what=subject, key=self.log.shown(key))

    def _link(self, subject: str, prop: Property, obj: str, value: str | None) -> Iterator[Supposition]:
        collection = self.vocabulary.collections.get(prop.range)
        allowed = list(collection.members) if collection else self.context.ids_of(prop.range)
        if obj not in allowed:
            self.log.add(say.UNKNOWN_OBJECT, NOWHERE, self.log.choice(obj, allowed), key=prop.field or prop.id, given=self.log.shown(obj))
        elif value == Answer.YES and prop.field and not prop.many and prop.id != "exposed_to" and prop.range != UNIT:
            field = Field(prop.field, (obj,), False, NOWHERE)
            yield OfField(f"{subject}/{prop.field}", subject, prop.field, field, prop.id, prop.label)
        else:
            yield from self._statement(prop, subject, obj, value)

    def _statement(self, prop: Property, subject: str, obj: str | None, value: str | None) -> Iterator[Supposition]:
        address = "/".join(part for part in (subject, prop.id, obj) if part)
        if value is None:
            yield OfStatement(address, Supposed(prop.id, subject, obj, None))
        elif value in ANSWERS:
            yield OfStatement(address, Supposed(prop.id, subject, obj, ANSWERS[value]))
        else:
            hint = self.log.choice(value, list(ANSWERS))
            self.log.add(say.WANTS_ANSWER, NOWHERE, hint, value=self.log.shown(value), address=address)

    def _field(self, subject: str, name: str, slot: Slot, value: str | None, prop: Property | None) -> Iterator[Supposition]:
        address, stated = f"{subject}/{name}", prop.id if prop else None
        if value is None:
            if slot.required:
                self.log.add(say.REQUIRED, address=address)
            else:
                yield OfField(address, subject, name, None, stated, slot.label)
            return
        field = self._value(name, slot, value)
        if field:
            yield OfField(address, subject, name, field, stated, slot.label)

    def _value(self, name: str, slot: Slot, value: str) -> Field | None:
        """Read the value of a field: a list is parted by commas, and may end in ``+``."""
        items = tuple(Leaf(text.strip(), True, NOWHERE) for text in value.split(",") if text.strip())
        if slot.name == "units":
            several = len(items) > 1 or value.strip() != "all"
            units = read_units(slot, Items(items, NOWHERE) if several else items[0], self.context)
            return None if units is None else Field(name, units[0] if units[0] is not None else ("all",), units[1], NOWHERE)
        if slot.many:
            alone = len(items) == 1 and items[0].text != PLUS
            read = read_many(slot, items[0] if alone else Items(items, NOWHERE), self.context)
            return None if read is None else Field(name, read[0], read[1], NOWHERE)
        one = read_one(slot, Leaf(value, True, NOWHERE), self.context)
        return None if one is None else Field(name, (one,), False, NOWHERE)
