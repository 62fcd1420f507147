"""Bad input ends the program with 2, with the messages on standard error and nothing on standard output."""

from pathlib import Path

import pytest

from cli.main import main

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


@pytest.fixture(autouse=True, scope="module")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_input_ends_with_2(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(path), "--lang", "nb"]) == 2
    said = capsys.readouterr()
    first = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()[1]
    assert not said.out
    assert first.split(": ", 1)[1] in said.err


def test_a_good_case_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BAD[0].parents[3] / "examples" / "small.yaml"), "--lang", "nb"]) == 0
    assert "training: 1" in capsys.readouterr().out
