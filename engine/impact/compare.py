"""One case under both rule bases: which answers differ, and which are the same for another reason."""


from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import partial

from engine.assessment import Assessment, Foreseen, Noted
from engine.impact.basis import Basis, Reader
from engine.impact.edits import Edits
from engine.impact.form import plain
from engine.impact.model import What
from engine.inference.outcome import Outcome
from engine.truth import Truth

Row = Outcome | Noted | Foreseen
NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two encodings as a case shows it. ``ids`` are those of its parts; ``mark`` is what they end in in the assessment."""

    assessment: Assessment
    ids: frozenset[str]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A row with what it says in a word and what it rests on."""

    row: Row
    word: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is another: ``old`` or ``new`` is None where there is none on that side; the words then say why."""

    part: str
    address: str
    what: What
    old: Row | None
    new: Row | None
    old_word: str
    new_word: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What came out of one case: the differences, and the keys of the edits that the case touches."""

    differences: tuple[Difference, ...]
    touched: frozenset[str]


def compare(old: Side, new: Side, wanted: Container[str], readers: tuple[Reader, Reader]) -> Compared:
    """Compare what the two sides say of the parts that are wanted, row by row."""
    edits = readers[1].edits
    before, after = (_answers(reader, side, wanted) for reader, side in zip(readers, (old, new), strict=True))
    found = []
    for part in sorted(before.keys() | after.keys()):
        ones, twos = before.get(part, {}), after.get(part, {})
        for address in sorted(_addresses(ones, twos)):
            one, two = _at(address, ones), _at(address, twos)
            words = (one.word if one else _absent(part, old), two.word if two else _absent(part, new))
            if words[0] == words[1] and one and two and one.basis.number == two.basis.number:
                continue
            what: What = "reason" if words[0] == words[1] else "outcome"
            because = {key for answer in (one, two) if answer for key in answer.basis.because}
            rows = (one.row if one else None, two.row if two else None)
            found.append(Difference(part, address, what, *rows, *words, _because(because, edits)))
    answers = [answer for side in (before, after) for rows in side.values() for answer in rows.values()]
    return Compared(tuple(found), frozenset().union(*(_touched(answer) for answer in answers)))


def _answers(reader: Reader, side: Side, wanted: Container[str]) -> dict[str, dict[str, Answer]]:
    """Give every row by its part and its place in the case; what stands for no row at all has the place ``NOWHERE``."""
    found: dict[str, dict[str, Answer]] = {}
    assessment = side.assessment

    def put(id_: str, address: str, row: Row, word: str, read: Callable[[], Basis]) -> None:
        part = id_.removesuffix(side.mark)
        if id_.endswith(side.mark) and part in wanted:
            found.setdefault(part, {})[address] = Answer(row, word, read())

    for outcome in assessment.outcomes:
        id_, _, address = outcome.id.partition("@")
        put(id_, address if outcome.env else NOWHERE, outcome, outcome.outcome, partial(reader.of_outcome, outcome))
    for noted in assessment.remarks:
        put(noted.remark.origins.id, noted.scope, noted, "noted", partial(reader.of_noted, noted))
    for each in assessment.outlook:
        word = "given" if each.holds is Truth.YES else "open"
        put(each.outlook.origins.id, each.scope, each, word, partial(reader.of_foreseen, each))
    return found


def _addresses(ones: Mapping[str, Answer], twos: Mapping[str, Answer]) -> set[str]:
    """Give the places to compare: that of no row only where neither side has another."""
    return {*ones, *twos} - {NOWHERE} or {NOWHERE}


def _at(address: str, answers: Mapping[str, Answer]) -> Answer | None:
    """Give the answer for a place: where there is none, that which says that the duty applies to nothing, or was not read."""
    return answers.get(address) or answers.get(NOWHERE)


def _absent(part: str, side: Side) -> str:
    """Say why there is no row."""
    if part not in side.ids:
        return "not_there"
    rules, id_ = side.assessment.rulebase.rules, part + side.mark
    if any(remark.origins.id == id_ for remark in rules.remarks):
        return "not_noted"
    if any(outlook.origins.id == id_ for outlook in rules.outlooks):
        return "not_given"
    return "no_scope" if side.assessment.of_duty(id_) else "not_in_force"


def _because(found: set[str], edits: Edits) -> tuple[str, ...]:
    """Order the edits that occur in the proofs; where none does, name what has an effect without occurring in any."""
    keys = [edit.key for edit in edits.of if edit.key in found]
    return tuple(keys) or edits.elsewhere or ("other",)


def _touched(answer: Answer) -> frozenset[str]:
    """Give the edits that a row shows; one that only says that the duty applies to nothing, or was not read, does not show its own."""
    if not isinstance(answer.row, Outcome) or answer.row.env:
        return answer.basis.because
    return answer.basis.because - {plain(answer.row.duty.origins.id)}
