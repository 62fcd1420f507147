"""Writes the colours of rule files for editors (a TextMate grammar) from the keywords of the rule language.

    python editors/vscode/make_grammar.py

The keywords of all three languages are coloured in every file, at the places where each may stand; a test sees to it that the file
that is committed is the one this writes.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "syntaxes" / "regel.tmLanguage.json"
sys.path.insert(0, str(HERE.parents[1]))

from engine.language.keywords import CLAUSES, CONDITIONS, PARTS, SECTIONS, keywords  # noqa: E402
from engine.text import LANGUAGES  # noqa: E402

OPERATORS = ("IS_BEFORE", "IS_AFTER", "IS_LATEST", "IS_EARLIEST", "IS_MIN", "IS_MAX", "IS_MORE", "IS_LESS", "IS_EQUAL")
UNITS = ("DAYS", "WEEKS", "MONTHS", "YEARS")
VARIABLE = "[A-ZÆØÅ][0-9]?"


def any_of(*terminals: str) -> str:
    """Give a pattern for the keywords of some terminals, in all languages, the longest first."""
    patterns = {keywords(language).patterns[name].pattern for language in LANGUAGES for name in terminals}
    return "(?:" + "|".join(sorted(patterns, key=lambda each: (-len(each), each))) + ")"


def match(pattern: str, *scopes: str) -> dict[str, object]:
    """Colour the groups of a pattern."""
    return {"match": pattern, "captures": {str(number): {"name": f"{scope}.regel"} for number, scope in enumerate(scopes, 1)}}


def within_line(pattern: str, scope: str, *inner: dict[str, object]) -> dict[str, object]:
    """Colour what a line begins with, and what follows on it."""
    return {"begin": pattern, "end": "$", "beginCaptures": {"1": {"name": f"{scope}.regel"}}, "patterns": [*inner, {"include": "#words"}]}


def grammar() -> dict[str, object]:
    """Give the grammar."""
    lines = "|".join(keywords(language).language_line for language in LANGUAGES)
    conditions = [name for name in CONDITIONS if name != "NOT"]
    plain = [name for name in SECTIONS if name not in ("BASIS", "CANNOT_BE")]
    inner = match(rf"\G\s*({any_of(*conditions)})", "keyword.control.condition")
    section, compared = "keyword.other.section", "keyword.operator.comparison"
    sides = any_of("BEFORE", "AFTER")
    negated = within_line(rf"\G\s*({any_of('NOT')})", "keyword.operator.logical", inner)
    return {
        "$comment": "Written by make_grammar.py from engine/language/grammar; change that, not this.",
        "name": "Regel",
        "scopeName": "source.regel",
        "fileTypes": ["regel"],
        "patterns": [
            match(rf"^\s*({lines})\s+({'|'.join(LANGUAGES)})\b", "keyword.other.language", "constant.language"),
            match(rf"^\s*({any_of(*PARTS)})\s+(\S+)", "keyword.control.part", "entity.name.function"),
            match(rf"^\s*({any_of('BASIS')})\s+(\S+)", section, "constant.other.reference"),
            within_line(rf"^\s*({any_of('CANNOT_BE')})", section, match(rf"({any_of('BECAUSE', 'SOURCE')})", section)),
            within_line(rf"^\s*({any_of(*plain)})", section, match(rf"\b({any_of('VALID_UNTIL')})(?=\s+\d)", section)),
            within_line(rf"^\s*({any_of('NOT')})", "keyword.operator.logical", inner),
            within_line(rf"^\s*({any_of(*CLAUSES)})", "keyword.operator.clause", negated, inner),
            within_line(rf"^\s*({any_of(*conditions)})", "keyword.control.condition", inner),
            match(rf"^\s*({any_of('END')})\s*(?=$|\s#)", "keyword.control.end"),
            {"include": "#words"},
        ],
        "repository": {
            "words": {
                "patterns": [
                    {"match": r"(?:^|(?<=\s))#.*$", "name": "comment.line.number-sign.regel"},
                    {"match": "«[^«»]*»", "name": "string.quoted.other.concept.regel"},
                    match(rf"(?:(?<=^)|(?<=\s))({VARIABLE})\s+({any_of(*OPERATORS)})", "variable.other", compared),
                    {"match": rf"(?:(?<=^)|(?<=\s)){VARIABLE}(?![^\s«»,])", "name": "variable.other.regel"},
                    {"match": r"\b\d{4}-\d{2}-\d{2}\b", "name": "constant.numeric.date.regel"},
                    match(rf"\b(\d+)\s+({any_of(*UNITS)})\s+({sides})", "constant.numeric", "keyword.other.unit", compared),
                    {"match": r"(?:(?<=^)|(?<=\s))\d+(?![^\s,])", "name": "constant.numeric.regel"},
                    {"match": any_of("CASE_DATE"), "name": "constant.language.date.regel"},
                    match(rf"\b({any_of('IN')})(?=\s*«)", "keyword.control.condition"),
                    match(rf"\b({any_of('OF')})\s*(?=$|\s#)", "keyword.control.condition"),
                ],
            },
        },
    }


def text() -> str:
    """Give the grammar as the file holds it."""
    return json.dumps(grammar(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8")
