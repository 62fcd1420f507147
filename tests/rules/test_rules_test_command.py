"""``forsvarlig rules test``: what it runs, what it prints, and how it ends."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main

ROOT = Path(__file__).resolve().parents[2]
Ran = tuple[int, str, str]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rule base in which one scenario of 3A-5 expects the wrong outcome."""
    folder = tmp_path_factory.mktemp("rulebase")
    for part in ("kb", "ontology", "rules"):
        shutil.copytree(ROOT / part, folder / part)
    file = folder / "rules/no/utforelse/3A-5_test.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("outcome: breach", "outcome: met", 1), encoding="utf-8")
    return folder


@pytest.fixture
def forsvarlig(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(*arguments: str) -> Ran:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_scenarios_that_come_out_as_they_should_end_with_one_line(forsvarlig: Callable[..., Ran]) -> None:
    code, out, err = forsvarlig("rules", "test", "no.utforelse.1A-5", "--lang", "nb")
    assert (code, err) == (0, "") and out.endswith("scenarioer: alt kom ut som det skal.\n") and out.count("\n") == 1


@pytest.mark.parametrize("pattern", [
    "shared.measures.adopted", "rules/shared/measures_test.yaml", "./rules/shared/measures.regel", "SHARED/MEASURES", "besluttet",
])
def test_a_pattern_is_part_of_an_id_a_file_or_a_name(forsvarlig: Callable[..., Ran], pattern: str) -> None:
    code, out, _ = forsvarlig("rules", "test", pattern, "--lang", "en", "--format", "json")
    assert code == 0 and json.loads(out)["scenarios"] > 0 and json.loads(out)["failed"] == []


def test_a_pattern_that_nothing_matches_is_wrong_use(forsvarlig: Callable[..., Ran]) -> None:
    code, out, err = forsvarlig("rules", "test", "no.utforelse.3A-55", "--lang", "nb")
    assert (code, out) == (2, "")
    assert err == (
        "Ingen plikt, regel, fil eller scenario svarer til «no.utforelse.3A-55».\n"
        "Mente du: no.utforelse.3A-5.2, no.utforelse.3A-5.1, no.utforelse.23A-5.1?\n"
    )


@pytest.mark.parametrize("jobs", ["0", "two", "-1"])
def test_a_number_of_processes_that_is_none_is_wrong_use(forsvarlig: Callable[..., Ran], jobs: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        forsvarlig("rules", "test", "1A-5", "--jobs", jobs)
    assert stopped.value.code == 2


def test_a_scenario_that_fails_is_told_with_the_reason_and_the_command_ends_1(forsvarlig: Callable[..., Ran], broken: Path) -> None:
    code, out, err = forsvarlig("--rulebase", str(broken), "rules", "test", "3A-5.1", "--lang", "nb")
    assert (code, err) == (1, "")
    assert out.startswith("rules/no/utforelse/3A-5_test.yaml:") and out.endswith(" 1 kom ikke ut som ventet.\n")
    for said in ("- skal bli  Oppfylt", "+ ble       Brudd", "Er noe brutt? skal være nei, er ja", "Det finnes ingen opplæring som er gitt til"):
        assert said in out


def test_a_failure_as_data_has_the_same(forsvarlig: Callable[..., Ran], broken: Path) -> None:
    code, out, _ = forsvarlig("--rulebase", str(broken), "rules", "test", "3A-5.1", "--lang", "en", "--format", "json")
    (failed,) = json.loads(out)["failed"]
    assert code == 1 and (failed["expected"], failed["actual"]) == ("Met", "Breached")
    assert failed["file"].endswith("3A-5_test.yaml") and failed["reason"] and failed["differs"][0]["question"] == "Is anything breached?"


def test_a_case_that_is_no_good_case_is_bad_input_in_one_process_and_in_two(forsvarlig: Callable[..., Ran], broken: Path) -> None:
    file = broken / "rules/shared/items_test.yaml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("case: {", "case: {unitz: 1, ", 1), encoding="utf-8")
    try:
        told = [forsvarlig("--rulebase", str(broken), "rules", "test", "shared.", "--jobs", jobs, "--lang", "en") for jobs in ("1", "2")]
    finally:
        file.write_text(good, encoding="utf-8")
    assert told[0] == told[1] and told[0][0] == 2 and "items_test.yaml" in told[0][2] and "unitz" in told[0][2]


def test_coverage_gives_outcomes_and_conditions(forsvarlig: Callable[..., Ran]) -> None:
    code, out, _ = forsvarlig("rules", "test", "rules/no/utforelse/1A-5.regel", "--coverage", "--lang", "nb")
    lines = out.splitlines()
    assert code == 0 and lines[0].startswith("no.utforelse.1A-5.1: ") and " sett både ja og nei, " in lines[-1]
    code, out, _ = forsvarlig("rules", "test", "rules/no/utforelse/3A-5.regel", "--coverage", "--format", "json")
    found = json.loads(out)
    assert {each["duty"] for each in found["duties"]} == {"no.utforelse.3A-5.1", "no.utforelse.3A-5.2"}
    first = found["conditions"][0]
    assert first["sentence"] and first["line"] and set(first["never"]).isdisjoint(first["seen"])


FEW = """
base: {regimes: [dk], language: da, enterprise: {lacks_own_expertise: yes, has_expert_help: yes}}
scenarios:
  dk.aml.12:
    - {name: bistand er indhentet, outcome: met, source: dk.md 2.1}
"""


def test_mutation_lists_what_survives_until_each_is_listed_with_a_reason(forsvarlig: Callable[..., Ran], broken: Path) -> None:
    (broken / "rules/dk/aml/12_test.yaml").write_text(FEW, encoding="utf-8")
    noted = broken / "rules/survivors.yaml"
    noted.unlink()
    command = ("--rulebase", str(broken), "rules", "test", "dk.aml.12", "--mutate")
    code, out, err = forsvarlig(*command, "--format", "json")
    found = json.loads(out)
    names = [each["mutant"] for each in found["survivors"]]
    assert (code, err) == (1, "") and len(names) < found["mutants"]
    (alone,) = found["survivors"]
    assert (alone["file"], alone["kind"]) == ("rules/dk/aml/12.regel", "drop")
    assert alone["sentence"] == "V mangler egen sagkundskab til arbejdsmiljøarbejdet"

    noted.write_text("survivors:\n  - because: en prøve\n    mutants:\n" + "".join(f"      - {name}\n" for name in names), encoding="utf-8")
    code, out, err = forsvarlig(*command, "--lang", "nb")
    assert (code, err) == (0, "") and out.count("fordi: en prøve") == len(names)
    assert f"overlever: vilkåret er utelatt  [{names[0]}]" in out
    assert out.rstrip().endswith(f"{len(names)} overlever; {len(names)} av dem står i rules/survivors.yaml.")

    noted.write_text(noted.read_text(encoding="utf-8") + "      - dk.aml.12 when/9 drop 000000\n", encoding="utf-8")
    code, _, err = forsvarlig(*command, "--lang", "nb")
    assert code == 1 and err.startswith(f"rules/survivors.yaml:{4 + len(names)}:1: Ingen mutant heter «dk.aml.12 when/9 drop 000000» lenger")
