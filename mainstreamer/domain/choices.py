"""Code lists that people choose from. Codes only; their names in every language are in resources/words/*/choice.toml.

The order is the order in which a list is offered. Where the codes are those of a published list, its date stands beside it.
"""

from __future__ import annotations

LEVEL = ("national", "regional", "local", "bilateral", "global")

INSTITUTION_TYPE_GROUPS: dict[str, tuple[str, ...]] = {
    "central": (
        "centre_of_government", "planning_ministry", "finance_ministry", "labour_ministry", "foreign_ministry",
        "interior_ministry", "health_ministry", "education_ministry", "justice_ministry", "social_ministry",
        "other_ministry", "statistics_office", "central_bank", "public_agency", "rights_institution", "parliament",
    ),
    "local": ("local_authority",),
    "private": ("employers", "recruiter", "financial_provider"),
    "civil_society": ("trade_union", "ngo"),
    "diaspora_migrants": ("diaspora_group", "migrant_group"),
    "academia_media": ("university", "media"),
    "partners": ("un_agency", "donor", "regional_organisation"),
}  # fmt: skip
"""Types of institution by the part of society they stand for (recommendation 2, third point)."""

SDG_TARGETS = (
    "1.3", "1.4", "1.5", "2.3", "3.3", "3.7", "3.8", "3.c", "4.1", "4.3", "4.4", "4.5", "4.7", "4.b", "5.2", "5.4",
    "5.c", "8.10", "8.3", "8.5", "8.6", "8.7", "8.8", "8.b", "9.c", "10.2", "10.3", "10.4", "10.7", "10.c", "11.1",
    "11.3", "11.5", "11.a", "11.b", "13.1", "13.2", "13.3", "16.1", "16.2", "16.3", "16.6", "16.7", "16.9", "16.b",
    "17.3", "17.9", "17.14", "17.16", "17.17", "17.18", "17.19",
)  # fmt: skip
"""Targets of the 2030 Agenda (2015) that bear on migration."""

TREATY_GROUPS: dict[str, tuple[str, ...]] = {
    "human_rights": ("ICERD", "ICCPR", "ICESCR", "CEDAW", "CAT", "CRC", "ICRMW", "CRPD", "CPED"),
    "refugees": ("REFUGEES_1951", "REFUGEES_1967", "STATELESS_1954", "STATELESS_1961"),
    "palermo": ("TRAFFICKING_2000", "SMUGGLING_2000"),
    "ilo_migrants": ("C97", "C143"),
    "ilo_fundamental": ("C29", "P29", "C87", "C98", "C100", "C105", "C111", "C138", "C182", "C155", "C187"),
    "ilo_other": ("C118", "C157", "C102", "C181", "C189", "C190", "MLC"),
    "consular": ("VCCR_1963",),
}
"""Treaties that can be ratified and bear on people on the move, by field: core United Nations treaties, refugees and
statelessness, protocols of Palermo, conventions of the International Labour Organization, consular relations.
Recommendations are left out: nobody ratifies them."""

TREATIES = tuple(code for group in TREATY_GROUPS.values() for code in group)
"""The list of treaties, in the order in which it is shown."""

RATIFIED_UNSIGNED = frozenset(
    code for name in ("ilo_migrants", "ilo_fundamental", "ilo_other") for code in TREATY_GROUPS[name]
)
"""Conventions and protocols of the International Labour Organization: states ratify them, and never sign before."""

CORE_SECTORS = ("finance", "labour", "health", "rights")
OPTIONAL_SECTORS = (
    "education", "environment", "agriculture", "urban", "gender", "social_protection", "trade", "youth", "data",
    "security", "consular", "civil_status", "crisis",
)  # fmt: skip

CHOICES: dict[str, tuple[str, ...]] = {
    "score": ("no", "partly", "yes", "na"),
    "level": LEVEL,
    "institution_level": ("national", "regional", "local", "abroad", "international"),
    "institution_type": (*(code for group in INSTITUTION_TYPE_GROUPS.values() for code in group), "other"),
    "position": ("supportive", "neutral", "reserved", "opposed", "unknown"),
    "engagement": ("inform", "consult", "involve", "collaborate", "empower"),
    "contribution": ("gives_information", "delivers", "benefits"),
    "frequency": ("monthly", "quarterly", "half_yearly", "yearly", "on_demand"),
    "body_origin": ("new", "extended_mandate", "sub_committee"),
    "body_status": ("planned", "active", "dormant", "dissolved"),
    "body_level": ("head_of_government", "minister", "state_secretary", "director", "technical"),
    "budget_source": ("state", "partner", "mixed", "none"),
    "member_role": ("chair", "co_chair", "deputy_chair", "secretary", "member", "observer"),
    "consultation_form": ("meeting", "focus_group", "hearing", "survey", "online", "written"),
    "people": (
        "migrants", "returnees", "diaspora", "families_left_behind", "women", "youth", "older_persons",
        "persons_with_disabilities", "host_communities", "employers", "workers", "local_authorities", "academia",
    ),
    "evidence_type": ("law", "decision", "minutes", "statistics", "report", "agreement", "letter", "web_page", "other"),
    "sector": CORE_SECTORS + OPTIONAL_SECTORS,
    "core_sector": CORE_SECTORS,
    "optional_sector": OPTIONAL_SECTORS,
    "influence_direction": ("migration_on_sector", "sector_on_migration", "both"),
    "trend": ("rising", "stable", "falling", "unknown"),
    "dimension": ("economic", "social", "environmental"),
    "issue_status": ("open", "in_plan", "set_aside"),
    "phase": ("pre_departure", "transit", "stay", "return", "left_behind", "internal"),
    "country_role": ("origin", "transit", "destination", "return"),
    "table_type": ("census", "estimate", "register", "projection"),
    "table_unit": ("persons", "thousands"),
    "area_type": ("country", "region", "district", "urban", "rural"),
    "sex": ("both", "women", "men"),
    "observation_type": ("actual", "baseline", "target"),
    "agreement_type": (
        "labour", "memorandum", "social_security", "readmission", "health", "recognition", "consular", "double_taxation",
        "mobility_partnership", "free_movement", "other",
    ),
    "agreement_level": ("bilateral", "regional", "multilateral", "local"),
    "agreement_status": ("negotiation", "signed", "in_force", "expired", "terminated"),
    "clause": (
        "fair_recruitment", "no_fees", "standard_contract", "wages_safety", "equal_treatment", "social_security",
        "remittances", "skills", "complaints", "gender", "return", "data_privacy", "monitoring", "termination",
    ),
    "treaty": (*TREATIES, "other"),
    "treaty_status": ("none", "signed", "ratified"),
    "law_alignment": ("no", "partly", "yes"),
    "direction": ("outgoing", "incoming", "both"),
    "sdg": SDG_TARGETS,
    "gcm": tuple(str(number) for number in range(1, 24)),
    "migof": ("P1", "P2", "P3", "O1", "O2", "O3"),
    "mgi": ("rights", "whole_of_government", "partnerships", "wellbeing", "crises", "safe_orderly"),
    "recommendation": tuple(f"R{number}" for number in range(1, 7)),
    "r2": tuple(f"R2.{number}" for number in range(1, 7)),
    "priority": ("high", "medium", "low"),
    "action_status": ("not_started", "on_track", "at_risk", "delayed", "done", "cancelled"),
    "lag": ("at_once", "quarter", "half_year", "year", "years"),
    "disaggregation": ("sex", "age", "area", "migration_status", "disability"),
    "step": ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
    "month": tuple(str(number) for number in range(1, 13)),
    "plan_level": ("country", "province", "city"),
    "language": ("en", "ru", "fr", "ro", "bn", "es", "ar"),
}  # fmt: skip
"""Every list by its name. `country`, `currency` and `indicator` are long lists kept as data; see OPEN_LISTS."""

OPEN_LISTS = frozenset({"country", "currency", "indicator"})
"""Lists whose codes live in resources/codes: the shape of a code is checked here, its name is found at the edge."""


def institution_group(institution_type: str) -> str:
    """The part of society an institution type stands for; empty for `other` and for none."""
    for group, types in INSTITUTION_TYPE_GROUPS.items():
        if institution_type in types:
            return group
    return ""
