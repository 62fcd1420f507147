"""The JSON Schema of the case file, made from the vocabulary, so that editors complete and explain what is written.

It checks form only: references between entries, dates against each other and check digits are for ``forsvarlig check``.
Values are as YAML 1.2 gives them to an editor: text, and numbers where a number is meant.
"""

from dataclasses import replace
from typing import Any

from engine.case.schema import ALL, DONT_KNOW, PLUS, Register, Section, Slot, Type, schema_of
from engine.text import Language
from engine.vocabulary.model import Vocabulary

ADDRESS = "https://w3id.org/forsvarlig/schema/case/1"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json = dict[str, Any]

_ID_PATTERN = r"^[0-9A-Za-zÆØÅæøåÄÖÜäöüÉé][0-9A-Za-zÆØÅæøåÄÖÜäöüÉé_.-]{0,63}$"
_PATTERNS = {
    Type.ID: _ID_PATTERN, Type.ENTRY: _ID_PATTERN, Type.ANY_ENTRY: _ID_PATTERN,
    Type.DATE: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", Type.ORG_NUMBER: "^[0-9]{3} ?[0-9]{3} ?[0-9]{3}$",
    Type.CVR: "^[0-9 ]{8,11}$", Type.P_NUMBER: "^[0-9 ]{10,13}$", Type.SHA256: "^[0-9a-fA-F]{64}$",
    Type.INDUSTRY_CODE: r"^[0-9]{2}(\.?[0-9]{1,3}){0,2}$",
}
_NUMBERS = frozenset({Type.ORG_NUMBER, Type.CVR, Type.P_NUMBER, Type.INDUSTRY_CODE})  # an editor reads these as numbers


def schema(vocabulary: Vocabulary, language: Language = "en") -> Json:
    """Make the JSON Schema (2020-12), with titles and descriptions in one language."""
    return _Writer(vocabulary, language).schema()


class _Writer:
    """Writes the schema in one language; lists of concepts are written once, under ``$defs``."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self.vocabulary, self.language, self.case = vocabulary, language, schema_of(vocabulary)
        self.definitions: dict[str, Json] = {}

    def schema(self) -> Json:
        properties = {name: self._slot(slot) for name, slot in self.case.header.items()}
        properties["enterprise"] |= self._object(self.case.enterprise)
        properties["registers"] = self._list(properties["registers"], self._object(self.case.completeness))
        properties["answers"] = self._list(properties["answers"], self._answer())
        for key, register in self.case.registers.items():
            properties[key] = self._register(register)
        required = [name for name, slot in self.case.header.items() if slot.required]
        return {
            "$schema": DIALECT, "$id": ADDRESS, "title": "forsvarlig case/1", "type": "object",
            "properties": properties, "required": [*required, "units"], "additionalProperties": False,
            "$defs": dict(sorted(self.definitions.items())),
        }

    def _list(self, described: Json, items: Json) -> Json:
        return {"title": described["title"], "type": ["array", "null"], "items": items}

    def _register(self, register: Register) -> Json:
        found: Json = {"title": register.cls.noun.plural.in_(self.language)}
        if register.cls.comment:
            found["description"] = register.cls.comment.in_(self.language)
        if register.key == "units":
            return found | {"type": "array", "minItems": 1, "items": self._object(register.slots)}
        return found | {"type": ["array", "null"], "items": self._object(register.slots)}

    def _answer(self) -> Json:
        reasoned = {"if": {"properties": {"value": {"const": "not_relevant"}}, "required": ["value"]},
                    "then": {"required": ["because"]}}
        return self._object(self.case.answer) | reasoned

    def _object(self, section: Section) -> Json:
        return {
            "type": "object", "properties": {name: self._slot(slot) for name, slot in section.items()},
            "required": [name for name, slot in section.items() if slot.required], "additionalProperties": False,
        }

    def _slot(self, slot: Slot) -> Json:
        described: Json = {"title": slot.label.in_(self.language)}
        question = self.vocabulary.properties[slot.states].ask if slot.states in self.vocabulary.properties else None
        if question and "{o}" not in question.in_(self.language):
            described["description"] = question.in_(self.language).format(s="…")
        if slot.type is Type.GROUP and not slot.parts:
            return described
        if slot.type is Type.GROUP:
            inner = self._object({part.name: part for part in slot.parts})
            return described | ({"type": "array", "items": inner} if slot.many else inner)
        if slot.type is Type.FACTORS:
            answer = {"enum": ["yes", "no", DONT_KNOW]}
            factors = {word: {"title": self._label(word)} | answer for word in slot.words}
            return described | {"type": "object", "properties": factors, "additionalProperties": False}
        if slot.type is Type.SCORES:
            points = self._one(replace(slot, type=Type.DECIMAL))
            scores = {word: {"title": self._label(word)} | points for word in slot.words}
            return described | {"type": "object", "properties": scores, "additionalProperties": False}
        one = self._one(slot)
        if not slot.many:
            return described | ({"anyOf": [one, {"const": DONT_KNOW}]} if slot.may_be_unknown else one)
        alone = [{"const": DONT_KNOW}] if slot.may_be_unknown else []
        if slot.may_be_all:
            alone.append({"const": ALL})
        items: Json = {"anyOf": [one, {"const": PLUS}]} if slot.may_be_open else one
        return described | {"anyOf": [{"type": "array", "items": items}, one, *alone]}

    def _one(self, slot: Slot) -> Json:
        """Write the type of a single value."""
        match slot.type:
            case Type.ANSWER:
                return {"enum": ["yes", "no"]}
            case Type.WORD | Type.REGISTER:
                return {"enum": list(slot.words)}
            case Type.CONCEPT:
                return self._concepts(slot)
            case Type.NUMBER:
                text = {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}
                return {"anyOf": [{"type": "integer", "minimum": 0}, text]}
            case Type.DECIMAL:
                text = {"type": "string", "pattern": r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"}
                return {"anyOf": [{"type": "number", "minimum": 0}, text]}
            case Type.TEXT:
                return {"type": ["string", "number"]}
            case _:
                text = {"type": "string", "pattern": _PATTERNS[slot.type]}
                return {"anyOf": [text, {"type": "number"}]} if slot.type in _NUMBERS else text

    def _concepts(self, slot: Slot) -> Json:
        if slot.range not in self.definitions:
            descriptions = [self._label(word) for word in slot.words]
            self.definitions[slot.range] = {"enum": list(slot.words), "enumDescriptions": descriptions}
        return {"$ref": f"#/$defs/{slot.range}"}

    def _label(self, concept: str) -> str:
        found = self.vocabulary.concepts.get(concept)
        return found.label.in_(self.language) if found else concept
