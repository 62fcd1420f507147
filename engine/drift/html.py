"""A page saved as HTML: bytes of a publisher in, blocks out, each with the line it begins on.

Nothing depends on the classes of one publisher. What a browser does not print (scripts, navigation, hidden elements) is left
out; lists whose markers are not in the text get them from the list, as the browser writes them.
"""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from engine.drift.model import Block, Joined, Set
from engine.drift.normal import normal, without_marks

INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "center", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))
SKIPPED = frozenset((
    "script", "style", "title", "nav", "aside", "button", "select", "textarea", "svg", "noscript", "template", "iframe", "object",
    "dialog",
))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ONE_PARAGRAPH = frozenset(("p", "li", "article", "td", "th", "dd", "dt", "blockquote", "caption", *HEADINGS))
CLOSED_BY_LIKE = {"p": ("p",), "li": ("li",), "td": ("td", "th"), "th": ("td", "th"), "tr": ("tr", "td", "th"), "dt": ("dt", "dd"),
                  "dd": ("dt", "dd")}
HELD_BY = frozenset(("ol", "ul", "table", "dl", "article", "section", "div", "body"))  # an element of these ends the search for a like
NOTES = frozenset((
    "footnote", "footnotes", "fotnote", "fotnoter", "note", "noter", "endnote", "changestoparent", "endringsnote", "endringsnoter",
))
_RAISED = re.compile(r"\W*(?:\d{1,2}|\*{1,3}|†)\W*")
_MARKER = re.compile(r"(?:\(?(?:[A-Za-zæøå]|\d{1,3} ?[a-z]?|[ivx]{1,5})[.)](?= |$)|[a-zæøå]\)|\d{1,3}\)|Stk\. |§ |- |• )")
_STYLE = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "decimal": "1"}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(slots=True)
class _Table:
    """A table: of figures when it has a heading cell or three columns; otherwise the page only uses it to set text."""

    widest: int = 0
    headed: bool = False


@dataclass(slots=True)
class _Open:
    """An element that is open, and what is known of it."""

    tag: str
    skipped: bool = False
    note: bool = False
    began: bool = False  # a block of it was written
    broken: bool = False  # and then its line was broken
    marker: str = ""  # of a list item, until it is written
    sure_marker: bool = False
    kind: str = ""  # of a list: a, A, i, 1
    count: int = 0
    table: _Table | None = None


@dataclass(slots=True)
class _Mark:
    """A raised or noted piece inside a paragraph, kept apart until it is clear whether it is the mark of a footnote."""

    tag: str
    noted: bool
    text: list[str] = field(default_factory=list)
    linked: bool = False

    def is_mark(self) -> bool:
        words = "".join(self.text).strip()
        return bool(_RAISED.fullmatch(words)) and (self.noted or self.linked or bool(re.search(r"[)*†\]]", words)))


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page, and what its head says of where it belongs (addresses, titles)."""

    blocks: tuple[Block, ...]
    names: tuple[str, ...]


def read_html(text: str) -> Page:
    """Read a page; anything is read, however broken."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    parser.flush()
    return Page(tuple(parser.finished()), tuple(parser.names))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.blocks: list[tuple[Block, _Table | None]] = []
        self.open: list[_Open] = [_Open("html")]
        self.words: list[str] = []
        self.line = 0
        self.marks = 0
        self.mark: _Mark | None = None
        self.noted: list[str] = []  # words of the block that its page calls a note
        self.after_break = False

    # --- elements ---------------------------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._name(tag, given)
        if tag == "br":
            self._break()
        elif tag in VOID:
            return
        elif tag in INLINE:
            self._inline(tag, given)
        else:
            self.flush()
            self._close_likes(tag)
            self.open.append(self._opened(tag, given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.mark and tag == self.mark.tag:
            self._end_mark()
        if tag not in INLINE:
            self.flush()
        for position in range(len(self.open) - 1, 0, -1):
            if self.open[position].tag == tag:
                del self.open[position:]
                return
            if tag in INLINE and self.open[position].tag not in INLINE:
                return

    def handle_data(self, data: str) -> None:
        if any(each.skipped for each in self.open):
            return
        if data.strip():
            self.after_break = False
            if not self.line:
                before = data[: len(data) - len(data.lstrip())]
                self.line = self.getpos()[0] + before.count("\n")
        (self.mark.text if self.mark else self.words).append(data)

    def _name(self, tag: str, given: dict[str, str]) -> None:
        """Keep what a page says of itself where no reader sees it."""
        if tag == "meta":
            self.names.append(given.get("content", ""))
        elif tag == "link" and given.get("rel", "").lower() in ("canonical", "alternate", "self"):
            self.names.append(given.get("href", ""))
        self.names += [given[key] for key in ("about", "resource") if key in given]

    def _inline(self, tag: str, given: dict[str, str]) -> None:
        noted = _is_note(given)
        if self.mark:
            self.mark.linked |= tag == "a"
        elif tag == "sup" or noted:
            self.mark = _Mark(tag, noted, linked=tag == "a")
        self.open.append(_Open(tag, skipped=_is_hidden(given)))

    def _opened(self, tag: str, given: dict[str, str]) -> _Open:
        found = _Open(tag, skipped=tag in SKIPPED or _is_hidden(given), note=_is_note(given))
        if tag in ("header", "footer") and self.open[-1].tag in ("html", "body"):  # of the page; others may hold a heading of the law
            found.skipped = True
        if tag in ("ol", "ul"):
            styled = re.search(r"list-style(?:-type)?:\s*([a-z-]+)", given.get("style", ""))
            found.kind = "-" if tag == "ul" else given.get("type") or (_STYLE.get(styled[1], "") if styled else "")
            found.count = int(given["start"]) - 1 if re.fullmatch(r"\d{1,3}", given.get("start", "")) else 0
        elif tag == "li":
            self._item(found, given)
        elif tag == "table":
            found.table = _Table()
        return found

    def _item(self, item: _Open, given: dict[str, str]) -> None:
        """Give a list item its marker: what it says itself, else what its list makes of its number."""
        list_ = next((each for each in reversed(self.open) if each.tag in ("ol", "ul")), _Open("ul", kind="-"))
        list_.count = int(given["value"]) if re.fullmatch(r"\d{1,3}", given.get("value", "")) else list_.count + 1
        named = re.fullmatch(r"(\w{1,4})[.)]?", given.get("data-name", ""))
        item.sure_marker = bool(named or list_.kind not in ("", "-"))
        item.marker = "-" if list_.kind == "-" and not named else f"{named[1] if named else _numbered(list_.kind, list_.count)})"

    def _close_likes(self, tag: str) -> None:
        """Close what a new element of the kind closes by itself: paragraphs, items and cells need no end tag."""
        likes = CLOSED_BY_LIKE.get(tag, ("p",))
        for position in range(len(self.open) - 1, 0, -1):
            if self.open[position].tag in likes:
                del self.open[position:]
                return
            if self.open[position].tag in HELD_BY:
                return

    # --- text -------------------------------------------------------------------------------------------------------------

    def _break(self) -> None:
        """Break the line: once is the same paragraph, twice is another."""
        if self.mark or "".join(self.words).strip():
            self.flush()
        elif self.after_break:
            self._owner().began = False
        self.after_break = self._owner().broken = True

    def _end_mark(self) -> None:
        mark, self.mark = self.mark, None
        if mark and mark.is_mark():
            self.marks += 1
        elif mark:
            self.words += mark.text
            self.noted += mark.text if mark.noted else []

    def _owner(self) -> _Open:
        return next(each for each in reversed(self.open) if each.tag not in INLINE)

    def flush(self) -> None:
        """Write the block that was gathered, if it has words."""
        self._end_mark()
        bare, marks = without_marks("".join(self.words))
        text, line, marks = normal(bare), self.line, marks + self.marks
        is_note = bool(text) and normal("".join(self.noted)) == text
        self.words, self.line, self.marks, self.noted = [], 0, 0, []
        if not text:
            return
        owner = self._owner()
        items = [each for each in self.open if each.tag == "li"]
        item = items[-1] if items else None
        joined: Joined = "no"
        if owner.began or (item and item.began):
            joined = "yes" if not owner.broken and (item or owner.tag in ONE_PARAGRAPH) else "maybe"
        owner.began, owner.broken = True, False
        if item:
            text, item.marker, item.began = _marked(text, item), "", True
        set_as: Set = "note" if is_note or any(each.note for each in self.open) else "heading" if owner.tag in HEADINGS else "text"
        table = next((each.table for each in reversed(self.open) if each.table), None)
        if table:
            row = next((each for each in reversed(self.open) if each.tag == "tr"), None)
            table.headed |= owner.tag == "th"
            if row and owner.tag in ("td", "th") and joined == "no":
                row.count += 1
                table.widest = max(table.widest, row.count)
        self.blocks.append((Block(line, text, set_as, joined, len(items), marks), table))

    def finished(self) -> list[Block]:
        """Give the blocks, those of tables of figures marked; a table that holds sections only sets text."""
        setting = {id(table) for block, table in self.blocks if table and block.text.startswith("§")}
        return [
            replace(block, set_as="table") if table and (table.headed or table.widest > 2) and id(table) not in setting else block
            for block, table in self.blocks
        ]


def _marked(text: str, item: _Open) -> str:
    """Put the marker of an item before its words, unless they have one of their own."""
    if not item.marker:
        return text
    own = _MARKER.match(text)
    same = own and re.sub(r"\W", "", own[0]) == re.sub(r"\W", "", item.marker)
    return text if own and (same or not item.sure_marker) else f"{item.marker} {text}"


def _numbered(kind: str, count: int) -> str:
    if kind.lower() == "a" and 0 < count <= 26:
        letter = "abcdefghijklmnopqrstuvwxyz"[count - 1]
        return letter.upper() if kind == "A" else letter
    if kind.lower() == "i" and 0 < count <= len(_ROMAN):
        return _ROMAN[count - 1]
    return str(count)


def _is_note(given: dict[str, str]) -> bool:
    return not NOTES.isdisjoint(given.get("class", "").lower().split())


def _is_hidden(given: dict[str, str]) -> bool:
    return "hidden" in given or given.get("aria-hidden", "") == "true" or bool(re.search(r"display:\s*none", given.get("style", "")))
