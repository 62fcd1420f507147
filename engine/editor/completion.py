"""What can be written where the cursor stands in a rule file: keywords, phrases and concepts in the language of the file."""

from collections.abc import Iterator

from engine.editor.context import Context, context, is_variable
from engine.editor.items import Item, Sort, choice, ranked, verbatim
from engine.editor.offers import Offers
from engine.editor.spans import Span
from engine.editor.workspace import Workspace
from engine.language.forms import form
from engine.language.keywords import FORCES, OUTCOMES, PARTS, SECTIONS, language_of
from engine.language.keywords import keywords as keywords_of
from engine.language.resolve import ALLOWED, ONCE, prefix_of
from engine.text import LANGUAGES

_CONDITIONED = ("WHEN", "UNLESS", "INVOKED", "REQUIRES", "MET_WHEN", "BREACH_WHEN", "SUSPICION_WHEN", "THEN")


def complete(workspace: Workspace, path: str, line: int, column: int) -> list[Item]:
    """Propose what can be written at a place, the likeliest first; nothing within comments and outside the rule files."""
    text, knowledge = workspace.text(path), workspace.knowledge
    if text is None or knowledge is None or not path.endswith(".regel"):
        return []
    here = context(text, line, column, knowledge)
    if here is None:
        return []
    if language_of(text) is None and line == 1:
        return ranked(_languages(path, here))
    return ranked(_Completion(path, Offers(path, here, knowledge), workspace).items())


def _languages(path: str, here: Context) -> Iterator[Item]:
    span = Span(path, here.line, 1, here.line, len(here.before) + 1)
    for language in LANGUAGES:
        written = f"{keywords_of(language).language_line} {language}"
        yield Item(Sort.KEYWORD, written, span, f"{written}\n\n$0", written)


class _Completion:
    """Chooses what fits the place."""

    def __init__(self, path: str, offers: Offers, workspace: Workspace) -> None:
        self.path, self.offers, self.here, self.words = path, offers, offers.here, offers.words
        self.workspace = workspace
        self.prefix = prefix_of(path)

    def items(self) -> Iterator[Item]:
        """Give what fits the line up to the cursor."""
        before, start = self.here.before, self.here.indent
        hit = self.words.starting(before[start:])
        quote = before.rfind("«")
        if quote > before.rfind("»"):
            yield from self.offers.concepts(hit[0] if hit else None, before[start:quote], quote + 1)
        elif hit and before[start + hit[1] : start + hit[1] + 1].isspace():
            yield from self.behind(hit[0], _next(before, start + hit[1]))
        elif (space := before.find(" ", start)) > 0 and is_variable(before[start:space]):
            yield from self.predicate(before[start:space], _next(before, space))
        else:
            yield from self.line(start)

    # behind a keyword

    def behind(self, terminal: str, start: int) -> Iterator[Item]:
        """Propose what may stand behind the keyword that the line begins with."""
        offers, before = self.offers, self.here.before
        match terminal:
            case "DUTY" | "RULE" | "REMARK" | "OUTLOOK":
                yield from offers.listed(Sort.ID, [self.next_id()], start)
            case "BASIS":
                yield from offers.provisions(self.prefix, start)
            case "BEARER":
                yield from offers.listed(Sort.CONCEPT, self.labels("bearers"), start)
            case "FORCE":
                yield from offers.listed(Sort.KEYWORD, FORCES[self.here.language], start)
            case "CANNOT_BE":
                because = f" {self.words['BECAUSE']} {choice(1, self.reasons())} {self.words['SOURCE']} $2"
                for outcome in OUTCOMES[self.here.language]:
                    yield Item(Sort.KEYWORD, outcome, offers.span(start), verbatim(outcome) + because, outcome)
            case "FOR_EACH":
                yield from offers.nouns(start, articles=False)
            case "EXISTS" | "IF":
                found = self.words.patterns["EXISTS"].match(before, start) if terminal == "IF" else None
                if terminal == "IF" and found is None:
                    yield from self.conditions(start)
                else:
                    yield from offers.nouns(_next(before, found.end()) if found else start, articles=True)
            case "FOR_ALL":
                labels = [f"«{each.label.in_(self.here.language)}»" for each in offers.vocabulary.collections.values()]
                letter = offers.letter("T")
                for label in labels:
                    written = f"${{1:{letter}}} {self.words['IN']} {verbatim(label)}"
                    yield Item(Sort.CONCEPT, f"{letter} {self.words['IN']} {label}", offers.span(start), written, label)
            case "WHICH":
                yield from self.clause(start, both=True)
            case "AND" | "NOT":
                yield from self.joined(terminal, start)

    def joined(self, terminal: str, start: int) -> Iterator[Item]:
        """Propose what may stand behind *og* and *ikke:*."""
        before = self.here.before
        inner = self.words.starting(before[start:])
        if inner and before[start + inner[1] : start + inner[1] + 1].isspace():
            yield from self.behind(inner[0], _next(before, start + inner[1]))
            return
        space = before.find(" ", start)
        if space > 0 and is_variable(before[start:space]):
            yield from self.predicate(before[start:space], _next(before, space))
            return
        if terminal == "AND":
            yield from self.clause(start, both=True)
        yield from self.conditions(start, nested=terminal == "AND")

    def predicate(self, name: str, start: int) -> Iterator[Item]:
        """Propose what may be said of a variable."""
        kind = self.here.variables.get(name)
        if kind in ("date", "number"):
            yield from self.offers.comparisons(kind, start)
        else:
            yield from self.offers.phrases(kind, start)

    def clause(self, start: int, lead: str = "", both: bool = False) -> Iterator[Item]:
        """Propose what may be said of the variable that clause lines speak of."""
        about = self.here.about
        kind = self.here.variables.get(about) if about else None
        if about:
            yield from self.offers.phrases(kind, start, lead, relative=True, both=both)

    # at the beginning of a line

    def line(self, start: int) -> Iterator[Item]:
        """Propose what a line may begin with here."""
        here, inner = self.here, self.here.inner
        yield from self.offers.ends(start)
        if here.part is None or (here.indent == 0 and not here.words.strip()):
            yield from self.heads(start)
        if here.part is None:
            return
        yield from self.headers(start)
        if inner is None:
            return
        if here.about:
            lead = self.words["WHICH" if here.first else "AND"] + " "
            yield from self.clause(start, lead)
            yield from self.offers.listed(Sort.KEYWORD, [self.words["WHICH"], self.words["AND"]], start)
        if inner.terminal in _CONDITIONED or inner.terminal in ("FOR_ALL", "IF", "AT_LEAST", "ALL_OF"):
            yield from self.conditions(start)

    def heads(self, start: int) -> Iterator[Item]:
        """Propose to begin a part."""
        for terminal in PARTS:
            word = self.words[terminal]
            yield Item(Sort.KEYWORD, word, self.offers.span(start), f"{word} {verbatim(self.next_id())}", word, rank=2)

    def headers(self, start: int) -> Iterator[Item]:
        """Propose the headers that the part may still have, as far in as its headers stand."""
        here = self.here
        rank = 2 if here.inner is None else 6
        for terminal in SECTIONS:
            if terminal in ALLOWED[here.part or ""] and not (terminal in ONCE and terminal in here.sections):
                word = self.words[terminal]
                also = self.offers.indented(here.margin)
                detail = form(terminal, self.words).removeprefix(word).strip()
                yield Item(Sort.KEYWORD, word, self.offers.span(start), self.header(terminal), word, detail, also=also, rank=rank)

    def header(self, terminal: str) -> str:
        """Write a header as a snippet."""
        words, word = self.words, verbatim(self.words[terminal])
        match terminal:
            case "BASIS":
                return f"{word} ${{1:{verbatim(self.prefix.replace('.', '/'))}}}"
            case "BEARER":
                return f"{word} {choice(1, self.labels('bearers'))}"
            case "FORCE":
                return f"{word} {choice(1, list(FORCES[self.here.language]))}"
            case "VALID_FROM":
                return f"{word} ${{1:2026-01-01}}"
            case "FOR_EACH":
                return f"{word} {choice(1, list(self.offers.names.bare))} ${{2:{self.offers.letter('U')}}}"
            case "CANNOT_BE":
                outcome, reason = choice(1, list(OUTCOMES[self.here.language])), choice(2, self.reasons())
                return f"{word} {outcome} {words['BECAUSE']} {reason} {words['SOURCE']} $3"
            case _ if terminal in _CONDITIONED:
                return f"{word}\n{' ' * (self.here.margin + 2)}$0"
        return f"{word} «$1»"

    def conditions(self, start: int, nested: bool = False) -> Iterator[Item]:
        """Propose conditions: what may be said of each variable, and the blocks; ``nested`` in a clause line."""
        offers = self.offers
        for name, kind in self.here.variables.items():
            if kind not in ("date", "number"):
                yield from offers.phrases(kind, start, f"{name} ", both=False)
            what = offers.names.describe(kind).in_(self.here.language)
            yield Item(Sort.VARIABLE, name, offers.span(start), name, name, what, rank=2)
        for terminal in ("EXISTS", "FOR_ALL", "IF", "AT_LEAST", "ALL_OF", "NOT"):
            word = self.words[terminal]
            detail = form(terminal, self.words).removeprefix(word).strip()
            yield Item(Sort.KEYWORD, word, offers.span(start), self.block(terminal, nested), word, detail, rank=3)

    def block(self, terminal: str, nested: bool) -> str:
        """Write a block as a snippet."""
        words, word = self.words, verbatim(self.words[terminal])
        below, end = "\n" + " " * (self.here.indent + 2), "\n" + " " * self.here.indent + words["END"]
        match terminal:
            case "EXISTS":
                nouns = [noun for _, noun in self.offers.indefinite()]
                return f"{word} {choice(1, nouns)} ${{2:X}}{below}{words['WHICH']} $0{end if nested else ''}"
            case "FOR_ALL":
                return f"{word} ${{1:{self.offers.letter('T')}}} {words['IN']} «$2»{below}$0{end}"
            case "IF":
                return f"{word} $1{below}$0{end}"
            case "AT_LEAST":
                return f"{word} ${{1:1}} {words['OF']}{below}$0{end}"
            case "ALL_OF":
                return f"{word}{below}$0{end}"
        return f"{word} $0"

    # words

    def labels(self, collection: str) -> list[str]:
        """Give the labels of a collection."""
        found = self.offers.vocabulary.collections.get(collection)
        return self.offers.names.labels(found.members) if found else []

    def reasons(self) -> list[str]:
        """Give the reasons why a duty can't have an outcome."""
        return [f"«{label}»" for label in self.labels("reasons")]

    def next_id(self) -> str:
        """Give the first numbered id of the file that no part has."""
        taken = self.workspace.part_ids
        return next(id_ for number in range(1, 1000) if (id_ := f"{self.prefix}.{number}") not in taken)


def _next(line: str, start: int) -> int:
    """Give the offset of the next letter that isn't a space."""
    return start + len(line[start:]) - len(line[start:].lstrip())
