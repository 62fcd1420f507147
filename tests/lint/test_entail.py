"""What is said to follow does: in random small worlds. And what should be seen to follow, is."""

from dataclasses import replace
from random import Random

import pytest

from engine.language import syntax as s
from engine.language.read import read_rules
from engine.lint.entail import Facts
from engine.lint.normal import form, negated, normal, values_in
from engine.lint.overlap import without_one
from engine.vocabulary.model import Origin, Vocabulary
from tests.language.tiny import vocabulary as tiny
from tests.lint.models import FLAGS, UNIT, World, all_hold, condition, conditions, holds, world

WORLDS = [world(Random(seed)) for seed in range(160)]
ENV: dict[str, object] = {"U": "unit"}


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    found = tiny()
    for name in FLAGS:  # nothing here concludes them
        found.properties[name] = replace(found.properties[name], origin=Origin.INPUT)
    return found


def test_a_condition_and_its_form_hold_in_the_same_worlds(words: Vocabulary) -> None:
    random = Random(1)
    for _ in range(400):
        block = conditions(random)
        forms = normal(block, {}, words)
        for at in WORLDS[:60]:
            assert all_hold(block, ENV, at, words) == all_hold(forms, ENV, at, words), block


def test_the_negation_of_a_form_holds_where_the_form_does_not(words: Vocabulary) -> None:
    random = Random(2)
    for _ in range(400):
        written = condition(random)
        whole = form(written, {}, words)
        for at in WORLDS[:60]:
            assert holds(negated(whole), ENV, at, words) != holds(whole, ENV, at, words), written


def test_what_is_said_to_follow_holds_in_every_world(words: Vocabulary) -> None:
    random = Random(3)
    followed = refuted = 0
    for _ in range(2500):
        block, goal = conditions(random, random.choice((0, 1, 2))), condition(random, random.choice((0, 1, 1, 2)))
        names = values_in(block, {}, words)
        facts, wanted = Facts(words, (UNIT,), normal(block, {}, words)), form(goal, names, words)
        follows, against = facts.entail(wanted), facts.refute(wanted)
        followed, refuted = followed + follows, refuted + against
        if follows or against:
            for at in WORLDS:
                if all_hold(block, ENV, at, words):
                    assert holds(wanted, ENV, at, words) == follows or (follows and against), (block, goal)
    assert followed > 100 and refuted > 100, "the random conditions hardly ever follow from each other: the test says nothing"


def test_facts_that_are_said_to_contradict_each_other_hold_together_in_no_world(words: Vocabulary) -> None:
    random = Random(4)
    found = 0
    for _ in range(2000):
        block = (*conditions(random, 1), *conditions(random, 1)[:1])
        if not Facts(words, (UNIT,), normal(block, {}, words)).consistent():
            found += 1
            assert not any(all_hold(block, ENV, at, words) for at in WORLDS), block
    assert found > 100


def test_what_follows_either_way_follows(words: Vocabulary) -> None:
    """Where the rest of two ways holds, one of the two holds, whatever the condition is that was left out."""
    random = Random(5)
    found = 0
    for _ in range(1500):
        first, second = (normal(conditions(random, random.choice((0, 1))), {}, words) for _ in range(2))
        around = Facts(words, (UNIT,))
        for _, rest in without_one(first, second, around):
            found += 1
            for at in WORLDS[:120]:
                if all_hold(rest, ENV, at, words):
                    assert all_hold(first, ENV, at, words) or all_hold(second, ENV, at, words), (first, second, rest)
    assert found > 200


# --- what should be seen -------------------------------------------------------------------------------------------------------

HEAD = "språk nb\n\nmerknad no.lov.a\n  hjemmel no/lov/1\n  for hver enhet U\n  når\n"
FOOT = "  styrke vane\n  melding «bare individuelle tiltak»\n"


def read(text: str, words: Vocabulary) -> s.Conditions:
    lines = "".join(f"    {line}\n" for line in text.strip("\n").split("\n"))
    rules, problems = read_rules({"rules/no/lov.regel": f"{HEAD}{lines}{FOOT}"}, words)
    assert [problem.render("nb") for problem in problems] == []
    return rules.remarks[0].when


GIVEN = "det finnes en opplæring O\n  som er gitt til U\n  og dekker «håndtering»"


@pytest.mark.parametrize(("known", "wanted"), [
    (GIVEN, "det finnes en opplæring P\n  som er gitt til U"),
    ("det finnes ingen opplæring O\n  som er gitt til U", f"ikke: {GIVEN}"),
    ("det finnes minst 3 øvelser Ø\n  som er holdt for U", "det finnes minst 2 øvelser Ø\n  som er holdt for U"),
    ("U har N ansatte\nN er minst 10", "U har M ansatte\nM er mer enn 9"),
    ("for alle T i «tema for opplæring mot vold»\n  det finnes en opplæring O\n    som dekker T\nslutt", "det finnes en opplæring P\n  som dekker «håndtering»"),
    ("dersom U er utsatt\n  U er forberedt\nslutt\nU er utsatt\nU er forberedt", "minst 2 av\n  U er utsatt\n  U er forberedt\nslutt"),
    ("alle av\n  U er utsatt\n  U er forberedt\nslutt", "minst 1 av\n  U er forberedt\n  U er utsatt\nslutt"),
    ("minst 2 av\n  U er utsatt\n  U er forberedt\n  det finnes en øvelse Ø\n    som er holdt for U\nslutt", "minst 1 av\n  U er utsatt\n  U er forberedt\nslutt"),
    ("det finnes en opplæring O\n  som er datert D\n  og D er høyst 2 år før saksdatoen", "det finnes en opplæring O\n  som er datert D\n  og D er høyst 36 måneder før saksdatoen"),
    ("det finnes en opplæring O\n  som er datert D\n  og D er etter 2021-05-01", "det finnes en opplæring P\n  som er datert E\n  og E er tidligst 2021-05-02"),
    ("det finnes en opplæring O\n  som er datert D\n  og D er før saksdatoen", "det finnes en opplæring P\n  som er datert E\n  og E er senest saksdatoen"),
])
def test_what_is_seen_to_follow(known: str, wanted: str, words: Vocabulary) -> None:
    given, goal = read(known, words), read(wanted, words)
    facts = Facts(words, (UNIT,), normal(given, {}, words))
    assert all(facts.entail(each) for each in normal(goal, {}, words))


@pytest.mark.parametrize(("known", "wanted"), [
    ("det finnes en opplæring O\n  som er gitt til U", GIVEN),
    ("det finnes minst 2 øvelser Ø\n  som er holdt for U", "det finnes minst 3 øvelser Ø\n  som er holdt for U"),
    ("U har N ansatte\nN er minst 10", "U har M ansatte\nM er mer enn 10"),
    ("det finnes en opplæring O\n  som er gitt til U\ndet finnes en opplæring P\n  som dekker «håndtering»", GIVEN),
    ("det finnes en opplæring O\n  som er datert D\n  og D er høyst 4 år før saksdatoen", "det finnes en opplæring O\n  som er datert D\n  og D er høyst 36 måneder før saksdatoen"),
    ("minst 1 av\n  U er utsatt\n  U er forberedt\nslutt", "U er utsatt"),
])
def test_what_does_not_follow(known: str, wanted: str, words: Vocabulary) -> None:
    given, goal = read(known, words), read(wanted, words)
    facts = Facts(words, (UNIT,), normal(given, {}, words))
    assert not all(facts.entail(each) for each in normal(goal, {}, words))


def test_the_worlds_differ() -> None:
    assert len({(at.true, tuple(sorted(map(str, at.values.items())))) for at in WORLDS}) > 120
    assert isinstance(WORLDS[0], World)
