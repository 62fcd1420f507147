"""What a block is, by the form of its regime: a chapter, a section, an item, a note; and where a list of contents ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from re import Match

from engine.drift.forms import DASH, ENDED, ITEMS, Form
from engine.drift.model import Block

LISTED = re.compile(r"(?:-|\w{1,3}[).]) (?=§|Kap)")  # before a chapter or section in a list of contents


def number_of(found: Match[str]) -> str:
    """Give the number that a pattern found, without spaces: ``3A-2``, ``15a``."""
    return found["number"].replace(" ", "")


@dataclass(frozen=True, slots=True)
class Outline:
    """Tells what blocks are; knows nothing of where they belong."""

    form: Form

    def section(self, block: Block) -> Match[str] | None:
        """Give the number and the rest of the line where the block begins a section."""
        found = self.form.section.fullmatch(block.text)
        return found or (self.form.section_heading.fullmatch(block.text) if block.set_as == "heading" else None)

    def chapter(self, block: Block) -> Match[str] | None:
        """Give the number and the title where the block begins a chapter."""
        found = self.form.chapter.fullmatch(block.text)
        return found or (self.form.chapter_heading.fullmatch(block.text) if block.set_as == "heading" else None)

    def annex(self, block: Block) -> Match[str] | None:
        """Give the number and the title where the block begins an annex."""
        return self.form.annex.fullmatch(block.text)

    def is_note(self, block: Block) -> bool:
        """Say whether the block is a footnote or tells of an amendment."""
        return block.set_as == "note" or bool(self.form.note.fullmatch(block.text))

    def is_frame(self, block: Block) -> bool:
        """Say whether the block begins a chapter, a section or an annex."""
        return bool(self.section(block) or self.chapter(block) or self.annex(block))

    def is_marked(self, block: Block) -> bool:
        """Say whether the block begins with the number or letter of a subsection or an item."""
        return bool(self.form.ledd.fullmatch(block.text)) or any(pattern.fullmatch(block.text) for _, pattern in ITEMS.values())

    def opens_list(self, block: Block) -> bool:
        """Say whether the block is the first of a list."""
        return bool(DASH.fullmatch(block.text)) or any(
            (found := pattern.fullmatch(block.text)) and number_of(found) == first for first, pattern in ITEMS.values()
        )

    def leads_to_frame(self, after: Sequence[Block]) -> bool:
        """Say whether nothing but lines without an end stands between here and the next chapter or section."""
        for block in after:
            if self.is_frame(block):
                return True
            if block.set_as != "heading" and (ENDED.fullmatch(block.text) or self.is_marked(block)):
                return False
        return False

    def contents(self, blocks: Sequence[Block]) -> tuple[int, int, int]:
        """Find a list of contents, chapters and sections without words, all of which come again: its first block, its last, and the
        first of the law. All 0 where there is none.
        """
        keys = [(position, key) for position, block in enumerate(blocks) if (key := self._key(block))]
        names = [key for _, key in keys]
        law = next((index for index, key in enumerate(names) if key in names[:index]), 0)
        while law and names[law - 1] not in names[law:]:
            law -= 1  # a chapter that the list left out
        if law < 2 or not set(names[:law]) <= set(names[law:]):
            return 0, 0, 0
        for (position, _), (below, _) in pairwise(keys[:law]):
            if self._holds_text(blocks[position]) or any(self._has_words(block) for block in blocks[position + 1:below]):
                return 0, 0, 0
        return keys[0][0], keys[law - 1][0], keys[law][0]

    def _key(self, block: Block) -> str:
        """Name the chapter or section that a block begins, or that an item of a list of contents names."""
        block = replace(block, text=LISTED.sub("", block.text))
        for sign, found in (("§", self.section(block)), ("kap", self.chapter(block))):
            if found:
                return sign + number_of(found)
        return ""

    def _holds_text(self, frame: Block) -> bool:
        """Say whether the line that begins a section holds its first subsection."""
        section = self.section(frame)
        return bool(section and not self.form.heading_on_line and ENDED.fullmatch(section["rest"]))

    def _has_words(self, block: Block) -> bool:
        return bool(ENDED.fullmatch(block.text)) or self.is_marked(block)
