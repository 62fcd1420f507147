"""Whether the law that a duty rests on was in force: on the day of the assessment, or on the day of an event."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from engine.case.facts import is_stand_in
from engine.language.syntax import Duty, Outlook, Remark
from engine.law.model import LawBase, Provision
from engine.proof.node import Node, Op
from engine.truth import Truth, any_of

if TYPE_CHECKING:
    from engine.inference.evaluate import Evaluator

Citing = Duty | Remark | Outlook
EVENTS = ("Incident", "Change", "RiskAssessment")  # a duty about one of these goes by the law on the day of the event


@dataclass(frozen=True, slots=True)
class Validity:
    """How the law stands to one duty on the day of the assessment.

    ``standing`` is ``in_force``, ``not_in_force`` or ``not_encoded``; ``cited`` are the provisions as they were
    numbered that day; ``inferred`` says
    that the content of one of them was never read.
    """

    standing: str
    cited: tuple[Provision, ...]
    inferred: bool
    law: LawBase
    law_date: date

    def on_event(self, evaluator: "Evaluator", duty: Duty, env: dict[str, str]) -> Node:
        """Say whether the law holds for this scope: by the day of its event where it has one (and today's, if the event continues)."""
        event = next((env[each.var.name] for each in duty.scope if each.var.type in EVENTS), None)
        today = Truth.YES if self.standing == "in_force" else Truth.NO
        note = {"law_date": str(self.law_date)}
        if event is None or is_stand_in(event):
            return Node("in_force", Op.LEAF, today, f"{duty.origins.id}:in_force", env, note=note)
        happened = evaluator.facts.values.get(("dated", event))
        if not isinstance(happened, date):
            return Node("in_force", Op.LEAF, min(today, Truth.UNKNOWN), f"{duty.origins.id}:in_force", env, note=note)
        note["event_date"] = str(happened)
        place = f"{duty.origins.id}:in_force"
        then = valid_on(self.law, duty, happened).standing
        if then == "in_force":
            return Node("in_force", Op.LEAF, Truth.YES, place, env, note=note)
        grounds = [evaluator.statement("continues", event, None)] if today is Truth.YES else []
        if then == "not_encoded":  # what was never read neither holds nor fails to hold
            unread = {**note, "standing": then}
            grounds.append(Node("in_force", Op.LEAF, Truth.UNKNOWN, f"{place}/then", env, note=unread))
            note = unread if all(n.truth is Truth.NO for n in grounds[:-1]) else note
        if not grounds:
            return Node("in_force", Op.LEAF, Truth.NO, place, env, note=note)
        return Node("in_force", Op.ANY, any_of(n.truth for n in grounds), place, env, premises=grounds, note=note)


def valid_on(law: LawBase, duty: Citing, day: date) -> Validity:
    """Say how the law stands to a duty (or remark, or outlook) on a day. All provisions that it cites must be in force."""
    found = [_version(law, path, day) for path in duty.origins.provisions]
    cited = tuple(provision for provision in found if provision)
    inferred = any(provision.content == "inferred" for provision in cited)
    return Validity(_standing(law, duty, found, day), cited, inferred, law, day)


def _standing(law: LawBase, duty: Citing, found: list[Provision | None], day: date) -> str:
    if any(day > law.acts[law.versions(path)[-1].act].known_until for path in duty.origins.provisions):
        return "not_encoded"
    if all(found):
        return "in_force" if _own_interval(duty, day) else "not_in_force"
    missing = [path for path, provision in zip(duty.origins.provisions, found, strict=True) if provision is None]
    standings = {law.standing(path, day).kind for path in missing}
    return "not_encoded" if "not_encoded" in standings else "not_in_force"


def _own_interval(duty: Citing, day: date) -> bool:
    start, end = duty.origins.valid_from, duty.origins.valid_until
    return (start is None or start <= day) and (end is None or day < end)


def _version(law: LawBase, path: str, day: date) -> Provision | None:
    """Give the version that held on a day what the path holds now: under the same number, or one it was cited as before."""
    versions = law.versions(path)
    if not versions:
        return None
    numbers = {path, *(cited.path for cited in versions[-1].cited_as)}
    return next((p for p in law.lineage(path) if p.path in numbers and p.in_force(day)), None)
