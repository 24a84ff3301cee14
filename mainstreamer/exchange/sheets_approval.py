"""The last page of a printed plan: what is approved, and lines to sign on. Nobody's name stands on it."""

from __future__ import annotations

from collections import Counter

from mainstreamer.domain.actions import total
from mainstreamer.exchange.cells import Cell, Sheet, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.sheets_actions import TOTAL_ROW, layout
from mainstreamer.exchange.styles import BAND, HEADER, NOTE, TITLE, Look

_SIGNATURE = Look(line="under")
_LABEL = Look(font="muted", line="", align="middle")
_LINE = Look(align="line")
_COUNT = Look(align="figure", format="#,##0")
_WIDTHS = {1: 3.0, 2: 52.0, 3: 20.0, 4: 50.0, 5: 24.0, 6: 50.0}
_LINES = ("institution", "post", "date", "signature")


def approval_sheet(edition: Edition) -> Sheet:
    """What the plan adds up to, a place for those who approve it, and a line for each institution that leads actions."""
    sheet = edition.sheet("approval", "front")
    frame = edition.plan.frame
    sheet.blank()
    sheet.add([None, Cell(sheet.heading, TITLE)])
    sheet.add(
        [None, Cell(frame.title or edition.word("cover", "untitled"), Look(font="strong", align="middle", line=""))]
    )
    said = (frame.version, edition.money_note(), edition.part_note)
    sheet.add([None, Cell(" · ".join(filter(None, said)), NOTE)])
    sheet.heights.update({2: 26, 3: 20})
    sheet.blank()
    _add_approvals(edition, sheet)
    sheet.blank()
    _add_leads(edition, sheet)
    sheet.widths.update(_WIDTHS)
    sheet.print_area = f"A1:F{len(sheet.rows)}"
    return sheet


def _add_approvals(edition: Edition, sheet: Sheet) -> None:
    """Lines to sign on in two columns, beside the sums that are approved."""
    sums = _sums(edition)
    heads = {2: "what", 4: "agreed", 6: "approved"}
    looks = {column: Cell(edition.word("approval", word), BAND) for column, word in heads.items()}
    sheet.add([None, looks[2], Cell(None, BAND), looks[4], None, looks[6]])
    for number in range(max(len(sums), 2 * len(_LINES))):
        left = sums[number] if number < len(sums) else (None, None)
        line: Cell | None = None
        if number < 2 * len(_LINES):
            line = Cell(None, _SIGNATURE) if number % 2 else Cell(edition.word("approval", _LINES[number // 2]), _LABEL)
        where = sheet.add([None, *left, line, None, line])
        sheet.heights[where] = 21


def _sums(edition: Edition) -> list[tuple[Cell, Cell]]:
    """What the plan adds up to, taken from the row of totals."""
    found, plan = total(edition.plan.actions), layout(edition)
    source, money = (
        quoted(edition.title("action")),
        edition.money_look._replace(font="strong", align="figure", locked=True),
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
    """The institutions that lead actions, each with room for its approval."""
    counted = Counter(uid for action in edition.plan.actions for uid in action.leads)
    rows = sorted((edition.record_name("institution", uid), number) for uid, number in counted.items())
    if not rows:
        return
    words = (edition.word("approval", key) for key in ("leads", "actions", "post", "date", "signature"))
    header = sheet.add([None, *(Cell(word, HEADER) for word in words)])
    sheet.heights[header] = 22
    for name, number in rows:
        where = sheet.add([None, Cell(name or None, _LINE), Cell(number, _COUNT), *[Cell(None, _LINE)] * 3])
        sheet.heights[where] = 27
    sheet.title_rows = f"{header}:{header}"
