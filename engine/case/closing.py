"""What silence means: which registers are complete, for which units, and according to whom (design § 5)."""

from datetime import date

from engine.case.facts import STAND_IN, Facts, Said
from engine.case.model import Basis, Case
from engine.vocabulary.model import Class, Nature, Vocabulary

EVENTS = ("Incident", "Change", "RiskAssessment", "Finding")  # what may call for new entries in other registers


def close_registers(case: Case, vocabulary: Vocabulary, facts: Facts) -> None:
    """Write down, for each register and unit, the statement that it is complete. A later statement counts before an earlier.

    A statement says nothing of what came after it: where the case knows of a later event in the unit that may have called for entries
    (for a world register also a later judgement, which would rest on its silence), the register counts as open again.
    """
    units = [unit.id for unit in case.units]
    for statement in sorted(case.completeness, key=lambda said: (said.as_of, said.stated_by)):
        cls = vocabulary.of_register(statement.register)
        world = cls is not None and cls.nature is Nature.WORLD
        for unit in statement.complete_for or units:
            if statement.as_of >= _newest_event(case, facts, unit, (*EVENTS, "Judgement") if world else EVENTS):
                facts.closed[statement.register, unit] = Said(
                    "complete", (statement.stated_by,), statement.as_of, mark=statement.mark
                )


def _newest_event(case: Case, facts: Facts, unit: str, classes: tuple[str, ...]) -> date:
    """Give the day of the newest entry of some classes that concerns a unit."""
    dates = [entry.one("dated") for entry in case.entries.values() if entry.cls in classes and unit in facts.units_of[entry.id]]
    return max((day for day in dates if isinstance(day, date)), default=date.min)


def open_units(register: str, case: Case, facts: Facts) -> list[str]:
    """Give the units for which a register may hold entries that we were not shown."""
    return [unit.id for unit in case.units if (register, unit.id) not in facts.closed]


def stand_ins(case: Case, vocabulary: Vocabulary, facts: Facts) -> dict[str, Class]:
    """Add one stand-in for each register that is open somewhere; give them by id."""
    found: dict[str, Class] = {}
    for cls in vocabulary.classes.values():
        if cls.register in (None, "units", "documents") or cls.nature in (None, Nature.EVIDENCE):
            continue
        if open_units(cls.register or "", case, facts):
            entity = f"{STAND_IN}{cls.register}"
            found[entity] = cls
            facts.classes[entity] = cls.id
            facts.instances.setdefault(cls.id, []).append(entity)
            facts.units_of[entity] = tuple(open_units(cls.register or "", case, facts))
    return found


def paper_is_closed(case: Case, cls: Class) -> bool:
    """Say whether what is not in this register is not on paper: an auditor's case closes the paper registers, and only those."""
    return case.basis is Basis.DOCUMENTS and cls.nature is Nature.PAPER
