"""Coverage: what counts as having a rule, and where inventory and units don't meet."""

from pathlib import Path

import pytest

from engine.law.coverage import Coverage, Line, duty_path, measure, smallest_list
from engine.law.inventory import Row, read_inventory
from engine.law.model import LawBase
from engine.law.without_rule import FILE, reasons_in
from engine.rulebase import load as load_rulebase


def line(found: Coverage, act: str, chapter: str, status: str = "duty") -> Line:
    return next(line for line in found.lines if (line.act, line.chapter, line.status) == (act, chapter, status))


def norwegian(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_.startswith("no/"))


@pytest.fixture(scope="session")
def inventory(rulebase: Path) -> tuple[Row, ...]:
    return read_inventory(rulebase / "kb" / "inventory.csv")


def test_figures_without_a_rule(lawbase: LawBase, inventory: tuple[Row, ...]) -> None:
    found = measure(lawbase, inventory, {})
    assert sum(line.units for line in found.lines) == len(lawbase.by_id)
    assert {(line.chapter, line.status): line.units for line in found.lines if line.act == "no.utforelse"} == {
        ("1", "rule"): 2, ("1", "definition"): 1, ("1", "exception"): 1, ("1", "not_modelled"): 2,
        ("1A", "duty"): 19, ("1A", "example_list"): 9, ("2A", "duty"): 15, ("2A", "definition"): 2,
        ("3A", "duty"): 36, ("3A", "example_list"): 1, ("23A", "duty"): 5}
    assert all(line.with_duty == 0 and len(line.without_duty) == (line.units if line.status == "duty" else 0)
               for line in found.lines)
    assert (norwegian(found.rows_without_unit), norwegian(found.units_without_row), found.unknown_citations) == ((), (), ())


def test_a_cited_ledd_covers_its_letters_but_not_its_neighbour(lawbase: LawBase, inventory: tuple[Row, ...]) -> None:
    found = line(measure(lawbase, inventory, {"no/utforelse/3A-5/1": ["x"]}), "no.utforelse", "3A")
    assert found.with_duty == 3  # the ledd, a and b
    missing = smallest_list(lawbase, found.without_duty)
    assert "no/utforelse/3A-5/2@2026-01-01" in missing and "no/utforelse/3A-5@2026-01-01" not in missing


def test_a_cited_section_covers_the_ledd_that_the_duty_is_named_after(lawbase: LawBase,
                                                                      inventory: tuple[Row, ...]) -> None:
    both = {"no/utforelse/3A-5": ["no.utforelse.3A-5.1"]}
    found = line(measure(lawbase, inventory, both), "no.utforelse", "3A")
    assert {id_ for id_ in found.without_duty if "3A-5" in id_} == {"no/utforelse/3A-5/2@2026-01-01"}
    anonymous = line(measure(lawbase, inventory, {"no/utforelse/3A-5": ["x"]}), "no.utforelse", "3A")
    assert anonymous.with_duty == 1


def test_a_section_has_a_rule_when_all_its_ledd_have(lawbase: LawBase, inventory: tuple[Row, ...]) -> None:
    cited = {"no/utforelse/3A-5/1": ["x"], "no/utforelse/3A-5/2": ["y"]}
    found = line(measure(lawbase, inventory, cited), "no.utforelse", "3A")
    assert found.with_duty == 5 and not [id_ for id_ in found.without_duty if "3A-5" in id_]


def test_the_harassment_duty_covers_its_old_number_and_not_what_took_the_number(
        lawbase: LawBase, inventory: tuple[Row, ...]) -> None:
    found = line(measure(lawbase, inventory, {"no/aml/4-3/5": ["no.aml.4-3.5"]}), "no.aml", "4")
    assert found.with_duty == 3
    assert "no/aml/4-3/3@2026-01-01" in found.without_duty
    assert not {"no/aml/4-3/3@2006-01-01", "no/aml/4-3/3@2024-01-01"} & set(found.without_duty)


def test_23a_is_not_covered_by_3a(lawbase: LawBase, inventory: tuple[Row, ...]) -> None:
    found = measure(lawbase, inventory, {"no/utforelse/3A-2": ["no.utforelse.3A-2.1"]})
    assert line(found, "no.utforelse", "23A").with_duty == 0
    assert line(measure(lawbase, inventory, {"no/utforelse/23A-1": ["no.utforelse.23A-1.1"]}), "no.utforelse",
                "23A").with_duty == 1


def test_what_does_not_meet_is_named(lawbase: LawBase, inventory: tuple[Row, ...]) -> None:
    short = tuple(row for row in inventory if row.path != "no/utforelse/3A-6/1")
    extra = Row("no", "no.utforelse", "no/utforelse/1A-6", "F1357 § 1A-6", "no.md 0", "")
    found = measure(lawbase, (*short, extra), {"no/utforelse/1A-7": ["no.utforelse.1A-7.1"]})
    assert norwegian(found.rows_without_unit) == ("no/utforelse/1A-6",)
    assert norwegian(found.units_without_row) == ("no/utforelse/3A-6/1@2026-01-01",)
    assert found.unknown_citations == ("no/utforelse/1A-7",)


def test_a_row_with_a_version_wants_that_version(lawbase: LawBase, inventory: tuple[Row, ...]) -> None:
    wrong = Row("no", "no.aml", "no/aml/4-3/3", "aml § 4-3 (3)", "no.md 1.3", "2025-01-01")
    found = measure(lawbase, (*inventory, wrong), {})
    assert norwegian(found.rows_without_unit) == ("no/aml/4-3/3@2025-01-01",)


@pytest.mark.parametrize(("duty", "path"), [
    ("no.utforelse.3A-5.1", "no/utforelse/3A-5/1"), ("no.utforelse.1A-2.4a", "no/utforelse/1A-2/4/a"),
    ("no.utforelse.1A-2.3-ii", "no/utforelse/1A-2/3"), ("no.aml.3-1.2c", "no/aml/3-1/2/c"),
    ("dk.psyk.supervision", "dk/psyk/supervision"),
])
def test_duty_path(duty: str, path: str) -> None:
    assert duty_path(duty) == path


def test_a_unit_that_says_a_duty_has_a_rule_or_a_reason(lawbase: LawBase, inventory: tuple[Row, ...], rulebase: Path) -> None:
    duties: dict[str, list[str]] = {}
    for duty in load_rulebase(rulebase).rules.duties:
        for path in duty.origins.provisions:
            duties.setdefault(path, []).append(duty.origins.id)
    found = measure(lawbase, inventory, duties)
    reasons = reasons_in((rulebase / FILE).read_text(encoding="utf-8"))
    assert {id_.split("@")[0] for line in found.lines for id_ in line.without_duty} == reasons.keys()
    assert (found.rows_without_unit, found.units_without_row, found.unknown_citations) == ((), (), ())
