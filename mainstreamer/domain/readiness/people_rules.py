"""Rules about bodies, institutions and consultations (recommendation 2, second and third point)."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.choices import INSTITUTION_TYPE_GROUPS, institution_group
from mainstreamer.domain.kinds import Body, Consultation, Institution
from mainstreamer.domain.readiness.finding import Finding, Values, found
from mainstreamer.domain.readiness.inspection import Inspection, Rule, apply, when

_MIGRANTS = frozenset({"migrants", "returnees", "diaspora"})


def people_findings(look: Inspection) -> Iterator[Finding]:
    """Findings about who takes part."""
    if not look.bodies:
        yield found("no_body", "body")
    yield from apply(look, "body", look.bodies, BODY_RULES)
    yield from groups_not_represented(look)
    yield from not_assessed(look)
    yield from leads_without_contact_post(look)
    yield from consultations_missing(look)
    yield from apply(look, "consultation", look.plan.consultations, CONSULTATION_RULES)


# -- bodies ----------------------------------------------------------------------------------------------------------


def without_legal_basis(body: Body, look: Inspection) -> Values | None:
    return when(not body.legal_basis.strip())


def without_budget_line(body: Body, look: Inspection) -> Values | None:
    return when(not body.budget_line.strip())


def without_budget_source(body: Body, look: Inspection) -> Values | None:
    """Nobody pays, or nobody said who does."""
    return when(body.budget_source in ("", "none"))


def donor_funded(body: Body, look: Inspection) -> Values | None:
    """Only a partner pays: it may end with the project."""
    return when(body.budget_source == "partner")


def without_chair(body: Body, look: Inspection) -> Values | None:
    """Neither the body nor one of its seats names who presides."""
    seated = any(seat.role in ("chair", "co_chair") for seat in look.members.get(body.uid, ()))
    return when(not (body.chair or body.co_chairs or seated))


def without_secretariat(body: Body, look: Inspection) -> Values | None:
    """Neither the body nor one of its seats names who prepares and follows up."""
    return when(not (body.secretariat or any(seat.role == "secretary" for seat in look.members.get(body.uid, ()))))


def without_members(body: Body, look: Inspection) -> Values | None:
    return when(not look.members.get(body.uid))


def without_meeting_rhythm(body: Body, look: Inspection) -> Values | None:
    return when(not body.meeting_rhythm)


def term_ended(body: Body, look: Inspection) -> Values | None:
    """The term of the body ran out."""
    return when(body.term_end is not None and body.term_end < look.today, date=body.term_end)


BODY_RULES: tuple[Rule[Body], ...] = (
    Rule("body_without_legal_basis", "legal_basis", without_legal_basis),
    Rule("body_without_budget_line", "budget_line", without_budget_line),
    Rule("body_without_budget_source", "budget_source", without_budget_source),
    Rule("body_donor_funded", "budget_source", donor_funded),
    Rule("body_without_chair", "chair", without_chair),
    Rule("body_without_secretariat", "secretariat", without_secretariat),
    Rule("body_without_members", "", without_members),
    Rule("body_without_meeting_rhythm", "meeting_rhythm", without_meeting_rhythm),
    Rule("body_term_ended", "term_end", term_ended),
)


# -- institutions ----------------------------------------------------------------------------------------------------


def groups_not_represented(look: Inspection) -> Iterator[Finding]:
    """Parts of society for which no institution of the register stands."""
    present = {institution_group(institution.type) for institution in look.plan.institutions}
    for group in INSTITUTION_TYPE_GROUPS:
        if group not in present:
            yield found("group_not_represented", "institution", field="type", values={"group": group})


def not_assessed(look: Inspection) -> Iterator[Finding]:
    """Institutions whose interest, influence or engagement is open."""
    for institution in look.plan.institutions:
        for field in ("interest", "influence", "engagement"):
            if getattr(institution, field) in (None, ""):
                yield found("institution_not_assessed", "institution", institution.uid, field)


def leads_without_contact_post(look: Inspection) -> Iterator[Finding]:
    """Institutions that lead the process or an action, but no post in them is named."""
    leads = {look.plan.frame.lead} | {uid for action in look.actions for uid in action.leads}
    for institution in look.plan.institutions:
        if institution.uid in leads and lacks_contact_post(institution):
            yield found("lead_without_contact_post", "institution", institution.uid, "contact_post")


def lacks_contact_post(institution: Institution) -> bool:
    return not institution.contact_post.strip()


# -- consultations ---------------------------------------------------------------------------------------------------


def consultations_missing(look: Inspection) -> Iterator[Finding]:
    """No consultation at all, or none with those who are easily left out."""
    held = look.plan.consultations
    if not held:
        yield found("no_consultation", "consultation")
        return
    if not any(consultation.outside_capital for consultation in held):
        yield found("no_consultation_outside_capital", "consultation", field="outside_capital")
    if not any(reached_migrants(consultation) for consultation in held):
        yield found("no_consultation_with_migrants", "consultation", field="people")
    if not any(reached_women(consultation) for consultation in held):
        yield found("no_consultation_with_women", "consultation", field="people")


def reached_migrants(consultation: Consultation) -> bool:
    """Migrants, returnees or members of the diaspora took part."""
    return bool(consultation.migrants) or not _MIGRANTS.isdisjoint(consultation.people)


def reached_women(consultation: Consultation) -> bool:
    """Women took part or were asked as a group."""
    return bool(consultation.women) or "women" in consultation.people


def without_feedback(consultation: Consultation, look: Inspection) -> Values | None:
    """Participants were not told what became of what they said."""
    return when(not consultation.feedback.strip())


CONSULTATION_RULES: tuple[Rule[Consultation], ...] = (
    Rule("consultation_without_feedback", "feedback", without_feedback),
)
