"""The cover: what plan this is, what it adds up to, where to find what, and room for signatures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from mainstreamer.domain.actions import total
from mainstreamer.domain.calendar import quarter_of
from mainstreamer.domain.checklist import progress
from mainstreamer.exchange.action_lines import FIRST_ROW, bottom_row
from mainstreamer.exchange.cells import Cell, Sheet, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.layout import MOST_HEIGHT, fit_heights, wrapped_lines
from mainstreamer.exchange.sheets_actions import TOTAL_ROW, layout
from mainstreamer.exchange.sheets_checklist import items_in_use, status_area
from mainstreamer.exchange.styles import BAND, FONTS, NOTE, Look

_COVER_TITLE = Look(font="cover", align="middle_text", line="")
_SUBTITLE = Look(font="subtitle", align="middle_text", line="")
_PART = Look(font="strong", align="text", line="thin", fill="FBEFD9")
_LABEL = Look(font="body", align="header", line="thin", fill="F4F5F3")
_VALUE = Look(font="strong", align="header", line="thin")
_FIGURE = Look(font="strong", align="figure", line="thin", format="#,##0")
_LINK = Look(font="link", align="line", line="thin")
_ENTRIES = Look(align="figure", line="thin", format="#,##0")
_SIGNATURE = Look(line="under")
_SIGN = Look(line="", align="middle")
_WIDTHS = {1: 2.0, 2: 32.0, 3: 52.0, 4: 2.0, 5: 42.0, 6: 24.0}
_SECOND = 12.0
"""What columns of labels need more for a second language."""

_WITHOUT_ENTRIES = ("summary", "budget", "approval")
"""Sheets that add up the records of others."""

Pair = tuple[Cell | None, Cell | None]
_GAP: Pair = (None, None)


def cover_sheet(edition: Edition, sheets: Sequence[Sheet], blocking: int) -> Sheet:
    """Made last, because it counts and links the other sheets; it stands first."""
    sheet = edition.sheet("cover", "front")
    frame = edition.plan.frame
    country = edition.language.choice("country", frame.country)
    place = f"{frame.area}, {country}" if frame.area and country else frame.area or country
    period = _period(edition)
    wider = _SECOND * (len(edition.language.codes) - 1)
    sheet.widths.update(_WIDTHS | {2: _WIDTHS[2] + wider, 5: _WIDTHS[5] + wider})
    sheet.blank()
    _across(sheet, Cell(frame.title or edition.word("cover", "untitled"), _COVER_TITLE), 14)
    _across(sheet, Cell(" · ".join(filter(None, (place, period))) or None, _SUBTITLE), 6)
    _across(sheet, Cell(edition.word("cover", "document"), _SUBTITLE), 6)
    sheet.blank()
    sheet.heights[5] = 10
    if edition.is_part:
        said = "\n".join(edition.language.parts(edition.part_words))
        sheet.add([None, Cell(edition.word("cover", "part"), _PART), Cell(said, _PART)])
        sheet.blank()
    left = [_heading(edition, "particulars"), *_particulars(edition, period), *_approval(edition, sheets)]
    right = [_heading(edition, "summary"), *_summary(edition, sheets, blocking), _GAP, *_contents(edition, sheets)]
    _pairs(sheet, left, right, edition)
    sheet.blank()
    notes = (edition.money_note(), edition.word("note", "totals"))
    for line in zip_longest(*map(edition.language.parts, notes), fillvalue=""):
        _across(sheet, Cell(" ".join(filter(None, line)), NOTE._replace(align="text")), 6)
    fit_heights(sheet, 6)
    sheet.fitted_heights = {row: max(height, 18.5) for row, height in sheet.fitted_heights.items()}
    sheet.pages_high = 1
    sheet.print_area = f"A1:F{len(sheet.rows)}"
    return sheet


def _across(sheet: Sheet, cell: Cell, more: float) -> None:
    """A line over the whole page, as high as its text needs."""
    row = sheet.add([None, cell])
    sheet.merged.append(f"B{row}:F{row}")
    size, bold, _ = FONTS[cell.look.font]
    width = sum(sheet.widths[place] for place in range(2, 7)) * FONTS["body"][0] / size
    sheet.heights[row] = min(MOST_HEIGHT, more + 1.25 * size * wrapped_lines(str(cell.value or ""), width, bold))


def _period(edition: Edition) -> str:
    frame = edition.plan.frame
    if frame.start_year is None or frame.end_year is None:
        return str(frame.start_year or frame.end_year or "")
    return edition.word("cover", "years", start=frame.start_year, end=frame.end_year)


def _heading(edition: Edition, key: str) -> tuple[Cell, Cell]:
    return Cell(edition.word("cover", key), BAND), Cell(None, BAND)


def _pairs(sheet: Sheet, left: list[Pair], right: list[Pair], edition: Edition) -> None:
    """Panels side by side; what formulas refer to by name, and what leads to another sheet, is noted on the way."""
    for number in range(max(len(left), len(right))):
        row: list[Cell | None] = [None, None, None, None, None, None]
        if number < len(left):
            row[1], row[2] = left[number]
        if number < len(right):
            row[4], row[5] = right[number]
        where = sheet.add(row)
        if row[4] is not None and row[4].look == _LINK:
            sheet.links[f"E{where}"] = str(row[4].value)
        label = row[1].value if row[1] is not None else ""
        if label == edition.word("cover", "fiscal_start"):
            edition.names["fiscal_start"] = f"{quoted(sheet.title)}!$C${where}"


def _particulars(edition: Edition, period: str) -> list[Pair]:
    frame, language = edition.plan.frame, edition.language
    price_year = Cell(frame.price_year, _VALUE._replace(format="0"))
    adopted = Cell(None, _VALUE) if frame.adopted_on is None else edition.day(frame.adopted_on, _dated(edition))
    now = quarter_of(edition.today, edition.fiscal_start)
    month = language.choice("month", str(edition.fiscal_start)).replace('"', "")
    quarter = Cell(language.quarter(now), _VALUE, language.quarter_formula("quarter_now"))
    rows: list[tuple[str, Cell]] = [
        ("country", Cell(language.choice("country", frame.country) or None, _VALUE)),
        ("period", Cell(period or None, _VALUE)),
        ("version", Cell(frame.version or None, _VALUE)),
        ("adopted_by", Cell(frame.adopted_by or None, _VALUE)),
        ("adopted_on", adopted),
        ("lead", Cell(edition.record_name("institution", frame.lead) or None, _VALUE)),
        ("body", Cell(edition.record_name("body", frame.body) or None, _VALUE)),
        ("currency", Cell(language.choice("currency", frame.currency) or None, _VALUE)),
        ("price_year", price_year),
        ("fiscal_start", Cell(edition.fiscal_start, _VALUE._replace(format=f'0" – {month}"'))),
        ("quarter_now", quarter),
        ("exported", edition.day(edition.today, _dated(edition))),
    ]
    return [(Cell(edition.word("cover", key), _LABEL), cell) for key, cell in rows]


def _dated(edition: Edition) -> Look:
    return _VALUE._replace(format=edition.date_look.format)


def _summary(edition: Edition, sheets: Sequence[Sheet], blocking: int) -> list[Pair]:
    """What the plan adds up to, as formulas over the sheets that are there."""
    found = total(edition.plan.actions)
    made = {sheet.key: sheet for sheet in sheets}
    formulas = _formulas(edition) if "action" in made else {}
    money = _FIGURE._replace(format=edition.sums_format)
    label = edition.word
    rows = [(label("cover", "actions"), Cell(found.actions, _FIGURE, formulas.get("actions", "")))]
    for code, key, value in (
        ("cost", "cost", found.cost),
        ("secured_state", "secured_state", found.state),
        ("secured_external", "secured_external", found.external),
        ("~gap", "gap", found.gap),
    ):
        name = edition.plan.frame.currency
        text = label("column", "amount", label=label("cover", key), unit=name) if name else label("cover", key)
        rows.append((text, Cell(value, money, formulas.get(code, ""))))
    rows.append((label("cover", "uncosted"), Cell(found.uncosted, _FIGURE, formulas.get("uncosted", ""))))
    rows += _checklist_figures(edition, made, blocking)
    return [(Cell(text, _LABEL), cell) for text, cell in rows]


def _formulas(edition: Edition) -> dict[str, str]:
    """The same figures from the action plan, where the workbook has it."""
    plan, last, source = layout(edition), bottom_row(edition), quoted(edition.title("action"))

    def area(code: str) -> str:
        letter = plan.letters[code]
        return f"{source}!${letter}${FIRST_ROW}:${letter}${last}"

    marks = f"{source}!$A${FIRST_ROW}:$A${last}"
    used = f'--((({marks}<>"")+({area("title")}<>""))>0),--(LEFT({marks})<>"~"),--({area("status")}<>status_cancelled)'
    without = f'{used},--({area("cost")}=""),--({area("existing_resources")}<>word_yes)'
    amounts = ("cost", "secured_state", "secured_external", "~gap")
    return {
        "actions": f"SUMPRODUCT({used})",
        "uncosted": f"SUMPRODUCT({without})",
        **{code: f"{source}!${plan.letters[code]}${TOTAL_ROW}" for code in amounts},
    }


def _checklist_figures(edition: Edition, sheets: dict[str, Sheet], blocking: int) -> list[tuple[str, Cell]]:
    items = [item for item in items_in_use(edition) if item.essential]
    found = progress(edition.plan, [edition.checklist.by_code[item.code] for item in items])
    answered = found.essential - found.open_essential
    formulas = ["", "", ""]
    status = sheets.get("checklist")
    if status is not None:
        essential = f"{status_area(edition, '~essential', status)},word_yes"
        formulas[0] = f'COUNTIFS({essential},{status_area(edition, "score", status)},"<>")'
        formulas[1] = f"COUNTIFS({essential})"
    readiness = sheets.get("readiness")
    if readiness is not None:
        word = edition.language.choice("severity", "blocks").replace('"', '""')
        formulas[2] = f'COUNTIF({quoted(readiness.title)}!$B:$B,"{word}")'
    keys = ("essential_answered", "essential_all", "blocking")
    values = (answered, found.essential, blocking)
    rows = list(zip(keys, values, formulas, strict=True))
    if edition.public and readiness is None:
        rows.pop()
    return [(edition.word("cover", key), Cell(value, _FIGURE, formula)) for key, value, formula in rows]


def _contents(edition: Edition, sheets: Sequence[Sheet]) -> list[Pair]:
    """The sheets with links, and how many entries each has."""
    entries = Cell(edition.word("cover", "entries"), BAND._replace(align="figure"))
    pairs: list[Pair] = [(Cell(edition.word("cover", "contents"), BAND), entries)]
    for other in sheets:
        if not other.hidden:
            number = None if other.key in _WITHOUT_ENTRIES else other.records
            pairs.append((Cell(other.title, _LINK), Cell(number, _ENTRIES)))
    return pairs


def _approval(edition: Edition, sheets: Sequence[Sheet]) -> list[Pair]:
    """Lines to sign on, without anybody's name, unless a sheet has them."""
    if any(other.key == "approval" for other in sheets):
        return []
    pairs = [_GAP, _heading(edition, "approval")]
    for key in ("approved_by", "post", "date", "signature"):
        pairs += [_GAP, (Cell(edition.word("cover", key), _SIGN), Cell(None, _SIGNATURE))]
    return pairs
