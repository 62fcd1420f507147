"""Conditions as sentences for reading: a rule's conditions in, nested lines in the reader's language out.

The phrases come from the dictionary and are put together as ``docs/sentences.md`` says; where a sentence would grow too long,
what it says of a thing becomes a list. A variable is named by its noun, and by its letter too where another of its kind is about.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from engine.book import sentence_words as w
from engine.book.lines import Line, Piece, Pieces, finished, headed
from engine.book.phrasing import Env, Href, Phrasing
from engine.language import syntax as s
from engine.language.walk import Part, conditions_of, inside
from engine.proof.names import QUOTES
from engine.text import Language, Text
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import AND, capital, speak

LONGEST_INLINE = 170  # characters of a sentence that is still read in one breath
MOST_CLAUSES = 3
MOST_MEMBERS = 4  # of a list that is named with them


def ambiguous(part: Part) -> frozenset[str]:
    """Give the letters that a part uses for things of which another of the same kind is about at the same time."""
    scope = [(each.var.name, each.var.type) for each in part.scope]
    found = {name for n, var in enumerate(scope) for name in _alike(scope[:n], var)}
    return frozenset(found | set(_clashes(conditions_of(part), scope)))


def _alike(visible: Sequence[tuple[str, str]], new: tuple[str, str]) -> list[str]:
    """Give the letters of a new variable and of those of its kind."""
    others = [name for name, kind in visible if kind == new[1] and name != new[0]]
    return [new[0], *others] if others else []


def _clashes(conditions: Iterable[s.Condition], visible: list[tuple[str, str]]) -> Iterator[str]:
    for condition in conditions:
        seen = visible
        if isinstance(condition, s.Exists | s.ForAll):
            new = (condition.var.name, condition.var.type if isinstance(condition, s.Exists) else "item")
            yield from _alike(visible, new)
            seen = [*visible, new]
        yield from _clashes(inside(condition), seen)


class Prose:
    """Writes the conditions of one part of the rules in one language; ``href`` gives addresses, ``day`` is that of the law."""

    def __init__(self, vocabulary: Vocabulary, language: Language, href: Href, day: date, part: Part) -> None:
        self.vocabulary, self.language = vocabulary, language
        self.say = Phrasing(vocabulary, language, href, day, ambiguous(part))

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    # --- whole lines ------------------------------------------------------------------------------------------------------

    def lines(self, conditions: Iterable[s.Condition]) -> tuple[Line, ...]:
        """Write each condition as a line that begins with a capital letter."""
        return tuple(finished(self.line(condition, {})) for condition in conditions)

    def scope(self, each: s.ForEach) -> Line:
        """Write one variable of the scope: «hver hendelse som skjedde ved enheten»."""
        own, others = self._split(each.joins, each.var)
        article, _ = self.say.noun(each.var.type).indefinite.in_(self.language).split(" ", 1)
        head = self._bare(each.var, w.EVERY_NEUTER if article == "et" else w.EVERY)
        return finished(self._thing(head, own, others, {}, False))

    def conclusion(self, then: s.Sentence) -> Line:
        """Write what a rule concludes."""
        return finished(Line(self.say.sentence(then, {}, "positive")))

    def open_conclusion(self, then: s.Sentence) -> Line:
        """Write what a rule concludes without saying of what: «enheten har tegn på belastning fra …»."""
        text = speak(self.vocabulary.properties[then.property], self.language, "positive", "{s}", "…")
        subject = "".join(piece.text for piece in self.say.term(then.subject, {}, True))
        return Line((Piece(capital(text.replace("{s}", subject))),))

    def line(self, condition: s.Condition, env: Env, negated: bool = False) -> Line:
        """Write a condition, or its opposite; ``env`` names the variables that stand for the items of a list."""
        match condition:
            case s.Sentence():
                return Line(self.say.sentence(condition, env, "negative" if negated else "positive"))
            case s.Compare():
                return Line(self.say.comparison(condition, negated))
            case s.Not(body):
                return self.line(body, env, not negated)
            case s.Exists():
                return self._existence(condition, env, negated)
            case s.AtLeast(n=n, branches=branches):
                one, several = (w.NONE, w.FEWER) if negated else (w.AT_LEAST_ONE, w.AT_LEAST)
                return self._list(self._(one if n == 1 else several, n=n), branches, env)
            case s.AllOf(body=body):
                return self._list(self._(w.NOT_ALL if negated else w.ALL), body, env)
            case s.ForAll():
                return self._for_all(condition, env, negated)
            case s.If():
                return self._list(self._(w.NOT_SO), (condition,), env) if negated else self._if(condition, env)
        raise TypeError(f"no such condition: {condition!r}")

    def _list(self, head: str, conditions: Sequence[s.Condition], env: Env, negated: bool = False) -> Line:
        return headed((Piece(head),), [self.line(condition, env, negated) for condition in conditions])

    def _for_all(self, condition: s.ForAll, env: Env, negated: bool) -> Line:
        named = self._(w.ITEM) + (f" {condition.var.name}" if condition.var.name in self.say.letters else "")
        inner = {**env, condition.var.name: named}
        alone = len(condition.body) == 1
        form = w.EACH_ITEM if not negated else w.SOME_ITEM if alone else w.SOME_ITEM_NOT_ALL
        before, after = form.in_(self.language).split("{list}")
        head = (Piece(before), *self._collection(condition.collection), Piece(after))
        return headed(head, [self.line(each, inner, negated and alone) for each in condition.body])

    def _collection(self, name: str) -> Pieces:
        """Name a list, with its members where they are few."""
        found = self.vocabulary.collections[name]
        label = self._(QUOTES, title=found.label.in_(self.language))
        named = (Piece(label, self.say.href("list", name)),)
        if len(found.members) > MOST_MEMBERS:
            return named
        members = [(Piece(self.say.concept(each, False), self.say.href("concept", each)), Piece("; ")) for each in found.members]
        return (*named, Piece(" ("), *[piece for both in members for piece in both][:-1], Piece(")"))

    def _if(self, condition: s.If, env: Env) -> Line:
        body = [self.line(each, env) for each in condition.body]
        test = self._subordinate(condition.test[0], env) if len(condition.test) == 1 else None
        if test is None:
            tests = self._list(self._(w.IF_ALL), condition.test, env)
            return Line(tests.pieces, (*tests.children, headed((Piece(self._(w.THEN)),), body)))
        before, after = w.IF.in_(self.language).split("{test}")
        return headed((Piece(before), *test, Piece(after)), body)

    def _subordinate(self, condition: s.Condition, env: Env) -> Pieces | None:
        """Write a condition in the order of a subordinate clause, if it can stand in one."""
        if isinstance(condition, s.Not) and isinstance(condition.body, s.Sentence):
            sentence = condition.body
            return (*self.say.term(sentence.subject, env, True), Piece(" "), *self.say.relative(sentence, env, True, False))
        if isinstance(condition, s.Sentence | s.Compare | s.Exists):
            found = self.line(condition, env)
            return None if found.children else found.pieces
        return None

    # --- there is ---------------------------------------------------------------------------------------------------------

    def _existence(self, condition: s.Exists, env: Env, negated: bool) -> Line:
        own, others = self._split(condition.body, condition.var)
        if negated and condition.minimum == 1 and (every := self._for_every(condition.var, own, others, env)):
            return every
        noun = self.say.noun(condition.var.type)
        several = condition.minimum > 1
        if several:
            form, what = (w.THERE_ARE_NOT if negated else w.THERE_ARE), noun.plural
        else:
            form, what = w.THERE_IS, noun.negative if negated else noun.indefinite
        head = (Piece(self._(form, n=condition.minimum, what=what.in_(self.language))), *self.say.letter(condition.var))
        return self._thing(head, own, others, env, several)

    def _split(
        self, body: Sequence[s.Condition], var: s.Var
    ) -> tuple[list[tuple[s.Sentence, bool]], list[s.Condition]]:
        """Divide what is said of a thing: sentences about it (and whether they are negated), and the rest."""
        own: list[tuple[s.Sentence, bool]] = []
        others: list[s.Condition] = []
        for part in body:
            sentence = part.body if isinstance(part, s.Not) else part
            if isinstance(sentence, s.Sentence) and isinstance(sentence.subject, s.Var) and sentence.subject.name == var.name:
                own.append((sentence, isinstance(part, s.Not)))
            else:
                others.append(part)
        return own, others

    def _thing(
        self, head: Pieces, own: Sequence[tuple[s.Sentence, bool]], others: Sequence[s.Condition], env: Env, several: bool
    ) -> Line:
        """Write a thing with what is said of it: in one sentence where that is short, else as a list."""
        clauses = [self.say.relative(sentence, env, negative, several) for sentence, negative in own]
        which = self._(w.EACH_OF_WHICH if several else w.WHICH)
        if not others and len(own) <= MOST_CLAUSES:
            sentence = head + self._inline(which, clauses, several)
            if sum(len(piece.text) for piece in sentence) <= LONGEST_INLINE:
                return Line(sentence)
        joint = Piece(f"{self._(AND)} ")
        rest = [self.line(each, env) for each in others]
        if not clauses and len(others) == 1 and (where := self._subordinate(others[0], env)):
            return Line((*head, Piece(f"{self._comma()} {self._(w.WHERE)} "), *where))
        if not clauses:
            return headed((*head, Piece(f"{self._comma()} {self._(w.WHERE_ALL)}")), rest)
        children = [Line(clause) for clause in clauses] + [Line((joint, *each.pieces), each.children) for each in rest]
        return Line((*head, Piece(f"{self._comma(several)} {which}")), tuple(children))

    def _inline(self, which: str, clauses: Sequence[Pieces], several: bool = False) -> Pieces:
        """Join clauses: «som a, som b og som c»; in Danish with a comma before the first and the last too."""
        found: list[Piece] = []
        for n, clause in enumerate(clauses):
            last = n == len(clauses) - 1 and n > 0
            comma = "," if n and not last else self._comma(several)
            found += [Piece(f"{comma} {self._(AND)} {which} " if last else f"{comma} {which} "), *clause]
        return tuple(found)

    def _for_every(
        self, var: s.Var, own: Sequence[tuple[s.Sentence, bool]], others: Sequence[s.Condition], env: Env
    ) -> Line | None:
        """Write that there is none without something as what it says of each one: «for hver hendelse som …, gjelder dette»."""
        demanded = [each.body for each in others if isinstance(each, s.Not)]
        about = [each for each in others if not isinstance(each, s.Not)]
        if not demanded or len(own) > MOST_CLAUSES or len(about) > 1 or not all(isinstance(each, s.Sentence) for each in about):
            return None
        article, _ = self.say.noun(var.type).indefinite.in_(self.language).split(" ", 1)
        head = self._bare(var, w.FOR_EVERY_NEUTER if article == "et" else w.FOR_EVERY)
        head += self._inline(self._(w.WHICH), [self.say.relative(sentence, env, negative, False) for sentence, negative in own])
        for each in about:
            head += (Piece(f"{self._comma()} {self._(w.WHERE)} "), *self.line(each, env).pieces)
        holds = w.HOLDS if len(demanded) == 1 else w.ONE_HOLDS
        comma = "," if own or about or self.language == "en" else ""
        return headed((*head, Piece(f"{comma} {self._(holds)}")), [self.line(each, env) for each in demanded])

    def _bare(self, var: s.Var, form: Text) -> Pieces:
        """Write «hver hendelse»: the noun without its article."""
        noun = self.say.noun(var.type).indefinite.in_(self.language).split(" ", 1)[1]
        return (Piece(self._(form, what=noun)), *self.say.letter(var))

    def _comma(self, several: bool = False) -> str:
        """Give what stands before «som»: a comma in Danish, and before «each of which»."""
        return "," if self.language == "da" or (several and self.language == "en") else ""
