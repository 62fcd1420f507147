"""Both evaluations of one program, side by side."""

from collections.abc import Iterable, Iterator
from datetime import date

from engine.case.facts import Facts, is_stand_in
from engine.inference.derive import derive
from engine.inference.evaluate import Evaluator
from engine.inference.program import compile_program, key_of, sections
from engine.language import syntax as s
from engine.truth import Truth
from engine.vocabulary.model import Origin, Vocabulary
from tests.reference.asp import CERTAIN, PLAIN, POSSIBLE, Theory, in_some_and_in_all, solve
from tests.reference.programs import DAY, Sample

Statement = tuple[str, ...]  # a property, its subject and its object; or a duty, a section and a scope


def engine(sample: Sample, law_date: date = DAY) -> dict[Statement, Truth]:
    """Evaluate a program with the engine: every derived statement, and every section of every duty for every scope."""
    program = compile_program(sample.rules, sample.vocabulary, law_date)
    evaluator = Evaluator(program, sample.facts, law_date)
    derive(evaluator)
    found: dict[Statement, Truth] = {
        (prop.id, subject, obj or ""): truth
        for prop in sample.vocabulary.properties.values() if prop.origin is Origin.DERIVED
        for (subject, obj), truth in sample.facts.pairs(prop.id)
    }
    for duty in sample.rules.duties:
        key = key_of(duty.origins)
        for env in evaluator.lookup(program.plans[f"{key}:scope"], {}):
            scope = tuple(env[each.var.name] for each in duty.scope)
            truths = {name: evaluator.all(key, conditions, env).truth for name, conditions in sections(duty)}
            if truths["scope"] is not Truth.NO:
                found |= {(duty.origins.id, name, *scope): truth for name, truth in truths.items()}
    return {statement: truth for statement, truth in found.items() if truth is not Truth.NO}


def duty_sections(duty: s.Duty) -> Iterator[tuple[str, s.Conditions]]:
    """Give the sections of a duty with their conditions; each may use what the joins of the scope bind."""
    yield "scope", tuple(join for each in duty.scope for join in each.joins)
    yield "when", duty.when
    for kind, grounds in (("unless", duty.unless), ("invoked", duty.invoked), ("breach_when", duty.breach_when), ("suspicion_when", duty.suspicion_when)):
        yield from ((f"{kind}/{n}", ground) for n, ground in enumerate(grounds))
    yield "requires", duty.requires
    yield "met_when", duty.met_when


def theory(sample: Sample, name: str, doubled: bool) -> tuple[Theory, dict[str, Statement]]:
    """Write a program as ASP; gives the theory and what the predicates of its duties stand for."""
    made = Theory(name, sample.vocabulary, sample.facts.case.date, DAY, doubled)
    made.common()
    made.rules(sample.rules.rules)
    meaning: dict[str, Statement] = {}
    for number, duty in enumerate(sample.rules.duties):
        context = {each.var.name: each.var.type for each in duty.scope}
        for part, (section, conditions) in enumerate(duty_sections(duty)):
            predicate = f"{name}_duty{number}x{part}"
            row = f"{name}_duty{number}x0p({made.terms(context)})" if doubled and part else ""  # the scope comes first
            made.truth_of(predicate, context, conditions, row)
            for mode in made.modes:
                meaning[predicate + mode] = (duty.origins.id, section)
    return made, meaning


def reading(atoms: Iterable[tuple[str, tuple[str, ...]]], made: dict[str, tuple[Theory, dict[str, Statement]]]) -> dict[str, dict[str, set[Statement]]]:
    """Give for each theory and mode the statements that hold."""
    found: dict[str, dict[str, set[Statement]]] = {name: {CERTAIN: set(), POSSIBLE: set(), PLAIN: set()} for name in made}
    derived = {
        theory.predicate(prop.id, mode): (name, mode, prop.id)
        for name, (theory, _) in made.items()
        for prop in theory.vocabulary.properties.values() if prop.origin is Origin.DERIVED
        for mode in theory.modes
    }
    for predicate, arguments in atoms:
        if predicate in derived:
            name, mode, prop = derived[predicate]
            found[name][mode].add((prop, *arguments))
        else:
            name = predicate.split("_")[0]
            meaning = made[name][1].get(predicate) if name in made else None
            if meaning:
                found[name][predicate[-1]].add((*meaning, *arguments[1:]))
    return found


def independent(samples: dict[str, Sample]) -> dict[str, dict[Statement, Truth]]:
    """Evaluate many programs with clingo in one go."""
    made = {name: theory(sample, name, True) for name, sample in samples.items()}
    text = "\n".join(line for name, (each, _) in made.items() for line in [*each.case(samples[name].facts), *each.lines])
    found = reading(solve(text), made)
    return {
        name: {
            statement: Truth.YES if statement in modes[CERTAIN] else Truth.UNKNOWN
            for statement in modes[POSSIBLE] | modes[CERTAIN]
        }
        for name, modes in found.items()
    }


def constants(rules: s.RuleSet, vocabulary: Vocabulary) -> set[int]:
    """Give numbers and dates around every threshold that a comparison of the rules has."""
    found = {DAY.toordinal() - days for days in (0, 14, 28, 31, 59, 62, 365)} | {1, 2, 3}
    return found | {value for parameter in vocabulary.parameters.values() for _, value in parameter.values}


def completions(samples: dict[str, Sample]) -> tuple[dict[str, set[Statement]], dict[str, set[Statement]]]:
    """Enumerate the two-valued completions of many programs: what holds in some of them, and what in all."""
    made = {name: theory(sample, name, False) for name, sample in samples.items()}
    text = "\n".join(
        line for name, (each, _) in made.items()
        for line in [*each.completions(samples[name].facts, constants(samples[name].rules, each.vocabulary)), *each.lines]
    )
    shown = "\n".join(f"#show {p}/{n}." for p, n in _shown(made, samples))
    some, every = ({name: modes[PLAIN] for name, modes in reading(found, made).items()} for found in in_some_and_in_all(f"{text}\n{shown}"))
    return some, every


def _shown(made: dict[str, tuple[Theory, dict[str, Statement]]], samples: dict[str, Sample]) -> Iterator[tuple[str, int]]:
    for name, (each, meaning) in made.items():
        for prop in each.vocabulary.properties.values():
            if prop.origin is Origin.DERIVED:
                yield each.predicate(prop.id, PLAIN), 2
        sizes = {duty.origins.id: len(duty.scope) + 1 for duty in samples[name].rules.duties}
        for predicate, statement in meaning.items():
            yield predicate, sizes[statement[0]]


def unknowns(facts: Facts) -> int:
    """Count what is open in a case: statements and values that nobody gave, and registers that may hold more."""
    open_statements = sum(
        truth is Truth.UNKNOWN and not is_stand_in(subject) and not is_stand_in(obj or "")
        for pairs in facts.known.values() for (subject, obj), truth in pairs.items()
    )
    stand_ins = sum(is_stand_in(entity) for entity in facts.classes)
    return open_statements + stand_ins
