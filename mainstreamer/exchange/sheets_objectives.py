"""The register of objectives, with what their actions cost beside each: the subtotals of the action plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from mainstreamer.domain.actions import Sum, total
from mainstreamer.exchange.action_lines import FIRST_ROW, bottom_row
from mainstreamer.exchange.cells import Sheet, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.input_table import At
from mainstreamer.exchange.sheets_actions import layout
from mainstreamer.exchange.sheets_registers import Calculated, register_sheet
from mainstreamer.exchange.styles import CALCULATED_WHOLE


def objectives_sheet(edition: Edition) -> Sheet:
    """Every objective with the number of its actions, their cost, the money secured and the gap, as formulas over the action
    plan; cancelled actions do not count. An objective added here has them as soon as actions name it."""
    if "action" not in edition.spec.wanted:
        return register_sheet(edition, "objective", "plan")
    found = {
        objective.uid: total(action for action in edition.plan.actions if action.objective == objective.uid)
        for objective in edition.records("objective")
    }
    columns = [_column(edition, code, word, value, found) for code, word, value in _FIGURES]
    return register_sheet(edition, "objective", "plan", columns, edition.word("band", "actions_money"))


_FIGURES: tuple[tuple[str, str, Callable[[Sum], int | Decimal]], ...] = (
    ("~actions", "action_count", lambda each: each.actions),
    ("~cost", "cost_sum", lambda each: each.cost),
    ("~secured", "secured_sum", lambda each: each.state + each.external),
    ("~gap", "gap", lambda each: each.gap),
)


def _column(
    edition: Edition, code: str, word: str, value: Callable[[Sum], int | Decimal], found: Mapping[str, Sum]
) -> Calculated:
    label = edition.word("column", word)
    counts = code == "~actions"
    return Calculated(
        code,
        label if counts else edition.amount_header(label),
        lambda record: value(found[record.uid]),
        lambda at: _formula(edition, code, at),
        CALCULATED_WHOLE if counts else edition.money_look,
    )


def _formula(edition: Edition, code: str, at: At) -> str:
    """Rows of the action plan that name this objective and are not cancelled. Names are compared whole, which conditions of
    SUMIFS do not do with long ones."""
    plan, last = layout(edition), bottom_row(edition)
    source = quoted(edition.title("action"))

    def area(name: str) -> str:
        letter = plan.letters[name]
        return f"{source}!${letter}${FIRST_ROW}:${letter}${last}"

    mine = f'({area("objective")}={at("title")})*({at("title")}<>"")*({area("status")}<>status_cancelled)'
    if code == "~actions":
        return f"SUMPRODUCT({mine})"
    amounts = {
        "~cost": (area("cost"),),
        "~secured": (area("secured_state"), area("secured_external")),
        "~gap": (area("~gap"),),
    }[code]
    positive = f",--({area('~gap')}>0)" if code == "~gap" else ""
    return "+".join(f"SUMPRODUCT({mine}{positive},{amount})" for amount in amounts)
