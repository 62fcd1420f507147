"""A rule base that is named on the command line: an archive, or a revision of the repository the current one lies in."""

from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar

from engine import __version__
from engine.archive.messages import printable, problem
from engine.archive.packing import read_archive
from engine.archive.revision import read_revision
from engine.archive.store import placed
from engine.catalogue.messages import problem as catalogue_problem
from engine.errors import BadInputError, Problem
from engine.law.load import LawBaseError
from engine.rulebase import RuleBase, load
from engine.text import Text, same
from engine.vocabulary.model import Vocabulary

Entry = TypeVar("Entry")
SHOWN = 20  # of the mistakes in a rule base that can't be read: all of an old one can be a thousand
LONGEST, SHORT = 400, 20  # characters that are shown of what somebody else wrote
EVERY = same("{count}")
FIRST = Text(
    "{count}, her er de første {shown}", "{count}, her er de første {shown}", "{count}, these are the first {shown}"
)
PACKED = Text(" fra versjon {engine}", " fra version {engine}", " of version {engine}")
KINDS = {
    "classes": Text("klassen", "klassen", "class"),
    "properties": Text("egenskapen", "egenskaben", "property"),
    "concepts": Text("begrepet", "begrebet", "concept"),
    "collections": Text("listen", "listen", "list"),
    "parameters": Text("størrelsen", "størrelsen", "parameter"),
    "instruments": Text("skjemaet", "skemaet", "form"),
    "code_lists": Text("kodelisten", "kodelisten", "list of codes"),
}


def open_rules(spec: str, current: Path) -> RuleBase:
    """Open another encoding of the law than the current one, ready for ``assess``.

    ``spec`` is the path of an archive that ``rules pack`` made (its name ends in ``.zip``), else a revision (a commit, a branch, a tag,
    ``HEAD~2``) of the git repository that holds the folder ``current``, which is the folder with kb, ontology and rules that
    ``engine.rulebase.find`` gives. Nothing in ``current`` is changed, and nothing is fetched. The files are unpacked into the cache
    once per content, so the rule base has a ``folder`` of its own that stays; its ``hash`` is that of ``content_hash``.

    Raises BadInputError with everything that is wrong: an archive that is none, is not whole or breaks a limit; no git, no repository,
    no such revision, or one without rules; and a rule base that this version of the engine can't read, with the names of what it
    couldn't read. The vocabulary raises BadInputError later on as well, where the engine asks it for a term that it doesn't have.
    """
    packed = ""
    if spec.lower().endswith(".zip"):
        files, manifest = read_archive(Path(spec))
        packed = manifest.engine
    else:
        files = read_revision(spec, current)
    base = _read(placed(files, spec), spec, packed)
    return replace(base, vocabulary=_asking(base.vocabulary, spec))


def _read(folder: Path, spec: str, packed: str) -> RuleBase:
    """Load a rule base that may be older, or newer, than this engine: whatever a reader stumbles over is said, not thrown."""
    try:
        base = load(folder)
        base.catalogue  # noqa: B018 - read when first asked for: now, so that nothing unreadable turns up later
    except BadInputError as error:
        problems = error.problems
    except LawBaseError as error:
        problems = [problem("kb", "unreadable-part", why=fault) for fault in error.faults]
    except Exception as error:
        # there is no telling what an engine of another time wrote into the files, nor which reader it breaks
        why = f"{type(error).__name__}: {error}".splitlines()[0]
        problems = _broken_turtle(folder) or [problem("kb, ontology, rules", "unreadable-part", why=why)]
    else:
        return base
    by = PACKED.format(engine=printable(packed, SHORT)) if packed else same("")
    shown = problems[:SHOWN]
    count = (EVERY if shown == problems else FIRST).format(count=str(len(problems)), shown=str(SHOWN))
    head = problem(spec, "not-readable-here", engine=__version__, packed=by, count=count)
    raise BadInputError([head, *(_inside(each, spec) for each in shown)])


def _inside(found: Problem, spec: str) -> Problem:
    """Name the archive or revision that a problem lies in; what it shows was written by somebody else."""
    message = Text(*(printable(text, LONGEST) for text in found.message))
    return replace(
        found, file=f"{spec}: {found.file}", message=message, source=found.source and printable(found.source, LONGEST)
    )


def _broken_turtle(folder: Path) -> list[Problem]:
    """Find the files that are no Turtle: the readers of the ontology and the law don't say which one they stumbled over."""
    from rdflib import Graph
    from rdflib.plugins.parsers.notation3 import BadSyntax

    found = []
    for file in sorted(folder.rglob("*.ttl")):
        name = file.relative_to(folder).as_posix()
        try:
            Graph().parse(file, format="turtle")
        except BadSyntax as error:
            found.append(catalogue_problem(name, int(error.lines) + 1, "not-turtle", why=str(error._why)))
        except ValueError as error:  # what isn't UTF-8 is none of Turtle either
            found.append(catalogue_problem(name, 0, "not-turtle", why=str(error)))
    return found


class _Terms(dict[str, Entry]):
    """The terms of one kind in a vocabulary of another time: the engine names some in its code, and may ask for one that isn't there."""

    def __init__(self, terms: dict[str, Entry], kind: str, spec: str) -> None:
        super().__init__(terms)
        self.kind, self.spec = kind, spec

    def __missing__(self, term: str) -> Entry:
        raise BadInputError([problem(self.spec, "missing-term", kind=KINDS[self.kind], term=term, engine=__version__)])


def _asking(vocabulary: Vocabulary, spec: str) -> Vocabulary:
    """Let a vocabulary say which term it lacks when it is asked for one."""
    kinds = [each.name for each in fields(Vocabulary)]
    return Vocabulary(**{kind: _Terms(getattr(vocabulary, kind), kind, spec) for kind in kinds})
