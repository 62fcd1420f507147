"""An interview: what is typed in three languages, what is saved and when, going back, going on, and being killed at any moment."""

import difflib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from cli.main import main
from engine.ask.interview import Interview, Terms
from engine.ask.replies import Meant, Reply, read_reply
from engine.case.reader import read_data
from engine.text import LANGUAGES, Language
from tests.ask.brute import ROOT, rulebase

DAY = date(2026, 6, 30)
QUESTION = re.compile(r"I saken: (\S+)|In the case: (\S+)|I sagen: (\S+)")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.yaml"
    file.write_bytes((ROOT / "examples" / "small.yaml").read_bytes())
    return file


def interview(file: Path, replies: Iterable[str], language: Language = "nb", by: str = "hr", **terms: object) -> list[str]:
    """Answer an interview; gives what was said."""
    said: list[str] = []
    lines = iter(replies)
    given = {"by": by, "as_of": DAY, **terms}
    Interview(Terms(file, **given), rulebase(), language, lambda _: next(lines, None), said.append).run()  # type: ignore[arg-type]
    return said


def addresses(said: Iterable[str]) -> list[str]:
    return [next(filter(None, found.groups())) for line in said if (found := QUESTION.search(line))]


def added(before: str, after: str) -> list[str]:
    """Give the lines that were added; nothing else may have changed."""
    changes = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]
    assert not [line for line in changes if line.startswith("- ")]
    return [line[2:] for line in changes]


# --- words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        (Meant.YES, ("ja", "J", " Ja. ", "yes", "y")),
        (Meant.NO, ("nei", "nej", "n", "No", "NEI!")),
        (Meant.DONT_KNOW, ("vet ikke", "ved ikke", "v", "don't know", "don’t know", "d", "?")),
        (Meant.BACK, ("tilbake", "tilbage", "t", "back", "b")),
        (Meant.QUIT, ("slutt", "slut", "s", "quit", "q")),
        (Meant.OTHER, ("kanskje", "", "2026-01-01", "14", "jada")),
    ],
)
def test_replies_are_understood_in_every_language(meant: Meant, typed: tuple[str, ...]) -> None:
    assert {read_reply(each).meant for each in typed} == {meant}


@pytest.mark.parametrize(
    "typed",
    ["ikke relevant fordi ingen er alene", "Ikke relevant: ingen er alene", "not relevant because ingen er alene", "ir fordi ingen er alene",
     "nr because ingen er alene", "it's not relevant, because ingen er alene", "ikke aktuelt – ingen er alene"],
)
def test_not_relevant_has_its_reason(typed: str) -> None:
    assert read_reply(typed) == Reply(Meant.NOT_RELEVANT, "ingen er alene")


def test_not_relevant_without_a_reason() -> None:
    assert read_reply("ikke relevant") == Reply(Meant.NOT_RELEVANT)


# --- what is saved --------------------------------------------------------------------------------------------------------


def test_each_answer_is_one_line_and_nothing_else_changes(case: Path) -> None:
    before = case.read_text()
    said = interview(case, ["ja", "nei", "nei", "vet ikke", "ikke relevant fordi vi er få", "s"])
    lines = added(before, case.read_text())
    assert len(lines) == 5
    assert sum("complete_for" in line for line in lines) == 1
    assert sum(line.startswith("# forsvarlig ask:") and " more, hr 2026-06-30, " in line for line in lines) == 1
    assert sum("value: dont_know" in line and "stated_by: hr" in line for line in lines) == 1
    assert sum('value: not_relevant, because: "vi er få", as_of: 2026-06-30' in line for line in lines) == 1
    assert sum(line == "Lagret." for line in said) == 4
    read_data(case.read_bytes(), "case", rulebase().vocabulary)


def test_a_register_that_has_more_is_to_be_entered(case: Path) -> None:
    said = interview(case, ["nei"])
    assert any(line.startswith("Notert. Før det inn i saken under «risks».") for line in said)


def test_not_relevant_wants_its_reason(case: Path) -> None:
    before = case.read_text()
    said = interview(case, ["ja", "nei", "ikke relevant", "", "ikke relevant", "slik er det ikke her"])
    assert said.count("Hvorfor er det ikke relevant?") == 2
    assert sum('because: "slik er det ikke her"' in line for line in added(before, case.read_text())) == 1


def test_what_is_no_answer_is_asked_again(case: Path) -> None:
    before = case.read_bytes()
    said = interview(case, ["kanskje", "", "ikke relevant fordi x", "2026-01-01"])
    assert sum(line.startswith("Det forsto jeg ikke.") for line in said) == 4  # a whole register is never beside the point
    assert case.read_bytes() == before


def test_an_identity_number_is_refused_and_asked_again(case: Path) -> None:
    before = case.read_text()
    said = interview(case, ["ja", "nei", "ikke relevant fordi se 01010112377", "nei"])
    assert "Ikke lagret:" in said
    assert "01010112377" not in case.read_text()
    assert not any("01010112377" in line for line in said)
    assert len(added(before, case.read_text())) == 3


def test_going_back_takes_the_answer_out(case: Path) -> None:
    before = case.read_bytes()
    said = interview(case, ["tilbake", "ja", "tilbake", "s"])
    assert "Det er ikke noe svar å gå tilbake til." in said
    assert "Svaret er tatt ut av filen igjen." in said
    asked = addresses(said)
    assert asked[0] == asked[2] != asked[1]
    assert case.read_bytes() == before


def test_what_somebody_else_wrote_meanwhile_is_kept(case: Path) -> None:
    def replies() -> Iterable[str]:
        yield "ja"
        case.write_text(case.read_text() + "# from an editor\n")
        yield "tilbake"
        yield "ja"

    said = interview(case, replies())
    assert any(line.startswith("Filen er endret av noen andre") for line in said)
    assert "# from an editor" in case.read_text()
    assert "complete_for: [hjemme], as_of: 2026-06-30" in case.read_text()


def test_a_number_is_asked_for_as_such_and_goes_into_its_field(case: Path) -> None:
    before, seen = case.read_text(), list[str]()
    left = ["tolv", "12", "s"]  # for the question that wants a number

    def hear(_: str) -> str | None:
        number = any("et helt tall" in line for line in seen[-2:])
        return left.pop(0) if left and number else "v" if len(seen) < 300 else None

    Interview(Terms(case, duty="no.aml.6-5.1", by="hr", as_of=DAY), rulebase(), "nb", hear, seen.append).run()
    assert any(line.startswith("Det forsto jeg ikke.") for line in seen)
    assert "  safety_representative_training_hours: 12" in added(before, case.read_text())


# --- going on -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "words"), [("nb", ("ja", "nei", "vet ikke")), ("da", ("ja", "nej", "ved ikke")), ("en", ("yes", "no", "don't know"))])
def test_it_goes_on_where_it_stopped(case: Path, language: Language, words: tuple[str, ...]) -> None:
    asked: list[str] = []
    for _ in range(3):
        said = interview(case, [*words, "q"], language)
        asked += addresses(said)[:-1] if len(addresses(said)) == 4 else addresses(said)
    assert len(asked) == len(set(asked)) >= 6
    assert interview(case, [], language)[-1].strip()


def test_what_was_noted_is_asked_again_when_something_new_stands_there(case: Path) -> None:
    first = addresses(interview(case, ["nei"]))[0]
    assert first == "hjemme/risks"
    assert first not in addresses(interview(case, ["q"]))
    noted = re.search(r"hjemme/risks more, hr 2026-06-30, (\d+)", case.read_text())
    assert noted
    case.write_text(case.read_text().replace(noted[0], noted[0][: -len(noted[1])] + str(int(noted[1]) - 1)))
    assert first in addresses(interview(case, ["q"]))


def test_it_ends_when_nothing_is_left_to_ask(case: Path) -> None:
    said = interview(case, ["nei"] * 50, duty="3A-5")
    assert "Ingen flere spørsmål kan besvares her." in said
    assert addresses(interview(case, ["nei"] * 50, duty="3A-5")) == []


def test_it_stops_after_so_many(case: Path) -> None:
    before = case.read_text()
    said = interview(case, ["nei"] * 9, most=2)
    assert "Det var spørsmålene for denne gang." in said
    assert len(added(before, case.read_text())) == 2


# --- as a command ---------------------------------------------------------------------------------------------------------


def start(file: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "cli.main", "ask", str(file), "--interview", *arguments], cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_being_killed_at_any_moment_leaves_a_valid_case(case: Path) -> None:
    """Killed while it waits for an answer, and at moments in which it may be writing one; then it goes on."""
    seen: list[str] = []
    for number in range(5):
        running = start(case, "--by", "hr", "--as-of", "2026-06-30", "--lang", "en", "--unit", "kontor")
        assert running.stdin and running.stdout
        asked = _until(running, "In the case: ")
        assert asked not in seen
        running.stdin.write("d\n")  # an answer to any kind of question
        running.stdin.flush()
        if number % 2:
            time.sleep(0.02 * number)  # somewhere between reading the answer and putting the next question
        else:
            _until(running, "Saved.", "Noted.")
            seen.append(asked)
        os.kill(running.pid, signal.SIGKILL)
        running.communicate()
        assert running.returncode == -signal.SIGKILL
        read_data(case.read_bytes(), "case", rulebase().vocabulary)
    before = (ROOT / "examples" / "small.yaml").read_text()
    assert len(seen) == 3
    assert len(added(before, case.read_text())) >= len(seen)
    assert addresses(interview(case, ["q"], unit="kontor"))[0] not in seen


def _until(running: "subprocess.Popen[str]", *wanted: str) -> str:
    """Read what is said until something wanted comes; gives what follows it."""
    assert running.stdout
    for line in running.stdout:
        for each in wanted:
            if each in line:
                return line.partition(each)[2].strip()
    raise AssertionError(f"never said {wanted}")


def test_the_command_reads_from_a_pipe_and_asks_who_and_when(case: Path) -> None:
    running = start(case, "--lang", "da")
    out, problems = running.communicate("ukendt\nHR-afdelingen\n2030-01-01\n\nnej\n")
    assert running.returncode == 0, problems
    assert "»ukendt« er ikke en rolle." in out
    assert "»2030-01-01« er ikke en dag." in out
    assert "1 svar er gemt." in out
    assert "hr 2026-06-30" in case.read_text()


@pytest.mark.parametrize("arguments", [("--by", "nobody"), ("--as-of", "2031-01-01"), ("--as-of", "x"), ("--unit", "nowhere", "--by", "hr", "--as-of", "2026-06-30")])
def test_wrong_use_says_so_and_touches_nothing(case: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    before = case.read_bytes()
    assert main(["ask", str(case), "--interview", *arguments]) == 2
    assert capsys.readouterr().err.strip()
    assert case.read_bytes() == before


def test_a_file_with_problems_is_not_asked_about(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(case.read_text() + "nonsense: yes\n")
    before = case.read_bytes()
    assert main(["ask", str(case), "--interview", "--by", "hr", "--as-of", "2026-06-30"]) == 2
    assert "nonsense" in capsys.readouterr().err
    assert case.read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_units_go_unnamed_beside_their_incidents(case: Path, language: Language) -> None:
    """In the example the unit Hjemmetjenesten has incidents and few people: no question about an incident names it."""
    text = "\n".join(interview(case, ["?"] * 9, language, duty="no.aml.5-2"))
    asked = [part for part in text.split("\n\n") if re.search(r"\bH[12]\b", part)]
    assert asked
    assert not any("Hjemmetjenesten" in part for part in asked)
