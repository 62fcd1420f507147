"""What rules are read as: scopes, conditions, comparisons, strata, hints; and how mistakes are found all at once."""

import argparse
from pathlib import Path

import pytest

from cli.rules.check import run
from engine.language import syntax as s
from engine.language.keywords import keywords, language_of
from engine.language.read import read_rules, rule_files
from engine.language.resolve import prefix_of
from engine.language.strata import strata
from engine.language.together import hints
from tests.language.tiny import vocabulary

PATH = "rules/no/utforelse/3A-5.regel"
HEAD = """språk nb
plikt no.utforelse.3A-5.1
  hjemmel no/utforelse/3A-5
  pliktsubjekt arbeidsgiver
  for hver enhet U
"""
GOAL = "  mål «opplæring og nødvendig øvelse»\n"
U = s.Var("U", "Unit")


def duty(body: str) -> s.Duty:
    rules, problems = read_rules({PATH: HEAD + body + GOAL}, vocabulary())
    assert problems == []
    return rules.duties[0]


def codes(files: dict[str, str]) -> list[str]:
    return [problem.code for problem in read_rules(files, vocabulary())[1]]


def sentence(condition: s.Condition) -> tuple[str, object, object]:
    assert isinstance(condition, s.Sentence)
    return condition.property, condition.subject, condition.object


def test_words_of_the_same_phrase_are_told_apart_by_class() -> None:
    (exists,) = duty(
        "  kreves\n    det finnes et tiltak M\n      som gjelder U\n      og gjelder «vold og trusler»\n"
    ).requires
    assert isinstance(exists, s.Exists)
    var = s.Var("M", "Measure")
    assert [sentence(each) for each in exists.body] == [
        ("applies_to", var, U),
        ("concerns", var, s.Const("violence")),
    ]


def test_negations() -> None:
    body = """  kreves
    U innebærer ikke risiko for «tidspress»
    ikke: U innebærer risiko for «tidspress»
    det finnes ingen øvelse A
      som er holdt for U
    ikke: det finnes en øvelse B
      som er holdt for U
      og ikke er fra etter C
      og ikke: det finnes en hendelse D
        som skjedde ved U
      slutt
"""
    head = HEAD.replace("for hver enhet U", "for hver enhet U\n  for hver hendelse C")
    rules, problems = read_rules({PATH: head + body + GOAL}, vocabulary())
    assert problems == []
    phrase, written, noun, exists = rules.duties[0].requires
    assert isinstance(phrase, s.Not) and isinstance(written, s.Not) and isinstance(noun, s.Not)
    assert isinstance(exists, s.Not) and isinstance(exists.body, s.Exists) and isinstance(noun.body, s.Exists)
    assert sentence(phrase.body) == sentence(written.body)
    later, nested = exists.body.body[1:]
    assert isinstance(later, s.Not) and isinstance(nested, s.Not) and isinstance(nested.body, s.Exists)


def test_a_test_may_be_a_sentence_or_an_existence_and_keeps_its_variable() -> None:
    body = """  kreves
    dersom det finnes en risikovurdering R
        som gjelder U
      det finnes en øvelse R
        som er holdt for U
    slutt
"""
    (condition,) = duty(body).requires
    assert isinstance(condition, s.If)
    assert isinstance(condition.test[0], s.Exists) and isinstance(condition.body[0], s.Exists)
    assert condition.test[0].var == s.Var("R", "RiskAssessment") and condition.body[0].var == s.Var("R", "Drill")


def test_values_bind_whatever_the_order_of_lines_and_only_in_their_block() -> None:
    body = """  når
    N er minst 10
    U har N ansatte
  gjelder ikke når
    U har N ansatte
    N er høyst «liten virksomhet»
  kreves
    det finnes en øvelse Ø
      som er holdt for U
      og er datert D
      og D er minst 3 år før saksdatoen
      og D er tidligst 2020-01-01
"""
    found = duty(body)
    compare = found.when[0]
    assert isinstance(compare, s.Compare)
    assert (compare.left, compare.op, compare.right) == (s.Var("N", "number"), "ge", s.Amount(10, "count"))
    assert isinstance(found.unless[0][1], s.Compare) and found.unless[0][1].right == s.ParameterRef("small")
    (exists,) = found.requires
    assert isinstance(exists, s.Exists)
    distance, earliest = exists.body[2:]
    assert isinstance(distance, s.Compare) and isinstance(earliest, s.Compare)
    assert (distance.op, distance.right, distance.offset, distance.direction) == (
        "ge",
        s.CaseDate(),
        s.Amount(3, "years"),
        "before",
    )
    assert earliest.op == "ge" and str(earliest.right) == "2020-01-01"
    assert codes({PATH: HEAD + body + "  mistanke når\n    D er før 2020-01-01\n" + GOAL}) == ["unbound-variable"]


def test_grounds_are_alternatives() -> None:
    found = duty(
        "".join(f"  brudd når\n    U innebærer risiko for «{each}»\n" for each in ("tidspress", "vold og trusler"))
    )
    assert [len(ground) for ground in found.breach_when] == [1, 1]


def rule(name: str, when: str, then: str) -> str:
    return f"regel no.utforelse.3A-5.{name}\n  for hver enhet U\n  når\n    {when}\n  så\n    {then}\n"


def test_strata() -> None:
    text = "språk nb\n" + rule("a", "U innebærer risiko for «tidspress»", "U er utsatt")
    rules, problems = read_rules({PATH: text + rule("b", "U er ikke utsatt", "U er forberedt")}, vocabulary())
    assert problems == [] and strata(rules) == {"exposed": 0, "prepared": 1}
    rules, problems = read_rules({PATH: text + rule("b", "U er utsatt", "U er utsatt")}, vocabulary())
    assert problems == [] and strata(rules) == {"exposed": 0}


@pytest.mark.parametrize("when", [
    "U er ikke utsatt", "ikke: U er utsatt", "minst 1 av\n      U er utsatt\n    slutt",
    "dersom U er utsatt\n      U innebærer risiko for «tidspress»\n    slutt",
    "for alle T i «tema for opplæring mot vold»\n      U er utsatt\n    slutt",
    "det finnes minst 2 øvelser Ø\n      som er holdt for U\n      og U er utsatt",
    "alle av\n      U er utsatt\n    slutt",
    "det finnes en øvelse Ø\n      som er holdt for U\n    det finnes en øvelse Ø\n      som er holdt for U\n      og U er utsatt",
])  # fmt: skip
def test_nothing_rests_on_its_own_negation(when: str) -> None:
    assert codes({PATH: "språk nb\n" + rule("a", when, "U er utsatt")}) == ["negative-cycle"]


def test_hints() -> None:
    text = HEAD + "  kreves\n    det finnes ingen hendelse H\n      som skjedde ved U\n" + GOAL
    rules, problems = read_rules({PATH: text}, vocabulary())
    (hint,) = hints(rules, vocabulary(), {PATH: text})
    assert problems == [] and (hint.code, hint.line, "incidents" in hint.message.en) == ("closed-world", 7, True)


def test_versions_of_a_duty_share_their_id_if_their_intervals_do_not_overlap() -> None:
    body = HEAD + "  kreves\n    U innebærer risiko for «tidspress»\n" + GOAL
    first = body.replace("  hjemmel", "  gyldig fra 2020-01-01 til 2026-01-01\n  hjemmel")
    second = body.replace("  hjemmel", "  gyldig fra 2026-01-01\n  hjemmel").removeprefix("språk nb\n")
    assert codes({PATH: first + second}) == []
    assert codes({PATH: first + second.replace("2026-01-01", "2025-12-31")}) == ["duplicate-id"]


def test_ids_follow_the_file() -> None:
    assert prefix_of("rules/no/utforelse/3A-5.regel") == prefix_of("no/utforelse/3A-5.regel") == "no.utforelse.3A-5"
    assert prefix_of("rules/shared/measures.regel") == "shared.measures"
    text = HEAD + "  kreves\n    U innebærer risiko for «tidspress»\n" + GOAL
    assert codes({"rules/no/utforelse/3A-50.regel": text}) == ["foreign-id"]


def test_every_problem_of_every_file_comes_in_order() -> None:
    wrong = HEAD + "  kreves\n    U innebærer fare\n    V innebærer risiko for «tidspres»\n"
    files = {f"rules/no/utforelse/3A-{number}.regel": wrong.replace("3A-5", f"3A-{number}") for number in (7, 6)}
    _, problems = read_rules(files, vocabulary())
    assert [(problem.file[-7], problem.code) for problem in problems] == [
        (number, code)
        for number in "67"
        for code in ("missing-header", "unknown-phrase", "unbound-variable", "unknown-concept")
    ]


def test_alternative_spellings_of_keywords() -> None:
    assert keywords("nb").spellings["FOR_EACH"] == ("for hver", "for hvert")
    assert keywords("en")["WHICH"] == "that" and keywords("da")["NOT"] == "ikke:"
    assert (
        language_of("# nb\n\n sprog da # x\n") == "da" and language_of("plikt x.y") is None and language_of("") is None
    )


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.regel").write_bytes("språk nb\n\næ".encode("latin-1"))
    texts, problems = rule_files(tmp_path)
    assert texts == {} and [(each.file, each.line, each.code) for each in problems] == [
        ("rules/a.regel", 1, "not-utf-8")
    ]


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = Path(__file__).parents[2]
    (tmp_path / "ontology").symlink_to(base / "ontology")
    (tmp_path / "rules").mkdir()
    good = tmp_path / "rules" / "x.regel"
    good.write_text("språk nb\n# ingenting ennå\n", "utf-8")
    args = argparse.Namespace(rulebase_dir=tmp_path, files=[], hints=True)
    assert run(args) == 0
    assert capsys.readouterr().out == "1 file, 0 duties, 0 rules, 0 remarks: nothing wrong.\n"
    (tmp_path / "rules" / "y.regel").write_text("sprog da\npligt y.1\n", "utf-8")
    assert run(args) == 1
    assert "mangler linjen «pligtsubjekt»" in capsys.readouterr().out
    args.files = [str(good)]
    assert run(args) == 0
    args.files = ["nowhere.regel"]
    assert run(args) == 2
