"""The outlook of a report: what sources connect with facts like these, given or still depending on answers. Never an outcome."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.assessment import Foreseen
from engine.case.model import ENTERPRISE
from engine.proof import words as w
from engine.proof.masking import masked_units
from engine.proof.node import entities_of
from engine.proof.questions import Question, Questions
from engine.proof.report import Report
from engine.proof.steps import Step, below
from engine.text import Text
from engine.truth import Truth
from engine.vocabulary.model import Concept
from engine.vocabulary.phrases import capital

SOURCE = "https://w3id.org/forsvarlig/source/"
ASKED = 3  # questions shown with what still depends on answers


@dataclass(frozen=True, slots=True)
class Reaction:
    """One reaction that a source connects with such facts; ``source`` says where that was read, and how far."""

    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Prospect:
    """One outlook for one scope; ``depends_on`` are the questions it still hangs on, empty where it is given."""

    where: str
    message: str
    source: str
    reactions: tuple[Reaction, ...]
    depends_on: tuple[str, ...]
    steps: tuple[Step, ...]


def sources_of(concept: Concept) -> list[str]:
    """Give what a concept rests on: paths of provisions, keys of sources, places in seeds."""
    return [source.removeprefix(SOURCE) for source in concept.source]


def questions_of(foreseen: Foreseen, questions: Questions) -> list[Question]:
    """Give the questions that an outlook still depends on, each once."""
    if foreseen.holds is Truth.YES:
        return []
    found = {question.address: question for leaf in foreseen.open for question in questions.of(leaf, foreseen.unit)}
    return sorted(found.values())


class Outlooks:
    """Writes the outlook of one report."""

    def __init__(self, report: Report) -> None:
        self.report, self.assessment = report, report.assessment
        self.language, self.vocabulary = report.language, report.vocabulary

    def given(self) -> list[Prospect]:
        """Give what holds on the facts as they are shown."""
        return [self._prospect(each) for each in self.assessment.outlook if each.holds is Truth.YES]

    def possible(self) -> list[Prospect]:
        """Give what answers that are missing could still bring about."""
        return [self._prospect(each) for each in self.assessment.outlook if each.holds is not Truth.YES]

    def _prospect(self, foreseen: Foreseen) -> Prospect:
        masked: frozenset[str] = frozenset()
        for _ in range(2):  # a second time where the first telling names a unit that it must not name
            speaker = self.report.speaker(masked)
            voice = speaker.voice()
            steps = below(foreseen.proof, voice) if self.report.proofs else ()
            others = [entity for entity in foreseen.env.values() if entity not in (foreseen.unit, ENTERPRISE)]
            where = ", ".join(voice.names.of(entity) for entity in (foreseen.unit or ENTERPRISE, *others))
            told = speaker.told if self.report.proofs else entities_of(foreseen.proof)
            masked = masked_units(told | set(foreseen.env.values()), self.assessment)
            if not masked:
                break
        asked = questions_of(foreseen, Questions(self.assessment.case, self.vocabulary, masked))
        message = self.vocabulary.concepts[foreseen.outlook.message]
        return Prospect(
            capital(where),
            (message.note or message.label).in_(self.language),
            self._source(message, foreseen.outlook.origins.provisions),
            tuple(self._reaction(concept) for concept in foreseen.outlook.reactions),
            tuple(question.text.in_(self.language) for question in asked),
            steps,
        )

    def _reaction(self, concept: str) -> Reaction:
        found = self.vocabulary.concepts[concept]
        return Reaction(found.in_sentence.in_(self.language), self._source(found))

    def _source(self, concept: Concept, provisions: Iterable[str] = ()) -> str:
        """Say where something was read, and how far: «arbejdsmiljøloven § 77; læst»."""
        named = [self._name(source) for source in dict.fromkeys([*provisions, *sources_of(concept)])]
        sure = w.CONFIDENCE.get(concept.confidence)
        return "; ".join([*named, *([sure.in_(self.language)] if sure else [])])

    def _name(self, source: str) -> str:
        law = self.assessment.rulebase.law
        if law.versions(source):
            return self.report.cite(source)
        return law.sources[source].title if source in law.sources else source

    def depends(self, prospect: Prospect) -> str:
        """Say what an outlook depends on: the first questions, and how many more there are."""
        shown = " ".join(prospect.depends_on[:ASKED])
        more = len(prospect.depends_on) - ASKED
        rest = f" {self._(w.MORE_QUESTIONS, n=more)}" if more > 0 else ""
        return self._(w.DEPENDS_ON, questions=shown) + rest if shown else ""

    def reactions(self, prospect: Prospect) -> str:
        """Write the reactions in one sentence, each with its source; empty where there are none."""
        named = [f"{each.label} ({each.source})" if each.source else each.label for each in prospect.reactions]
        return self._(w.REACTIONS, reactions="; ".join(named)) if named else ""

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)
