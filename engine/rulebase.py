"""The rule base: where it is, what its hash is, and its compiled form, kept in a cache by that hash."""

import hashlib
import importlib.resources
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from engine import __version__
from engine.collector import paused
from engine.errors import BadInputError, RulebaseNotFoundError
from engine.language.syntax import RuleSet
from engine.law.model import LawBase
from engine.vocabulary.model import Concept, Vocabulary

if TYPE_CHECKING:
    from engine.catalogue.model import Catalogue

Part = TypeVar("Part")
VARIABLE = "FORSVARLIG_RULEBASE"
ACTS = "acts"
PARTS = ("kb", "ontology", "rules")


@dataclass(frozen=True, slots=True)
class RuleBase:
    """Everything that is read from the folders kb, ontology and rules. ``hash`` is over their contents."""

    folder: Path
    hash: str
    vocabulary: Vocabulary
    law: LawBase
    rules: RuleSet
    shapes: bytes  # the shapes of all regimes, ready for the documents step

    @property
    def catalogue(self) -> "Catalogue":
        """Give the measures and the guidance: read when first asked for, since few answers need them.

        Raises BadInputError with every problem of the files.
        """
        from engine.catalogue.load import load as load_catalogue
        from engine.catalogue.model import Catalogue

        return lazy(self, "catalogue", Catalogue, lambda: load_catalogue(self.folder, self.vocabulary))


def find(folder: Path | None = None) -> Path:
    """Find the rule base: the folder given, the environment variable, the installed data, or the checkout that holds the engine.

    Raises RulebaseNotFoundError, which names every place that was looked in.
    """
    named = folder or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if named is not None:
        if all((named / part).is_dir() for part in PARTS):
            return named
        raise RulebaseNotFoundError(f"{named} holds no rule base: it needs the folders {', '.join(PARTS)}")
    installed = Path(str(importlib.resources.files("engine"))) / "_data"
    checkout = Path(__file__).resolve().parent.parent
    for place in (installed, checkout):
        if all((place / part).is_dir() for part in PARTS):
            return place
    raise RulebaseNotFoundError(
        f"no rule base: give --rulebase DIR or set {VARIABLE}; looked in {installed} and in {checkout}"
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Read the files that make up a rule base, by their paths inside it and in the order of these, with LF line ends."""
    named = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    return {name: named[name].read_bytes().replace(b"\r\n", b"\n") for name in sorted(named)}


def hash_of(files: Mapping[str, bytes]) -> str:
    """Hash the files of a rule base, given as ``contents`` gives them."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0")
        digest.update(files[name] + b"\0")
    return f"sha256:{digest.hexdigest()}"


def content_hash(folder: Path) -> str:
    """Hash the rule base over sorted relative paths and contents with LF line ends, so that every copy of it has one hash."""
    return hash_of(contents(folder))


def load(folder: Path | None = None, use_cache: bool = True) -> RuleBase:
    """Load the rule base, from the cache where its hash is known there.

    Raises RulebaseNotFoundError, and BadInputError with every problem where the rules don't pass ``check``.
    """
    found = find(folder)
    digest = content_hash(found)
    cached = _from_cache(digest) if use_cache else None
    if cached is not None:
        return RuleBase(found, digest, *cached)
    with paused():
        parts = _read(found)
    if use_cache:
        _to_cache(digest, parts)
    return RuleBase(found, digest, *parts)


def _files(folder: Path) -> list[Path]:
    return [
        path
        for part in PARTS
        for path in (folder / part).rglob("*")
        if path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts
    ]


def rule_texts(folder: Path) -> dict[str, str]:
    """Read every rule file, by its path inside the rule base."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((folder / "rules").rglob("*.regel"))
    }


def _read(folder: Path) -> tuple[Vocabulary, LawBase, RuleSet, bytes]:
    from engine.documents.shapes import shapes_bytes
    from engine.language.read import read_rules

    vocabulary, law = _read_terms(folder)
    rules, problems = read_rules(rule_texts(folder), vocabulary, set(law.paths()))
    if problems:
        raise BadInputError(problems)
    return vocabulary, law, rules, shapes_bytes(folder / "ontology" / "shapes")


def terms(folder: Path) -> tuple[Vocabulary, LawBase]:
    """Read what rules are written with, the vocabulary and the law base, whatever the rules; from the cache where it is known there.

    Raises what the readers of both raise where a file is broken.
    """
    digest = terms_hash(folder)
    kept = recall(digest, "terms")
    if isinstance(kept, tuple) and len(kept) == 2 and isinstance(kept[0], Vocabulary) and isinstance(kept[1], LawBase):
        return kept
    with paused():
        found = _read_terms(folder)
    keep(digest, "terms", found)
    return found


def terms_hash(folder: Path) -> str:
    """Hash what rules are written with: everything in the rule base but the rules."""
    return hash_of({name: data for name, data in contents(folder).items() if not name.startswith("rules/")})


def _read_terms(folder: Path) -> tuple[Vocabulary, LawBase]:
    from engine.law.industries import load as load_industries
    from engine.law.load import load as load_law
    from engine.vocabulary.load import load as load_vocabulary

    vocabulary = load_vocabulary(folder / "ontology")
    law = load_law(folder)
    _name_acts(vocabulary, law)
    vocabulary.code_lists |= load_industries(folder)
    return vocabulary, law


def _name_acts(vocabulary: Vocabulary, law: LawBase) -> None:
    """Make the acts of the law base concepts, so that statements about them (does it apply here?) can be spoken."""
    for act in law.acts.values():
        vocabulary.concepts[act.id] = Concept(act.id, act.title, act.short_title)
    if ACTS in vocabulary.collections:
        vocabulary.collections[ACTS] = replace(vocabulary.collections[ACTS], members=tuple(law.acts))


# the packages that decide what the compiled form looks like
READERS = ("vocabulary", "law", "language", "documents", "catalogue", "instruments")


def lazy(base: RuleBase, name: str, kind: type[Part], read: Callable[[], Part]) -> Part:
    """Give a part of the rule base that has a cache of its own, so that who does not need it never reads it."""
    known = _lazy.get((base.hash, name))
    if isinstance(known, kind):
        return known
    found = _unpickled(_cache_file(base.hash, f"-{name}"))
    if not isinstance(found, kind):
        with paused():
            found = read()
        _to_cache(base.hash, found, f"-{name}")
    _lazy[base.hash, name] = found
    return found


_lazy: dict[tuple[str, str], object] = {}


def _cache_file(digest: str, part: str = "") -> Path:
    """Name the file of a compiled rule base, or of a part of it: by its contents, the Python, and the code that reads it."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return root / "forsvarlig" / f"{digest.removeprefix('sha256:')}-{_code()}{part}.pickle"


def recall(digest: str, name: str) -> object:
    """Give what was kept by a name for contents of some hash; None where nothing is, or what is there isn't whole."""
    return _unpickled(_cache_file(digest, f"-{name}"))


def keep(digest: str, name: str, value: object) -> None:
    """Keep a value by a name for contents of some hash, until the code that reads rule bases changes."""
    _to_cache(digest, value, f"-{name}")


@lru_cache(maxsize=1)
def _code() -> str:
    """Hash the code that makes the compiled form."""
    code = hashlib.sha256(f"{__version__} {sys.version_info[:2]}".encode())
    for package in READERS:
        for path in sorted((Path(__file__).parent / package).glob("**/*")):
            if path.suffix in (".py", ".lark"):
                code.update(path.read_bytes())
    return code.hexdigest()[:16]


def _unpickled(file: Path) -> object:
    """Read what was kept; anything wrong with it (half written, another version) is as if there were none."""
    try:
        with file.open("rb") as stream:
            return pickle.load(stream)
    except Exception:
        return None


def _from_cache(digest: str) -> tuple[Vocabulary, LawBase, RuleSet, bytes] | None:
    """Read the compiled form; what is not whole is as if there were none."""
    parts = _unpickled(_cache_file(digest))
    if not isinstance(parts, tuple) or len(parts) != 4:
        return None
    return parts if all(map(isinstance, parts, (Vocabulary, LawBase, RuleSet, bytes))) else None


def _to_cache(digest: str, parts: object, name: str = "") -> None:
    """Write beside and rename, so that another process never sees half a file; a home that can't be written is no fault."""
    target = _cache_file(digest, name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as stream:
            pickle.dump(parts, stream, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(stream.name, target)
    except OSError:
        return
