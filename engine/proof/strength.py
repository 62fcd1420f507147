"""How strongly a met duty is shown: by documents, by statements, by a judgement, or only by inference. The weakest requirement decides."""

from engine.assessment import Assessment
from engine.inference.outcome import Outcome
from engine.proof.node import Node
from engine.truth import Truth

ORDER = ("inferred", "judged", "stated", "documented")  # weakest first


def strength_of(outcome: Outcome, assessment: Assessment) -> str | None:
    """Give the strength of a met outcome; None for any other."""
    if outcome.outcome != "met":
        return None
    parts = [part for section in outcome.met.premises for part in section.premises]
    return min((_of(part, assessment) for part in parts), key=ORDER.index, default="inferred")


def _of(node: Node, assessment: Assessment) -> str:
    """Give the strength of one requirement: of the weakest thing that was shown for it."""
    found = [strength for leaf in _shown(node) if (strength := _of_leaf(leaf, assessment))]
    return min(found, key=ORDER.index, default="inferred")


def _shown(node: Node) -> list[Node]:
    """Give the statements that a node rests on: not those that were looked for and not found."""
    if node.statement is not None and not node.premises:
        return [node] if node.truth is Truth.YES else []
    if node.kind == "not":
        return []
    wanted = [p for p in node.premises if p.truth is Truth.YES]
    return [leaf for premise in wanted for leaf in _shown(premise)]


def _of_leaf(leaf: Node, assessment: Assessment) -> str | None:
    if leaf.statement is None or leaf.said is None or leaf.said.how in ("computed", "derived"):
        return None
    if assessment.facts.classes.get(leaf.statement[1]) == "Judgement":
        return "judged"
    return "documented" if leaf.said.evidence else "stated"
