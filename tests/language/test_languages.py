"""The same rules written in three languages are the same rules."""

import re
from pathlib import Path

import pytest

from engine.language.read import read_rules
from engine.language.syntax import RuleSet
from engine.vocabulary.load import load
from tests.language.same import meaning
from tests.language.tiny import vocabulary

EXAMPLES = Path(__file__).parent / "examples"
PATH = "rules/no/utforelse/3A-5.regel"


def read(text: str) -> tuple[RuleSet, list[str]]:
    rules, problems = read_rules({PATH: text}, vocabulary())
    return rules, [problem.code for problem in problems]


@pytest.mark.parametrize("language", ["da", "en"])
def test_same_rules(language: str) -> None:
    norwegian, problems = read((EXAMPLES / "nb.regel").read_text("utf-8"))
    other, more = read((EXAMPLES / f"{language}.regel").read_text("utf-8"))
    assert (problems, more) == ([], [])
    assert meaning(other) == meaning(norwegian)
    assert other.duties[0].origins.language == language


def test_layout_means_nothing_but_is_checked() -> None:
    text = (EXAMPLES / "nb.regel").read_text("utf-8")
    lines = text.split("\n")
    shaken = "\n\n".join(" " * (index * 7 % 5) + re.sub(" {2,}", " ", line.strip()) for index, line in enumerate(lines))
    rules, problems = read(shaken)
    assert meaning(rules) == meaning(read(text)[0])
    assert problems and set(problems) == {"layout"}


def test_commas_capitals_and_comments_mean_nothing() -> None:
    text = (EXAMPLES / "da.regel").read_text("utf-8")
    assert "siger, at" in text
    changed = text.replace("siger, at", "siger at").replace("«vold og trusler»", "« Vold og  trusler »  # hvorfor?")
    rules, problems = read("# først\n\n" + changed.replace("\n", "\r\n"))
    assert problems == []
    assert meaning(rules) == meaning(read(text)[0])


def test_source_text_is_kept() -> None:
    text = (EXAMPLES / "nb.regel").read_text("utf-8")
    rules, _ = read(text)
    parts = [rules.duties[0].origins, rules.rules[0].origins, rules.remarks[0].origins]
    assert all(part.text in text for part in parts)
    assert parts[0].text.startswith("plikt no.utforelse.3A-5.1\n") and parts[0].text.endswith("core-duties.md, 10-20")
    assert (parts[2].place.line, parts[2].place.column) == (text[: text.index("merknad")].count("\n") + 1, 1)


@pytest.mark.parametrize("language", ["nb", "da", "en"])
def test_every_phrase_of_the_ontology_can_be_written(language: str) -> None:
    """No phrase collides with a keyword where a sentence, a clause or a negated clause may stand."""
    known = load(Path(__file__).parents[2] / "ontology")
    heads = {
        "nb": ("språk nb", "merknad x.y", "når", "ikke: det finnes {} X", "som", "og"),
        "da": ("sprog da", "bemærkning x.y", "når", "ikke: der findes {} X", "som", "og"),
        "en": ("language en", "remark x.y", "when", "not: there is {} X", "that", "and"),
    }[language]
    files, said = {}, {}
    for prop in known.properties.values():
        for number, text in enumerate((prop.phrase, prop.phrase_not, prop.phrase_not_sub)):
            if text is None:
                continue
            phrase = text.in_(language).removeprefix("{s} ").replace("{o}", "Z")  # type: ignore[arg-type]
            noun = known.classes[prop.domain[0]].noun.indefinite.in_(language)  # type: ignore[arg-type]
            lines = [heads[0], f"{heads[1]}.{prop.id}_{number}", heads[2], heads[3].format(noun), f"{heads[4]} {phrase}", f"{heads[5]} {phrase}"]
            if text is not prop.phrase_not_sub:
                lines.append(f"{heads[5]} X {phrase}")
            file = f"rules/{prop.id}_{number}.regel"
            files[file], said[file] = "\n".join(lines), phrase
    _, problems = read_rules(files, known)
    allowed = {"unbound-variable", "wrong-object", "layout", "never-concluded"}
    assert [(p.file, said[p.file], p.code) for p in problems if p.line > 4 and p.code not in allowed] == []
    assert {p.file for p in problems if p.line > 4} == files.keys()  # each line was read as a sentence about unbound variables
