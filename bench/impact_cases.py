"""Fictional small cases for measuring ``rules impact``: five units each, all distinct, all valid, the same for the same seed.

    python -m bench.impact_cases FOLDER [--count 1000] [--seed 1]

What they say is drawn at random, within what makes sense: a follow-up is of an incident that is there, a plan meets a known risk.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

COUNT, SEED, UNITS = 1000, 1, 5
FACTORS = ("workload", "emotional_demands", "unclear_demands", "support", "harassment", "sexual_harassment", "violence")
PARTIES = ("employees", "safety_representative")
STEPS = (
    "psychosocial_mapping", "psychosocial_risk_assessment", "violence_mapping", "violence_risk_assessment",
    "violence_measures",
)
TOPICS = ("violence_prevention_handling", "safety_equipment_use", "psychosocial_skills")
STRAINS = ("psychological_strain", "physical_strain")
CLOSABLE = ("training", "drills", "mappings", "risk_assessments", "plans", "measures", "incidents", "participation", "follow_ups")
ANSWERS = ("yes", "no", "dont_know")
FLAGS = (
    "works_with_people", "lone_work", "lone_work_assessed", "lone_work_measures", "may_entail_violence", "entails_violence",
    "uses_safety_equipment",
)
HEADS = {"no": ("nb", "SN2007", "88.101"), "dk": ("da", "DB07", "88.10.10")}


def case(number: int, seed: int = SEED) -> str:
    """Write one case: number and seed decide every word of it. Every third is Danish."""
    draw = random.Random(f"{seed}:{number}")
    regime = "dk" if number % 3 == 2 else "no"
    language, scheme, code = HEADS[regime]
    units = [f"u{n}" for n in range(1, UNITS + 1)]
    lines = [
        "forsvarlig: case/1", f"language: {language}", f"regimes: [{regime}]", f"date: {_day(draw, 5, 10)}",
        f"basis: {draw.choice(('documents', 'interview'))}", "fictional: yes", "stated_by: employer", "enterprise:",
        f"  name: Eksempel {number}", f"  industry: {{scheme: {scheme}, code: {code}}}", "  work: employer", "  place: mainland",
        f"  employees: {{regular: {draw.randint(6, 90)}, total: {draw.randint(90, 120)}}}",
        "units:", *(f"  - {_flow(_unit(draw, unit))}" for unit in units),
    ]
    for register, entries in _registers(draw, units).items():
        if entries:
            lines += [f"{register}:", *(f"  - {_flow(entry)}" for entry in entries)]
    return "\n".join(lines) + "\n"


def cases(count: int = COUNT, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Give the name and the text of so many cases."""
    for number in range(1, count + 1):
        yield f"case-{number:04d}.yaml", case(number, seed)


def write(folder: Path, count: int = COUNT, seed: int = SEED) -> None:
    """Write so many cases into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in cases(count, seed):
        (folder / name).write_text(text, encoding="utf-8")


def _unit(draw: random.Random, unit: str) -> dict[str, str]:
    found = {"id": unit, "name": f"Avdeling {unit[1:]}", "employees": str(draw.randint(2, 30))}
    return found | {flag: draw.choice(ANSWERS) for flag in FLAGS if draw.random() < 0.7}


def _registers(draw: random.Random, units: list[str]) -> dict[str, list[dict[str, str]]]:
    exposures = _some(draw, 3, "E", lambda id_: {
        "id": id_, "units": _one(draw, units), "factor": draw.choice(FACTORS), "strain": draw.choice(("low", "moderate", "high"))})
    mappings = _some(draw, 2, "K", lambda id_: {
        "id": id_, "units": _few(draw, units), "dated": _day(draw, 1, 2), "factors": _few(draw, FACTORS),
        "concluded": draw.choice(ANSWERS), "violence": draw.choice(ANSWERS)})
    assessments = _some(draw, 2, "R", lambda id_: {
        "id": id_, "units": _few(draw, units), "dated": _day(draw, 2, 3), "factors": _few(draw, FACTORS),
        "mutual": draw.choice(ANSWERS), "together": draw.choice(ANSWERS), "violence": draw.choice(ANSWERS),
        "finds_necessary": _few(draw, ("training", "drill"))})
    risks = _some(draw, 2, "RI", lambda id_: {
        "id": id_, "assessment": assessments[0]["id"], "units": _one(draw, units), "factors": _one(draw, FACTORS),
        "needs_action": draw.choice(ANSWERS), "unacceptable": draw.choice(ANSWERS)}) if assessments else []
    known = [risk["id"] for risk in risks]
    plans = _some(draw, 1, "P", lambda id_: {
        "id": id_, "units": _few(draw, units), "dated": _day(draw, 3, 4), "risks": _few(draw, known)}) if known else []
    measures = _some(draw, 2, "T", lambda id_: {
        "id": id_, "units": _one(draw, units), "factors": _one(draw, FACTORS), "status": draw.choice(("planned", "under_way", "completed")),
        "level": draw.choice(("individual", "group", "organisation"))})
    training = _some(draw, 2, "O", lambda id_: {
        "id": id_, "units": _few(draw, units), "dated": _day(draw, 1, 3), "topics": _few(draw, TOPICS)})
    drills = _some(draw, 1, "V", lambda id_: {
        "id": id_, "units": _few(draw, units), "dated": _day(draw, 1, 3), "topics": _few(draw, TOPICS[:2])})
    incidents = _some(draw, 2, "H", lambda id_: {
        "id": id_, "units": _one(draw, units), "dated": _day(draw, 1, 2), "kind": draw.choice(("threat", "violent_act", "harassment")),
        "state": draw.choice(("reported", "confirmed")), "known": draw.choice(ANSWERS)})
    follow_ups = [
        {"id": f"F{n}", "incident": each["id"], "dated": _day(draw, 3, 4), "strains": _one(draw, STRAINS)}
        for n, each in enumerate(incidents) if draw.random() < 0.5]
    participation = _some(draw, 3, "M", lambda id_: {
        "id": id_, "party": draw.choice(PARTIES), "steps": _few(draw, STEPS), "took_place": draw.choice(ANSWERS)})
    closed = [
        {"register": register, "complete_for": "all", "as_of": "2026-04-28", "stated_by": draw.choice(("employer", *PARTIES[1:]))}
        for register in CLOSABLE if draw.random() < 0.5]
    return {
        "exposures": exposures, "mappings": mappings, "risk_assessments": assessments, "risks": risks, "plans": plans,
        "measures": measures, "training": training, "drills": drills, "incidents": incidents, "follow_ups": follow_ups,
        "participation": participation, "registers": closed,
    }


def _some(draw: random.Random, most: int, prefix: str, made: Callable[[str], dict[str, str]]) -> list[dict[str, str]]:
    return [made(f"{prefix}{number}") for number in range(1, draw.randint(0, most) + 1)]


def _few(draw: random.Random, of: Sequence[str]) -> str:
    return f"[{', '.join(draw.sample(list(of), draw.randint(1, len(of))))}]"


def _one(draw: random.Random, of: Sequence[str]) -> str:
    return f"[{draw.choice(of)}]"


def _day(draw: random.Random, first: int, last: int) -> str:
    """Draw a day of 2026 in some months."""
    return f"2026-{draw.randint(first, last):02d}-{draw.randint(1, 28):02d}"


def _flow(pairs: dict[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"


def main() -> None:
    """Write the cases."""
    parser = argparse.ArgumentParser(description="Write fictional small cases.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    write(args.folder, args.count, args.seed)


if __name__ == "__main__":
    main()
