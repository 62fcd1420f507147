"""Composition of sentences from conditions, as ``docs/sentences.md`` lays down for each language. Nothing else is composed."""

from collections.abc import Mapping
from datetime import date

from engine.language.syntax import (
    AllOf,
    Amount,
    AtLeast,
    CaseDate,
    Compare,
    Condition,
    Const,
    Exists,
    ForAll,
    If,
    Not,
    ParameterRef,
    Sentence,
    Term,
    Var,
)
from engine.proof.names import Names
from engine.text import Language, Text
from engine.vocabulary.model import Kind, Noun, Property, Vocabulary
from engine.vocabulary.phrases import AND, Clause, speak

Bindings = dict[str, str]

THERE_IS = Text("det finnes {what}{rest}", "der findes {what}{rest}", "there is {what}{rest}")
THERE_ARE = Text(
    "det finnes minst {n} {what}{rest}", "der findes mindst {n} {what}{rest}", "there are at least {n} {what}{rest}"
)
WITHOUT = Text("uten at det finnes {what}{rest}", "uden at der findes {what}{rest}", "without there being {what}{rest}")
TOO_FEW = Text("det finnes ikke {n} {what}{rest}", "der findes ikke {n} {what}{rest}", "there are not {n} {what}{rest}")
FOR_ALL = Text(
    "for alle {what}{rest}{comma} gjelder dette: {body}",
    "for alle {what}{rest}{comma} gælder følgende: {body}",
    "for each {what}{rest}, this holds: {body}",
)
NONE_TOLD = Text(
    "det er ikke opplyst om noen {what}{rest}",
    "der er ikke oplyst om nogen {what}{rest}",
    "the information given mentions {what}{rest}",
)
UNKNOWN_VALUES = {
    "date": Text("en ukjent dato", "en ukendt dato", "an unknown date"),
    "number": Text("et ukjent antall", "et ukendt antal", "an unknown number of"),
    "decimal": Text("et ukjent antall", "et ukendt antal", "an unknown number of"),
}
WHERE = Text("der {clause}", "hvor {clause}", "where {clause}")
ONE_OF = Text(
    "minst {n} av disse vilkårene er oppfylt: {parts}",
    "mindst {n} af disse betingelser er opfyldt: {parts}",
    "at least {n} of these conditions is met: {parts}",
)
NONE_OF = Text(
    "ingen av disse vilkårene er oppfylt: {parts}",
    "ingen af disse betingelser er opfyldt: {parts}",
    "none of these conditions is met: {parts}",
)
NOT_ALL = Text("ikke alt dette gjelder: {parts}", "ikke alt dette gælder: {parts}", "not all of this holds: {parts}")
IF = Text(
    "hvis {test}, kreves dette: {body}", "hvis {test}, kræves følgende: {body}", "if {test}, this is required: {body}"
)
IF_NOT = Text(
    "{test}, men dette kravet er ikke oppfylt: {body}",
    "{test}, men dette krav er ikke opfyldt: {body}",
    "{test}, but this requirement is not met: {body}",
)
EACH = Text("hvert av disse: {items}", "hvert af disse: {items}", "each of these: {items}")
ANY = Text("noe av dette: {items}", "noget af dette: {items}", "any of these: {items}")
DATE = Text("datoen", "datoen", "the date")
NUMBER = Text("antallet", "antallet", "the number")
CASE_DATE = Text("saksdatoen", "sagsdatoen", "the case date")
OPERATORS = {
    "lt": Text("er mindre enn", "er mindre end", "is less than"),
    "le": Text("er høyst", "er højst", "is at most"),
    "eq": Text("er lik", "er lig med", "is equal to"),
    "ge": Text("er minst", "er mindst", "is at least"),
    "gt": Text("er mer enn", "er mere end", "is more than"),
}
ON_DATES = {
    "lt": Text("er før", "er før", "is before"),
    "le": Text("er senest", "er senest", "is at the latest"),
    "ge": Text("er tidligst", "er tidligst", "is at the earliest"),
    "gt": Text("er etter", "er efter", "is after"),
}
NOT_OPERATORS = {
    "lt": Text("er ikke mindre enn", "er ikke mindre end", "is not less than"),
    "le": OPERATORS["gt"],
    "eq": Text("er ikke lik", "er ikke lig med", "is not equal to"),
    "ge": OPERATORS["lt"],
    "gt": Text("er ikke mer enn", "er ikke mere end", "is not more than"),
}
NOT_ON_DATES = {
    "lt": Text("er ikke før", "er ikke før", "is not before"),
    "le": ON_DATES["gt"],
    "ge": ON_DATES["lt"],
    "gt": Text("er ikke etter", "er ikke efter", "is not after"),
}
OTHER_DATE = Text("den andre datoen", "den anden dato", "the other date")
OTHER_NUMBER = Text("det andre tallet", "det andet tal", "the other number")
SPANS = {  # one, several
    "days": (Text("dag", "dag", "day"), Text("dager", "dage", "days")),
    "weeks": (Text("uke", "uge", "week"), Text("uker", "uger", "weeks")),
    "months": (Text("måned", "måned", "month"), Text("måneder", "måneder", "months")),
    "years": (Text("år", "år", "year"), Text("år", "år", "years")),
}
SIDES = {"before": Text("før", "før", "before"), "after": Text("etter", "efter", "after")}


def enumerated(language: Language, clauses: list[str]) -> str:
    """Join clauses: «som a, som b og som c»; in Danish with a comma before the last too."""
    if len(clauses) < 2:
        return "".join(clauses)
    comma = "," if language == "da" else ""
    return f"{', '.join(clauses[:-1])}{comma} {AND.in_(language)} {clauses[-1]}"


class Composer:
    """Writes conditions of one vocabulary as clauses in one language, without capital letter and full stop."""

    def __init__(
        self, vocabulary: Vocabulary, names: Names, values: Mapping[tuple[str, str], date | int] | None = None, day: date | None = None
    ) -> None:
        """``day`` is that of the law, for the numbers that it dates."""
        self.vocabulary, self.names, self.values, self.day = vocabulary, names, values or {}, day
        self.language: Language = names.language

    def clause(self, condition: Condition, bound: Bindings, negated: bool = False) -> str:
        """Write a condition as a main clause, or its opposite."""
        match condition:
            case Sentence():
                return self._sentence(condition, bound, "negative" if negated else "positive")
            case Not(body):
                return self.clause(body, bound, not negated)
            case Exists():
                return self._existence(condition, bound, negated)
            case AtLeast(n=n, branches=branches):
                form = NONE_OF if negated else ONE_OF
                return self._fill(form, n=str(n), parts=self._list(branches, bound))
            case AllOf(body=body):
                return self._fill(NOT_ALL, parts=self._list(body, bound)) if negated else self._list(body, bound)
            case If(test, body):
                form = IF_NOT if negated else IF
                return self._fill(form, test=self._list(test, bound), body=self._list(body, bound))
            case ForAll(var=var, collection=collection, body=body):
                return self.over(var, self.vocabulary.collections[collection].members, body, bound, negated)
            case Compare():
                return self.comparison(condition, negated)
        raise TypeError(f"no such condition: {condition!r}")

    def over(
        self, var: Var, members: tuple[str, ...], body: tuple[Condition, ...], bound: Bindings, negated: bool
    ) -> str:
        """Write one grouped sentence for several members of a collection."""
        items = [self.names.of(member) for member in members]
        slot = items[0] if len(items) == 1 else self._fill(ANY if negated else EACH, items="; ".join(items))
        inside = {**bound, var.name: f"={slot}"}
        if negated and len(body) > 1:
            return self._fill(NOT_ALL, parts=self._list(body, inside))
        return "; ".join(self.clause(condition, inside, negated) for condition in body)

    def _sentence(self, sentence: Sentence, bound: Bindings, clause: Clause, subject: str | None = None) -> str:
        prop = self.vocabulary.properties[sentence.property]
        named = subject if subject is not None else self._name(sentence.subject, bound, True)
        if prop.kind is Kind.VALUE:
            told = sentence.subject.concept if isinstance(sentence.subject, Const) else bound.get(sentence.subject.name, "")
            return self.speak(prop, clause, named, self.value(prop, told))
        return self.speak(prop, clause, named, self._name(sentence.object, bound, False) if sentence.object else "")

    def value(self, prop: Property, subject: str) -> str:
        """Give the date or number that something has; where it is not known, words that say so, never nothing."""
        known = self.values.get((prop.id, subject))
        if known is not None:
            return str(known)
        return UNKNOWN_VALUES[prop.range].in_(self.language) if prop.range in UNKNOWN_VALUES else ""

    def speak(self, prop: Property, clause: Clause, subject: str, obj: str) -> str:
        """Write a property as a clause with names that are ready."""
        return speak(prop, self.language, clause, subject, obj).replace("number of of ", "number of ")

    def name(self, term: Term | None, bound: Bindings) -> str:
        """Name what a term stands for as an object; empty where there is none."""
        return "" if term is None else self._name(term, bound, False)

    def _name(self, term: Term, bound: Bindings, subject: bool) -> str:
        if isinstance(term, Const):
            return self.names.of(term.concept, subject)
        value = bound.get(term.name)
        if value is None:
            return self.names.variable(term.type)
        return value[1:] if value.startswith("=") else self.names.of(value, subject)

    def _existence(self, condition: Exists, bound: Bindings, negated: bool, form: Text | None = None) -> str:
        noun = self._noun(condition.var.type)
        inside = {k: v for k, v in bound.items() if k != condition.var.name}
        if negated and self.demanded(condition):
            return self._for_every(condition, inside)
        rest = self.rest(condition.body, condition.var, inside)
        if condition.minimum > 1:
            form = TOO_FEW if negated else THERE_ARE
            return self._fill(form, n=str(condition.minimum), what=noun.plural.in_(self.language), rest=rest)
        what = noun.negative if negated else noun.indefinite
        return self._fill(form or THERE_IS, what=what.in_(self.language), rest=rest)

    def demanded(self, condition: Exists) -> dict[int, Condition]:
        """Give what every such thing must have, by its place in the body, where it is asked that there is none without it."""
        if condition.minimum != 1:
            return {}
        parts = {n: part.body for n, part in enumerate(condition.body) if isinstance(part, Not)}
        return {n: body for n, body in parts.items() if not self._is_own(body, condition.var)}

    def _for_every(self, condition: Exists, bound: Bindings) -> str:
        """Write that there is none without something as what it says of every one: «for alle hendelser som …, gjelder dette: …»."""
        demanded = tuple(self.demanded(condition).values())
        body = self.clause(demanded[0], bound)
        if len(demanded) > 1:
            body = self._fill(ONE_OF, n="1", parts=self._list(demanded, bound))
        noun, rest = self._noun(condition.var.type), self._of_every(condition, bound)
        what = noun.plural.in_(self.language)
        if self.language == "en":  # its verbs are in the singular
            what = noun.indefinite.en.removeprefix("a ").removeprefix("an ")
        return self._fill(FOR_ALL, what=what, rest=rest, comma="," if rest else "", body=body)

    def none_told(self, condition: Exists, bound: Bindings) -> str:
        """Write that the case tells of no such thing, where something is asked of every one of them."""
        inside = {k: v for k, v in bound.items() if k != condition.var.name}
        return self.none_of(condition.var.type, self._of_every(condition, inside))

    def none_of(self, type_: str, rest: str = "") -> str:
        """Write that the case tells of nothing of a class, or of nothing of which the ``rest`` holds."""
        noun = self._noun(type_)
        what = noun.negative if self.language == "en" else noun.plural
        return self._fill(NONE_TOLD, what=what.in_(self.language), rest=rest)

    def _of_every(self, condition: Exists, bound: Bindings) -> str:
        """Write which things something is asked of: the body without what is asked."""
        asked = self.demanded(condition)
        return self.rest(tuple(part for n, part in enumerate(condition.body) if n not in asked), condition.var, bound)

    def _is_own(self, condition: Condition, var: Var) -> bool:
        """Say whether a condition is a sentence about a variable itself, fit for a relative clause."""
        return isinstance(condition, Sentence) and isinstance(condition.subject, Var) and condition.subject.name == var.name

    def _noun(self, type_: str) -> Noun:
        return self.vocabulary.classes["Factor" if type_.startswith("concept:") else type_].noun

    def rest(self, body: tuple[Condition, ...], var: Var, bound: Bindings) -> str:
        """Write what must hold of the thing that exists: relative clauses, and what isn't about it alone after them."""
        relative, others = [], []
        for part in body:
            positive = part.body if isinstance(part, Not) else part
            if self.gives_value(positive):
                continue
            if isinstance(positive, Sentence) and self._is_own(positive, var):
                relative.append(
                    self._sentence(positive, bound, "relative_negative" if isinstance(part, Not) else "relative")
                )
            elif isinstance(part, Not) and isinstance(positive, Exists):
                others.append(self._existence(positive, bound, False, WITHOUT))
            else:
                others.append(self._fill(WHERE, clause=self._subordinate(part, bound)))
        comma = "," if self.language == "da" else ""
        text = f"{comma} {enumerated(self.language, relative)}" if relative else ""
        return text + "".join(
            f", {AND.in_(self.language)} {other}" if text or n else f" {other}" for n, other in enumerate(others)
        )

    def gives_value(self, condition: Condition) -> bool:
        """Say whether a condition only gives a date or a number its name; the comparison says the rest."""
        return isinstance(condition, Sentence) and self.vocabulary.properties[condition.property].kind is Kind.VALUE

    def _subordinate(self, condition: Condition, bound: Bindings) -> str:
        """Write a clause in the order of a subordinate one: «der egenvurderingen ikke er av nyere dato enn endringen»."""
        if not (isinstance(condition, Not) and isinstance(condition.body, Sentence)):
            return self.clause(condition, bound)
        relative = self._sentence(condition.body, bound, "relative_negative")
        return f"{self._name(condition.body.subject, bound, True)} {relative.split(' ', 1)[1]}"

    def _list(self, conditions: tuple[Condition, ...], bound: Bindings) -> str:
        return "; ".join(self.clause(condition, bound) for condition in conditions)

    def comparison(self, compare: Compare, negated: bool, known: Mapping[str, str] | None = None) -> str:
        """Write a comparison, or its opposite; ``known`` are the two sides (``left``, ``right``) where they have been found."""
        known = known or {}
        dates = compare.left.type == "date"
        if dates and compare.offset is None:
            operators = {**NOT_OPERATORS, **NOT_ON_DATES} if negated else {**OPERATORS, **ON_DATES}
        else:
            operators = NOT_OPERATORS if negated else OPERATORS
        operator = operators[compare.op].in_(self.language)
        left = (DATE if dates else NUMBER).in_(self.language)
        if known.get("left"):
            left = known["left"] if dates else f"{left} ({known['left']})"
        right = self._right(compare, known.get("right", ""))
        if compare.offset is None:
            return f"{left} {operator} {right}"
        span = compare.offset
        length = (
            f"{span.number} {SPANS[span.unit][span.number != 1].in_(self.language)}"
            if isinstance(span, Amount)
            else self._parameter(span.parameter)
        )
        return f"{left} {operator} {length} {SIDES[compare.direction or 'after'].in_(self.language)} {right}"

    def _right(self, compare: Compare, known: str) -> str:
        match compare.right:
            case CaseDate():
                shown = CASE_DATE.in_(self.language)
                return f"{shown} ({known})" if known else shown
            case ParameterRef(parameter):
                return self._parameter(parameter)
            case Var(_, kind):
                return known or (OTHER_DATE if kind == "date" else OTHER_NUMBER).in_(self.language)
            case Amount(number):
                return str(number)
        return str(compare.right)

    def _parameter(self, name: str) -> str:
        """Name a number of the law, with what it is on the day: «lovens frist for kurset (3 måneder)»."""
        parameter = self.vocabulary.parameters[name]
        label, value = parameter.label.in_(self.language), parameter.at(self.day) if self.day else None
        if value is None:
            return label
        unit = SPANS[parameter.unit][value != 1].in_(self.language) if parameter.unit in SPANS else ""
        return f"{label} ({f'{value} {unit}'.strip()})"

    def _fill(self, form: Text, **slots: str) -> str:
        return form.in_(self.language).format(**slots)
