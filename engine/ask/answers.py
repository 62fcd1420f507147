"""From leaves to questions and back: which question would answer a leaf, and what each of its answers fixes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.ask.circuit import Laid
from engine.case.facts import is_stand_in
from engine.case.model import ENTERPRISE, Case
from engine.inference.openness import Leaf
from engine.proof.node import Node
from engine.proof.questions import Question, Questions
from engine.vocabulary.model import Kind, Origin, Vocabulary


class Form(StrEnum):
    """What kind of answer a question wants."""

    STATEMENT = "statement"  # yes or no
    REGISTER = "register"  # is everything in the case? else it is to be entered
    FIELD = "field"  # a date or a number
    DOCUMENT = "document"  # yes or no, and only the document itself can tell the case


class Answer(StrEnum):
    """One answer to a question, by its form."""

    YES = "yes"
    NO = "no"
    COMPLETE = "complete"  # nothing (more) is to be entered
    MORE = "more"  # there is something to be entered
    VALUE = "value"


ANSWERS = {
    Form.STATEMENT: (Answer.YES, Answer.NO), Form.DOCUMENT: (Answer.YES, Answer.NO), Form.REGISTER: (Answer.COMPLETE, Answer.MORE),
    Form.FIELD: (Answer.VALUE,),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its form, and how it stands.

    A statement: ``not_asked``, ``dont_know``, ``disputed`` or another way of being open. A register: ``empty``, ``has_entries`` (then it is
    asked whether all are there), or ``mapping`` (is the mapping of the factors concluded?).
    """

    question: Question
    form: Form
    state: str
    who: tuple[str, ...] = ()  # the roles that left a statement open

    def answer_of(self, yes: bool) -> Answer:
        """Give the answer that a yes or a no to the question is."""
        if self.form is Form.REGISTER:
            return Answer.COMPLETE if yes is not (self.state == "empty") else Answer.MORE
        return Answer.YES if yes else Answer.NO


class Asker:
    """Gives the questions of leaves, each made once."""

    def __init__(self, case: Case, vocabulary: Vocabulary) -> None:
        self._questions = Questions(case, vocabulary)
        self.vocabulary = vocabulary
        self._units = {unit.id for unit in case.units}
        self._made: dict[tuple[str, ...], tuple[Question, ...]] = {}
        self.asked: dict[str, Asked] = {}  # by address
        self._narrower: dict[str, list[str]] = {}
        for prop in vocabulary.properties.values():
            if prop.implies:
                self._narrower.setdefault(prop.implies, []).append(prop.id)

    def by_question(self, laid: Laid, unit: str | None) -> dict[str, list[int]]:
        """Give the leaves of an outcome by the address of the question that would answer them; some leaves nobody can be asked about."""
        found: dict[str, list[int]] = {}
        for number, (leaf, node) in enumerate(zip(laid.leaves, laid.nodes, strict=True)):
            for question in self._of(leaf, unit):
                found.setdefault(question.address, []).append(number)
                if question.address not in self.asked:
                    form = self._form(question, leaf)
                    self.asked[question.address] = self._asked(question, form, node)
        for address in [a for a in found if a.startswith(f"{ENTERPRISE}/") and self.asked[a].form is Form.REGISTER]:
            register = address.partition("/")[2]  # of the whole undertaking: what is so in each unit follows
            within = [found[f"{unit}/{register}"] for unit in self._units if f"{unit}/{register}" in found]
            found[address] = sorted({*found[address], *(number for numbers in within for number in numbers)})
        return found

    def _of(self, leaf: Leaf, unit: str | None) -> tuple[Question, ...]:
        parts = leaf[1:]
        stand_in = next((part for part in parts if is_stand_in(part)), None)
        if stand_in is None:
            key: tuple[str, ...] = leaf
        else:
            bound = next((part.split("=", 1)[-1] for part in parts if part.split("=", 1)[-1] in self._units), unit)
            key = (stand_in, bound or "")
        if key not in self._made:
            self._made[key] = tuple(self._questions.of(leaf, unit))
        return self._made[key]

    def _form(self, question: Question, leaf: Leaf) -> Form:
        if leaf[0] == "register" or any(is_stand_in(part) for part in leaf[1:]):
            return Form.REGISTER
        if question.kind == "field":
            return Form.FIELD
        prop = self.vocabulary.properties[leaf[2]]
        if prop.kind is Kind.VALUE:
            return Form.FIELD
        return Form.DOCUMENT if prop.origin is Origin.COMPUTED and prop.id in DOCUMENTARY else Form.STATEMENT

    def _asked(self, question: Question, form: Form, node: Node) -> Asked:
        if form is Form.REGISTER:
            return Asked(question, form, self._register_state(question))
        return Asked(question, form, node.said.how, node.said.who) if node.said else Asked(question, form, "not_asked")

    def _register_state(self, question: Question) -> str:
        cls = self.vocabulary.of_register(question.address.rpartition("/")[2])
        if cls is None:
            return "mapping"
        return "has_entries" if any(True for _ in self._questions.case.of(cls.id)) else "empty"

    def fixed(self, answer: Answer, leaves: Iterable[int], laid: Laid) -> Mapping[int, bool]:
        """Give what an answer fixes: a statement itself and what it implies, a register all that is not there, a value that it is known."""
        match answer:
            case Answer.COMPLETE:
                return dict.fromkeys(leaves, False)
            case Answer.YES | Answer.NO:
                return self._implied(answer is Answer.YES, leaves, laid)
            case Answer.VALUE:
                return {leaf: True for leaf in leaves if laid.leaves[leaf][0] == "statement"}
            case _:
                return {}

    def _implied(self, holds: bool, leaves: Iterable[int], laid: Laid) -> dict[int, bool]:
        """Take along the wider statements of one that holds, and the narrower ones of one that does not."""
        found = dict.fromkeys(leaves, holds)
        number = {leaf: n for n, leaf in enumerate(laid.leaves)}
        waiting = [laid.leaves[leaf] for leaf in found]
        while waiting:
            kind, subject, prop, obj = waiting.pop()
            wider = self.vocabulary.properties[prop].implies
            for other in ([wider] if wider else []) if holds else self._narrower.get(prop, []):
                leaf = (kind, subject, other, obj)
                waiting.append(leaf)
                if leaf in number:
                    found[number[leaf]] = holds
        return found


DOCUMENTARY = ("documented", "fully_transcribed", "lacks")  # what only a document that is presented can show
