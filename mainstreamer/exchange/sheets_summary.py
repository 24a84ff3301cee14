"""The summary: one page that people look at first. Every figure is a formula over the other sheets, every chart draws cells."""

from __future__ import annotations

from decimal import Decimal

from mainstreamer.domain.actions import by_status
from mainstreamer.domain.calendar import quarter_of
from mainstreamer.exchange.cells import Cell, Condition, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import sentence, text_literal
from mainstreamer.exchange.layout import fit_zoom, wrapped_lines
from mainstreamer.exchange.sheets_actions import beyond_formula, beyond_words
from mainstreamer.exchange.sheets_figures import Figures
from mainstreamer.exchange.styles import HIDDEN, LIGHT_COLOURS, NOTE, TITLE, Look
from mainstreamer.exchange.summary_checklist import Steps, add_steps
from mainstreamer.exchange.summary_late import add_late
from mainstreamer.exchange.summary_money import add_money
from mainstreamer.exchange.summary_page import (
    CAPTION,
    CARD,
    COLUMN_WIDTH,
    COLUMNS,
    KEY,
    LABEL,
    STEP,
    WIDE_COLUMN,
    SummaryPage,
    shortened,
)
from mainstreamer.exchange.summary_status import add_statuses

_CARDS = 5
"""The first row of the cards."""

_LARGER = 10 / 9
"""Labels of cards have smaller letters than those by which widths are reckoned."""

_PART = Look(font="strong", align="middle", fill=LIGHT_COLOURS["amber"][0], line="")


def summary_sheet(edition: Edition, figures: Figures, status: Sheet | None) -> Sheet:
    """The summary. Without the sheet of the checklist its figures by step are values."""
    on = SummaryPage(edition, figures, status)
    sheet = on.sheet
    sheet.add([Cell("mainstreamer:summary", HIDDEN)])
    sheet.hidden_rows.add(1)
    sheet.hidden_columns.add(1)
    _title(on)
    steps = add_steps(on, 9)
    add_statuses(on, 9, steps.row)
    below = add_money(on, steps.row + 2)
    last = add_late(on, below + 2, _key(on, 5))
    _cards(on, steps)
    note = f"{edition.money_note()} {edition.word('note', 'totals')} {edition.word('note', 'spread')}"
    on.page.put(last + 1, 1, COLUMNS, Cell(note, CAPTION))
    on.page.settle(sheet, last + 1)
    sheet.widths.update(dict.fromkeys(range(2, COLUMNS + 2), COLUMN_WIDTH if on.lines == 1 else WIDE_COLUMN))
    sheet.heights.update({2: 28, 3: 18, 4: 8, 8: 10})
    for line in range(9, last + 2):
        sheet.heights.setdefault(line, 20 if on.lines == 1 else 25)
    sheet.heights[last + 1] = 20 * on.lines
    sheet.print_area = f"{on.page.at(2, 1)}:{on.page.at(last + 1, COLUMNS)}"
    sheet.pages_high, sheet.protected = 1, True
    fit_zoom(sheet, 60)
    sheet.records = len(edition.plan.actions)
    return sheet


def _title(on: SummaryPage) -> None:
    edition, frame = on.edition, on.edition.plan.frame
    on.page.put(2, 1, 12, Cell(on.sheet.heading or on.sheet.title, TITLE._replace(align="middle")))
    title = frame.title or edition.word("cover", "untitled")
    on.page.put(2, 13, COLUMNS - 12, Cell(shortened(title, 110), Look("subtitle", "end", line="")))
    now = quarter_of(edition.today, edition.fiscal_start)
    template = on.word("quarter_now", quarter="{quarter}")
    formula = sentence(template, {"quarter": edition.language.quarter_formula("quarter_now")})
    said = template.format(quarter=edition.language.quarter(now))
    if on.sheet.notice:
        said, formula = f"{on.sheet.notice} {said}", f"{text_literal(f'{on.sheet.notice} ')}&{formula}"
    if on.figures.action is not None and (beyond := beyond_formula(edition)):
        formula = f'IF({beyond},{text_literal(f"{beyond_words(edition)} ")},"")&{formula}'
    on.page.put(3, 1, COLUMNS, Cell(said, NOTE._replace(align="middle"), formula))


# -- cards -------------------------------------------------------------------------------------------------------------


def _key(on: SummaryPage, place: int) -> str:
    """The cell with the figure of a card."""
    return on.page.at(_CARDS + 1, 1 + place * STEP)


def _card(on: SummaryPage, place: int, label: str, key: Cell, note: Cell) -> None:
    row, column = _CARDS, 1 + place * STEP
    on.page.put(row, column, CARD, Cell(label, LABEL))
    on.page.put(row + 1, column, CARD, key)
    on.page.put(row + 2, column, CARD, note)
    width = CARD * (COLUMN_WIDTH if on.lines == 1 else WIDE_COLUMN) * _LARGER
    on.sheet.heights[row + 1] = 34
    for where, text in ((row, label), (row + 2, str(note.value or ""))):
        needed = 6 + 12.5 * max(on.lines, wrapped_lines(text, width))
        on.sheet.heights[where] = max(needed, on.sheet.heights.get(where, 0))


def _said(on: SummaryPage, key: str, values: dict[str, object], parts: dict[str, str], look: Look = LABEL) -> Cell:
    """A sentence with figures in it, as a formula where all of them are."""
    template = on.word(key, **{name: f"{{{name}}}" for name in values})
    formula = sentence(template, parts) if all(parts.values()) else ""
    return Cell(template.format(**values), look, formula)


def _cards(on: SummaryPage, steps: Steps) -> None:
    figures, found = on.figures, on.found
    money = KEY._replace(format=f"{on.money_format};-{on.money_format};0")
    whole = KEY._replace(format="#,##0")
    states = by_status(on.edition.plan)
    essential, open_ = steps.progress.essential, steps.progress.open_essential
    answered = f"({steps.essential}-{steps.open_essential})" if steps.essential else ""
    _card(
        on, 0, on.word("essential"),
        _said(on, "answered_of", {"answered": essential - open_, "of": essential},
              {"answered": answered, "of": steps.essential}, KEY),
        _said(on, "still_open", {"count": open_}, {"count": steps.open_essential}),
    )  # fmt: skip
    counted = {name: figures.formula(figures.count(("status", f"status_{name}"))) for name in ("done", "cancelled")}
    _card(
        on, 1, on.word("actions"),
        Cell(found.actions, whole, figures.formula(figures.sum("counts"))),
        _said(on, "done_cancelled", {name: states.get(name, 0) for name in counted}, counted),
    )  # fmt: skip
    _card(
        on, 2, on.with_unit(on.word("cost")),
        Cell(found.cost, money, figures.formula(figures.total("cost"))),
        _said(on, "uncosted", {"count": found.uncosted}, {"count": figures.formula(figures.sum("uncosted"))}),
    )  # fmt: skip
    cost, have, gap = (_key(on, place) for place in (2, 3, 4))
    secured = found.state + found.external
    _card(
        on, 3, on.with_unit(on.word("secured")),
        Cell(secured, money, figures.formula(f"{figures.total('state')}+{figures.total('external')}")),
        _share(on, "share_secured", secured, have, cost),
    )  # fmt: skip
    _card(
        on, 4, on.with_unit(on.word("gap")),
        Cell(found.gap, money, figures.formula(figures.total("gap"))), _share(on, "share_gap", found.gap, gap, cost),
    )  # fmt: skip
    very = sum(1 for quarters, _, _ in on.late if quarters > 1)
    _card(
        on, 5, on.word("late"),
        Cell(len(on.late), whole, figures.formula(figures.count(("late", '">0"')))),
        _said(on, "very_late", {"count": very}, {"count": figures.formula(figures.count(("late", '">1"')))}),
    )  # fmt: skip
    for place, colour in ((4, "red"), (5, "red")):
        cell = _key(on, place)
        on.sheet.conditions.append(Condition(cell, f"{cell}>0", "", LIGHT_COLOURS[colour][1]))


def _share(on: SummaryPage, key: str, part: Decimal, cell: str, cost: str) -> Cell:
    """What part of the cost that is, in whole per cent; nothing without a cost."""
    template = on.word(key, share="{share}")
    percent = Decimal(100) * part / on.found.cost if on.found.cost else None
    rounded = "" if percent is None else str(int(percent + Decimal("0.5")))
    said = template.format(share=rounded) if rounded else ""
    text = sentence(template, {"share": f"ROUND(100*{cell}/{cost},0)"})
    return Cell(said, LABEL, on.figures.formula(f'IF({cost}=0,"",{text})'))
