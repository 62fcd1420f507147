"""From ``kb/alignment.ttl`` to alignments, Norway on the left; what is wrong with the file is named all at once."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from engine.compare.model import COLUMNS, RELATIONS, Alignment, Asks, Column, Relation
from engine.errors import BadInputError, Problem
from engine.text import LANGUAGES, Text, same
from engine.turtle import NAMESPACE, text_of

if TYPE_CHECKING:
    from engine.rulebase import RuleBase

FILE = "kb/alignment.ttl"
KEYS = frozenset({
    "column", "factor", "title", "noDuty", "dkDuty", "noProvision", "dkProvision", "relation", "note", "dossier", "lookedAt", "order",
})


def load(rulebase: "RuleBase") -> tuple[Alignment, ...]:
    """Read the alignment of a rule base, in its own order. Raises BadInputError with everything that is wrong."""
    found = read(rulebase.folder)
    problems = list(_problems(found, rulebase))
    if problems:
        raise BadInputError(problems)
    return found


def read(folder: Path) -> tuple[Alignment, ...]:
    """Read the file without checking it against the rest of the rule base."""
    from rdflib import RDF, Graph, URIRef

    graph = Graph().parse(folder / FILE, format="turtle")
    found = []
    for node in graph.subjects(RDF.type, URIRef(NAMESPACE + "Alignment")):
        values: dict[str, list[Any]] = defaultdict(list)
        for predicate, value in graph.predicate_objects(node):
            values[str(predicate).removeprefix(NAMESPACE)].append(value)
        found.append(_alignment(str(node).rsplit("/", 1)[-1], values))
    return tuple(sorted(found, key=lambda each: (each.order, each.id)))


def _alignment(id_: str, values: dict[str, list[Any]]) -> Alignment:
    def words(key: str) -> tuple[str, ...]:
        return tuple(sorted(str(value).removeprefix(NAMESPACE) for value in values[key]))

    def text(key: str) -> Text:
        return text_of(values[key]) or same("")

    unknown = [same(key) for key in values if key not in KEYS and "#type" not in key]
    if unknown:
        raise BadInputError([_problem(id_, "unknown-key", UNKNOWN_KEY.format(key=key)) for key in unknown])
    return Alignment(
        id=id_,
        column=cast(Column, "".join(words("column"))),
        factors=words("factor"),
        title=text("title"),
        left=Asks(words("noDuty"), words("noProvision")),
        right=Asks(words("dkDuty"), words("dkProvision")),
        relation=cast(Relation, "".join(words("relation"))),
        note=text("note"),
        sources=words("dossier"),
        looked_at=words("lookedAt"),
        order=int("".join(words("order")) or 0),
    )


UNKNOWN_KEY = Text("«{key}» er ikke kjent her.", "»{key}« er ikke kendt her.", "“{key}” is not known here.")
MISSING = Text("{what} mangler.", "{what} mangler.", "{what} is missing.")
NOT_ONE_OF = Text("«{value}» er ikke lov her.", "»{value}« er ikke tilladt her.", "“{value}” is not allowed here.")
ALLOWED = Text("Lov er: {values}.", "Tilladt er: {values}.", "Allowed: {values}.")
UNKNOWN = Text("«{value}» finnes ikke i regelbasen.", "»{value}« findes ikke i regelbasen.", "“{value}” is not in the rule base.")
LONELY = Text(
    "«no_counterpart» brukes når og bare når den ene siden ikke har noe; da sier lookedAt hva som ble lest.",
    "»no_counterpart« bruges, når og kun når den ene side intet har; da siger lookedAt, hvad der blev læst.",
    "“no_counterpart” is used where, and only where, one side has nothing; lookedAt then says what was read.",
)


def _problem(id_: str, code: str, message: Text, hint: Text | None = None) -> Problem:
    return Problem(FILE, 0, 0, code, Text(*(f"{id_}: {message.in_(language)}" for language in LANGUAGES)), hint)


def _problems(alignments: tuple[Alignment, ...], rulebase: "RuleBase") -> Iterator[Problem]:
    duties = {duty.origins.id for duty in rulebase.rules.duties}
    factors = set(rulebase.vocabulary.collections["factors"].members)
    for each in alignments:
        for key, allowed in (("column", COLUMNS), ("relation", RELATIONS)):
            if (value := getattr(each, key)) not in allowed:
                hint = ALLOWED.format(values=", ".join(allowed))
                yield _problem(each.id, "not-allowed", NOT_ONE_OF.format(value=value or key), hint)
        for key in ("title", "note"):
            if not all(getattr(each, key)):
                yield _problem(each.id, "missing", MISSING.format(what=key))
        if not each.sources:
            yield _problem(each.id, "missing", MISSING.format(what="dossier"))
        if (each.relation == "no_counterpart") == bool(each.left and each.right) or (
            each.relation == "no_counterpart" and not (each.looked_at and (each.left or each.right))
        ):
            yield _problem(each.id, "counterpart", LONELY)
        for regime, asks in (("no", each.left), ("dk", each.right)):
            named = [(duty, duty in duties and duty.startswith(f"{regime}.")) for duty in asks.duties]
            named += [(path, path in rulebase.law.by_path and path.startswith(f"{regime}/")) for path in asks.provisions]
            for value, there in named:
                if not there:
                    yield _problem(each.id, "unknown-name", UNKNOWN.format(value=value))
        for factor in each.factors:
            if factor not in factors:
                yield _problem(each.id, "unknown-name", UNKNOWN.format(value=factor))
