"""What the scenarios show of each duty, and the proof that a duty cannot have the outcomes it says it cannot have.

An outcome is shown by a scenario, or declared impossible with reason and source. A declaration is proved from the structure of
the rule alone: no breach without something required or a ground of breach; always applicable only without conditions and
exceptions, over every unit or the undertaking itself; nothing to investigate without a ground of suspicion; never met without
requirements. Unknown is always possible.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.errors import Problem
from engine.inference.outcome import OUTCOMES, Outcome
from engine.language.keywords import OUTCOMES as WORDS
from engine.language.syntax import CannotBe, Condition, Duty, Place, RuleSet, Sentence
from engine.proof.node import Node
from engine.scenarios import Result, Scenario
from engine.text import LANGUAGES, Language, Text
from engine.truth import Truth
from engine.vocabulary.model import Vocabulary

NEVER = Text("kan ikke bli", "kan ikke blive", "cannot be")
ALWAYS_THERE = ("Undertaking", "Unit")  # every case has these; a scope over anything else may be empty


@dataclass(frozen=True, slots=True)
class DutyCoverage:
    """One duty: the scenarios that show each outcome, and the outcomes that it is declared not to have."""

    duty: Duty
    shown: dict[str, tuple[Scenario, ...]]
    declared: tuple[CannotBe, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The outcomes that no scenario shows, though the duty is not declared not to have them."""
        ruled_out = {each.outcome for each in self.declared}
        return tuple(outcome for outcome in OUTCOMES if not self.shown[outcome] and outcome not in ruled_out)

    @property
    def at_odds(self) -> tuple[str, ...]:
        """The outcomes that are declared impossible and yet expected by a scenario."""
        return tuple(each.outcome for each in self.declared if self.shown.get(each.outcome))


def coverage(rules: RuleSet, scenarios: Iterable[Scenario]) -> list[DutyCoverage]:
    """Say which outcomes of each duty the scenarios show. Parts of one duty for different times count as one."""
    by_duty: dict[str, list[Scenario]] = {}
    for scenario in scenarios:
        by_duty.setdefault(scenario.tries, []).append(scenario)
    found = {}
    for duty in rules.duties:
        mine = by_duty.get(duty.origins.id, [])
        shown = {outcome: tuple(s for s in mine if s.expected == outcome) for outcome in OUTCOMES}
        found[duty.origins.id] = DutyCoverage(duty, shown, duty.cannot_be)
    return list(found.values())


def lines(covered: Iterable[DutyCoverage], vocabulary: Vocabulary, language: Language) -> list[str]:
    """Print the coverage: a line for each duty, and one for each outcome declared impossible, with its reason and source."""
    printed = []
    for each in covered:
        counts = [f"{word(o).in_(language)} {len(shown)}" for o, shown in each.shown.items() if shown]
        counts += [f"{word(o).in_(language)} 0 (!)" for o in each.missing]
        printed.append(f"{each.duty.origins.id}: {', '.join(counts)}")
        for cannot in each.declared:
            reason = vocabulary.concepts[cannot.because].in_sentence.in_(language)
            printed.append(f"    {NEVER.in_(language)} {word(cannot.outcome).in_(language)}: {reason} ({cannot.source})")
    return printed


def word(outcome: str) -> Text:
    """Give the word that rules use for an outcome."""
    return Text(*(next(written for written, meant in WORDS[lang].items() if meant == outcome) for lang in LANGUAGES))


# --- grounds ------------------------------------------------------------------------------------------------------------------


def grounds(duty: Duty) -> list[str]:
    """Give every separate ground of a duty, by its path: what is required, each condition, ground of breach or suspicion, and exception.

    A condition that only repeats what joins the scope has no case of its own: where it does not hold, there is no scope.
    """
    joined = {_said(join) for each in duty.scope for join in each.joins}
    return [
        *(f"requires/{n}" for n in range(len(duty.requires))),
        *(f"when/{n}" for n, condition in enumerate(duty.when) if _said(condition) not in joined),
        *(f"{name}/{n}" for name in ("breach_when", "suspicion_when", "unless", "invoked") for n in range(len(getattr(duty, name)))),
    ]


def _said(condition: Condition) -> object:
    return (condition.property, condition.subject, condition.object) if isinstance(condition, Sentence) else condition


def shows(result: Result) -> frozenset[str]:
    """Give the ground that decides a scenario by itself: nothing where it failed, or where other grounds of the same outcome hold too."""
    held = frozenset(_held(result.outcome)) if result.outcome is not None and result.passed else frozenset()
    return held if len(held) == 1 else frozenset()


def _held(outcome: Outcome) -> Iterable[str]:
    parts = outcome.sections
    match outcome.outcome:
        case "breach":
            yield from _certain(parts, "breach_when/")
            yield from _refused(parts, "requires")
        case "investigate":
            yield from _certain(parts, "suspicion_when/")
        case "not_applicable":
            yield from _certain(parts, "unless/")
            yield from _certain(parts, "invoked/")
            yield from _refused(parts, "when")


def _certain(parts: Mapping[str, Node], name: str) -> list[str]:
    return [path for path, node in parts.items() if path.startswith(name) and node.truth is Truth.YES]


def _refused(parts: Mapping[str, Node], name: str) -> list[str]:
    node = parts.get(name)
    premises = node.premises if node else []
    return [f"{name}/{n}" for n, premise in enumerate(premises) if premise.truth is Truth.NO]


def grounds_without_scenario(rules: RuleSet, shown: Iterable[tuple[str, frozenset[str]]]) -> dict[str, tuple[str, ...]]:
    """Give, for each duty, the grounds that no scenario shows by themselves. ``shown``: what each scenario tries, and what it ``shows``."""
    decided: dict[str, set[str]] = {}
    for tries, paths in shown:
        decided.setdefault(tries, set()).update(paths)
    found = {d.origins.id: tuple(g for g in grounds(d) if g not in decided.get(d.origins.id, ())) for d in rules.duties}
    return {duty: missing for duty, missing in found.items() if missing}


# --- the proof of declarations --------------------------------------------------------------------------------------------------

POSSIBLE = {  # what in a duty lets it have an outcome
    "breach": Text(
        "den har krav eller grunner til brudd", "den har krav eller grunde til brud", "it has requirements or grounds of breach",
    ),
    "investigate": Text("den har grunner til mistanke", "den har grunde til mistanke", "it has grounds of suspicion"),
    "unknown": Text("opplysninger kan alltid mangle", "oplysninger kan altid mangle", "information may always be missing"),
    "met": Text("den har krav eller sier når den er oppfylt", "den har krav eller siger, hvornår den er opfyldt", "it says when it is met"),
    "not_applicable": Text(
        "den har vilkår, unntak eller et virkeområde som kan mangle", "den har betingelser, undtagelser eller et område, som kan mangle",
        "it has conditions, exceptions or a scope that may be missing",
    ),
}
IMPOSSIBLE = {
    "breach": Text(
        "den har verken krav eller grunner til brudd", "den har hverken krav eller grunde til brud",
        "it has neither requirements nor grounds of breach",
    ),
    "investigate": Text("den har ingen grunner til mistanke", "den har ingen grunde til mistanke", "it has no grounds of suspicion"),
    "met": Text("den sier ikke når den er oppfylt", "den siger ikke, hvornår den er opfyldt", "it doesn't say when it is met"),
    "not_applicable": Text(
        "den gjelder hver enhet eller virksomheten, uten vilkår og unntak",
        "den gælder hver enhed eller virksomheden, uden betingelser og undtagelser",
        "it applies to every unit or the undertaking, without conditions or exceptions",
    ),
}
NOT_PROVED = Text(
    "Plikten {duty} sier at den ikke kan bli «{outcome}», men {why}.",
    "Pligten {duty} siger, at den ikke kan blive «{outcome}», men {why}.",
    "The duty {duty} says that it cannot be “{outcome}”, but {why}.",
)
NOT_DECLARED = Text(
    "Plikten {duty} kan ikke bli «{outcome}»: {why}. Det må stå i plikten.",
    "Pligten {duty} kan ikke blive «{outcome}»: {why}. Det skal stå i pligten.",
    "The duty {duty} cannot be “{outcome}”: {why}. The duty must say so.",
)
DECLARED_TWICE = Text(
    "Plikten {duty} sier to ganger at den ikke kan bli «{outcome}».",
    "Pligten {duty} siger to gange, at den ikke kan blive «{outcome}».",
    "The duty {duty} says twice that it cannot be “{outcome}”.",
)
HOW_TO_DECLARE = Text(
    "Skriv: kan ikke bli {outcome} fordi «grunn» kilde …", "Skriv: kan ikke blive {outcome} fordi «grund» kilde …",
    "Write: cannot be {outcome} because «reason» source …",
)


def structurally_possible(duty: Duty) -> dict[str, bool]:
    """Say of each outcome whether the structure of a duty allows it."""
    everywhere = all(each.var.type in ALWAYS_THERE and not each.joins for each in duty.scope)
    return {
        "breach": bool(duty.requires or duty.breach_when),
        "investigate": bool(duty.suspicion_when),
        "unknown": True,
        "met": bool(duty.requires or duty.met_when),
        "not_applicable": bool(duty.when or duty.unless or duty.invoked or not everywhere),
    }


def declaration_problems(rules: RuleSet) -> list[Problem]:
    """Give every declaration that the structure of its duty does not prove, and every impossible outcome that is not declared."""
    return sorted(problem for duty in rules.duties for problem in _of_duty(duty))


def _of_duty(duty: Duty) -> Iterable[Problem]:
    declared: set[str] = set()
    possible = structurally_possible(duty)
    for cannot in duty.cannot_be:
        if cannot.outcome in declared:
            yield _problem(duty, cannot.place, "declared-twice", DECLARED_TWICE, cannot.outcome)
        elif possible[cannot.outcome]:
            yield _problem(duty, cannot.place, "not-proved", NOT_PROVED, cannot.outcome, POSSIBLE[cannot.outcome])
        declared.add(cannot.outcome)
    for outcome in OUTCOMES:
        if not possible[outcome] and outcome not in declared:
            yield _problem(duty, duty.origins.place, "not-declared", NOT_DECLARED, outcome, IMPOSSIBLE[outcome], HOW_TO_DECLARE)


def _problem(duty: Duty, place: Place, code: str, text: Text, outcome: str, why: Text | str = "", hint: Text | None = None) -> Problem:
    called = word(outcome)
    message = text.format(duty=duty.origins.id, outcome=called, why=why)
    line = place.line - duty.origins.place.line
    written = duty.origins.text.splitlines()
    source = written[line] if 0 <= line < len(written) else ""
    return Problem(place.file, place.line, place.column, code, message, hint.format(outcome=called) if hint else None, source)
