"""What of the law and of the rules nobody has covered: parts without a scenario, units without a rule (F401 to F403)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from engine.errors import Problem
from engine.language.walk import Part
from engine.law.coverage import measure, smallest_list
from engine.law.without_rule import FILE, paths_in
from engine.lint.messages import HAS_RULE, NO_SUCH_UNIT
from engine.lint.subject import Files, Subject

SCENARIOS = "_test.yaml"
_LIST = re.compile(r"^scenarios:[ ]*(?:#.*)?$", re.MULTILINE)
_KEY = re.compile(r"^( +)([^\s#:]+):[ ]*(?:#.*)?$", re.MULTILINE)


def findings(subject: Subject) -> Iterator[Problem]:
    """Find parts that no scenario tries, units that say a duty and have neither rule nor reason, and reasons that are out of date."""
    tried = tried_by_scenarios(subject.files)
    untried: dict[str, Part] = {}
    for part in subject.parts:
        if part.origins.id not in tried:
            untried.setdefault(part.origins.id, part)
    for id_, part in untried.items():
        place = part.origins.place
        yield subject.files.at("F401", place, id=id_, file=place.file.rpartition("/")[2].replace(".regel", SCENARIOS))
    yield from _units(subject)


def tried_by_scenarios(files: Files) -> frozenset[str]:
    """Give the ids that stand under ``scenarios:``. Only the keys are read, not the cases; a file in another layout is read whole."""
    found: set[str] = set()
    for file, text in files.texts.items():
        if not file.endswith(SCENARIOS):
            continue
        start = _LIST.search(text)
        found.update(_keys(text[start.end():]) if start else _parsed(text))
    return frozenset(found)


def _keys(text: str) -> list[str]:
    first = _KEY.search(text)
    return [key.strip("\"'") for indent, key in _KEY.findall(text) if first and indent == first[1]]


def _parsed(text: str) -> list[str]:
    import yaml

    try:
        whole = yaml.load(text, yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
    except yaml.YAMLError:
        return []  # ``rules test`` says what is wrong with it
    listed = whole.get("scenarios") if isinstance(whole, dict) else None
    return [str(key) for key in listed] if isinstance(listed, dict) else []


def _units(subject: Subject) -> Iterator[Problem]:
    duties: dict[str, list[str]] = defaultdict(list)
    for duty in subject.base.rules.duties:
        for path in duty.origins.provisions:
            duties[path].append(duty.origins.id)
    coverage = measure(subject.law, (), duties)
    without = [id_ for line in coverage.lines for id_ in line.without_duty]
    reasons = paths_in(subject.files.texts.get(FILE, ""))
    for id_ in smallest_list(subject.law, [id_ for id_ in without if subject.law.by_id[id_].path not in reasons]):
        yield subject.files.named("F402", id_, "kb", path=subject.law.by_id[id_].path, file=FILE)
    needed = {subject.law.by_id[id_].path for id_ in without}
    said = {unit.path for unit in subject.law.by_id.values() if unit.status == "duty"}
    for path, number in reasons.items():
        if path not in needed:
            yield subject.files.found("F403", FILE, number, path=path, why=HAS_RULE if path in said else NO_SUCH_UNIT)
