"""Choosing from the catalogue: by factor, type, level, stage and words, the widest level and the earliest stage first."""

from collections.abc import Iterable

from engine.catalogue.model import LEVELS, STAGES, Catalogue, Content
from engine.text import LANGUAGES
from engine.vocabulary.model import Vocabulary

SHARED = "factors"  # the scheme that case files use, and that the two national ones are matched with


def select(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    factors: Iterable[str] = (),
    types: Iterable[str] = (),
    level: str | None = None,
    stage: str | None = None,
    words: Iterable[str] = (),
) -> list[Content]:
    """Give the contents that fit everything asked for; what is left out of the question does not count."""
    wanted, kinds, said = set(factors), set(types), [word.lower() for word in words]
    return sorted(
        (
            content
            for content in catalogue.contents
            if (not wanted or speaks_to(content, wanted, vocabulary))
            and (not kinds or content.type in kinds)
            and (level is None or level in content.levels)
            and (stage is None or stage in content.stages)
            and all(word in _words(content) for word in said)
        ),
        key=rank,
    )


def rank(content: Content) -> tuple[int, int, str, int, str]:
    """Order contents: the organisation before the individual, the source of a strain before its effects, then as the seed has it."""
    level = min(map(LEVELS.index, content.levels), default=len(LEVELS))
    stage = min(map(STAGES.index, content.stages), default=len(STAGES))
    return level, stage, content.file, content.order, content.id


def speaks_to(content: Content, factors: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Say whether a content is about one of the factors, whichever scheme either of them is named in."""
    about = {shared for factor in content.factors for shared in shared_factors(factor, vocabulary)}
    return any(about & shared_factors(factor, vocabulary) for factor in factors)


def shared_factors(factor: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Give a factor in the shared scheme: itself and what it matches there, with the wider factor that it is a kind of."""
    concept = vocabulary.concepts.get(factor)
    members = vocabulary.collections[SHARED].members if SHARED in vocabulary.collections else ()
    matched = {other for _, other in concept.matches} if concept else set()
    return frozenset(({factor} | matched) & set(members))


def _words(content: Content) -> str:
    texts = [content.title, *([content.text] if content.text else [])]
    return " ".join([content.id, *content.tags, *(text.in_(language) for text in texts for language in LANGUAGES)]).lower()
