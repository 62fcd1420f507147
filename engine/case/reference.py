"""The tables of fields in ``docs/case-file.md``, from the same description that the reader uses."""

from collections.abc import Iterator

from engine.case.schema import PLUS, Register, Section, Slot, Type, schema_of
from engine.case.template import SHARED, describe
from engine.text import Language
from engine.vocabulary.model import Vocabulary


def reference(vocabulary: Vocabulary, language: Language = "en") -> str:
    """Write a table for the header, the undertaking, each register, and the statements about them."""
    schema = schema_of(vocabulary)
    lines = ["### The top of the file", "", *_table(schema.header, language)]
    lines += ["", "### `enterprise`", "", *_table(schema.enterprise, language)]
    for register in schema.registers.values():
        lines += ["", *_register(register, language)]
    for key, section in (("registers", schema.completeness), ("answers", schema.answer)):
        lines += ["", f"### `{key}`", "", *_table(section, language)]
    used = {slot.range for r in schema.registers.values() for slot in r.slots.values() if slot.type is Type.CONCEPT}
    used |= {slot.range for r in schema.registers.values() for slot in r.slots.values() if slot.type is Type.SCORES}
    used |= {slot.range for slot in schema.enterprise.values() if slot.type is Type.CONCEPT} | {"factors", "roles"}
    lines += ["", "### Words", "", "| list | word | means |", "|---|---|---|"]
    for collection in sorted(used):
        for word in vocabulary.collections[collection].members:
            lines.append(f"| `{collection}` | `{word}` | {vocabulary.concepts[word].label.in_(language)} |")
    return "\n".join(lines) + "\n"


def _register(register: Register, language: Language) -> Iterator[str]:
    nature = f" ({register.cls.nature})" if register.cls.nature else ""
    yield f"### `{register.key}`: {register.cls.noun.plural.in_(language)}{nature}"
    yield ""
    if register.cls.comment:
        yield register.cls.comment.in_(language)
        yield ""
    shared = {name for name in SHARED if name == "id" or (name in register.slots and not register.slots[name].required)}
    own = {name: slot for name, slot in register.slots.items() if name not in shared}
    common = [f"`{name}`" for name in register.slots if name not in own]
    yield "Also " + ", ".join(common) + "."
    yield ""
    yield from _table(own, language)


def _table(section: Section, language: Language) -> Iterator[str]:
    yield "| field | means | may be | property |"
    yield "|---|---|---|---|"
    for slot in section.values():
        parts = slot.parts if slot.type is Type.GROUP and not slot.many else ()
        yield _row(slot, slot.name, language)
        yield from (_row(part, f"{slot.name}.{part.name}", language) for part in parts)


def _row(slot: Slot, name: str, language: Language) -> str:
    what = _what(slot, language)
    must = " (required)" if slot.required else ""
    states = f"`{slot.states}`" if slot.states else ""
    return f"| `{name}`{must} | {slot.label.in_(language)} | {what} | {states} |"


def _what(slot: Slot, language: Language) -> str:
    listed = "list of: {}" if slot.many and slot.type is not Type.GROUP else "{}"
    if slot.may_be_open:
        listed += f" (`{PLUS}` last if not complete)"
    if slot.type is Type.FACTORS:
        return "a map from `factors` to yes, no, dont_know"
    if slot.type is Type.SCORES:
        return f"a map from `{slot.range}` to numbers"
    if slot.type is Type.CONCEPT:
        extra = ", dont_know" if slot.may_be_unknown else ""
        return listed.format(f"one of `{slot.range}`") + extra
    if slot.type is Type.ENTRY:
        extra = (", all" if slot.may_be_all else "") + (", dont_know" if slot.may_be_unknown else "")
        return listed.format(f"id of a {slot.range}") + extra
    if slot.type is Type.GROUP:
        if not slot.parts:
            return "see below"
        return ("list of groups: " if slot.many else "group: ") + describe(slot, language)
    return listed.format(describe(slot, language))
