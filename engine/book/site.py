"""The whole book as files: a rule base in, every file of the site with its bytes out. The same input gives the same bytes."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from engine import __version__
from engine.book import words as w
from engine.book.addresses import Addresses
from engine.book.leaves import leaves
from engine.book.pages import BookWriter
from engine.book.relations import Relations
from engine.book.search import index
from engine.book.texts import INTRO
from engine.book.view import Speaker
from engine.compare.alignment import FILE as ALIGNMENTS
from engine.compare.alignment import load as load_alignments
from engine.law.words import WORDS
from engine.rulebase import RuleBase
from engine.scenarios import load as load_scenarios
from engine.text import LANGUAGES, Language
from engine.vocabulary.phrases import capital

# Nothing comes from outside the book and nothing stands in a page itself. A page on disk has no origin of its own: so «file:» too.
POLICY = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; form-action 'self' file:; base-uri 'none'"
CONJOINED = ("when", "if", "unless", "invoked", "requires", "met_when", "breach_when", "suspicion_when")
MENU = ("index", "duties", "definitions", "concepts", "comparison")
STATIC = ("style.css", "search.js")
HASH_SHOWN = 19  # «sha256:» and the first digits


def site(rulebase: RuleBase, languages: Iterable[Language] = LANGUAGES) -> Iterator[tuple[str, bytes]]:
    """Write every file of the book: a folder for each language, the page to choose one, and what all pages share.

    Raises BadInputError where the scenarios or the alignment of the rule base have mistakes.
    """
    chosen = tuple(languages)
    alignments = load_alignments(rulebase) if (rulebase.folder / ALIGNMENTS).is_file() else ()
    relations = Relations(rulebase, load_scenarios(rulebase), alignments)
    addresses = Addresses(relations, leaves(relations))
    for language in chosen:
        yield from _in_language(Speaker(relations, addresses, language), chosen)
    start = _environment().get_template("start.html")
    yield "index.html", start.render(languages=chosen, choose=w.CHOOSE, intro=INTRO, policy=POLICY, version=__version__).encode()
    for name in STATIC:
        yield name, files("engine.book").joinpath(name).read_bytes()


def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("engine.book"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    found.filters["capital"] = capital
    return found


def _in_language(speaker: Speaker, languages: tuple[Language, ...]) -> Iterator[tuple[str, bytes]]:
    language, writer = speaker.language, BookWriter(speaker, speaker.addresses)
    templates = _environment()
    templates.globals |= {
        "language": language,
        "languages": languages,
        "names": w.NAMES,
        "policy": POLICY,
        "version": __version__,
        "menu": MENU,
        "pages": tuple(w.PAGES),
        "conjoined": CONJOINED,
        "t": lambda name: getattr(w, name).in_(language),
        "law": lambda name: WORDS[name].in_(language),
        "page_name": writer.name,
        "lead": writer.lead,
        "other_law": lambda regime: w.THE_OTHER["dk" if regime == "no" else "no"].in_(language),
        "written_in": lambda written: w.RULE_TEXT_IN[written].in_(language),
        "made": w.MADE.in_(language).format(version=__version__, hash=speaker.relations.rulebase.hash[:HASH_SHOWN], day=speaker.day),
    }
    for page in writer.pages():
        text = templates.get_template(page.template).render(**page.data, page=page)
        yield f"{language}/{page.path}", text.encode()
    yield f"{language}/search-index.js", index(writer.found, language).encode()


