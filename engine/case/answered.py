"""How much of a case is answered: counted, for the one who fills it in. Nothing is concluded from the counts."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from engine.case.model import Answer, Case, Entry, Statement
from engine.case.schema import UNDERTAKING, Register, Schema, Section, Slot, Type, schema_of
from engine.vocabulary.model import Vocabulary

ALWAYS = ("units", "documents")
Answers = dict[tuple[str, str], list[Statement]]  # by entry and property


@dataclass(frozen=True, slots=True)
class Tally:
    """How the statements of a part stand: given (yes, no, a value, not relevant), don't know, or not asked."""

    given: int = 0
    dont_know: int = 0
    absent: int = 0

    @property
    def asked(self) -> int:
        """The number of statements that somebody was asked about."""
        return self.given + self.dont_know

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.given + other.given, self.dont_know + other.dont_know, self.absent + other.absent)


@dataclass(frozen=True, slots=True)
class RegisterAnswered:
    """One register: its entries, how their fields stand, and the units it is said to be complete for."""

    register: str
    entries: int
    tally: Tally
    complete_for: tuple[str, ...]

    @property
    def asked(self) -> int:
        """The number of statements that somebody was asked about."""
        return self.tally.asked

    @property
    def unsure(self) -> int:
        """The number of statements that somebody was asked about and does not know."""
        return self.tally.dont_know

    @property
    def absent(self) -> int:
        """The number of statements that nobody was asked about."""
        return self.tally.absent


@dataclass(frozen=True, slots=True)
class Answered:
    """A whole case: the undertaking, each register in the order of the schema, and all of it together."""

    enterprise: Tally
    registers: tuple[RegisterAnswered, ...]
    total: Tally

    def __iter__(self) -> Iterator[RegisterAnswered]:
        return iter(self.registers)


def answered(
    case: Case, vocabulary: Vocabulary, properties: Container[str] | None = None, classes: Container[str] | None = None
) -> Answered:
    """Count what is answered, don't-knows, and what nobody was asked. Details that no rule uses are not counted.

    With the ``properties`` and ``classes`` that the rules of a law speak of, only what that law asks about is counted.
    """
    schema = _narrowed(schema_of(vocabulary), case, properties, classes)
    answers: Answers = {}
    for statement in case.answers:
        answers.setdefault((statement.about, statement.property), []).append(statement)
    enterprise = _tally(case.enterprise, schema.section(UNDERTAKING), answers)
    registers = tuple(_register(register, case, answers) for register in schema.registers.values())
    total = sum((register.tally for register in registers), enterprise)
    return Answered(enterprise, registers, total)


def _narrowed(schema: Schema, case: Case, properties: Container[str] | None, classes: Container[str] | None) -> Schema:
    """Leave out the fields that no rule speaks of, and the registers that are empty and that no rule looks into."""

    def fields(section: Section) -> Section:
        found = {}
        for name, slot in section.items():
            parts = tuple(part for part in slot.parts if properties is None or part.states is None or part.states in properties)
            if properties is None or slot.states is None or slot.states in properties:
                found[name] = replace(slot, parts=parts)
        return found

    registers = {
        key: replace(register, slots=fields(register.slots))
        for key, register in schema.registers.items()
        if classes is None or register.cls.id in classes or key in ALWAYS or any(case.of(register.cls.id))
    }
    return replace(schema, enterprise=fields(schema.enterprise), registers=registers)


def _register(register: Register, case: Case, answers: Answers) -> RegisterAnswered:
    entries = list(case.of(register.cls.id))
    complete: set[str] = set()
    for said in case.completeness:
        if said.register == register.key:
            complete.update(said.complete_for if said.complete_for is not None else (unit.id for unit in case.units))
    tally = sum((_tally(entry, register.slots, answers) for entry in entries), Tally())
    return RegisterAnswered(register.key, len(entries), tally, tuple(u.id for u in case.units if u.id in complete))


def _tally(entry: Entry, section: Section, answers: Answers) -> Tally:
    tally = Tally()
    for slot in section.values():
        for part in slot.parts if slot.type is Type.GROUP else (slot,):
            if part.states and (part.may_be_unknown or part.required) and part.name != "units":
                name = f"{slot.name}.{part.name}" if part is not slot else part.name
                tally += _slot(entry, part, name, answers.get((entry.id, part.states), []))
    return tally


def _slot(entry: Entry, slot: Slot, name: str, said: list[Statement]) -> Tally:
    if slot.type is Type.FACTORS:
        by_factor = {said_of.object: said_of.value for said_of in said}
        by_factor |= {factor: answer for factor, (answer, _) in entry.factors.items()}
        values = list(by_factor.values())
        unknown = values.count(Answer.DONT_KNOW)
        return Tally(len(values) - unknown, unknown, len(slot.words) - len(values))
    given = entry.fields.get(name)
    if given is not None and given.values != (Answer.DONT_KNOW,):
        return Tally(given=1)
    if any(statement.value is not Answer.DONT_KNOW for statement in said):
        return Tally(given=1)
    return Tally(dont_know=1) if given is not None or said else Tally(absent=1)
