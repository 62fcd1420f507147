"""The door: a rule base in, every finding about it out."""

import hashlib
from functools import lru_cache
from pathlib import Path

from engine.collector import paused
from engine.errors import BadInputError, Problem
from engine.language.read import read_rules
from engine.law.load import LawBaseError
from engine.lint import conditions, intervals, language, law, overlap, size, sources, variables
from engine.lint.allowances import apply
from engine.lint.report import Report
from engine.lint.subject import Files, Subject, read
from engine.rulebase import RuleBase, content_hash, keep, recall, terms
from engine.text import same

FAMILIES = (variables, conditions, overlap, law, intervals, language, sources)


def lint(folder: Path) -> Report:
    """Find everything in the rule base of a folder, in the order of the files. The answer for the same contents is kept.

    Raises BadInputError where the rule base can't be read: ``check`` comes first.
    """
    digest, name = content_hash(folder), f"lint-{_code()}"
    kept = recall(digest, name)
    if isinstance(kept, Report):
        return kept
    with paused():
        report = _report(folder, digest)
    keep(digest, name, report)
    return report


def _report(folder: Path, digest: str) -> Report:
    files = read(folder)
    try:
        vocabulary, law_base = terms(folder)
    except LawBaseError as error:  # a law base that can't be read for want of a text is told which text
        if lacking := list(language.missing(files)):
            return Report(len(files.texts), tuple(sorted(lacking)))
        raise BadInputError([Problem("kb", 0, 0, "bad-law-base", same(fault)) for fault in error.faults]) from None
    texts = {file: text for file, text in files.texts.items() if file.endswith(".regel")}
    rules, problems = read_rules(texts, vocabulary, set(law_base.paths()))
    if problems:
        raise BadInputError(problems)
    base = RuleBase(folder, digest, vocabulary, law_base, rules, shapes=b"")  # which nothing here looks at
    return Report(len(files.texts), tuple(findings(base, files)))


def findings(base: RuleBase, files: Files) -> list[Problem]:
    """Find everything in a rule base that was read, and in the texts that it was read from."""
    subject = Subject(base, files)
    found = [problem for family in FAMILIES for problem in family.findings(subject)]
    return apply([*found, *size.findings(files)], files)


@lru_cache(maxsize=1)
def _code() -> str:
    """Hash the code that makes the findings: another version of it has other answers."""
    code = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        code.update(path.read_bytes())
    return code.hexdigest()[:16]
