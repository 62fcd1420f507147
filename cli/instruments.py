"""``forsvarlig instruments``: what a survey instrument asks, how it is scored, and what it says nothing about."""

import argparse
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cli.common import EXAMPLE_FORMAT, OK, WRONG_USE, add_language, language_of, load_rulebase
from engine.plain import indented

if TYPE_CHECKING:
    from engine.instruments.model import Instrument, Item
    from engine.instruments.score import Reading
    from engine.text import Language, Text
    from engine.vocabulary.model import Vocabulary

WIDTH = 100
SCORE = "score"


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``instruments``."""
    parser = subparsers.add_parser(
        "instruments",
        help="the survey instruments: items, scale, factors; and how answers are scored",
        formatter_class=EXAMPLE_FORMAT,
        description="List the survey instruments, show one, or score the answers of one filled-in form. "
        "A survey score raises a question and decides nothing.",
        epilog="example:\n  forsvarlig instruments pulse-1-5 --lang nb\n"
        "  forsvarlig instruments score psychological-safety agree agree neutral agree disagree agree agree",
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="ID",
        help="an instrument; or score, an instrument and its answers in the order of the items",
    )
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, show or score; 0 when it answered, 2 when it was asked wrongly."""
    from engine.instruments import words as iw

    vocabulary, language = load_rulebase(args).vocabulary, language_of(args)
    scoring = args.words[:1] == [SCORE]
    rest = args.words[1:] if scoring else args.words
    if not rest and not scoring:
        for each in vocabulary.instruments.values():
            print(f"{each.id}: {each.title.in_(language)}")
        print("\n".join(textwrap.wrap(f"{iw.DECIDES_NOTHING.in_(language)} {iw.MORE.in_(language)}", WIDTH)))
        return OK
    instrument = vocabulary.instruments.get(rest[0]) if rest else None
    if instrument is None or (len(rest) > 1 and not scoring):
        known = ", ".join(vocabulary.instruments)
        print(iw.NO_SUCH.in_(language).format(given=" ".join(rest), known=known), file=sys.stderr)
        return WRONG_USE
    lines = _scored(instrument, rest[1:], language) if scoring else _shown(instrument, vocabulary, language)
    print("\n".join(lines))
    return OK


def _shown(instrument: "Instrument", vocabulary: "Vocabulary", language: "Language") -> Iterator[str]:
    """Show an instrument."""
    from engine.instruments import words as iw

    yield f"{instrument.title.in_(language)} ({instrument.id})"
    yield from _wrapped(instrument.purpose.in_(language))
    yield ""
    yield from _labelled(iw.SCALE, _scale(instrument, language), language)
    yield from _labelled(iw.SCORING, _scoring(instrument, language), language)
    yield f"{iw.ITEMS.in_(language)}:"
    for number, item in enumerate(instrument.items, 1):
        yield from _item(number, item, instrument, vocabulary, language)
    coverage = instrument.coverage(vocabulary.collections["factors"].members)
    for heading, word in ((iw.SPEAKS, "yes"), (iw.PARTLY, "partly"), (iw.SILENT, "no")):
        named = [vocabulary.concepts[factor].label.in_(language) for factor, found in coverage.items() if found == word]
        if not named and (word != "yes" or "partly" in coverage.values()):
            continue
        said = "; ".join(named) or iw.NONE.in_(language)
        yield from _labelled(heading, f"{said}. {iw.OTHER_SOURCE.in_(language)}" if word == "no" else said, language)
    yield from _labelled(iw.CAUTION, f"{iw.DECIDES_NOTHING.in_(language)} {instrument.caution.in_(language)}", language)
    source = f"{instrument.citation.in_(language)} ({'; '.join(instrument.source)})"
    yield from _wrapped(iw.SOURCE.in_(language).format(source=source))


def _scale(instrument: "Instrument", language: "Language") -> str:
    from engine.instruments import words as iw
    from engine.instruments.amount import amount

    if instrument.choices:
        return ", ".join(f"{choice.label.in_(language)} ({choice.id})" for choice in instrument.choices)
    numbers = iw.WHOLE_NUMBERS.in_(language).format(
        lowest=amount(instrument.lowest, language), highest=amount(instrument.highest, language)
    )
    anchors = "; ".join(f"{amount(at, language)}: {label.in_(language)}" for at, label in instrument.anchors)
    return f"{numbers} ({anchors})" if anchors else numbers


def _scoring(instrument: "Instrument", language: "Language") -> str:
    from engine.instruments import words as iw
    from engine.instruments.amount import amount

    if not instrument.is_summed:
        return iw.EACH.in_(language)
    n = len(instrument.items)
    bounds = {
        name: amount(n * value, language)
        for name, value in (("lowest", instrument.lowest), ("highest", instrument.highest), ("neutral", instrument.neutral))
    }
    return f"{iw.SUMMED.in_(language).format(**bounds)} {_direction(instrument.asks, bounds['neutral'], language)}"


def _direction(asks: str, point: str, language: "Language") -> str:
    from engine.instruments import words as iw

    return (iw.LOW_ASKS if asks == "below" else iw.HIGH_ASKS).in_(language).format(point=point)


def _item(
    number: int, item: "Item", instrument: "Instrument", vocabulary: "Vocabulary", language: "Language"
) -> Iterator[str]:
    """Show an item: its wording, its points or direction, and its factors."""
    from engine.instruments import words as iw
    from engine.instruments.amount import amount

    yield from _wrapped(f"{number}. {item.wording.in_(language)} ({item.id})", 2)
    if instrument.choices:
        points = " ".join(map(str, instrument.points(item)))
        said = f"{points} ({iw.REVERSED.in_(language)})" if item.is_reversed else points
    else:
        said = _direction(item.asks, amount(instrument.neutral, language), language)
    factors = [*item.speaks_to, *item.partly]
    named = "; ".join(vocabulary.concepts[factor].label.in_(language) for factor in factors) or iw.NONE.in_(language)
    yield from _wrapped(f"{said} – {named}", 5)


def _scored(instrument: "Instrument", answers: list[str], language: "Language") -> Iterator[str]:
    """Score the answers of one form."""
    from engine.instruments import words as iw
    from engine.instruments.score import score

    found = score(instrument, answers)
    yield instrument.title.in_(language)
    for reading in found.readings:
        question = reading.item.question if reading.item else instrument.question
        yield from _reading(reading, instrument, question, language)
    yield from _wrapped(f"{iw.DECIDES_NOTHING.in_(language)} {instrument.caution.in_(language)}")


def _reading(reading: "Reading", instrument: "Instrument", question: "Text | None", language: "Language") -> Iterator[str]:
    from engine.instruments import words as iw
    from engine.instruments.amount import amount

    name = reading.item.in_sentence.in_(language) if reading.item else iw.SUM.in_(language)
    value = iw.OF.in_(language).format(value=amount(reading.value, language), highest=amount(reading.highest, language))
    point = iw.NEUTRAL_IS[instrument.neutral_from].in_(language).format(point=amount(reading.neutral, language))
    yield from _wrapped(f"{name}: {value}; {point}", 2)
    if reading.raises_question and question:
        yield from _wrapped(iw.RAISED.in_(language).format(question=question.in_(language)), 4)


def _labelled(label: "Text", said: str, language: "Language") -> Iterator[str]:
    yield from _wrapped(f"{label.in_(language)}: {said}")


def _wrapped(said: str, indent: int = 0) -> list[str]:
    return indented(said, WIDTH, indent)
