"""The door to the rule language: from rule files to a checked rule set, with every problem of every file."""

from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from engine.errors import BadInputError, Problem
from engine.language import syntax as s
from engine.language.advice import HINTS
from engine.language.layout import check_layout
from engine.language.lines import Source
from engine.language.messages import MESSAGES
from engine.language.names import Names
from engine.language.parse import parse
from engine.language.resolve import resolve
from engine.language.strata import check_strata
from engine.language.together import check_together
from engine.language.walk import Part
from engine.text import LANGUAGES
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import PhraseBook


def read_rules(
    files: Mapping[str, str], vocabulary: Vocabulary, provisions: Container[str] | None = None
) -> tuple[s.RuleSet, list[Problem]]:
    """Read rule files (path relative to the rule base → text).

    All problems of all files come at once, in the order of the files. With problems, the rule set holds what could
    be read and is good for nothing but finding more of them. ``provisions`` are the paths of the law base; without
    it citations aren't checked.
    """
    phrases = PhraseBook(vocabulary)
    names = {language: Names(vocabulary, language) for language in LANGUAGES}
    sources: dict[str, Source] = {}
    found: list[Part] = []
    for path in sorted(files):
        tree, source = parse(path, files[path])
        sources[path] = source
        check_layout(tree, source.report)
        found += resolve(tree, vocabulary, phrases, source.report, provisions, names[tree.language])
    rules = s.RuleSet(
        tuple(each for each in found if isinstance(each, s.Duty)),
        tuple(each for each in found if isinstance(each, s.Rule)),
        tuple(each for each in found if isinstance(each, s.Remark)),
        tuple(each for each in found if isinstance(each, s.Outlook)),
    )
    reports = {path: source.report for path, source in sources.items()}
    check_together(found, vocabulary, reports)
    check_strata(rules, vocabulary, reports)
    return rules, sorted(dict.fromkeys(problem for source in sources.values() for problem in source.problems))


def rule_files(base: Path, only: Iterable[Path] | None = None) -> tuple[dict[str, str], list[Problem]]:
    """Read the rule files of a rule base (or some files) as text; what isn't UTF-8 is a problem."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted((base / "rules").rglob("*.regel")) if only is None else only:
        try:
            name = file.resolve().relative_to(base.resolve()).as_posix()
        except ValueError:
            name = file.as_posix()
        try:
            texts[name] = rule_text(name, file.read_bytes())
        except BadInputError as error:
            problems += error.problems
    return texts, problems


def rule_text(name: str, data: bytes) -> str:
    """Decode a rule file. Raises BadInputError if it isn't UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = Problem(name, line, 1, "not-utf-8", MESSAGES["not-utf-8"], HINTS["not-utf-8"])
        raise BadInputError([problem]) from None
