"""A tiny vocabulary for tests of the rule language: enough to write every construct in three languages."""

from dataclasses import replace
from datetime import date

from engine.text import Text, same
from engine.vocabulary.model import (
    Class,
    Collection,
    Concept,
    Kind,
    Nature,
    Noun,
    Origin,
    Parameter,
    Property,
    Vocabulary,
)


def _noun(nb: str, da: str, en: str) -> Noun:
    """Each string: indefinite / negative / definite / plural / definite plural."""
    return Noun(*(Text(*forms) for forms in zip(*(each.split(" / ") for each in (nb, da, en)), strict=True)))


def _concepts(vocabulary: Vocabulary, collection: str, label: Text, **concepts: Text) -> None:
    for id_, text in concepts.items():
        vocabulary.concepts[id_] = Concept(id_, text, text)
    vocabulary.collections[collection] = Collection(collection, label, tuple(concepts))


def _property(
    vocabulary: Vocabulary,
    id_: str,
    kind: Kind,
    domain: str,
    range_: str,
    phrase: Text,
    negative: Text,
    sub: Text,
    origin: Origin = Origin.INPUT,
) -> None:
    vocabulary.properties[id_] = Property(
        id_, kind, tuple(domain.split()), range_, origin, same(id_), phrase, negative, sub
    )


def vocabulary() -> Vocabulary:
    """Build the tiny vocabulary."""
    v = Vocabulary()
    nouns = {
        "Unit": (
            "units",
            _noun(
                "en enhet / ingen enhet / enheten / enheter / enhetene",
                "en enhed / ingen enhed / enheden / enheder / enhederne",
                "a unit / no unit / the unit / units / the units",
            ),
        ),
        "Drill": (
            "drills",
            _noun(
                "en øvelse / ingen øvelse / øvelsen / øvelser / øvelsene",
                "en øvelse / ingen øvelse / øvelsen / øvelser / øvelserne",
                "a drill / no drill / the drill / drills / the drills",
            ),
        ),
        "Training": (
            "training",
            _noun(
                "en opplæring / ingen opplæring / opplæringen / opplæringer / opplæringene",
                "en oplæring / ingen oplæring / oplæringen / oplæringer / oplæringerne",
                "a course / no course / the course / courses / the courses",
            ),
        ),
        "Measure": (
            "measures",
            _noun(
                "et tiltak / intet tiltak / tiltaket / tiltak / tiltakene",
                "et tiltag / intet tiltag / tiltaget / tiltag / tiltagene",
                "a measure / no measure / the measure / measures / the measures",
            ),
        ),
        "RiskAssessment": (
            "risk_assessments",
            _noun(
                "en risikovurdering / ingen risikovurdering / risikovurderingen / risikovurderinger / "
                "risikovurderingene",
                "en risikovurdering / ingen risikovurdering / risikovurderingen / risikovurderinger / "
                "risikovurderingerne",
                "a risk assessment / no risk assessment / the risk assessment / risk assessments / "
                "the risk assessments",
            ),
        ),
        "Incident": (
            "incidents",
            _noun(
                "en hendelse / ingen hendelse / hendelsen / hendelser / hendelsene",
                "en hændelse / ingen hændelse / hændelsen / hændelser / hændelserne",
                "an incident / no incident / the incident / incidents / the incidents",
            ),
        ),
        "Factor": (
            None,
            _noun(
                "en faktor / ingen faktor / faktoren / faktorer / faktorene",
                "en faktor / ingen faktor / faktoren / faktorer / faktorerne",
                "a factor / no factor / the factor / factors / the factors",
            ),
        ),
    }
    for id_, (register, noun) in nouns.items():
        v.classes[id_] = Class(id_, noun, register, Nature.ACT if register else None)
    _concepts(
        v,
        "bearers",
        Text("pliktsubjekter", "pligtsubjekter", "bearers"),
        employer=Text("arbeidsgiver", "arbejdsgiver", "employer"),
        manager=Text("leder", "leder", "manager"),
    )
    _concepts(
        v,
        "factors",
        Text("faktorer", "faktorer", "factors"),
        violence=Text("vold og trusler", "vold og trusler", "violence and threats"),
        time_pressure=Text("tidspress", "tidspres", "time pressure"),
    )
    _concepts(
        v,
        "training_topics",
        Text("tema for opplæring mot vold", "emner for oplæring mod vold", "topics of training against violence"),
        prevention=Text("forebygging", "forebyggelse", "prevention"),
        handling=Text("håndtering", "håndtering", "handling"),
    )
    _concepts(
        v,
        "needs",
        Text("behov", "behov", "needs"),
        need_drill=Text("øvelse", "øvelse", "drill"),
        need_time=Text("tidspress", "tidspres", "time pressure"),
    )
    _concepts(
        v,
        "goals",
        Text("mål", "mål", "goals"),
        goal=Text("opplæring og nødvendig øvelse", "oplæring og nødvendig øvelse", "training and necessary drills"),
    )
    _concepts(
        v,
        "reasons",
        Text("grunner", "grunde", "reasons"),
        no_reason=Text("standarden er åpen", "standarden er åben", "the standard is open"),
    )
    _concepts(
        v,
        "remark_messages",
        Text("beskjeder", "beskeder", "messages"),
        only_individual=Text("bare individuelle tiltak", "kun individuelle tiltag", "individual measures only"),
    )
    _concepts(
        v,
        "interpretations",
        Text("tolkninger", "fortolkninger", "interpretations"),
        ours=Text("vår tolkning", "vores fortolkning", "our reading"),
        one=Text("delt navn", "delt navn", "shared name"),
        other=Text("delt navn", "delt navn", "shared name"),
    )
    v.parameters["recent"] = Parameter(
        "recent", Text("nylig", "for nylig", "recently"), "years", ((date(2020, 1, 1), 3),)
    )
    v.parameters["small"] = Parameter(
        "small", Text("liten virksomhet", "lille virksomhed", "small undertaking"), "count", ((date(2020, 1, 1), 10),)
    )
    link, flag, value, later = Kind.LINK, Kind.FLAG, Kind.VALUE, Kind.LATER
    derived = Origin.DERIVED
    _property(
        v,
        "entails_risk",
        link,
        "Unit",
        "factors",
        Text("{s} innebærer risiko for {o}", "{s} indebærer risiko for {o}", "{s} entails a risk of {o}"),
        Text(
            "{s} innebærer ikke risiko for {o}",
            "{s} indebærer ikke risiko for {o}",
            "{s} does not entail a risk of {o}",
        ),
        Text(
            "{s} ikke innebærer risiko for {o}",
            "{s} ikke indebærer risiko for {o}",
            "{s} does not entail a risk of {o}",
        ),
    )
    _property(
        v,
        "given_to",
        link,
        "Training",
        "Unit",
        Text("{s} er gitt til {o}", "{s} er givet til {o}", "{s} was given to {o}"),
        Text("{s} er ikke gitt til {o}", "{s} er ikke givet til {o}", "{s} was not given to {o}"),
        Text("{s} ikke er gitt til {o}", "{s} ikke er givet til {o}", "{s} was not given to {o}"),
    )
    _property(
        v,
        "covers",
        link,
        "Training",
        "training_topics",
        Text("{s} dekker {o}", "{s} dækker {o}", "{s} covers {o}"),
        Text("{s} dekker ikke {o}", "{s} dækker ikke {o}", "{s} does not cover {o}"),
        Text("{s} ikke dekker {o}", "{s} ikke dækker {o}", "{s} does not cover {o}"),
    )
    _property(
        v,
        "held_for",
        link,
        "Drill",
        "Unit",
        Text("{s} er holdt for {o}", "{s} er holdt for {o}", "{s} was held for {o}"),
        Text("{s} er ikke holdt for {o}", "{s} er ikke holdt for {o}", "{s} was not held for {o}"),
        Text("{s} ikke er holdt for {o}", "{s} ikke er holdt for {o}", "{s} was not held for {o}"),
    )
    _property(
        v,
        "applies_to",
        link,
        "RiskAssessment Measure",
        "Unit",
        Text("{s} gjelder {o}", "{s} gælder {o}", "{s} applies to {o}"),
        Text("{s} gjelder ikke {o}", "{s} gælder ikke {o}", "{s} does not apply to {o}"),
        Text("{s} ikke gjelder {o}", "{s} ikke gælder {o}", "{s} does not apply to {o}"),
    )
    _property(
        v,
        "concerns",
        link,
        "RiskAssessment Measure",
        "factors",
        Text("{s} gjelder {o}", "{s} gælder {o}", "{s} applies to {o}"),
        Text("{s} gjelder ikke {o}", "{s} gælder ikke {o}", "{s} does not apply to {o}"),
        Text("{s} ikke gjelder {o}", "{s} ikke gælder {o}", "{s} does not apply to {o}"),
    )
    _property(
        v,
        "finds_necessary",
        link,
        "RiskAssessment",
        "needs",
        Text("{s} sier at {o} er nødvendig", "{s} siger, at {o} er nødvendig", "{s} says that {o} is necessary"),
        Text(
            "{s} sier ikke at {o} er nødvendig",
            "{s} siger ikke, at {o} er nødvendig",
            "{s} does not say that {o} is necessary",
        ),
        Text(
            "{s} ikke sier at {o} er nødvendig",
            "{s} ikke siger, at {o} er nødvendig",
            "{s} does not say that {o} is necessary",
        ),
    )
    for id_, range_, label in (
        ("names_factor", "factors", Text("nevnt faktor", "nævnt faktor", "factor named")),
        ("names_need", "needs", Text("nevnt behov", "nævnt behov", "need named")),
    ):
        _property(
            v,
            id_,
            link,
            "RiskAssessment",
            range_,
            Text("{s} nevner {o}", "{s} nævner {o}", "{s} names {o}"),
            Text("{s} nevner ikke {o}", "{s} nævner ikke {o}", "{s} does not name {o}"),
            Text("{s} ikke nevner {o}", "{s} ikke nævner {o}", "{s} does not name {o}"),
        )
        v.properties[id_] = replace(v.properties[id_], label=label)
    _property(
        v,
        "happened_at",
        link,
        "Incident",
        "Unit",
        Text("{s} skjedde ved {o}", "{s} skete ved {o}", "{s} happened at {o}"),
        Text("{s} skjedde ikke ved {o}", "{s} skete ikke ved {o}", "{s} did not happen at {o}"),
        Text("{s} ikke skjedde ved {o}", "{s} ikke skete ved {o}", "{s} did not happen at {o}"),
    )
    _property(
        v,
        "dated",
        value,
        "Drill Training Incident RiskAssessment",
        "date",
        Text("{s} er datert {o}", "{s} er dateret {o}", "{s} is dated {o}"),
        Text("{s} er ikke datert {o}", "{s} er ikke dateret {o}", "{s} is not dated {o}"),
        Text("{s} ikke er datert {o}", "{s} ikke er dateret {o}", "{s} is not dated {o}"),
    )
    _property(
        v,
        "headcount",
        value,
        "Unit",
        "number",
        Text("{s} har {o} ansatte", "{s} har {o} ansatte", "{s} has {o} employees"),
        Text("{s} har ikke {o} ansatte", "{s} har ikke {o} ansatte", "{s} does not have {o} employees"),
        Text("{s} ikke har {o} ansatte", "{s} ikke har {o} ansatte", "{s} does not have {o} employees"),
    )
    _property(
        v,
        "later_than",
        later,
        "Drill Training Incident RiskAssessment",
        "Incident",
        Text("{s} er fra etter {o}", "{s} er fra efter {o}", "{s} is from after {o}"),
        Text("{s} er ikke fra etter {o}", "{s} er ikke fra efter {o}", "{s} is not from after {o}"),
        Text("{s} ikke er fra etter {o}", "{s} ikke er fra efter {o}", "{s} is not from after {o}"),
    )
    _property(
        v,
        "carried_out",
        flag,
        "Measure",
        "",
        Text("{s} er gjennomført", "{s} er gennemført", "{s} is carried out"),
        Text("{s} er ikke gjennomført", "{s} er ikke gennemført", "{s} is not carried out"),
        Text("{s} ikke er gjennomført", "{s} ikke er gennemført", "{s} is not carried out"),
    )
    _property(
        v,
        "exposed",
        flag,
        "Unit",
        "",
        Text("{s} er utsatt", "{s} er udsat", "{s} is exposed"),
        Text("{s} er ikke utsatt", "{s} er ikke udsat", "{s} is not exposed"),
        Text("{s} ikke er utsatt", "{s} ikke er udsat", "{s} is not exposed"),
        derived,
    )
    _property(
        v,
        "prepared",
        flag,
        "Unit",
        "",
        Text("{s} er forberedt", "{s} er forberedt", "{s} is prepared"),
        Text("{s} er ikke forberedt", "{s} er ikke forberedt", "{s} is not prepared"),
        Text("{s} ikke er forberedt", "{s} ikke er forberedt", "{s} is not prepared"),
        derived,
    )
    return v
