"""Measures the reference case and prints a table; with ``--write FILE`` puts it between the marks in that file.

    python -m bench.run [--case examples/fjordbyen.yaml] [--runs 7] [--write docs/performance.md]

Nothing here passes or fails: a target that is missed is printed as missed, with the functions that took the time.
"""

import argparse
import cProfile
import importlib.metadata
import io
import os
import platform
import pstats
import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import engine.assessment as door
from bench import joins
from bench.measure import RUNS, Times, cold, times_of, warm
from engine.case.collect import collect
from engine.case.facts import Facts
from engine.case.graph import graph
from engine.case.model import Case
from engine.case.reader import read_case
from engine.documents.findings import Finding
from engine.inference.derive import derive
from engine.inference.evaluate import Evaluator
from engine.inference.outcome import Outcome
from engine.language.read import read_rules
from engine.proof.node import Node
from engine.rulebase import RuleBase, load, rule_texts
from engine.truth import Truth
from engine.vocabulary.model import Origin

ROOT = Path(__file__).resolve().parents[1]
MARKS = ("<!-- bench -->", "<!-- /bench -->")


@dataclass(frozen=True)
class Row:
    """One line of the table. ``target`` is None where the issue sets none."""

    what: str
    measured: str
    target: str = ""
    met: bool | None = None

    def cells(self) -> tuple[str, str, str, str]:
        return self.what, self.measured, self.target, {True: "met", False: "**missed**", None: ""}[self.met]


class Reference:
    """The reference case, read, with its documents checked."""

    def __init__(self, path: Path, regimes: tuple[str, ...] | None = None) -> None:
        self.path = path
        self.base: RuleBase = load()
        self.case: Case = read_case(path, self.base.vocabulary)[0]
        if regimes:
            self.case = replace(self.case, regimes=regimes)
        self.day = self.case.date
        self.findings = self.documents()
        self.triples = len(graph(self.case, self.base.vocabulary))
        self.program = door._program(self.base, self.day, self.case.regimes)

    def documents(self) -> list[Finding]:
        return door._check_documents(self.case, self.base, self.day)

    def facts(self) -> Facts:
        acts = [act for act in self.base.law.acts.values() if act.regime in self.case.regimes]
        return collect(self.case, self.base.vocabulary, door._lacking(self.findings, self.case), acts)

    def infer(self, facts: Facts) -> tuple[Evaluator, dict[str, list[Outcome]]]:
        """What is timed as inference, done as ``assess_case`` does it: joins, strata, every duty decided, with the proof."""
        with door._no_garbage_collection():
            evaluator = Evaluator(self.program, facts, self.day)
            derive(evaluator)
            return evaluator, door._decide(evaluator, self.base.law, self.day)[0]


def nodes_under(outcomes: Iterable[Outcome]) -> int:
    """Count the nodes of the proofs, each once."""
    seen: set[int] = set()
    waiting: list[Node] = [node for o in outcomes for node in (o.applies, o.breach, o.met, o.suspicion, *o.sections.values())]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            waiting += [*node.premises, *(refused.node for refused in node.refused if refused.node)]
    return len(seen)


def inference(reference: Reference, runs: int) -> tuple[list[Row], Times]:
    """Time inference on fresh facts each time (a derivation adds to them)."""
    ready = [reference.facts() for _ in range(runs + 1)]
    times = warm(lambda: reference.infer(ready.pop()), runs)
    evaluator, rows = reference.infer(reference.facts())
    outcomes = [row for found in rows.values() for row in found]
    per_firing = times.median / evaluator.firings
    nodes = nodes_under(outcomes)
    return [
        Row("firings · outcomes · proof nodes", f"{evaluator.firings} · {len(outcomes)} · {nodes}"),
        Row("inference with proof, warm, ms", times.both(1e3, 0), "500", times.median <= 0.5),
        Row("… µs per firing", times.shown(1e6 / evaluator.firings, 0), "100", per_firing <= 100e-6),
        Row("… µs per proof node", times.shown(1e6 / nodes, 1)),
    ], times


def both_regimes(case: Path, runs: int, one: Times) -> list[Row]:
    """Time the laws of both countries on the same facts, against one; the whole command from a full cache."""
    reference = Reference(case, ("no", "dk"))
    ready = [reference.facts() for _ in range(runs + 1)]
    times = warm(lambda: reference.infer(ready.pop()), runs)
    rows = reference.infer(reference.facts())[1]
    with tempfile.TemporaryDirectory() as place:
        cold(["assess", str(case), "--regime", "both"], place)
        cached = times_of([cold(["assess", str(case), "--regime", "both"], place) for _ in range(runs)])
    ratio = times.median / one.median
    return [
        Row("both laws: outcomes", str(sum(map(len, rows.values())))),
        Row("both laws: inference with proof, warm, ms", times.both(1e3, 0)),
        Row("… ratio to one (Norway)", f"{ratio:.2f}", "2", ratio <= 2),
        Row("both laws: `assess`, cold, with cache, s", cached.both(1, 2), "2.2", cached.median <= 2.2),
    ]


def growth(runs: int) -> list[Row]:
    """Time the reading of the rule files, of some and of all: what a further file costs."""
    base = load()
    texts = rule_texts(base.folder)
    shared = {name: text for name, text in texts.items() if "/shared/" in f"/{name}"}
    rest = [name for name in sorted(texts) if name not in shared]
    found, per_line = [], {}
    for count in (len(rest) // 2, len(rest)):
        files = shared | {name: texts[name] for name in rest[:count]}
        times = warm(partial(read_rules, files, base.vocabulary), runs)
        lines = sum(text.count("\n") for text in files.values())
        per_line[count] = times.median / lines
        found.append(Row(f"reading {len(files)} rule files, {lines} lines, ms", times.shown(1e3, 0)))
    half, whole_ = per_line.values()
    return [*found, Row("… time a line, all files to half of them", f"{whole_ / half:.2f}", "1.1", whole_ / half <= 1.1)]


def documents(reference: Reference, runs: int) -> list[Row]:
    """Time the check of the documents, from the case that was read to the findings."""
    times = warm(reference.documents, runs)
    thousands = reference.triples / 1000
    return [
        Row("triples · findings", f"{reference.triples} · {len(reference.findings)}"),
        Row("documents, warm, ms", times.both(1e3, 0)),
        Row("… ms per 1,000 triples", times.shown(1e3 / thousands, 0), "120", times.median / thousands <= 0.12),
    ]


def whole(case: Path, runs: int) -> list[Row]:
    """Time ``assess`` in processes of their own, without and with a cache, and ``--help``."""
    arguments = ["assess", str(case)]
    with tempfile.TemporaryDirectory() as place:
        cold(arguments, f"{place}/first")  # so that the byte code of every module is there
        without = [cold(arguments, f"{place}/{number}") for number in range(runs)]
        cached = [cold(arguments, f"{place}/first") for _ in range(runs)]
        helped = times_of([cold(["--help"], f"{place}/first") for _ in range(runs)])
    slow, quick = times_of(without), times_of(cached)
    memory = max(run.memory for run in (*without, *cached))
    return [
        Row("`assess`, cold, no cache, s", slow.both(1, 2), "2.5", slow.median <= 2.5),
        Row("`assess`, cold, with cache, s", quick.both(1, 2), "1.8", quick.median <= 1.8),
        Row("… largest memory of any of these, MB", f"{memory:.0f}", "300", memory <= 300),
        Row("`--help`, s", helped.shown(1, 2), "0.3", helped.median <= 0.3),
    ]


def side_by_side(reference: Reference, runs: int, inferred: Times) -> list[Row]:
    """Time the other engines on the same joins and facts, and clingo on the whole evaluation. The answers are compared too."""
    facts = reference.facts()
    evaluator, rows = reference.infer(facts)
    made, count = joins.engines(reference.program, facts)
    answers = {name: run() for name, run in made.items()}
    matches = answers["durable-rules"]
    for name, answer in answers.items():
        assert answer == matches, f"{name} finds {len(answer ^ matches)} other matches"
    times = {name: warm(run, runs) for name, run in made.items()}
    first = times["durable-rules"].median
    found = [Row("facts · joins · matches (equal in all three)", f"{count} · {len(joins.patterns_of(reference.program))} · {len(matches)}")]
    for name, each in times.items():
        found.append(Row(f"the joins alone, {name}, ms", f"{each.shown(1e3, 0)}, ratio {each.median / first:.2f}"))
    found.append(_all_in_clingo(reference, runs, inferred, evaluator, rows))
    return found


def _is_unread(node: Node) -> bool:
    return (node.kind == "in_force" and node.truth is Truth.UNKNOWN) or any(_is_unread(each) for each in node.premises)


def _all_in_clingo(reference: Reference, runs: int, inferred: Times, evaluator: Evaluator, rows: dict[str, list[Outcome]]) -> Row:
    from tests.reference import duties

    made = duties.rules(reference.base, reference.day, reference.case.date)
    facts = reference.facts()
    statements, parts = duties.evaluate(made, facts)
    derived = [prop.id for prop in reference.base.vocabulary.properties.values() if prop.origin is Origin.DERIVED]
    ours = {(prop, subject, obj or ""): truth for prop in derived for (subject, obj), truth in evaluator.facts.pairs(prop)}
    assert statements == ours, f"clingo concludes otherwise: {sorted(statements.items() ^ ours.items())[:3]}"
    compared, differ = 0, []
    tried = {duty.origins for duty in made.duties}  # of a duty with several versions, the one that holds
    for row in (row for found in rows.values() for row in found if row.env and row.duty.origins in tried):
        if _is_unread(row.applies):
            continue  # the law of the day of the event was not read: the reference evaluates by the law of today
        scope = tuple(row.env[each.var.name] for each in row.duty.scope)
        for part in duties.PARTS:
            compared += 1
            node: Node = getattr(row, part)
            if parts.get((row.duty.origins.id, part, *scope)) is not node.truth:
                differ.append((row.id, part))
    assert compared and not differ, f"clingo decides otherwise: {differ[:5]}"
    times = warm(lambda: duties.evaluate(made, facts), runs)
    ratio = times.median / inferred.median
    return Row(
        f"all of the evaluation in clingo, no proofs ({len(ours)} conclusions and {compared} parts of outcomes equal), ms",
        f"{times.shown(1e3, 0)}, ratio {ratio:.2f} to inference with proof",
    )


def profile(work: Callable[[], object], lines: int = 12) -> str:
    """Give the functions that took most time of their own."""
    profiler = cProfile.Profile()
    profiler.runcall(work)
    out = io.StringIO()
    pstats.Stats(profiler, stream=out).strip_dirs().sort_stats("tottime").print_stats(lines)
    table = out.getvalue().splitlines()
    start = next(number for number, line in enumerate(table) if line.lstrip().startswith("ncalls"))
    return "\n".join(line.rstrip() for line in table[start:] if line.strip())


def missed(what: str, work: Callable[[], object]) -> list[str]:
    """Show the profile of what missed its target."""
    return ["", f"Where the time of {what} goes (profiled, so slower than measured):", "", "```", profile(work), "```"]


def machine(runs: int) -> str:
    """Say what it was measured on."""
    names = ("durable_rules", "pyshacl", "rdflib", "clipspy", "clingo")
    versions = ", ".join(f"{name.replace('_', '-')} {importlib.metadata.version(name)}" for name in names)
    return (
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores; {versions}; "
        f"load of the machine when it began {os.getloadavg()[0]:.1f}. Medians of {runs} runs, with the quickest and the slowest."
    )


def table(rows: list[Row]) -> str:
    """Write the rows as a Markdown table."""
    cells = [("what", "measured", "target, at most", ""), ("---", "---", "---", "---"), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def write(target: Path, text: str) -> None:
    """Put the table between the marks."""
    start, end = MARKS
    before = target.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(start)}.*{re.escape(end)}", re.S)
    if not pattern.search(before):
        raise SystemExit(f"{target} has no {start} … {end}")
    target.write_text(pattern.sub(lambda _: f"{start}\n{text}\n{end}", before), encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the reference case.")
    parser.add_argument("--case", type=Path, default=ROOT / "examples" / "fjordbyen.yaml")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--write", type=Path, metavar="FILE")
    args = parser.parse_args()
    measured_on = machine(args.runs)
    as_a_command = whole(args.case, args.runs)  # first, before this process has grown
    reference = Reference(args.case)
    entries = len(reference.case.entries) - len(reference.case.units) - 1
    rows = [Row(f"units · records of {args.case.name}", f"{len(reference.case.units)} · {entries}")]
    inferred, times = inference(reference, args.runs)
    checked = documents(reference, args.runs)
    both = both_regimes(args.case, args.runs, times)
    rows += [*inferred, *checked, *as_a_command, *both, *growth(args.runs), *side_by_side(reference, args.runs, times)]
    text = [measured_on, "", table(rows)]
    if any(row.met is False for row in inferred):
        fresh = reference.facts()
        text += missed("inference", lambda: reference.infer(fresh))
    if any(row.met is False for row in checked):
        text += missed("the documents", reference.documents)
    if any(row.met is False for row in as_a_command):
        text += missed("`assess` once the modules are loaded", lambda: door.assess(args.case, load(use_cache=False)))
    print("\n".join(text))
    if args.write:
        write(args.write, "\n".join(text))


if __name__ == "__main__":
    main()
