"""From the text of a scalar to its value, typed by its field. What does not fit goes into the log and has no value."""

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from engine.case import identity
from engine.case import messages as say
from engine.case.log import Log
from engine.case.messages import Message
from engine.case.model import ENTERPRISE, Answer, Mark, Scalar
from engine.case.schema import ALL, DOCUMENT, DONT_KNOW, PLUS, UNIT, Schema, Slot, Type
from engine.case.yaml_tree import Items, Leaf, Node, Pairs, is_nothing, is_refused
from engine.text import Text

FIRST_YEAR, LAST_YEAR = 1950, 2100
ID = re.compile(r"[0-9A-Za-zÆØÅæøåÄÖÜäöüÉé][0-9A-Za-zÆØÅæøåÄÖÜäöüÉé_.-]{0,63}")
RESERVED = frozenset({ENTERPRISE, ALL, DONT_KNOW})
_NUMBER = re.compile("0|[1-9][0-9]{0,6}")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,4})?")
_DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_OTHER_DATE = re.compile(r"([0-9]{1,2})[./-]\s?([0-9]{1,2})[./-]\s?([0-9]{4})")
_LOOSE_DATE = re.compile("([0-9]{4})[-./]?([0-9]{1,2})[-./]?([0-9]{1,2})")
_CODE = re.compile(r"[0-9]{2}(\.?[0-9]{1,3}){0,2}")


@dataclass(slots=True)
class Context:
    """What a value is read against: the schema, the ids of the whole case, and the log."""

    log: Log
    schema: Schema
    ids: dict[str, tuple[str, Mark]] = field(default_factory=dict)  # id → class and place
    own_names: frozenset[str] = frozenset()  # words of the names of the undertaking and its units

    by_class: dict[str, list[str]] = field(default_factory=dict)

    def add_id(self, entry_id: str, cls: str, mark: Mark) -> None:
        """Note an entry."""
        self.ids[entry_id] = (cls, mark)
        self.by_class.setdefault(cls, []).append(entry_id)

    def ids_of(self, cls: str) -> list[str]:
        """Give the ids of all entries of a class."""
        return self.by_class.get(cls, [])


def read_one(slot: Slot, node: Node, context: Context) -> Scalar | None:
    """Read a single value."""
    log = context.log
    if is_refused(node):
        return None
    if not isinstance(node, Leaf):
        log.add(say.WANTS_ONE, node.mark, key=slot.name)
        return None
    if is_nothing(node):
        log.add(say.NOTHING, node.mark, key=slot.name)
        return None
    text = node.text.strip()
    if slot.may_be_unknown and text == DONT_KNOW:
        return Answer.DONT_KNOW
    return _typed(slot, text, node.mark, context)


def read_many(slot: Slot, node: Node, context: Context) -> tuple[tuple[Scalar, ...], bool] | None:
    """Read a list; a single value stands for a list of one. Gives the values and whether the list is open."""
    log = context.log
    if isinstance(node, Pairs):
        log.add(say.WANTS_LIST, node.mark, key=slot.name)
        return None
    if isinstance(node, Leaf):
        value = read_one(slot, node, context)
        return None if value is None else ((value,), value is Answer.DONT_KNOW)
    values: list[Scalar] = []
    is_open = False
    each = replace(slot, may_be_unknown=False)
    for position, item in enumerate(node.items):
        if isinstance(item, Leaf) and item.text == PLUS and item.plain:
            is_open = True
            if not slot.may_be_open:
                log.add(say.PLUS_NOT_HERE, item.mark, key=slot.name)
            elif position < len(node.items) - 1:
                log.add(say.PLUS_NOT_LAST, item.mark)
            continue
        if is_nothing(item):
            log.add(say.NOTHING_IN_LIST, item.mark)
            continue
        value = read_one(each, item, context)
        if value is not None and value in values and slot.type is not Type.TEXT:
            log.add(say.LISTED_TWICE, item.mark, value=log.shown(str(value)))
        elif value is not None:
            values.append(value)
    return tuple(values), is_open


def read_units(slot: Slot, node: Node, context: Context) -> tuple[tuple[str, ...] | None, bool] | None:
    """Read a list of units; None for ``all``."""
    if isinstance(node, Leaf) and node.text.strip() == ALL:
        return None, False
    if isinstance(node, Items) and not node.items:
        context.log.add(say.NO_UNITS_LISTED, node.mark, key=slot.name)
        return None
    read = read_many(slot, node, context)
    return None if read is None else (tuple(str(value) for value in read[0]), read[1])


def _typed(slot: Slot, text: str, mark: Mark, context: Context) -> Scalar | None:
    """Read the text as the type of the field wants it."""
    log = context.log
    match slot.type:
        case Type.TEXT:
            return _text(slot, text, mark, context)
        case Type.ANSWER:
            return _answer(slot, text, mark, log)
        case Type.WORD | Type.CONCEPT | Type.REGISTER:
            if text in slot.words:
                return text
            log.add(say.WRONG_VALUE, mark, log.choice(text, _choices(slot)), value=log.shown(text), key=slot.name)
            return None
        case Type.NUMBER:
            if _NUMBER.fullmatch(text):
                return int(text)
            log.add(say.NOT_NUMBER, mark, None if slot.may_be_unknown else say.WHOLE_NUMBER, value=log.shown(text), key=slot.name)
            return None
        case Type.DECIMAL:
            if _DECIMAL.fullmatch(text):
                return Decimal(text)
            log.add(say.NOT_DECIMAL, mark, value=log.shown(text), key=slot.name)
            return None
        case Type.DATE:
            return read_date(slot.name, text, mark, log)
        case Type.ID:
            if ID.fullmatch(text) and text not in RESERVED:
                return text
            log.add(say.BAD_ID, mark, value=log.shown(text))
            return None
        case Type.ENTRY | Type.ANY_ENTRY:
            return _reference(slot, text, mark, context)
        case _:
            return _code(slot, text, mark, log)


def _choices(slot: Slot) -> list[str]:
    return [*slot.words, DONT_KNOW] if slot.may_be_unknown else list(slot.words)


def _answer(slot: Slot, text: str, mark: Mark, log: Log) -> Answer | None:
    allowed = ["yes", "no", DONT_KNOW] if slot.may_be_unknown else ["yes", "no"]
    if text in allowed:
        return Answer(text)
    log.add(say.WRONG_VALUE, mark, log.choice(text, allowed), value=log.shown(text), key=slot.name)
    return None


def _text(slot: Slot, text: str, mark: Mark, context: Context) -> str:
    """Read free text: one line of it, except in a note; warn of what may tell who a person is."""
    log = context.log
    value = text if slot.name == "note" else " ".join(text.split())
    if slot.name in ("name", "file", "ask", "of"):
        return value
    name = identity.name_in(value, context.own_names)
    if name:
        log.warn(say.LIKE_NAME, mark, value=log.shown(name))
    if identity.has_email(value):
        log.warn(say.LIKE_EMAIL, mark)
    if identity.has_phone(value):
        log.warn(say.LIKE_PHONE, mark)
    return value


def _reference(slot: Slot, text: str, mark: Mark, context: Context) -> str | None:
    """Read the id of an entry, which must exist and be of the right class."""
    log = context.log
    if slot.type is Type.ANY_ENTRY:
        if text == ENTERPRISE or text in context.ids:
            return text
        log.add(say.UNKNOWN_ABOUT, mark, log.choice(text, [ENTERPRISE, *context.ids]), id=log.shown(text))
        return None
    found = context.ids.get(text)
    if found and found[0] == slot.range:
        return text
    message: Message = {UNIT: say.UNKNOWN_UNIT, DOCUMENT: say.UNKNOWN_DOCUMENT}.get(slot.range, say.UNKNOWN_ENTRY)
    cls = context.schema.vocabulary.classes[slot.range]
    allowed = [*context.ids_of(slot.range), *([ALL] if slot.may_be_all else [])]
    log.add(message, mark, log.choice(text, allowed), id=log.shown(text), register=cls.register or cls.id)
    return None


def _code(slot: Slot, text: str, mark: Mark, log: Log) -> str | None:
    """Read a number that is a name: checked, and kept without spaces."""
    compact = text.replace(" ", "")
    match slot.type:
        case Type.ORG_NUMBER:
            good, message = identity.is_org_number(text), say.NO_ORG_NUMBER
        case Type.CVR:
            good, message = identity.is_cvr(text), say.NO_CVR
        case Type.P_NUMBER:
            good, message = re.fullmatch("[0-9]{10}", compact) is not None, say.NO_P_NUMBER
        case Type.SHA256:
            good, message = re.fullmatch("[0-9a-fA-F]{64}", text) is not None, say.NO_SHA256
        case _:
            good = _CODE.fullmatch(text) is not None and len(text.replace(".", "")) <= 6
            message = say.NO_INDUSTRY_CODE
    if good:
        return compact
    log.add(message, mark, value=log.shown(text))
    return None


def read_date(key: str, text: str, mark: Mark, log: Log) -> date | None:
    """Read a date, ISO only; another way of writing one gets the ISO form as a hint."""
    written = _DATE.fullmatch(text)
    if not written:
        log.add(say.NOT_DATE, mark, _meant_date(text), value=log.shown(text), key=key)
        return None
    year, month, day = (int(part) for part in written.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        log.add(say.FAR_DATE, mark, value=text, key=key, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    elif not 1 <= month <= 12:
        log.add(say.IMPOSSIBLE_DATE, mark, say.IMPOSSIBLE_MONTH, value=text, key=key)
    elif not 1 <= day <= monthrange(year, month)[1]:
        log.add(say.IMPOSSIBLE_DATE, mark, value=text, key=key, days=str(monthrange(year, month)[1]))
    else:
        return date(year, month, day)
    return None


def _meant_date(text: str) -> Text | None:
    """Give the hint for a date that was written in another way."""
    other, loose = _OTHER_DATE.fullmatch(text), _LOOSE_DATE.fullmatch(text)
    parts = other.groups()[::-1] if other else loose.groups() if loose else None
    if parts is None:
        return None
    try:
        meant = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None
    return say.NOT_THAT_DATE.format(meant=meant.isoformat())
