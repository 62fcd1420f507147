"""The fictional café that ``forsvarlig init`` fills its case file with: small, valid, an entry in most registers."""

from engine.text import Text, same

Value = Text | tuple[str, ...]  # a text or word, or a list
Entry = dict[str, Value]

_YES, _NO, _DONT_KNOW = same("yes"), same("no"), same("dont_know")
_UNIT = ("kafe",)

LAW: dict[str, Text] = {"regimes": Text("[no]", "[dk]", "[no, dk]")}
ENTERPRISE: dict[str, Text] = {
    "name": Text("Kafé Bryggekanten", "Café Bryggekanten", "Quayside Café"),
    "industry": Text("{scheme: SN2007, code: 56.101}", "{scheme: DB07, code: 56.10.10}",
    "{scheme: SN2007, code: 56.101}"),
    "employees": same("{regular: 8, total: 9, average_20h_last_year: dont_know}"),
    "work": same("employer"), "place": same("mainland"),
}
REGISTERS: dict[str, list[Entry]] = {
    "units": [{
        "id": same("kafe"), "name": Text("Kafeen", "Caféen", "The café"), "employees": same("8"),
        "works_with_people": _YES,
        "lone_work": _NO, "may_entail_violence": _YES, "entails_violence": _DONT_KNOW, "contact_possible": _YES,
        "factors": same("{workload: yes, support: dont_know}"),
    }],
    "documents": [{
        "id": same("D1"), "title": Text("Kartlegging i mars", "Kortlægning i marts", "Mapping in March"),
        "kind": same("mapping"), "dated": same("2026-03-12"), "transcribed": same("fully"),
    }, {
        "id": same("D2"), "title": Text("Risikovurdering i april", "Risikovurdering i april",
        "Risk assessment in April"),
        "kind": same("risk_assessment"), "dated": same("2026-04-02"), "transcribed": same("partly"),
    }],
    "exposures": [{
        "id": same("E1"), "units": _UNIT, "factor": same("workload"), "strain": same("high"), "lasting": _YES,
        "frequency": Text("hver helg", "hver weekend", "every weekend"),
    }],
    "mappings": [{
        "id": same("K1"), "title": Text("kartleggingen i mars", "kortlægningen i marts", "the mapping in March"),
        "units": _UNIT,
        "dated": same("2026-03-12"), "factors": ("workload", "support", "harassment", "+"), "found": ("workload", "+"),
        "sources": ("survey", "staff_talks"), "concluded": _NO, "evidence": ("{document: D1}",),
    }],
    "risk_assessments": [{
        "id": same("R1"), "title": Text("risikovurderingen i april", "risikovurderingen i april",
        "the assessment in April"),
        "units": _UNIT, "dated": same("2026-04-02"), "mapping": same("K1"), "factors": ("workload",), "mutual": _NO,
        "together": _DONT_KNOW, "evidence": ("{document: D2}",),
    }],
    "risks": [{
        "id": same("RI1"), "title": Text("tidspress i helgene", "tidspres i weekenden", "time pressure at weekends"),
        "assessment": same("R1"), "units": _UNIT, "factors": ("workload",), "needs_action": _YES,
        "cause_in_organisation": _YES,
    }],
    "measures": [{
        "id": same("T1"), "title": Text("en til på vakt lørdag", "en mere på vagt lørdag",
        "one more on duty on Saturdays"),
        "units": _UNIT, "risks": ("RI1",), "factors": ("workload",), "status": same("under_way"),
        "level": same("organisation"), "stage": same("primary"), "responsible": same("line_manager"),
        "deadline": same("2026-09-01"),
    }],
    "training": [{
        "id": same("O1"), "title": Text("kurset i mai", "kurset i maj", "the course in May"), "units": _UNIT,
        "dated": same("2026-05-05"), "topics": ("violence_prevention_handling",),
    }],
    "incidents": [{
        "id": same("H1"), "units": _UNIT, "dated": same("2026-05-30"), "kind": same("threat"),
        "state": same("reported"),
        "known": _YES, "known_since": same("2026-05-31"), "offender": same("outsider"),
    }],
    "follow_ups": [{
        "id": same("OP1"), "title": Text("samtalen dagen etter", "samtalen dagen efter", "the talk the day after"),
        "incident": same("H1"), "dated": same("2026-05-31"), "strains": ("psychological_strain",),
    }],
    "participation": [{
        "id": same("M1"), "party": same("employees"), "steps": ("psychosocial_mapping",), "took_place": _YES,
    }],
    "arrangements": [{"id": same("A1"), "kind": same("safety_representative"), "in_place": _YES}],
}
COMPLETE: Entry = {
    "register": same("incidents"), "complete_for": _UNIT, "as_of": same("2026-06-15"),
    "stated_by": same("safety_representative"),
}
ANSWERS: list[Entry] = [
    {"about": same("kafe"), "ask": same("factors"), "of": same("support"), "value": _NO,
     "stated_by": same("safety_representative"), "as_of": same("2026-06-15")},
    {"about": same("kafe"), "ask": same("special_danger"), "value": same("not_relevant"), "because": Text(
        "ingen arbeider med farlig utstyr", "ingen arbejder med farligt udstyr",
        "nobody works with dangerous equipment")},
]
