"""What may stand in a case file: the fields of every section, from the vocabulary and the header that every case has.

Reader, JSON Schema, template and reference all read this one description, so none can drift from the others.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from engine.text import Text, same
from engine.vocabulary.model import Class, Kind, Nature, Origin, Property, Vocabulary

UNDERTAKING, UNIT, DOCUMENT, INCIDENT, SURVEY = "Undertaking", "Unit", "Document", "Incident", "Survey"
NO_FREE_TEXT = frozenset({INCIDENT, SURVEY})  # classes whose entries carry no free text
READING_ORDER = (  # of the registers, for whoever reads or fills a case; a register not named here comes after
    "units", "documents", "exposures", "mappings", "risk_assessments", "risks", "plans", "measures", "information",
    "training", "drills", "instructions", "routines", "incidents", "follow_ups", "changes", "participation",
    "arrangements", "judgements", "findings", "surveys",
)
PLUS = "+"  # the last item of a list that is not complete
ALL = "all"
DONT_KNOW = "dont_know"


class Type(StrEnum):
    """How the text of a scalar is read."""

    TEXT = "text"
    ID = "id"
    ANSWER = "answer"
    NUMBER = "number"
    DECIMAL = "decimal"
    DATE = "date"
    WORD = "word"  # one of a few words of the format
    CONCEPT = "concept"  # one of a collection of the ontology
    ENTRY = "entry"  # the id of an entry of one class
    ANY_ENTRY = "any_entry"
    REGISTER = "register"
    ORG_NUMBER = "org_number"
    CVR = "cvr"
    P_NUMBER = "p_number"
    SHA256 = "sha256"
    INDUSTRY_CODE = "industry_code"
    GROUP = "group"  # fields inside a field
    FACTORS = "factors"  # factor id → answer
    SCORES = "scores"  # item of a survey instrument → points


@dataclass(frozen=True, slots=True)
class Slot:
    """One field: its name and type, whether it is a list, and whether it must be there."""

    name: str
    type: Type
    label: Text
    many: bool = False
    required: bool = False
    range: str = ""  # the class or collection
    words: tuple[str, ...] = ()  # what may be written, where that is a closed list
    parts: tuple["Slot", ...] = ()
    states: str | None = None  # the property of the ontology that the field states
    may_be_unknown: bool = False  # dont_know is an answer
    may_be_all: bool = False  # the word ``all`` stands for every unit
    may_be_open: bool = False  # a list that may end in ``+``


Section = dict[str, Slot]


@dataclass(frozen=True, slots=True)
class Register:
    """A key of the case file that lists entries of one class."""

    key: str
    cls: Class
    slots: Section


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that may stand in a case file."""

    header: Section  # without the registers
    enterprise: Section
    registers: dict[str, Register]  # by key, units and documents first
    completeness: Section
    answer: Section
    vocabulary: Vocabulary

    def keys(self) -> list[str]:
        """Give every key that may stand at the top."""
        return [*self.header, *self.registers]

    def section(self, cls: str) -> Section:
        """Give the fields of a class."""
        if cls == UNDERTAKING:
            return self.enterprise
        return next(register.slots for register in self.registers.values() if register.cls.id == cls)


_latest: list[Schema] = []  # of the vocabulary that was asked for last: who reads many cases reads them with one


def schema_of(vocabulary: Vocabulary) -> Schema:
    """Give the schema of the case file, built from the vocabulary."""
    if not _latest or _latest[0].vocabulary is not vocabulary:
        _latest[:] = [_built(vocabulary)]
    return _latest[0]


def _built(vocabulary: Vocabulary) -> Schema:
    common = _common(vocabulary)
    registers = {
        cls.register: Register(cls.register, cls, _register_slots(vocabulary, cls, common))
        for cls in vocabulary.classes.values() if cls.register
    }
    first = [key for key in READING_ORDER if key in registers]
    ordered = {key: registers[key] for key in [*first, *(k for k in registers if k not in first)]}
    return Schema(
        _header(vocabulary), _enterprise(vocabulary, common), ordered,
        _completeness(common, tuple(key for key, register in ordered.items() if _may_be_complete(register))),
        _answer(common), vocabulary,
    )


def _may_be_complete(register: Register) -> bool:
    return register.key not in ("units", "documents") and register.cls.nature is not Nature.EVIDENCE


def _section(*slots: Slot) -> Section:
    return {slot.name: slot for slot in slots}


def _words(vocabulary: Vocabulary, collection: str) -> tuple[str, ...]:
    found = vocabulary.collections.get(collection)
    return found.members if found else ()


def _role(vocabulary: Vocabulary, name: str, label: Text) -> Slot:
    return Slot(name, Type.CONCEPT, label, range="roles", words=_words(vocabulary, "roles"))


def _common(vocabulary: Vocabulary) -> Section:
    """Give the fields that entries of most registers share."""
    evidence = (
        Slot("document", Type.ENTRY, Text("dokument", "dokument", "document"), required=True, range=DOCUMENT),
        Slot("place", Type.TEXT, Text("sted i dokumentet", "sted i dokumentet", "place in the document")),
    )
    return _section(
        Slot("id", Type.ID, same("id"), required=True),
        Slot("title", Type.TEXT, Text("tittel", "titel", "title")),
        Slot("units", Type.ENTRY, Text("enheter", "enheder", "units"), many=True, range=UNIT, may_be_all=True,
             may_be_open=True),
        Slot("stated_by", Type.CONCEPT, Text("opplyst av", "oplyst af", "stated by"), range="roles",
             words=_words(vocabulary, "roles")),
        Slot("evidence", Type.GROUP, Text("dokumentasjon", "dokumentation", "evidence"), many=True, parts=evidence),
        Slot("note", Type.TEXT, Text("merknad", "bemærkning", "note")),
    )


def _header(vocabulary: Vocabulary) -> Section:
    yes_no = ("yes", "no")
    group = Type.GROUP
    return _section(
        Slot("forsvarlig", Type.WORD, Text("format og utgave", "format og udgave", "format and version"), required=True,
             words=("case/1",)),
        Slot("language", Type.WORD, Text("språk", "sprog", "language"), required=True, words=("nb", "da", "en")),
        Slot("regimes", Type.WORD, Text("landets lov", "landets lov", "the law of"), many=True, required=True,
             words=("no", "dk")),
        Slot("date", Type.DATE, Text(
            "dagen opplysningene gjelder", "dagen oplysningerne gælder", "the day of the facts"), required=True),
        Slot("basis", Type.WORD, Text("hva saken bygger på", "hvad sagen bygger på", "what the case rests on"),
             required=True, words=("documents", "interview")),
        Slot("fictional", Type.WORD, Text("oppdiktet", "opdigtet", "fictional"), words=yes_no),
        _role(vocabulary, "stated_by", Text("opplyst av, der ikke annet står", "oplyst af, hvor andet ikke står",
                                            "stated by, where nothing else is said")),
        Slot("enterprise", group, Text("virksomheten", "virksomheden", "the undertaking"), required=True),
        Slot("registers", group, Text("registre som er fullstendige", "registre, der er fuldstændige",
                                      "registers that are complete"), many=True),
        Slot("answers", group, Text("svar på enkelte spørsmål", "svar på enkelte spørgsmål",
                                    "answers to single questions"), many=True),
        Slot("interpretations", Type.CONCEPT, Text("valgte tolkninger", "valgte fortolkninger", "interpretations chosen"),
             many=True, range="interpretations", words=_words(vocabulary, "interpretations")),
    )


def _enterprise(vocabulary: Vocabulary, common: Section) -> Section:
    """Give the fields of the undertaking: what every case fills, and what the vocabulary adds."""
    counts = (
        Slot("regular", Type.NUMBER, Text("jevnlig sysselsatte", "regelmæssigt beskæftigede", "regularly employed"),
             may_be_unknown=True,
             states="regular_headcount"),
        Slot("total", Type.NUMBER, Text("ansatte i alt", "ansatte i alt", "employees in all"),
             may_be_unknown=True, states="total_headcount"),
        Slot("average_20h_last_year", Type.NUMBER, Text(
            "ansatte i snitt siste år med minst 20 timer i uken",
            "ansatte i snit sidste år med mindst 20 timer om ugen",
            "employees on average last year with at least 20 hours a week"), may_be_unknown=True, states="average_headcount"),
    )
    industry = (
        Slot("scheme", Type.WORD, Text("standard for næringskoder", "branchekodens standard", "scheme of the code"),
             required=True, words=("SN2007", "SN2025", "DB07", "DB25")),
        Slot("code", Type.INDUSTRY_CODE, Text("næringskode", "branchekode", "industry code"), required=True),
    )
    own = _section(
        Slot("name", Type.TEXT, _label(vocabulary, "name", Text("navn", "navn", "name")), required=True),
        Slot("org_number", Type.ORG_NUMBER, Text("organisasjonsnummer", "norsk organisationsnummer",
                                                 "Norwegian organisation number")),
        Slot("cvr", Type.CVR, Text("CVR-nummer", "CVR-nummer", "Danish CVR number")),
        Slot("industry", Type.GROUP, Text("næring", "branche", "industry"), parts=industry),
        Slot("employees", Type.GROUP, Text("ansatte", "ansatte", "employees"), parts=counts),
        Slot("work", Type.CONCEPT, Text("arbeidets art", "arbejdets art", "kind of work"), required=True,
             range="work_kinds", words=_words(vocabulary, "work_kinds")),
        Slot("place", Type.CONCEPT, Text("sted", "sted", "place"), required=True, range="places",
             words=_words(vocabulary, "places")),
    )
    shared = _section(*(common[name] for name in ("stated_by", "evidence", "note")))
    return own | {n: s for n, s in _from_vocabulary(vocabulary, UNDERTAKING).items() if n not in own} | shared


def _register_slots(vocabulary: Vocabulary, cls: Class, common: Section) -> Section:
    """Give the fields of the entries of a register."""
    from_vocabulary = _from_vocabulary(vocabulary, cls.id)
    slots = dict(common)
    if cls.id == UNIT:
        del slots["title"], slots["units"]
        slots |= _section(
            Slot("org_number", Type.ORG_NUMBER, Text("organisasjonsnummer", "norsk organisationsnummer",
                                                     "Norwegian organisation number")),
            Slot("p_number", Type.P_NUMBER, Text("P-nummer", "P-nummer", "Danish P number")),
        )
    if cls.id == DOCUMENT:
        del slots["evidence"]
        slots |= _section(
            Slot("file", Type.TEXT, Text("fil (åpnes aldri)", "fil (åbnes aldrig)", "file (never opened)")),
            Slot("sha256", Type.SHA256, same("sha256")),
        )
    for name, slot in from_vocabulary.items():
        inherited = slots.get(name)
        slots[name] = replace(inherited, label=slot.label, required=slot.required, states=slot.states) \
            if inherited else slot
    if cls.id == DOCUMENT:
        slots["title"] = replace(slots["title"], required=True)
    if cls.id in NO_FREE_TEXT:
        slots = {name: slot for name, slot in slots.items() if slot.type is not Type.TEXT}
    tail = [name for name in ("stated_by", "evidence", "note") if name in slots]
    head = [name for name in ("id", "name", "title", "units", "dated") if name in slots]
    middle = [name for name in slots if name not in head and name not in tail]
    return {name: slots[name] for name in (*head, *middle, *tail)}


def _from_vocabulary(vocabulary: Vocabulary, cls: str) -> Section:
    """Give the fields that the vocabulary declares for a class."""
    return _section(*(
        _slot(vocabulary, prop, cls) for prop in vocabulary.fields(cls) if prop.origin is Origin.INPUT
    ))


def _slot(vocabulary: Vocabulary, prop: Property, cls: str) -> Slot:
    """Turn a property into a field."""
    assert prop.field
    kind, collection = Type.TEXT, vocabulary.collections.get(prop.range)
    if cls == UNIT and prop.field == "factors":
        kind = Type.FACTORS
    elif cls == SURVEY and prop.field == "scores":
        kind = Type.SCORES
    elif prop.kind is Kind.FLAG or prop.range == "boolean":
        kind = Type.ANSWER
    elif prop.range in ("date", "number", "decimal"):
        kind = Type(prop.range)
    elif prop.range == "role" or collection:
        kind = Type.CONCEPT
    elif prop.range in vocabulary.classes:
        kind = Type.ENTRY
    given = "roles" if prop.range == "role" else prop.range
    return Slot(
        prop.field, kind, prop.label, many=prop.many and kind is not Type.FACTORS, required=prop.required,
        range=given, words=_words(vocabulary, given), states=prop.id,
        may_be_unknown=prop.kind is not Kind.DETAIL and not prop.required,
        may_be_all=prop.range == UNIT and prop.many, may_be_open=prop.many,
    )


def _completeness(common: Section, registers: tuple[str, ...]) -> Section:
    return _section(
        Slot("register", Type.REGISTER, Text("register", "register", "register"), required=True, words=registers),
        Slot("complete_for", Type.ENTRY, Text("fullstendig for", "fuldstændigt for", "complete for"), many=True,
             required=True, range=UNIT, may_be_all=True),
        Slot("as_of", Type.DATE, Text("per", "pr.", "as of"), required=True),
        common["stated_by"],
    )


def _answer(common: Section) -> Section:
    return _section(
        Slot("about", Type.ANY_ENTRY, Text("om", "om", "about"), required=True),
        Slot("ask", Type.TEXT, Text("spørsmål: et felt eller en egenskap", "spørgsmål: et felt eller en egenskab",
                                    "question: a field or a property"), required=True),
        Slot("of", Type.TEXT, Text(
            "hva det gjelder, der feltet viser til noe", "hvad det gælder, hvor feltet henviser til noget",
            "what it is about, where the field refers to something")),
        Slot("value", Type.WORD, Text("svar", "svar", "answer"), required=True,
             words=("yes", "no", DONT_KNOW, "not_relevant")),
        Slot("because", Type.TEXT, Text("fordi (til not_relevant)", "fordi (til not_relevant)",
                                        "because (for not_relevant)")),
        common["stated_by"],
        Slot("as_of", Type.DATE, Text("per", "pr.", "as of")),
        common["evidence"],
    )


def _label(vocabulary: Vocabulary, prop: str, otherwise: Text) -> Text:
    found = vocabulary.properties.get(prop)
    return found.label if found else otherwise
