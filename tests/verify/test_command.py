"""``forsvarlig verify``: what it prints, how it ends, what it takes, and that it needs nothing of the engine that it checks."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import main
from engine.rulebase import RuleBase
from engine.verify import words as w

from .conftest import ROOT, Json

DOCS = ROOT / "docs" / "verify.md"
ENGINE = ("engine.inference", "engine.proof", "engine.assessment", "engine.case", "engine.documents", "engine.truth")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.fixture
def written(own: Json, tmp_path: Path) -> Path:
    file = tmp_path / "report.json"
    file.write_text(json.dumps(own), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("language", "says"), [("nb", "Verifisert: 266 utfall"), ("da", "Verificeret: 266 udfald"), ("en", "Verified: 266 outcomes")]
)
def test_a_sound_report(language: str, says: str, written: Path, base: RuleBase, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "verify", written, "--lang", language)
    assert (code, out.splitlines()[0][: len(says)]) == (0, says)
    assert base.hash in out


def test_a_report_speaks_the_language_of_its_case(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "verify", written)[1].startswith("Verifisert")


def test_a_forged_report_names_each_step(own: Json, written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = next(each for each in own["outcomes"] if each["outcome"] == "breach")
    breach = outcome["proof"]["breach"]
    own["proof"][breach]["holds"], outcome["outcome"] = "no", "met"
    written.write_text(json.dumps(own), encoding="utf-8")
    code, out, _ = run(capsys, "verify", written, "--lang", "en")
    place = own["proof"][breach]["condition"]
    assert code == 1
    assert f"{outcome['id']}, step {breach} ({place}): the answer is no, but must be yes" in out
    assert f"{outcome['id']}: the outcome is met, but must be breach" in out
    for language, said in (("nb", "svaret er nei, men skal være ja"), ("da", "svaret er nej, men skal være ja")):
        assert said in run(capsys, "verify", written, "--lang", language)[1]


def test_json(own: Json, written: Path, base: RuleBase, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "verify", written, "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert (found["schema"], found["verified"], found["failures"]) == ("forsvarlig/verify/1", True, [])
    assert found["rulebase"] == {"hash": base.hash, "compared": True}
    own["proof"]["n1"]["holds"] = "unknown"
    written.write_text(json.dumps(own), encoding="utf-8")
    code, out, _ = run(capsys, "verify", written, "--format", "json", "--no-hash")
    found = json.loads(out)
    assert code == 1
    assert (found["verified"], found["rulebase"]["compared"]) == (False, False)
    failure = found["failures"][0]
    assert (failure["step"], failure["code"], failure["found"]) == ("n1", "holds", "unknown")
    assert set(failure["message"]) == {"nb", "da", "en"}


def test_a_report_of_another_rule_base(own: Json, written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own["rulebase"]["hash"] = "sha256:" + "0" * 64
    written.write_text(json.dumps(own), encoding="utf-8")
    code, out, _ = run(capsys, "verify", written, "--lang", "nb")
    assert code == 1
    assert "en annen regelbase" in out and "--no-hash" in out
    assert run(capsys, "verify", written, "--no-hash")[0] == 0
    assert run(capsys, "verify", written, "--no-hash", "--rulebase", ROOT)[0] == 0


@pytest.mark.parametrize("chosen", [("--unit", "hjemme"), ("--duty", "3A-6"), ("--outcome", "breach"), ("--view", "employer"), ("--date", "2025-06-30")])
def test_what_assess_writes_is_sound_whatever_was_asked_for(chosen: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.json"
    main(["assess", str(ROOT / "examples" / "small.yaml"), "--format", "json", "-o", str(file), *chosen])
    code, out, _ = run(capsys, "verify", file, "--lang", "nb")
    assert code == 0, out
    assert (w.PART.nb in out) == (chosen[0] in ("--unit", "--duty", "--outcome"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "there is no such file"),
        ("{", "This is not JSON (line 1)"),
        ("[]", "not an assessment in the format forsvarlig/assessment/1"),
        ('{"schema": "forsvarlig/assessment/1", "facts": 3}', "lacks what a check needs: facts, unseen, entities"),
    ],
)
def test_what_is_no_report(content: str | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    code, out, err = run(capsys, "verify", file, "--lang", "en")
    assert (code, out) == (2, "")
    assert says in err and str(file) in err


def test_every_failure_has_words() -> None:
    source = (ROOT / "engine" / "verify" / "walk.py").read_text(encoding="utf-8")
    source += (ROOT / "engine" / "verify" / "facts.py").read_text(encoding="utf-8")
    told = w.SAID.keys() | w.WHAT.keys()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    codes = {node.args[1].value for node in calls if node.func.attr in ("_fail", "_same") and isinstance(node.args[1], ast.Constant)}
    assert len(codes) > 10
    assert codes <= told


def test_it_is_small_and_needs_nothing_of_the_engine() -> None:
    """No module that it imports, however far away, is of the engine that it checks."""
    checker = [*(ROOT / "engine" / "verify").glob("*.py"), *(ROOT / "engine" / "reading").glob("*.py")]
    walk = [path for path in checker if path.parent.name == "verify" and path.stem not in ("words", "telling")]
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in walk) < 300
    waiting, seen = [_module(path) for path in checker], set[str]()
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += _imports(module)
    assert "engine.language.syntax" in seen
    assert [module for module in sorted(seen) if module.startswith(ENGINE)] == []


def test_the_command_loads_nothing_of_the_engine(written: Path) -> None:
    code = (
        "import sys; from cli.main import main; code = main(['verify', sys.argv[1]]);"
        f"print(code, [name for name in sys.modules if name.startswith({ENGINE!r})])"
    )
    told = subprocess.run([sys.executable, "-c", code, str(written)], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert told.splitlines()[-1] == "0 []"


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _imports(module: str) -> list[str]:
    """Give the modules of ours that a module imports when it is loaded."""
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    if not file.is_file():
        return []
    found = [node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.ImportFrom)]
    return [name for node in found if (name := node.module or "").startswith("engine")]


def test_the_samples_of_the_page_are_true(own: Json, written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    samples = [block.split("--lang en\n", 1)[1] for block in DOCS.read_text(encoding="utf-8").split("```")[1::2]]
    assert len(samples) == 2
    outcome = next(each for each in own["outcomes"] if each["id"] == "no.utforelse.3A-6.1@hjemme/H1")
    for sample in samples:
        out = run(capsys, "verify", written, "--lang", "en")[1]
        assert re.fullmatch(re.escape(sample).replace("…", r"[\d,a-f]+"), out), out
        outcome["outcome"] = "met"
        written.write_text(json.dumps(own), encoding="utf-8")
