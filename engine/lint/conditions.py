"""Conditions that can never hold, always hold, or were said before (F201 to F205)."""

from collections.abc import Iterator
from dataclasses import replace

from engine.errors import Problem
from engine.language import syntax as s
from engine.language.names import Names
from engine.language.walk import Part, conditions_of, every
from engine.lint.blocks import Block, Words, sections
from engine.lint.messages import BESIDE, EMPTY, MEMBER_OF, NO_REGISTER, TOGETHER
from engine.lint.normal import negated
from engine.lint.spans import trivially
from engine.lint.subject import Subject, where
from engine.text import Text
from engine.vocabulary.model import Kind

ALWAYS_THERE = ("Undertaking", "Unit")  # each case has these, register or not


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at every condition beside what is known where it stands.

    Not found: what a ground of suspicion repeats of ``når``, since suspicion needs it for certain and ``når`` only makes it possible;
    a requirement that follows from another, since each is named when it is lacking.
    """
    words = Words.of(subject.vocabulary)
    for part in subject.parts:
        empty = list(_empty(subject, part))
        yield from empty
        lines = {problem.line for problem in empty}
        for _, block in sections(part, words):
            yield from (found for found in _block(subject, block) if found.line not in lines)


def _empty(subject: Subject, part: Part) -> Iterator[Problem]:
    """Find existences and for-alls over a kind of which there is none (F203)."""
    sought = [(each.var, each.place) for each in part.scope]
    sought += [(c.var, c.place) for c in every(conditions_of(part)) if isinstance(c, s.Exists)]
    sought += [(replace(c.var, type=f"concept:{c.collection}"), c.place) for c in every(conditions_of(part)) if isinstance(c, s.ForAll)]
    for var, place in sought:
        cls = subject.vocabulary.classes.get(var.type)
        collection = subject.vocabulary.collections.get(Names(subject.vocabulary, "nb").collection_of(var.type))
        if collection is not None and not collection.members:
            yield subject.files.at("F203", place, kind=MEMBER_OF.format(label=collection.label), why=EMPTY)
        elif cls is not None and collection is None and not cls.register and cls.id not in ALWAYS_THERE:
            yield subject.files.at("F203", place, kind=cls.noun.indefinite, why=NO_REGISTER)


def _block(subject: Subject, block: Block) -> Iterator[Problem]:
    """Look at the conditions of a block, the last first: of two that say the same the later one is too much."""
    superfluous: list[int] = []
    for index in reversed(range(len(block.conditions))):
        found = [problem for inner in block.inner(index) for problem in _block(subject, inner)]
        if not found:
            found = list(_condition(subject, block, index, superfluous))
            if found and found[0].code in ("F204", "F205"):
                superfluous.append(index)
        yield from found


def _condition(subject: Subject, block: Block, index: int, superfluous: list[int]) -> Iterator[Problem]:
    condition, form = block.conditions[index], block.own[index].form
    own = trivially(form) if isinstance(form, s.Compare) else None
    if own is False:
        yield subject.files.at("F202", condition.place, beside="")
    elif own is True or _either(block, form):
        yield subject.files.at("F204", condition.place)
    elif (before := block.before(index)) and block.facts(before).refute(form):
        other = _culprit(subject, block, index, refuted=True)
        if isinstance(form, s.Compare):
            yield subject.files.at("F202", condition.place, beside=BESIDE.format(other=other))
        else:
            yield subject.files.at("F201", condition.place, other=other)
    elif _may_repeat(subject, block, condition):
        return
    elif (beside := block.beside(index, superfluous)) and block.facts(beside).entail(form):
        yield subject.files.at("F205", condition.place, other=_culprit(subject, block, index, refuted=False))


def _either(block: Block, form: s.Condition) -> bool:
    """Say whether a choice has one branch that holds where another does not."""
    if not isinstance(form, s.AtLeast) or form.n != 1:
        return False
    nothing = block.facts(())
    return any(nothing.more((negated(one),)).entail(other) for one in form.branches for other in form.branches if one is not other)


def _may_repeat(subject: Subject, block: Block, condition: s.Condition) -> bool:
    """Say whether a condition may say what was said before: what introduces a date or a number may, of another letter."""
    gives_value = isinstance(condition, s.Sentence) and subject.vocabulary.properties[condition.property].kind is Kind.VALUE
    return block.repeats or gives_value


def _culprit(subject: Subject, block: Block, index: int, refuted: bool) -> Text:
    """Name the one condition that does it, if there is one."""
    form, here = block.own[index].form, block.own[index].place
    for told in block.before(index) if refuted else block.beside(index):
        alone = block.facts((told,))
        if alone.refute(form) if refuted else alone.entail(form):
            return where(told.place, here)
    return TOGETHER
