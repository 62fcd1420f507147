"""What is wrong with a file of the catalogue or of its coverage, in three languages, each with what would be right."""

from engine.errors import Problem
from engine.text import Text, same

ALLOWED = Text("tillatt: {allowed}", "tilladt: {allowed}", "allowed: {allowed}")
MESSAGES: dict[str, tuple[Text, Text | None]] = {
    "not-turtle": (
        Text("dette er ikke Turtle: {why}", "dette er ikke Turtle: {why}", "this is not Turtle: {why}"),
        None,
    ),
    "not-content": (
        Text("«{id}» er ikke et innhold", "»{id}« er ikke et indhold", "“{id}” is no content"),
        same("content:… a fv:Content"),
    ),
    "twice": (
        Text("«{id}» står også i {other}", "»{id}« står også i {other}", "“{id}” also stands in {other}"),
        Text("hvert innhold har sin egen id", "hvert indhold har sit eget id", "each content has an id of its own"),
    ),
    "bad-id": (
        Text("«{id}» kan ikke være en id", "»{id}« kan ikke være et id", "“{id}” can't be an id"),
        Text(
            "små bokstaver a–z, tall og bindestrek",
            "små bogstaver a–z, tal og bindestreg",
            "lower-case letters a–z, digits and hyphens",
        ),
    ),
    "unknown-property": (
        Text("«{id}»: {value} finnes ikke", "»{id}«: {value} findes ikke", "“{id}”: there is no {value}"),
        ALLOWED,
    ),
    "count": (
        Text("«{id}»: {key} er gitt {n} ganger", "»{id}«: {key} er angivet {n} gange", "“{id}”: {key} is given {n} times"),
        Text("nøyaktig én", "præcis én", "exactly one"),
    ),
    "not-allowed": (
        Text(
            "«{id}»: {key} kan ikke være «{value}»",
            "»{id}«: {key} kan ikke være »{value}«",
            "“{id}”: {key} can't be “{value}”",
        ),
        ALLOWED,
    ),
    "bad-tag": (
        Text(
            "«{id}»: «{value}» kan ikke være en merkelapp",
            "»{id}«: »{value}« kan ikke være et mærke",
            "“{id}”: “{value}” can't be a tag",
        ),
        Text(
            "små bokstaver a–z, tall og understrek",
            "små bogstaver a–z, tal og understregning",
            "lower-case letters a–z, digits and underscores",
        ),
    ),
    "not-number": (
        Text(
            "«{id}»: {key} er ikke et tall: {value}",
            "»{id}«: {key} er ikke et tal: {value}",
            "“{id}”: {key} is no number: {value}",
        ),
        None,
    ),
    "languages": (
        Text(
            "«{id}»: {key} mangler et språk eller står to ganger",
            "»{id}«: {key} mangler et sprog eller står to gange",
            "“{id}”: {key} lacks a language or stands twice",
        ),
        Text("én gang hver: {allowed}", "én gang hver: {allowed}", "once each: {allowed}"),
    ),
    "no-seed": (
        Text("«{id}» sier ikke hvor det er fra", "»{id}« siger ikke, hvor det er fra", "“{id}” does not say where it is from"),
        same("fv:seed \"001_….txt:24-26\""),
    ),
    "bad-seed": (
        Text(
            "«{id}»: «{value}» er ikke fil og linjer",
            "»{id}«: »{value}« er ikke fil og linjer",
            "“{id}”: “{value}” is not file and lines",
        ),
        same("001_….txt:24 · 001_….txt:24-26"),
    ),
    "unknown-seed": (
        Text("«{id}»: {value} er ikke lest", "»{id}«: {value} er ikke læst", "“{id}”: {value} was not read"),
        ALLOWED,
    ),
    "outside-seed": (
        Text(
            "«{id}»: {value} ligger utenfor filen",
            "»{id}«: {value} ligger uden for filen",
            "“{id}”: {value} lies outside the file",
        ),
        Text("linjene 1–{n}", "linjerne 1–{n}", "lines 1–{n}"),
    ),
    "bad-header": (
        Text("første linje er feil", "første linje er forkert", "the first line is wrong"),
        same("lines,statement,lives,because"),
    ),
    "bad-lines": (
        Text("«{value}» er ikke linjer i filen", "»{value}« er ikke linjer i filen", "“{value}” are no lines of the file"),
        Text(
            "for eksempel 24 eller 24-26, fra 1 til {n}",
            "for eksempel 24 eller 24-26, fra 1 til {n}",
            "such as 24 or 24-26, from 1 to {n}",
        ),
    ),
    "out-of-order": (
        Text(
            "linje {value} står etter en senere linje",
            "linje {value} står efter en senere linje",
            "line {value} stands after a later one",
        ),
        None,
    ),
    "no-statement": (
        Text("raden sier ikke hva som står der", "rækken siger ikke, hvad der står", "the row does not say what stands there"),
        None,
    ),
    "lives-or-because": (
        Text(
            "enten bor utsagnet et sted, eller så sies det hvorfor det ikke er brukt",
            "enten bor udsagnet et sted, eller også siges det, hvorfor det ikke er brugt",
            "either the statement lives somewhere, or it is said why it is not used",
        ),
        None,
    ),
    "lives-nowhere": (
        Text("«{value}» finnes ikke", "»{value}« findes ikke", "there is no “{value}”"),
        Text(
            "content:…, fv:…, instrument:…, en hjemmel som no/utforelse/1A-2/1 eller en plikt",
            "content:…, fv:…, instrument:…, en hjemmel som no/utforelse/1A-2/1 eller en pligt",
            "content:…, fv:…, instrument:…, a provision such as no/utforelse/1A-2/1, or a duty",
        ),
    ),
    "no-table": (
        Text("dokumentet {value} har ingen tabell", "dokumentet {value} har ingen tabel", "the document {value} has no table"),
        None,
    ),
    "no-such-seed": (
        Text("det finnes ikke noe dokument {value}", "der findes ikke noget dokument {value}", "there is no document {value}"),
        None,
    ),
    "line-in-no-row": (
        Text("linje {value} ligger ikke i noen rad", "linje {value} ligger ikke i nogen række", "line {value} lies in no row"),
        None,
    ),
}


def problem(file: str, line: int, code: str, **slots: str) -> Problem:
    """Make a problem of a file of ours; the column is not known."""
    message, hint = MESSAGES[code]
    return Problem(file, line, 1 if line else 0, code, message.format(**slots), hint.format(**slots) if hint else None)
