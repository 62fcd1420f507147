"""The two axes: which law holds on a day, and what is said of a day whose law was never read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from engine.assessment import Assessment, assess
from engine.inference.validity import valid_on
from engine.language.syntax import RuleSet
from engine.law.model import LawBase, Provision
from engine.proof.reasons import NOT_ENCODED
from engine.proof.record import record
from engine.rulebase import RuleBase
from tests.archive.walk import act_days, duty_days, duty_faults, has_law, succession_faults, unit_faults

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "examples" / "small.yaml"
DAY = timedelta(days=1)


def test_the_walk_covers_every_act_and_every_duty_in_all_the_years_that_are_known(base: RuleBase) -> None:
    law, rules = base.law, base.rules
    days = {act: act_days(law, act) for act in law.acts}
    for act in law.acts.values():
        assert days[act.id][0] == act.known_from and days[act.id][-1] == act.known_until
        known = (act.known_until - act.known_from).days / 366 * 4
        assert len(days[act.id]) >= known, "a quarter is left out"
    assert all(duty_days(law, [duty]) for duty in rules.duties)


def test_every_unit_of_law_has_one_version_a_day_or_none_that_the_data_explain(base: RuleBase) -> None:
    assert list(unit_faults(base.law)) == []


def test_what_succeeds_a_provision_begins_the_day_after_it_ends(base: RuleBase) -> None:
    assert list(succession_faults(base.law)) == []


def test_every_duty_has_one_version_while_its_law_is_in_force_and_cites_only_law_of_the_day(base: RuleBase) -> None:
    assert list(duty_faults(base.law, base.rules)) == []


# what the walk is worth: data with a fault in them


def with_version(law: LawBase, old: Provision, new: Provision) -> LawBase:
    """Give the law base with one version exchanged."""
    versions = tuple(new if each is old else each for each in law.by_path[old.path])
    by_id = {new.id if key == old.id else key: new if each is old else each for key, each in law.by_id.items()}
    return replace(law, by_path={**law.by_path, old.path: versions}, by_id=by_id)


def renewed(law: LawBase) -> Iterator[tuple[Provision, Provision]]:
    for versions in law.by_path.values():
        yield from pairwise(versions)


@pytest.mark.parametrize(("moved", "fault"), [(-DAY, "overlap"), (DAY, "gap")])
def test_a_version_that_begins_a_day_wrong_is_found(base: RuleBase, moved: timedelta, fault: str) -> None:
    _, new = next(renewed(base.law))
    law = with_version(base.law, new, replace(new, valid_from=new.valid_from + moved))
    found = list(unit_faults(law))
    assert found and all(new.path in each and fault in each for each in found)
    assert any(new.path in each for each in succession_faults(law))


def test_a_duty_whose_versions_leave_a_day_or_share_one_is_found(base: RuleBase) -> None:
    first = next(duty for duty in base.rules.duties if duty.origins.valid_until)
    for moved, fault in ((-DAY, "gap"), (DAY, "overlap")):
        end = first.origins.valid_until
        assert end is not None
        changed = replace(first, origins=replace(first.origins, valid_until=end + moved))
        duties = tuple(changed if duty is first else duty for duty in base.rules.duties)
        found = list(duty_faults(base.law, RuleSet(duties, (), (), ())))
        assert len(found) == 1 and first.origins.id in found[0] and fault in found[0]


def test_a_duty_that_is_in_force_without_its_law_is_found(base: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.archive import walk

    def always(law: LawBase, duty: object, day: date) -> object:
        return replace(valid_on(law, duty, day), standing="in_force")  # type: ignore[arg-type]

    repealed = tuple(d for d in base.rules.duties if d.origins.id.startswith("no.utforelse.3A-5"))
    monkeypatch.setattr(walk, "valid_on", always)
    assert any("in force without law" in each for each in duty_faults(base.law, RuleSet(repealed, (), (), ())))


# outside what is known


def test_after_the_day_an_act_was_last_read_nothing_of_it_is_encoded(base: RuleBase) -> None:
    for path, versions in base.law.by_path.items():
        last = base.law.acts[versions[0].act].known_until
        assert base.law.standing(path, last).why != "after_known"
        for day in (last + DAY, last.replace(year=last.year + 30)):
            assert base.law.standing(path, day) == ("not_encoded", "after_known", None)


def test_before_an_act_is_known_nothing_of_it_is_encoded_unless_it_is_known_not_to_have_been_law(base: RuleBase) -> None:
    for path, versions in base.law.by_path.items():
        first = base.law.acts[versions[0].act].known_from
        assert all(version.valid_from >= first for version in versions), "a version lies outside what its act is known for"
        not_yet = versions[0].before == "not_in_force"
        expected = ("not_in_force", "not_yet", None) if not_yet else ("not_encoded", "before_known", None)
        for day in (first - DAY, date(1900, 1, 1)):
            assert base.law.standing(path, day) == expected


def test_a_duty_is_not_encoded_on_the_first_day_after_what_is_known_of_its_law(base: RuleBase) -> None:
    for duty in base.rules.duties:
        acts = {base.law.by_path[path][0].act for path in duty.origins.provisions}
        last = min(base.law.acts[act].known_until for act in acts)
        assert valid_on(base.law, duty, last).standing in ("in_force", "not_in_force")
        assert valid_on(base.law, duty, last + DAY).standing == "not_encoded"


def test_a_duty_is_not_encoded_before_the_first_day_on_which_its_law_was_read(base: RuleBase) -> None:
    law, seen = base.law, set()
    for duty in base.rules.duties:
        days = [day for day in duty_days(law, [duty]) if all(has_law(law, p, day) for p in duty.origins.provisions)]
        before = days[0] - DAY
        unread = [
            law.by_path[path][0].before == "not_read"
            for path in duty.origins.provisions
            if not has_law(law, path, before) and before < law.by_path[path][0].valid_from
        ]
        expected = "not_encoded" if any(unread) else "not_in_force"
        assert valid_on(law, duty, before).standing == expected, duty.origins.id
        seen.add(expected)
    assert seen == {"not_encoded", "not_in_force"}


# what an assessment says of it


@pytest.fixture(scope="module")
def on(base: RuleBase):
    """Assess the small example under the law of a day, in both countries; each day once."""
    done: dict[date, Assessment] = {}

    def assessed(day: date) -> Assessment:
        if day not in done:
            done[day] = assess(SMALL, base, day, ("no", "dk"))
        return done[day]

    return assessed


def test_on_both_sides_of_what_is_known_each_duty_is_answered_by_how_its_law_stands(on, base: RuleBase) -> None:
    acts = base.law.acts.values()
    for day in sorted({d for act in acts for d in (act.known_from - DAY, act.known_from, act.known_until, act.known_until + DAY)}):
        answered(on(day), base, day)


def answered(assessment: Assessment, base: RuleBase, day: date) -> None:
    """Check that the answer to each duty is the one that its law leaves on the day."""
    outcomes = {each["id"]: each for each in record(assessment)["outcomes"]}
    absent = {duty.origins.place for duty, _ in assessment.not_in_force}
    for duty in base.rules.duties:
        standing = valid_on(base.law, duty, day).standing
        found = [o for o in assessment.outcomes if o.duty.origins == duty.origins]
        if standing == "not_encoded":
            (only,) = found
            assert only.outcome == "unknown"
            assert outcomes[only.id]["law"] == "not_encoded"
            assert outcomes[only.id]["reason"] == NOT_ENCODED.format(day=str(day))._asdict()
        elif standing == "in_force":
            assert found and all(o.validity.standing == "in_force" for o in found), duty.origins.id
            assert all(p.in_force(day) for o in found for p in o.validity.cited)
        else:
            assert found or duty.origins.place in absent, "the duty is neither answered nor said not to be in force"


def test_the_day_after_the_law_was_last_read_everything_is_unknown_and_nothing_before_it_is_for_that_reason(on, base: RuleBase) -> None:
    last = max(act.known_until for act in base.law.acts.values())
    assert {o.outcome for o in on(last).outcomes} > {"unknown", "met"}
    assert not any(o.validity.standing == "not_encoded" for o in on(last).outcomes)
    assert {(o.outcome, o.validity.standing) for o in on(last + DAY).outcomes} == {("unknown", "not_encoded")}


def test_the_law_changes_overnight(on) -> None:
    old, new = on(date(2025, 12, 31)), on(date(2026, 1, 1))
    before = {o.duty.origins.id.rsplit(".", 1)[0] for o in old.outcomes if o.validity.standing == "in_force"}
    after = {o.duty.origins.id.rsplit(".", 1)[0] for o in new.outcomes if o.validity.standing == "in_force"}
    assert "no.utforelse.23A-1" in before and "no.utforelse.23A-1" not in after
    assert "no.utforelse.3A-2" in after and "no.utforelse.3A-2" not in before
