"""Placing: the blocks of an act in, its units out. What cannot be placed is kept with its line and compared with its section.

Every unit has its own words only: a section its heading, a subsection what stands before and after its list, an item its line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from re import Match

from engine.drift import forms
from engine.drift.model import ABOVE, ASIDES, CHAPTER, REST, Aside, Block, Line, Unit
from engine.drift.outline import Outline, number_of
from engine.drift.place import path_of
from engine.law.load import sort_key

SHOWN = 60  # characters of a line that could not be placed
Items = tuple[tuple[str, str], ...]
Found = list[tuple[str, str, Match[str]]]


@dataclass(slots=True)
class _Draft:
    """A unit while it is read: its subsection, its items with their kinds, and its words."""

    line: int
    ledd: str = ""
    items: Items = ()
    words: list[str] = field(default_factory=list)

    def say(self, words: str) -> None:
        if words:
            self.words.append(words)


@dataclass(slots=True)
class _Section:
    """A section, chapter or annex while it is read; its first draft is its heading."""

    number: str
    drafts: list[_Draft]
    numbered: bool = False  # its subsections bear numbers
    uncounted: bool = False  # a paragraph could not be placed, so those after it cannot be counted
    rest: list[Block] = field(default_factory=list)

    @property
    def is_annex(self) -> bool:
        return self.number.startswith("annex")

    @property
    def last(self) -> _Draft:
        return self.drafts[-1]

    def ledd(self) -> list[str]:
        """Give the numbers of the subsections so far."""
        return [draft.ledd for draft in self.drafts if draft.ledd and not draft.items]


class Placing:
    """Reads the blocks of one file; afterwards ``units``, ``unplaced``, ``doubtful`` and ``aside`` hold what it found."""

    def __init__(self, act: str, outline: Outline, file: str) -> None:
        self.act, self.outline, self.form, self.file = act, outline, outline.form, file
        self.units: list[Unit] = []
        self.unplaced: list[Line] = []
        self.doubtful: list[Line] = []
        self.aside: dict[Aside, list[Line]] = {kind: [] for kind in ASIDES}
        self.sections: list[str] = []
        self.opened: set[str] = set()  # chapters and annexes
        self.now: _Section | None = None
        self.above: list[Block] = []  # headings that wait for their section
        self.over = False  # past the end of the act
        self.out_of_order = False  # under a section whose number should not come here
        self.strays: list[Block] = []

    def read(self, blocks: Sequence[Block]) -> None:
        """Place every block."""
        law = []
        for block in blocks:
            if block.marks:
                self._put_aside("mark", block)
            if self.outline.is_note(block):
                self._put_aside("note", block)
            else:
                law.append(block)
        first, last, begins = self.outline.contents(law)
        for position, block in enumerate(law[:begins]):
            self._put_aside("contents" if first <= position <= last else "before", block)
        for position, block in enumerate(law[begins:], begins + 1):
            self._take(block, law[position:])
        self._close()
        self._stray(*self.above)
        self._unit(f"{self.act}/{REST}", self.strays)
        self.unplaced.sort(key=lambda line: line.line)

    def _take(self, block: Block, after: Sequence[Block]) -> None:
        if annex := self.outline.annex(block):
            self.over = False
            self._open_once(f"annex-{annex['number'] or '1'}", block, annex["rest"])
        elif self.over or (self.sections and self.form.end.fullmatch(block.text)):
            self.over = True
            self._put_aside("after", block)
        elif chapter := self.outline.chapter(block):
            self._open_once(CHAPTER + number_of(chapter), block, chapter["rest"])
        elif section := self.outline.section(block):
            self._begin_section(block, section)
        elif forms.REPEALED_RANGE.fullmatch(block.text):
            self._put_aside("repealed", block)
        elif self.out_of_order:
            self._stray(block)
        elif self.now is None:
            self._put_aside("before", block)
        elif block.set_as == "table":
            self._leave(self.now, block, counts=False)
        elif self.now.number.startswith(CHAPTER):
            self._under_chapter(self.now, block, after)
        else:
            self._in_section(self.now, block, after)

    # --- chapters, sections, annexes --------------------------------------------------------------------------------------

    def _begin_section(self, block: Block, found: Match[str]) -> None:
        number, is_heading = number_of(found), block.set_as == "heading"
        if self.sections and sort_key(number) <= sort_key(self.sections[-1]):
            self._close()
            self.out_of_order = True
            self._stray(*self.above, block)
            self.above = []
            return
        self.sections.append(number)
        section = self._open(number, block, "")
        if not self.form.heading_on_line:
            section.drafts.append(_Draft(block.line, "1"))
            section.drafts[0 if is_heading else 1].say(found["rest"])
        elif not is_heading and forms.SENTENCE.fullmatch(found["rest"]) and not forms.REPEALED.fullmatch(found["rest"]):
            self._leave(section, block)  # a sentence and no heading; whether it is the whole of the first subsection, nobody can say
        else:
            section.last.say(found["rest"])

    def _open_once(self, number: str, block: Block, rest: str) -> None:
        """Begin a chapter or annex; where its number comes again, as in acts with parts, it is but a heading."""
        if number in self.opened:
            self.above.append(block)
            return
        self.opened.add(number)
        self._open(number, block, rest)

    def _open(self, number: str, block: Block, rest: str) -> _Section:
        """Begin a section, chapter or annex; the headings that waited stand above it."""
        above, self.above = self.above, []
        self._close()
        self._unit(f"{self.act}/{ABOVE}{number}", above)
        self.out_of_order = False
        self.now = _Section(number, [_Draft(block.line)])
        self.now.last.say(rest)
        return self.now

    def _under_chapter(self, chapter: _Section, block: Block, after: Sequence[Block]) -> None:
        unended = not forms.ENDED.fullmatch(block.text) and not self.outline.is_marked(block)
        if not chapter.last.words and not self.above and (unended or block.set_as == "heading"):
            chapter.last.say(block.text)
        elif block.set_as == "heading" or (unended and self.outline.leads_to_frame(after)):
            self.above.append(block)
        else:
            self._leave(chapter, block)

    # --- within a section -------------------------------------------------------------------------------------------------

    def _in_section(self, section: _Section, block: Block, after: Sequence[Block]) -> None:
        last = section.last
        if ledd := self.form.ledd.fullmatch(block.text):
            self._ledd(section, block, number_of(ledd), ledd["rest"])
        elif self._item(section, block):
            return
        elif dash := forms.DASH.fullmatch(block.text):
            self._go_on(section, block, dash["rest"], len(last.items))
        elif block.set_as == "heading":
            self.above.append(block)
        elif not last.words and (last.ledd or last.items) and (forms.ENDED.fullmatch(block.text) or not self.outline.leads_to_frame(after)):
            last.say(block.text)  # its number stood alone on a line
        elif block.joined == "yes":
            self._go_on(section, block, block.text, block.level)
        elif last.words and (last.items or block.joined == "maybe") and block.text[:1].islower():
            self._go_on(section, block, block.text, block.level)  # it goes on with the sentence that its list interrupted
        elif section.is_annex:
            section.drafts[0].say(block.text)
        elif block.joined == "maybe" or section.uncounted:
            self._leave(section, block)
        else:
            self._paragraph(section, block, after)

    def _paragraph(self, section: _Section, block: Block, after: Sequence[Block]) -> None:
        """Place a paragraph without a number: in Norway a subsection, in Denmark at most a heading."""
        ended = bool(forms.ENDED.fullmatch(block.text) or forms.REPEALED.fullmatch(block.text))
        if not self.form.counted and not ended and self.outline.leads_to_frame(after):
            self.above.append(block)
        elif self.form.counted and not section.numbered and (ended or (after and self._goes_on_in(after[0]))):
            number = str(len(section.ledd()) + 1)
            if section.last.items and block.joined == "unknown":
                self.doubtful.append(Line(self.file, block.line, _beginning(block), f"{self.act}/{section.number}/{number}"))
            section.drafts.append(_Draft(block.line, number, words=[block.text]))
        else:
            self._leave(section, block)

    def _goes_on_in(self, after: Block) -> bool:
        """Say whether the next block opens a list of this one, or goes on with its sentence."""
        return self.outline.opens_list(after) or after.joined == "yes" or (after.joined == "maybe" and after.text[:1].islower())

    def _ledd(self, section: _Section, block: Block, number: str, words: str) -> None:
        before = section.ledd()
        counted_before = self.form.counted and bool(before) and not section.numbered
        if section.is_annex or counted_before or (before and sort_key(number) <= sort_key(before[-1])):
            self._leave(section, block)
            return
        section.numbered, section.uncounted = True, False
        section.drafts.append(_Draft(block.line, number))
        section.last.say(words)

    def _item(self, section: _Section, block: Block) -> bool:
        """Place an item that opens a list or is the next of one; other items are left. Says whether the block is an item."""
        last = section.last
        if section.is_annex and (letter := forms.ANNEX_LETTER.fullmatch(block.text)) and _is_next_letter(section, number_of(letter)):
            section.drafts.append(_Draft(block.line, "", (("list", number_of(letter)),)))
            section.last.say(letter["rest"])
            return True
        found = [(kind, first, match) for kind, (first, pattern) in forms.ITEMS.items() if (match := pattern.fullmatch(block.text))]
        if not found or not (last.ledd or section.is_annex):
            return False
        nested, going = list(_opening(last, block, found)), list(_following(last, found))
        chosen = [*nested, *going] if last.words and last.words[-1].endswith(":") else [*going, *nested]
        if section.uncounted or not chosen:
            self._leave(section, block)
            return True
        items, words = chosen[0]
        section.drafts.append(_Draft(block.line, last.ledd, items))
        section.last.say(words)
        return True

    def _go_on(self, section: _Section, block: Block, words: str, depth: int) -> None:
        """Add words to the unit they go on with: the item at a depth, or the subsection itself."""
        last = section.last
        for draft in reversed(section.drafts) if depth <= len(last.items) else ():
            if draft.ledd == last.ledd and draft.items == last.items[:depth] and (draft.ledd or draft.items or section.is_annex):
                draft.say(words)
                return
        self._leave(section, block)

    # --- writing down -----------------------------------------------------------------------------------------------------

    def _put_aside(self, kind: Aside, block: Block) -> None:
        self.aside[kind].append(Line(self.file, block.line, _beginning(block)))

    def _leave(self, section: _Section, block: Block, counts: bool = True) -> None:
        """Leave a block unplaced: it is reported, and compared with its section. A paragraph that ``counts`` stops the counting."""
        section.rest.append(block)
        section.uncounted |= counts and self.form.counted and not section.numbered and not section.is_annex
        self.unplaced.append(Line(self.file, block.line, _beginning(block), f"{self.act}/{section.number}"))

    def _stray(self, *blocks: Block) -> None:
        """Leave blocks unplaced that stand in no section."""
        self.strays += blocks
        self.unplaced += [Line(self.file, block.line, _beginning(block), f"{self.act}/{REST}") for block in blocks]

    def _close(self) -> None:
        """Write the units of the section that ends here."""
        section, self.now = self.now, None
        if section is None:
            return
        single = not self.form.counted and not section.numbered
        for draft in section.drafts:
            if not (words := " ".join(draft.words)):
                continue
            path = path_of(self.act, section.number, "" if single and draft.ledd == "1" else draft.ledd, draft.items)
            if forms.REPEALED.fullmatch(words):
                self.aside["repealed"].append(Line(self.file, draft.line, words[:SHOWN], path))
            else:
                self.units.append(Unit(path, words, self.file, draft.line))
        self._unit(f"{self.act}/{section.number}/{REST}", section.rest)

    def _unit(self, path: str, blocks: list[Block]) -> None:
        if blocks:
            self.units.append(Unit(path, " ".join(block.text for block in blocks), self.file, blocks[0].line))


def _is_next_letter(section: _Section, letter: str) -> bool:
    letters = [draft.items[0][1] for draft in section.drafts if len(draft.items) == 1 and draft.items[0][0] == "list"]
    return forms.follows("list", letters[-1], letter) if letters else letter == "A"


def _opening(last: _Draft, block: Block, found: Found) -> Iterator[tuple[Items, str]]:
    """The lists that the item may open within the last unit: its words lead on, or the page says that here is a list."""
    kinds = [kind for kind, _ in last.items]
    leads_on = last.words and (not forms.ENDED.fullmatch(last.words[-1]) or last.words[-1].endswith(":"))
    is_list = block.level > len([kind for kind in kinds if kind != "list"]) or not (last.words or last.ledd)
    if leads_on or is_list:
        yield from (((*last.items, (kind, number_of(match))), match["rest"]) for kind, first, match in found
                    if number_of(match) == first and kind not in kinds)


def _following(last: _Draft, found: Found) -> Iterator[tuple[Items, str]]:
    """The open lists that the item is the next of, the innermost first."""
    for depth in range(len(last.items) - 1, -1, -1):
        kind, before = last.items[depth]
        yield from (((*last.items[:depth], (kind, number_of(match))), match["rest"]) for of, _, match in found
                    if of == kind and forms.follows(kind, before, number_of(match)))


def _beginning(block: Block) -> str:
    text = "".join(letter if letter.isprintable() else "·" for letter in block.text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN - 1]}…"
