"""One entry of a case file: its fields read by the section it stands in."""

from dataclasses import replace

from engine.case import messages as say
from engine.case.model import Answer, Entry, Evidence, Field, Mark, Scalar
from engine.case.scalars import Context, read_many, read_one, read_units
from engine.case.schema import INCIDENT, NO_FREE_TEXT, SURVEY, Section, Slot, Type
from engine.case.yaml_tree import Items, Node, Pairs, is_nothing, is_refused
from engine.text import Text

HELD_APART = frozenset({"id", "name", "title", "stated_by", "evidence"})  # fields with a place of their own in an Entry
REFUSED_TEXT = frozenset({"title", "note", "name", "text", "description"})
AT_TOP = Text("saksfilen", "sagsfilen", "the case file")


def check_keys(node: Pairs, section: Section, where: Text, context: Context, cls: str = "") -> None:
    """Complain of keys that do not belong, and of fields that must be there and are not."""
    for key, (leaf, _) in node.pairs.items():
        if key in section or not key:
            continue
        if cls in NO_FREE_TEXT and key in REFUSED_TEXT:
            context.log.add(say.NO_FREE_TEXT if cls == INCIDENT else say.NO_FREE_TEXT_IN_SURVEY, leaf.mark, key=key)
        else:
            shown = context.log.shown(key)
            context.log.add(say.UNKNOWN_KEY, leaf.mark, context.log.choice(key, list(section)), key=shown, where=where)
    for slot in section.values():
        if slot.required and slot.name not in node.pairs:
            context.log.add(say.MISSING_FIELD, node.mark, key=slot.name, where=where)
    if cls == SURVEY and not any(_holds_something(node, key) for key in ("scores", "total")):
        context.log.add(say.NO_RESULT, node.mark)


def _holds_something(node: Pairs, key: str) -> bool:
    value = node.pairs[key][1] if key in node.pairs else None
    return value is not None and not (isinstance(value, Pairs) and not value.pairs)


def read_group(slot: Slot, node: Node, context: Context, in_list: bool = False) -> Pairs | None:
    """Check that a value is a group of fields, and that its fields are those of the slot."""
    if is_refused(node):
        return None
    if is_nothing(node):
        context.log.add(say.NOTHING_IN_LIST if in_list else say.NOTHING, node.mark, key=slot.name)
        return None
    if not isinstance(node, Pairs):
        allowed = [part.name for part in slot.parts]
        hint = context.log.choice("", allowed) if allowed else None
        context.log.add(say.WANTS_GROUPS if in_list else say.WANTS_GROUP, node.mark, hint, key=slot.name)
        return None
    if slot.parts:
        check_keys(node, {part.name: part for part in slot.parts}, say.QUOTED.format(name=slot.name), context)
    return node


def read_groups(slot: Slot, node: Node, context: Context) -> list[Pairs]:
    """Give the groups of a list of groups; what is not one is complained of."""
    if is_nothing(node) or is_refused(node):
        return []
    if not isinstance(node, Items):
        context.log.add(say.WANTS_LIST, node.mark, key=slot.name)
        return []
    groups = (read_group(slot, item, context, in_list=True) for item in node.items)
    return [group for group in groups if group is not None]


def read_role(node: Pairs, section: Section, context: Context, otherwise: str) -> str:
    """Give the role that stated something: its own ``stated_by``, else the one given."""
    if "stated_by" not in node.pairs:
        return otherwise
    role = read_one(section["stated_by"], node.pairs["stated_by"][1], context)
    return str(role) if role is not None else otherwise


def read_evidence(node: Pairs, section: Section, context: Context) -> tuple[Evidence, ...]:
    """Give the documents that something was read from."""
    slot = section.get("evidence")
    if slot is None or "evidence" not in node.pairs:
        return ()
    document, place = slot.parts
    value = node.pairs["evidence"][1]
    if is_nothing(value):
        context.log.add(say.NOTHING, value.mark, key=slot.name)
    found = []
    for group in read_groups(slot, value, context):
        given = {name: leaf for name, (_, leaf) in group.pairs.items()}
        where = read_one(place, given["place"], context) if "place" in given else None
        which = read_one(document, given["document"], context) if "document" in given else None
        if which is not None:
            found.append(Evidence(str(which), str(where) if where is not None else None, group.mark))
    return tuple(found)


def read_entry(
    cls: str, section: Section, node: Pairs, context: Context, role: str, own_id: str | None = None
) -> Entry:
    """Read an entry of a class. ``own_id`` is the id of the undertaking, which has none in the file."""
    check_keys(node, section, context.schema.vocabulary.classes[cls].noun.indefinite, context, cls)
    fields: dict[str, Field] = {}
    factors: dict[str, tuple[Answer, Mark]] = {}
    texts: dict[str, str] = {}
    units: tuple[str, ...] | None = None
    for name, (_, value) in node.pairs.items():
        slot = section.get(name)
        if slot is None or name in ("stated_by", "evidence"):
            continue
        if slot.type is Type.FACTORS:
            factors = _read_factors(slot, value, context)
        elif slot.type is Type.GROUP:
            fields.update(_read_parts(slot, value, context))
        elif slot.type is Type.SCORES:
            items = tuple(Slot(word, Type.DECIMAL, slot.label) for word in slot.words)
            fields.update(_read_parts(replace(slot, type=Type.GROUP, parts=items), value, context))
        elif name == "units":
            given = read_units(slot, value, context)
            if given is not None and given[0] is not None:
                units = given[0]
                fields[name] = Field(name, given[0], given[1], value.mark)
        elif name in HELD_APART:
            text = read_one(slot, value, context)
            if text is not None:
                texts[name] = str(text)
        else:
            read = _read_field(slot, value, context)
            if read is not None:
                fields[name] = Field(name, read[0], read[1], value.mark)
    return Entry(
        own_id or texts.get("id", ""), cls, texts.get("title", texts.get("name")), units, fields, factors,
        read_role(node, section, context, role), read_evidence(node, section, context), node.mark,
    )


def _read_field(slot: Slot, node: Node, context: Context) -> tuple[tuple[Scalar, ...], bool] | None:
    if slot.many:
        return read_many(slot, node, context)
    value = read_one(slot, node, context)
    return None if value is None else ((value,), False)


def _read_parts(slot: Slot, node: Node, context: Context) -> dict[str, Field]:
    """Read the fields inside a field; they are kept as ``employees.regular``."""
    group = read_group(slot, node, context)
    parts = {part.name: part for part in slot.parts}
    found = {}
    for name, (_, value) in group.pairs.items() if group else ():
        read = _read_field(parts[name], value, context) if name in parts else None
        if read is not None:
            full = f"{slot.name}.{name}"
            found[full] = Field(full, read[0], read[1], value.mark)
    return found


def _read_factors(slot: Slot, node: Node, context: Context) -> dict[str, tuple[Answer, Mark]]:
    """Read the map of a unit's factors."""
    group = read_group(slot, node, context)
    found = {}
    for factor, (leaf, value) in group.pairs.items() if group else ():
        answer = Slot(factor, Type.ANSWER, slot.label, may_be_unknown=True)
        if factor not in slot.words:
            if factor:
                hint = context.log.choice(factor, list(slot.words))
                context.log.add(say.WRONG_VALUE, leaf.mark, hint, value=context.log.shown(factor), key=slot.name)
            continue
        given = read_one(answer, value, context)
        if isinstance(given, Answer):
            found[factor] = (given, leaf.mark)
    return found
