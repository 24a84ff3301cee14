"""The last page of a printed plan: what is approved, and lines to sign on. Nobody's name stands on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mainstreamer.domain.actions import counts, total
from mainstreamer.domain.kinds import Action
from mainstreamer.exchange.cells import Cell, Sheet, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.layout import LINE_HEIGHT, wrapped_lines
from mainstreamer.exchange.sheets_actions import TOTAL_ROW, layout
from mainstreamer.exchange.styles import BAND, HEADER, NOTE, TITLE, Look

_SIGNATURE = Look(line="under")
_LABEL = Look(font="muted", line="", align="line")
_LINE = Look(align="header")
_NAME = Look(font="strong", align="header", line="")
_COUNT = Look(align="figure", format="#,##0")
_WIDTHS = {1: 3.0, 2: 52.0, 3: 20.0, 4: 4.0, 5: 48.0, 6: 24.0, 7: 48.0}
"""The fourth column keeps the sums apart from the lines to sign on."""

_COLUMNS = (_WIDTHS[2], _WIDTHS[3] + _WIDTHS[4], _WIDTHS[5], _WIDTHS[6], _WIDTHS[7])
_ONE_PAGE = 40
"""Rows that are drawn together on one page."""

_MOST_CODES = 12
"""Codes of actions that are named in a line; more of them are counted."""

_LINES = ("institution", "post", "date", "signature")


def approval_sheet(edition: Edition) -> Sheet:
    """What the plan adds up to, a place for those who approve it, and a line for each institution that leads actions."""
    sheet = edition.sheet("approval", "front")
    frame = edition.plan.frame
    sheet.blank()
    sheet.add([None, Cell(sheet.heading, TITLE)])
    name = frame.title or edition.word("cover", "untitled")
    sheet.merged.append(f"B{sheet.add([None, Cell(name, _NAME)])}:G3")
    said = (frame.version, edition.money_note(), edition.part_note)
    sheet.add([None, Cell(" · ".join(filter(None, said)), NOTE)])
    sheet.heights.update(
        {2: 26, 3: 7 + LINE_HEIGHT * wrapped_lines(name, sum(_WIDTHS.values()) - _WIDTHS[1], bold=True)}
    )
    sheet.blank()
    _add_approvals(edition, sheet)
    sheet.blank(2)
    _add_leads(edition, sheet)
    sheet.widths.update(_WIDTHS)
    sheet.print_area = f"A1:G{len(sheet.rows)}"
    sheet.pages_high = int(len(sheet.rows) <= _ONE_PAGE)
    return sheet


def _add_approvals(edition: Edition, sheet: Sheet) -> None:
    """Lines to sign on in two columns, beside the sums that are approved."""
    sums = _sums(edition)
    heads = {2: "what", 5: "agreed", 7: "approved"}
    looks = {column: Cell(edition.word("approval", word), BAND) for column, word in heads.items()}
    sheet.heights[sheet.add([None, looks[2], Cell(None, BAND), None, looks[5], None, looks[7]])] = 20
    for number in range(max(len(sums), 2 * len(_LINES))):
        left = sums[number] if number < len(sums) else (None, None)
        line: Cell | None = None
        if number < 2 * len(_LINES):
            line = Cell(None, _SIGNATURE) if number % 2 else Cell(edition.word("approval", _LINES[number // 2]), _LABEL)
        where = sheet.add([None, *left, None, line, None, line])
        label = "" if left[0] is None else str(left[0].value)
        sheet.heights[where] = max(21, 4 + LINE_HEIGHT * wrapped_lines(label, _WIDTHS[2]))


def _sums(edition: Edition) -> list[tuple[Cell, Cell]]:
    """What the plan adds up to, taken from the row of totals."""
    found, plan = total(edition.plan.actions), layout(edition)
    source, money = (
        quoted(edition.title("action")),
        edition.money_look._replace(font="strong", align="figure", locked=True, format=edition.sums_format),
    )
    rows = [(Cell(edition.word("cover", "actions"), _LINE), Cell(found.actions, _COUNT._replace(font="strong")))]
    for key, code, value in (
        ("cost", "cost", found.cost),
        ("secured_state", "secured_state", found.state),
        ("secured_external", "secured_external", found.external),
        ("gap", "~gap", found.gap),
    ):
        text, currency = edition.word("cover", key), edition.plan.frame.currency
        label = edition.word("column", "amount", label=text, unit=currency) if currency else text
        rows.append((Cell(label, _LINE), Cell(value, money, f"{source}!${plan.letters[code]}${TOTAL_ROW}")))
    return rows


def _add_leads(edition: Edition, sheet: Sheet) -> None:
    """The institutions that lead actions, each with room for its approval; then the actions for which nobody signs, and the
    sum, which is that of the budget: cancelled actions count nowhere."""
    actions = [action for action in edition.plan.actions if counts(action)]
    if not actions:
        return
    counted = Counter(uid for action in actions for uid in dict.fromkeys(action.leads))
    rows = sorted((edition.record_name("institution", uid), number) for uid, number in counted.items())
    words = [edition.word("approval", key) for key in ("leads", "actions", "post", "date", "signature")]
    header = _add_line(sheet, [Cell(word, HEADER) for word in words])
    lines = (wrapped_lines(word, width, bold=True) for word, width in zip(words, _COLUMNS, strict=True))
    sheet.heights[header] = 9 + LINE_HEIGHT * max(lines)
    for name, number in rows:
        where = _add_line(sheet, [Cell(name or None, _LINE), Cell(number, _COUNT), *[Cell(None, _LINE)] * 3])
        sheet.heights[where] = max(27, LINE_HEIGHT * wrapped_lines(name, _WIDTHS[2]) + 4)
    _add_sum(edition, sheet, actions)
    sheet.title_rows = f"{header}:{header}"


def _add_sum(edition: Edition, sheet: Sheet, actions: Sequence[Action]) -> None:
    """Actions without a lead by their codes, all actions, and why the lines above may add up to more."""
    alone = [action for action in actions if not action.leads]
    if alone:
        label, codes = edition.word("budget", "no_lead"), _codes(alone)
        cells = [Cell(label, _LINE), Cell(len(alone), _COUNT), Cell(codes, _LINE), *[Cell(None, _LINE)] * 2]
        where = _add_line(sheet, cells)
        sheet.merged.append(f"E{where}:G{where}")
        room = (wrapped_lines(label, _WIDTHS[2]), wrapped_lines(codes, sum(_COLUMNS[2:])))
        sheet.heights[where] = max(27, LINE_HEIGHT * max(room) + 4)
    label, strong = edition.word("column", "total"), _LINE._replace(font="strong")
    where = _add_line(sheet, [Cell(label, strong), Cell(len(actions), _COUNT._replace(font="strong"))])
    sheet.heights[where] = max(27, LINE_HEIGHT * wrapped_lines(label, _WIDTHS[2], bold=True) + 4)
    joint = [action for action in actions if len(action.leads) > 1]
    if joint:
        said = edition.word("approval", "joint", codes=_codes(joint))
        where = sheet.add([None, Cell(said, NOTE)])
        sheet.merged.append(f"B{where}:G{where}")
        sheet.heights[where] = 7 + LINE_HEIGHT * wrapped_lines(said, sum(_WIDTHS.values()) - _WIDTHS[1])


def _codes(actions: Sequence[Action]) -> str:
    """Actions by their codes, or by their titles where they have none."""
    names = [action.code or action.title or "–" for action in actions]
    return ", ".join(names[:_MOST_CODES]) + (f" (+{len(names) - _MOST_CODES})" if len(names) > _MOST_CODES else "")


def _add_line(sheet: Sheet, cells: list[Cell]) -> int:
    """A row of the table of institutions, whose second cell takes the narrow column as well."""
    where = sheet.add([None, *cells[:2], Cell(None, cells[1].look), *cells[2:]])
    sheet.merged.append(f"C{where}:D{where}")
    return where
