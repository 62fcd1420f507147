"""Reports read from files, and what a check of one came to: as text, and as plain values for JSON (``verify/1``)."""

import json
from pathlib import Path
from typing import Any

from engine.errors import BadInputError, Problem
from engine.language.keywords import OUTCOMES
from engine.os_words import why
from engine.text import LANGUAGES, Language, Text, same
from engine.verify import words as w
from engine.verify.walk import Failure, Verified

SCHEMA, REPORT = "forsvarlig/verify/1", "forsvarlig/assessment/1"
LISTS = ("facts", "unseen", "entities", "registers", "values", "outcomes", "not_in_force", "regimes")
GROUPS = ("case", "rulebase", "parameters", "rules", "proof")
SHOWN, LONGEST = 100, 200


def read(file: Path) -> dict[str, Any]:
    """Read a report. Raises BadInputError where there is none, or it lacks what a check needs."""
    try:
        found = json.loads(file.read_bytes())
    except OSError as error:
        raise _bad(file, "cant-read", w.CANT_READ.format(why=why(error)), None) from None
    except (ValueError, RecursionError) as error:
        raise _bad(file, "not-json", w.NOT_JSON.format(line=str(getattr(error, "lineno", 1)))) from None
    if not isinstance(found, dict) or found.get("schema") != REPORT:
        raise _bad(file, "not-a-report", w.NOT_A_REPORT.format(wanted=REPORT))
    wanted = [*((key, list) for key in LISTS), *((key, dict) for key in GROUPS), ("date", str), ("law_date", str)]
    lacking = [key for key, type_ in wanted if not isinstance(found.get(key), type_)]
    if lacking:
        raise _bad(file, "lacks", w.TOO_OLD.format(keys=", ".join(lacking)))
    return found


def _bad(file: Path, code: str, message: Text, hint: Text | None = w.WRITE_IT) -> BadInputError:
    return BadInputError([Problem(str(file), 0, 0, code, message, hint)])


def record(verified: Verified, report: dict[str, Any], rulebase: str, with_hash: bool) -> dict[str, Any]:
    """Give what a check came to as plain values."""
    return {
        "schema": SCHEMA,
        "verified": not verified.failures,
        "rulebase": {"hash": rulebase, "compared": with_hash},
        "case": report["case"],
        "part": bool(report.get("part")),
        "outcomes": verified.outcomes,
        "steps": verified.steps,
        "failures": [
            {
                "outcome": failure.outcome or None,
                "step": failure.step or None,
                "condition": condition_of(failure, report),
                "code": failure.code,
                "found": failure.found,
                "wanted": failure.wanted,
                "message": Text(*(message(failure, language) for language in LANGUAGES))._asdict(),
            }
            for failure in verified.failures
        ],
        "not_checked": w.NOT_CHECKED._asdict(),
    }


def text(verified: Verified, report: dict[str, Any], rulebase: str, with_hash: bool, language: Language) -> str:
    """Write what a check came to."""
    counts = {"outcomes": _number(verified.outcomes, language), "steps": _number(verified.steps, language)}
    failures = verified.failures
    head = w.NOT_VERIFIED.format(failures=_number(len(failures), language), **counts) if failures else w.VERIFIED.format(**counts)
    if [failure.code for failure in failures] == ["hash"]:
        return f"{w.NOT_WALKED.in_(language)}\n{message(failures[0], language)}\n"
    lines = [head.in_(language), w.RULEBASE.in_(language).format(hash=rulebase)]
    lines += [] if with_hash else [w.NO_HASH.in_(language)]
    lines += [w.PART.in_(language)] if report.get("part") else []
    lines += [w.NOT_CHECKED.in_(language), *([""] if failures else [])]
    lines += [f"{where(failure, report, language)}: {message(failure, language)}".removeprefix(": ") for failure in failures[:SHOWN]]
    if len(failures) > SHOWN:
        lines.append(w.MORE.in_(language).format(n=_number(len(failures) - SHOWN, language)))
    return "\n".join(lines) + "\n"


def where(failure: Failure, report: dict[str, Any], language: Language) -> str:
    """Give the address of a failure: its outcome, the step, and the place of that in a rule."""
    is_step = failure.step in report["proof"] or failure.code == "no-step"
    step = w.STEP.in_(language).format(step=failure.step) if is_step else failure.step
    place = condition_of(failure, report) or _statement(report["proof"].get(failure.step))
    return ", ".join(part for part in (failure.outcome, f"{step} ({place})" if place else step) if part)


def condition_of(failure: Failure, report: dict[str, Any]) -> str | None:
    """Give the place in a rule that the step of a failure names."""
    step = report["proof"].get(failure.step)
    return step.get("condition") if isinstance(step, dict) else None


def _statement(step: Any) -> str:
    """Give the address of the statement that a step is of, where it is of one."""
    parts = step.get("statement") if isinstance(step, dict) else None
    return "/".join(map(str, [parts[1], parts[0], *parts[2:]])) if isinstance(parts, list) and len(parts) > 1 else ""


def message(failure: Failure, language: Language) -> str:
    """Say what is wrong."""
    found, wanted = (_shown(value, failure.code, language) for value in (failure.found, failure.wanted))
    form = w.SAID.get(failure.code)
    if form is not None:
        return form.in_(language).format(found=found, wanted=wanted)
    what = w.WHAT.get(failure.code, same(failure.code)).in_(language)
    return w.DIFFERS.in_(language).format(what=what, found=found, wanted=wanted)


def _shown(value: Any, code: str, language: Language) -> str:
    if value is None or value in ("", [], {}):
        return w.NOTHING.in_(language)
    if code == "holds" and value in w.TRUTHS:
        return w.TRUTHS[value].in_(language)
    if code == "outcome":
        return next((word for word, outcome in OUTCOMES[language].items() if outcome == value), str(value))
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} …"


def _number(number: int, language: Language) -> str:
    separator = {"nb": "\u00a0", "da": ".", "en": ","}[language]
    return f"{number:,}".replace(",", separator)
