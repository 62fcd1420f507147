"""From the raw tree of a file to duties, rules, remarks and outlooks: headers, ids, intervals, and what stands under them."""

import re
from collections.abc import Container, Sequence
from datetime import date
from pathlib import PurePosixPath

from engine.language import syntax as s
from engine.language.conditions import Conditions
from engine.language.forms import form
from engine.language.keywords import FORCES, OUTCOMES, SECTIONS, keywords
from engine.language.names import Names, key
from engine.language.report import Reporter, listed, nearest
from engine.language.terms import Scope
from engine.language.tree import File, Node, Part, Token
from engine.vocabulary.model import Origin, Vocabulary
from engine.vocabulary.phrases import PhraseBook

ID = re.compile(r"[a-z]+(\.[0-9A-Za-zæøåÆØÅ_-]+)+")
_COMMON = ("BASIS", "VALID_FROM", "INTERPRETATION", "FOR_EACH", "WHEN")
ALLOWED = {
    "DUTY": (
        *_COMMON,
        "BEARER",
        "UNLESS",
        "INVOKED",
        "SETTLED_BY",
        "REQUIRES",
        "MET_WHEN",
        "BREACH_WHEN",
        "SUSPICION_WHEN",
        "GOAL",
        "MEASURES",
        "CANNOT_BE",
    ),
    "RULE": (*_COMMON, "THEN"),
    "REMARK": (*_COMMON, "FORCE", "MESSAGE"),
    "OUTLOOK": (*_COMMON, "MESSAGE", "REACTIONS"),
}
_NEEDED = {
    "DUTY": ("BASIS", "BEARER", "FOR_EACH", "GOAL"),
    "RULE": ("FOR_EACH", "WHEN", "THEN"),
    "REMARK": ("BASIS", "FOR_EACH", "WHEN", "FORCE", "MESSAGE"),
    "OUTLOOK": ("FOR_EACH", "WHEN", "MESSAGE"),
}
ONCE = ("BEARER", "VALID_FROM", "INTERPRETATION", "WHEN", "REQUIRES", "MET_WHEN", "GOAL", "THEN", "FORCE", "MESSAGE", "REACTIONS")


def prefix_of(path: str) -> str:
    """Give the id that the ids in a file begin with: ``rules/no/utforelse/3A-5.regel`` has ``no.utforelse.3A-5``."""
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[1:] if parts[:1] == ("rules",) else parts)


def resolve(
    file: File,
    vocabulary: Vocabulary,
    phrases: PhraseBook,
    report: Reporter,
    provisions: Container[str] | None,
    names: Names | None = None,
) -> list[s.Duty | s.Rule | s.Remark | s.Outlook]:
    """Resolve the parts of one file. With problems reported, the result is only good for finding more.

    ``names`` are those of the file's language, from whoever reads many files.
    """
    resolver = _Resolver(file, vocabulary, phrases, report, provisions, names or Names(vocabulary, file.language))
    return [resolver.part(part) for part in file.parts]


class _Resolver:
    def __init__(
        self,
        file: File,
        vocabulary: Vocabulary,
        phrases: PhraseBook,
        report: Reporter,
        provisions: Container[str] | None,
        names: Names,
    ) -> None:
        self.file, self.report, self.provisions, self.vocabulary, self.names = file, report, provisions, vocabulary, names
        self.words = keywords(file.language)
        self.conditions = Conditions(file.path, self.names, phrases, self.words, report)

    def part(self, part: Part) -> s.Duty | s.Rule | s.Remark | s.Outlook:
        self._headers(part)
        scope = Scope()
        scopes = tuple(self._for_each(node, scope) for node in part.sections if node.keyword.kind == "FOR_EACH")
        by = {
            name: [node for node in part.sections if node.keyword.kind == name] for name in ALLOWED["DUTY"] + ("THEN",)
        }
        grounds = {
            name: tuple(self._ground(node, scope) for node in by[name])
            for name in ("WHEN", "UNLESS", "INVOKED", "REQUIRES", "MET_WHEN", "BREACH_WHEN", "SUSPICION_WHEN")
        }
        when = grounds["WHEN"][0] if grounds["WHEN"] else ()
        origins = self._origins(part)
        kind = part.head.keyword.kind
        if kind == "RULE":
            return s.Rule(origins, scopes, when, self._then(by["THEN"], scope, part.head))
        if kind == "REMARK":
            return s.Remark(origins, scopes, when, self._force(part), self._label(part, "MESSAGE", "remark_messages"))
        if kind == "OUTLOOK":
            return s.Outlook(origins, scopes, when, self._label(part, "MESSAGE", "outlook_messages"), self._reactions(part))
        return s.Duty(
            origins,
            self._bearer(part),
            scopes,
            when,
            grounds["UNLESS"],
            grounds["INVOKED"],
            tuple(
                found
                for node in by["SETTLED_BY"]
                for token in node.of("CONCEPT")
                if (found := self.conditions.concept(token))
            ),
            grounds["REQUIRES"][0] if grounds["REQUIRES"] else (),
            grounds["MET_WHEN"][0] if grounds["MET_WHEN"] else (),
            grounds["BREACH_WHEN"],
            grounds["SUSPICION_WHEN"],
            self._label(part, "GOAL", "goals"),
            tuple(
                found
                for node in by["MEASURES"]
                for token in node.of("CONCEPT")
                if (found := self.conditions.concept(token, "measures"))
            ),
            tuple(self._cannot_be(node) for node in by["CANNOT_BE"]),
        )

    # headers

    def _headers(self, part: Part) -> None:
        kind, head = part.head.keyword.kind, part.head
        id_ = part.head.tokens[1]
        seen: dict[str, Token] = {}
        for node in part.sections:
            keyword = node.keyword
            if keyword.kind not in ALLOWED[kind]:
                self._wrong(
                    keyword,
                    "wrong-section",
                    keyword=keyword.text,
                    part=head.keyword.text,
                    allowed=listed([self.words[each] for each in SECTIONS if each in ALLOWED[kind]]),
                )
            elif keyword.kind in ONCE and keyword.kind in seen:
                self._wrong(keyword, "repeated-header", keyword=keyword.text, seen=str(seen[keyword.kind].line))
            seen.setdefault(keyword.kind, keyword)
        for name in _NEEDED[kind]:
            if name not in seen and not self._misread(part):
                self._wrong(
                    head.keyword, "missing-header", id=id_.text, keyword=self.words[name], form=form(name, self.words)
                )
        if (
            kind == "DUTY"
            and not seen.keys() & {"REQUIRES", "MET_WHEN", "BREACH_WHEN", "SETTLED_BY"}
            and not self._misread(part)
        ):
            self._wrong(
                head.keyword,
                "missing-ground",
                id=id_.text,
                requires=self.words["REQUIRES"],
                met=self.words["MET_WHEN"],
                breach=self.words["BREACH_WHEN"],
                settled=self.words["SETTLED_BY"],
            )

    def _misread(self, part: Part) -> bool:
        """Tell whether a broken line of the part may be the one that seems to be missing."""
        last = max((token.line for node in part.sections for token in node.every()), default=part.head.line)
        written = {token.line for node in (part.head, *part.sections) for token in node.every()}
        return any(
            self.report.is_bad(line) and line not in written
            for line in range(part.head.line, max(last, part.head.line + part.text.count("\n")) + 1)
        )

    def _wrong(self, token: Token, code: str, **more: object) -> None:
        self.conditions.wrong(token, code, **more)

    def _origins(self, part: Part) -> s.Origins:
        id_ = part.head.tokens[1]
        prefix = prefix_of(self.file.path)
        if not ID.fullmatch(id_.text):
            self._wrong(id_, "bad-id", id=id_.text)
        elif id_.text != prefix and not id_.text.startswith(prefix + "."):
            self._wrong(id_, "foreign-id", id=id_.text, prefix=prefix)
        return s.Origins(
            id_.text,
            self.file.language,
            self._provisions(part),
            self._interpretation(part),
            *self._interval(part),
            part.text,
            self.conditions.place(part.head.keyword),
        )

    def _provisions(self, part: Part) -> tuple[str, ...]:
        found = []
        for node in self._sections(part, "BASIS"):
            path = node.tokens[1]
            found.append(path.text)
            if self.provisions is not None and path.text not in self.provisions:
                known = sorted(self.provisions) if isinstance(self.provisions, (set, frozenset, dict)) else []
                near = nearest(path.text, known, cutoff=0.7)
                self._wrong(
                    path, "unknown-provision", path=path.text, hint="did-you-mean" if near else "", options=listed(near)
                )
        return tuple(found)

    def _interpretation(self, part: Part) -> str | None:
        return self._label(part, "INTERPRETATION", "interpretations") or None

    def _interval(self, part: Part) -> tuple[date | None, date | None]:
        for node in self._sections(part, "VALID_FROM"):
            tokens = node.of("DATE")
            start, until = [*(self.conditions.day(token) for token in tokens), None][:2]
            if start and until and until <= start:
                self._wrong(tokens[1], "reversed-interval", start=start.isoformat(), until=until.isoformat())
            return start, until
        return None, None

    def _bearer(self, part: Part) -> str:
        for node in self._sections(part, "BEARER"):
            written = " ".join(token.text for token in node.of("WORD"))
            collection = self.vocabulary.collections.get("bearers")
            members = collection.members if collection else ()
            labels = {
                key(self.vocabulary.concepts[each].label.in_(self.file.language)): each
                for each in members
                if each in self.vocabulary.concepts
            }
            if key(written) in labels:
                return labels[key(written)]
            near = nearest(written, list(labels))
            self._wrong(
                node.tokens[1],
                "unknown-bearer",
                written=written,
                hint="did-you-mean" if near else "possible-here",
                options=listed(near or list(labels)),
            )
        return ""

    def _force(self, part: Part) -> str:
        for node in self._sections(part, "FORCE"):
            known = FORCES[self.file.language]
            if node.tokens[1].text in known:
                return known[node.tokens[1].text]
            self._wrong(
                node.tokens[1],
                "unknown-force",
                written=node.tokens[1].text,
                hint="possible-here",
                options=listed(list(known)),
            )
        return ""

    def _reactions(self, part: Part) -> tuple[str, ...]:
        tokens = [token for node in self._sections(part, "REACTIONS") for token in node.of("CONCEPT")]
        return tuple(found for token in tokens if (found := self.conditions.concept(token, "reactions")))

    def _label(self, part: Part, name: str, collection: str) -> str:
        found = [self.conditions.concept(node.of("CONCEPT")[0], collection) for node in self._sections(part, name)]
        return found[0] if found else ""

    def _cannot_be(self, node: Node) -> s.CannotBe:
        outcome = node.of("WORD")
        written = key(" ".join(token.text for token in outcome))
        known = OUTCOMES[self.file.language]
        if written not in known:
            near = nearest(written, list(known))
            self._wrong(
                outcome[0],
                "unknown-outcome",
                written=written,
                hint="did-you-mean" if near else "possible-here",
                options=listed(near or list(known)),
            )
        source = node.of("REST")[0].text.strip()
        if self.provisions is not None and re.match(r"(no|dk)/\S+$", source) and source not in self.provisions:
            self._wrong(node.of("REST")[0], "unknown-provision", path=source, hint="")
        return s.CannotBe(
            known.get(written, ""),
            self.conditions.concept(node.of("CONCEPT")[0], "reasons"),
            source,
            self.conditions.place(node.keyword),
        )

    # conditions

    def _sections(self, part: Part, name: str) -> list[Node]:
        return [node for node in part.sections if node.keyword.kind == name]

    def _for_each(self, node: Node, scope: Scope) -> s.ForEach:
        var = self.conditions.bind(node.of("VAR")[0], self.conditions.class_noun(node), scope)
        return s.ForEach(var, self.conditions.block(node.children, scope, var), self.conditions.place(node.keyword))

    def _ground(self, node: Node, scope: Scope) -> s.Conditions:
        if not node.children:
            self.conditions.empty(node, "empty-section")
        return self.conditions.block(node.children, scope.inner())

    def _then(self, nodes: Sequence[Node], scope: Scope, head: Node) -> s.Sentence:
        nothing = s.Sentence("", s.Const(""), None, self.conditions.place(head.keyword))
        if not nodes:
            return nothing
        node = nodes[0]
        if not node.children and self.report.is_bad(node.line + 1):
            return nothing
        if len(node.children) != 1 or node.children[0].kind != "sentence":
            self._wrong(node.keyword, "then-one", keyword=node.keyword.text)
            return nothing
        found = self.conditions.condition(node.children[0], scope.inner())
        if isinstance(found, s.Not):
            self._wrong(node.children[0].first, "then-one", keyword=node.keyword.text)
        if not isinstance(found, s.Sentence):
            return nothing
        prop = self.vocabulary.properties[found.property]
        if prop.origin is not Origin.DERIVED:
            phrase = (prop.phrase or prop.label).in_(self.file.language).replace("{s}", "…").replace("{o}", "…")
            self._wrong(node.children[0].first, "then-input", phrase=phrase, keyword=node.keyword.text)
        return found
