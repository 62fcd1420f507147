"""What is said when an archive, a revision or an older rule base can't be used: in three languages, one entry a code.

``{names}`` are the first names that are meant and how many more there are; ``{most}`` is a limit with its unit.
"""

from collections.abc import Sequence

from engine.errors import Problem
from engine.text import Text, same

SHOWN, LONGEST = 3, 100  # names in one message, characters of one name

MESSAGES: dict[str, Text] = {
    # the archive as a file
    "no-such-archive": Text("Arkivet finnes ikke.", "Arkivet findes ikke.", "There is no such archive."),
    "archive-unreadable": Text(
        "Arkivet kan ikke leses: {why}.", "Arkivet kan ikke læses: {why}.", "The archive can't be read: {why}."
    ),
    "archive-too-large": Text(
        "Arkivet er for stort: det kan være på høyst {most}.",
        "Arkivet er for stort: det må højst fylde {most}.",
        "The archive is too large: it may be at most {most}.",
    ),
    "not-a-zip": Text(
        "Dette er ikke et zip-arkiv, eller ikke et helt.",
        "Dette er ikke et zip-arkiv, eller ikke et helt.",
        "This is no zip archive, or not a whole one.",
    ),
    "too-many-members": Text(
        "Arkivet har for mange filer: det kan ha høyst {most}.",
        "Arkivet har for mange filer: det må højst have {most}.",
        "The archive holds too many files: it may hold at most {most}.",
    ),
    "archive-too-large-inside": Text(
        "Utpakket er innholdet for stort: filene kan til sammen være på høyst {most}.",
        "Udpakket er indholdet for stort: filerne må tilsammen højst fylde {most}.",
        "Unpacked, the content is too large: all files together may be at most {most}.",
    ),
    # its members
    "member-encrypted": Text(
        "Kryptert, og kan ikke leses: {names}.",
        "Krypteret og kan ikke læses: {names}.",
        "Encrypted, and can't be read: {names}.",
    ),
    "member-compression": Text(
        "Komprimert på en måte som ikke brukes her (bare «stored» og «deflate»): {names}.",
        "Komprimeret på en måde, der ikke bruges her (kun »stored« og »deflate«): {names}.",
        "Compressed in a way not used here (only “stored” and “deflate”): {names}.",
    ),
    "member-link": Text(
        "Lenke eller spesialfil; bare vanlige filer er tillatt: {names}.",
        "Link eller specialfil; kun almindelige filer er tilladt: {names}.",
        "A link or a special file; only ordinary files are allowed: {names}.",
    ),
    "absolute-path": Text(
        "Filnavn som begynner ved roten av disken: {names}.",
        "Filnavn, der begynder ved diskens rod: {names}.",
        "File names that begin at the root of the disk: {names}.",
    ),
    "path-outside": Text(
        "Filnavn som fører ut av arkivet: {names}.",
        "Filnavn, der fører ud af arkivet: {names}.",
        "File names that lead out of the archive: {names}.",
    ),
    "odd-name": Text(
        "Filnavn som ikke kan brukes overalt (tegn som ikke kan skrives ut, omvendt skråstrek, skjulte filer): {names}.",
        "Filnavn, der ikke kan bruges overalt (tegn, der ikke kan skrives ud, omvendt skråstreg, skjulte filer): {names}.",
        "File names that can't be used everywhere (characters that can't be printed, backslashes, hidden files): {names}.",
    ),
    "unexpected-folder": Text(
        "Filer utenfor mappene kb, ontology og rules: {names}.",
        "Filer uden for mapperne kb, ontology og rules: {names}.",
        "Files outside the folders kb, ontology and rules: {names}.",
    ),
    "unexpected-type": Text(
        "Filer av andre slag enn {allowed}: {names}.",
        "Filer af andre slags end {allowed}: {names}.",
        "Files of other kinds than {allowed}: {names}.",
    ),
    "duplicate-member": Text(
        "Samme filnavn mer enn én gang, eller navn som bare skiller seg ved store og små bokstaver: {names}.",
        "Samme filnavn mere end én gang, eller navne, der kun adskiller sig ved store og små bogstaver: {names}.",
        "The same file name more than once, or names that differ only in capital letters: {names}.",
    ),
    "member-too-large": Text(
        "For store filer; en fil kan være på høyst {most}: {names}.",
        "For store filer; en fil må højst fylde {most}: {names}.",
        "Files that are too large; a file may be at most {most}: {names}.",
    ),
    "too-compressed": Text(
        "Filer som blir mer enn {most} ganger så store når de pakkes ut: {names}.",
        "Filer, der bliver mere end {most} gange så store, når de pakkes ud: {names}.",
        "Files that grow to more than {most} times their size when unpacked: {names}.",
    ),
    "member-damaged": Text("Ødelagte filer: {names}.", "Ødelagte filer: {names}.", "Damaged files: {names}."),
    # what it says of itself
    "no-manifest": Text(
        "Arkivet mangler filen {manifest}, som sier hva det er.",
        "Arkivet mangler filen {manifest}, der siger, hvad det er.",
        "The archive lacks the file {manifest}, which says what it is.",
    ),
    "manifest-unreadable": Text(
        "Filen {manifest} er ikke et JSON-objekt med format, hash, engine og law_read som tekst.",
        "Filen {manifest} er ikke et JSON-objekt med format, hash, engine og law_read som tekst.",
        "The file {manifest} is no JSON object with format, hash, engine and law_read as text.",
    ),
    "wrong-format": Text(
        "Formatet er {found}, ikke {wanted}.",
        "Formatet er {found}, ikke {wanted}.",
        "The format is {found}, not {wanted}.",
    ),
    "wrong-hash": Text(
        "Innholdet er et annet enn det som ble pakket: hashen er {found}, men arkivet sier {wanted}.",
        "Indholdet er et andet end det, der blev pakket: hashen er {found}, men arkivet siger {wanted}.",
        "The content is not what was packed: its hash is {found}, but the archive says {wanted}.",
    ),
    "folder-missing": Text(
        "Det er ingen filer i {names}; en regelbase har filer i kb, ontology og rules.",
        "Der er ingen filer i {names}; en regelbase har filer i kb, ontology og rules.",
        "There are no files in {names}; a rule base has files in kb, ontology and rules.",
    ),
    "no-room": Text(
        "Regelbasen kan ikke pakkes ut, verken i {names}.",
        "Regelbasen kan ikke pakkes ud, hverken i {names}.",
        "The rule base can't be unpacked, neither in {names}.",
    ),
    # revisions
    "not-a-revision": Text(
        "Dette er verken et arkiv (*.zip) eller navnet på en revisjon.",
        "Dette er hverken et arkiv (*.zip) eller navnet på en revision.",
        "This is neither an archive (*.zip) nor the name of a revision.",
    ),
    "no-git": Text(
        "Programmet git, som kjenner revisjonene, finnes ikke på maskinen.",
        "Programmet git, som kender revisionerne, findes ikke på maskinen.",
        "The program git, which knows the revisions, isn't on this machine.",
    ),
    "not-a-repository": Text(
        "Regelbasen i {folder} ligger ikke i et git-depot som kan leses: {why}",
        "Regelbasen i {folder} ligger ikke i et git-depot, der kan læses: {why}",
        "The rule base in {folder} doesn't lie in a git repository that can be read: {why}",
    ),
    "unknown-revision": Text(
        "Depotet {folder} har ingen slik revisjon.",
        "Depotet {folder} har ingen sådan revision.",
        "The repository {folder} has no such revision.",
    ),
    "revision-without-rules": Text(
        "I revisjonen {revision} har {folder} ingen regelbase: {names} mangler.",
        "I revisionen {revision} har {folder} ingen regelbase: {names} mangler.",
        "In the revision {revision}, {folder} holds no rule base: {names} missing.",
    ),
    "git-failed": Text("git svarte: {why}", "git svarede: {why}", "git answered: {why}"),
    # rule bases of another time
    "not-readable-here": Text(
        "Denne versjonen av programmet ({engine}) kan ikke lese regelbasen{packed}. Feil: {count}.",
        "Denne version af programmet ({engine}) kan ikke læse regelbasen{packed}. Fejl: {count}.",
        "This version of the program ({engine}) can't read the rule base{packed}. Mistakes: {count}.",
    ),
    "unreadable-part": Text("Kan ikke leses: {why}", "Kan ikke læses: {why}", "Can't be read: {why}"),
    "missing-term": Text(
        "Regelbasen mangler {kind} «{term}», som denne versjonen av programmet ({engine}) trenger.",
        "Regelbasen mangler {kind} »{term}«, som denne version af programmet ({engine}) har brug for.",
        "The rule base lacks the {kind} “{term}”, which this version of the program ({engine}) needs.",
    ),
    "read-with-other-rules": Text(
        "Saken ble lest med ordforrådet i denne regelbasen, ikke med det nyeste.",
        "Sagen blev læst med ordforrådet i denne regelbase, ikke med det nyeste.",
        "The case was read with the vocabulary of this rule base, not with the newest one.",
    ),
}
PACK_IT = Text(
    "«forsvarlig rules pack -o FIL.zip» lager et arkiv som kan leses.",
    "»forsvarlig rules pack -o FIL.zip« laver et arkiv, der kan læses.",
    "“forsvarlig rules pack -o FILE.zip” makes an archive that can be read.",
)
HINTS: dict[str, Text] = {
    "no-such-archive": PACK_IT,
    "not-a-zip": PACK_IT,
    "no-manifest": PACK_IT,
    "wrong-hash": PACK_IT,
    "manifest-unreadable": PACK_IT,
    "unexpected-folder": Text(
        "Pakk mappene selv, ikke en mappe rundt dem.",
        "Pak selve mapperne, ikke en mappe rundt om dem.",
        "Pack the folders themselves, not a folder around them.",
    ),
    "unexpected-type": Text(
        "Sikkerhetskopier og notater hører ikke hjemme i disse mappene: de er med i hashen.",
        "Sikkerhedskopier og noter hører ikke hjemme i disse mapper: de indgår i hashen.",
        "Backups and notes don't belong in these folders: they count in the hash.",
    ),
    "no-room": Text(
        "Sett XDG_CACHE_HOME til en mappe der det kan skrives.",
        "Sæt XDG_CACHE_HOME til en mappe, hvor der kan skrives.",
        "Set XDG_CACHE_HOME to a folder that can be written.",
    ),
    "not-a-revision": Text(
        "En mappe gis med --rulebase MAPPE. En revisjon er en commit, en gren eller en tagg: HEAD~1, main, v1.2.",
        "En mappe angives med --rulebase MAPPE. En revision er et commit, en gren eller et tag: HEAD~1, main, v1.2.",
        "A folder is given with --rulebase DIR. A revision is a commit, a branch or a tag: HEAD~1, main, v1.2.",
    ),
    "no-git": Text(
        "Installer git, eller bruk et arkiv fra «forsvarlig rules pack».",
        "Installer git, eller brug et arkiv fra »forsvarlig rules pack«.",
        "Install git, or use an archive made by “forsvarlig rules pack”.",
    ),
    "not-a-repository": Text(
        "Pek på regelbasen i depotet med --rulebase MAPPE, eller bruk et arkiv fra «forsvarlig rules pack».",
        "Peg på regelbasen i depotet med --rulebase MAPPE, eller brug et arkiv fra »forsvarlig rules pack«.",
        "Point to the rule base in the repository with --rulebase DIR, or use an archive made by “forsvarlig rules pack”.",
    ),
    "unknown-revision": Text(
        "«git log --oneline -- rules» viser revisjonene. Navnet på et arkiv slutter på .zip.",
        "»git log --oneline -- rules« viser revisionerne. Navnet på et arkiv slutter på .zip.",
        "“git log --oneline -- rules” lists the revisions. The name of an archive ends in .zip.",
    ),
    "not-readable-here": Text(
        "Bruk den versjonen av programmet som regelbasen ble skrevet for, eller en revisjon som består «rules check».",
        "Brug den version af programmet, som regelbasen blev skrevet til, eller en revision, der består »rules check«.",
        "Use the version of the program that the rule base was written for, or a revision that passes “rules check”.",
    ),
}
HINTS["missing-term"] = HINTS["not-readable-here"]


def problem(file: str, code: str, **slots: str | Text) -> Problem:
    """Make the problem of a code; ``file`` is the archive or revision as the user named it."""
    return Problem(file, 0, 0, code, MESSAGES[code].format(**slots), HINTS.get(code))


def named(names: Sequence[str]) -> Text:
    """List the first of some names, fit to be printed, and say how many more there are."""
    shown = ", ".join(printable(name) for name in names[:SHOWN])
    more = len(names) - SHOWN
    if more <= 0:
        return same(shown)
    return Text(f"{shown} og {more} til", f"{shown} og {more} til", f"{shown} and {more} more")


def printable(text: str, longest: int = LONGEST) -> str:
    """Show what somebody else wrote: nothing in it may act on the terminal, and it has an end."""
    shown = "".join(each if each.isprintable() else "�" for each in text[:longest])
    return shown + "…" if len(text) > longest else shown or "“”"
