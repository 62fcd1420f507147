"""The documents to ask for: each in some smallest set that could decide an open duty, in the order of the sources."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.ask.answers import Asked, Asker, Form
from engine.ask.circuit import Laid, lay_out
from engine.ask.completions import completions
from engine.assessment import Assessment
from engine.case.model import ENTERPRISE, Entry
from engine.collector import paused
from engine.inference.outcome import Outcome
from engine.request.smallest import Groups, smallest
from engine.vocabulary.model import Class, Nature, Vocabulary

# In which order an authority asks for documents, as far as the sources say; what they don't name comes after.
# Norway: no.md § 4.4, item 3: systematic work, mapping, risk assessment, action plans, system for deviations and routines for
# whistle-blowing (both are routines here); then, only inferred there: training, the occupational health service, committee, drills.
# Denmark: dk.md § 3.2, item 1: the opening meeting is about the safety work and the workplace assessment (APV).
ORDER = {
    "no": ("management_records", "mappings", "risk_assessments", "risks", "plans", "routines", "training", "arrangements",
           "participation", "drills"),
    "dk": ("annual_discussions", "mappings", "risk_assessments", "risks", "plans"),
}
UNNAMED = max(map(len, ORDER.values()))
NAMED_BY_SOURCES = ("arrangements",)  # the agreement and reports of the occupational health service are papers, though no paper register


@dataclass(frozen=True, slots=True)
class Wants:
    """What a document does for one outcome: in how small a set it could decide it, and what may come of it where it is enough alone."""

    outcome: Outcome
    size: int
    alone: tuple[str, ...]


@dataclass(slots=True)
class Item:
    """A document to ask for: papers of a register for a unit (or all), the whole of documents that the case has (``papers``), or the one
    that shows an entry. ``registers`` are those whose entries it shows, ``questions`` what it answers.
    """

    address: str
    registers: list[str]
    unit: str | None = None
    entry: str | None = None
    papers: tuple[str, ...] = ()
    questions: list[Asked] = field(default_factory=list)
    wants: list[Wants] = field(default_factory=list)

    @property
    def alone(self) -> int:
        """The number of outcomes that it could decide by itself."""
        return sum(want.size == 1 for want in self.wants)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to ask for, in order. ``without`` counts the open outcomes that no document is needed for in any smallest set."""

    assessment: Assessment
    items: tuple[Item, ...]
    open: int
    without: int


def request(assessment: Assessment, outcomes: Iterable[Outcome] | None = None) -> Sheet:
    """Find the documents to ask for about the employer's open duties (or about some ``outcomes``).

    They come in the order in which an authority asks for them where the sources give one; then what could decide most by itself first, then
    what helps to decide most, then by address.
    """
    wanted = assessment.outcomes if outcomes is None else outcomes
    chosen = [o for o in wanted if o.is_open and o.duty.bearer == "employer"]
    sheet = _Sheet(assessment)
    with paused():
        without = sum(not sheet.take(outcome) for outcome in chosen)
    items = sorted(sheet.items.values(), key=lambda item: (_place(item), -item.alone, -len(item.wants), item.address))
    return Sheet(assessment, tuple(items), len(chosen), without)


def _place(item: Item) -> int:
    """Give the place of a document in the order of the authorities that could want it; the earliest counts."""
    places = []
    for regime in dict.fromkeys(want.outcome.duty.origins.id.split(".")[0] for want in item.wants):
        order = ORDER.get(regime, ())
        places += [order.index(register) if register in order else UNNAMED for register in item.registers]
    return min(places)


class _Sheet:
    """Gathers documents outcome by outcome."""

    def __init__(self, assessment: Assessment) -> None:
        self.case, self.vocabulary = assessment.case, assessment.rulebase.vocabulary
        self.asker = Asker(assessment.case, self.vocabulary)
        self.items: dict[str, Item] = {}

    def take(self, outcome: Outcome) -> bool:
        """Note the documents that are in some smallest set for an outcome; false where none is."""
        laid = lay_out(outcome)
        by_question = self.asker.by_question(laid, outcome.unit)
        elements, groups = self._elements(by_question, laid, outcome)
        every = completions(laid.circuit)
        if len(every.possible({})) < 2:
            return False
        found = smallest(laid.circuit, groups)
        matters = every.matters({})
        took = False
        for number in sorted(found.members):
            item = elements[number]
            if item is None:
                continue
            took = True
            kept = self.items.setdefault(item.address, item)
            kept.registers += [register for register in item.registers if register not in kept.registers]
            kept.wants.append(Wants(outcome, found.size, found.alone.get(number, ())))
            known = {asked.question.address for asked in kept.questions}
            mattering = (matters.decide | matters.only_raise) & set(groups[number])
            for address, leaves in by_question.items():
                if address not in known and mattering.intersection(leaves):
                    kept.questions.append(self.asker.asked[address])
        return took

    def _elements(self, by_question: dict[str, list[int]], laid: Laid, outcome: Outcome) -> tuple[list[Item | None], Groups]:
        """Put the leaves together that one document would answer; what no document answers is a thing to ask for of its own."""
        elements: dict[str, Item | None] = {}
        leaves: dict[str, list[int]] = {}
        taken: set[int] = set()
        for address, numbers in by_question.items():
            item = self._item(self.asker.asked[address], outcome.unit)
            key = item.address if item else f"?{address}"
            if item and key in elements and (known := elements[key]):
                known.registers += [register for register in item.registers if register not in known.registers]
            elements.setdefault(key, item)
            leaves.setdefault(key, []).extend(number for number in numbers if number not in taken)
            taken.update(numbers)
        kept = [key for key in elements if leaves[key]]
        return [elements[key] for key in kept], tuple(tuple(leaves[key]) for key in kept)

    def _item(self, asked: Asked, scope: str | None) -> Item | None:
        """Give the document that would answer a question; None where none would.

        For a duty of the whole undertaking the papers of all units are one thing to ask for.
        """
        owner, _, rest = asked.question.address.partition("/")
        if asked.form is Form.REGISTER:
            cls = self.vocabulary.classes["Mapping"] if asked.state == "mapping" else self.vocabulary.of_register(rest)
            if cls is None or cls.register is None or not _is_on_paper(cls):
                return None
            unit = None if owner == ENTERPRISE or scope is None else owner
            return Item(f"{unit or ENTERPRISE}/{cls.register}", [cls.register], unit)
        entry = self.case.entries.get(owner)
        cls = self.vocabulary.classes[entry.cls] if entry else None
        if entry is None or cls is None or cls.register is None or not _is_on_paper(cls):
            return None
        papers = tuple(paper.id for paper in papers_of(entry, self.vocabulary, self.case.entries))
        if papers:
            return Item("+".join(papers), [cls.register], papers=papers)
        return Item(entry.id, [cls.register], entry=entry.id)


def _is_on_paper(cls: Class) -> bool:
    return cls.nature in (Nature.PAPER, Nature.ACT) or cls.register in NAMED_BY_SOURCES


def papers_of(entry: Entry, vocabulary: Vocabulary, entries: dict[str, Entry]) -> list[Entry]:
    """Give the documents that an entry was read from, in the order of the case; those of what it hangs on where it has none."""
    own = [entries[evidence.document] for evidence in entry.evidence]
    if own:
        return list({paper.id: paper for paper in own}.values())
    for prop in vocabulary.fields(entry.cls):
        linked = entries.get(str(entry.one(prop.field or "")))
        if linked is not None and prop.required and linked.evidence:
            return papers_of(linked, vocabulary, entries)
    return []
