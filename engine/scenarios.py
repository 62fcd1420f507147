"""Scenarios beside the rule files: small cases, each with the outcome that the dossier wants; what they look like, and running them.

``X_test.yaml`` stands beside ``X.regel`` and lists scenarios by the duty, rule or remark they try::

    base: {date: 2026-06-30, units: [{id: nord, name: Nord}]}   # case fields that all scenarios of the file share
    scenarios:
      no.utforelse.3A-5.1:
        - name: opplæring trengs og mangler
          outcome: breach
          source: core-duties.md, 3A-5.1
          case: {units: [{id: nord, entails_violence: yes}]}     # laid over the base, entry by entry (same id: field by field)
          complete: [training]                                 # registers said to be complete on the day of the case; ``all``: each

Further keys: ``at`` (the scope, as in the address of an outcome; otherwise the first unit, or the undertaking), ``law_date``, ``open``
(registers that the base calls complete and this scenario does not) and ``without`` (ids of entries of the base to leave out). What
is then written is a whole case file, read by the one reader, so that every field is checked. ``HEADER`` gives what a file need not
repeat.

A duty has an outcome, or is ``not_in_force``; a rule has a ``statement`` (``T1/decided``, ``nord/exposed_to/workload``) that is
``yes``, ``no`` or ``unknown``; a remark is ``noted`` or ``not_noted``; an outlook is ``given``, ``open`` or
``not_given``.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from engine.assessment import Assessment, assess_case
from engine.case.log import Log
from engine.case.model import ENTERPRISE, Case
from engine.case.reader import read_data
from engine.case.schema import schema_of
from engine.case.yaml_tree import Items, Leaf, Node, Pairs, parse
from engine.errors import BadInputError, Problem
from engine.inference.outcome import OUTCOMES, Outcome
from engine.language.syntax import Duty, RuleSet
from engine.language.walk import narrowed
from engine.rulebase import RuleBase
from engine.text import Text
from engine.truth import Truth
from engine.vocabulary.model import Nature

ENDING = "_test.yaml"
NOT_IN_FORCE = "not_in_force"
TRUTHS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "unknown"}
REMARKED = ("noted", "not_noted")
FORESEEN = ("given", "open", "not_given")
KEYS = frozenset({"name", "outcome", "source", "at", "statement", "law_date", "case", "complete", "open", "without"})
HEADER = """
forsvarlig: case/1
language: nb
regimes: [no]
date: 2026-06-30
basis: interview
fictional: yes
stated_by: employer
enterprise: {name: Eksempelbedriften, work: employer, place: mainland}
units: [{id: nord, name: Avdeling nord}]
"""
_SAFE = re.compile(r"[\w+./-]*")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One small case with the outcome it should have. ``case`` is the whole case file, as the reader gets it."""

    file: str
    line: int
    tries: str  # the id of a duty, rule, remark or outlook
    name: str
    expected: str
    source: str
    at: str | None
    law_date: date | None
    case: str = field(repr=False)

    @property
    def id(self) -> str:
        """Give a name that no other scenario has."""
        return f"{self.tries}: {self.name}"


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of a scenario; ``outcome`` is the row of the duty, None where there is no row for the scope."""

    scenario: Scenario
    expected: str
    actual: str
    outcome: Outcome | None
    assessment: Assessment

    @property
    def passed(self) -> bool:
        """Say whether the scenario came out as it should."""
        return self.expected == self.actual


def scenario_files(folder: Path) -> dict[str, bytes]:
    """Read every scenario file of a rule base, by its path inside it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted((folder / "rules").rglob(f"*{ENDING}"))}


def load(rulebase: RuleBase) -> tuple[Scenario, ...]:
    """Load every scenario of a rule base. Raises BadInputError with everything that is wrong with the files."""
    found: list[Scenario] = []
    problems: list[Problem] = []
    for file, data in scenario_files(rulebase.folder).items():
        scenarios, wrong = read(file, data, rulebase)
        found += scenarios
        problems += wrong
    if problems:
        raise BadInputError(problems)
    return tuple(found)


def read(file: str, data: bytes, rulebase: RuleBase) -> tuple[list[Scenario], list[Problem]]:
    """Read one scenario file: its scenarios, and everything that is wrong with it (the cases themselves are checked when run)."""
    return _File(file, data.decode("utf-8"), rulebase).read()


def only(tries: str, rulebase: RuleBase) -> RuleBase:
    """Give the rule base without what the outcome of one duty, rule, remark or outlook can't rest on."""
    return replace(rulebase, rules=narrowed(rulebase.rules, tries), hash=f"{rulebase.hash} {tries}")


def run(scenario: Scenario, rulebase: RuleBase) -> Result:
    """Run one scenario. Raises BadInputError where its case is not a good case, or its scope is nowhere in the case."""
    case, _ = read_data(scenario.case.encode(), f"{scenario.file} «{scenario.name}»", rulebase.vocabulary)
    assessment = assess_case(case, only(scenario.tries, rulebase), scenario.law_date)
    duty = next((d for d in rulebase.rules.duties if d.origins.id == scenario.tries), None)
    row = None
    if duty is not None:
        at = scenario.at or _usual_scope(duty, case)
        _check_scope(at, case, scenario, rulebase)
        actual, row = _of_duty(scenario.tries, at, assessment)
    elif any(remark.origins.id == scenario.tries for remark in rulebase.rules.remarks):
        noted = (n for n in assessment.remarks if n.remark.origins.id == scenario.tries and scenario.at in (None, n.scope))
        actual = REMARKED[0] if next(noted, None) else REMARKED[1]
    elif any(outlook.origins.id == scenario.tries for outlook in rulebase.rules.outlooks):
        held = [f.holds for f in assessment.outlook if f.outlook.origins.id == scenario.tries and scenario.at in (None, f.scope)]
        actual = FORESEEN[2] if not held else FORESEEN[0] if Truth.YES in held else FORESEEN[1]
    else:
        subject, prop, *obj = (scenario.at or "").split("/")
        _check_scope(subject, case, scenario, rulebase)
        actual = TRUTHS[assessment.facts.truth(prop, subject, obj[0] if obj else None)]
    return Result(scenario, scenario.expected, actual, row, assessment)


def _usual_scope(duty: Duty, case: Case) -> str:
    return case.units[0].id if any(each.var.type == "Unit" for each in duty.scope) else ENTERPRISE


def _of_duty(duty: str, at: str, assessment: Assessment) -> tuple[str, Outcome | None]:
    """Give the outcome for a scope, else for the undertaking. Where the scope is not even possible, the duty cannot apply to it."""
    rows = {row.id: row for row in assessment.of_duty(duty)}
    row = rows.get(f"{duty}@{at}") or rows.get(f"{duty}@{ENTERPRISE}")
    if row is not None:
        return row.outcome, row
    return "not_applicable" if rows else NOT_IN_FORCE, None


def _check_scope(at: str, case: Case, scenario: Scenario, rulebase: RuleBase) -> None:
    known = {*case.entries, *rulebase.vocabulary.concepts, "~factor", *(f"~{key}" for key in schema_of(rulebase.vocabulary).registers)}
    if any(part not in known for part in at.split("/")):
        raise BadInputError([_problem(scenario.file, scenario.line, "no-such-scope", given=at)])


# --- reading ------------------------------------------------------------------------------------------------------------------

PROBLEMS = {
    "not-scenarios": Text(
        "Dette er ikke scenarioer: {given}.", "Dette er ikke scenarier: {given}.", "These are not scenarios: {given}.",
    ),
    "unknown-key": Text(
        "Nøkkelen «{given}» hører ikke hjemme her.", "Nøglen «{given}» hører ikke hjemme her.", "The key “{given}” doesn't belong here.",
    ),
    "missing-key": Text("Scenariet mangler «{given}».", "Scenariet mangler «{given}».", "The scenario lacks “{given}”."),
    "tries-nothing": Text(
        "Ingen plikt, regel, merknad eller utsikt heter «{given}».", "Ingen pligt, regel, bemærkning eller udsigt hedder «{given}».",
        "No duty, rule, remark or outlook is called “{given}”.",
    ),
    "no-such-outcome": Text("«{given}» er ikke et utfall her.", "«{given}» er ikke et udfald her.", "“{given}” is not an outcome here."),
    "no-such-scope": Text(
        "Saken har ikke noe som heter «{given}».", "Sagen har intet, som hedder «{given}».", "The case has nothing called “{given}”.",
    ),
    "not-a-date": Text("«{given}» er ikke en dato.", "«{given}» er ikke en dato.", "“{given}” is not a date."),
    "same-name": Text("To scenarioer heter «{given}».", "To scenarier hedder «{given}».", "Two scenarios are called “{given}”."),
}


def _problem(file: str, line: int, code: str, given: str) -> Problem:
    return Problem(file, line, 1 if line else 0, code, PROBLEMS[code].format(given=given))


class _File:
    """The reading of one scenario file, with every problem in it."""

    def __init__(self, file: str, text: str, rulebase: RuleBase) -> None:
        self.file, self.text, self.rulebase = file, text, rulebase
        self.problems: list[Problem] = []

    def complain(self, node: Node | None, code: str, given: str) -> None:
        self.problems.append(_problem(self.file, node.mark.line if node else 0, code, given))

    def read(self) -> tuple[list[Scenario], list[Problem]]:
        root = parse(self.text, log := Log(self.file))
        if log.problems:
            return [], sorted(log.problems.values())
        if not isinstance(root, Pairs) or not isinstance(_at(root, "scenarios"), Pairs):
            self.complain(None, "not-scenarios", "scenarios:")
            return [], self.problems
        for key, (leaf, _) in root.pairs.items():
            if key not in ("base", "scenarios"):
                self.complain(leaf, "unknown-key", key)
        header = parse(HEADER, Log(self.file))
        base = _laid_over(header, _at(root, "base"))
        found = list(self._scenarios(base, _at(root, "scenarios")))
        names = [scenario.id for scenario in found]
        for scenario in found:
            if names.count(scenario.id) > 1:
                self.problems.append(_problem(self.file, scenario.line, "same-name", scenario.id))
        return found, self.problems

    def _scenarios(self, base: Node, listed: Node | None) -> Iterator[Scenario]:
        for tries, (leaf, node) in listed.pairs.items() if isinstance(listed, Pairs) else ():
            allowed = outcomes_for(tries, self.rulebase.rules)
            if not allowed:
                self.complain(leaf, "tries-nothing", tries)
            elif not isinstance(node, Items):
                self.complain(node, "not-scenarios", tries)
            else:
                for item in node.items:
                    if isinstance(item, Pairs):
                        yield from self._scenario(tries, allowed, base, item)
                    else:
                        self.complain(item, "not-scenarios", tries)

    def _scenario(self, tries: str, allowed: tuple[str, ...], base: Node, item: Pairs) -> Iterator[Scenario]:
        wrong: list[tuple[Node, str, str]] = [(leaf, "unknown-key", key) for key, (leaf, _) in item.pairs.items() if key not in KEYS]
        needed = ("name", "outcome", "source", *(("statement",) if allowed == tuple(TRUTHS.values()) else ()))
        wrong += [(item, "missing-key", key) for key in needed if not _text(item, key)]
        if (outcome := _text(item, "outcome")) and outcome not in allowed:
            wrong.append((item, "no-such-outcome", outcome))
        law_date, written = None, _text(item, "law_date")
        try:
            law_date = date.fromisoformat(written) if written else None
        except ValueError:
            wrong.append((item, "not-a-date", written))
        for node, code, given in wrong:
            self.complain(node, code, given)
        if not wrong:
            at = _text(item, "at") or _text(item, "statement") or None
            yield Scenario(
                self.file, item.mark.line, tries, _text(item, "name"), outcome, _text(item, "source"), at, law_date, self._case(base, item)
            )

    def _closable(self) -> list[str]:
        """Name the registers that somebody can say are complete: what only raises questions has nothing to be complete about."""
        words = self.rulebase.vocabulary
        kept = [key for key in schema_of(words).registers if key not in ("units", "documents")]
        return [key for key in kept if (cls := words.of_register(key)) and cls.nature is not Nature.EVIDENCE]

    def _case(self, base: Node, item: Pairs) -> str:
        """Write the whole case of a scenario."""
        whole = _laid_over(base, _at(item, "case"), frozenset(_texts(item, "without")))
        assert isinstance(whole, Pairs)
        pairs = dict(whole.pairs)
        closed = [*(_texts(base, "complete") if isinstance(base, Pairs) else ()), *_texts(item, "complete")]
        pairs.pop("complete", None)
        if "all" in closed:
            closed = self._closable()
        opened = _texts(item, "open")
        lines = [f"{key}: {_inline(value)}" for key, (_, value) in pairs.items() if key != "registers"]
        said = [f"  - {_inline(each)}" for each in _items(pairs["registers"][1] if "registers" in pairs else None)]
        said += [
            f"  - {{register: {key}, complete_for: all, as_of: {_text(whole, 'date')}, stated_by: {_text(whole, 'stated_by')}}}"
            for key in dict.fromkeys(closed) if key not in opened
        ]
        return "\n".join([*lines, *(["registers:", *said] if said else []), ""])


def outcomes_for(tries: str, rules: RuleSet) -> tuple[str, ...]:
    """Give what may come out for a duty, a rule, a remark or an outlook; nothing where there is none of that id."""
    if any(duty.origins.id == tries for duty in rules.duties):
        return (*OUTCOMES, NOT_IN_FORCE)
    if any(rule.origins.id == tries for rule in rules.rules):
        return tuple(TRUTHS.values())
    if any(outlook.origins.id == tries for outlook in rules.outlooks):
        return FORESEEN
    return REMARKED if any(remark.origins.id == tries for remark in rules.remarks) else ()


def _laid_over(base: Node | None, more: Node | None, without: frozenset[str] = frozenset()) -> Node:
    """Lay one tree over another: groups field by field, an entry over that of the same id, other entries after; anything else replaces."""
    if isinstance(base, Items) and without:
        base = replace(base, items=tuple(item for item in base.items if _text(item, "id") not in without))
    if isinstance(base, Pairs) and (isinstance(more, Pairs) or more is None):
        pairs = dict(base.pairs)
        for key in [*(base.pairs if without else ()), *(more.pairs if more else ())]:
            above = more.pairs.get(key) if more else None
            leaf = (above or base.pairs[key])[0]
            pairs[key] = leaf, _laid_over(base.pairs[key][1] if key in base.pairs else None, above[1] if above else None, without)
        return replace(base, pairs=pairs)
    if isinstance(base, Items) and isinstance(more, Items) and _are_entries(base, more):
        over = {_text(item, "id"): item for item in more.items if _text(item, "id")}
        merged = [_laid_over(item, over.pop(_text(item, "id"), None)) for item in base.items]
        return replace(base, items=(*merged, *(item for item in more.items if not _text(item, "id") or _text(item, "id") in over)))
    found = more if more is not None else base
    assert found is not None, "nothing was laid over nothing"
    return found


def _are_entries(*lists: Items) -> bool:
    return all(isinstance(item, Pairs) for each in lists for item in each.items)


def _at(node: Node | None, key: str) -> Node | None:
    return node.pairs[key][1] if isinstance(node, Pairs) and key in node.pairs else None


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()


def _text(node: Node | None, key: str) -> str:
    found = _at(node, key)
    return found.text.strip() if isinstance(found, Leaf) else ""


def _texts(node: Node, key: str) -> list[str]:
    return [item.text for item in _items(_at(node, key)) if isinstance(item, Leaf)]


def _inline(node: Node) -> str:
    """Write a tree on one line; what could be taken for something else is quoted."""
    if isinstance(node, Leaf):
        return node.text if node.plain and _SAFE.fullmatch(node.text) else json.dumps(node.text, ensure_ascii=False)
    if isinstance(node, Items):
        return f"[{', '.join(_inline(item) for item in node.items)}]"
    return f"{{{', '.join(f'{key}: {_inline(value)}' for key, (_, value) in node.pairs.items())}}}"
