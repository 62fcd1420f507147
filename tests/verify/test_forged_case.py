"""What a report embeds of its case can't be something else: a forgery is rejected, or the engine itself decides the same by what was forged."""

import copy
import random
from collections import Counter, defaultdict
from dataclasses import replace

from engine.assessment import Groundwork, conclude, groundwork
from engine.case.facts import Facts
from engine.case.reader import read_case
from engine.rulebase import RuleBase
from engine.truth import Truth
from engine.verify.walk import verify

from .conftest import ROOT, Json
from .forging import SEED, Flip, Forger, chosen

OF_EACH_KIND = 4


class Oracle:
    """Decides anew, with the engine, by facts of which one is otherwise."""

    def __init__(self, base: RuleBase) -> None:
        self.base = base
        case, _ = read_case(ROOT / "examples" / "small.yaml", base.vocabulary)
        self.ground: Groundwork = groundwork(case, base)
        self.before = self.outcomes(self.ground.facts)

    def outcomes(self, facts: Facts) -> dict[str, str]:
        decided = conclude(replace(self.ground, facts=facts), self.base)
        return {outcome.id: outcome.outcome for outcome in decided.outcomes}

    def is_moved_by(self, flip: Flip, report: Json) -> bool:
        """Say whether any outcome is another if what a flip touches is as the flip has it."""
        facts, table = self.ground.facts.copy(), str(flip.path[0])
        rows = report[table]
        if flip.kind.endswith("dropped"):
            row, value = next(each for each in rows if each not in flip.value), None
        else:
            row, value = rows[flip.path[1]], flip.value
        if table == "values":
            key = (row["property"], row["subject"])
            facts.values = {name: each for name, each in facts.values.items() if name != key}
            if value is not None:
                facts.values[key] = type(self.ground.facts.values[key]).fromisoformat(value) if "-" in value else int(value)
        else:
            put(facts, (row["property"], row["subject"], row["object"]), Truth[(value or "no").upper()])
        return self.outcomes(facts) != self.before


def put(facts: Facts, key: tuple[str, str, str | None], truth: Truth) -> None:
    """Make one statement something else."""
    prop, subject, obj = key
    known = {pair: each for pair, each in facts.known[prop].items() if pair != (subject, obj)}
    known |= {(subject, obj): truth} if truth is not Truth.NO else {}
    facts.known[prop] = known
    for table, ends in ((facts.by_subject, [(s, o) for s, o in known]), (facts.by_object, [(o, s) for s, o in known])):
        table[prop] = defaultdict(list)
        for one, other in ends:
            table[prop][one].append(other)


LET_PASS = {  # a kind of forgery of the case, and why one of it may be let pass
    "facts holds": "the engine itself decides the same by the forged fact",
    "facts dropped": "the engine itself decides the same without the fact",
    "unseen holds": "the engine itself decides the same by the forged fact",
    "unseen dropped": "the engine itself decides the same without the fact",
    "values value": "the engine itself decides the same by the forged value",
    "values dropped": "the engine itself decides the same without the value",
    "facts source": "no step is about the fact",
    "unseen source": "no step is about the fact",
    "entities units": "the links of an entry say which units it is about; its units only tell who closed a register",
    "registers who": "that a register is complete counts, whoever says so; where a step names it, a change is found",
    "registers as_of": "no event has come since that day, either",
    "registers added": "nothing but who says so is another",
}


def test_forged_facts_are_rejected_or_move_nothing(own: Json, base: RuleBase) -> None:
    oracle = Oracle(base)
    assert oracle.before == {outcome["id"]: outcome["outcome"] for outcome in own["outcomes"]}
    told = {tuple(step["statement"]) for step in own["proof"].values() if "statement" in step}
    tried, rejected = Counter[str](), Counter[str]()
    for flip in chosen(Forger(own, SEED).of_the_case(), OF_EACH_KIND):
        forged = {**own}
        for key in flip.path[:1]:
            forged[str(key)] = copy.deepcopy(own[key])
        flip.put(forged)
        failures = verify(forged, base, with_hash=False).failures
        tried[flip.kind] += 1
        rejected[flip.kind] += bool(failures)
        if failures:
            continue
        assert flip.kind in LET_PASS, flip
        if flip.kind.split()[1] in ("holds", "dropped", "value"):
            assert not oracle.is_moved_by(flip, own), flip
        if flip.kind in ("facts source", "unseen source"):
            row = own[flip.path[0]][flip.path[1]]
            assert tuple(row[key] for key in ("property", "subject", "object") if row[key]) not in told, flip
        if flip.kind == "entities units":
            assert not own["entities"][flip.path[1]]["id"].startswith("~"), flip
    assert sum(tried.values()) > 110
    assert sum(rejected.values()) > sum(tried.values()) * 0.6


def test_a_fact_that_moves_an_outcome_is_never_let_pass(own: Json, base: RuleBase) -> None:
    """Of the facts that the engine would decide otherwise by, each is missed if it is forged."""
    oracle, rng = Oracle(base), random.Random(SEED)
    leaves = [step["statement"] for step in own["proof"].values() if step["kind"] in ("fact", "judgement") and len(step["statement"]) == 3]
    moved = 0
    for number, row in rng.sample([*enumerate(own["facts"])], len(own["facts"])):
        if [row["property"], row["subject"], row["object"]] not in leaves or row["holds"] != "yes":
            continue
        flip = Flip("facts holds", ("facts", number, "holds"), "no")
        if oracle.is_moved_by(flip, own):
            flip.put(own)
            assert verify(own, base, with_hash=False).failures, flip
            flip.undo(own, "yes")
            moved += 1
        if moved == 8:
            break
    assert moved == 8
