"""From the words of a sentence to its property: which phrase, said of what, and whether the classes fit."""

from collections.abc import Sequence

from engine.language import syntax as s
from engine.language.names import ANY, key
from engine.language.report import listed
from engine.language.terms import Scope, Terms
from engine.language.tree import Token
from engine.text import LANGUAGES
from engine.vocabulary.model import Kind, Property
from engine.vocabulary.phrases import SLOT


class Sentences(Terms):
    """Resolves sentences."""

    def sentence(
        self,
        subject: Token | s.Var | None,
        said: Sequence[Token],
        scope: Scope,
        relative: bool,
        at: Token | None = None,
    ) -> s.Condition | None:
        """Resolve a sentence; with ``relative`` the subject is the variable that the clause is about."""
        place = at or (subject if isinstance(subject, Token) else said[0])
        if self.report.is_bad(place.line):
            return None
        slots = [token for token in said if token.kind in ("VAR", "CONCEPT")]
        template = [SLOT if token in slots else token.text for token in said]
        written = " ".join(token.text for token in said)
        shown = f"{subject.text} {written}" if isinstance(subject, Token) else written
        matches = self._read(template, relative) if len(slots) < 2 else []
        if not matches:
            self._unknown_phrase(place, shown, template, relative)
            return None
        fitting = []
        for prop, negative in matches:
            kinds = self._kind(subject, scope), self._kind(slots[0], scope) if slots else ANY
            if any(self._fits(token, kinds[0], allowed, subject) for token in (place,) for allowed in prop.domain) and (
                not slots or self._object_fits(slots[0], kinds[1], prop)
            ):
                fitting.append((prop, negative))
        unknown = [token for token in slots if token.kind == "VAR" and token.text not in scope.known]
        if len({prop.id for prop, _ in fitting}) > 1 and not unknown:
            self.wrong(
                place,
                "ambiguous-phrase",
                readings=" / ".join(prop.label.in_(self.names.language) for prop, _ in fitting),
            )
            return None
        prop, negative = fitting[0] if fitting else matches[0]
        first = self._subject(subject, place, prop, scope, matches)
        second = self._object(slots[0], prop, negative, scope, matches) if slots else None
        if first is None or (slots and second is None):
            return None
        result = s.Sentence(prop.id, first, second, self.place(place))
        return s.Not(result, self.place(place)) if negative else result

    def _read(self, template: list[str], relative: bool) -> list[tuple[Property, bool]]:
        language = self.names.language
        found = self.phrases.read(language, template, relative=True) if relative else []
        found = found or self.phrases.read(language, [SLOT, *template])
        return [(match.property, match.form == "negative") for match in found]

    def _unknown_phrase(self, place: Token, shown: str, template: list[str], relative: bool) -> None:
        language, tokens = self.names.language, template if relative else [SLOT, *template]
        foreign = [
            text.in_(language)
            for other in LANGUAGES
            for match in self.phrases.read(other, [SLOT, *template])
            if (text := match.property.phrase if match.form == "positive" else match.property.phrase_not)
        ]
        near = {each.property.id: each.phrase for each in reversed(self.phrases.near(language, tokens, relative, 9))}
        options = [
            each.replace("{s}", "…").replace("{o}", "…") for each in foreign[:1] or [*reversed(near.values())][:3]
        ]
        self.wrong(
            place, "unknown-phrase", written=shown, hint="did-you-mean" if options else "", options=listed(options)
        )

    def _kind(self, term: Token | s.Var | None, scope: Scope) -> str | None:
        """Give the type of a variable, or None for a concept and for a variable not introduced yet."""
        if isinstance(term, s.Var):
            return term.type
        if term is None or term.kind == "CONCEPT":
            return None
        known = scope.known.get(term.text)
        return known[0] if known else None

    def _fits(self, token: Token, kind: str | None, allowed: str, term: Token | s.Var | None) -> bool:
        if kind is not None:
            return self.names.fits(kind, allowed)
        if isinstance(term, Token) and term.kind == "CONCEPT":
            members = self.names.members(allowed)
            return members is not None and any(each in members for each in self.names.concepts.get(key(term.label), ()))
        return True

    def _object_fits(self, token: Token, kind: str | None, prop: Property) -> bool:
        return prop.kind is not Kind.FLAG and self._fits(token, kind, prop.range, token)

    def _subject(
        self,
        subject: Token | s.Var | None,
        place: Token,
        prop: Property,
        scope: Scope,
        matches: list[tuple[Property, bool]],
    ) -> s.Term | None:
        if isinstance(subject, Token) and subject.kind == "CONCEPT":
            return self._concept_term(subject, [allowed for each, _ in matches for allowed in each.domain])
        var = self.variable(subject, scope) if isinstance(subject, Token) else subject
        if var is None:
            return None
        domains = list(dict.fromkeys(allowed for each, _ in matches for allowed in each.domain))
        if not any(self.names.fits(var.type, allowed) for allowed in domains):
            self.wrong(
                place,
                "wrong-subject",
                name=var.name,
                actual=self.names.describe(var.type),
                phrase=self._bare(prop),
                expected=self.names.describe_all(domains),
            )
            return None
        return var

    def _object(
        self, token: Token, prop: Property, negative: bool, scope: Scope, matches: list[tuple[Property, bool]]
    ) -> s.Term | None:
        ranges = list(dict.fromkeys(each.range for each, _ in matches))
        if token.kind == "CONCEPT":
            return self._concept_term(token, ranges, prop)
        if prop.kind is Kind.VALUE and not negative and token.text not in scope.known:
            scope.known[token.text] = (prop.range, token.line)
        var = self.variable(token, scope)
        if var is None:
            return None
        if not any(self.names.fits(var.type, allowed) for allowed in ranges):
            self.wrong(
                token,
                "wrong-object",
                name=var.name,
                actual=self.names.describe(var.type),
                phrase=self._bare(prop),
                expected=self.names.describe_all(ranges),
            )
            return None
        return var

    def _bare(self, prop: Property) -> str:
        phrase = prop.phrase.in_(self.names.language) if prop.phrase else prop.label.in_(self.names.language)
        return phrase.replace("{s} ", "").replace("{o}", "…")

    def _concept_term(self, token: Token, allowed: Sequence[str], prop: Property | None = None) -> s.Const | None:
        members = frozenset[str]().union(*(self.names.members(each) or () for each in allowed))
        if not members and prop is not None and key(token.label) in self.names.concepts:
            self.wrong(token, "wrong-concept", written=token.label, expected=self.names.describe_all(allowed))
            return None
        found = self._pick(token, members or None, allowed)
        return s.Const(found) if found else None
