"""Laying a set of moves over a case: the entries and answers that would stand in it when the acts are done."""

from collections.abc import Iterable
from dataclasses import replace

from engine.assessment import groundwork
from engine.case.facts import Key
from engine.case.model import Answer, Case, Completeness, Entry, Evidence, Field, Mark, Statement
from engine.fix.moves import BY, DOCUMENTED, Moves
from engine.rulebase import RuleBase
from engine.vocabulary.model import Kind, Vocabulary

_NOWHERE = Mark(0, 0)
PAPER = "FIXD"


def applied(case: Case, acts: Iterable[str], said: Iterable[Key], moves: Moves, rulebase: RuleBase) -> Case:
    """Give the case with a set of moves carried out on its day, and recorded.

    What was said to be complete is taken to be said again of that day, with the new entries in it: no silence is added or taken away.
    """
    said = tuple(said)
    entries = dict(case.entries)
    for act in acts:
        of_act = [key for key in said if key[1] == act]
        entries[act] = _written(moves.acts[act], of_act, rulebase.vocabulary)
        if any(key[0] == DOCUMENTED for key in of_act):
            paper = _paper(act, case)
            entries[paper.id] = paper
    answers = list(case.answers)
    for prop, about, obj in (key for key in said if key[1] not in moves.acts):
        name: str | None = prop
        while name:  # what is wider holds as well
            entries[about], answers = _changed(entries[about], (name, about, obj), answers, rulebase.vocabulary)
            name = rulebase.vocabulary.properties[name].implies
    units = tuple(entries[unit.id] for unit in case.units)
    whole = replace(case, entries=entries, answers=tuple(answers), units=units, enterprise=entries[case.enterprise.id])
    return replace(whole, completeness=_renewed(case, rulebase))


def _written(act: Entry, said: list[Key], vocabulary: Vocabulary) -> Entry:
    """Write the entry of an act with what is said of it."""
    fields, units = dict(act.fields), act.units
    for name in dict.fromkeys(prop for prop, _, _ in said if prop != DOCUMENTED):
        prop = vocabulary.properties[name]
        if prop.kind is Kind.FLAG:
            values: tuple[str, ...] = (Answer.YES,)
        else:
            values = tuple(str(obj) for p, _, obj in said if p == name)
        field = prop.field or ""
        fields[field] = Field(field, values, False, _NOWHERE)
        if prop.range == "Unit":
            units = values
    if units == ():
        units = None
        fields.pop("units", None)
    evidence = (Evidence(f"{PAPER}-{act.id}", None, _NOWHERE),) if any(key[0] == DOCUMENTED for key in said) else ()
    return replace(act, fields=fields, units=units, evidence=evidence)


def _paper(act: str, case: Case) -> Entry:
    id_ = f"{PAPER}-{act}"
    return Entry(id_, "Document", None, None, {"dated": Field("dated", (case.date,), False, _NOWHERE)}, {}, BY, (), _NOWHERE)


def _changed(entry: Entry, key: Key, answers: list[Statement], vocabulary: Vocabulary) -> tuple[Entry, list[Statement]]:
    """Let an entry that is there say what an act made true."""
    prop = vocabulary.properties[key[0]]
    answers = [a for a in answers if (a.property, a.about, a.object) != key]
    field = prop.field or ""
    old = entry.fields.get(field)
    if prop.kind is Kind.FLAG:
        new = Field(field, (Answer.YES,), False, _NOWHERE)
    else:
        kept = tuple(v for v in old.values if v != Answer.DONT_KNOW) if old else ()
        new = Field(field, (*kept, str(key[2])), old.open if old else True, _NOWHERE)
    return replace(entry, fields={**entry.fields, field: new}), answers


def _renewed(case: Case, rulebase: RuleBase) -> tuple[Completeness, ...]:
    """Give the statements of completeness that count, as said on the day of the case."""
    closed = groundwork(case, rulebase).facts.closed
    return tuple(
        Completeness(register, (unit,), case.date, said.who[0], said.mark or _NOWHERE) for (register, unit), said in closed.items()
    )
