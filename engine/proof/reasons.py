"""The short reason for an outcome: whole sentences that a shop steward can read, made from the recorded proof."""

from collections.abc import Mapping

from engine.assessment import Assessment
from engine.case.facts import Said
from engine.case.model import ENTERPRISE
from engine.inference.outcome import Outcome
from engine.inference.program import key_of
from engine.language.syntax import AllOf, Compare, Condition, Exists, ForAll, ForEach, Not, Sentence, Var
from engine.proof.compose import Bindings, Composer
from engine.proof.masking import masked_units
from engine.proof.names import Names
from engine.proof.node import Node, Refused, entities_of
from engine.proof.questions import Question, Questions
from engine.proof.sources import source_text
from engine.proof.words import OF_WHAT_IS_SHOWN
from engine.text import Language, Text
from engine.truth import Truth
from engine.vocabulary.phrases import AND, sentence

NOT_SETTLED = Text("Dette er ikke avklart", "Dette er ikke afklaret", "This is not settled")
OR = Text(" eller ", " eller ", " or ")
COULD_BE = Text(
    "Avhengig av svarene kan det bli: {outcomes}.",
    "Afhængigt af svarene kan det blive: {outcomes}.",
    "Depending on the answers, it may become: {outcomes}.",
)
SAME = Text(
    "Svar på det som er åpent, endrer ikke utfallet: {outcome}.",
    "Svar på det, der er åbent, ændrer ikke udfaldet: {outcome}.",
    "No answer that is missing would change the outcome: {outcome}.",
)
ASK = Text(
    "Dette kan avgjøre det: {questions}", "Dette kan afgøre det: {questions}", "This could decide it: {questions}"
)
ONE_MORE = Text("(og ett spørsmål til)", "(og ét spørgsmål mere)", "(and 1 more question)")
MORE = Text("(og {n} spørsmål til)", "(og {n} spørgsmål mere)", "(and {n} more questions)")
OPEN = Text(
    "det er ikke avklart om {clause}", "det er ikke afklaret, om {clause}", "it is not settled whether {clause}"
)
NOT_ENCODED = Text(
    "Loven slik den var den {day}, er ikke lagt inn, så plikten er uavklart av den grunn alene.",
    "Loven, som den var den {day}, er ikke lagt ind, så pligten er uafklaret alene af den grund.",
    "The law as it stood on {day} is not encoded; for that reason alone the duty is unknown.",
)
NO_SCOPE = Text(
    "Saken viser ingenting som plikten kan gjelde",
    "Sagen viser intet, som pligten kan gælde",
    "The case shows nothing that the duty could apply to",
)
LACKING = Text(
    "Det er ikke vist at plikten er oppfylt: {what}",
    "Det er ikke vist, at pligten er opfyldt: {what}",
    "The duty is not shown to be met: {what}",
)
MEETS = Text(
    "{unit} oppfyller kravene om: {goals}",
    "{unit} opfylder kravene om: {goals}",
    "{unit} meets the requirements of: {goals}",
)
ONLY_OTHERS = Text(
    "Plikten ligger på {bearer}. Arbeidsgiverens opplysninger kan ikke avgjøre den; arbeidsgiveren må gjøre det mulig å oppfylle den.",
    "Pligten påhviler {bearer}. Arbejdsgiverens oplysninger kan ikke afgøre den; arbejdsgiveren skal gøre det muligt at opfylde den.",
    "The duty lies on {bearer}. The employer's information cannot decide it; the employer must make it possible to fulfil it.",
)
OUTSIDE = Text(
    "Om reglene gjelder for arbeid av dette slaget eller på dette stedet, er ikke lest i kildene",
    "Om reglerne gælder for arbejde af denne art eller på dette sted, er ikke læst i kilderne",
    "Whether the rules apply to work of this kind or at this place was not read in the sources",
)
INFERRED = Text(
    "Innholdet i plikten er bare utledet i kildene våre, så den kan verken gi oppfylt eller brudd.",
    "Indholdet af pligten er kun udledt i vores kilder, så den kan hverken give opfyldt eller brud.",
    "The content of the duty is only inferred in our sources, so it can give neither met nor breach.",
)
NOR_EXCLUDED = Text(
    "{none}, og det er ikke avklart om det finnes noen",
    "{none}, og det er ikke afklaret, om der findes nogen",
    "{none}, and it is not settled whether there is any",
)
SHOWN = 3


class Reasons:
    """Writes reasons for one assessment in one language."""

    def __init__(self, assessment: Assessment, language: Language) -> None:
        self.assessment, self.language = assessment, language
        self.vocabulary = assessment.rulebase.vocabulary
        self.questions = Questions(assessment.case, self.vocabulary)
        self._hidden: dict[str, frozenset[str]] = {}

    def of(self, outcome: Outcome) -> str:
        """Give the short reason: two or three sentences."""
        if outcome.validity.standing == "not_encoded":
            return NOT_ENCODED.in_(self.language).format(day=outcome.validity.law_date)
        return self._reason(outcome, self.voice(self.hidden(outcome)))

    def hidden(self, outcome: Outcome) -> frozenset[str]:
        """Give the units that must not be named beside this outcome: its reason tells of an incident there, and they are small."""
        if outcome.id not in self._hidden:
            voice = self.voice()
            self._reason(outcome, voice)
            told = voice.names.named | set(outcome.env.values())
            self._hidden[outcome.id] = masked_units(told, self.assessment)
        return self._hidden[outcome.id]

    def masked(self, outcome: Outcome) -> frozenset[str]:
        """Give the units that the whole proof of an outcome must not name: it may tell of every incident that it looked at."""
        told = set(outcome.env.values())
        for node in (outcome.applies, outcome.breach, outcome.met, outcome.suspicion):
            told |= entities_of(node)
        return masked_units(told, self.assessment)

    def _reason(self, outcome: Outcome, voice: "Voice") -> str:
        match outcome.outcome:
            case "breach":
                found = voice.breach(outcome)
            case "investigate":
                found = [*voice.grounds(outcome.suspicion), *self._open(outcome, voice)]
            case "met":
                found = voice.met(outcome)
            case "not_applicable":
                found = voice.spared(outcome)
            case _:
                found = self._open(outcome, voice)
        return " ".join(found)

    def voice(self, masked: frozenset[str] = frozenset()) -> "Voice":
        """Give a voice; the masked units go unnamed."""
        return Voice(self.assessment, Names(self.assessment.case, self.vocabulary, self.language, masked))

    def asked(
        self, outcome: Outcome, raising: bool = False, hidden: frozenset[str] | None = None
    ) -> list[Question]:
        """Give the questions that would decide an outcome (or, apart from those, only raise a suspicion).

        Units that are ``hidden`` go unnamed in their texts; those that the reason hides, where it isn't said.
        """
        masked = self.hidden(outcome) if hidden is None else hidden
        questions = Questions(self.assessment.case, self.vocabulary, masked) if masked else self.questions
        leaves = outcome.openness.would_raise if raising else outcome.openness.decided_by
        found: dict[str, Question] = {}
        for leaf in leaves:
            for question in questions.of(leaf, outcome.unit):
                found.setdefault(question.address, question)
        return sorted(found.values(), key=_easiest_first)

    def _open(self, outcome: Outcome, voice: "Voice") -> list[str]:
        if outcome.duty.bearer != "employer":
            bearer = self.vocabulary.concepts[outcome.duty.bearer].in_sentence.in_(self.language)
            return [ONLY_OTHERS.in_(self.language).format(bearer=bearer)]
        sentences = []
        if outcome.openness.settled:
            word = voice.outcome_word(outcome.openness.settled)
            sentences.append(SAME.in_(self.language).format(outcome=word))
        if voice.outside(outcome):
            sentences.append(sentence(OUTSIDE.in_(self.language)))
        asked = self.asked(outcome, hidden=voice.names.masked)
        if asked:
            shown = " ".join(question.text.in_(self.language) for question in asked[:SHOWN])
            more = _more(len(asked) - SHOWN).in_(self.language) if len(asked) > SHOWN else ""
            sentences.append(f"{ASK.in_(self.language).format(questions=shown)} {more}".strip())
        elif not sentences:
            sentences += voice.lacking(outcome)
        if outcome.validity.inferred and outcome.outcome == "unknown":
            sentences.append(INFERRED.in_(self.language))
        if outcome.openness.could_be:
            words = [voice.outcome_word(o) for o in outcome.openness.could_be]
            shown = OR.in_(self.language).join(part for part in (", ".join(words[:-1]), words[-1]) if part)
            sentences.append(COULD_BE.in_(self.language).format(outcomes=shown))
        return sentences


class Voice:
    """Says what nodes say."""

    def __init__(self, assessment: Assessment, names: Names) -> None:
        self.assessment, self.names = assessment, names
        self.language = names.language
        self.composer = Composer(assessment.rulebase.vocabulary, names, assessment.facts.values, assessment.law_date)

    def outcome_word(self, outcome: str) -> str:
        """Give the word of an outcome."""
        return self.assessment.rulebase.vocabulary.concepts[f"outcome.{outcome}"].in_sentence.in_(self.language)

    def breach(self, outcome: Outcome) -> list[str]:
        """Say what is missing, or which ground there is: the first of each kind."""
        *missing, given = outcome.breach.premises
        found = [self.say(n.premises[0]) for n in missing if n.truth is Truth.YES]
        return list(dict.fromkeys([*self._occasion(outcome), *(found or self.grounds(given))]))

    def _occasion(self, outcome: Outcome) -> list[str]:
        """Say what it is about the entry in the scope (an incident, an assessment, an order) that the duty follows from."""
        when = outcome.sections.get("when")
        entries = set(outcome.env.values()) - {outcome.unit, ENTERPRISE}
        return [self.say(p) for p in when.premises if p.statement and p.statement[1] in entries] if when else []

    def grounds(self, node: Node) -> list[str]:
        """Say the first ground that holds, condition by condition."""
        ground = next((n for n in node.premises if n.truth is Truth.YES), None)
        return [said for part in ground.premises for said in self._with_cause(part)] if ground else []

    def _with_cause(self, part: Node) -> list[str]:
        """Say a part of a ground; where it is that another duty is breached, also by what."""
        row = next((p for p in part.premises if p.truth is Truth.YES), None) if part.kind == "duty" else None
        cause = next((o for o in self.assessment.outcomes if row and o.id == row.note.get("outcome")), None)
        return [self.say(part), *(self.breach(cause) if cause else [])]

    def met(self, outcome: Outcome) -> list[str]:
        """Say what shows that each requirement is met; other duties that are met are named together."""
        parts = [part for section in outcome.met.premises for part in section.premises]
        duties = [p for p in parts if p.kind == "duty" and _is_really_met(p)]
        found = [self.say(p) for p in parts if p.kind != "duty"]
        if duties and outcome.unit:
            goals = "; ".join(self.names.of(p.statement[2] or "") for p in duties if p.statement)
            found.append(sentence(MEETS.in_(self.language).format(unit=self.names.of(outcome.unit, True), goals=goals)))
        return list(dict.fromkeys(found))

    def spared(self, outcome: Outcome) -> list[str]:
        """Say why the duty does not apply."""
        failing = [p for p in outcome.applies.premises if p.truth is Truth.NO]
        found = [
            self.say(part)
            for p in failing
            for part in ([q for q in p.premises if q.truth is Truth.NO] if p.kind == "all" else [p])
        ]
        closing = self.closing(outcome.applies)
        if not outcome.env:
            return [sentence(NO_SCOPE.in_(self.language) + (f" ({closing})" if closing else ""))]
        return found

    def open_clause(self, node: Node) -> str:
        """Write that a condition is not settled; where it asks something of every such thing and none is known, just that."""
        if node.kind == "not" and node.premises and (none := self._none_told(node.premises[0])):
            return NOR_EXCLUDED.in_(self.language).format(none=none)
        return OPEN.in_(self.language).format(clause=self._positive(node))

    def _none_told(self, node: Node) -> str:
        """Write that no thing is known of which something is asked; empty where one is, or where nothing is asked of every one.

        An entry of which it is asked stands among the candidates, or was refused since it has what is asked.
        """
        condition = self._condition(node)
        asked = self.composer.demanded(condition) if isinstance(condition, Exists) else {}
        if not isinstance(condition, Exists) or not asked or node.truth is Truth.YES:
            return ""
        places = {f"{node.place}/body/{n}" for n in asked}
        known = any(p.stand_in is None for p in node.premises) or any(
            r.node is not None and r.place in places for r in node.refused
        )
        return "" if known else self.composer.none_told(condition, dict(node.bindings))

    def lacking(self, outcome: Outcome) -> list[str]:
        """Say what would have to be there for the duty to be met, where no answer is missing."""
        parts = [p for section in outcome.met.premises for p in section.premises if p.truth is not Truth.YES]
        parts = [p for p in parts if p.truth is Truth.NO] or parts
        if not parts:
            return [sentence(NOT_SETTLED.in_(self.language))]
        return [LACKING.in_(self.language).format(what=" ".join(self.say(p) for p in parts[:SHOWN]))]

    def outside(self, outcome: Outcome) -> bool:
        """Say whether the scope of the law itself is what is open."""
        return any(
            p.statement and p.statement[0] == "in_read_scope" and p.truth is not Truth.YES
            for p in outcome.applies.premises
        )

    def say(self, node: Node) -> str:
        """Say one node as a whole sentence, with its source in parentheses."""
        clause = self.clause(node)
        source = self.source(node)
        return sentence(f"{clause} ({source})" if source else clause)

    def clause(self, node: Node) -> str:
        """Write what a node says, as it turned out: what holds, what does not, or what is open."""
        if node.truth is Truth.UNKNOWN:
            return self.open_clause(node)
        condition = self._condition(node)
        negated = node.truth is Truth.NO
        if node.statement is not None:
            return self._statement(node, negated)
        if condition is None:
            return "; ".join(self.clause(part) for part in node.premises)
        if isinstance(condition, Not):
            return self.clause(node.premises[0])
        if isinstance(condition, Compare):
            return self.composer.comparison(condition, negated, self._sides(node))
        if negated and (none := self._none_told(node)):
            return none
        if isinstance(condition, Exists) and node.truth is Truth.YES and node.premises and node.minimum == 1:
            return self._witness(condition, node.premises[0], dict(node.bindings))
        if isinstance(condition, ForAll):
            return self._for_all(condition, node)
        if node.kind == "if" and node.truth is Truth.YES:
            test, *body = node.premises
            return self.clause(body[0] if body and body[0].truth is Truth.YES else test.premises[0])
        if node.kind == "at_least" and (node.truth is Truth.YES or node.minimum == 1):
            return "; ".join(self.clause(p) for p in node.premises if p.truth is node.truth)
        if node.kind == "all" and node.premises:
            shown = node.premises if node.truth is Truth.YES else [p for p in node.premises if p.truth is node.truth]
            return "; ".join(self.clause(p) for p in shown)
        return self.composer.clause(condition, dict(node.bindings), negated)

    def _condition(self, node: Node) -> Condition | None:
        """Give the condition that a node is of; a node that only holds others together is of none."""
        condition = self.assessment.program.conditions.get(node.place)
        return condition if node.kind not in ("all", "candidate") or isinstance(condition, AllOf) else None

    def _positive(self, node: Node) -> str:
        condition = self._condition(node)
        if node.statement is not None:
            return self._statement(node, False)
        if condition is None:
            return "; ".join(self._positive(part) for part in node.premises)
        if isinstance(condition, Compare):
            return self.composer.comparison(condition, False, self._sides(node))
        return self.composer.clause(condition, dict(node.bindings))

    def _sides(self, node: Node) -> Mapping[str, str]:
        """Give what a comparison compared; nothing where a unit goes unnamed, since the day of an incident may tell which it is."""
        return {} if self.names.masked else node.note

    def _statement(self, node: Node, negated: bool) -> str:
        prop_id, subject, obj = node.statement or ("", "", None)
        prop = self.assessment.rulebase.vocabulary.properties[prop_id]
        shown = self.names.of(obj) if obj is not None else self.composer.value(prop, subject)
        return self.composer.speak(prop, "negative" if negated else "positive", self.names.of(subject, True), shown)

    def _witness(self, condition: Exists, candidate: Node, bound: Bindings) -> str:
        """Say of the thing that was found what was asked for: «risikovurderingen X gjelder sone nord og vurderer …»."""
        entity = candidate.bindings[condition.var.name]
        name = self.names.of(entity, True)
        inside = {**bound, **candidate.bindings}
        said: list[str] = []
        others: list[str] = []
        for number, part in enumerate(condition.body):
            positive = part.body if isinstance(part, Not) else part
            if self.composer.gives_value(positive):
                continue
            if (
                isinstance(positive, Sentence)
                and isinstance(positive.subject, Var)
                and positive.subject.name == condition.var.name
            ):
                text = self.composer.clause(part, inside)
                said.append(text.removeprefix(name).strip() if said else text)
            elif isinstance(positive, Exists) and isinstance(part, Not):
                proved = [p for p in candidate.premises if p.place.endswith(f"/body/{number}")]
                others += [self.clause(p) for p in proved] or [self.composer.clause(part, inside)]
            else:
                others += [self.clause(p) for p in candidate.premises if p.place.endswith(f"/body/{number}")]
        said_of_it = f"{', '.join(said[:-1])} {AND.in_(self.language)} {said[-1]}" if len(said) > 1 else "".join(said)
        text = said_of_it or self.composer.clause(condition, bound)
        return f", {AND.in_(self.language)} ".join([text, *others])

    def _for_all(self, condition: ForAll, node: Node) -> str:
        """Group the items: those that fail where the whole fails, else all of them."""
        wanted = node.truth
        chosen = [p for p in node.premises if p.truth is wanted] if wanted is not Truth.YES else node.premises
        members = tuple(p.bindings[condition.var.name] for p in chosen)
        if wanted is Truth.YES:
            return "; ".join(dict.fromkeys(self.clause(part) for p in node.premises for part in p.premises))
        if len(condition.body) == 1 and isinstance(condition.body[0], Exists):
            return self.composer.over(condition.var, members, condition.body, dict(node.bindings), negated=True)
        return "; ".join(
            dict.fromkeys(self.clause(part) for p in chosen for part in p.premises if part.truth is wanted)
        )

    def nothing(self, refused: Refused) -> str:
        """Say that nothing fits a condition: «ingen risikovurdering gjelder Kontoret»; that no entry is known, where any would fit."""
        condition = self.assessment.program.conditions.get(refused.place)
        if (
            not isinstance(condition, Sentence)
            or not isinstance(condition.subject, Var)
            or condition.subject.name in refused.bindings
        ):
            return ""
        if self.composer.gives_value(condition):
            return sentence(self.composer.none_of(condition.subject.type))
        prop = self.assessment.rulebase.vocabulary.properties[condition.property]
        noun = self.assessment.rulebase.vocabulary.classes[condition.subject.type].noun.negative.in_(self.language)
        clause = self.composer.speak(prop, "positive", noun, self.composer.name(condition.object, refused.bindings))
        return sentence(OF_WHAT_IS_SHOWN.in_(self.language).format(clause=clause))

    def source(self, node: Node) -> str:
        """Say where a node is known from."""
        if node.said is not None:
            return source_text(node.said, self.assessment.case, self.names)
        if node.kind == "not" and node.premises:
            return self.source(node.premises[0])
        if node.kind == "exists" and node.truth is Truth.YES and node.premises:
            return self._evidence(node.premises[0])
        if node.kind in ("at_least", "all") and node.truth is Truth.YES:
            return next((text for p in node.premises if p.truth is Truth.YES and (text := self.source(p))), "")
        if node.kind in ("exists", "for_all") and node.truth is Truth.NO:
            return self.closing(node)
        return ""

    def _evidence(self, candidate: Node) -> str:
        said = next((p.said for p in candidate.premises if p.said and p.said.evidence), None)
        said = said or next((p.said for p in candidate.premises if p.said and p.said.who), None)
        return source_text(said, self.assessment.case, self.names)

    def closing(self, node: Node) -> str:
        """Say who says that what was looked for is not there: the register's completeness, or the paper that was asked for."""
        facts = self.assessment.facts
        for part in _within(node):
            condition = self.assessment.program.conditions.get(part.place)
            types = (
                [condition.var.type]
                if isinstance(condition, Exists)
                else [each.var.type for each in self._scope_of(part.place)]
            )
            for type_ in types:
                cls = self.assessment.rulebase.vocabulary.classes.get(type_)
                if cls is None or cls.register in (None, "units"):
                    continue
                register = cls.register or ""
                known = [
                    facts.closed[register, unit] for unit in part.bindings.values() if (register, unit) in facts.closed
                ] or self._closed_everywhere(register)
                if known:
                    return source_text(known[0], self.assessment.case, self.names)
                said = facts.source("on_record", f"~{cls.register}", None)
                if said is not None and said.how == "paper_closed":
                    return source_text(said, self.assessment.case, self.names)
        return ""

    def _closed_everywhere(self, register: str) -> list[Said]:
        """Give who says that a register is complete, where that is said of every unit."""
        closed = self.assessment.facts.closed
        said = [closed.get((register, unit.id)) for unit in self.assessment.case.units]
        return [each for each in said if each is not None] if all(said) else []

    def _scope_of(self, place: str) -> tuple[ForEach, ...]:
        if not place.endswith(":scope"):
            return ()
        return next(
            (o.duty.scope for o in self.assessment.outcomes if place.startswith(f"{key_of(o.duty.origins)}:")), ()
        )


def _easiest_first(question: Question) -> tuple[int, str]:
    """Order questions: what can be answered with a yes, a no or a date before what takes a look through a whole register."""
    kinds = ("statement", "field", "register")
    last = question.address.endswith("/findings")
    return kinds.index(question.kind) + last, question.address


def _more(n: int) -> Text:
    return ONE_MORE if n == 1 else MORE.format(n=str(n))


def _is_really_met(duty: Node) -> bool:
    """Say whether a duty that another asks about is met, and not merely one that does not apply or was not in force."""
    return any(row.premises and row.premises[0].truth is Truth.YES for row in duty.premises)


def _within(node: Node) -> list[Node]:
    """Give a node and those under it, top down, as far as existences that failed."""
    found = [node]
    for premise in node.premises:
        found += _within(premise)
    return found
