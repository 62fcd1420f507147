"""What changed between two recorded assessments: the case, the law and the rules they rest on, each outcome, and the mere wording."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.proof.words import HEADINGS
from engine.text import Language, Text

Record = dict[str, Any]
ANOTHER = {
    "case": Text(
        "Saken er en annen eller endret.", "Sagen er en anden eller ændret.", "The case is another one, or changed."
    ),
    "law": Text(
        "Loven er vurdert per {new}, ikke {old}.",
        "Loven er vurderet pr. {new}, ikke {old}.",
        "The law is that of {new}, not {old}.",
    ),
    "rules": Text("Regelbasen er endret.", "Regelbasen er ændret.", "The rule base has changed."),
}
CHANGED = Text("{id}: {old} → {new}", "{id}: {old} → {new}", "{id}: {old} → {new}")
REASON = Text(
    "{id}: fortsatt {outcome}, men av en annen grunn",
    "{id}: fortsat {outcome}, men af en anden grund",
    "{id}: still {outcome}, but for another reason",
)
STRENGTH = Text(
    "{id}: fortsatt {outcome}, men styrken er en annen ({old} → {new})",
    "{id}: fortsat {outcome}, men styrken er en anden ({old} → {new})",
    "{id}: still {outcome}, but with another strength ({old} → {new})",
)
PROOF = Text(
    "{id}: fortsatt {outcome} med de samme ordene, men beviset er et annet",
    "{id}: fortsat {outcome} med de samme ord, men beviset er et andet",
    "{id}: still {outcome} in the same words, but the proof is another one",
)
ADDED = Text("{id}: ny, {new}", "{id}: ny, {new}", "{id}: new, {new}")
GONE = Text("{id}: borte (var {old})", "{id}: væk (var {old})", "{id}: gone (was {old})")
ENGINE = Text(
    "Programversjonen er {new}, ikke {old}; ordlyden kan avvike.",
    "Programversionen er {new}, ikke {old}; ordlyden kan afvige.",
    "The engine is {new}, not {old}; wording may differ.",
)
REWORDED = Text(
    "Sagt med andre ord, men på det samme beviset: {count}.",
    "Sagt med andre ord, men på det samme bevis: {count}.",
    "Said in other words, but on the same proof: {count}.",
)
ONLY = Text(
    "Ellers er ingenting endret: hvert utfall, styrken og beviset er det samme.",
    "Ellers er intet ændret: hvert udfald, styrken og beviset er det samme.",
    "Nothing else has changed: every outcome, its strength and its proof are the same.",
)
LINE = re.compile(r"#\d+")  # where a rule stands in its file: no part of what it says
STEP = ("kind", "holds", "follows_by", "minimum", "bindings", "statement", "source", "stand_in", "note", "others")
ENDS = ("outcome", "strength", "bearer", "law", "provisions", "could_be", "same_either_way", "interpretation")


class Difference(NamedTuple):
    """What differs between two records, a line each: what changed, and what is only said in other words."""

    changes: list[str]
    words: list[str]


def difference(old: Record, new: Record, language: Language) -> Difference:
    """Compare two records. There are no changes where the outcomes and reasons are the same and rest on the same.

    A reason is another one where its proof is; the same proof in other words, or from another engine, is no change. Where case, law and
    rules are the same, an outcome with the same words on another proof is told as well: then only the engine can be the reason.
    """
    frames = _frames(old, new, language)
    proofs = _Proofs(old["proof"]), _Proofs(new["proof"])
    changes, reworded = list(frames), 0
    for id_, before, after in _pairs(old, new):
        if before and after and proofs[0].of(before) == proofs[1].of(after):
            reworded += any(before[text] != after[text] for text in ("title", "reason"))
        elif line := _outcome(id_, before, after, not frames, language):
            changes.append(line)
    words = []
    if old["engine"] != new["engine"]:
        words.append(ENGINE.in_(language).format(old=old["engine"], new=new["engine"]))
    if reworded:
        words.append(REWORDED.in_(language).format(count=reworded))
    return Difference(changes, [*words, ONLY.in_(language)] if words and not changes else words)


def _frames(old: Record, new: Record, language: Language) -> list[str]:
    pairs = {
        "case": (old["case"]["hash"], new["case"]["hash"]),
        "law": (old["law_date"], new["law_date"]),
        "rules": (old["rulebase"]["hash"], new["rulebase"]["hash"]),
    }
    return [ANOTHER[name].in_(language).format(old=a, new=b) for name, (a, b) in pairs.items() if a != b]


def _pairs(old: Record, new: Record) -> Iterator[tuple[str, Record | None, Record | None]]:
    before = {outcome["id"]: outcome for outcome in old["outcomes"]}
    after = {outcome["id"]: outcome for outcome in new["outcomes"]}
    for id_ in sorted(before.keys() | after.keys()):
        yield id_, before.get(id_), after.get(id_)


class _Proofs:
    """The proof of one record: each step as a digest of what it says and rests on, whatever its number."""

    def __init__(self, steps: dict[str, Record]) -> None:
        self.steps = steps
        self._known: dict[str, str] = {}

    def digest(self, name: str | None) -> str:
        """Give the digest of a step with everything under it. Keys that a later engine adds count for nothing."""
        if name is None or name not in self.steps:
            return ""
        if name not in self._known:
            self._known[name] = ""  # a record that somebody bent into a circle has an end here
            step = self.steps[name]
            said = [step.get(key) for key in STEP]
            said += [LINE.sub("", step.get("condition", "")), [self.digest(each) for each in step.get("premises", ())]]
            said += [
                [each["bindings"], LINE.sub("", each["fails"]), self.digest(each["node"])]
                for each in step.get("candidates", ())
            ]
            self._known[name] = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
        return self._known[name]

    def of(self, outcome: Record) -> list[Any]:
        """Give an outcome as data: everything but its texts."""
        asked = [[each["address"], each["kind"]] for key in ("decided_by", "would_raise") for each in outcome[key]]
        roots = {**outcome["proof"], **outcome["sections"]}
        return [
            *(outcome[key] for key in ENDS),
            asked,
            [[each["holds"], self.digest(each["node"])] for each in outcome["requirements"]],
            [[name, self.digest(roots[name])] for name in sorted(roots)],
        ]


def _outcome(id_: str, old: Record | None, new: Record | None, same_frames: bool, language: Language) -> str | None:
    """Say how an outcome differs whose data do; None where all that differs is a proof under another case, law or rule base."""

    def word(outcome: Record) -> str:
        return HEADINGS[outcome["outcome"]].in_(language).lower()

    if old is None and new is not None:
        return ADDED.in_(language).format(id=id_, new=word(new))
    if new is None and old is not None:
        return GONE.in_(language).format(id=id_, old=word(old))
    if old is None or new is None:
        return None
    if old["outcome"] != new["outcome"]:
        return f"{CHANGED.in_(language).format(id=id_, old=word(old), new=word(new))}\n    {new['reason'][language]}"
    if old["reason"] != new["reason"]:
        return f"{REASON.in_(language).format(id=id_, outcome=word(new))}\n    {new['reason'][language]}"
    if old["strength"] != new["strength"]:
        return STRENGTH.in_(language).format(id=id_, outcome=word(new), old=old["strength"], new=new["strength"])
    return PROOF.in_(language).format(id=id_, outcome=word(new)) if same_frames else None
