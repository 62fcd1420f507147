"""Leaving out what can't differ, and putting both encodings into one rule base, changes no answer: tried on the whole law and the examples."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.impact.cone import cone
from engine.impact.edits import edits_between, parts_of
from engine.impact.form import OLD
from engine.impact.run import impact
from engine.impact.twin import twins
from engine.language.syntax import RuleSet
from engine.rulebase import RuleBase
from engine.vocabulary.model import Parameter

from .invented import ROOT, real

SMALL = [ROOT / "examples" / name for name in ("small.yaml", "service-dk.yaml")]
Edit = Callable[[RuleBase], RuleBase]


def rules(change: Callable[[RuleSet], RuleSet]) -> Edit:
    return lambda base: replace(base, rules=change(base.rules))


def duty(id_: str, **fields: object) -> Edit:
    """Change a duty: a field to another, or by a function of what it was."""

    def changed(rules_: RuleSet) -> RuleSet:
        def one(each: object) -> object:
            given = {name: value(getattr(each, name)) if callable(value) else value for name, value in fields.items()}
            return replace(each, **given)  # type: ignore[type-var]

        found = [one(each) if each.origins.id == id_ else each for each in rules_.duties]
        assert found != list(rules_.duties), f"{id_} is as it was"
        return replace(rules_, duties=tuple(found))  # type: ignore[arg-type]

    return rules(changed)


def without(prefix: str) -> Edit:
    """Take rules away; what others conclude of the same statement stays."""

    def fewer(rules_: RuleSet) -> RuleSet:
        kept = tuple(rule for rule in rules_.rules if not rule.origins.id.startswith(prefix))
        assert len(kept) < len(rules_.rules)
        return replace(rules_, rules=kept)

    return rules(fewer)


def parameter(id_: str, number: int) -> Edit:
    def changed(base: RuleBase) -> RuleBase:
        def other(found: Parameter) -> Parameter:
            return replace(found, values=tuple((start, number) for start, _ in found.values))

        known = base.vocabulary.parameters
        words = replace(base.vocabulary, parameters=known | {id_: other(known[id_])})
        return replace(base, vocabulary=words)

    return changed


EDITS: dict[str, Edit] = {
    "a duty that others ask about": duty("no.utforelse.3A-1.1", met_when=(), requires=lambda was: was[:1]),
    "a ground of breach": duty("no.utforelse.3A-3.2", breach_when=()),
    "a duty that is gone": rules(lambda r: replace(r, duties=tuple(d for d in r.duties if d.origins.id != "no.aml.4-3.4"))),
    "a rule that much rests on": without("shared.measures.carried_out"),
    "one of several rules": without("shared.judgements.supervisor"),
    "a number of the law": parameter("amo_from", 3),
    "remarks": rules(lambda r: replace(r, remarks=r.remarks[1:])),
    "outlooks": rules(lambda r: replace(r, outlooks=tuple(replace(o, reactions=o.reactions[1:]) for o in r.outlooks))),
}


QUIET = ("one of several rules", "remarks")  # these cases don't tell


def edited(name: str) -> RuleBase:
    """Give the rule base with an edit; what is compiled of a rule base is kept by its hash, so each has its own."""
    return replace(EDITS[name](real()), hash=f"{real().hash} {name}")


ADDED = ("a duty that is gone", "a rule that much rests on")  # tried the other way round as well: then they are new


@pytest.mark.parametrize(("name", "backwards"), [*((name, False) for name in EDITS), *((name, True) for name in ADDED)])
def test_the_answer_is_that_of_two_whole_assessments(name: str, backwards: bool) -> None:
    old, new = (edited(name), real()) if backwards else (real(), edited(name))
    narrow = impact(old, new, "before", SMALL, regimes=("no", "dk"), languages=("en",), jobs=1)
    whole = impact(old, new, "before", SMALL, regimes=("no", "dk"), languages=("en",), jobs=1, narrow=False)
    assert narrow == whole
    assert narrow.edits and (narrow.changes or name in QUIET)


def test_what_is_far_from_an_edit_is_left_out() -> None:
    old = real()
    new = edited("a ground of breach")
    edits = edits_between(old, new)
    differing = cone((old.rules, new.rules), edits.rules)
    assert "no.utforelse.3A-3.2" in differing.ids and "dk.aml.15a.3" not in differing.ids
    both = twins(old, new, edits, differing)
    assert both is not None
    ids = [part.origins.id for part in parts_of(both.rules)]
    assert {id_.removesuffix(OLD) for id_ in ids if id_.endswith(OLD)} == differing.ids
    assert len(ids) < len(parts_of(old.rules)) / 2


def test_encodings_of_different_law_are_not_put_together() -> None:
    old = real()
    duty_ = next(each for each in old.rules.duties if each.origins.id == "no.utforelse.3A-5.1")
    elsewhere = replace(duty_, origins=replace(duty_.origins, provisions=("no/utforelse/99-9",)))
    odd = replace(old, rules=replace(old.rules, duties=(elsewhere,)))
    edits = edits_between(odd, old)
    assert twins(odd, old, edits, cone((odd.rules, old.rules), ["no.utforelse.3A-5.1"])) is None
