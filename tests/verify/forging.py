"""Every way to forge one value of a report: flips by kind, made from the report itself, in an order that a seed decides."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .conftest import Json

SEED = 1
DROP = object()
TRUTHS, OPS = ("yes", "no", "unknown"), ("all", "any", "not", "at_least")
KINDS = ("fact", "question", "all", "exists", "refutation", "comparison", "judgement")
OUTCOMES = ("breach", "investigate", "unknown", "met", "not_applicable")


@dataclass(frozen=True)
class Flip:
    """One value of a report that is something else; ``outcome`` is one that rests on it, where it is of a proof."""

    kind: str
    path: tuple[str | int, ...]
    value: Any
    outcome: str = ""

    def put(self, report: Json) -> Any:
        """Forge, and give what was there."""
        place: Any = report
        for key in self.path[:-1]:
            place = place[key]
        last = self.path[-1]
        old = place.get(last, DROP) if isinstance(place, dict) else place[last]
        if self.value is DROP:
            del place[last]
        else:
            place[last] = self.value
        return old

    def undo(self, report: Json, old: Any) -> None:
        """Put back what was there; only for values that were not dropped from a list."""
        Flip(self.kind, self.path, old).put(report)


def reached(report: Json) -> dict[str, str]:
    """Give, for every step that an outcome rests on, the first outcome that does."""
    found: dict[str, str] = {}
    for outcome in report["outcomes"]:
        waiting = [*outcome["proof"].values(), *outcome["sections"].values()]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = outcome["id"]
                step = report["proof"][name]
                waiting += [*step.get("premises", ()), *(each["node"] for each in step.get("candidates", ()) if each["node"])]
    return found


class Forger:
    """Makes flips of one report."""

    def __init__(self, report: Json, seed: int) -> None:
        self.report, self.random = report, random.Random(seed)
        self.reached = reached(report)
        self.proof: dict[str, Json] = report["proof"]
        self.by_class: dict[str, list[str]] = {}
        for entity in report["entities"]:
            self.by_class.setdefault(entity["class"], []).append(entity["id"])
        self.classes = {entity["id"]: entity["class"] for entity in report["entities"]}
        self.conditions = sorted({step["condition"] for step in self.proof.values() if "condition" in step})
        self.names = sorted(self.reached)

    def other(self, options: Any, than: Any) -> Any:
        """Choose something else."""
        return self.random.choice([each for each in options if each != than])

    def another_step(self, name: str) -> str:
        """Choose a step that says something else."""
        said = [self.proof[name].get(key) for key in ("statement", "condition", "bindings", "holds")]
        while True:
            found = self.random.choice(self.names)
            if [self.proof[found].get(key) for key in ("statement", "condition", "bindings", "holds")] != said:
                return found

    def another_entity(self, entity: str) -> str:
        """Choose another entry of the same class, or another word of a list."""
        same_class = self.by_class.get(self.classes.get(entity, ""), [])
        return str(self.other(same_class, entity)) if len(same_class) > 1 else f"{entity}-x"

    def of_proof(self) -> Iterator[Flip]:
        """Give flips of every key of every step that an outcome rests on."""
        for name in self.names:
            for kind, path, value in self._of_step(self.proof[name]):
                yield Flip(f"step {kind}", ("proof", name, *path), value, self.reached[name])

    def _of_step(self, step: Json) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
        yield "kind", ("kind",), self.other(KINDS, step["kind"])
        for truth in TRUTHS:
            if truth != step["holds"]:
                yield "holds", ("holds",), truth
        yield "follows_by", ("follows_by",), self.other((*OPS, DROP), step.get("follows_by", DROP))
        yield "minimum", ("minimum",), step.get("minimum", 1) + 1
        if "minimum" in step:
            yield "minimum", ("minimum",), DROP
        yield "condition", ("condition",), self.other(self.conditions, step.get("condition"))
        if "condition" in step:
            rule, path = step["condition"].split(":", 1) if ":" in step["condition"] else (step["condition"], "")
            other = self.other(sorted(self.report["rules"]), rule)
            yield "rule of the condition", ("condition",), f"{other}:{path}"
            yield "condition", ("condition",), DROP
        for name, entity in step.get("bindings", {}).items():
            yield "bindings", ("bindings", name), self.another_entity(entity)
            yield "bindings dropped", ("bindings", name), DROP
        for number, part in enumerate(step.get("statement", ())):
            yield "statement", ("statement", number), self.another_entity(part)
        if "statement" in step:
            yield "statement", ("statement",), DROP
        yield from self._of_source(step)
        yield "stand_in", ("stand_in",), self.other(("~training", "~drills", DROP), step.get("stand_in", DROP))
        for key, value in step.get("note", {}).items():
            yield "note", ("note", key), self.other(("2020-01-01", "3 days", "in_force"), value)
            yield "note", ("note", key), DROP
        if "note" not in step:
            yield "note", ("note",), {"law_date": "2020-01-01"}
        yield from self._of_lists(step)

    def _of_source(self, step: Json) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
        if "source" in step:
            yield "source", ("source",), DROP
            yield "source", ("source", "how"), self.other(("stated", "denied", "not_asked", "listed"), step["source"]["how"])
            yield "source", ("source", "who"), ["forger"]
            yield "source", ("source", "evidence"), [{"document": "D99", "place": None}]
        else:
            yield "source", ("source",), {"how": "stated", "who": ["hr"]}

    def _of_lists(self, step: Json) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
        others = step.get("others", [])
        yield "others added", ("others",), [*others, "R99"]
        for number in range(len(others)):
            yield "others dropped", ("others",), [*others[:number], *others[number + 1 :]] or DROP
        premises = step.get("premises", [])
        yield "premises added", ("premises",), [*premises, self.random.choice(self.names)]
        for number, name in enumerate(premises):
            yield "premises dropped", ("premises",), [*premises[:number], *premises[number + 1 :]]
            yield "premises replaced", ("premises", number), self.another_step(name)
            yield "premises doubled", ("premises",), [*premises, name]
        if premises:
            yield "premises dropped", ("premises",), DROP
        candidates = step.get("candidates", [])
        made_up = {"bindings": {"X": "R99"}, "fails": self.random.choice(self.conditions), "node": None}
        yield "candidates added", ("candidates",), [*candidates, made_up]
        for number, each in enumerate(candidates):
            yield "candidates dropped", ("candidates",), [*candidates[:number], *candidates[number + 1 :]]
            yield "candidates added", ("candidates",), [*candidates, each]
            yield "candidates changed", ("candidates", number, "fails"), self.other(self.conditions, each["fails"])
            for name, entity in each["bindings"].items():
                yield "candidates changed", ("candidates", number, "bindings", name), self.another_entity(entity)
            node = self.another_step(each["node"]) if each["node"] else self.random.choice(self.names)
            yield "candidates changed", ("candidates", number, "node"), node
            if each["node"]:
                yield "candidates changed", ("candidates", number, "node"), None

    def of_outcomes(self) -> Iterator[Flip]:
        """Give flips of what an outcome says that follows from its proof."""
        every = self.report["outcomes"]
        for number, outcome in enumerate(every):
            for kind, path, value in self._of_outcome(outcome):
                yield Flip(f"outcome {kind}", ("outcomes", number, *path), value, outcome["id"])

    def _of_outcome(self, outcome: Json) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
        for word in OUTCOMES:
            if word != outcome["outcome"]:
                yield "outcome", ("outcome",), word
        yield "strength", ("strength",), self.other(("documented", "stated", "judged", "inferred", None), outcome["strength"])
        for key in ("duty", "regime", "bearer", "interpretation"):
            yield key, (key,), f"{outcome[key]}-x"
        yield "law", ("law",), self.other(("in_force", "not_in_force", "not_encoded"), outcome["law"])
        yield "provisions", ("provisions",), [*outcome["provisions"], "no/aml/1-1"]
        yield "provisions", ("provisions",), outcome["provisions"][1:]
        for name, entity in outcome["scope"].items():
            yield "scope", ("scope", name), self.another_entity(entity or "enterprise")
        for part, name in outcome["proof"].items():
            yield "proof", ("proof", part), self.another_step(name)
        for section, name in outcome["sections"].items():
            yield "sections", ("sections", section), self.another_step(name)
            yield "sections", ("sections", section), DROP
        yield "sections", ("sections", "unless/9"), self.random.choice(self.names)
        requirements = outcome["requirements"]
        for number, each in enumerate(requirements):
            yield "requirements", ("requirements", number, "holds"), self.other(TRUTHS, each["holds"])
            yield "requirements", ("requirements", number, "node"), self.another_step(each["node"])
            yield "requirements", ("requirements",), [*requirements[:number], *requirements[number + 1 :]]
        yield "requirements", ("requirements",), [*requirements, {"holds": "yes", "node": self.random.choice(self.names)}]

    def of_the_case(self) -> Iterator[Flip]:
        """Give flips of what the report embeds: facts, values, entries, registers, and what is of the law."""
        for table in ("facts", "unseen"):
            rows = self.report[table]
            for number, row in enumerate(rows):
                for truth in TRUTHS:
                    if truth != row["holds"]:
                        yield Flip(f"{table} holds", (table, number, "holds"), truth)
                yield Flip(f"{table} dropped", (table,), [*rows[:number], *rows[number + 1 :]])
                yield Flip(f"{table} subject", (table, number, "subject"), self.another_entity(row["subject"]))
                yield Flip(f"{table} source", (table, number, "source", "how"), self.other(("stated", "denied", "not_asked"), row["source"]["how"]))
        for number, row in enumerate(rows := self.report["values"]):
            value = f"{int(row['value'][:4]) + 1}{row['value'][4:]}" if "-" in row["value"] else str(int(row["value"]) + 1)
            yield Flip("values value", ("values", number, "value"), value)
            yield Flip("values dropped", ("values",), [*rows[:number], *rows[number + 1 :]])
            yield Flip("values source", ("values", number, "source", "how"), "denied")
        for number, row in enumerate(rows := self.report["entities"]):
            yield Flip("entities dropped", ("entities",), [*rows[:number], *rows[number + 1 :]])
            yield Flip("entities class", ("entities", number, "class"), self.other(sorted(self.by_class), row["class"]))
            yield Flip("entities units", ("entities", number, "units"), row["units"][1:])
        yield Flip("entities added", ("entities",), [*rows, {"id": "R99", "class": "RiskAssessment", "units": ["hjemme"]}])
        for number, row in enumerate(rows := self.report["registers"]):
            yield Flip("registers dropped", ("registers",), [*rows[:number], *rows[number + 1 :]])
            yield Flip("registers unit", ("registers", number, "unit"), self.another_entity(row["unit"]))
            yield Flip("registers who", ("registers", number, "who"), ["forger"])
            yield Flip("registers as_of", ("registers", number, "as_of"), "2020-01-01")
        for register in ("training", "incidents", "changes"):
            added = [{"register": register, "unit": unit, "who": ["hr"], "as_of": "2026-06-01"} for unit in self.by_class["Unit"]]
            yield Flip("registers added", ("registers",), [*(row for row in rows if row["register"] != register), *added])
        for name, value in self.report["parameters"].items():
            yield Flip("parameters", ("parameters", name), (value or 0) + 1)
            yield Flip("parameters", ("parameters", name), DROP)
        for key in self.report["rules"]:
            for part in ("id", "language", "file", "text"):
                yield Flip(f"rules {part}", ("rules", key, part), self.report["rules"][key][part] + " ")
            yield Flip("rules dropped", ("rules", key), DROP)
        for day in ("2026-06-29", "2027-01-01", "2019-01-01"):
            yield Flip("law_date", ("law_date",), day)
        yield Flip("regimes", ("regimes",), ["dk"])
        yield Flip("regimes", ("regimes",), ["no", "dk"])
        for duty in self.report["not_in_force"]:
            yield Flip("not_in_force", ("not_in_force",), [each for each in self.report["not_in_force"] if each != duty])
        outcomes = self.report["outcomes"]
        for number, outcome in enumerate(outcomes):
            yield Flip("outcomes dropped", ("outcomes",), [*outcomes[:number], *outcomes[number + 1 :]])
            yield Flip("outcomes added", ("outcomes",), [*outcomes, {**outcome, "id": f"{outcome['id']}-x"}])
            yield Flip("outcomes added", ("outcomes",), [*outcomes, outcome])


def chosen(flips: Iterable[Flip], most: int) -> list[Flip]:
    """Choose some flips of each kind, always the same."""
    kinds: dict[str, list[Flip]] = defaultdict(list)
    for flip in flips:
        kinds[flip.kind].append(flip)
    rng = random.Random(SEED)
    return [flip for kind in sorted(kinds) for flip in (rng.sample(kinds[kind], most) if len(kinds[kind]) > most else kinds[kind])]
