"""The same joins over the same facts in three engines: durable-rules, CLIPS and clingo. All must find the same matches.

The joins are those that the rule base compiles to (every rule, every scope, every existence that is joined), the facts all that is certain
or possible when the assessment is finished. Rules are compiled once; what is timed is facts in, matches out as Python values.
"""

from collections.abc import Callable, Iterable

import clingo
import clips

from engine.case.facts import Facts
from engine.inference.derive import _tuples
from engine.inference.driver import Joins, Pattern, Tuple
from engine.inference.program import Program

Matches = set[tuple[str, tuple[tuple[str, str], ...]]]  # join, its variables with their values
Engine = Callable[[], Matches]


def patterns_of(program: Program) -> dict[str, list[Pattern]]:
    """Give every join that the program runs, by name; equal joins once, as there."""
    rules = {f"{key}:scope" for key in program.rules}
    found = {place: list(plan.patterns) for place, plan in program.plans.items() if place in rules}
    found |= {plan.name: list(plan.patterns) for place, plan in program.plans.items() if place not in rules and not plan.is_scan}
    return {name: patterns for name, patterns in found.items() if patterns}


def engines(program: Program, facts: Facts) -> tuple[dict[str, Engine], int]:
    """Make the three engines ready; gives also the number of facts."""
    joins = patterns_of(program)
    compiled = Joins("bench", joins)
    given = sorted(set(_tuples(program.vocabulary, facts, compiled)))
    made = {"durable-rules": _durable(compiled, given), "CLIPS": _clips(joins, given), "clingo": _clingo(joins, given)}
    return made, len(given)


def _variables(patterns: list[Pattern]) -> list[str]:
    return sorted({term for pattern in patterns for term in (pattern.subject, pattern.object) if term.startswith("?")})


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _numbers(joins: dict[str, list[Pattern]]) -> dict[str, int]:
    return {name: number for number, name in enumerate(sorted({p.predicate for patterns in joins.values() for p in patterns}))}


def _match(name: str, bound: dict[str, list[str]], values: Iterable[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    return name, tuple((variable[1:], value) for variable, value in zip(bound[name], values, strict=True))


def _durable(compiled: Joins, given: list[Tuple]) -> Engine:
    return lambda: {(join, tuple(sorted(binding.items()))) for join, binding in compiled.run(given)}


def _clips(joins: dict[str, list[Pattern]], given: list[Tuple]) -> Engine:
    environment = clips.Environment()
    found: list[tuple[str, ...]] = []

    def matched(*parts: str) -> None:
        found.append(parts)

    environment.define_function(matched, name="matched")
    predicates = _numbers(joins)
    for number in predicates.values():
        environment.build(f"(deftemplate t{number} (slot s) (slot o))")
    names, bound = list(joins), {name: _variables(patterns) for name, patterns in joins.items()}
    for number, (name, patterns) in enumerate(joins.items()):
        slot = {variable: f"?v{n}" for n, variable in enumerate(bound[name])}
        conditions = [
            f"(t{predicates[p.predicate]} " + " ".join(
                f"({letter} {slot.get(term) or _quoted(term)})" for letter, term in (("s", p.subject), ("o", p.object)) if term
            ) + ")"
            for p in patterns
        ]
        environment.build(f"(defrule j{number} {' '.join(conditions)} => (matched \"{number}\" {' '.join(slot.values())}))")

    def run() -> Matches:
        found.clear()
        environment.reset()
        environment.load_facts("\n".join(f"(t{predicates[f.predicate]} (s {_quoted(f.subject)}) (o {_quoted(f.object)}))" for f in given))
        environment.run()
        return {_match(names[int(number)], bound, map(str, values)) for number, *values in found}

    return run


def _clingo(joins: dict[str, list[Pattern]], given: list[Tuple]) -> Engine:
    predicates = _numbers(joins)
    names, bound = list(joins), {name: _variables(patterns) for name, patterns in joins.items()}
    rules = ["#show."]
    for number, (name, patterns) in enumerate(joins.items()):
        letter = {variable: f"V{n}" for n, variable in enumerate(bound[name])}

        def term(text: str, letter: dict[str, str] = letter) -> str:
            return letter.get(text) or (_quoted(text) if text else "_")

        body = ", ".join(f"t{predicates[p.predicate]}({term(p.subject)},{term(p.object)})" for p in patterns)
        head = f"j{number}({','.join(letter.values())})"
        rules += [f"{head} :- {body}.", f"#show j{number}/{len(letter)}."]

    def run() -> Matches:
        control = clingo.Control(["--warn=none"])
        control.add("base", [], "\n".join([*rules, *_as_asp(given, predicates)]))
        control.ground([("base", [])])
        with control.solve(yield_=True) as models:
            symbols = next(iter(models)).symbols(shown=True)
        return {_match(names[int(symbol.name[1:])], bound, (each.string for each in symbol.arguments)) for symbol in symbols}

    return run


def _as_asp(given: Iterable[Tuple], predicates: dict[str, int]) -> Iterable[str]:
    return (f"t{predicates[f.predicate]}({_quoted(f.subject)},{_quoted(f.object)})." for f in given)
