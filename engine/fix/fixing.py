"""Finding what must be done at least: from a case to sets of acts, each tried by assessing the case with it again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from engine.assessment import Assessment, assess_case, conclude, groundwork
from engine.case.facts import Facts, Key
from engine.case.model import Case
from engine.fix.applying import applied
from engine.fix.circuit import Values
from engine.fix.moves import Moves, lay_open, moves_of, opened
from engine.fix.search import Chosen, Search
from engine.inference.evaluate import Env, Evaluator
from engine.inference.evaluate import Values as Bound
from engine.inference.outcome import Outcome
from engine.inference.plan import Plan
from engine.inference.program import Program
from engine.proof.node import Node
from engine.rulebase import RuleBase
from engine.truth import Truth
from engine.vocabulary.model import Vocabulary

TRIES = 40  # sets that are tried on the case itself before giving up


@dataclass(frozen=True, slots=True)
class Element:
    """One thing to do: a new act with what is said of it, or a statement that an act makes true; ``closes`` are addresses of outcomes."""

    act: str | None
    said: tuple[Key, ...]
    closes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixSet:
    """One set: what to do, the breaches that are met then, those that are gone though something is left to judge or to answer, and the
    duties that begin to apply and are open. ``case`` is the case with the set in it."""

    elements: tuple[Element, ...]
    met: tuple[str, ...]
    left: tuple[str, ...]
    begun: tuple[str, ...]
    case: Case
    after: Assessment = field(repr=False)


@dataclass(frozen=True, slots=True)
class Beyond:
    """A breach that no set closes.

    Either it rests on what no act can change (``settled``), or closing it would make another outcome worse.
    """

    outcome: Outcome
    settled: bool


@dataclass(frozen=True, slots=True)
class Fixes:
    """What can be done about the breaches of an assessment: sets, the smallest first, and the breaches that none of them closes."""

    before: Assessment
    targets: tuple[Outcome, ...]
    sets: tuple[FixSet, ...]
    beyond: tuple[Beyond, ...]
    moves: Moves


def fix(
    before: Assessment,
    rulebase: RuleBase,
    targets: tuple[Outcome, ...] | None = None,
    weights: Mapping[str, int] | None = None,
    count: int = 1,
) -> Fixes:
    """Find the smallest sets of new acts after which the breaches are met.

    ``targets`` are the outcomes to close (every breach of the employer's duties unless some are given), ``weights`` make acts of a
    class cost more or less than 1, ``count`` is how many sets to look for. A set is given only where assessing the case with it
    again shows what the search found, and that no other outcome got worse.
    """
    aims = targets if targets is not None else tuple(
        o for o in before.outcomes if o.outcome == "breach" and o.duty.bearer == "employer"
    )
    ground = groundwork(before.case, rulebase, before.law_date, before.case.regimes)
    moves = moves_of(ground, rulebase.vocabulary)
    if not aims:
        return Fixes(before, (), (), (), moves)
    laid = groundwork(opened(before.case, moves), rulebase, before.law_date, before.case.regimes)
    lay_open(laid.facts, moves)
    open_rows = conclude(laid, rulebase, evaluate=lambda program, facts, day: _OfMoves(program, facts, day, moves)).outcomes
    now = {o.id: o.outcome for o in before.outcomes}
    search = Search(open_rows, now, frozenset(o.id for o in aims), moves, laid.facts, rulebase.vocabulary, weights or {})
    rows = {row.id: row for row in open_rows}
    sets = tuple(islice(_tried(search, before, rows, moves, rulebase), count))
    closed = {id_ for each in sets for id_ in (*each.met, *each.left)}
    beyond = (Beyond(o, rows[o.id].breach.truth is Truth.YES) for o in aims if o.id not in closed)
    return Fixes(before, aims, sets, tuple(beyond), moves)


def _tried(search: Search, before: Assessment, rows: Mapping[str, Outcome], moves: Moves, rulebase: RuleBase) -> Iterator[FixSet]:
    """Assess the case with each set that is found; what does not show what was found is passed by."""
    for found in islice(search.best(), TRIES):
        everywhere = _everywhere(found, rows, moves, before.case, rulebase.vocabulary)
        for said in dict.fromkeys((everywhere, found.said)):
            case = applied(before.case, found.acts, said, moves, rulebase)
            after = assess_case(case, rulebase, before.law_date, before.case.regimes)
            if holds(before, after, found.met, found.gone):
                elements = tuple(_elements(found, said, rows, moves, rulebase.vocabulary))
                yield FixSet(elements, found.met, found.gone, _begun(before, after), case, after)
                break


def _everywhere(
    found: Chosen, rows: Mapping[str, Outcome], moves: Moves, case: Case, vocabulary: Vocabulary
) -> tuple[Key, ...]:
    """Leave out where an act is done, if it is done in every unit, or no outcome asks where: it is for the whole undertaking."""
    said = found.said
    for act in found.acts:
        of_act = [key for key in said if key[1] == act]
        where = [key for key in of_act if vocabulary.properties[key[0]].range == "Unit"]
        if not where or any(key[2] in case.entries for key in of_act if key not in where):
            continue  # what is about an entry is done where that is
        rest = tuple(key for key in said if key not in where)
        values = Values(found.acts, rest, moves, vocabulary)
        asked = not all(_is_met(rows[id_], values) for id_ in found.met) or any(_is_breach(rows[id_], values) for id_ in found.gone)
        if len(where) == len(case.units) or not asked:
            said = rest
    return said


def _elements(
    found: Chosen, said: tuple[Key, ...], rows: Mapping[str, Outcome], moves: Moves, vocabulary: Vocabulary
) -> Iterator[Element]:
    """Give each thing to do, with what is ``said`` of it and the breaches that it is needed for: those not closed without it."""
    parts: list[tuple[str | None, list[Key]]] = [(act, [key for key in found.said if key[1] == act]) for act in found.acts]
    parts += [(None, [key]) for key in found.said if key[1] not in moves.acts]
    for act, own in parts:
        values = Values([a for a in found.acts if a != act], [key for key in found.said if key not in own], moves, vocabulary)
        closes = [id_ for id_ in found.met if not _is_met(rows[id_], values)]
        closes += [id_ for id_ in found.gone if _is_breach(rows[id_], values)]
        yield Element(act, tuple(key for key in own if key in said), tuple(closes))


def _is_met(row: Outcome, values: Values) -> bool:
    certain = values.of(row.applies) is Truth.YES and values.of(row.met) is Truth.YES
    return certain and values.of(row.breach) is Truth.NO and values.of(row.suspicion) is Truth.NO


def _is_breach(row: Outcome, values: Values) -> bool:
    return values.of(row.applies) is Truth.YES and values.of(row.breach) is Truth.YES


def _begun(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """Give the outcomes that were not there, or did not apply, and are open now that the acts are done."""
    was = {o.id: o.outcome for o in before.outcomes}
    return tuple(o.id for o in after.outcomes if o.outcome == "unknown" and was.get(o.id, "not_applicable") == "not_applicable")


def holds(before: Assessment, after: Assessment, met: tuple[str, ...], gone: tuple[str, ...]) -> bool:
    """Say whether what a set promises is so: its targets met or gone, and no other outcome worse than it was."""
    came = {o.id: o.outcome for o in after.outcomes}
    if any(came.get(id_) != "met" for id_ in met) or any(came.get(id_) in ("breach", None) for id_ in gone):
        return False
    return not worse(before, after)


def worse(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """Give the outcomes that are worse than they were: met no more, or a breach or to be investigated though they were not.

    A duty that begins to apply by an act and is still open is none of them: it is listed with the set.
    """
    was = {o.id: o.outcome for o in before.outcomes}
    return tuple(
        o.id
        for o in after.outcomes
        if (was.get(o.id) == "met" and o.outcome not in ("met", "not_applicable"))
        or (o.outcome == "breach" and was.get(o.id) != "breach")
        or (o.outcome == "investigate" and was.get(o.id) not in ("breach", "investigate"))
    )


class _OfMoves(Evaluator):
    """Evaluates a case in which every possible act is laid open: nothing that rests on an act that may not be done is certain."""

    def __init__(self, program: Program, facts: Facts, law_date: date, moves: Moves) -> None:
        super().__init__(program, facts, law_date)
        self.moves = moves

    def _candidate(self, rule: str, plan: Plan, env: Env, values: Bound, place: str) -> Node:
        node = super()._candidate(rule, plan, env, values, place)
        if node.truth is Truth.YES and self.rests_on_stand_in(plan, env):
            node.truth = Truth.UNKNOWN
        return node

    def rests_on_stand_in(self, plan: Plan, env: Env) -> bool:  # type: ignore[override]
        """Say whether one of a body's own variables is bound to an entry that we were not shown, or that may not come to be."""
        return Evaluator.rests_on_stand_in(plan, env) or any(env[v.name] in self.moves.acts for v in plan.variables)
