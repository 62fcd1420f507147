"""The case file that ``forsvarlig init`` writes: valid as it stands, explained in the labels of the vocabulary."""

import textwrap
from collections.abc import Iterator, Mapping

from engine.case import sample
from engine.case.sample import Value
from engine.case.schema import ALL, DONT_KNOW, PLUS, Register, Schema, Section, Slot, Type, schema_of
from engine.text import Language, Text
from engine.vocabulary.model import Nature, Vocabulary

WIDTH = 110
SHARED = ("id", "title", "units", "dated", "stated_by", "evidence", "note")  # explained once, at the head
MOST_WORDS = 40

HEAD = Text(
    """En saksfil for forsvarlig. Virksomheten nedenfor er oppdiktet: bytt den ut med din
egen, og slett det du ikke trenger.
Filen lar seg lese slik den står: forsvarlig check FIL

Et felt som mangler, er ikke spurt om. dont_know: noen er spurt, men vet ikke. no: nei.
En liste er fullstendig, om den ikke ender i +. Et register er ikke fullstendig før noen sier
det under «registers».
Skriv roller, aldri navn på personer. Etter # kommer forklaringer; programmet leser dem ikke.""",
    """En sagsfil til forsvarlig. Virksomheden nedenfor er opdigtet: skift den ud med din
egen, og slet det, du ikke skal bruge.
Filen kan læses, som den står: forsvarlig check FIL

Et felt, der mangler, er der ikke spurgt om. dont_know: nogen er spurgt, men ved det ikke. no: nej.
En liste er fuldstændig, medmindre den ender på +. Et register er ikke fuldstændigt, før nogen siger
det under »registers«.
Skriv roller, aldrig navne på personer. Efter # kommer forklaringer; programmet læser dem ikke.""",
    """A case file for forsvarlig. The undertaking below is made up: put your own in its place,
and delete what you don't need.
The file can be read as it stands: forsvarlig check FILE

A field that is missing was not asked about. dont_know: somebody was asked and doesn't know. no: no.
A list is complete unless it ends in +. A register isn't complete until somebody says so under “registers”.
Write roles, never names of persons. What follows # explains; the program doesn't read it.""")
ALSO = Text("Flere felter:", "Flere felter:", "More fields:")
COMMON = Text(
    "Felter som en oppføring kan ha (hendelser og undersøkelser bærer ingen fritekst: verken title eller note):",
    "Felter, som en post kan have (hændelser og undersøgelser bærer ingen fritekst: hverken title eller note):",
    "Fields that an entry may have (incidents and surveys carry no free text: neither title nor note):")
ROLES = Text("Roller:", "Roller:", "Roles:")
A_ROLE = Text("en rolle", "en rolle", "a role")
EMPTY = Text("Ingen i dette eksemplet.", "Ingen i dette eksempel.", "None in this example.")
NATURE = {
    Nature.WORLD: Text("Slik er det. Taushet her betyr ikke at noe ikke finnes.",
                       "Sådan er det. Tavshed her betyder ikke, at noget ikke findes.",
                       "How things are. Silence here doesn't mean that there is nothing."),
    Nature.ACT: Text("Det som er gjort. Taushet her betyr ikke at ingenting er gjort.",
                     "Det, der er gjort. Tavshed her betyder ikke, at intet er gjort.",
                     "What was done. Silence here doesn't mean that nothing was done."),
    Nature.PAPER: Text(
        "Det som skal finnes skriftlig. Med basis: documents regnes det som ikke står her, for ikke å finnes.",
        "Det, der skal findes skriftligt. Med basis: documents regnes det, der ikke står her, for ikke at findes.",
        "What must be in writing. With basis: documents, what isn't here counts as not existing."),
    Nature.EVIDENCE: Text(
        "Ingen regel leser dette.", "Ingen regel læser dette.", "No rule reads this."),
}
KINDS = {
    Type.DECIMAL: Text("et tall, 3.4", "et tal, 3.4", "a number, 3.4"),
    Type.TEXT: Text("tekst", "tekst", "text"), Type.NUMBER: Text("et tall", "et tal", "a number"),
    Type.DATE: Text("år-måned-dag", "år-måned-dag", "year-month-day"), Type.ENTRY: Text("id", "id", "id"),
    Type.ID: Text("kort og entydig", "kort og entydigt",
    "short and unique"), Type.ANY_ENTRY: Text("id, eller enterprise", "id eller enterprise", "id, or enterprise"),
    Type.ORG_NUMBER: Text("ni siffer", "ni cifre", "nine digits"), Type.CVR: Text("åtte siffer", "otte cifre",
    "eight digits"),
    Type.P_NUMBER: Text("ti siffer", "ti cifre", "ten digits"), Type.SHA256: Text("64 tegn", "64 tegn",
    "64 characters"),
    Type.INDUSTRY_CODE: Text("kode", "kode", "code"),
}


def template(vocabulary: Vocabulary, language: Language) -> str:
    """Write the commented case file in one language."""
    schema = schema_of(vocabulary)
    writer = _Writer(language)
    lines = [*writer.comment(HEAD.in_(language)), "#", *writer.common(schema), ""]
    first = {
        "forsvarlig": "case/1", "language": language, "regimes": sample.LAW["regimes"].in_(language),
        "date": "2026-06-30",
        "basis": "interview", "fictional": "yes", "stated_by": "employer",
    }
    for name, value in first.items():
        lines += writer.field("", schema.header[name], value)
    lines += ["", *writer.heading("enterprise", schema.header["enterprise"].label)]
    for name, text in sample.ENTERPRISE.items():
        lines += writer.field("  ", schema.enterprise[name], text.in_(language))
    lines += writer.rest("  ", schema.enterprise, sample.ENTERPRISE)
    for register in schema.registers.values():
        lines += ["", *writer.register(register)]
    for key, section, entries in (
        ("registers", schema.completeness, [sample.COMPLETE]), ("answers", schema.answer, sample.ANSWERS),
    ):
        lines += ["", *writer.heading(key, schema.header[key].label), *writer.entries(section, entries)]
    slot = schema.header["interpretations"]
    lines += ["", *writer.field("", slot, "[]")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def describe(slot: Slot, language: Language) -> str:
    """Say in a word what may stand in a field: its words, or its type."""
    if slot.type is Type.GROUP:
        return ", ".join(part.name for part in slot.parts)
    if slot.type is Type.ANSWER:
        words = ["yes", "no"]
    elif slot.range == "roles":
        words = [A_ROLE.in_(language)]
    elif slot.words:
        words = [*slot.words[:MOST_WORDS], *(["…"] if len(slot.words) > MOST_WORDS else [])]
    else:
        words = [KINDS[slot.type].in_(language)]
    if slot.may_be_all:
        words.append(ALL)
    if slot.may_be_unknown and slot.type is not Type.FACTORS:
        words.append(DONT_KNOW)
    return ", ".join(words)


class _Writer:
    """Writes YAML and its comments in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def comment(self, text: str, indent: str = "") -> list[str]:
        """Wrap a text as comment lines."""
        found: list[str] = []
        for paragraph in text.split("\n"):
            found += textwrap.wrap(paragraph, WIDTH - len(indent) - 2, break_on_hyphens=False) or [""]
        return [f"{indent}# {line}" for line in found]

    def common(self, schema: Schema) -> Iterator[str]:
        """Explain the fields that every entry may have, and list the roles."""
        slots = {name: slot for register in schema.registers.values() for name, slot in register.slots.items()}
        yield f"# {COMMON.in_(self.language)}"
        for name in SHARED:
            yield f"#   {name}: {slots[name].label.in_(self.language)} ({describe(slots[name], self.language)})"
        yield from self.comment(f"{ROLES.in_(self.language)} {', '.join(schema.header['stated_by'].words)}")

    def heading(self, key: str, label: Text) -> list[str]:
        return [f"{key}:  # {label.in_(self.language)}"]

    def field(self, indent: str, slot: Slot, value: str) -> list[str]:
        """Write a field with its label, and its words where they fit beside it."""
        line = f"{indent}{slot.name}: {value}"
        label = slot.label.in_(self.language)
        known = describe(slot, self.language)
        full = f"{line}  # {label} ({known})"
        if slot.type is Type.GROUP:
            return [f"{line}  # {label}"]
        return [full] if len(full) <= WIDTH else [f"{line}  # {label}:", *self.comment(known, indent + "  ")]

    def rest(self, indent: str, section: Section, given: Mapping[str, object]) -> Iterator[str]:
        """List the fields that were not used, as comments."""
        left = [slot for name, slot in section.items() if name not in given and name not in SHARED]
        if left:
            yield f"{indent}# {ALSO.in_(self.language)}"
        for slot in left:
            text = f"{slot.name}: {slot.label.in_(self.language)} ({describe(slot, self.language)})"
            first, *others = textwrap.wrap(text, WIDTH - len(indent) - 6, break_on_hyphens=False)
            yield f"{indent}#   {first}"
            yield from (f"{indent}#     {other}" for other in others)

    def register(self, register: Register) -> list[str]:
        """Write a register with its sample entries, or commented out where the sample has none."""
        entries = sample.REGISTERS.get(register.key, [])
        comment = register.cls.comment.in_(self.language) if register.cls.comment else ""
        nature = NATURE[register.cls.nature].in_(self.language) if register.cls.nature else ""
        nature = "" if register.key in ("units", "documents") else nature
        said = self.comment(" ".join(text for text in (comment, nature) if text))
        heading = self.heading(register.key, register.cls.noun.plural)
        if entries:
            return [*said, *heading, *self.entries(register.slots, entries)]
        none = f"{register.cls.noun.plural.in_(self.language)}. {EMPTY.in_(self.language)}"
        return [*said, f"{register.key}: []  # {none}", *self.rest("  ", register.slots, {})]

    def entries(self, section: Section, entries: list[sample.Entry]) -> Iterator[str]:
        used: set[str] = set()
        for entry in entries:
            for position, (name, value) in enumerate(entry.items()):
                shown = self.value(value)
                lines = [f"    {name}: {shown}"] if name in used else self.field("    ", section[name], shown)
                if position == 0:
                    lines[0] = "  - " + lines[0][4:]
                yield from lines
                used.add(name)
        yield from self.rest("    ", section, dict.fromkeys(used))

    def value(self, value: Value) -> str:
        """Write a value: a text as it is, a list between brackets."""
        if isinstance(value, Text):
            return value.in_(self.language)
        return "[" + ", ".join(value) + "]" if value != (PLUS,) else "[+]"
