"""``forsvarlig rules fmt``: rule files in their one canonical form, or in another language."""

import argparse
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from cli.common import EXAMPLE_FORMAT, FOUND, NO_OUTPUT, OK, WRONG_USE, add_language, language_of, print_problems
from engine.collector import paused
from engine.text import LANGUAGES, Language, Text

STDIN = "-"
MOST_LINES = 12  # of a file's difference that are printed
KEPT = "formatted"  # the name under which the cache knows which texts are in canonical form
ONE_FILE, FILES = Text("1 fil", "1 fil", "1 file"), Text("{count} filer", "{count} filer", "{count} files")
NO_CHANGE = Text("{files}: ingenting å endre.", "{files}: intet at ændre.", "{files}: nothing to change.")
REWRITTEN = Text("{files}: {changed} skrevet om.", "{files}: {changed} skrevet om.", "{files}: {changed} rewritten.")
UNFORMATTED = Text(
    "{files}: {changed} ikke formatert; «forsvarlig rules fmt» gjør det.",
    "{files}: {changed} ikke formateret; »forsvarlig rules fmt« gør det.",
    "{files}: {changed} not formatted; “forsvarlig rules fmt” does it.",
)
UNTOUCHED = Text(
    "Ikke rørt, siden noe må rettes først: {files}.",
    "Ikke rørt, da noget skal rettes først: {files}.",
    "Left alone, since something must be put right first: {files}.",
)
MORE = Text("… {count} linjer til", "… {count} linjer mere", "… {count} more lines")
NO_FILE = Text("{file}: ingen slik fil.", "{file}: ingen sådan fil.", "{file}: no such file.")
UNREADABLE = Text("{file} kan ikke leses: {why}", "{file} kan ikke læses: {why}", "{file} can't be read: {why}")
ONE_TO_SCREEN = Text(
    "--to skriver én fil til skjermen: nevn én, eller legg til --write, som skriver om filene selv.",
    "--to skriver én fil til skærmen: nævn én, eller tilføj --write, som skriver selve filerne om.",
    "--to writes one file to the screen: name one, or add --write, which rewrites the files themselves.",
)
WRITE_WHAT = Text(
    "--write hører sammen med --to og navn på filer: forsvarlig rules fmt --to en --write FIL",
    "--write hører sammen med --to og navne på filer: forsvarlig rules fmt --to en --write FIL",
    "--write goes with --to and names of files: forsvarlig rules fmt --to en --write FILE",
)
STDIN_ALONE = Text(
    "- (det som kommer inn) skrives ut igjen, og må stå alene.",
    "- (det, der kommer ind) skrives ud igen og skal stå alene.",
    "- (standard input) is written to standard output, and must stand alone.",
)


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules fmt``."""
    parser = subparsers.add_parser(
        "fmt",
        help="write rule files in their one form, or in another language",
        formatter_class=EXAMPLE_FORMAT,
        description="Rewrite rule files in their canonical form: indentation, spacing, the order of headers, one form of\n"
        "negation. Comments stay where they are, and the meaning never changes: a file with a mistake in it is named\n"
        "and left alone. With --check nothing is written, and the command ends 1 when a file isn't in that form.",
        epilog="examples:\n  forsvarlig rules fmt --check\n  forsvarlig rules fmt rules/no/utforelse/3A-5.regel\n"
        "  forsvarlig rules fmt --to en rules/no/utforelse/3A-5.regel",
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="rule files or folders, or - for standard input (default: every rule file)"
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--check", action="store_true", help="only name the files that aren't in canonical form, and where")
    either.add_argument("--to", choices=LANGUAGES, help="write the same rules in this language, to the screen")
    parser.add_argument("--write", action="store_true", help="with --to: rewrite the files themselves")
    add_language(parser)
    parser.set_defaults(run=run)


@dataclass(frozen=True)
class _File:
    """A rule file: the name it is spoken of by, where it lies (None: standard input), and what it holds."""

    name: str
    path: Path | None
    text: str


Outcome = tuple[_File, str | None]  # with the text to be written; None where something in the file must be put right first


def run(args: argparse.Namespace) -> int:
    """Format, check or translate; 1 when ``--check`` finds a file that isn't formatted, 2 when a file can't be used."""
    language = language_of(args)
    base: Path = args.rulebase_dir
    wrong = _wrong_use(args, base)
    if wrong:
        print(wrong.in_(language), file=sys.stderr)
        return WRONG_USE
    files, missing = _read(args.files, base, language)
    with paused():
        outcomes = _written(files, base, args.to, keep_only=not args.files)
    changed = [(file, text) for file, text in outcomes if text is not None and text != file.text]
    broken = missing or any(text is None for _, text in outcomes)
    if (args.to and not args.write) or (args.files == [STDIN] and not args.check):
        sys.stdout.write("".join(text for _, text in outcomes if text is not None))
        return WRONG_USE if broken else OK
    if args.check:
        for file, text in changed:
            print(file.name, *_difference(file.text, text, language), sep="\n", end="\n\n")
    else:
        written = [_replace(file, text, language) for file, text in changed]
        broken = broken or not all(written)
    _summary(outcomes, len(changed), UNFORMATTED if args.check else REWRITTEN, language)
    if broken:
        return WRONG_USE
    return FOUND if args.check and changed else OK


def _wrong_use(args: argparse.Namespace, base: Path) -> Text | None:
    if STDIN in args.files and (len(args.files) > 1 or args.write):
        return STDIN_ALONE
    if args.write and not (args.to and args.files):
        return WRITE_WHAT
    if args.to and not args.write and (len(args.files) != 1 or _found(args.files[0], base).is_dir()):
        return ONE_TO_SCREEN
    return None


def _read(names: Sequence[str], base: Path, language: Language) -> tuple[list[_File], bool]:
    """Read the files that were named, or all; what isn't there or isn't text is told, and the second value says whether any was."""
    from engine.errors import BadInputError
    from engine.language.read import rule_text

    files: dict[str, _File] = {}
    missing = False
    for path, name in _paths(names, base):
        try:
            data = sys.stdin.buffer.read() if path is None else path.read_bytes()
            files.setdefault(name, _File(name, path, rule_text(name, data)))
        except OSError as error:
            told = NO_FILE if isinstance(error, FileNotFoundError) else UNREADABLE
            print(told.in_(language).format(file=name, why=error.strerror), file=sys.stderr)
            missing = True
        except BadInputError as error:
            print_problems(error.problems, language)
            missing = True
    return list(files.values()), missing


def _paths(names: Sequence[str], base: Path) -> Iterator[tuple[Path | None, str]]:
    if not names:
        for path in sorted((base / "rules").rglob("*.regel")):
            yield path, path.relative_to(base).as_posix()
    for name in names:
        path = _found(name, base)
        if name == STDIN:
            yield None, name
        elif path.is_dir():
            yield from ((each, each.as_posix()) for each in sorted(path.rglob("*.regel")))
        else:
            yield path, name


def _found(name: str, base: Path) -> Path:
    """Find what was named where the command runs, else in the rule base."""
    return Path(name) if Path(name).exists() else base / name


def _written(files: Sequence[_File], base: Path, to: Language | None, keep_only: bool) -> list[Outcome]:
    """Write each file as it should be; the texts known to be canonical aren't read again."""
    from engine.rulebase import keep, recall, terms, terms_hash

    digest = terms_hash(base)
    known = recall(digest, KEPT)
    canonical = known if isinstance(known, frozenset) else frozenset()
    if not to and all(_hash(file.text) in canonical for file in files):
        return [(file, file.text) for file in files]
    from engine.language.format import Formatter

    formatter = Formatter(terms(base)[0])

    def write(file: _File) -> str:
        if to:
            return formatter.translated(file.name, file.text, to)
        return file.text if _hash(file.text) in canonical else formatter.canonical(file.name, file.text)

    outcomes = [(file, _or_told(write, file)) for file in files]
    found = frozenset(_hash(text) for _, text in outcomes if text is not None)
    keep(digest, KEPT, found if keep_only else canonical | found)
    return outcomes


def _or_told(write: Callable[[_File], str], file: _File) -> str | None:
    """Write a file, or tell what must be put right first in the language of the file."""
    from engine.errors import BadInputError
    from engine.language.keywords import language_of as declared

    try:
        return write(file)
    except BadInputError as error:
        print_problems(error.problems, declared(file.text) or "en")
        print(file=sys.stderr)
        return None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _difference(before: str, after: str, language: Language) -> list[str]:
    """Show the first lines that would change, with their numbers, each above what it becomes, and marks for what can't be seen."""
    old, new = before.split("\n"), after.split("\n")
    shown: list[str] = []
    matcher = SequenceMatcher(None, [_words(line) for line in old], [_words(line) for line in new], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        paired = end - start == new_end - new_start
        for number, line in enumerate(old[start:end], start + 1):
            becomes = new[new_start + number - start - 1] if paired else None
            if line != becomes:
                shown.append(f"{number:5} - {_visible(line)}".rstrip())
                shown += [f"      + {becomes}".rstrip()] if becomes is not None else []
        if kind != "equal" and not paired:
            shown += [f"      + {line}".rstrip() for line in new[new_start:new_end]]
    rest = len(shown) - MOST_LINES
    return shown if rest <= 1 else [*shown[:MOST_LINES], f"      {MORE.in_(language).format(count=rest)}"]


def _words(line: str) -> str:
    return " ".join(line.split())


def _visible(line: str) -> str:
    spaces = len(line) - len(line.rstrip(" "))
    return (line.rstrip(" ") + "·" * spaces).replace("\t", "→").replace("\r", "␍").replace("\ufeff", "[BOM]")


def _replace(file: _File, text: str, language: Language) -> bool:
    """Write beside and rename, so that nobody ever sees half a file; the file keeps its rights."""
    if file.path is None:
        return True
    target = file.path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        print(NO_OUTPUT.in_(language).format(file=file.name, why=error.strerror), file=sys.stderr)
        return False
    return True


def _summary(outcomes: Sequence[Outcome], changed: int, found: Text, language: Language) -> None:
    untouched = [file.name for file, text in outcomes if text is None]
    count = len(outcomes) - len(untouched)
    if count:
        files = (ONE_FILE if count == 1 else FILES).in_(language).format(count=count)
        print((found if changed else NO_CHANGE).in_(language).format(files=files, changed=changed))
    if untouched:
        print(UNTOUCHED.in_(language).format(files=", ".join(untouched)))
