"""The words of a rule that name something: variables, nouns, concepts, collections, parameters, dates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engine.language import syntax as s
from engine.language.keywords import Keywords
from engine.language.names import ANY, Names, key
from engine.language.report import Reporter, listed, nearest
from engine.language.tree import Node, Token
from engine.vocabulary.phrases import PhraseBook


@dataclass
class Scope:
    """The variables known at a point, and where each was introduced. ``loose``: a broken line may introduce more."""

    known: dict[str, tuple[str, int]] = field(default_factory=dict)
    loose: bool = False

    def inner(self) -> "Scope":
        """Open a block: it sees everything, and what it introduces stays in it."""
        return Scope(dict(self.known), self.loose)


@dataclass
class Terms:
    """Resolves the names of one file; ``Sentences`` and ``Conditions`` build on it."""

    file: str
    names: Names
    phrases: PhraseBook
    words: Keywords
    report: Reporter

    def place(self, token: Token) -> s.Place:
        """Give the place of a token."""
        return s.Place(self.file, token.line, token.column)

    def wrong(self, token: Token, code: str, **more: Any) -> None:
        """Report a problem at a token."""
        self.report.at(token.line, token.column, code, **more)

    # variables

    def bind(self, token: Token, kind: str, scope: Scope) -> s.Var:
        """Introduce a variable."""
        known = scope.known.get(token.text)
        if known:
            self.wrong(token, "bound-twice", name=token.text, seen=str(known[1]))
            kind = ANY
        scope.known[token.text] = (kind, token.line)
        scope.loose = scope.loose or self.report.is_bad(token.line)
        return s.Var(token.text, kind)

    def variable(self, token: Token, scope: Scope) -> s.Var | None:
        """Use a variable that must have been introduced."""
        known = scope.known.get(token.text)
        if known:
            return s.Var(token.text, known[0])
        if scope.loose:
            return s.Var(token.text, ANY)
        names = ", ".join(sorted(scope.known))
        seen = {"nb": " Kjent her: {}.", "da": " Kendt her: {}.", "en": " Known here: {}."}[self.names.language]
        self.wrong(
            token,
            "unbound-variable",
            name=token.text,
            for_each=self.words["FOR_EACH"],
            exists=self.words["EXISTS"],
            known=seen.format(names) if names else "",
        )
        return None

    # nouns

    def _noun(self, written: str, token: Token, tables: Sequence[dict[str, str]]) -> str | None:
        if self.report.is_bad(token.line):
            return ANY
        return next((table[key(written)] for table in tables if key(written) in table), None)

    def _unknown_noun(self, written: str, token: Token, options: Sequence[str]) -> None:
        near = nearest(written, options, cutoff=0.7)
        self.wrong(
            token,
            "unknown-noun",
            written=written,
            hint="did-you-mean" if near else "possible-here",
            options=listed(near or list(options)),
        )

    def class_noun(self, node: Node) -> str:
        """Resolve the noun after «for hver»."""
        noun = node.of("WORD")
        written = " ".join(token.text for token in noun)
        kind = self._noun(written, noun[0], [self.names.bare])
        if kind is None:
            self._unknown_noun(written, noun[0], list(self.names.bare))
        return kind or ANY

    # names between « and », and dates

    def concept(self, token: Token, *collections: str) -> str:
        """Resolve a concept that must be in one of the collections (those of them that exist; none: any concept)."""
        known = [each for each in collections if each in self.names.vocabulary.collections]
        members = frozenset[str]().union(*(self.names.members(each) or () for each in known))
        return self._pick(token, members or None, known) or ""

    def _pick(self, token: Token, members: frozenset[str] | None, allowed: Sequence[str]) -> str | None:
        every = self.names.concepts.get(key(token.label), [])
        found = [each for each in every if members is None or each in members]
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            self.wrong(token, "ambiguous-concept", written=token.label, readings=", ".join(found))
        elif every:
            here = self.names.labels(sorted(members or ()))
            near = nearest(token.label, here, cutoff=0.6) or here[:8]
            self.wrong(
                token,
                "wrong-concept",
                written=token.label,
                expected=self.names.describe_all(allowed),
                hint="possible-here",
                options=listed(near),
            )
        else:
            foreign = self.names.foreign_concepts.get(key(token.label))
            here = self.names.labels(members) if members else self.names.labels(self.names.vocabulary.concepts)
            near = [foreign.label.in_(self.names.language)] if foreign else nearest(token.label, here)
            hint = "did-you-mean" if near else "possible-here" if members and len(members) < 12 else ""
            self.wrong(token, "unknown-concept", written=token.label, hint=hint, options=listed(near or sorted(here)))
        return None

    def collection(self, token: Token) -> str:
        """Resolve the name of a collection."""
        found = self.names.collections.get(key(token.label))
        if found is None:
            stems = [word[:5] for word in key(token.label).split() if len(word) > 4]
            near = [each for each in self.names.collections if any(stem in each for stem in stems)][:3]
            near = near or nearest(token.label, list(self.names.collections))
            self.wrong(
                token,
                "unknown-collection",
                written=token.label,
                hint="did-you-mean" if near else "",
                options=listed(near),
            )
        return found or ""

    def parameter(self, token: Token) -> s.ParameterRef | None:
        """Resolve the name of a dated parameter."""
        found = self.names.parameters.get(key(token.label))
        if found is None:
            near = nearest(token.label, list(self.names.parameters))
            self.wrong(
                token,
                "unknown-parameter",
                written=token.label,
                hint="did-you-mean" if near else "",
                options=listed(near),
            )
            return None
        return s.ParameterRef(found)

    def day(self, token: Token) -> date | None:
        """Resolve a date."""
        try:
            found = date.fromisoformat(token.text)
        except ValueError:
            found = None
        if found is None or token.text != found.isoformat():
            self.wrong(token, "bad-date", written=token.text)
        return found
