"""Bad input: every mistake has a file in ``bad/`` and, beside it, the exact messages in three languages.

FORSVARLIG_UPDATE=1 writes the messages anew; read them before you commit them.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from engine.case import messages, source, yaml_tree
from engine.case.log import MOST, Log
from engine.case.messages import Message
from engine.case.reader import read_case, read_data
from engine.errors import BadInputError, Problem
from engine.text import LANGUAGES
from engine.vocabulary.model import Vocabulary

BAD = Path(__file__).parent / "bad"
FILES = sorted(path.name for path in BAD.glob("*.yaml"))
HEAD = (BAD.parent / "head.yaml").read_text(encoding="utf-8")


def problems_of(data: bytes, name: str, vocabulary: Vocabulary) -> list[Problem]:
    with pytest.raises(BadInputError) as caught:
        read_data(data, name, vocabulary)
    return caught.value.problems


def problems_at(path: Path, vocabulary: Vocabulary) -> list[Problem]:
    with pytest.raises(BadInputError) as caught:
        read_case(path, vocabulary)
    return caught.value.problems


def rendered(problems: list[Problem]) -> str:
    blocks = []
    for language in LANGUAGES:
        blocks += [f"== {language}", *(problem.render(language) for problem in problems), ""]
    return "\n".join(blocks)


def check(name: str, problems: list[Problem]) -> None:
    golden, text = BAD / f"{name}.txt", rendered(problems)
    if os.environ.get("FORSVARLIG_UPDATE"):
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", FILES)
def test_bad_file(name: str, vocabulary: Vocabulary) -> None:
    problems = problems_of((BAD / name).read_bytes(), name, vocabulary)
    check(name.removesuffix(".yaml"), problems)
    assert all(problem.code and problem.file == name for problem in problems)


def _missing(folder: Path) -> Path:
    return folder / "no_such_case.yaml"


def _folder(folder: Path) -> Path:
    return folder


def _unreadable(folder: Path) -> Path:
    return folder / "nul\0character.yaml"


def _fifty_megabytes(folder: Path) -> Path:
    path = folder / "large.yaml"
    with path.open("wb") as stream:
        stream.write(HEAD.encode())
        stream.truncate(50_000_000)
    return path


def _thousands_of_problems(folder: Path) -> Path:
    path = folder / "many.yaml"
    path.write_text(HEAD + "training:\n" + "".join(f"  - {{id: O{n}, x{n}: y}}\n" for n in range(3 * MOST)))
    return path


BUILT: dict[str, Callable[[Path], Path]] = {
    "file_missing": _missing, "file_is_directory": _folder, "file_unreadable": _unreadable,
    "file_too_large": _fifty_megabytes,
}


@pytest.mark.parametrize("name", BUILT)
def test_bad_path(name: str, tmp_path: Path, vocabulary: Vocabulary) -> None:
    problems = problems_at(BUILT[name](tmp_path), vocabulary)
    check(name, [Problem("case.yaml", p.line, p.column, p.code, p.message, p.hint, p.source) for p in problems])


def test_a_file_that_may_not_be_read(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert [problem.code for problem in problems_at(path, vocabulary)] == ["unreadable"]


def test_no_more_is_read_than_is_allowed(tmp_path: Path, vocabulary: Vocabulary) -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("there is no endless file here")
    assert [problem.code for problem in problems_at(endless, vocabulary)] == ["too-large"]
    assert [p.code for p in problems_of(b" " * (source.LARGEST + 1), "x", vocabulary)] == ["too-large"]


def test_a_file_full_of_problems_does_not_drown_its_reader(tmp_path: Path, vocabulary: Vocabulary) -> None:
    problems = problems_at(_thousands_of_problems(tmp_path), vocabulary)
    assert len(problems) == MOST + 1
    assert problems[-1].code == "too-many-problems"


def test_every_message_is_tested(vocabulary: Vocabulary, tmp_path: Path) -> None:
    seen = {problem.code for name in FILES for problem in problems_of((BAD / name).read_bytes(), name, vocabulary)}
    seen |= {problem.code for build in BUILT.values() for problem in problems_at(build(tmp_path), vocabulary)}
    seen |= {"too-many-problems"}  # in the test above
    warnings = {"looks-like-name", "looks-like-email", "looks-like-phone"}  # in test_good_input
    said = {value.code for value in vars(messages).values() if isinstance(value, Message)}
    assert said - warnings == seen


def test_all_problems_come_at_once(vocabulary: Vocabulary) -> None:
    problems = problems_of((BAD / "wrong_type.yaml").read_bytes(), "wrong_type.yaml", vocabulary)
    assert len(problems) >= 9
    assert [(p.line, p.column) for p in problems] == sorted((p.line, p.column) for p in problems)


def test_a_message_never_repeats_an_identity_number(vocabulary: Vocabulary) -> None:
    data = (HEAD + "training:\n  - {id: 15108695088, dated: 211062-5629, written: 151086 95088}\n").encode()
    problems = problems_of(data, "case.yaml", vocabulary)
    for language in LANGUAGES:
        for problem in problems:
            digits = re.sub("[^0-9]", "", problem.render(language).replace("case.yaml", ""))
            assert "15108695088" not in digits and "2110625629" not in digits


@pytest.mark.parametrize("name", FILES)
def test_both_parsers_of_yaml_say_the_same(name: str) -> None:
    found = []
    for loader in (yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        log = Log(name)
        text = source.decode((BAD / name).read_bytes(), log)
        found.append((yaml_tree.parse(text, log, loader) if text is not None else None, log.problems))
    assert found[0] == found[1]
