"""The proof of an outcome as nested steps: each a sentence with its truth and source. What is drawn from them is for the readers."""

from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from engine.inference.outcome import Outcome
from engine.proof import words as w
from engine.proof.node import Node, Refused
from engine.proof.reasons import Voice
from engine.text import Text
from engine.truth import Truth
from engine.vocabulary.phrases import sentence

GROUPS = ("all", "candidate", "instance", "not")  # these only hold others together and have no sentence


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is so, is not so, or is open; where it is known from; what it follows from.

    ``target`` is the id of the outcome whose own proof says the rest; ``remark`` marks a step that only says how the search went.
    """

    truth: Truth
    text: str
    source: str = ""
    target: str | None = None
    remark: bool = False
    children: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four questions that an outcome answers: ``name`` is ``applies``, ``breach``, ``met`` or ``suspicion``."""

    name: str
    truth: Truth
    steps: tuple[Step, ...]


def parts_of(outcome: Outcome, voice: Voice, targets: Container[str]) -> tuple[Part, ...]:
    """Give the parts of an outcome that have a proof. Steps stop at the outcomes in ``targets``, whose proofs stand elsewhere."""
    found = []
    sections = {"applies": outcome.applies, "breach": outcome.breach, "met": outcome.met, "suspicion": outcome.suspicion}
    for name, node in sections.items():
        steps = below(node, voice, targets)
        if steps:
            found.append(Part(name, node.truth, steps))
    return tuple(found)


def below(node: Node, voice: Voice, targets: Container[str] = ()) -> tuple[Step, ...]:
    """Give the steps that a node follows from."""
    return _Walker(voice, targets).below(node, frozenset())


def rewritten(parts: tuple[Part, ...], change: Callable[[str], str]) -> tuple[Part, ...]:
    """Give the same parts with every sentence and source changed."""

    def step(each: Step) -> Step:
        children = tuple(map(step, each.children))
        return replace(each, text=change(each.text), source=change(each.source), children=children)

    return tuple(replace(part, steps=tuple(map(step, part.steps))) for part in parts)


class _Walker:
    def __init__(self, voice: Voice, targets: Container[str]) -> None:
        self.voice, self.targets = voice, targets

    def below(self, node: Node, path: frozenset[int]) -> tuple[Step, ...]:
        inside = path | {id(node)}
        found = [step for premise in node.premises if id(premise) not in inside for step in self._steps(premise, inside)]
        return tuple(dict.fromkeys([*found, *self._refused(node)]))

    def _steps(self, node: Node, path: frozenset[int]) -> tuple[Step, ...]:
        target = node.note.get("outcome")
        if target is not None and target in self.targets:
            return (Step(node.truth, "", target=target),)
        if node.stand_in:
            unseen = w.UNSEEN.in_(self.voice.language).format(what=self.voice.names.of(node.stand_in))
            return (Step(node.truth, unseen),)
        children = self.below(node, path)
        text = self._sentence(node)
        if not text:
            return children
        step = Step(node.truth, text, self._source(node), children=children)
        if len(children) == 1 and children[0].text == text:
            return (replace(children[0], source=children[0].source or step.source),)
        return (step,)

    def _sentence(self, node: Node) -> str:
        """Write the sentence of a step; a step that only groups others has none."""
        if node.kind in GROUPS:
            return ""
        if node.kind == "in_force":
            return sentence(_in_force(node).in_(self.voice.language))
        clause = self.voice.clause(node)
        return sentence(clause) if clause else ""

    def _source(self, node: Node) -> str:
        return "" if node.kind == "in_force" else self.voice.source(node)

    def _refused(self, node: Node) -> list[Step]:
        """Give each candidate that did not do, by the first condition that fails for it."""
        language = self.voice.language
        found = [self._candidate(refused) for refused in node.refused]
        if node.others:
            found.append(Step(Truth.NO, sentence(w.N_OTHERS.in_(language).format(n=len(node.others))), remark=True))
        return found

    def _candidate(self, refused: Refused) -> Step:
        if refused.node is None:
            why = self.voice.nothing(refused)
            nothing = sentence(w.NOTHING_FITS.in_(self.voice.language))
            return Step(Truth.NO, why) if why else Step(Truth.NO, nothing, remark=True)
        node = refused.node
        while node.kind == "not" and node.premises:  # the sentence is that of what is denied
            node = node.premises[0]
        said = self._sentence(node) or sentence(self.voice.clause(node))
        return Step(node.truth, said, self._source(node))


def _in_force(node: Node) -> Text:
    """Say whether the law holds for a scope; of a day whose law was never read, just that."""
    if node.truth is Truth.YES:
        return w.IN_FORCE
    if node.truth is Truth.NO:
        return w.NOT_IN_FORCE_NODE
    unread = node.note.get("standing") == "not_encoded" and not node.premises
    return w.LAW_UNREAD.format(day=node.note.get("event_date", node.note["law_date"])) if unread else w.MAYBE_IN_FORCE
