"""The mutants that no scenario kills, each listed with the reason why: ``rules/survivors.yaml``.

::

    survivors:
      - because: one sentence that holds of each of these
        mutants:
          - no.utforelse.3A-5.1 met_when/0 drop 11ed60

A mutant is named as ``rules test --mutate`` names it. A name that no mutant has is a mistake: the rule was changed, and whether the reason
still holds must be looked at again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.case.log import Log
from engine.case.yaml_tree import Items, Leaf, Node, Pairs, parse
from engine.errors import BadInputError, Problem
from engine.scenarios.messages import problem
from engine.scenarios.mutants import Mutant
from engine.scenarios.mutation import Verdict

FILE = "rules/survivors.yaml"


@dataclass(frozen=True, slots=True)
class Listed:
    """A mutant that is listed as surviving: why, and in which line."""

    mutant: str
    because: str
    line: int


def listed(folder: Path) -> dict[str, Listed]:
    """Read the list of a rule base, by the name of the mutant; empty where it has none. Raises BadInputError with all that is wrong."""
    file = folder / FILE
    if not file.is_file():
        return {}
    try:
        root = parse(file.read_text(encoding="utf-8"), log := Log(FILE))
    except UnicodeDecodeError:
        raise BadInputError([problem(FILE, 0, "not-utf-8", FILE)]) from None
    problems: list[Problem] = sorted(log.problems.values())
    found: dict[str, Listed] = {}
    for group in _items(_at(root, "survivors")):
        because, mutants = _at(group, "because"), _items(_at(group, "mutants"))
        if not isinstance(because, Leaf) or not because.text.strip() or not mutants:
            problems.append(problem(FILE, group.mark.line, "missing-key", "because" if mutants else "mutants"))
            continue
        for name in mutants:
            text = name.text if isinstance(name, Leaf) else ""
            if not text or text in found:
                problems.append(problem(FILE, name.mark.line, "listed-twice", text))
            found[text] = Listed(text, because.text.strip(), name.mark.line)
    if root is not None and not problems and not isinstance(_at(root, "survivors"), Items):
        problems.append(problem(FILE, 0, "missing-key", "survivors"))
    if problems:
        raise BadInputError(problems)
    return found


def problems_of(noted: Mapping[str, Listed], mutants: Iterable[Mutant], verdicts: Iterable[Verdict]) -> list[Problem]:
    """Give what is wrong with the list: names that no mutant of the rule base has, and mutants that a scenario kills."""
    known = {mutant.id for mutant in mutants}
    killed = {verdict.mutant for verdict in verdicts if verdict.killer is not None}
    return sorted(
        problem(FILE, each.line, "is-killed" if each.mutant in killed else "no-such-mutant", each.mutant)
        for each in noted.values() if each.mutant in killed or each.mutant not in known
    )


def _at(node: Node | None, key: str) -> Node | None:
    return node.pairs[key][1] if isinstance(node, Pairs) and key in node.pairs else None


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()
