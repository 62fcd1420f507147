"""The outcome of each duty for each scope, by the order of design § 5, with everything it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from engine.case.facts import is_stand_in
from engine.case.model import ENTERPRISE
from engine.inference.evaluate import Env, Evaluator
from engine.inference.openness import Openness, Parts, analyse
from engine.inference.plan import Placed
from engine.inference.program import key_of, sections
from engine.inference.validity import Citing, Validity
from engine.language.syntax import Duty
from engine.law.model import LawBase
from engine.proof.node import Node, Op, Refused
from engine.truth import Truth, all_of, any_of

OUTCOMES = ("breach", "investigate", "unknown", "met", "not_applicable")  # worst first
CLOSED = Openness((), (), (), None)


@dataclass(slots=True, eq=False)
class Outcome:
    """What came out of one duty for one scope. ``sections`` are the nodes of each part of the duty, by the path of the part."""

    id: str
    duty: Duty
    env: Env
    unit: str | None
    outcome: str
    applies: Node
    breach: Node
    met: Node
    suspicion: Node
    openness: Openness
    validity: Validity
    sections: dict[str, Node] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Say whether more information could still move the outcome."""
        return self.outcome in ("unknown", "investigate")


def outcomes_of(evaluator: Evaluator, duty: Duty, validity: Validity) -> list[Outcome]:
    """Give the outcome of a duty for every scope that is possible, ordered by unit and entry."""
    key = key_of(duty.origins)
    parts = dict(sections(duty))
    rows = [_decide(evaluator, duty, key, parts, dict(env), validity) for env in _scopes(evaluator, duty, key)]
    return sorted((row for row in rows if row is not None), key=lambda row: row.id)


def _scopes(evaluator: Evaluator, duty: Duty, key: str) -> list[Env]:
    """Find the bindings of a duty's scope: joined where its variables are joined, each combination once."""
    plan = evaluator.program.plans[f"{key}:scope"]
    found = evaluator.lookup(plan, {})
    unique = {tuple(sorted(env.items())): env for env in found}
    return [env for _, env in sorted(unique.items())]


def absent(evaluator: Evaluator, duty: Duty, validity: Validity) -> Outcome:
    """Give the outcome of a duty that is in force and has no scope: there is nothing in the case that it could apply to.

    Where there is something, but the provision was not in force for it, that is what fails.
    """
    key = key_of(duty.origins)
    plan = evaluator.program.plans[f"{key}:scope"]
    in_force = [(env, validity.on_event(evaluator, duty, env)) for env in _scopes(evaluator, duty, key)]
    before = [Refused(env, node.place, node) for env, node in in_force if node.truth is Truth.NO]
    node = Node("exists", Op.AT_LEAST, Truth.NO, f"{key}:scope", {}, refused=[*evaluator.refuse(key, plan), *before])
    applies = _conjunction(key, "applies", {}, [node])
    nothing = Node("all", Op.ANY, Truth.NO, f"{key}:none", {})
    return Outcome(
        f"{duty.origins.id}@{ENTERPRISE}",
        duty,
        {},
        None,
        "not_applicable",
        applies,
        nothing,
        nothing,
        nothing,
        CLOSED,
        validity,
        {"applies": applies},
    )


def unread(duty: Duty, validity: Validity) -> Outcome:
    """Give the outcome of a duty whose law of that day was not read: unknown, for that one reason."""
    place = f"{key_of(duty.origins)}:in_force"
    open_law = Node(
        "in_force",
        Op.LEAF,
        Truth.UNKNOWN,
        place,
        {},
        note={"law_date": str(validity.law_date), "standing": "not_encoded"},
    )
    applies = Node("all", Op.ALL, Truth.UNKNOWN, f"{key_of(duty.origins)}:applies", {}, premises=[open_law])
    nothing = Node("all", Op.ANY, Truth.UNKNOWN, f"{key_of(duty.origins)}:none", {}, premises=[open_law])
    return Outcome(
        f"{duty.origins.id}@{ENTERPRISE}",
        duty,
        {},
        None,
        "unknown",
        applies,
        nothing,
        nothing,
        nothing,
        CLOSED,
        validity,
        {"applies": applies},
    )


def scope_id(duty: Citing, env: Env) -> tuple[str, str | None]:
    """Give the address of a scope and its unit: the unit first, then the other entries of the scope."""
    unit = next((env[each.var.name] for each in duty.scope if each.var.type == "Unit"), None)
    others = [env[each.var.name] for each in duty.scope if each.var.type not in ("Unit", "Undertaking")]
    return "/".join([unit or ENTERPRISE, *others]), unit


def _decide(
    evaluator: Evaluator, duty: Duty, key: str, parts: dict[str, tuple[Placed, ...]], env: Env, validity: Validity
) -> Outcome | None:
    address, unit = scope_id(duty, env)
    nodes: dict[str, Node] = {}
    bound = evaluator.values_of(parts["scope"], env)

    def section(name: str) -> Node:
        nodes[name] = evaluator.all(key, parts[name], env, bound)
        return nodes[name]

    def grounds(name: str) -> Node:
        found = [section(path) for path in parts if path.startswith(f"{name}/")]
        return Node("all", Op.ANY, any_of(n.truth for n in found), f"{key}:{name}", env, premises=found)

    in_force = validity.on_event(evaluator, duty, env)
    scope, exceptions, invoked = section("scope"), grounds("unless"), grounds("invoked")
    if in_force.truth is Truth.NO or scope.truth is Truth.NO:
        return None
    if in_force.note.get("standing") == "not_encoded":  # and no answer can change that
        validity = replace(validity, standing="not_encoded", law_date=date.fromisoformat(in_force.note["event_date"]))
    reach = evaluator.statement("in_read_scope", unit or ENTERPRISE, act_of(duty, validity.law))
    no_exception = [
        Node("not", Op.NOT, ~n.truth, n.place, env, premises=[n]) for n in (exceptions, invoked) if n.premises
    ]
    shown = Node("all", Op.ALL, _shown(env), f"{key}:shown", env)
    applying = [
        in_force,
        *([shown] if shown.truth is not Truth.YES else []),
        reach,
        scope,
        section("when"),
        *no_exception,
    ]
    applies = _conjunction(key, "applies", env, applying)
    if shown.truth is not Truth.YES:
        shown.stand_in = next(e for e in env.values() if is_stand_in(e))
    nodes["applies"] = applies
    requires, met_when = section("requires"), section("met_when")
    missing = [Node("not", Op.NOT, ~n.truth, n.place, env, premises=[n]) for n in requires.premises]
    given = grounds("breach_when")
    breach = Node(
        "all", Op.ANY, any_of(n.truth for n in [*missing, given]), f"{key}:breach", env, premises=[*missing, given]
    )
    met = _met(key, env, duty, requires, met_when)
    suspicion = grounds("suspicion_when")
    outcome = _first_that_fits(applies.truth, breach.truth, met.truth, suspicion.truth, validity)
    row = Outcome(
        f"{duty.origins.id}@{address}",
        duty,
        env,
        unit,
        outcome,
        applies,
        breach,
        met,
        suspicion,
        CLOSED,
        validity,
        nodes,
    )
    if row.is_open and validity.standing != "not_encoded":
        row.openness = _possible(duty, analyse(Parts(applies, breach, met, suspicion), outcome))
    return row


def _possible(duty: Duty, found: Openness) -> Openness:
    """Leave out the outcomes that the duty is declared, and proven, unable to have."""
    never = {impossible.outcome for impossible in duty.cannot_be}
    return replace(found, could_be=tuple(outcome for outcome in found.could_be if outcome not in never))


def _met(key: str, env: Env, duty: Duty, requires: Node, met_when: Node) -> Node:
    """All requirements; a duty that names none can't be found met."""
    if not duty.requires and not duty.met_when:
        return Node("all", Op.ALL, Truth.NO, f"{key}:met", env)
    return _conjunction(key, "met", env, [n for n in (requires, met_when) if n.premises])


def _first_that_fits(applies: Truth, breach: Truth, met: Truth, suspicion: Truth, validity: Validity) -> str:
    """Choose the outcome; where the content of the law was only inferred, neither met nor breach."""
    if applies is Truth.NO:
        return "not_applicable"
    if applies is Truth.YES and breach is Truth.YES:
        return "unknown" if validity.inferred else "breach"
    if suspicion is Truth.YES:
        return "investigate"
    if applies is Truth.YES and met is Truth.YES and breach is Truth.NO and suspicion is Truth.NO:
        return "unknown" if validity.inferred else "met"
    return "unknown"


def _conjunction(key: str, name: str, env: Env, parts: list[Node]) -> Node:
    return Node("all", Op.ALL, all_of(p.truth for p in parts), f"{key}:{name}", env, premises=parts)


def act_of(duty: Duty, law: LawBase) -> str:
    """Give the act that a duty belongs to, whose scope is the duty's: the one its id begins with, else that of its first provision."""
    named = ".".join(duty.origins.id.split(".")[:2])
    return named if named in law.acts else law.versions(duty.origins.provisions[0])[-1].act


def _shown(env: Env) -> Truth:
    """A scope over an entry that we were not shown is possible, never certain."""
    return Truth.UNKNOWN if any(is_stand_in(entity) for entity in env.values()) else Truth.YES


def duty_truths(evaluator: Evaluator, rows: Mapping[str, list[Outcome]], goals: dict[str, str]) -> None:
    """Let duties ask for the outcomes of duties: ``rows`` by duty id, ``goals`` from goal concept to duty id."""

    def truth(prop: str, unit: str, goal: str) -> Node:
        found = [row for row in rows.get(goals[goal], []) if row.unit in (unit, None) or unit == ENTERPRISE]
        parts = [_of_row(prop, row) for row in found]
        joined = all_of(p.truth for p in parts) if prop == "fulfils" else any_of(p.truth for p in parts)
        return Node(
            "duty", Op.ALL if prop == "fulfils" else Op.ANY, joined, statement=(prop, unit, goal), premises=parts
        )

    evaluator.duty_truth = truth


def _of_row(prop: str, row: Outcome) -> Node:
    note = {"outcome": row.id}
    unread = [Node("in_force", Op.LEAF, Truth.UNKNOWN, note={"standing": "inferred"})] if row.validity.inferred else []
    if prop == "breaches":
        parts = [row.applies, row.breach, *unread]
        return Node("all", Op.ALL, all_of(p.truth for p in parts), premises=parts, note=note)
    clear = [Node("not", Op.NOT, ~n.truth, n.place, row.env, premises=[n]) for n in (row.breach, row.suspicion)]
    met = [row.met, *clear, *unread]
    good = Node("all", Op.ALL, all_of(p.truth for p in met), premises=met)
    spared = Node("not", Op.NOT, ~row.applies.truth, row.applies.place, row.env, premises=[row.applies])
    return Node("all", Op.ANY, any_of((good.truth, spared.truth)), premises=[good, spared], note=note)
