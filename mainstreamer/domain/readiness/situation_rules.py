"""Rules about what was found: evidence, population, sectors, agreements and corridors."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.choices import CORE_SECTORS
from mainstreamer.domain.kinds import Agreement, Evidence, PopulationTable
from mainstreamer.domain.readiness.finding import Finding, Values, found
from mainstreamer.domain.readiness.inspection import Inspection, Rule, apply, when

OLD_AFTER_YEARS = 5
SEVERE_FROM = 4
YOUTH_EMPLOYMENT = frozenset({"L1", "L2", "Y3", "Y4"})
"""Indicators of youth unemployment (L1, Y3) and of young people outside work, education and training (L2, Y4)."""


def situation_findings(look: Inspection) -> Iterator[Finding]:
    """Findings about the picture of the situation."""
    yield from apply(look, "evidence", look.plan.evidence, EVIDENCE_RULES)
    yield from population_missing_or_old(look)
    yield from apply(look, "population_table", look.plan.population_tables, TABLE_RULES)
    yield from youth_employment_unknown(look)
    yield from sectors_without_issue(look)
    yield from severe_issues_unaddressed(look)
    yield from apply(look, "agreement", look.plan.agreements, AGREEMENT_RULES)
    if not look.plan.corridors:
        yield found("no_corridor", "corridor")


# -- evidence and demography -----------------------------------------------------------------------------------------


def without_item(evidence: Evidence, look: Inspection) -> Values | None:
    """No answer rests on it."""
    return when(not evidence.items)


EVIDENCE_RULES: tuple[Rule[Evidence], ...] = (Rule("evidence_without_item", "items", without_item),)


def population_missing_or_old(look: Inspection) -> Iterator[Finding]:
    """No population was counted or estimated, or the newest such table is old. Projections do not count."""
    tables = [table for table in look.plan.population_tables if table.type != "projection"]
    if not tables:
        yield found("no_population_table", "population_table")
        return
    dated = [(year, table) for table in tables if (year := year_of(table)) is not None]
    if dated:
        year, newest = max(dated, key=lambda pair: pair[0])
        if look.today.year - year > OLD_AFTER_YEARS:
            yield found("population_data_old", "population_table", newest.uid, "year", values={"year": year})


def year_of(table: PopulationTable) -> int | None:
    """The year a table speaks of."""
    return table.year if table.year is not None or table.reference_date is None else table.reference_date.year


def without_numbers(table: PopulationTable, look: Inspection) -> Values | None:
    return when(table.table is None or not any(cell is not None for row in table.table.cells for cell in row))


TABLE_RULES: tuple[Rule[PopulationTable], ...] = (Rule("population_table_empty", "table", without_numbers),)


def youth_employment_unknown(look: Inspection) -> Iterator[Finding]:
    """Nothing says how young people fare at work; targets are no observations."""
    known = {row.indicator for row in look.plan.observations if row.type != "target" and row.value is not None}
    if known.isdisjoint(YOUTH_EMPLOYMENT):
        yield found("no_youth_employment_data", "observation", field="indicator")


# -- sectors ---------------------------------------------------------------------------------------------------------


def sectors_without_issue(look: Inspection) -> Iterator[Finding]:
    """Sectors in use for which the screening names nothing."""
    named = {issue.sector for issue in look.plan.sector_issues}
    for sector in dict.fromkeys(look.plan.sectors):
        if sector not in named:
            code = "core_sector_without_issue" if sector in CORE_SECTORS else "optional_sector_without_issue"
            yield found(code, "sector_issue", field="sector", values={"sector": sector})


def severe_issues_unaddressed(look: Inspection) -> Iterator[Finding]:
    """Severe issues, not set aside, that no objective names and no action takes up by way of a checklist item."""
    in_objectives = {uid for objective in look.plan.objectives for uid in objective.issues}
    for issue in look.plan.sector_issues:
        if issue.severity is None or issue.severity < SEVERE_FROM or issue.status == "set_aside":
            continue
        if issue.uid not in in_objectives and look.items_acted_on.isdisjoint(issue.items):
            values = {"severity": issue.severity}
            yield found("severe_issue_unaddressed", "sector_issue", issue.uid, "severity", values=values)


# -- agreements ------------------------------------------------------------------------------------------------------


def without_partner(agreement: Agreement, look: Inspection) -> Values | None:
    return when(not agreement.partners and not agreement.partner_name.strip())


def expired_in_force(agreement: Agreement, look: Inspection) -> Values | None:
    """It is said to be in force, but its term is over."""
    over = agreement.expires is not None and agreement.expires < look.today
    return when(agreement.status == "in_force" and over, date=agreement.expires)


def without_review_date(agreement: Agreement, look: Inspection) -> Values | None:
    return when(agreement.status == "in_force" and agreement.review_date is None)


def without_committee(agreement: Agreement, look: Inspection) -> Values | None:
    """In force, but nobody of both sides meets about it."""
    return when(agreement.status == "in_force" and not agreement.joint_committee)


AGREEMENT_RULES: tuple[Rule[Agreement], ...] = (
    Rule("agreement_without_partner", "partners", without_partner),
    Rule("agreement_expired_in_force", "expires", expired_in_force),
    Rule("agreement_without_review_date", "review_date", without_review_date),
    Rule("agreement_without_committee", "joint_committee", without_committee),
)
