"""The whole proof of an outcome as an indented tree: each step a sentence, each leaf with its source."""

import textwrap

from engine.assessment import Assessment
from engine.inference.outcome import Outcome
from engine.proof import words as w
from engine.proof.node import Node, Refused
from engine.proof.reasons import Reasons, Voice
from engine.truth import Truth
from engine.vocabulary.phrases import sentence

MARKS = {Truth.YES: "+", Truth.NO: "-", Truth.UNKNOWN: "?"}
WIDTH = 110


def tree(outcome: Outcome, assessment: Assessment, reasons: Reasons, indent: int = 0) -> list[str]:
    """Write the proof of an outcome: whether it applies, what is breached, met and suspected, each down to its leaves."""
    voice = reasons.voice(reasons.masked(outcome))
    found: list[str] = []
    parts = {"applies": outcome.applies, "breach": outcome.breach, "met": outcome.met, "suspicion": outcome.suspicion}
    for name, node in parts.items():
        if node.premises or node.refused:
            found.append(" " * indent + w.NAMES_OF_PARTS[name].in_(voice.language) + f" {MARKS[node.truth]}")
            for premise in node.premises:
                found += _node(premise, voice, indent + 2, set())
            found += _refused(node, voice, indent + 2)
    return found


def _node(node: Node, voice: Voice, indent: int, path: set[int]) -> list[str]:
    if id(node) in path:
        return []
    if node.kind in ("all", "candidate", "instance") and node.truth is not Truth.UNKNOWN and len(node.premises) == 1:
        return _node(node.premises[0], voice, indent, path)
    if node.stand_in:
        unseen = w.UNSEEN.in_(voice.language).format(what=voice.names.of(node.stand_in))
        return textwrap.wrap(f"? {unseen}", WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))
    inside = path | {id(node)}
    text = _sentence(node, voice)
    lines = (
        textwrap.wrap(
            f"{MARKS[node.truth]} {text}", WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)
        )
        if text
        else []
    )
    deeper = indent + 2 if text else indent
    for premise in node.premises:
        lines += _node(premise, voice, deeper, inside)
    return lines + _refused(node, voice, deeper)


def _sentence(node: Node, voice: Voice) -> str:
    """Write the sentence of a step; a step that only groups others has none."""
    if node.kind in ("all", "candidate", "instance", "not"):
        return ""
    if node.kind == "in_force":
        return (w.IN_FORCE if node.truth is Truth.YES else w.NOT_IN_FORCE_NODE).in_(voice.language)
    return voice.say(node)


def _refused(node: Node, voice: Voice, indent: int) -> list[str]:
    """Write each candidate that did not do, with the first condition that fails for it."""
    lines: list[str] = []
    for refused in node.refused:
        lines += textwrap.wrap(
            _candidate(refused, voice), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)
        )
    if node.others:
        lines.append(" " * indent + w.N_OTHERS.in_(voice.language).format(n=len(node.others)))
    return lines


def _candidate(refused: Refused, voice: Voice) -> str:
    if refused.node is None:
        return f"- {voice.nothing(refused) or sentence(w.NOTHING_FITS.in_(voice.language))}"
    return f"- {voice.say(refused.node)}"
