"""Every guard of the driver, and that what it guards against is there without it."""

import ctypes
import gc
import itertools
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import durable_rules_engine as native
import pytest
from durable.engine import Ruleset

from engine.case.facts import Facts, Said
from engine.inference import driver, program
from engine.inference.derive import derive
from engine.inference.driver import LONGEST, Binding, JoinError, Joins, Pattern, Tuple
from engine.inference.evaluate import Evaluator
from engine.inference.program import compile_program
from engine.language import syntax as s
from engine.language.walk import narrowed
from engine.text import same
from engine.truth import Truth
from engine.vocabulary.model import Class, Kind, Origin, Property, Vocabulary
from tests.reference.cases import assess, in_turn, rulebase
from tests.reference.programs import DAY, NOUN, PLACE, sample

ROOT = Path(__file__).resolve().parents[2]
NEAR = {"near": [Pattern("p", "?a", "?b"), Pattern("q", "?b", "?c")]}
MEASURED = 1000


def crashes(code: str) -> bool:
    """Run Python apart, with memory that is not zero by luck; say whether the process was killed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MALLOC_PERTURB_": "165"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode <= 0, done.stderr.decode()
    return done.returncode < 0


def native_run(rules: dict[str, dict[str, object]], facts: list[dict[str, object]], name: str) -> tuple[int, dict[str, object]]:
    """Ask durable-rules itself, without the driver; gives its code and the state of the session."""
    ruleset = Ruleset(name, None, rules)
    code, state = native.assert_facts(ruleset._handle, json.dumps([{"sid": "1", **fact} for fact in facts]))
    ruleset.do_actions(state, lambda _error, _state: None)
    return code, ruleset.get_state("1")


# --- negation -------------------------------------------------------------------------------------------------------------


def needs_and_proofs() -> tuple[s.RuleSet, Vocabulary, Facts]:
    """have(x) ← proof(x); gap(x) ← need(x), not have(x); ok(x) ← need(x), not gap(x). A has a proof, B has none."""
    words = Vocabulary(classes={"Thing": Class("Thing", NOUN)})
    for name, origin in (("need", Origin.INPUT), ("proof", Origin.INPUT), ("have", Origin.DERIVED), ("gap", Origin.DERIVED), ("ok", Origin.DERIVED)):
        words.properties[name] = Property(name, Kind.FLAG, ("Thing",), "", origin, same(name))
    x = s.Var("X", "Thing")

    def rule(line: int, head: str, *body: str) -> s.Rule:
        said = [s.Sentence(name.removeprefix("-"), x, None, PLACE) for name in body]
        when = tuple(s.Not(one, PLACE) if name.startswith("-") else one for name, one in zip(body, said, strict=True))
        origins = s.Origins(head, "nb", (), None, None, None, "", s.Place("p", line, 1))
        return s.Rule(origins, (s.ForEach(x, (), PLACE),), when, s.Sentence(head, x, None, PLACE))

    rules = (rule(1, "ok", "need", "-gap"), rule(2, "gap", "need", "-have"), rule(3, "have", "proof"))
    facts = Facts(sample(0).facts.case, {"A": "Thing", "B": "Thing"}, {"Thing": ["A", "B"]})
    for prop, thing in (("need", "A"), ("need", "B"), ("proof", "A")):
        facts.add(prop, thing, None, Truth.YES, Said("stated"))
    return s.RuleSet((), rules, ()), words, facts


def concluded() -> set[tuple[str, str]]:
    rules, words, facts = needs_and_proofs()
    derive(Evaluator(compile_program(rules, words, DAY), facts, DAY))
    return {(prop, thing) for prop in ("have", "gap", "ok") for (thing, _), _ in facts.pairs(prop)}


RIGHT = {("have", "A"), ("gap", "B"), ("ok", "A")}


def test_negation_is_decided_on_finished_strata() -> None:
    assert concluded() == RIGHT


def test_without_strata_negation_would_be_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_levels", lambda _program, rules: {rule.then.property: 1 for rule in rules})
    assert concluded() != RIGHT


def test_durable_itself_gets_the_negation_wrong() -> None:
    found: set[tuple[str, str]] = set()

    def conclude(name: str) -> object:
        def action(c: object) -> None:
            thing = c._m["a"]["s"]  # type: ignore[attr-defined]
            found.add((name, thing))
            native.assert_fact(ruleset._handle, json.dumps({"sid": "1", "p": name, "s": thing}))

        return action

    def unless(name: str) -> dict[str, object]:
        return {"b$not": {"$and": [{"p": name}, {"s": {"a": "s"}}]}}

    ruleset = Ruleset("naive", None, {
        "have": {"all": [{"a": {"p": "proof"}}], "pri": 1, "run": conclude("have")},
        "gap": {"all": [{"a": {"p": "need"}}, unless("have")], "pri": 2, "run": conclude("gap")},
        "ok": {"all": [{"a": {"p": "need"}}, unless("gap")], "pri": 3, "run": conclude("ok")},
    })
    batch = [{"sid": "1", "p": p, "s": x} for p, x in (("need", "A"), ("need", "B"), ("proof", "A"))]
    _, state = native.assert_facts(ruleset._handle, json.dumps(batch))
    ruleset.do_actions(state, lambda _error, _state: None)
    assert found != RIGHT


def test_no_negation_reaches_durable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern is a predicate and two ends; nothing that the real rule base gives to durable denies or counts anything."""
    assert Pattern._fields == ("predicate", "subject", "object")
    given: list[dict[str, object]] = []
    monkeypatch.setattr(driver, "Ruleset", lambda _name, _host, rules: given.append(rules))
    compile_program(rulebase().rules, rulebase().vocabulary, DAY)
    compile_program(sample(7).rules, sample(7).vocabulary, DAY)
    rules = [rule for each in given for rule in each.values()]
    assert len(rules) > 50
    for rule in rules:
        assert set(rule) <= {"all", "run", "dist"}  # type: ignore[arg-type]
        written = json.dumps(rule["all"])  # type: ignore[index]
        assert not any(f'"{word}"' in written for word in ("$not", "$n", "none", "$lt", "$gt", "any", "count"))


# --- order of arrival -----------------------------------------------------------------------------------------------------


def crowd() -> list[Tuple]:
    return [Tuple("p", f"a{i}", f"b{i % 4}") for i in range(12)] + [Tuple("q", f"b{i % 4}", f"c{i}") for i in range(12)]


def closure(joins: Joins, facts: list[Tuple]) -> tuple[list[tuple[str, Binding]], set[Tuple]]:
    """Follow edges from what is reached; what is reached on the way takes part."""
    reached = {fact for fact in facts if fact.predicate == "reached"}

    def on_match(_join: str, binding: Binding) -> list[Tuple]:
        fact = Tuple("reached", binding["b"], "")
        if fact in reached:
            return []
        reached.add(fact)
        return [fact]

    return joins.run(facts, on_match), reached


def test_order_of_arrival_changes_nothing() -> None:
    joins, steps = Joins("order", NEAR), Joins("steps", {"step": [Pattern("reached", "?a", ""), Pattern("edge", "?a", "?b")]})
    way = [Tuple("reached", "n0", ""), *(Tuple("edge", f"n{i}", f"n{(i + 1) % 40}") for i in range(40)), Tuple("edge", "n5", "n30")]
    facts, rng = crowd(), random.Random(1)
    expected, far = joins.run(facts), closure(steps, way)
    assert len(expected) == 36 and len(far[1]) == 40
    for _ in range(20):
        rng.shuffle(facts)
        rng.shuffle(way)
        assert joins.run(facts) == expected
        assert closure(steps, way) == far


def test_without_sorting_order_would_show(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(2)
    arrived = lambda found, key=None: list(found) if key else rng.sample(list(found), len(found))  # noqa: E731
    monkeypatch.setattr(driver, "sorted", arrived, raising=False)
    joins, facts = Joins("unsorted", NEAR), crowd()
    found = [joins.run(facts) for _ in range(5)]
    assert any(each != found[0] for each in found)


def test_the_facts_of_a_case_may_come_in_any_order() -> None:
    """The same for whole programs: what the facts tell in another order gives the same statements, instances and heights."""
    for seed in range(12):
        seen = []
        for order in range(2):
            each = sample(seed)
            for prop in each.facts.known:
                pairs = list(each.facts.known[prop].items())
                random.Random(order).shuffle(pairs)
                each.facts.known[prop] = dict(pairs)
                for index in (each.facts.by_subject[prop], each.facts.by_object[prop]):
                    for listed in index.values():
                        random.Random(order).shuffle(listed)
            evaluator = Evaluator(compile_program(each.rules, each.vocabulary, DAY), each.facts, DAY)
            derive(evaluator)
            seen.append({
                head: [(use.height, use.node.place, sorted(use.node.bindings.items()), use.node.truth) for use in uses]
                for head, uses in evaluator.instances.items()
            })
        assert seen[0] == seen[1]


# --- what kills the process -----------------------------------------------------------------------------------------------


def test_an_empty_batch_is_nothing() -> None:
    joins = Joins("empty", NEAR)
    assert joins.run([]) == []
    assert joins.run([Tuple("other", "a", "b")]) == []
    assert Joins("nothing", {}).run([Tuple("p", "a", "b")]) == []


def test_an_empty_batch_kills_durable() -> None:
    assert crashes("""
import durable_rules_engine as native
from durable.engine import Ruleset
one = Ruleset("r", None, {"x": {"all": [{"a": {"p": "p"}}], "run": lambda c: None}})
_, state = native.assert_facts(one._handle, "[]")
one.do_actions(state, lambda error, _: None)
""")


UNMATCHED = """
from engine.inference.driver import Joins, Pattern, Tuple
{}
joins = Joins("unmatched", {{"near": [Pattern("p", "?a", "?b"), Pattern("q", "?b", "?c")]}})
assert joins.run([Tuple("p", "1", "b"), Tuple("q", "other", "2")]) == []
"""


def test_a_session_in_which_nothing_fires_can_be_deleted() -> None:
    assert not crashes(UNMATCHED.format(""))


def test_without_an_opening_fact_deleting_it_would_kill_the_process() -> None:
    assert crashes(UNMATCHED.format("Joins._open = lambda self, part: None"))


# --- facts that durable loses ---------------------------------------------------------------------------------------------

TWICE = {"twice": [Pattern("p", "?a", "?b"), Pattern("p", "?a", "?c")]}


def test_one_fact_may_meet_two_conditions() -> None:
    assert ("twice", {"a": "1", "b": "x", "c": "x"}) in Joins("twice", TWICE).run([Tuple("p", "1", "x")])
    again = {"again": [Pattern("p", "?a", "x"), Pattern("q", "?a", ""), Pattern("p", "?a", "x")]}
    assert Joins("again", again).run([Tuple("p", "1", "x"), Tuple("q", "1", "")]) == [("again", {"a": "1"})]


def test_without_saying_so_it_would_not(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = Joins._rule
    monkeypatch.setattr(Joins, "_rule", lambda self, join, patterns: {k: v for k, v in rule(self, join, patterns).items() if k != "dist"})
    assert Joins("distinct", TWICE).run([Tuple("p", "1", "x")]) == []


COLLIDING = ("s27232", "s93250")  # durable gives both the same short hash in session "1"


def test_no_fact_is_dropped_for_its_hash() -> None:
    """durable makes an id of 32 bits from what a fact says; the driver numbers its facts."""
    hits: list[str] = []
    rules = {"x": {"all": [{"a": {"p": "p"}}], "run": lambda c: hits.append(c._m["a"]["s"])}}
    native_run(rules, [{"p": "p", "s": name, "o": ""} for name in COLLIDING], "collide")
    assert len(hits) == 1
    assert len(Joins("apart", {"x": [Pattern("p", "?a", "")]}).run(Tuple("p", name, "") for name in COLLIDING)) == 2


def fnv(text: str) -> int:
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def test_the_numbers_of_facts_have_no_hash_in_common() -> None:
    assert len({fnv(str(number)) for number in range(200_000)}) == 200_000


def test_texts_with_equal_hashes_are_not_joined() -> None:
    assert fnv("costarring") == fnv("liquid")
    joins = Joins("texts", NEAR)
    assert joins.run([Tuple("p", "1", "costarring"), Tuple("q", "liquid", "2")]) == []


def test_duplicate_facts_are_one() -> None:
    fact = Tuple("p", "1", "x")
    assert Joins("duplicates", {"x": [Pattern("p", "?a", "?b")]}).run([fact, fact, Tuple(*fact)]) == [("x", {"a": "1", "b": "x"})]
    code, _ = native_run({"x": {"all": [{"a": {"p": "p"}}], "run": lambda c: None}}, [{"p": "p", "s": "1"}] * 2, "doubled")
    assert code == 2  # durable itself complains


@pytest.mark.parametrize("text", ['a"b', "a\\b", "a\nb", "æøå", "«x»", "", "{", "null", "1e5", "\u2028", "a:b", "x" * 3000, "😀", "~x"])
def test_any_text_is_joined_as_it_is(text: str) -> None:
    found = Joins("any-text", NEAR).run([Tuple("p", "1", text), Tuple("q", text, "2"), Tuple("q", text + "!", "3")])
    assert found == [("near", {"a": "1", "b": text, "c": "2"})]


# --- loose comparison -----------------------------------------------------------------------------------------------------


def test_only_text_is_joined() -> None:
    joins = Joins("loose", NEAR)
    for fact in (Tuple("p", "1", 20), Tuple("p", 1.0, "x"), Tuple("p", None, "x"), Tuple("p", True, "x")):  # type: ignore[arg-type]
        with pytest.raises(JoinError, match="only text"):
            joins.run([Tuple("p", "1", "20"), fact])
    assert joins.run([Tuple("p", "1", "20"), Tuple("q", "20.0", "2")]) == []


def test_durable_itself_compares_loosely() -> None:
    hits: list[object] = []
    native_run({"x": {"all": [{"a": {"$gt": {"n": 10}}}], "run": lambda c: hits.append(c._m["a"]["n"])}}, [{"n": "20"}], "loosely")
    assert hits == ["20"]


# --- exceptions and limits ------------------------------------------------------------------------------------------------


def fail(_join: str, _binding: Binding) -> list[Tuple]:
    raise ValueError("in the middle")


MATCHING = [Tuple("p", "1", "b"), Tuple("q", "b", "2")]


def test_an_exception_comes_out() -> None:
    joins = Joins("raises", NEAR)
    with pytest.raises(JoinError, match="in the middle"):
        joins.run(MATCHING, fail)
    assert joins.run(MATCHING) == [("near", {"a": "1", "b": "b", "c": "2"})]  # and leaves nothing behind


def test_an_exception_in_an_action_comes_out_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def act(_c: object) -> None:
        raise ValueError("not caught by the driver")

    rule = Joins._rule
    monkeypatch.setattr(Joins, "_rule", lambda self, join, patterns: {**rule(self, join, patterns), "run": act})
    with pytest.raises(JoinError, match="not caught by the driver"):
        Joins("acts", NEAR).run(MATCHING)


def test_durable_itself_swallows_it() -> None:
    def act(_c: object) -> None:
        raise ValueError("swallowed")

    _, state = native_run({"x": {"all": [{"a": {"p": "p"}}], "run": act}}, [{"p": "p"}], "swallows")
    assert "swallowed" in str(state["exception"])


def test_a_join_that_is_too_long_or_empty_is_refused() -> None:
    patterns = [Pattern(f"p{i}", "?a", "") for i in range(LONGEST + 1)]
    facts = [Tuple(pattern.predicate, "1", "") for pattern in patterns]
    assert Joins("long", {"x": patterns[:-1]}).run(facts) == [("x", {"a": "1"})]
    for wrong in (patterns, []):
        with pytest.raises(JoinError):
            Joins("wrong", {"x": wrong})


@pytest.mark.parametrize(("joins", "shared"), [(150, True), (300, False)])
def test_many_joins_are_divided(joins: int, shared: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """More conditions than one rule set of durable holds are spread over several; what follows in one is told to the others."""
    made = {f"x{i}": [Pattern("p", "?a", ""), Pattern("q" if shared else f"q{i}", "?a", f"c{i}")] for i in range(joins)}
    facts = [Tuple("p", "1", ""), *(Tuple("q" if shared else f"q{i}", "1", f"c{i}") for i in range(joins))]
    assert len(Joins("many", made).run(facts)) == joins
    chain = {f"x{i}": [Pattern("r", "?a", f"{i}")] for i in range(joins)}
    following = lambda join, binding: [Tuple("r", binding["a"], str(int(join[1:]) + 1))]  # noqa: E731
    assert len(Joins("chain", chain).run([Tuple("r", "1", "0")], following)) == joins
    monkeypatch.setattr(driver, "SHARED", 10_000)
    monkeypatch.setattr(driver, "WIDEST", 10_000)
    with pytest.raises(Exception, match="error code"):
        Joins("undivided", made).run(facts)


def test_random_joins_against_a_search_of_everything() -> None:
    rng = random.Random(3)
    for number in range(60):
        names, things = ["p", "q", "r"], ["1", "2", "3", "4"]
        slots = ["?a", "?b", "?c", "1"]
        joins = {}
        for i in range(rng.randint(1, 4)):
            ends = [rng.sample(slots, 2) for _ in range(rng.randint(1, 3))]
            joins[f"j{i}"] = [Pattern(rng.choice(names), one, other) for one, other in ends]
        facts = {Tuple(rng.choice(names), rng.choice(things), rng.choice(things)) for _ in range(rng.randint(1, 15))}
        expected = []
        for name, patterns in joins.items():
            variables = sorted({x[1:] for p in patterns for x in (p.subject, p.object) if x.startswith("?")})
            for values in itertools.product(things, repeat=len(variables)):
                bound = dict(zip(variables, values, strict=True))
                of = lambda term, bound=bound: bound[term[1:]] if term.startswith("?") else term  # noqa: E731
                if all(Tuple(p.predicate, of(p.subject), of(p.object)) in facts for p in patterns):
                    expected.append((name, bound))
        found = Joins(f"random{number}", joins).run(facts)
        assert found == sorted(expected, key=lambda each: (each[0], sorted(each[1].items())))


# --- sessions and memory --------------------------------------------------------------------------------------------------


def sessions_left(joins: Joins) -> list[str]:
    left = []
    for part in joins._parts:
        try:
            left.append(str(part.ruleset.get_state(joins._session)))
        except Exception:
            continue
    return left


def test_the_session_is_always_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    joins = Joins("deleted", NEAR)
    joins.run(MATCHING)
    assert sessions_left(joins) == []
    with pytest.raises(JoinError):
        joins.run(MATCHING, fail)
    assert sessions_left(joins) == []
    monkeypatch.setattr(driver.json, "dumps", lambda *_args, **_named: "{ this is no JSON")
    with pytest.raises(JoinError):
        joins.run(MATCHING)
    monkeypatch.undo()
    assert sessions_left(joins) == []
    monkeypatch.setattr(Ruleset, "delete_state", lambda _self, _sid: None)
    joins.run(MATCHING)
    assert sessions_left(joins) != []  # so the question is one that can be answered yes


def resident() -> float:
    """Give the memory of this process in MB, after what can be given back was given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def growth(times: int) -> float:
    """Assess one case many times under a part of the rule base; give how much memory grew after the first hundred."""
    part = replace(rulebase(), rules=narrowed(rulebase().rules, "no.utforelse.3A-5.1", "no.utforelse.3A-5.2"), hash="part")
    case = next(seed.case for seed in in_turn() if seed.tries == "no.utforelse.3A-5.1" and seed.outcome == "met")
    for _ in range(100):
        assess(case, None, part)
    before = resident()
    for _ in range(times):
        assert assess(case, None, part).firings
    return resident() - before


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads the memory of the process from Linux")
def test_memory_is_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.assessment._check_documents", lambda _case, _rulebase, _day: [])  # pySHACL is not what is measured
    assert growth(MEASURED) < 4
    deleted = Ruleset.delete_state
    kept: list[tuple[Ruleset, str]] = []
    monkeypatch.setattr(Ruleset, "delete_state", lambda self, sid: kept.append((self, sid)))
    assert growth(100) > 20
    for ruleset, sid in kept:
        deleted(ruleset, sid)
