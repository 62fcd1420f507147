"""A part of an assessment made anew on other ground: only the duties that the change of ground can reach, and what they rest on."""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from engine.assessment import Assessment, Groundwork, conclude
from engine.case.facts import Facts, Key
from engine.impact.cone import Cone, cone
from engine.impact.edits import parts_of
from engine.inference.outcome import Outcome
from engine.inference.program import adopted, compile_program
from engine.language.syntax import RuleSet, Sentence
from engine.language.walk import Part, conditions_of, narrowed, sentences
from engine.proof.node import Node
from engine.vocabulary.model import Origin

PARTS = ("applies", "breach", "met", "suspicion")


def reached(assessment: Assessment, speaks: Callable[[Sentence], bool]) -> Cone:
    """Give the rules and duties that can rest, through whatever rules and duties, on a sentence of some kind."""
    rules = assessment.program.ruleset
    return cone([rules], [part.origins.id for part in parts_of(rules) if any(speaks(sentence) for sentence in _sentences(part))])


def duties_in(within: Cone, assessment: Assessment) -> frozenset[str]:
    """Give the ids of the duties in a cone."""
    return within.ids & {duty.origins.id for duty in assessment.program.ruleset.duties}


def speaking(assessment: Assessment, speaks: Callable[[Sentence], bool]) -> tuple[str, ...]:
    """Give the ids of the duties that come to such a sentence themselves or through rules, not through the outcome of another duty."""
    rules = assessment.program.ruleset
    names, size = set[str](), -1
    while size != len(names):
        size = len(names)
        names |= {rule.then.property for rule in rules.rules if _speaks(rule, speaks, names)}
    return tuple(sorted({duty.origins.id for duty in rules.duties if _speaks(duty, speaks, names)}))


def _speaks(part: Part, speaks: Callable[[Sentence], bool], names: Container[str]) -> bool:
    return any(speaks(sentence) or sentence.property in names for sentence in _sentences(part))


def _sentences(part: Part) -> Iterable[Sentence]:
    return (sentence for sentence, _ in sentences(conditions_of(part) + adopted(part.origins)))


def decided(ground: Groundwork, assessment: Assessment, duties: Iterable[str], within: Cone) -> dict[str, Outcome]:
    """Give the outcomes of some duties on another ground, by their address; the rules are those of the assessment.

    ``within`` is what the change of ground can reach. What it can't reach is as it was: its rules don't run again, and its outcomes stand,
    unless the assessment shows only a part of them. For comparing: the proofs stop at what stands.
    """
    wanted = set(duties)
    rulebase, rules = assessment.rulebase, narrowed(assessment.program.ruleset, *sorted(wanted))
    if assessment.is_part:
        program = compile_program(rules, rulebase.vocabulary, assessment.law_date)
        found = conclude(ground, rulebase, program=program).outcomes
    else:
        duties_anew = tuple(duty for duty in rules.duties if duty.origins.id in within.ids)
        anew = RuleSet(duties_anew, tuple(rule for rule in rules.rules if rule.origins.id in within.ids), ())
        standing = derived_properties(assessment) - within.names
        program = compile_program(anew, rulebase.vocabulary, assessment.law_date, standing)
        by_duty = assessment.by_duty()
        settled = {d.origins.id: by_duty.get(d.origins.id, []) for d in rules.duties if d.origins.id not in within.ids}
        facts = _with_standing(ground.facts, assessment.facts, standing)
        found = conclude(replace(ground, facts=facts), rulebase, program=program, settled=settled).outcomes
    program.close()
    return {outcome.id: outcome for outcome in found if outcome.duty.origins.id in wanted}


def derived_properties(assessment: Assessment) -> frozenset[str]:
    """Give the names of the statements that only rules conclude."""
    properties = assessment.rulebase.vocabulary.properties
    return frozenset(name for name, prop in properties.items() if prop.origin is Origin.DERIVED)


def _with_standing(facts: Facts, concluded: Facts, names: frozenset[str]) -> Facts:
    """Add to facts what the rules concluded before."""
    facts = facts.copy()
    for name in names & concluded.known.keys():
        facts.known[name] = concluded.known[name]
        facts.by_subject[name] = concluded.by_subject[name]
        facts.by_object[name] = concluded.by_object[name]
    return facts


def before_rules(assessment: Assessment) -> Facts:
    """Give the facts of the case alone, without what the rules concluded from them."""
    facts, derived = assessment.facts.copy(), derived_properties(assessment)
    for table in (facts.known, facts.by_subject, facts.by_object):
        for name in derived:
            table.pop(name, None)
    facts.said = {key: said for key, said in facts.said.items() if said.how != "derived"}
    return facts


def same_truths(one: Outcome | None, two: Outcome | None) -> bool:
    """Say whether two outcomes are the same for whoever asks about them: in every part."""
    if one is None or two is None:
        return one is two
    return all(getattr(one, part).truth is getattr(two, part).truth for part in PARTS)


class Traces:
    """Finds which of some statements the proofs rest on. What was found of a step is kept: outcomes share them."""

    def __init__(self, wanted: Callable[[Key], object | None]) -> None:
        """``wanted`` gives what to remember of a statement, None for nothing."""
        self.wanted = wanted
        self._known: dict[int, frozenset[object]] = {}

    def of(self, outcome: Outcome) -> frozenset[object]:
        """Give what was wanted of the statements in the whole proof of an outcome."""
        return frozenset[object]().union(*(self._of(getattr(outcome, part)) for part in PARTS))

    def _of(self, node: Node) -> frozenset[object]:
        known = self._known.get(id(node))
        if known is not None:
            return known
        own = self.wanted(node.statement) if node.statement else None
        below = [*node.premises, *(refused.node for refused in node.refused if refused.node)]
        found = frozenset(() if own is None else (own,)).union(*(self._of(each) for each in below))
        self._known[id(node)] = found
        return found

