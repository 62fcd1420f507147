"""How much is answered: what is given, what nobody knows and what nobody asked are counted apart."""

from pathlib import Path

from engine.case.answered import Tally, answered
from engine.case.reader import read_case, read_data
from engine.vocabulary.model import Vocabulary

HERE = Path(__file__).parent
HEAD = (HERE / "head.yaml").read_text(encoding="utf-8")


def test_counts(vocabulary: Vocabulary) -> None:
    text = HEAD + ("routines:\n  - {id: RU1, units: [hjemme], written: dont_know, purposes: []}\n"
                   "registers:\n  - {register: drills, complete_for: all, as_of: 2026-06-01}\n")
    found = answered(read_data(text.encode(), "x", vocabulary)[0], vocabulary)
    by_key = {register.register: register for register in found.registers}
    assert by_key["routines"].entries == 1
    assert by_key["routines"].tally == Tally(given=1, dont_know=1, absent=2)  # purposes; written; dated, contents
    assert by_key["drills"].complete_for == ("hjemme", "kontor") and by_key["drills"].entries == 0
    assert by_key["training"].complete_for == ()


def test_an_answer_counts_as_a_field_does(vocabulary: Vocabulary) -> None:
    before = answered(read_data(HEAD.encode(), "x", vocabulary)[0], vocabulary).total
    text = HEAD + ("answers:\n  - {about: hjemme, ask: lone_work, value: no}\n"
                   "  - {about: hjemme, ask: special_danger, value: dont_know}\n"
                   "  - {about: kontor, ask: factors, of: workload, value: yes}\n")
    after = answered(read_data(text.encode(), "x", vocabulary)[0], vocabulary).total
    assert after == Tally(before.given + 2, before.dont_know + 1, before.absent - 3)


def test_the_small_example(vocabulary: Vocabulary) -> None:
    found = answered(read_case(HERE / "small_case.yaml", vocabulary)[0], vocabulary)
    assert found.total == sum((register.tally for register in found.registers), found.enterprise)
    assert found.total.asked == found.total.given + found.total.dont_know
    assert sum(register.entries for register in found.registers) == 22


def test_what_another_law_asks_about_is_not_missing(vocabulary: Vocabulary) -> None:
    case, _ = read_data(HEAD.encode(), "x", vocabulary)
    whole = {register.register: register for register in answered(case, vocabulary)}
    found = {register.register: register for register in answered(case, vocabulary, {"lone_work"}, {"Unit", "Training"})}
    assert set(found) == {"units", "documents", "training"}
    assert found["units"].absent + found["units"].asked == found["units"].entries  # one field of each
    assert found["units"].asked <= whole["units"].asked and found["units"].absent < whole["units"].absent
