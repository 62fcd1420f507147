"""What a reader is shown, in one language: the edits, and under each how answers moved and where. Text and HTML draw it."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.impact import words as w
from engine.impact.model import Change, Edit, Impact
from engine.inference.outcome import OUTCOMES
from engine.text import Language, Text


@dataclass(frozen=True, slots=True)
class Place:
    """One place where an answer moved; ``reasons`` are headed "was" and "now", and empty where they were not told or have the same words
    (then ``note`` says so). ``also`` names the other edits it stands under."""

    case: str
    where: str
    reasons: tuple[tuple[str, str], ...]
    note: str
    also: str


@dataclass(frozen=True, slots=True)
class Move:
    """The places where one duty, remark or outlook moved in the same way. ``old`` and ``new`` are outcomes where there are any."""

    part: str
    title: str
    said: str
    count: str
    old: str
    new: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One edit with what it did."""

    key: str
    title: str
    kind: str
    outcomes: int
    reasons: int
    cases: int
    moves: tuple[Move, ...]


class View:
    """Everything that is said of a comparison."""

    def __init__(self, impact: Impact, language: Language) -> None:
        self.impact, self.language = impact, language
        self.title = w.TITLE.in_(language)
        self.about = self._(w.ABOUT, against=impact.against, cases=len(impact.cases))
        if impact.law_date:
            self.about += f" {self._(w.LAW_OF, day=impact.law_date)}"
        found = [self._group(edit) for edit in impact.edits]
        self.groups = tuple(group for group in found if group.moves)
        self.without_effect = tuple(group for group in found if not group.moves and group.key not in impact.untouched)
        self.untouched = tuple(group for group in found if group.key in impact.untouched)
        self.answer = self._answer()

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    def _answer(self) -> str:
        impact = self.impact
        if not impact.changes:
            return self._(w.NOTHING) if impact.edits else f"{self._(w.NOTHING)} {self._(w.NO_EDITS)}"
        outcomes = sum(change.what == "outcome" for change in impact.changes)
        return self._(
            w.SUM, outcomes=outcomes, reasons=len(impact.changes) - outcomes, cases=_cases(impact.changes), total=len(impact.cases)
        )

    def _group(self, edit: Edit) -> Group:
        changes = self.impact.of_edit(edit.key)
        outcomes = sum(change.what == "outcome" for change in changes)
        kind = self._(w.KINDS[edit.kind])
        if edit.key != edit.kind:  # a part of the rule base as a whole has no name but its kind
            kind = f"{kind}, {self._(w.HOW[edit.how])}"
        moves, reasons = tuple(self._moves(edit, changes)), len(changes) - outcomes
        return Group(edit.key, edit.title.in_(self.language), kind, outcomes, reasons, _cases(changes), moves)

    def _moves(self, edit: Edit, changes: Iterable[Change]) -> Iterable[Move]:
        """Put changes together that are of one part and alike: the edit's own part first, outcomes before reasons, the worst first."""
        found: dict[tuple[str, str, str], list[Change]] = {}
        for change in changes:
            found.setdefault((change.part, change.old, change.new), []).append(change)
        order = sorted(found, key=lambda key: (key[0] != edit.key, key[1] == key[2], _badness(key[2]), _badness(key[1]), key))
        for key in order:
            part, old, new = key
            said = w.MOVED if old != new else w.STAYED
            yield Move(
                part,
                self.impact.titles[part].in_(self.language) if part != edit.key else "",
                self._(said, old=self.word(old), new=self.word(new)),
                self._(w.PLACES, n=len(found[key]), cases=_cases(found[key]), total=len(self.impact.cases)),
                old,
                new,
                tuple(self._place(change, edit) for change in found[key]),
            )

    def word(self, word: str) -> str:
        """Say an outcome, or why there is none."""
        return w.WORDS[word].in_(self.language)

    def _place(self, change: Change, edit: Edit) -> Place:
        case = self.impact.cases[change.case]
        told = [(w.WAS, change.old_reason), (w.IS, change.new_reason)]
        reasons = tuple((head.in_(self.language), said.in_(self.language)) for head, said in told if said)
        same_words = len(reasons) == 2 and reasons[0][1] == reasons[1][1]
        others = ", ".join(key for key in change.because if key != edit.key)
        return Place(
            f"{case.file} ({case.name})",
            change.where.in_(self.language),
            () if same_words else reasons,
            self._(w.SAME_WORDS) if same_words else "",
            self._(w.ALSO, keys=others) if others else "",
        )


def _cases(changes: Iterable[Change]) -> int:
    return len({change.case for change in changes})


def _badness(word: str) -> int:
    return OUTCOMES.index(word) if word in OUTCOMES else len(OUTCOMES)
