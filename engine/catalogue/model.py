"""The catalogue in memory: contents from the seeds, each tied to factors, a level and a stage, and to the lines it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from engine.text import Text

Type = Literal[
    "measure", "risk_factor", "characteristic", "factor_description", "mapping_source", "risk_question", "plan_content",
    "information_channel", "information_quality", "expert_help", "boundary", "competence", "arena", "micro_action",
    "reflection_question", "picture", "symptom", "outcome", "conflict_step", "follow_up", "support_form", "culture_sign",
    "psychological_safety", "legal_context", "principle",
]
TYPES: tuple[str, ...] = get_args(Type)
LEVELS = ("organisation", "leader", "group", "individual")  # the order of suggestions: what is common to all comes first
STAGES = ("primary", "secondary", "tertiary")
ATTRIBUTIONS = ("authority", "research", "practitioner", "training")
FACTOR_LISTS = ("factors", "no_factors", "dk_factors")  # the collections whose members a content may name


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """Lines of a seed file, counted from 1, both ends included."""

    file: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.file}:{self.first}" + (f"-{self.last}" if self.last != self.first else "")

    def meet(self, other: "Lines") -> bool:
        """Say whether two ranges share a line."""
        return self.file == other.file and self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Content:
    """One thing that a seed says, in our own words. ``file`` is the Turtle file; no level or stage where the seed gives none."""

    id: str
    type: str
    title: Text
    text: Text | None
    factors: tuple[str, ...]
    levels: tuple[str, ...]
    stages: tuple[str, ...]
    tags: tuple[str, ...]
    order: int
    attribution: str
    seeds: tuple[Lines, ...]
    file: str


@dataclass(frozen=True)
class Catalogue:
    """Every content, in the order of the files."""

    contents: tuple[Content, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Content]:
        """Give the contents by id."""
        return {content.id: content for content in self.contents}
