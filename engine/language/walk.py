"""Ways through checked conditions: all that is within, every sentence, and which must be settled beforehand."""

from collections.abc import Container, Iterator, Sequence

from engine.language import syntax as s

REGIMES = ("no", "dk")
GOAL = "goal."  # a goal concept is named after its duty
ASKS_ABOUT_DUTIES = ("fulfils", "breaches")
Part = s.Duty | s.Rule | s.Remark | s.Outlook


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


def sentences(
    conditions: Sequence[s.Condition], settled: bool = False, taken: set[str] | None = None
) -> Iterator[tuple[s.Sentence, bool]]:
    """Give every sentence, and whether it must be settled before the condition can be looked at.

    That is so under a negation, a for-all, an if, a count, a choice or a group: the driver decides these on finished tables. So it
    does an existence whose variable has a letter that was ``taken`` before: it can't be joined with the one that took it.
    """
    taken = set() if taken is None else taken
    for condition in conditions:
        if isinstance(condition, s.Sentence):
            yield condition, settled
            continue
        tested = settled or not isinstance(condition, s.Exists)
        if isinstance(condition, s.Exists):
            tested = tested or condition.minimum > 1 or condition.var.name in taken
            taken.add(condition.var.name)
        yield from sentences(inside(condition), tested, taken)


def conditions_of(part: Part) -> s.Conditions:
    """Give every condition of a part, joins included (not what a rule concludes)."""
    found = tuple(join for scope in part.scope for join in scope.joins) + part.when
    if isinstance(part, s.Duty):
        for grounds in (part.unless, part.invoked, part.breach_when, part.suspicion_when):
            found += tuple(condition for ground in grounds for condition in ground)
        found += part.requires + part.met_when
    return found


def of_regimes(rules: s.RuleSet, regimes: Container[str]) -> s.RuleSet:
    """Leave out what belongs to another regime; what is shared belongs to none."""

    def kept(part: Part) -> bool:
        regime = part.origins.id.split(".")[0]
        return regime in regimes or regime not in REGIMES

    return s.RuleSet(
        tuple(filter(kept, rules.duties)),
        tuple(filter(kept, rules.rules)),
        tuple(filter(kept, rules.remarks)),
        tuple(filter(kept, rules.outlooks)),
    )


def narrowed(rules: s.RuleSet, *ids: str) -> s.RuleSet:
    """Keep the parts of some ids and what their outcomes can rest on: the duties they ask about, the rules behind their statements."""
    parts: tuple[Part, ...] = (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)
    wanted, properties = set(ids), {rule.then.property for rule in rules.rules if rule.origins.id in ids}
    size = -1
    while size != len(wanted) + len(properties):
        size = len(wanted) + len(properties)
        kept = [part for part in parts if part.origins.id in wanted or _concludes(part, properties)]
        for part in kept:
            for sentence, _ in sentences(conditions_of(part)):
                properties.add(sentence.property)
                if sentence.property in ASKS_ABOUT_DUTIES and isinstance(sentence.object, s.Const):
                    wanted.add(sentence.object.concept.removeprefix(GOAL))
    return s.RuleSet(
        tuple(duty for duty in rules.duties if duty.origins.id in wanted),
        tuple(rule for rule in rules.rules if rule.origins.id in wanted or _concludes(rule, properties)),
        tuple(remark for remark in rules.remarks if remark.origins.id in wanted),
        tuple(outlook for outlook in rules.outlooks if outlook.origins.id in wanted),
    )


def _concludes(part: Part, properties: Container[str]) -> bool:
    return isinstance(part, s.Rule) and part.then.property in properties


def spoken_of(rules: s.RuleSet) -> tuple[frozenset[str], frozenset[str]]:
    """Give the properties that rules speak of, and the classes of the things they look for."""
    parts: tuple[Part, ...] = (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)
    properties = {sentence.property for part in parts for sentence, _ in sentences(conditions_of(part))}
    classes = {each.var.type for part in parts for each in part.scope}
    classes |= {c.var.type for part in parts for c in every(conditions_of(part)) if isinstance(c, s.Exists)}
    return frozenset(properties), frozenset(classes)
