"""What a condition says as a plain value, without places, words and letters: a variable is known by where it is introduced.

Where both encodings stand in one rule base (``twin``), a name means the same with and without its mark.
"""

from collections.abc import Sequence

from engine.language import syntax as s

OLD = "~old"
Form = tuple[object, ...]
Names = dict[str, object]  # variable → what stands for it


def closed(condition: s.Condition) -> tuple[Form, tuple[str, ...]]:
    """Give the form of a condition, and the names of the variables it takes from outside, in the order in which it mentions them."""
    outside: Names = {}
    form = _block((condition,), _Outside(outside))
    return form, tuple(outside)


class _Outside(dict[str, object]):
    """Numbers what is not introduced inside, as it comes up."""

    def __init__(self, outside: Names, inside: Names | None = None) -> None:
        super().__init__(inside or {})
        self.outside = outside

    def __missing__(self, name: str) -> object:
        return self.outside.setdefault(name, ("outside", len(self.outside)))

    def copy(self) -> "_Outside":
        return _Outside(self.outside, self)


def _block(conditions: Sequence[s.Condition], names: Names) -> Form:
    inside = _introduced(conditions, names)
    return tuple(_condition(condition, inside) for condition in conditions)


def _introduced(conditions: Sequence[s.Condition], names: Names) -> Names:
    """Add the dates and numbers that the sentences of a block introduce; whatever the order of its lines, all of it knows them."""
    found = names.copy()
    for condition in conditions:
        said = condition.body if isinstance(condition, s.Not) else condition
        if isinstance(said, s.Sentence) and isinstance(said.object, s.Var) and said.object.type in ("date", "number"):
            found.setdefault(said.object.name, len(found))
    return found


def _condition(condition: s.Condition, names: Names) -> Form:
    match condition:
        case s.Sentence():
            return "says", plain(condition.property), _term(condition.subject, names), condition.object and _term(condition.object, names)
        case s.Not(body):
            return "not", _condition(body, names)
        case s.Exists(var, minimum, body):
            return "exists", var.type, minimum, _block(body, _with(var, names))
        case s.ForAll(var, collection, body):
            return "for all", collection, _block(body, _with(var, names))
        case s.If(test, body):
            return "if", _block(test, names), _block(body, names)
        case s.AtLeast(n, branches):
            return "at least", n, tuple(_block((branch,), names) for branch in branches)
        case s.AllOf(body):
            return "all of", _block(body, names)
        case s.Compare():
            compared = (_operand(condition.right, names), _operand(condition.offset, names))
            return "compares", _term(condition.left, names), condition.op, *compared, condition.direction


def _with(var: s.Var, names: Names) -> Names:
    found = names.copy()
    found[var.name] = len(found)
    return found


def _operand(operand: s.Operand | None, names: Names) -> object:
    match operand:
        case s.Var():
            return _term(operand, names)
        case s.ParameterRef(parameter):
            return "parameter", plain(parameter)
        case _:
            return operand


def _term(term: s.Term, names: Names) -> Form:
    return (names[term.name], term.type) if isinstance(term, s.Var) else ("concept", plain(term.concept))


def plain(name: str) -> str:
    """Take the mark of the older encoding off a name."""
    return name.removesuffix(OLD)
