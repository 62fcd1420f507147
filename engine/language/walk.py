"""Ways through checked conditions: all that is within, every sentence, and which must be settled beforehand."""

from collections.abc import Iterator, Sequence

from engine.language import syntax as s

Part = s.Duty | s.Rule | s.Remark


def inside(condition: s.Condition) -> s.Conditions:
    """Give the conditions directly within one."""
    match condition:
        case s.Not(body):
            return (body,)
        case s.Exists() | s.ForAll() | s.AllOf():
            return condition.body
        case s.If():
            return condition.test + condition.body
        case s.AtLeast():
            return condition.branches
        case _:
            return ()


def every(conditions: Sequence[s.Condition]) -> Iterator[s.Condition]:
    """Give conditions and all that is within them, in the order they are written."""
    for condition in conditions:
        yield condition
        yield from every(inside(condition))


def sentences(conditions: Sequence[s.Condition], settled: bool = False) -> Iterator[tuple[s.Sentence, bool]]:
    """Give every sentence, and whether it must be settled before the condition can be looked at.

    That is so under a negation, a for-all, an if, a count or a choice: the driver decides these on finished tables.
    """
    for condition in conditions:
        if isinstance(condition, s.Sentence):
            yield condition, settled
        else:
            counted = isinstance(condition, s.Exists) and condition.minimum > 1
            yield from sentences(
                inside(condition), settled or counted or isinstance(condition, s.Not | s.ForAll | s.If | s.AtLeast)
            )


def conditions_of(part: Part) -> s.Conditions:
    """Give every condition of a part, joins included (not what a rule concludes)."""
    found = tuple(join for scope in part.scope for join in scope.joins) + part.when
    if isinstance(part, s.Duty):
        for grounds in (part.unless, part.invoked, part.breach_when, part.suspicion_when):
            found += tuple(condition for ground in grounds for condition in ground)
        found += part.requires + part.met_when
    return found
