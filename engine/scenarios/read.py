"""Reading scenario files: what is laid over what, and everything that is wrong with them."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from engine.case.log import Log
from engine.case.schema import schema_of
from engine.case.yaml_tree import Items, Leaf, Node, Pairs, parse
from engine.errors import BadInputError, Problem
from engine.inference.outcome import OUTCOMES
from engine.language.syntax import RuleSet
from engine.rulebase import RuleBase
from engine.scenarios.messages import problem
from engine.scenarios.model import ENDING, FORESEEN, NOT_IN_FORCE, REMARKED, TRUTHS, Scenario
from engine.vocabulary.model import Nature

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
    try:
        return _File(file, data.decode("utf-8"), rulebase).read()
    except UnicodeDecodeError as error:
        return [], [problem(file, data.count(b"\n", 0, error.start) + 1, "not-utf-8", file)]


class _File:
    """The reading of one scenario file, with every problem in it."""

    def __init__(self, file: str, text: str, rulebase: RuleBase) -> None:
        self.file, self.text, self.rulebase = file, text, rulebase
        self.problems: list[Problem] = []

    def complain(self, node: Node | None, code: str, given: str) -> None:
        self.problems.append(problem(self.file, node.mark.line if node else 0, code, given))

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
                self.problems.append(problem(self.file, scenario.line, "same-name", scenario.id))
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
