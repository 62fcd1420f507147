"""The assessment as PROV-O in Turtle: what was concluded, from which steps, facts, documents and rules, and by which roles it was said.

Written directly and in a fixed order, so that the same assessment gives the same bytes. Everything has an IRI; there are no blank
nodes, no times of a run and no persons.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from engine import __version__
from engine.assessment import Assessment
from engine.inference.program import key_of
from engine.proof.record import record
from engine.text import LANGUAGES
from engine.turtle import LAW, NAMESPACE

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "fv": NAMESPACE,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
URN = "urn:forsvarlig:"
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

Record = dict[str, Any]
Pair = tuple[str, str]  # predicate and object, ready to be written


def provo(assessment: Assessment) -> str:
    """Write an assessment as Turtle."""
    return _Writer(assessment, record(assessment)).whole()


def literal(text: str, kind: str = "") -> str:
    """Write a literal; ``kind`` is a datatype (``xsd:date``) or a language (``@nb``)."""
    escaped = "".join(ESCAPES.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}") for c in text)
    return f'"{escaped}"' + (kind if kind.startswith("@") else f"^^{kind}" if kind else "")


def iri(*parts: str) -> str:
    """Write an IRI; what an IRI can't hold is percent-encoded."""
    return f"<{quote(''.join(parts), safe=':/#@~.-_()%')}>"


def _texts(predicate: str, texts: dict[str, str]) -> Iterator[Pair]:
    return ((predicate, literal(texts[language], f"@{language}")) for language in LANGUAGES)


class _Writer:
    """Writes one assessment; ``base`` is an address of its own, from what it rests on."""

    def __init__(self, assessment: Assessment, data: Record) -> None:
        self.assessment, self.data = assessment, data
        parts = (data["case"]["hash"], data["rulebase"]["hash"], data["law_date"], *data["regimes"], data["engine"])
        outcomes = (outcome["id"] for outcome in data["outcomes"])
        self.base = f"{URN}assessment:{sha256(' '.join((*parts, *outcomes)).encode()).hexdigest()[:16]}"
        self.facts = {(f["property"], f["subject"], f["object"]) for f in data["facts"]}
        self.lines: list[str] = []

    def whole(self) -> str:
        """Write the whole Turtle document."""
        self.lines = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
        self._activity()
        self._sources()
        self._rules()
        for outcome, row in zip(self.data["outcomes"], self.assessment.outcomes, strict=True):
            self._outcome(outcome, [provision.id for provision in row.validity.cited])
        for name, node in self.data["proof"].items():
            self._node(name, node)
        for fact in self.data["facts"]:
            self._fact(fact)
        return "\n".join(self.lines) + "\n"

    def _write(self, subject: str, kind: str, pairs: Iterable[Pair]) -> None:
        found = dict.fromkeys([("a", kind), *pairs])
        self.lines += ["", subject + " " + " ;\n    ".join(f"{predicate} {obj}" for predicate, obj in found) + " ."]

    # --- what it was made from ----------------------------------------------------------------------------------------

    def _activity(self) -> None:
        data, case = self.data, self.data["case"]
        engine = iri(URN, "engine:", __version__)
        rules = [("prov:used", self._rule(key)) for key in data["rules"]]
        about = [("fv:factsOf", literal(data["date"], "xsd:date")), ("fv:lawOf", literal(data["law_date"], "xsd:date"))]
        about += [("fv:regime", literal(regime)) for regime in data["regimes"]]
        used = [("prov:used", self._case()), ("prov:used", self._rulebase()), *rules]
        self._write(iri(self.base), "prov:Activity", [("prov:wasAssociatedWith", engine), *about, *used])
        self._write(engine, "prov:SoftwareAgent", [("rdfs:label", literal(f"Forsvarlig {__version__}"))])
        named = [("rdfs:label", literal(case["name"]))] if case["name"] else []
        fictional = [("fv:fictional", literal("true" if case["fictional"] else "false", "xsd:boolean"))]
        basis = [("fv:hash", literal(case["hash"])), ("fv:basis", literal(case["basis"]))]
        self._write(self._case(), "prov:Entity", [*named, *basis, *fictional])
        hashed = [("fv:hash", literal(data["rulebase"]["hash"]))]
        read = [("fv:lawRead", literal(data["rulebase"]["law_read"], "xsd:date"))]
        self._write(self._rulebase(), "prov:Entity", [*hashed, *read])

    def _sources(self) -> None:
        """Write the documents, the places in them, and the roles that said something."""
        places: set[tuple[str, str]] = set()
        roles: set[str] = set()
        documents = {entry.id for entry in self.assessment.case.of("Document")}
        for holder in (*self.data["proof"].values(), *self.data["facts"]):
            source = holder.get("source") or {}
            roles.update(source.get("who", ()))
            places.update((e["document"], e["place"]) for e in source.get("evidence", ()) if e["place"])
        for document in sorted(documents | {document for document, _ in places}):
            entry = self.assessment.case.entries.get(document)
            titled = [("rdfs:label", literal(entry.title))] if entry and entry.title else []
            self._write(self._document(document), "prov:Entity", [*titled, ("fv:id", literal(document))])
        for document, place in sorted(places):
            within = [("prov:specializationOf", self._document(document)), ("fv:place", literal(place))]
            self._write(self._place(document, place), "prov:Entity", within)
        for role in sorted(roles):
            label = self.assessment.rulebase.vocabulary.concepts.get(role)
            named = _texts("rdfs:label", label.label._asdict()) if label else ()
            self._write(self._role(role), "prov:Agent", [("fv:role", self._term(role)), *named])

    def _rules(self) -> None:
        rules = self.assessment.rulebase.rules
        every = [*(d.origins for d in rules.duties), *(r.origins for r in rules.rules), *(r.origins for r in rules.remarks)]
        every += [outlook.origins for outlook in rules.outlooks]
        origins = {key_of(each): each for each in every}
        for key, rule in self.data["rules"].items():
            law = [("fv:provision", iri(LAW, path)) for path in origins[key].provisions]
            source = [("fv:id", literal(rule["id"])), ("fv:file", literal(rule["file"]))]
            derived = [("prov:wasDerivedFrom", provision) for _, provision in law]
            written = [("prov:value", literal(rule["text"])), ("fv:language", literal(rule["language"]))]
            self._write(self._rule(key), "prov:Entity", [*source, *law, *derived, *written])

    # --- what was concluded -------------------------------------------------------------------------------------------

    def _outcome(self, outcome: Record, provisions: list[str]) -> None:
        pairs: list[Pair] = [("prov:wasGeneratedBy", iri(self.base)), ("fv:duty", literal(outcome["duty"]))]
        pairs += [("fv:id", literal(outcome["id"])), ("fv:outcome", literal(outcome["outcome"]))]
        pairs += [("fv:bearer", self._term(outcome["bearer"]))]
        if outcome["strength"]:
            pairs.append(("fv:strength", literal(outcome["strength"])))
        if outcome["scope"]["unit"]:
            pairs.append(("fv:unit", iri(URN, "case:", outcome["scope"]["unit"])))
        pairs += [("fv:provision", iri(LAW, path)) for path in provisions or outcome["provisions"]]
        pairs += [("prov:wasDerivedFrom", self._step(node)) for node in outcome["proof"].values()]
        pairs += [*_texts("rdfs:label", outcome["title"]), *_texts("rdfs:comment", outcome["reason"])]
        self._write(iri(self.base, "/outcome/", outcome["id"]), "prov:Entity", pairs)

    def _node(self, name: str, node: Record) -> None:
        pairs: list[Pair] = [("prov:wasGeneratedBy", iri(self.base)), ("fv:kind", literal(node["kind"]))]
        pairs.append(("fv:holds", literal(node["holds"])))
        if "follows_by" in node:
            pairs.append(("fv:followsBy", literal(node["follows_by"])))
        if "condition" in node:
            pairs.append(("fv:condition", literal(node["condition"])))
        if "statement" in node:
            pairs.append(("fv:statement", literal("/".join(self._spoken(node["statement"])))))
            statement = (*node["statement"], None)[:3]
            if statement in self.facts:
                pairs.append(("prov:wasDerivedFrom", self._fact_iri(*statement)))
        if node.get("condition", "").split(":", 1)[0] in self.data["rules"]:
            pairs.append(("prov:wasDerivedFrom", self._rule(node["condition"].split(":", 1)[0])))
        steps = [*node.get("premises", ()), *(c["node"] for c in node.get("candidates", ()) if c["node"])]
        pairs += [("prov:wasDerivedFrom", self._step(step)) for step in steps]
        self._write(self._step(name), "prov:Entity", [*pairs, *self._said(node.get("source"))])

    def _fact(self, fact: Record) -> None:
        address = literal("/".join(self._spoken([fact["property"], fact["subject"], fact["object"]])))
        pairs = [("fv:statement", address), ("fv:holds", literal(fact["holds"])), ("prov:wasDerivedFrom", self._case())]
        subject = self._fact_iri(fact["property"], fact["subject"], fact["object"])
        self._write(subject, "prov:Entity", [*pairs, *self._said(fact["source"])])

    def _said(self, source: Record | None) -> Iterator[Pair]:
        """Say who said something, how, and in which document and place it is written."""
        if source is None:
            return
        yield "fv:how", literal(source["how"])
        if "as_of" in source:
            yield "fv:asOf", literal(source["as_of"], "xsd:date")
        for role in source.get("who", ()):
            yield "prov:wasAttributedTo", self._role(role)
        for evidence in source.get("evidence", ()):
            yield "prov:wasDerivedFrom", self._document(evidence["document"])
            if evidence["place"]:
                yield "prov:wasQuotedFrom", self._place(evidence["document"], evidence["place"])

    # --- addresses ----------------------------------------------------------------------------------------------------

    def _spoken(self, statement: list[str | None]) -> list[str]:
        """Give a statement in the order of its address: subject, property, object."""
        prop, subject, *obj = statement
        return [part for part in (subject, prop, *obj) if part]

    def _case(self) -> str:
        return iri(URN, "case-file:", self.data["case"]["hash"])

    def _rulebase(self) -> str:
        return iri(URN, "rulebase:", self.data["rulebase"]["hash"])

    def _rule(self, key: str) -> str:
        return iri(URN, "rule:", key.replace("#", ":"))

    def _step(self, name: str) -> str:
        return iri(self.base, "/step/", name)

    def _fact_iri(self, prop: str, subject: str, obj: str | None) -> str:
        return iri(self.base, "/fact/", "/".join(self._spoken([prop, subject, obj])))

    def _document(self, document: str) -> str:
        return iri(URN, "case:", document)

    def _place(self, document: str, place: str) -> str:
        return f"<{URN}case:{quote(document)}/place/{quote(place, safe='')}>"

    def _role(self, role: str) -> str:
        return iri(URN, "role:", role)

    def _term(self, name: str) -> str:
        return iri(NAMESPACE, name)
