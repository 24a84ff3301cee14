"""What the overview says: domain values turned into lines, columns and figures, each with where it leads."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from mainstreamer.domain.actions import ZERO, YearSum
from mainstreamer.domain.calendar import short_year_name, year_name
from mainstreamer.domain.deadlines import Deadline, next_deadline
from mainstreamer.domain.item_filters import OwnShare
from mainstreamer.domain.kinds import EXISTS, KINDS, PlanFrame
from mainstreamer.domain.overview import Fault, Hindrances, Overview, Stand
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness.finding import BLOCKS
from mainstreamer.language.findings import record_name
from mainstreamer.language.short_amounts import short_amount
from mainstreamer.storage.reading import Glimpse
from mainstreamer.ui.changes import field_text, shortened, value_text
from mainstreamer.ui.charts.money_columns import Column
from mainstreamer.ui.charts.status_strip import PATTERNS, Share
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.lateness import late_words
from mainstreamer.ui.pages.registry import ACTIONS, HISTORY, READINESS
from mainstreamer.ui.pages.step_tabs import CHECKLIST
from mainstreamer.ui.reading import link_name
from mainstreamer.ui.scores import claimed_meaning, progress_text
from mainstreamer.ui.session import Session
from mainstreamer.ui.targets import Target, place
from mainstreamer.ui.widgets.led_list import LedLine
from mainstreamer.ui.widgets.step_bars import StepLine

NOTHING = "–"
UNDATED = 0
"""The year under which sums by year keep what has no dates."""
LONGEST = 60
LATE_QUARTERS = 4
"""What is late by more quarters is said by its day."""
Figure = tuple[str, str, str, Target]
"""The figure, its note, the tone of the note, where it leads."""


def step_target(step: int) -> Target:
    return Target(str(step), CHECKLIST)


# -- figures -----------------------------------------------------------------------------------------------------------


def essential_figure(found: Overview) -> Figure:
    """Essential items answered, and how many answers are only claimed."""
    answered = found.essential - found.essential_open
    parts = []
    if found.essential_open:
        parts.append(n("{n} left", "{n} left", found.essential_open))
    if found.claimed:
        parts.append(n("{n} claimed", "{n} claimed", found.claimed))
    if found.essential_open:
        target = Target(READINESS, "todo", {"code": "essential_item_unanswered", "severity": BLOCKS})
    else:
        target = step_target(next((one.step for one in found.stands if one.progress.claimed), 1))
    tone = "neutral" if found.essential_open else "warning" if found.claimed else "good"
    figure = t("{part} of {whole}", part=words().number(answered), whole=words().number(found.essential))
    return figure, " · ".join(parts) or t("all answered and shown"), tone, target


def ready_figure(found: Hindrances) -> Figure:
    """Actions that nothing holds back, of all that count."""
    target = Target(READINESS, "todo", {"kind": "action", "severity": BLOCKS})
    left_out = found.cancelled
    apart = n("{n} cancelled not counted", "{n} cancelled not counted", left_out) if left_out else ""
    if not found.actions:
        return NOTHING, apart or t("no action yet"), "neutral", Target(ACTIONS)
    figure = t("{part} of {whole}", part=words().number(found.actions_ready), whole=words().number(found.actions))
    held = found.actions - found.actions_ready
    note = n("{n} not ready", "{n} not ready", held) if held else t("nothing holds them back")
    said = " · ".join(part for part in (note, apart) if part)
    return (figure, said, "warning", target) if held else (figure, said, "good", Target(ACTIONS))


def money_figure(found: Overview, currency: str) -> Figure:
    """What the actions cost, and what of it is not found yet."""
    money, speech = found.money, words()
    target = Target(ACTIONS)
    if not money.actions:
        return NOTHING, t("no action yet"), "neutral", target
    figure = short_amount(speech, money.cost, currency)
    parts = []
    if money.gap > ZERO:
        amount = short_amount(speech, money.gap)
        share = speech.number(100 * money.gap / money.cost, 0) if money.cost > ZERO else ""
        parts.append(
            t("gap {amount}, {share} %", amount=amount, share=share) if share else t("gap {amount}", amount=amount)
        )
    if money.uncosted:
        parts.append(n("{n} without a cost", "{n} without a cost", money.uncosted))
    tone = "warning" if parts else "good"
    return figure, " · ".join(parts) or t("all of it found"), tone, target


def deadline_figure(plan: Plan, found: Overview) -> Figure:
    """The next day by which something is due."""
    following = next_deadline(found.deadlines)
    if following is None:
        return NOTHING, t("no date ahead; enter one"), "neutral", place("plan", plan.uid, "budget_circular")
    return (
        words().date(following.day),
        deadline_text(plan, following),
        "neutral",
        place(following.kind, following.uid, following.field),
    )


def open_target(session: Session, step: int) -> Target:
    """The first essential item of a step that is not answered; the step itself where none is left."""
    plan = session.plan
    for item in session.checklist.of_step(step, plan.sectors):
        answer = plan.answers.get(item.code)
        if item.essential and (answer is None or not answer.score):
            return place("answer", plan.answer_uid(item.code), "score")
    return step_target(step)


def next_line(session: Session, found: Overview, held: Hindrances | None) -> tuple[str, Target | None]:
    """What comes next, in one sentence."""
    following = found.next_open
    if following is not None:
        text = n(
            "Next: {n} essential item left in step {step}",
            "Next: {n} essential items left in step {step}",
            following.progress.open_essential,
            step=following.step,
        )
        return text, open_target(session, following.step)
    if held is None:
        return "", None
    if held.count:
        text = n("Next: {n} thing to settle before adoption", "Next: {n} things to settle before adoption", held.count)
        return text, Target(READINESS, "todo", {"severity": BLOCKS})
    return t("Nothing blocks adoption. See what would make the plan better."), Target(READINESS, "todo", {})


def own_line(plan: Plan, own: OwnShare | None) -> tuple[str, Target | None]:
    """How far the institution of whoever works is, and the list of what is left for it."""
    if own is None:
        return "", None
    text = n(
        "{institution}: {answered} of {n} item answered",
        "{institution}: {answered} of {n} items answered",
        own.of,
        institution=shortened(plan.name_of("institution", own.institution), LONGEST),
        answered=words().number(own.answered),
    )
    return text, Target(READINESS, "step", {"institution": own.institution})


def unnamed_line(own: OwnShare | None) -> tuple[str, Target | None]:
    """That open items have nobody who answers for them: how far an institution is says nothing of those."""
    if own is None or not own.unnamed:
        return "", None
    text = n(
        "{n} open item has no responsible institution",
        "{n} open items have no responsible institution",
        own.unnamed,
    )
    return text, Target(str(own.unnamed_step), CHECKLIST, {"unnamed": "true"})


# -- steps, statuses, money --------------------------------------------------------------------------------------------


def step_line(session: Session, stand: Stand) -> StepLine:
    found, title = stand.progress, session.checklist.step_text(stand.step, "short")
    score = NOTHING if found.score is None else words().number(found.score, 1)
    open_ = n("{n} essential open", "{n} essential open", found.open_essential) if found.open_essential else ""
    spoken = [f"{stand.step} {title}", progress_text(found), claimed_meaning(found)]
    if found.open_essential:
        spoken.append(n("{n} essential item open", "{n} essential items open", found.open_essential))
    return StepLine(
        str(stand.step),
        title,
        stand.answered,
        stand.proven,
        stand.claimed,
        score,
        found.complete,
        open_,
        ". ".join(part for part in spoken if part),
        step_target(stand.step),
    )


def status_shares(statuses: dict[str, int]) -> list[Share]:
    speech, found = words(), []
    for status in PATTERNS:
        count = statuses.get(status, 0)
        if count:
            name = speech.choice("action_status", status) if status else t("No status")
            spoken = f"{name}: {n('{n} action', '{n} actions', count)}"
            found.append(Share(status, name, count, speech.number(count), spoken))
    return found


def money_columns(years: dict[int, YearSum], frame: PlanFrame) -> list[Column]:
    """A column for every year from the first to the last with money, and one for what has no dates."""
    dated = [year for year, found in years.items() if year != UNDATED and found != YearSum()]
    wanted = list(range(min(dated), max(dated) + 1)) if dated else []
    if years.get(UNDATED) not in (None, YearSum()):
        wanted.append(UNDATED)
    return [_column(year, years.get(year, YearSum()), frame) for year in wanted]


def _column(year: int, found: YearSum, frame: PlanFrame) -> Column:
    speech, currency, start = words(), frame.currency, frame.fiscal_start or 1
    amounts = tuple(max(amount, ZERO) for amount in (found.state, found.external, found.gap))
    label = year_name(year, start) if year != UNDATED else t("no dates")
    # The parts add up to more than the cost where an action has more than it needs.
    said = [
        t("cost {amount}", amount=short_amount(speech, found.cost, currency)),
        t("state {amount}", amount=short_amount(speech, found.state, currency)),
        t("partners {amount}", amount=short_amount(speech, found.external, currency)),
        t("not found yet {amount}", amount=short_amount(speech, found.gap, currency)),
    ]
    amount = found.cost or sum(amounts, Decimal(0))
    if found.cost and sum(amounts, Decimal(0)) > found.cost:
        over = short_amount(speech, sum(amounts, Decimal(0)) - found.cost, currency)
        said.append(t("surplus of {amount} elsewhere not counted", amount=over))
    return Column(
        str(year),
        label,
        (amounts[0], amounts[1], amounts[2]),
        short_amount(speech, amount) if amount else NOTHING,
        f"{label}: {', '.join(said)}",
        short_year_name(year, start) if year != UNDATED else "",
    )


def year_target(year: str) -> Target:
    return Target(ACTIONS, "", {"money": year})


# -- lists -------------------------------------------------------------------------------------------------------------


def deadline_text(plan: Plan, one: Deadline) -> str:
    field = words().field(one.kind, one.field)
    if one.kind == "plan":
        return field
    field = {
        "report_due": t("report due"),
        "end": t("should have ended") if one.late else t("ends"),
        "review_date": t("review was due") if one.late else field,
    }.get(one.field, field)
    return f"{record_name(words(), plan, one.kind, one.uid)} · {field}"


def deadline_line(plan: Plan, one: Deadline) -> LedLine:
    if one.quarters > LATE_QUARTERS:
        head, tone = t("since {date}", date=words().date(one.day)), "warning"
    elif one.late:
        head, tone = late_words(one.quarters), "warning"
    else:
        head, tone = words().date(one.day), "neutral"
    who = plan.name_of("institution", one.institution, short=True)
    return LedLine(deadline_text(plan, one), place(one.kind, one.uid, one.field), head, tone, who)


def fault_line(plan: Plan, fault: Fault) -> LedLine:
    """A kind of fault, how often, and whose. The count stands first, so that the longest list is seen first."""
    speech = words()
    whose = [
        f"{institution_name(plan, uid)} {speech.number(count)}"
        if uid
        else t("nobody named: {count}", count=speech.number(count))
        for uid, count in fault.institutions
    ]
    target = Target(READINESS, "todo", {"code": fault.code, "severity": BLOCKS})
    return LedLine(
        speech.word("finding", fault.code, "title"), target, speech.number(fault.count), "warning", ", ".join(whose)
    )


def institution_name(plan: Plan, uid: str) -> str:
    """The short name of who answers for something; a plain word for nobody."""
    if not uid:
        return t("nobody named")
    return plan.name_of("institution", uid, short=True) or link_name(plan, "institution", uid)


def glimpse_line(plan: Plan, one: Glimpse, today: date) -> LedLine:
    who = one.institution or one.person
    return LedLine(_glimpse_text(plan, one), _glimpse_target(plan, one), moment(one.at, today), "", who)


def _glimpse_text(plan: Plan, one: Glimpse) -> str:
    speech = words()
    verb = speech.word("verb", one.verb)
    change = one.first
    if change is None:
        return verb
    name = record_name(speech, plan, change.cell.kind, change.cell.uid)
    if one.values > 1 or change.cell.field == EXISTS:
        return f"{verb}: {name}" if _is_one_record(one) else f"{verb} · {n('{n} value', '{n} values', one.values)}"
    said = f"{field_text(change)}: {shortened(value_text(plan, change, change.new), LONGEST)}"
    if change.cell.kind == "plan":
        return said
    code = str(getattr(plan.find(change.cell.kind, change.cell.uid), "code", ""))
    return f"{code or name} · {said}"


def _is_one_record(one: Glimpse) -> bool:
    """Whether all values are of one record, or the verb is one that concerns a single one; the others are told by how much
    they changed."""
    return one.of_one or one.verb in ("add", "answer", "adopt", "add_evidence", "edit", "edit_plan", "edit_population")


def _glimpse_target(plan: Plan, one: Glimpse) -> Target:
    change = one.first
    if change is None or not _is_one_record(one) or plan.find(change.cell.kind, change.cell.uid) is None:
        return Target(HISTORY)
    kind = change.cell.kind
    if not (KINDS[kind].step or kind in ("answer", "plan")) or kind == "baseline":
        return Target(HISTORY)
    field = change.cell.field if change.cell.field in KINDS[kind].fields else KINDS[kind].title
    return place(kind, change.cell.uid, field)


def moment(at: str, today: date) -> str:
    """When, in this computer's time: the hour for today, else the day."""
    try:
        found = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{found:%H:%M}" if found.date() == today else words().date(found.date())
