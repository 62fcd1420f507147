"""A rule that was begun passes every check at once, says nothing, and is written whole or not at all."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from cli.main import main
from engine.coverage import declaration_problems
from engine.errors import BadInputError
from engine.language.format import Formatter
from engine.language.read import read_rules
from engine.law.citation import find
from engine.law.coverage import measure
from engine.law.inventory import read_inventory
from engine.law.load import load as load_law
from engine.lint.run import lint
from engine.rulebase import PARTS, RuleBase, load, rule_texts
from engine.scenarios import load as load_scenarios
from engine.scenarios import run
from engine.starter.files import write
from engine.starter.inventory import citation
from engine.starter.start import start
from engine.text import LANGUAGES, Language
from engine.vocabulary.check import problems as vocabulary_problems

from .invented import ROOT, real

NEW: list[tuple[str, Language]] = [  # a new section, a further paragraph of a Danish one, a provision without rule that the law base has
    ("no.utforelse.3A-7.1", "nb"), ("dk.aml.15a.7-2", "en"), ("dk.aml.5", "da"),
]  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rule base with some rules begun, one after the other."""
    folder = tmp_path_factory.mktemp("begun")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".*"))
    for id_, language in NEW:
        started = start(id_, load(folder), language)
        write(folder, started.texts, started.new)
    return folder


@pytest.fixture(scope="module")
def base(begun: Path) -> RuleBase:
    return load(begun)


# --- every check --------------------------------------------------------------------------------------------------------------------


def test_the_rules_pass_check_and_are_in_canonical_form(begun: Path, base: RuleBase) -> None:
    texts = rule_texts(begun)
    rules, problems = read_rules(texts, base.vocabulary, set(base.law.paths()))
    assert [problem.render("nb") for problem in problems] == []
    assert declaration_problems(rules) == []
    assert {id_ for id_, _ in NEW} <= {duty.origins.id for duty in rules.duties}
    files = ["rules/no/utforelse/3A-7.regel", "rules/dk/aml/15a.regel", "rules/dk/aml/5.regel"]
    formatter = Formatter(base.vocabulary)
    assert [name for name in files if formatter.canonical(name, texts[name]) != texts[name]] == []


def test_the_law_base_and_the_inventory_still_meet(begun: Path, base: RuleBase) -> None:
    law = load_law(begun)
    rows = read_inventory(begun / "kb" / "inventory.csv")
    cited = {path: [duty.origins.id] for duty in base.rules.duties for path in duty.origins.provisions}
    found = measure(law, rows, cited)
    assert (found.rows_without_unit, found.units_without_row, found.unknown_citations) == ((), (), ())
    drafted = ["no/utforelse/3A-7", "no/utforelse/3A-7/1", "dk/aml/15a/7", "dk/aml/15a/7/2"]
    for row in rows:
        if row.path in drafted:
            assert find(row.citation, law) == [row.path]
            assert row.dossier.startswith(f"{row.regime}.md ")
    order = [row.path for row in rows if row.path.startswith("no/utforelse/3A-") and row.path.count("/") == 2]
    assert order == [f"no/utforelse/3A-{number}" for number in range(1, 8)]


def test_a_drafted_unit_asserts_nothing(base: RuleBase) -> None:
    for path in ("no/utforelse/3A-7", "no/utforelse/3A-7/1", "dk/aml/15a/7/2"):
        (unit,) = base.law.versions(path)
        assert (unit.status, unit.content, unit.number, unit.before) == ("not_modelled", "inferred", "unverified", "not_read")
        assert unit.because is not None and path in unit.paraphrase.en
        assert unit.valid_from == base.law.acts[unit.act].known_until
        for text in (unit.because, unit.paraphrase):
            assert len(set(text)) == len(LANGUAGES) and all(part[0].isupper() and part.endswith(".") for part in text)


def test_vocabulary_and_lint_find_nothing(begun: Path, base: RuleBase) -> None:
    assert [problem.render("en") for problem in vocabulary_problems(base.vocabulary)] == []
    before = {f"{each.code} {each.render('en')}" for each in lint(ROOT).findings}
    assert {f"{each.code} {each.render('en')}" for each in lint(begun).findings} <= before


def test_the_scenarios_are_read_and_come_out_as_they_should(base: RuleBase) -> None:
    mine = [scenario for scenario in load_scenarios(base) if scenario.tries in dict(NEW)]
    assert [(run(scenario, base).actual, scenario.expected) for scenario in mine] == [("unknown", "unknown")] * len(NEW)


@pytest.mark.parametrize("case", ["small.yaml", "service-dk.yaml", "interview.yaml"])
def test_a_duty_that_was_begun_is_unknown_whatever_the_case(base: RuleBase, case: str) -> None:
    from engine.assessment import assess
    from engine.scenarios import only

    for id_, _ in NEW:
        for day in (None, date(2026, 11, 22)):
            found = assess(ROOT / "examples" / case, only(id_, base), day, ("no", "dk"))
            assert [(row.outcome, row.openness.settled) for row in found.of_duty(id_)] == [("unknown", None)]


def test_a_unit_with_a_rule_no_longer_says_why_it_has_none(begun: Path) -> None:
    assert "\ndk/aml/5," in (ROOT / "kb" / "without-rule.csv").read_text(encoding="utf-8")
    assert "\ndk/aml/5," not in (begun / "kb" / "without-rule.csv").read_text(encoding="utf-8")


# --- what is written ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "said"), [
    ("nb", ("språk nb\n\n# UTKAST.", "plikt no.utforelse.3A-7.1", "kan avgjøres av «regelen er ikke skrevet ennå»")),
    ("da", ("sprog da\n\n# UDKAST.", "pligt no.utforelse.3A-7.1", "kan afgøres af «reglen er ikke skrevet endnu»")),
    ("en", ("language en\n\n# DRAFT.", "duty no.utforelse.3A-7.1", "can be settled by «the rule has not been written yet»")),
])  # fmt: skip
def test_a_new_file_is_in_the_language_asked_for(language: Language, said: tuple[str, ...]) -> None:
    started = start("no.utforelse.3A-7.1", real(), language)
    rule = started.texts["rules/no/utforelse/3A-7.regel"]
    assert all(part in rule for part in said)
    assert max(map(len, rule.splitlines())) <= 140
    assert started.new == {"rules/no/utforelse/3A-7.regel", "rules/no/utforelse/3A-7_test.yaml"}


def test_a_file_that_is_there_keeps_its_language_and_every_line_of_it() -> None:
    started = start("no.utforelse.3A-5.9", real(), "en")
    for file in ("rules/no/utforelse/3A-5.regel", "rules/no/utforelse/3A-5_test.yaml", "kb/no/utforelse/3A.ttl", "ontology/goals.ttl"):
        assert started.texts[file].startswith((real().folder / file).read_text(encoding="utf-8").rstrip("\n")), file
    assert started.language == "nb" and "plikt no.utforelse.3A-5.9\n" in started.texts["rules/no/utforelse/3A-5.regel"]
    before = (real().folder / "kb" / "inventory.csv").read_text(encoding="utf-8").splitlines()
    assert [line for line in started.texts["kb/inventory.csv"].splitlines() if line not in before] == ["no,no.utforelse,no/utforelse/3A-5/9,F1357 § 3A-5 (9),no.md (draft),"]


def test_a_chapter_that_is_not_there_gets_a_file() -> None:
    started = start("no.utforelse.9A-1.2b", real(), "nb", date(2026, 7, 1))
    text = started.texts["kb/no/utforelse/9A.ttl"]
    assert text.startswith("# ") and "@prefix fv:" in text
    assert started.units == ("no/utforelse/9A-1", "no/utforelse/9A-1/2", "no/utforelse/9A-1/2/b")
    assert "fv:ledd 2 ; fv:bokstav \"b\" ;" in text and text.count('fv:validFrom "2026-07-01"') == 3


@pytest.mark.parametrize(("path", "cited"), [
    ("no/utforelse/3A-7", "§ 3A-7"), ("no/aml/4-3/8/b", "§ 4-3 (8) b"), ("no/ik/5/nr-9", "§ 5 nr. 9"), ("dk/aml/15a/7/2", "§ 15 a, stk. 7, nr. 2"),
    ("dk/psyk/10/nr-6", "§ 10, nr. 6"), ("dk/aml/52", "§ 52"),
])  # fmt: skip
def test_citations_are_written_as_the_inventory_writes_them(path: str, cited: str) -> None:
    assert citation(path) == cited


# --- what is refused ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("id_", "code", "said"), [
    ("no utforelse 3A-7", "bad-id", "no.utforelse.3A-5.1"), ("no.utforelse", "bad-id", "no.utforelse.3A-5.1"),
    ("no.utforelse.3A-5.1", "id-exists", ""), ("shared.measures.adopted", "id-exists", ""),
    ("no.utforels.3A-7.1", "unknown-act", "no.utforelse"), ("se.aml.1.1", "unknown-act", "dk.aml"), ("xx.yyyyyyyy.1", "unknown-act", "no.aml, no.utforelse"),
    ("dk.psyk.new-topic.part", "no-provision", "15a.1-2"), ("no.aml.4-3.1bb", "no-provision", "3-1.2c"), ("no.utforelse.3a7", "no-provision", "3A-7.1"),
])  # fmt: skip
def test_what_cannot_be_begun_is_refused(id_: str, code: str, said: str) -> None:
    with pytest.raises(BadInputError) as caught:
        start(id_, real(), "nb")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert said in (problem.hint.nb if problem.hint else "")


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "kb").mkdir()
    (tmp_path / "kb" / "inventory.csv").write_text("before\n", encoding="utf-8")
    (tmp_path / "kb" / "taken").write_text("somebody's\n", encoding="utf-8")

    def tree() -> dict[str, str]:
        return {path.relative_to(tmp_path).as_posix(): path.read_text() if path.is_file() else "" for path in sorted(tmp_path.rglob("*"))}

    before = tree()
    for broken in ("kb/taken", "kb/taken/inside.ttl"):  # a new file where one is; a folder where a file is
        texts = {"rules/no/new/1.regel": "new\n", "kb/inventory.csv": "after\n", broken: "x\n", "ontology/z.ttl": "z\n"}
        with pytest.raises(BadInputError) as caught:
            write(tmp_path, texts, frozenset(texts) - {"kb/inventory.csv"})
        assert [problem.code for problem in caught.value.problems] == ["not-written"]
        assert tree() == before
    write(tmp_path, {"rules/no/new/1.regel": "new\n", "kb/inventory.csv": "after\n"}, frozenset({"rules/no/new/1.regel"}))
    assert tree()["kb/inventory.csv"] == "after\n" and tree()["rules/no/new/1.regel"] == "new\n"
    assert not list(tmp_path.rglob(".*"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_what_was_made_and_what_is_next(begun: Path, language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    ids = {"nb": "no.aml.4-3.8", "da": "dk.aml.52.1", "en": "no.ik.7"}
    assert main(["--rulebase", str(begun), "rules", "new", ids[language], "--lang", language]) == 0
    out = capsys.readouterr().out
    made = {"nb": "endret  rules/no/aml/4-3.regel", "da": "lavet   rules/dk/aml/52.regel", "en": "made    rules/no/ik/7.regel"}
    assert made[language] in out and f"rules test {ids[language]}" in out and "{" not in out
    assert main(["--rulebase", str(begun), "rules", "new", ids[language], "--lang", language]) == 2
