"""What is said of duties and questions beside each other, so that no small unit is named beside its incidents."""

from collections.abc import Iterable

from engine.ask import words as w
from engine.ask.answers import Asked
from engine.assessment import Assessment
from engine.case.model import ENTERPRISE
from engine.inference.outcome import Outcome
from engine.law.citation import cite
from engine.proof.masking import masked_units
from engine.proof.names import Names
from engine.proof.questions import Questions
from engine.proof.speaker import Speaker
from engine.text import LANGUAGES, Language, Text

PLACES = 4  # scopes named beside a duty


class Labels:
    """Names the duties, scopes, roles and questions of one assessment in one language."""

    def __init__(self, assessment: Assessment, language: Language) -> None:
        self.assessment, self.language = assessment, language
        self.vocabulary = assessment.rulebase.vocabulary
        self._names: dict[frozenset[str], Names] = {}
        self._speakers: dict[frozenset[str], Speaker] = {}

    def hidden(self, *asked: Asked) -> frozenset[str]:
        """Give the units that go unnamed beside some questions: the questions are about an incident in a small one."""
        told = {part for each in asked for part in each.question.address.split("/")}
        return masked_units(told & self.assessment.facts.classes.keys(), self.assessment)

    def tellable(self, outcomes: Iterable[Outcome], hidden: frozenset[str]) -> list[Outcome]:
        """Leave out the outcomes that would tell of an incident beside a unit that is named and small."""
        return [outcome for outcome in outcomes if self.told_in([outcome]) <= hidden]

    def told_in(self, outcomes: Iterable[Outcome]) -> frozenset[str]:
        """Give the units that go unnamed where only these outcomes are told of."""
        told = {entity for outcome in outcomes for entity in outcome.env.values()}
        return masked_units(told & self.assessment.facts.classes.keys(), self.assessment)

    def question(self, asked: Asked, hidden: frozenset[str]) -> str:
        """Give the text of a question."""
        return question_text(self.assessment, asked, hidden).in_(self.language) if hidden else asked.question.text.in_(self.language)

    def duty(self, outcomes: list[Outcome], hidden: frozenset[str]) -> str:
        """Give the citation and title of a duty, and where it is: the scopes of some of its outcomes."""
        first = outcomes[0]
        title = self.vocabulary.concepts[first.duty.goal].label.in_(self.language)
        places = list(dict.fromkeys(self.where(outcome, hidden) for outcome in outcomes))
        more = [w.MORE.in_(self.language).format(n=len(places) - PLACES)] if len(places) > PLACES else []
        return f"{self.cited(first)} – {title} ({'; '.join([*places[:PLACES], *more])})"

    def cited(self, outcome: Outcome) -> str:
        """Give the citation of the provision that a duty rests on first."""
        return cite(outcome.duty.origins.provisions[0], self.language, lawbase=self.assessment.rulebase.law)

    def where(self, outcome: Outcome, hidden: frozenset[str]) -> str:
        """Name the scope of an outcome."""
        names = self.names(hidden)
        unit = names.of(outcome.unit) if outcome.unit else w.WHOLE.in_(self.language)
        others = [names.of(e) for e in outcome.env.values() if e not in (outcome.unit, ENTERPRISE)]
        return self.speaker(hidden).hide(" · ".join([unit, *others])) if hidden else " · ".join([unit, *others])

    def names(self, hidden: frozenset[str]) -> Names:
        """Give names that leave some units unnamed."""
        if hidden not in self._names:
            self._names[hidden] = Names(self.assessment.case, self.vocabulary, self.language, hidden)
        return self._names[hidden]

    def speaker(self, hidden: frozenset[str]) -> Speaker:
        """Give a speaker that takes hidden names out of titles."""
        if hidden not in self._speakers:
            self._speakers[hidden] = Speaker(self.assessment, self.language, hidden)
        return self._speakers[hidden]

    def roles(self, asked: Asked) -> str:
        """Name who can answer."""
        return ", ".join(self.vocabulary.concepts[role].in_sentence.in_(self.language) for role in asked.question.roles)

    def word(self, outcome: str) -> str:
        """Give the word of an outcome."""
        return self.vocabulary.concepts[f"outcome.{outcome}"].in_sentence.in_(self.language)


def question_text(assessment: Assessment, asked: Asked, hidden: frozenset[str]) -> Text:
    """Word a question anew without the names of some units."""
    vocabulary = assessment.rulebase.vocabulary
    questions = Questions(assessment.case, vocabulary, hidden)
    parts = asked.question.address.split("/")
    cls = vocabulary.of_register(parts[-1])
    if cls is not None or asked.state == "mapping":
        return questions.of(("register", f"~{parts[-1]}" if cls else "~factor", "", f"U={parts[0]}"), parts[0])[0].text
    if parts[1] == "dated":
        return questions.of(("comparison", parts[0]), None)[0].text
    texts = questions.of(("statement", parts[0], parts[1], parts[2] if len(parts) > 2 else ""), None)[0].text
    return Text(*(Speaker(assessment, language, hidden).hide(texts.in_(language)) for language in LANGUAGES))
