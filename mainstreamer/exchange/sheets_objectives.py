"""The register of objectives, with what their actions cost beside each: the subtotals of the action plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from mainstreamer.domain.actions import Sum, total
from mainstreamer.domain.kinds import Action
from mainstreamer.exchange.action_lines import FIRST_ROW, bottom_row
from mainstreamer.exchange.cells import Sheet, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.sheets_actions import layout
from mainstreamer.exchange.sheets_registers import Calculated, register_sheet
from mainstreamer.exchange.styles import CALCULATED_WHOLE


def objectives_sheet(edition: Edition) -> Sheet:
    """Every objective with the number of its actions, their cost, the money secured and the gap, as formulas over the action
    plan; cancelled actions do not count. An objective added here has them as soon as actions name it."""
    if "action" not in edition.spec.wanted:
        return register_sheet(edition, "objective", "plan")
    found = _sums(edition)
    formulas = _Formulas(edition)
    columns = [_column(edition, code, word, value, found, formulas) for code, word, value in _FIGURES]
    return register_sheet(edition, "objective", "plan", columns, edition.word("band", "actions_money"))


def _sums(edition: Edition) -> dict[str, Sum]:
    """Sums by the uid of an objective. Objectives of one name share them, since the action plan names objectives only."""
    named: dict[str, list[Action]] = {}
    for action in edition.plan.actions:
        named.setdefault(edition.plan.name_of("objective", action.objective).casefold(), []).append(action)
    titles = {row.uid: edition.plan.name_of("objective", row.uid).casefold() for row in edition.records("objective")}
    return {uid: total(named.get(title, ())) for uid, title in titles.items() if title}


_FIGURES: tuple[tuple[str, str, Callable[[Sum], int | Decimal]], ...] = (
    ("~actions", "action_count", lambda each: each.actions),
    ("~cost", "cost_sum", lambda each: each.cost),
    ("~secured", "secured_sum", lambda each: each.state + each.external),
    ("~gap", "gap", lambda each: each.gap),
)


def _column(
    edition: Edition,
    code: str,
    word: str,
    value: Callable[[Sum], int | Decimal],
    found: Mapping[str, Sum],
    formulas: _Formulas,
) -> Calculated:
    label = edition.word("column", word)
    counts = code == "~actions"
    return Calculated(
        code,
        label if counts else edition.amount_header(label),
        lambda record: value(found[record.uid]) if record is not None and record.uid in found else "",
        lambda at: formulas.of(code, at("title")),
        CALCULATED_WHOLE if counts else edition.money_look,
    )


class _Formulas:
    """Sums over the rows of the action plan that name an objective and are not cancelled. Names are compared whole, which
    conditions of SUMIFS do not do with long ones."""

    def __init__(self, edition: Edition) -> None:
        plan, last, source = layout(edition), bottom_row(edition), quoted(edition.title("action"))
        codes = ("objective", "status", "cost", "existing_resources", "secured_state", "secured_external", "~gap")
        self._areas = {
            code: f"{source}!${plan.letters[code]}${FIRST_ROW}:${plan.letters[code]}${last}" for code in codes
        }

    def of(self, code: str, title: str) -> str:
        """The formula of a column; `title` names the cell with the objective."""
        area = self._areas
        mine = f"({area['objective']}={title})*({area['status']}<>status_cancelled)"
        return f'IF({title}="","",{self._sum(code, mine)})'

    def _sum(self, code: str, mine: str) -> str:
        area = self._areas
        if code == "~actions":
            return f"SUMPRODUCT({mine})"
        if code == "~gap":
            gap = f"({area['cost']}-{area['secured_state']}-{area['secured_external']})"
            known = f'--((({area["cost"]}<>"")+({area["existing_resources"]}=word_yes))>0)'
            plain = f"SUMPRODUCT({mine},--({area['~gap']}>0),{area['~gap']})"
            return f"IFERROR(SUMPRODUCT({mine},{known},--({gap}>0),{gap}),{plain})"
        amounts = ("cost",) if code == "~cost" else ("secured_state", "secured_external")
        return "+".join(f"SUMPRODUCT({mine},{area[name]})" for name in amounts)
