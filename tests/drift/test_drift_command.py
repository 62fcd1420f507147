"""``forsvarlig law drift`` as an editor types it: what it prints, in which language, and how it ends."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main
from engine.law.load import load as load_law
from engine.rulebase import RuleBase
from tests.drift.reading_rooms import EDITIONS, ROOT

Typed = Callable[..., tuple[int, str, str]]
LANGUAGES = ("nb", "da", "en")


@pytest.fixture
def run(built: RuleBase, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Run ``law drift`` on a copy of the reading rooms; gives (exit code, output, errors)."""
    folder = tmp_path / "rulebase"
    shutil.copytree(built.folder, folder)

    def typed(*words: str, lang: str = "en") -> tuple[int, str, str]:
        found = [str(EDITIONS / word) if (EDITIONS / word).is_file() else word for word in words]
        code = main(["--rulebase", str(folder), "--lang", lang, "law", "drift", *found])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.fixture
def accepted(run: Typed) -> Typed:
    code, _, _ = run("--accept", "no-1.html", "dk-1.html", "--role", "legal_editor", "--date", "2031-06-02")
    assert code == 0
    return run


@pytest.mark.parametrize(("lang", "said"), [
    ("nb", "0 av lovbasens {n} enheter har en grunnlinje."), ("da", "0 af lovbasens {n} enheder har en grundlinje."),
    ("en", "0 of {n} units of the law base have a baseline."),
])
def test_the_law_base_that_ships_has_no_baselines_and_the_command_says_so(
    lang: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    law = load_law(ROOT)
    count = sum(law.provision(path, law.act(law.versions(path)[0].act).known_until) is not None for path in law.paths())
    assert main(["--rulebase", str(ROOT), "--lang", lang, "law", "drift"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == said.format(n=count)
    assert not (ROOT / "kb" / "baselines").exists()


@pytest.mark.parametrize(("lang", "said"), [
    ("nb", "0 av lovbasens 11 enheter har en grunnlinje."), ("da", "0 af lovbasens 11 enheder har en grundlinje."),
    ("en", "0 of 11 units of the law base have a baseline."),
])
def test_without_a_baseline_nothing_is_compared_and_it_ends_1(lang: str, said: str, run: Typed) -> None:
    code, out, err = run("no-1.txt", lang=lang)
    assert (code, err) == (1, "")
    assert said in " ".join(out.split())
    assert "forsvarlig law drift --accept no-1.txt --act no/lesesal --role legal_editor" in out


def test_the_same_edition_ends_0(accepted: Typed) -> None:
    code, out, err = accepted("no-1.txt", "dk-1.txt")
    assert (code, err) == (0, "")
    assert out.count("Nothing has changed since then.") == 2


EXPECTED = {
    "nb": ("ENDRET\n  § 2-1 første ledd  (no/lesesal/2-1/1)  no-2.html:37\n", "FLYTTET\n  § 1-2 andre ledd  (no/lesesal/1-2/2) → § 1-2 "
           "tredje ledd  (no/lesesal/1-2/3)  no-2.html:29\n", "NYTT\n", "overskriften til § 2-4  (no/lesesal/2-4), med én del  no-2.html:67\n",
           "OPPHEVET\n  § 2-1 andre ledd bokstav c  (no/lesesal/2-1/2/c)\n", "viser til helheten, § 2-1 andre ledd",
           "I alt: 2 endret, 1 flyttet, 3 nye, 1 opphevet. Det angår 2 plikter, 1 regel, 2 scenarioer, 1 sammenstilling."),
    "da": ("ÆNDRET\n  § 2-1, stk. 1  (no/lesesal/2-1/1)  no-2.html:37\n", "FLYTTET\n", "NYT\n", "OPHÆVET\n",
           "henviser til helheden, § 2-1, stk. 2",
           "I alt: 2 ændrede, 1 flyttet, 3 nye, 1 ophævet. Det angår 2 pligter, 1 regel, 2 scenarier, 1 sammenstilling."),
    "en": ("CHANGED\n  section 2-1, first paragraph  (no/lesesal/2-1/1)  no-2.html:37\n", "MOVED\n", "NEW\n", "REPEALED\n",
           "cites the whole, section 2-1, second paragraph",
           "In all: 2 changed, 1 moved, 3 new, 1 repealed. They concern 2 duties, 1 rule, 2 scenarios, 1 alignment."),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_edition_ends_1_and_says_what_it_concerns(lang: str, accepted: Typed) -> None:
    code, out, err = accepted("no-2.html", lang=lang)
    assert (code, err) == (1, "")
    flat = " ".join(out.split())
    for part in EXPECTED[lang]:
        assert part in out or part in flat, part
    assert "no.lesesal.2-1.1 rules/no/lesesal/2-1.regel:3" in flat
    assert "2 of no.lesesal.2-1.1: rules/no/lesesal/2-1_test.yaml:3, 4" in flat or lang != "en"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_that_were_not_understood_are_named(lang: str, accepted: Typed, tmp_path: Path) -> None:
    file = tmp_path / "law.txt"
    text = (EDITIONS / "no-1.txt").read_text(encoding="utf-8")
    file.write_text(text.replace("§ 2-2. Opplæring av vakter\n\n(1)", "§ 2-2. Opplæring av vakter\n\nDel paragraf\n\n(1)"), encoding="utf-8")
    code, out, _ = accepted(str(file), lang=lang)
    place = {"nb": "§ 2-2", "da": "§ 2-2", "en": "section 2-2"}[lang]
    assert code == 1, "words that were not there before have been added"
    assert f"  law.txt:54  «Del paragraf»  → {place}\n" in out


def test_nothing_of_the_law_is_printed_or_written_as_data(accepted: Typed) -> None:
    _, out, _ = accepted("no-2.html", "dk-2.html", "--format", "json")
    for words in ("kartlegge", "leseforhold", "plassenes", "kortlægge", "oplære"):
        assert words not in out


def test_data(accepted: Typed, tmp_path: Path) -> None:
    target = tmp_path / "drift.json"
    code, out, err = accepted("no-2.html", "--format", "json", "-o", str(target))
    assert (code, out, err) == (1, "", "")
    found = json.loads(target.read_text(encoding="utf-8"))
    assert (found["schema"], found["drifted"], found["reading"]) == ("forsvarlig/drift/1", True, "1")
    (act,) = found["acts"]
    assert (act["act"], act["files"], act["accepted"]) == ("no.lesesal", ["no-2.html"], False)
    assert act["baseline"] == {"file": "kb/baselines/no.lesesal.csv", "units": 24, "days": ["2031-06-02"], "roles": ["legal_editor"],
                               "left_alone": []}
    assert act["law_base"] == {"units": 11, "with_baseline": 10, "missing": ["no/lesesal/2-2/7"], "unnumbered": []}
    changed = next(each for each in act["drift"] if each["kind"] == "changed")
    assert changed["provision"] == changed["path"] == "no/lesesal/2-1/1"
    assert changed["name"] == {"nb": "§ 2-1 første ledd", "da": "§ 2-1, stk. 1", "en": "section 2-1, first paragraph"}
    assert changed["concerns"][0] == {"kind": "duty", "id": "no.lesesal.2-1.1", "how": "itself", "cites": ["no/lesesal/2-1/1"],
                                      "file": "rules/no/lesesal/2-1.regel", "line": 3}
    assert changed["concerns"][1] | {"line": 0} == {
        "kind": "scenario", "id": "alene", "how": "itself", "cites": ["no/lesesal/2-1/1"], "tries": "no.lesesal.2-1.1",
        "file": "rules/no/lesesal/2-1_test.yaml", "line": 0}
    assert act["not_compared"]["note"] == [{"file": "no-2.html", "line": line} for line in (30, 60, 64)]


def test_data_without_files(run: Typed) -> None:
    code, out, _ = run("--format", "json")
    found = json.loads(out)
    assert (code, found["drifted"]) == (0, False)
    dk, no = found["acts"]
    assert (no["act"], no["law_base"]["units"], no["law_base"]["with_baseline"], len(no["law_base"]["missing"])) == ("no.lesesal", 11, 0, 11)
    assert dk["law_base"]["unnumbered"] == ["dk/laesesal/visible-list"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_accepting_another_edition_is_refused(lang: str, accepted: Typed) -> None:
    code, out, err = accepted("--accept", "no-2.html", "--role", "lawyer", lang=lang)
    assert (code, out) == (2, "")
    assert err.startswith("kb/baselines/no.lesesal.csv: ") and "--replace" in err
    code, out, err = accepted("--accept", "--replace", "no-2.html", "--role", "lawyer", lang=lang)
    assert (code, err) == (0, "")
    assert "26" in out.splitlines()[-1] and "kb/baselines/no.lesesal.csv" in out
    assert accepted("no-2.html", lang=lang)[0] == 0


@pytest.mark.parametrize("words", [
    ("--accept", "no-1.html"), ("--accept", "--role", "lawyer"), ("no-1.html", "--replace"), ("no-1.html", "--role", "lawyer"),
    ("no-1.html", "--date", "2031-01-01"), ("--accept", "no-1.html", "--role", "Kari Nordmann"),
    ("--accept", "no-1.html", "--role", "lawyer", "--date", "i dag"),
])
def test_wrong_use(words: tuple[str, ...], run: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert "usage: forsvarlig law drift" in capsys.readouterr().err


@pytest.mark.parametrize(("lang", "said"), [("nb", "Filen finnes ikke."), ("da", "Filen findes ikke."), ("en", "There is no such file.")])
def test_bad_input_ends_2_with_every_problem(lang: str, said: str, run: Typed) -> None:
    code, out, err = run("none.txt", "dk-1.html", "--act", "no/lesesal", lang=lang)
    assert (code, out) == (2, "")
    assert said in err and "dk-1.html" in err


def test_the_same_bytes_whatever_the_hash_seed(built: RuleBase, tmp_path: Path) -> None:
    folder = tmp_path / "rulebase"
    shutil.copytree(built.folder, folder)
    call = [sys.executable, "-m", "cli.main", "--rulebase", str(folder), "law", "drift"]

    def ran(seed: str, *words: str) -> bytes:
        return subprocess.run([*call, *words], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False).stdout

    ran("0", "--accept", str(EDITIONS / "no-1.txt"), "--role", "lawyer", "--date", "2031-06-02")
    for form in ("text", "json"):
        said = [ran(seed, str(EDITIONS / "no-2.txt"), str(EDITIONS / "dk-2.txt"), "--format", form) for seed in ("1", "2")]
        assert said[0] == said[1] and b"no.lesesal.2-1.1" in said[0]
