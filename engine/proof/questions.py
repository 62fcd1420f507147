"""What is asked for: the open leaves of a proof as questions that somebody can answer, each with its address."""

from dataclasses import dataclass

from engine.case.facts import is_stand_in
from engine.case.model import ENTERPRISE, Case
from engine.inference.openness import Leaf
from engine.proof.names import Names
from engine.text import LANGUAGES, Text
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import capital, speak

MORE = Text(
    "Er alle {plural} for {unit} med i saken?",
    "Er alle {plural} for {unit} med i sagen?",
    "Does the case include all {plural} for {unit}?",
)
ANY = Text("Finnes det {plural} for {unit}?", "Findes der {plural} for {unit}?", "Are there any {plural} for {unit}?")
DATED = Text("Hvilken dato har {name}?", "Hvilken dato har {name}?", "What is the date of {name}?")
FACTORS = Text(
    "Er kartleggingen av faktorene ved {unit} sluttført?",
    "Er kortlægningen af faktorerne for {unit} afsluttet?",
    "Is the mapping of the factors at {unit} concluded?",
)


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """Something to find out. ``kind``: ``statement`` (yes or no), ``register`` (is it complete?), ``field`` (a value that is missing).

    ``address`` is the statement's or field's, or the register and unit; ``roles`` can answer.
    """

    address: str
    kind: str
    text: Text
    roles: tuple[str, ...]


class Questions:
    """Turns open leaves into questions, in all languages."""

    def __init__(self, case: Case, vocabulary: Vocabulary, masked: frozenset[str] = frozenset()) -> None:
        self.case, self.vocabulary = case, vocabulary
        self.names = {language: Names(case, vocabulary, language, masked) for language in LANGUAGES}

    def of(self, leaf: Leaf, unit: str | None) -> list[Question]:
        """Give the questions that would settle a leaf met in a scope of a unit."""
        kind, *parts = leaf
        if kind == "register":
            bound = next((p.split("=", 1)[1] for p in parts[2:] if p.split("=", 1)[1] in self._units()), unit)
            return [self._register(parts[0], bound)]
        stand_in = next((part for part in parts if is_stand_in(part)), None)
        if stand_in is not None:
            owner = next((part for part in parts if part in self._units()), unit)
            return [self._register(stand_in, owner)]
        if kind == "statement":
            return [self._statement(*parts)]
        return self._dates(parts, unit)

    def _units(self) -> set[str]:
        return {unit.id for unit in self.case.units}

    def _register(self, stand_in: str, unit: str | None) -> Question:
        cls = self.vocabulary.of_register(stand_in[1:])
        where = unit or ENTERPRISE
        named = {language: names.of(where) for language, names in self.names.items()}
        if cls is None:
            text = Text(*(FACTORS.in_(lang).format(unit=named[lang]) for lang in LANGUAGES))
            return Question(f"{where}/mapping_concluded", "statement", text, ("employer", "hr"))
        known = any(True for _ in self.case.of(cls.id))
        form = MORE if known else ANY
        plural = cls.noun.definite_plural if known else cls.noun.plural
        text = Text(*(form.in_(lang).format(plural=plural.in_(lang), unit=named[lang]) for lang in LANGUAGES))
        return Question(f"{where}/{stand_in[1:]}", "register", text, ("employer", "hr", "safety_representative"))

    def _statement(self, subject: str, prop_id: str, obj: str = "") -> Question:
        prop = self.vocabulary.properties[prop_id]
        texts = []
        for language in LANGUAGES:
            names = self.names[language]
            ask = speak(prop, language, "question", names.of(subject, True), names.of(obj) if obj else "")
            texts.append(capital(ask))
        address = "/".join(part for part in (subject, prop_id, obj) if part)
        return Question(address, "statement", Text(*texts), prop.asked_of)

    def _dates(self, parts: list[str], unit: str | None) -> list[Question]:
        """A comparison is open because a date is missing: ask for the date of each entry that has none."""
        entries = [part.split("=", 1)[-1] for part in parts]
        found = [
            e for e in entries if e in self.case.entries and self.case.entries[e].cls not in ("Unit", "Undertaking")
        ]
        return [self._date(entry) for entry in found if self.case.entries[entry].one("dated") is None]

    def _date(self, entry: str) -> Question:
        text = Text(*(DATED.in_(language).format(name=self.names[language].of(entry)) for language in LANGUAGES))
        return Question(f"{entry}/dated", "field", text, ("employer", "hr"))
