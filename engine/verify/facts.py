"""What a report embeds of its case: statements, values, entries and complete registers; and what of these can't be so."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from engine.reading.steps import NO, UNKNOWN, YES, Key, unseen
from engine.vocabulary.model import Kind, Nature, Origin, Property, Vocabulary

WORDS = ("no", "unknown", "yes")
EVENTS = ("Incident", "Change", "RiskAssessment", "Finding")  # what may call for new entries in other registers
OTHER_FACTOR = "~factor"  # one that the mapping of a unit may still bring to light
SAYS = {"stated": YES, "denied": NO, "not_relevant": NO, "complete": NO, "paper_closed": NO} | dict.fromkeys(
    ("dont_know", "not_asked", "disputed", "open_list", "industry_code", "stand_in"), UNKNOWN
)


class Facts:
    """The world of a report. ``said`` are its statements, ``entries`` all that a rule can find."""

    def __init__(self, report: dict[str, Any], vocabulary: Vocabulary) -> None:
        self.report, self.vocabulary = report, vocabulary
        self.entries = {row["id"]: row for row in sorted(report["entities"], key=lambda row: str(row["id"]))}
        self.said = {(row["property"], row["subject"], row["object"]): row for row in report["facts"] + report["unseen"]}
        self.valued = {(row["property"], row["subject"]): row for row in report["values"]}
        self.closed = {(row["register"], row["unit"]): row for row in report["registers"]}
        dates = {prop.id for prop in vocabulary.properties.values() if prop.range == "date"}
        self.values = {key: (date.fromisoformat if key[0] in dates else int)(row["value"]) for key, row in self.valued.items()}
        self.subjects, self.objects = defaultdict[Any, list[str]](list), defaultdict[Any, list[str]](list)
        for prop, subject, obj in sorted((key for key in self.said if self.truth(key) != NO), key=str):
            self.subjects[prop, obj, self.class_of(subject)].append(subject)
            self.objects[prop, subject].append(obj or "")
        self.members = {f"concept:{name}": [*each.members] for name, each in vocabulary.collections.items()}
        self.members["concept:factors"].append(OTHER_FACTOR)
        for entity in self.entries:
            self.members.setdefault(str(self.class_of(entity)), []).append(entity)

    def truth(self, key: Key) -> int:
        """Give the truth of a statement; what is not listed is not so."""
        return WORDS.index(self.said[key]["holds"]) if key in self.said else NO

    def class_of(self, entity: str | None) -> str | None:
        """Give the class of an entry; None for a concept."""
        return self.entries[entity]["class"] if entity in self.entries else None

    def source(self, key: Key) -> Any:
        """Say where something is known from; of what is not listed, who says that the register is complete in which it would stand."""
        if self.vocabulary.properties[key[0]].kind is Kind.VALUE:
            return self.valued[key[:2]]["source"] if key[:2] in self.valued else {"how": "not_asked"}
        if key in self.said:
            return self.said[key]["source"]
        cls = self.vocabulary.classes.get(self.class_of(key[1]) or "")
        names = [(cls.register, unit) for unit in self.entries[key[1]]["units"]] if cls else []
        said = max(((self.closed[name]["as_of"], self.closed[name]["who"]) for name in names if name in self.closed), default=None)
        return said and {"how": "complete", "who": said[1], "as_of": said[0]}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Give what can't be so by itself, with its code: said twice, other than its source says, open and complete at once, left out."""
        rows = sum(len(self.report[name]) for name in ("facts", "unseen", "values", "entities", "registers"))
        if rows > len(self.said) + len(self.valued) + len(self.entries) + len(self.closed):
            yield "", "twice"
        open_for = {}  # by what stands for the unseen entries of a register: its class, and the units that nobody calls it complete for
        for cls in self.vocabulary.classes.values():
            units = {unit["id"] for unit in self.report["case"]["units"] if (cls.register, unit["id"]) not in self.closed}
            if units and cls.register not in (None, "units", "documents") and cls.nature not in (None, Nature.EVIDENCE):
                open_for[f"~{cls.register}"] = cls.id, units
            later = (*EVENTS, "Judgement") if cls.nature is Nature.WORLD else EVENTS  # what a register may have to tell of since
            for unit, said in ((unit, row["as_of"]) for (register, unit), row in self.closed.items() if register == cls.register):
                dated = [(e, str(day)) for (prop, e), day in self.values.items() if prop == "dated" and self.class_of(e) in later]
                if any(day > said and unit in self.entries[e]["units"] for e, day in dated):
                    yield f"{unit}/{cls.register}", "registers"
        if open_for != {entity: (row["class"], set(row["units"])) for entity, row in self.entries.items() if unseen(entity)}:
            yield "", "registers"
        for key, row in self.said.items():
            origin, holds = self.vocabulary.properties[key[0]].origin, self.truth(key)
            fits = origin is not Origin.INPUT or holds == SAYS.get(row["source"]["how"], holds)
            if origin is Origin.DERIVED or key[1] not in self.entries or not fits or (holds == YES and any(map(unseen, key))):
                yield "/".join(filter(None, (key[1], key[0], key[2]))), "fact"
        for (name, subject), row in self.valued.items():
            if subject not in self.entries or unseen(subject) or row["source"]["how"] != "stated":
                yield f"{subject}/{name}", "fact"
        for prop in self.vocabulary.properties.values():
            for entity in self.entries if prop.origin is Origin.INPUT and prop.kind in (Kind.FLAG, Kind.LINK) else ():
                for key, listed in self._statements(entity, prop) if self.class_of(entity) in prop.domain else ():
                    if listed is not (key in self.said) and (listed or unseen(entity)):
                        yield "/".join(filter(None, (key[1], key[0], key[2]))), "not-listed" if listed else "fact"

    def _statements(self, entity: str, prop: Property) -> Iterator[tuple[Key, bool]]:
        """Give all that a property can say of an entry, and whether that must be listed: what was not asked is, too."""
        units, named = set(self.entries[entity]["units"]), (prop.range, f"concept:{prop.range}")
        for other in [each for name in named for each in self.members.get(name, ())] if prop.range else (None,):
            reached = not unseen(entity) or other not in self.entries or bool(units & set(self.entries[str(other)]["units"]))
            if (prop.id, other) != ("exposed_to", OTHER_FACTOR):
                yield (prop.id, entity, other), reached
