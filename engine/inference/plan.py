"""How the body of a rule, a scope or an existence is found: the positive joins for durable-rules, and the tests for the driver."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.inference.driver import Pattern
from engine.language.syntax import (
    AllOf,
    AtLeast,
    Compare,
    Condition,
    Conditions,
    Const,
    Exists,
    ForAll,
    If,
    Not,
    Sentence,
    Term,
    Var,
)
from engine.vocabulary.model import Kind, Vocabulary

LAZY = (
    "fulfils",
    "breaches",
    "reads_law_by",
)  # about other duties' outcomes and the reading chosen: looked up, never joined
Placed = tuple[str, Condition]  # the path of a condition inside its rule, and the condition


@dataclass(frozen=True, slots=True)
class Plan:
    """A body made ready: ``variables`` are its own, ``outer`` the variables from outside that its joins mention.

    ``atoms`` are the positive sentences to join, ``tests`` the rest, both in the order of the text with their paths. ``name`` is the
    same for equal joins, so that they are run once.
    """

    name: str
    variables: tuple[Var, ...]
    outer: tuple[str, ...]
    atoms: tuple[tuple[str, Sentence], ...]
    tests: tuple[Placed, ...]
    body: tuple[Placed, ...]
    patterns: tuple[Pattern, ...]

    @property
    def is_scan(self) -> bool:
        """Say whether there is nothing to join: one condition on one variable is read straight from the facts."""
        return len(self.patterns) <= 1 and len(self.variables) <= 1


def make_plan(variables: tuple[Var, ...], body: tuple[Placed, ...], vocabulary: Vocabulary) -> Plan:
    """Split a body into what is joined and what is tested, and write the joins as patterns.

    Sentences that give a value are put first, before the comparisons that use it.
    """
    body = tuple(sorted(body, key=lambda placed: not _gives_value(placed[1], vocabulary)))
    atoms = tuple((path, c) for path, c in body if isinstance(c, Sentence) and joinable(c, vocabulary))
    tests = tuple((path, c) for path, c in body if not (isinstance(c, Sentence) and joinable(c, vocabulary)))
    own = {variable.name for variable in variables}
    patterns = [_pattern(sentence) for _, sentence in atoms]
    mentioned = {slot[1:] for p in patterns for slot in (p.subject, p.object) if slot.startswith("?")}
    patterns = [Pattern(f"is|{v.type}", f"?{v.name}", "") for v in variables if v.name not in mentioned] + patterns
    outer = tuple(sorted(mentioned - own))
    name = " & ".join(f"{p.predicate}({p.subject},{p.object})" for p in patterns)
    return Plan(name, variables, outer, atoms, tests, body, tuple(patterns))


def _gives_value(condition: Condition, vocabulary: Vocabulary) -> bool:
    return isinstance(condition, Sentence) and vocabulary.properties[condition.property].kind is Kind.VALUE


def joinable(sentence: Sentence, vocabulary: Vocabulary) -> bool:
    """Say whether a sentence can be joined: it stands in the tables, and does not tie a variable to itself."""
    prop = vocabulary.properties[sentence.property]
    to_itself = isinstance(sentence.object, Var) and sentence.subject == sentence.object
    return prop.kind in (Kind.FLAG, Kind.LINK) and prop.id not in LAZY and not to_itself


def _pattern(sentence: Sentence) -> Pattern:
    subject = sentence.subject
    cls = subject.type if isinstance(subject, Var) else "concept"
    return Pattern(f"{sentence.property}|{cls}", _slot(subject), _slot(sentence.object))


def _slot(term: Term | None) -> str:
    if term is None:
        return ""
    return f"?{term.name}" if isinstance(term, Var) else term.concept


def placed(conditions: Conditions, section: str) -> tuple[Placed, ...]:
    """Give each condition of a section its path."""
    return tuple((f"{section}/{number}", condition) for number, condition in enumerate(conditions))


def inner(path: str, condition: Condition) -> tuple[Placed, ...]:
    """Give the conditions directly inside a condition, with their paths."""
    match condition:
        case Not(body):
            return ((f"{path}/not", body),)
        case Exists(body=body) | ForAll(body=body) | AllOf(body=body):
            return placed(body, f"{path}/body")
        case If(test, body):
            return placed(test, f"{path}/test") + placed(body, f"{path}/body")
        case AtLeast(branches=branches):
            return placed(branches, f"{path}/branch")
    return ()


def free(condition: Condition) -> frozenset[str]:
    """Give the names of the variables that a condition takes from outside."""
    match condition:
        case Sentence(_, subject, obj):
            return frozenset(t.name for t in (subject, obj) if isinstance(t, Var))
        case Compare(left=left, right=right):
            return frozenset(t.name for t in (left, right) if isinstance(t, Var))
        case Exists(var=var) | ForAll(var=var):
            return frozenset().union(*(free(c) for _, c in inner("", condition))) - {var.name}
    return frozenset().union(*(free(c) for _, c in inner("", condition)))


def bodies(path: str, condition: Condition, vocabulary: Vocabulary) -> Iterator[tuple[str, Plan]]:
    """Give the plan of every existence inside a condition, with its path."""
    if isinstance(condition, Exists):
        yield path, make_plan((condition.var,), placed(condition.body, f"{path}/body"), vocabulary)
    for inner_path, inside in inner(path, condition):
        yield from bodies(inner_path, inside, vocabulary)


def sentences(path: str, condition: Condition) -> Iterator[Sentence]:
    """Give every sentence inside a condition."""
    if isinstance(condition, Sentence):
        yield condition
    for inner_path, inside in inner(path, condition):
        yield from sentences(inner_path, inside)


def constants(condition: Condition) -> frozenset[str]:
    """Give the concepts that a condition names."""
    return frozenset(
        term.concept for s in sentences("", condition) for term in (s.subject, s.object) if isinstance(term, Const)
    )
