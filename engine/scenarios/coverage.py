"""What the scenarios show of each condition: whether some scenario came upon it holding, not holding, and open.

A condition is what stands on a line of its own; under a *not* it is the line with the *not* that counts. One that joins is looked at
where its entries were found, and where a search for them failed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from engine.assessment import conclude
from engine.case.facts import Facts
from engine.errors import BadInputError
from engine.inference.evaluate import Env, Evaluator, Values
from engine.inference.plan import Placed
from engine.inference.program import Program
from engine.inference.program import key_of as program_key
from engine.language.syntax import Condition, Exists, If, Not, Place, Rule
from engine.language.walk import Part
from engine.proof.node import Node
from engine.rulebase import RuleBase
from engine.scenarios.conditions import every_placed, line_of
from engine.scenarios.model import Scenario
from engine.scenarios.run import kind_of, only, prepare
from engine.truth import Truth

Seen = dict[str, int]  # a condition's place in the program → the truths it was seen with, a bit each


@dataclass(frozen=True, slots=True)
class Covered:
    """One condition with the truths that scenarios showed it with."""

    part: str
    path: str
    place: Place
    line: str
    seen: tuple[Truth, ...]

    @property
    def never(self) -> tuple[Truth, ...]:
        """Give which of yes and no it was never seen with."""
        return tuple(truth for truth in (Truth.YES, Truth.NO) if truth not in self.seen)


class _Recorder(Evaluator):
    """Notes with which truths each condition is evaluated."""

    def __init__(self, program: Program, facts: Facts, law_date: date, seen: Seen) -> None:
        super().__init__(program, facts, law_date)
        self.seen = seen

    def condition(self, rule: str, path: str, condition: Condition, env: Env, values: Values) -> Node:
        node = super().condition(rule, path, condition, env, values)
        place = f"{rule}:{path}"
        self.seen[place] = self.seen.get(place, 0) | 1 << node.truth
        return node


def seen_in(scenario: Scenario, rulebase: RuleBase) -> Seen:
    """Run a scenario and note which conditions it came upon, and how. Raises BadInputError where its case is no good case."""
    seen: Seen = {}
    kept: list[Evaluator] = []

    def recorder(program: Program, facts: Facts, day: date) -> Evaluator:
        kept.append(_Recorder(program, facts, day, seen))
        return kept[0]

    conclude(prepare(scenario, rulebase), only(scenario.tries, rulebase), evaluate=recorder)
    if kind_of(scenario.tries, rulebase.rules) == "rule":  # nothing else asks about the statement
        subject, prop, *obj = (scenario.at or "").split("/")
        kept[0].statement(prop, subject, obj[0] if obj else None)
    return seen


def recording(rulebase: RuleBase) -> Callable[[Scenario], Seen]:
    """Give what ``seen_in`` gives for a scenario of one rule base; nothing where its case is no good case."""

    def of(scenario: Scenario) -> Seen:
        try:
            return seen_in(scenario, rulebase)
        except BadInputError:  # the test of the scenarios says so
            return {}

    return of


def together(several: Iterable[Seen]) -> Seen:
    """Put together what several scenarios showed."""
    found: Seen = {}
    for seen in several:
        for place, truths in seen.items():
            found[place] = found.get(place, 0) | truths
    return found


def conditions_covered(parts: Sequence[Part], seen: Seen) -> list[Covered]:
    """Give every condition of some parts with what was seen of it, in the order of the files."""
    found = []
    for part in parts:
        origins = part.origins
        for path, condition in _lines(part):
            bits = seen.get(f"{program_key(origins)}:{path}", 0)
            truths = tuple(truth for truth in reversed(Truth) if bits & 1 << truth)
            found.append(Covered(origins.id, path, condition.place, line_of(origins, condition.place), truths))
    return found


def _lines(part: Part) -> Iterator[Placed]:
    """Give the conditions that are counted: not what stands under a *not*, nor an *if*, whose test stands on the same line.

    Nor an existence that a rule looks for directly: it is joined, and the lines beneath it are looked at one by one.
    """
    left_out: set[str] = set()
    for path, condition in every_placed(part):
        direct = path.count("/") == 1 or path.rsplit("/body/", 1)[0] in left_out
        is_joined = isinstance(part, Rule) and isinstance(condition, Exists) and condition.minimum == 1 and bool(condition.body)
        if is_joined and direct and path.startswith("when/"):
            left_out.add(path)
        if isinstance(condition, Not):
            left_out.add(f"{path}/not")
        if path not in left_out and not isinstance(condition, If):
            yield path, condition
