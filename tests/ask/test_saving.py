"""An answer is added to a case file and nothing else: however the file is written, and never to one that would not be a case."""

from datetime import date
from pathlib import Path

import pytest

from engine.ask.saving import Complete, Given, Noted, Save, Saying, noted, saved, store
from engine.case.model import Answer, Case
from engine.case.reader import read_data
from engine.errors import BadInputError
from tests.ask.brute import rulebase

DAY = date(2026, 6, 30)
HEAD = """# A case. FICTIONAL.
forsvarlig: case/1
language: nb   # bokmål
regimes: [no]
date: 2026-06-30
basis: interview
fictional: yes
enterprise:
  name: Prøvebruket
  work: employer
  place: mainland
{employees}units:
  - id: kontor
    name: Kontoret
    employees: 12   # æ ø å 👩‍💼
incidents:
  - {{id: H1, kind: threat, units: [kontor], state: reported}}  # in one line
changes:
  - id: C1
    title: ny turnus
    # below the last field

    kind: new_working_time

# the end
{tail}"""
YES = Saying("kontor", "lone_work", None, Answer.YES, None, "hr", DAY)
TAILS = {
    "no list": "",
    "an empty list": "answers:\n",
    "an empty list with a remark": "answers:   # none yet\n# more\n",
    "brackets": "answers: []\n",
    "brackets with something": "answers: [{about: kontor, ask: works_with_people, value: yes}]  # one\n",
    "brackets with a comma at the end": "answers: [{about: kontor, ask: works_with_people, value: yes}, ]\n",
    "a list": "answers:\n  - {about: kontor, ask: works_with_people, value: yes}\n\n  # what comes\n",
    "a list further in": "answers:\n      -   about: kontor\n          ask: works_with_people\n          value: yes # so\n",
    "a list at the margin": "answers:\n- about: kontor\n  ask: works_with_people\n  value: yes\n# end\n",
    "a list that goes on below": "answers:\n  - about: kontor\n    ask: works_with_people\n    value: yes\nregisters: []\n",
    "no line end": "answers:\n  - {about: kontor, ask: works_with_people, value: yes}",
    "a block of text": "answers:\n  - about: kontor\n    ask: works_with_people\n    value: not_relevant\n    because: |\n      ikke her\n\nregisters: []\n",
}


def written(tail: str = "", employees: str = "") -> str:
    return HEAD.format(tail=tail, employees=employees)


def read(data: bytes) -> Case:
    return read_data(data, "case.yaml", rulebase().vocabulary)[0]


def save(data: bytes, what: Save) -> bytes:
    return saved(data, what, "case.yaml", rulebase().vocabulary)


def is_only_added(before: bytes, after: bytes) -> bool:
    """Say whether one text is the other with something put in at one place."""
    same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    rest = len(before) - same
    return len(after) > len(before) and (not rest or after.endswith(before[same:]) or before.endswith(after[-rest:]))


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS.keys())
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "with a byte order mark"])
def test_an_answer_is_added_whatever_the_file_looks_like(tail: str, line_end: str, mark: bytes) -> None:
    before = mark + written(tail).replace("\n", line_end).encode()
    after = save(before, YES)
    answers = read(after).answers
    assert (answers[-1].about, answers[-1].property, answers[-1].value, answers[-1].stated_by) == ("kontor", "lone_work", "yes", "hr")
    assert len(answers) == len(read(before).answers) + 1
    assert is_only_added(before, after)
    assert after.count(b"\r\n") == (after.count(b"\n") if line_end == "\r\n" else 0)
    again = save(after, Saying("kontor", "uses_safety_equipment", None, Answer.DONT_KNOW, None, "employer", DAY))
    assert len(read(again).answers) == len(answers) + 1


def test_a_register_is_called_complete() -> None:
    before = written().encode()
    one, every = save(before, Complete("drills", "kontor", "hr", DAY)), save(before, Complete("drills", "enterprise", "hr", DAY))
    assert [said.complete_for for said in (*read(one).completeness, *read(every).completeness)] == [("kontor",), None]
    both = save(one, Complete("plans", "kontor", "hr", DAY))
    assert [said.register for said in read(both).completeness] == ["drills", "plans"]


def test_a_date_goes_into_its_entry() -> None:
    before = written().encode()
    after = save(before, Given("H1", ("dated",), "2026-05-01"))
    assert b"state: reported, dated: 2026-05-01}  # in one line" in after
    after = save(after, Given("C1", ("dated",), "2026-05-02"))
    assert b"    kind: new_working_time\n    dated: 2026-05-02\n\n# the end" in after
    assert is_only_added(before, save(before, Given("C1", ("dated",), "2026-05-02")))


@pytest.mark.parametrize(
    "employees", ["", "  employees: {}\n", "  employees: {regular: 3}\n", "  employees:\n    regular: 3\n", "  employees: {total: dont_know}\n"]
)
def test_a_number_goes_into_the_field_inside_a_field(employees: str) -> None:
    before = written(employees=employees).encode()
    after = read(save(before, Given("enterprise", ("employees", "total"), "14")))
    assert after.enterprise.one("employees.total") == 14
    assert after.enterprise.one("employees.regular") == (3 if "regular" in employees else None)


def test_what_has_no_place_in_a_case_is_a_comment() -> None:
    before = written("answers: []").encode()  # with no line end
    after = save(before, Noted("kontor/drills", "more", "hr", DAY, 2))
    assert after == before + b"\n# forsvarlig ask: kontor/drills more, hr 2026-06-30, 2\n"
    assert noted(after.decode(), "hr") == {"kontor/drills": 2}
    assert noted(after.decode(), "employer") == {}


@pytest.mark.parametrize("because", ["vi har: ikke slikt, #1 {her}", 'det "er" slik', "ja", "🙂 – ’", "- x", "[a"])
def test_a_reason_is_kept_word_for_word(because: str) -> None:
    after = save(written().encode(), Saying("kontor", "lone_work", None, Answer.NOT_RELEVANT, because, "hr", DAY))
    assert read(after).answers[-1].because == because


def test_an_answer_is_about_an_object_too() -> None:
    after = save(written().encode(), Saying("kontor", "exposed_to", "workload", Answer.YES, None, "hr", DAY))
    assert read(after).answers[-1].object == "workload"


@pytest.mark.parametrize(
    ("what", "code"),
    [
        (Saying("kontor", "lone_work", None, Answer.NOT_RELEVANT, "se 01010112377", "hr", DAY), "national-identity-number"),
        (Saying("kontor", "lone_work", None, Answer.YES, None, "hr", date(2026, 7, 1)), "date-after-case"),
        (Saying("kontor", "no_such", None, Answer.YES, None, "hr", DAY), "unknown-statement"),
        (Given("C1", ("dated",), "2027-01-01"), "date-after-case"),
        (Given("C1", ("dated",), "tomorrow"), "not-a-date"),
    ],
)
def test_what_the_case_would_refuse_is_not_written(what: Save, code: str) -> None:
    with pytest.raises(BadInputError) as raised:
        save(written().encode(), what)
    assert {problem.code for problem in raised.value.problems} == {code}


def test_the_same_role_says_one_thing() -> None:
    after = save(written().encode(), YES)
    with pytest.raises(BadInputError):
        save(after, Saying("kontor", "lone_work", None, Answer.NO, None, "hr", DAY))
    other = save(after, Saying("kontor", "lone_work", None, Answer.NO, None, "employer", DAY))
    assert len(read(other).answers) == 2


def test_a_file_with_problems_is_refused() -> None:
    with pytest.raises(BadInputError):
        save(written("answers: [{about: nobody, ask: lone_work, value: yes}]\n").encode(), YES)


def test_a_file_that_can_not_take_it_is_refused_with_the_line_to_write() -> None:
    """After the end of the YAML nothing can be added."""
    before = (written() + "...\n").encode()
    read(before)
    with pytest.raises(BadInputError) as raised:
        save(before, YES)
    assert raised.value.problems


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    file, link = tmp_path / "case.yaml", tmp_path / "link.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    store(link, b"new")
    assert file.read_bytes() == b"new"
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["case.yaml", "link.yaml"]
