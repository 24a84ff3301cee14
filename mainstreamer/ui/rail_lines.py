"""The lines of the rail: pages and steps, how far each step is, and what waits on a page."""

from __future__ import annotations

from mainstreamer.domain.checklist import step_progress
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.registry import ACTIONS, BELOW_STEPS, COMING_BACK, READINESS, above_steps
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.rail import RailEntry

STEPS = range(1, 11)


def rail_lines(session: Session, essential: bool, returned: str) -> list[RailEntry]:
    """All lines from above; `essential` counts only essential items, `returned` is how many changes of a workbook are to be
    looked through."""
    speech, found = words(), session.assessment
    blocking = speech.number(found.blocking) if found.was_made else ""  # nothing while nobody has looked yet
    counts = {ACTIONS: speech.number(len(session.plan.actions)), READINESS: blocking, COMING_BACK: returned}
    lines = [
        RailEntry(one.key, one.title(), count=counts.get(one.key, ""), icon=one.icon) for one in above_steps(session)
    ]
    lines += [_step_line(session, step, essential) for step in STEPS]
    for place, one in enumerate(BELOW_STEPS):
        count = counts.get(one.key, "")
        lines.append(RailEntry(one.key, one.title(), count=count, icon=one.icon, rule_above=place == 0))
    return lines


def _step_line(session: Session, step: int, essential: bool) -> RailEntry:
    found = step_progress(session.plan, session.checklist, step, essential)
    title = session.checklist.step_text(step, "short")
    state = t("{answered} of {of} answered", answered=found.answered, of=found.of)
    open_ = n("{n} essential item open", "{n} essential items open", found.open_essential)
    return RailEntry(
        str(step),
        title,
        number=str(step),
        count=f"{found.answered}/{found.of}",
        fraction=found.answered / found.of if found.of else 0.0,
        marked=found.open_essential > 0,
        spoken=". ".join((f"{step} {title}", state, open_ if found.open_essential else "")).strip(". "),
        rule_above=step == 1,
    )
