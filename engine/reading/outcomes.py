"""Which outcomes there must be: each duty of a rule base, for each scope, by the law of a day; and what each follows from."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from engine.language import syntax as s
from engine.language.walk import GOAL, of_regimes
from engine.reading.places import ENTERPRISE, Parts, Spot, asked, no_parts, parts_of
from engine.reading.steps import NO, UNKNOWN, YES, Env, Key, Reading, Step, World, joined, unseen
from engine.rulebase import RuleBase

EVENTS = ("Incident", "Change", "RiskAssessment")  # a duty about one of these goes by the law on its day
ALL = ENTERPRISE.concept


class Row(NamedTuple):
    """One duty for one scope: the keys that its recorded outcome must have, and the parts that it follows from."""

    keys: dict[str, Any]
    parts: Parts
    env: Env
    inferred: bool  # the content of the law was never read


class Outcomes(Reading):
    """Gives the outcomes of a case; ``idle`` are the duties that the law did not know, once all were asked for."""

    def __init__(self, world: World, base: RuleBase, regimes: Iterable[str], law_date: date, case_date: date) -> None:
        self.law, self.rules = base.law, of_regimes(base.rules, tuple(regimes))
        super().__init__(world, [rule for rule in self.rules.rules if _in_own_interval(rule, law_date)], law_date, case_date)
        self._rows, self._duties, self.idle = dict[str, list[Row]](), dict[Spot, s.Duty](), set[str]()

    def rows(self, duty_id: str) -> list[Row]:
        """Give the outcomes of a duty, in all its versions."""
        if duty_id not in self._rows:
            versions = [duty for duty in self.rules.duties if duty.origins.id == duty_id]
            self._rows[duty_id] = [row for duty in versions for row in self._of(duty)]
        return self._rows[duty_id]

    def of_duty(self, key: Key) -> list[Step]:
        """Make the steps of the outcomes of a duty, for one that asks whether it is fulfilled or breached."""
        rows = [row for row in self.rows(str(key[2]).removeprefix(GOAL)) if key[1] == ALL or row.keys["scope"]["unit"] in (key[1], None)]
        steps = [self.make(asked(row.parts, key[0] == "fulfils", row.inferred), row.env) for row in rows]
        for step, row in zip(steps, rows, strict=True):
            step.more["note"] = {"outcome": row.keys["id"]}
        return steps

    def _of(self, duty: s.Duty) -> list[Row]:
        """Give the outcomes of one version of a duty: for every scope that is possible, and for which the law may be in force."""
        own, (standing, cited) = duty.origins, self.valid(duty, self.law_date)
        act, types = ".".join(own.id.split(".")[:2]), {each.var.name: each.var.type for each in duty.scope}
        parts = parts_of(duty, act if act in self.law.acts else self.law.versions(own.provisions[0])[-1].act, self.vocabulary)
        self._duties[parts.applies.inner[0]] = duty
        keys: dict[str, Any] = {"duty": own.id, "regime": own.id.split(".")[0], "bearer": duty.bearer, "interpretation": own.interpretation}
        keys |= {"law": standing, "provisions": [each.path for each in cited] or list(own.provisions)}
        inferred, found, (ways, failed) = any(p.content == "inferred" for p in cited), list[Row](), self.search(parts.search.inner[0], {})
        envs = [{name: way.env[name] for name in types} | way.env for way in ways]  # the variables in the order of the rule
        for env in sorted(envs, key=lambda env: [env[name] for name in sorted(types)]):
            in_force = self.make(parts.applies.inner[0], env)
            if in_force.holds == NO:
                failed.append((env, in_force.place, in_force))
            elif standing != "not_encoded":
                unit = next((env[name] for name in types if types[name] == "Unit"), None)
                address = "/".join([unit or ALL, *(env[name] for name in types if types[name] not in ("Unit", "Undertaking"))])
                more = {"id": f"{own.id}@{address}", "scope": {"unit": unit, **{name: env[name] for name in types}}}
                found.append(Row(keys | more | {"law": in_force.more["note"].get("standing", standing)}, parts, env, inferred))
        if not found and standing == "not_in_force":
            self.idle.add(own.id)
        elif not found:
            parts = no_parts(duty, self.vocabulary, standing == "in_force")
            self.give(parts.search, {}, self.existence(parts.search, [], failed))
            found = [Row(keys | {"id": f"{own.id}@{ALL}", "scope": {"unit": None}}, parts, {}, inferred)]
        return sorted(found, key=lambda row: str(row.keys["id"]))

    def in_force(self, spot: Spot, env: Env) -> Step:
        """Say whether the law holds for a scope: on the day of its event where it has one, or today where the event goes on."""
        duty, note = self._duties[spot], {"law_date": str(self.law_date)}
        event = next((env[each.var.name] for each in duty.scope if each.var.type in EVENTS), None)
        today, day = YES if self.valid(duty, self.law_date)[0] == "in_force" else NO, self.world.values.get(("dated", event or ""))
        if event is None or unseen(event) or not isinstance(day, date):
            return Step("in_force", None, today if event is None or unseen(event) else min(today, UNKNOWN), more={"note": note})
        then, note["event_date"] = self.valid(duty, day)[0], str(day)
        grounds = [self.statement(("continues", event, None))] if today == YES and then != "in_force" else []
        if then == "not_encoded":  # what was never read neither holds nor fails to hold
            unread = {**note, "standing": then}
            note = unread if all(each.holds == NO for each in grounds) else note
            grounds.append(Step("in_force", None, UNKNOWN, [], {"note": unread}, f"{spot.place}/then", env, spot.free))
        if not grounds:
            return Step("in_force", None, YES if then == "in_force" else NO, more={"note": note})
        return joined("in_force", "any", grounds, note=note)

    def valid(self, duty: s.Duty, day: date) -> tuple[str, list[Any]]:
        """Say how the law stands to a duty on a day, with the provisions that it cites as they were then (under any number they had)."""
        law, found, is_read = self.law, list[Any](), True
        for path in duty.origins.provisions:
            newest = law.versions(path)[-1]
            numbers = {path, *(cited.path for cited in newest.cited_as)}
            found.append(next((each for each in law.lineage(path) if each.path in numbers and each.in_force(day)), None))
            is_known = found[-1] is not None or law.standing(path, day).kind != "not_encoded"
            is_read = is_read and is_known and day <= law.acts[newest.act].known_until
        standing = "in_force" if all(found) and _in_own_interval(duty, day) else "not_in_force"
        return standing if is_read else "not_encoded", [each for each in found if each]


def _in_own_interval(part: s.Duty | s.Rule, day: date) -> bool:
    return (part.origins.valid_from or day) <= day and (part.origins.valid_until is None or day < part.origins.valid_until)
