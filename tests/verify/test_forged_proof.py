"""No value that an outcome rests on can be something else: with the hash check off, the walk rejects each forgery, whatever is repaired.

What it lets pass is provably of no consequence; the ways in which something can be that are listed here, and there are no others.
"""

import copy
import random
from collections import Counter
from datetime import date
from typing import Any

import pytest

from engine.inference.plan import free
from engine.inference.program import compile_program
from engine.language.syntax import AllOf
from engine.language.walk import of_regimes
from engine.proof.schema import schema
from engine.rulebase import RuleBase
from engine.verify.facts import Facts
from engine.verify.walk import Failure, Walk, must_be, verify

from .conftest import Json
from .forging import DROP, SEED, Flip, Forger, chosen

OF_EACH_KIND = 60
UNCHECKED = {  # what nothing follows from: by the table of a report that it stands in
    "": {
        "schema": "read before the walk", "engine": "the version that wrote it", "outlook": "moves no outcome", "remarks": "no outcome",
        "questions": "what is still open: would be for a second engine to say", "survey_questions": "decide nothing",
        "measures": "suggestions", "documents": "what they feed a rule with stands among the facts", "view": "stands among the facts",
        "disputes": "both views are reports of their own", "case": "names; that its units and registers fit is checked",
        "part": "says that outcomes are left out, and the check says so", "rulebase": "the hash, which these tests switch off",
    },
    "outcome": {
        "title": "text", "reason": "text", "could_be": "what is still open", "same_either_way": "what is still open",
        "decided_by": "what is still open", "would_raise": "what is still open", "interpretations": "outcomes of other assessments",
    },
    "step": {},
}


class NoConsequence:
    """Says why a flip of a proof that was let pass is of no consequence; None where nothing says so."""

    def __init__(self, report: Json, base: RuleBase) -> None:
        day = date.fromisoformat(report["law_date"])
        self.proof = report["proof"]
        self.conditions = compile_program(of_regimes(base.rules, report["regimes"]), base.vocabulary, day).conditions

    def __call__(self, flip: Flip) -> str | None:
        step = self.proof[flip.path[1]]
        if flip.kind in ("step bindings", "step bindings dropped") and str(flip.path[3]) not in self.spoken_of(step):
            return "a variable that the condition does not speak of, by the engine's own reading"
        if flip.kind == "step premises dropped" and step["kind"] == "derived" and flip.value is not DROP and flip.value:
            dropped = [self.proof[name] for name in step["premises"] if name not in flip.value]
            if all("derived" in [self.proof[name]["kind"] for name in each["premises"]] for each in dropped):
                return "another use of a rule carries the conclusion, and this one rests on what other rules conclude"
        return None

    def spoken_of(self, step: Json) -> set[str]:
        """Give the variables that the conditions of a step take from outside, by the engine's own reading of the rule."""
        condition = self.conditions.get(step.get("condition", ""))
        if condition is not None and (step["kind"] != "all" or isinstance(condition, AllOf)):
            return set(free(condition))
        siblings = step.get("condition", "").rsplit("/", 1)[0]
        return {name for place, each in self.conditions.items() if place.rsplit("/", 1)[0] == siblings for name in free(each)}


def test_every_forged_value_of_a_proof_is_rejected(own: Json, base: RuleBase) -> None:
    must = must_be(own, Facts(own, base.vocabulary), base)
    assert passes(own, base, must, "") == []
    forger, excuse = Forger(own, SEED), NoConsequence(own, base)
    tried, rejected = Counter[str](), Counter[str]()
    for flip in chosen([*forger.of_proof(), *forger.of_outcomes()], OF_EACH_KIND):
        old = flip.put(own)
        failures = passes(own, base, must, flip.outcome)
        flip.undo(own, old)
        tried[flip.kind] += 1
        rejected[flip.kind] += bool(failures)
        assert failures or excuse(flip), flip
    assert passes(own, base, must, "") == []  # everything was put back
    assert sum(tried.values()) > 1500
    let_pass = {kind: tried[kind] - rejected[kind] for kind in tried if tried[kind] > rejected[kind]}
    assert let_pass.keys() <= {"step bindings", "step bindings dropped", "step premises dropped"}, let_pass
    assert all(tried[kind] > count * 2 for kind, count in let_pass.items()), let_pass


def passes(report: Json, base: RuleBase, must: Any, outcome: str) -> list[Failure]:
    """Walk the proof of one outcome of a report (of all where none is named)."""
    failures: list[Failure] = []
    only = [each for each in report["outcomes"] if outcome in ("", each["id"])]
    Walk({**report, "part": True, "not_in_force": [], "outcomes": only} if outcome else report, base, must, failures).run()
    return failures


def test_every_key_is_either_forged_or_without_consequence(own: Json) -> None:
    forger, published = Forger(own, SEED), schema()
    forged = {
        "": {str(flip.path[0]) for flip in forger.of_the_case()} | {"outcomes", "proof", "date"},
        "outcome": {str(flip.path[2]) for flip in forger.of_outcomes()} | {"id"},
        "step": {str(flip.path[2]) for flip in forger.of_proof()},
    }
    known = {"": published["properties"], **{name: published["$defs"][name]["properties"] for name in ("outcome", "step")}}
    for table, keys in known.items():
        assert forged[table] & UNCHECKED[table].keys() == set()
        assert forged[table] | UNCHECKED[table].keys() == keys.keys(), table


def test_what_nothing_follows_from_may_be_anything(own: Json, base: RuleBase) -> None:
    for key in UNCHECKED[""].keys() - {"case", "rulebase", "part"}:
        own[key] = []
    for outcome in own["outcomes"]:
        for key in UNCHECKED["outcome"]:
            outcome[key] = {}
    own["case"] |= {"name": "", "file": "", "hash": "", "fictional": False, "basis": "interview"}
    assert verify(own, base).failures == ()


class CarefulForger:
    """Rewrites the proof of an outcome from the top down to the leaves, and then every step and outcome, so that all fit together."""

    def __init__(self, report: Json, facts_too: bool) -> None:
        self.report, self.facts_too = report, facts_too
        self.proof: dict[str, Json] = report["proof"]
        self.facts = {(row["property"], row["subject"], row["object"]): row for row in report["facts"] + report["unseen"]}
        self.true_way = next(step for step in self.proof.values() if step["kind"] == "candidate" and step["holds"] == "yes")
        self.forced: set[tuple[str, str]] = set()

    def make_met(self, outcome: Json) -> None:
        for part, truth in (("applies", "yes"), ("breach", "no"), ("met", "yes"), ("suspicion", "no")):
            self.force(outcome["proof"][part], truth)
        self.repair()

    def force(self, name: str, truth: str) -> None:
        """Make a step come out so, with all that it rests on."""
        if (name, truth) in self.forced:
            return
        self.forced.add((name, truth))
        step = self.proof[name]
        premises = step.get("premises", [])
        is_sought = step["kind"] in ("exists", "refutation", "absence", "derived")
        step["holds"] = truth
        step.pop("stand_in", None)
        if is_sought and truth == "no":
            step["premises"], step["kind"] = [], "absence"
        elif is_sought:
            wanted = step.get("minimum", 1)
            while len(premises) < wanted:
                made = f"n{len(self.proof) + 1}"
                self.proof[made] = {**copy.deepcopy(self.true_way), "condition": f"{step.get('condition', '')}/body"}
                premises = [*premises, made]
            step["premises"] = premises[:wanted]
            step["kind"] = "exists" if step["follows_by"] == "at_least" else "derived"
            step.pop("candidates", None)
            step.pop("others", None)
        elif not premises:
            self._leaf(step, truth)
        if not (is_sought and truth == "no"):
            inner = {"yes": "no", "no": "yes"}[truth] if step.get("follows_by") == "not" else truth
            for premise in step.get("premises", []):
                self.force(premise, inner)

    def _leaf(self, step: Json, truth: str) -> None:
        if step["kind"] == "question":
            step["kind"], step["source"] = "fact", {"how": {"yes": "stated", "no": "denied"}[truth], "who": ["employer"]}
        row = self.facts.get((*step["statement"], None)[:3]) if "statement" in step else None
        if self.facts_too and row is not None:
            row["holds"] = truth
            row["source"] = step["source"] = {"how": {"yes": "stated", "no": "denied"}[truth], "who": ["employer"]}

    def repair(self) -> None:
        """Let every step follow from its premises, and every outcome from its parts."""
        done = set[str]()

        def settle(name: str) -> None:
            if name not in done:
                done.add(name)
                step = self.proof[name]
                for premise in step.get("premises", ()):
                    settle(premise)
                if step.get("premises") and "stand_in" not in step:
                    step["holds"] = follows(step, self.proof)

        for outcome in self.report["outcomes"]:
            for name in outcome["proof"].values():
                settle(name)
            applies, breach, met, suspicion = (self.proof[outcome["proof"][part]]["holds"] for part in ("applies", "breach", "met", "suspicion"))
            word = "met" if (applies, met, breach, suspicion) == ("yes", "yes", "no", "no") else "unknown"
            word = "breach" if applies == breach == "yes" else "investigate" if suspicion == "yes" else word
            word = "not_applicable" if applies == "no" else word
            if word != outcome["outcome"]:
                outcome["outcome"], outcome["strength"] = word, "stated" if word == "met" else None
            for each in outcome["requirements"]:
                each["holds"] = self.proof[each["node"]]["holds"]


def follows(step: Json, proof: dict[str, Json]) -> str:
    """Give the truth that a step has by its premises, by the three-valued tables."""
    held = [("no", "unknown", "yes").index(proof[name]["holds"]) for name in step.get("premises", ())]
    match step.get("follows_by"):
        case "all":
            found = min(held, default=2)
        case "any":
            found = max(held, default=0)
        case "not":
            found = 2 - held[0]
        case _:
            found = 2 if held.count(2) >= step.get("minimum", 1) else 1 if len(held) - held.count(0) >= step.get("minimum", 1) else 0
    return ("no", "unknown", "yes")[found]


def test_a_met_that_is_written_over_a_breach_is_rejected(own: Json, base: RuleBase) -> None:
    """Only the top is forged: the outcome, its strength, and the truth of the two parts."""
    for outcome in [outcome for outcome in own["outcomes"] if outcome["outcome"] == "breach"]:
        forged = copy.deepcopy(own)
        found = next(each for each in forged["outcomes"] if each["id"] == outcome["id"])
        found["outcome"], found["strength"] = "met", "documented"
        forged["proof"][found["proof"]["breach"]]["holds"] = "no"
        forged["proof"][found["proof"]["met"]]["holds"] = "yes"
        assert outcome["id"] in {failure.outcome for failure in verify(forged, base, with_hash=False).failures}
    assert len([outcome for outcome in own["outcomes"] if outcome["outcome"] == "breach"]) > 5


@pytest.mark.parametrize("facts_too", [False, True])
def test_a_met_made_from_a_breach_is_rejected_though_everything_above_fits(facts_too: bool, own: Json, base: RuleBase) -> None:
    """The proof is rewritten down to its leaves, also the facts themselves; what no longer fits is what was looked for and not found."""
    tried = 0
    for breach in [outcome["id"] for outcome in own["outcomes"] if outcome["outcome"] == "breach"]:
        forged = copy.deepcopy(own)
        outcome = next(each for each in forged["outcomes"] if each["id"] == breach)
        CarefulForger(forged, facts_too).make_met(outcome)
        if outcome["outcome"] == "met":
            tried += 1
            assert breach in {failure.outcome for failure in verify(forged, base, with_hash=False).failures}, breach
    assert tried >= 5


def test_a_forger_who_repairs_nothing_but_the_hash_is_found_by_the_walk(own: Json, base: RuleBase) -> None:
    own["outcomes"][0]["outcome"] = "met"
    assert own["rulebase"]["hash"] == base.hash  # the checksum is right, and says nothing
    assert [failure.code for failure in verify(own, base).failures] == ["outcome"]


def test_a_proof_that_goes_in_a_circle_is_rejected(own: Json, base: RuleBase) -> None:
    derived = [(name, step) for name, step in own["proof"].items() if step["kind"] == "derived" and step["premises"]]
    for name, step in random.Random(SEED).sample(derived, 10):
        if step["premises"]:
            use = own["proof"][step["premises"][0]]
            old = use["premises"]
            use["premises"] = [name, *old[1:]]
            assert verify(own, base, with_hash=False).failures
            use["premises"] = old


@pytest.mark.parametrize("day", ["2026-06-30", "soon", None, 7])
def test_a_report_that_is_not_whole_is_no_crash(day: Any, own: Json, base: RuleBase) -> None:
    own["date"] = day
    for fact in own["facts"][::7]:
        fact["holds"] = "perhaps" if day is None else fact["holds"]
    for number, name in enumerate([*own["proof"]][::50]):
        own["proof"][name] = (None, [], {}, 4, "n1")[number % 5]
    del own["outcomes"][3]["proof"]
    found = verify(own, base, with_hash=False)
    assert found.failures
    assert {failure.code for failure in found.failures} & {"broken", "no-step"}
