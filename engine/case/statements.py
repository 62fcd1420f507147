"""The answers to single questions, and the statements that a register is complete."""

from datetime import date

from engine.case import messages as say
from engine.case.entries import check_keys, read_evidence, read_role
from engine.case.model import ENTERPRISE, Answer, Completeness, Statement
from engine.case.scalars import Context, read_one, read_units
from engine.case.schema import UNDERTAKING, Section, Slot, Type
from engine.case.yaml_tree import Leaf, Pairs
from engine.text import Text
from engine.vocabulary.model import Kind, Origin, Property

ANSWER = Text("et svar", "et svar", "an answer")
COMPLETENESS = Text("en opplysning om et register", "en oplysning om et register", "a statement about a register")


def read_completeness(node: Pairs, section: Section, context: Context, role: str) -> Completeness | None:
    """Read a statement that a register is complete."""
    check_keys(node, section, COMPLETENESS, context)
    values = {
        name: read_one(section[name], value, context)
        for name, (_, value) in node.pairs.items() if name in ("register", "as_of")
    }
    given = node.pairs.get("complete_for")
    units = read_units(section["complete_for"], given[1], context) if given else None
    stated_by = read_role(node, section, context, role)
    register, as_of = values.get("register"), values.get("as_of")
    if units is None or register is None or not isinstance(as_of, date):
        return None
    return Completeness(str(register), units[0], as_of, stated_by, node.mark)


def read_answer(node: Pairs, section: Section, context: Context, role: str) -> Statement | None:
    """Read one answer, and check that its question can be asked."""
    check_keys(node, section, ANSWER, context)
    texts = {
        name: read_one(section[name], value, context)
        for name, (_, value) in node.pairs.items() if name in section and name not in ("stated_by", "evidence")
    }
    stated_by, evidence = read_role(node, section, context, role), read_evidence(node, section, context)
    about, ask, value = texts.get("about"), texts.get("ask"), texts.get("value")
    because, as_of = texts.get("because"), texts.get("as_of")
    if value == Answer.NOT_RELEVANT and "because" not in node.pairs:
        context.log.add(say.WANTS_BECAUSE, node.mark)
    if about is None or ask is None:
        return None
    prop = _property(str(about), str(ask), node, context)
    if prop is None:
        return None
    found, obj = _object(prop, node, context)
    if not found or value is None:
        return None
    return Statement(
        str(about), prop.id, obj, Answer(str(value)), str(because) if because is not None else None, stated_by,
        as_of if isinstance(as_of, date) else None, evidence, node.mark,
    )


def _property(about: str, ask: str, node: Pairs, context: Context) -> Property | None:
    """Find the property that is asked of, by its id or by its field."""
    log, vocabulary = context.log, context.schema.vocabulary
    cls = UNDERTAKING if about == ENTERPRISE else context.ids[about][0]
    mine = [prop for prop in vocabulary.properties.values() if cls in prop.domain]
    asked = next((prop for prop in mine if prop.id == ask), None) or next((p for p in mine if p.field == ask), None)
    mark = node.pairs["ask"][1].mark
    can_ask = [p for p in mine if p.origin is Origin.INPUT and p.kind in (Kind.FLAG, Kind.LINK)]
    if asked is None:
        names = [prop.field or prop.id for prop in can_ask]
        hint = log.choice(ask, names)
        log.add(say.UNKNOWN_STATEMENT, mark, hint, key=log.shown(ask), what=vocabulary.classes[cls].noun.indefinite)
    elif asked.origin is not Origin.INPUT:
        log.add(say.DERIVED, mark, key=ask)
    elif asked not in can_ask:
        log.add(say.NOT_A_STATEMENT, mark, key=ask, field=asked.field or asked.id)
    else:
        return asked
    return None


def _object(prop: Property, node: Pairs, context: Context) -> tuple[bool, str | None]:
    """Read what an answer is about, where its property refers to something: whether that went well, and the object."""
    log, vocabulary = context.log, context.schema.vocabulary
    asked = node.pairs["ask"][1]
    key = asked.text if isinstance(asked, Leaf) else prop.id
    if prop.kind is Kind.FLAG:
        if "of" in node.pairs:
            log.add(say.WANTS_NO_OF, node.pairs["of"][1].mark, key=key)
            return False, None
        return True, None
    collection = vocabulary.collections.get(prop.range)
    if "of" not in node.pairs:
        allowed = list(collection.members) if collection else context.ids_of(prop.range)
        log.add(say.WANTS_OF, node.mark, log.choice("", allowed), key=key)
        return False, None
    words = collection.members if collection else ()
    kind = Type.CONCEPT if collection else Type.ENTRY
    obj = read_one(Slot("of", kind, prop.label, range=prop.range, words=words), node.pairs["of"][1], context)
    return obj is not None, str(obj) if obj is not None else None
