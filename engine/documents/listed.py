"""The lists that documents are held against: the class of a document, the predicate that lists, the collection of the ontology."""

from engine.vocabulary.model import Vocabulary

LISTS = (
    ("PsychosocialMapping", "listed_factor", "factors_1A_1"),
    ("AssessmentWithoutMapping", "listed_factor", "factors_1A_1"),
    ("ViolenceAssessment", "listed_item", "violence_assessment_items"),
    ("ViolencePlan", "listed_item", "violence_measure_items"),
    ("HarassmentAssessment", "listed_harassment_item", "harassment_assessment_items"),
    ("WhistleblowingRoutine", "listed_routine_content", "whistleblowing_routine_contents"),
    ("SpecialDangerInstruction", "listed_topic", "instruction_topics"),
    ("ResponsibilityRecord", "listed_responsibility", "responsibility_contents"),
    ("MonitoringRecord", "listed_monitoring", "monitoring_contents"),
    ("DeviationRoutine", "listed_deviation_purpose", "deviation_purposes"),
    ("HealthServiceRecord", "listed_health_service_paper", "health_service_contents"),
    ("CommitteeRecord", "listed_committee_paper", "committee_contents"),
    ("WorkplaceMapping", "listed_influence", "danish_influences"),
    ("ActionPlan", "listed_plan_item", "action_plan_items"),
    ("ActionPlan", "listed_reader", "plan_readers"),
    ("WorkloadRisk", "listed_weight", "influence_weights"),
    ("UnclearDemandsRisk", "listed_weight", "influence_weights"),
    ("EmotionalDemandsRisk", "listed_weight", "influence_weights"),
    ("OffensiveActsRisk", "listed_weight", "influence_weights"),
    ("OutsiderViolenceRisk", "listed_weight", "influence_weights"),
    ("CooperationAgreement", "listed_agreement_level", "cooperation_agreement_contents"),
    ("OutsideHoursGuidelines", "listed_outside_hours_purpose", "outside_hours_purposes"),
)


def shared_factor(concept: str, vocabulary: Vocabulary) -> str:
    """Give the factor of the shared scheme that a factor of a regime's list is."""
    matches = vocabulary.concepts[concept].matches
    return next((other for relation, other in matches if relation == "exactMatch"), concept)
