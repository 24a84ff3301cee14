"""The summary: one page that people look at first. Every figure is a formula over the other sheets, every chart draws cells."""

from __future__ import annotations

from decimal import Decimal

from mainstreamer.domain.actions import YearSum, by_status, by_year, quarters_late, total
from mainstreamer.domain.calendar import quarter_of
from mainstreamer.domain.checklist import Item, Progress, progress
from mainstreamer.domain.kinds import Action
from mainstreamer.exchange.cells import Cell, Chart, Condition, Series, Sheet, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import sentence, text_literal
from mainstreamer.exchange.panels import Page
from mainstreamer.exchange.sheets_actions import layout
from mainstreamer.exchange.sheets_checklist import SUMMARY, step_counts
from mainstreamer.exchange.sheets_figures import AMOUNTS, Figures
from mainstreamer.exchange.styles import (
    ACCENT,
    ACCENT_PALE,
    BAND,
    GROUND,
    HEADER,
    HIDDEN,
    LIGHT_COLOURS,
    LINE,
    MONEY_COLOURS,
    NOTE,
    STATUS_COLOURS,
    TITLE,
    Look,
)

COLUMNS, COLUMN_WIDTH = 35, 6.6
"""The grid: six cards of five columns with one between, or three panels of eleven."""

LATE_LINES = 10
"""How many late actions are listed; how many more there are is said below."""

_CARD, _STEP, _PANEL = 5, 6, 11
_LABEL = Look(font="muted", align="line", fill=GROUND, line="")
_KEY = Look(font="key", align="line", fill=GROUND, line="")
_CELL = Look(align="header", line="below")
_FIGURE = Look(align="figure", line="below")
_COUNT = '0;-0;"–"'
"""Figures with a dash for nothing, so that what is there stands out."""

_CAPTION = Look(font="muted", align="header", line="")
_HEAD = HEADER._replace(line="")
_CENTRED = _FIGURE._replace(align="middle_centre")
_HEAD_CENTRE = _HEAD._replace(align="middle_centre")
_HEAD_FIGURE = Look(font="header", align="header_figure", fill=ACCENT, line="")


def summary_sheet(edition: Edition, figures: Figures, status: Sheet | None) -> Sheet:
    """The summary. Without the sheet of the checklist its figures by step are values."""
    return _Summary(edition, figures, status).made()


class _Summary:
    def __init__(self, edition: Edition, figures: Figures, status: Sheet | None) -> None:
        self.edition, self.figures, self.status = edition, figures, status
        self.sheet, self.page = edition.sheet("summary", "front"), Page(2)
        self.found = total(edition.plan.actions)
        self.late = sorted(
            ((quarters_late(action, edition.today, edition.fiscal_start), -row, action)
             for row, action in figures.actions.items()),
            key=lambda one: (-one[0], -one[1]),
        )  # fmt: skip
        self.late = [one for one in self.late if one[0] > 0]
        self.money_format, self.unit = _scale(edition, max(self.found.cost, self.found.state + self.found.external))

        shown = self.money_format
        self.money_look = _FIGURE._replace(format=f'{shown};-{shown};"–"')

    def word(self, key: str, **places: object) -> str:
        return self.edition.word("summary", key, **places)

    def made(self) -> Sheet:
        sheet, edition = self.sheet, self.edition
        sheet.add([Cell("mainstreamer:summary", HIDDEN)])
        sheet.hidden_rows.add(1)
        sheet.hidden_columns.add(1)
        self._title()
        row = self._steps(9)
        self._statuses(9)
        below = self._money(row + 2)
        last = self._late(below + 2)
        self._cards(5)
        note = f"{edition.money_note()} {edition.word('note', 'totals')} {edition.word('note', 'spread')}"
        self.page.put(last + 1, 1, COLUMNS, Cell(note, NOTE))
        self.page.settle(sheet, last + 1)
        sheet.widths.update(dict.fromkeys(range(2, COLUMNS + 2), COLUMN_WIDTH))
        sheet.heights.update({2: 28, 3: 18, 4: 8, 8: 10})
        for line in range(9, last + 2):
            sheet.heights.setdefault(line, 20)
        sheet.print_area = f"{self.page.at(2, 1)}:{self.page.at(last + 1, COLUMNS)}"
        sheet.pages_high = 1
        sheet.records = len(edition.plan.actions)
        return sheet

    def _title(self) -> None:
        edition, frame = self.edition, self.edition.plan.frame
        self.page.put(2, 1, 12, Cell(self.sheet.title, TITLE._replace(align="middle")))
        title = frame.title or edition.word("cover", "untitled")
        self.page.put(2, 13, COLUMNS - 12, Cell(_shortened(title, 110), Look("subtitle", "end", line="")))
        now = quarter_of(edition.today, edition.fiscal_start)
        template = self.word("quarter_now", quarter="{quarter}")
        formula = sentence(template, {"quarter": edition.language.quarter_formula("quarter_now")})
        said = template.format(quarter=edition.language.quarter(now))
        self.page.put(3, 1, COLUMNS, Cell(said, NOTE._replace(align="middle"), formula))

    def _band(self, row: int, column: int, across: int, words: str) -> None:
        self.page.put(row, column, across, Cell(words, BAND))
        self.sheet.heights[row] = 20

    def _caption(self, row: int, column: int, across: int, words: str, empty: str, nothing: bool, test: str) -> None:
        """What a chart shows; or, as long as there is nothing to show, a sentence that says so."""
        formula = self.figures.formula(f"IF({test},{text_literal(empty)},{text_literal(words)})") if test else ""
        self.page.put(row, column, across, Cell(empty if nothing else words, _CAPTION, formula))

    def _headers(self, row: int, columns: list[tuple[int, int, str, str]]) -> None:
        """Header cells: column, how many across, words, and `line`, `figure` or `centre`."""
        looks = {"line": _HEAD, "figure": _HEAD_FIGURE, "centre": _HEAD_CENTRE}
        for column, across, words, look in columns:
            self.page.put(row, column, across, Cell(words, looks[look]))
        self.sheet.heights[row] = 32

    # -- cards -------------------------------------------------------------------------------------------------------

    def _card(self, place: int, label: str, key: Cell, note: Cell) -> None:
        row, column = 5, 1 + place * _STEP
        self.page.put(row, column, _CARD, Cell(label, _LABEL))
        self.page.put(row + 1, column, _CARD, key)
        self.page.put(row + 2, column, _CARD, note)
        self.sheet.heights.update({row: 20, row + 1: 34, row + 2: 20})

    def _said(self, key: str, values: dict[str, object], parts: dict[str, str], look: Look = _LABEL) -> Cell:
        """A sentence with figures in it, as a formula where all of them are."""
        template = self.word(key, **{name: f"{{{name}}}" for name in values})
        formula = sentence(template, parts) if all(parts.values()) else ""
        return Cell(template.format(**values), look, formula)

    def _cards(self, row: int) -> None:
        figures, found = self.figures, self.found
        money = _KEY._replace(format=self.money_format)
        whole = _KEY._replace(format="#,##0")
        states = by_status(self.edition.plan)
        at = self.page.at
        open_ = at(self.steps_total, 12)
        answered = self.all_steps.essential - self.all_steps.open_essential
        self._card(
            0, self.word("essential"),
            self._said("answered_of", {"answered": answered, "of": self.all_steps.essential},
                       {"answered": self.essential_answered, "of": self.essential_all}, _KEY),
            self._said("still_open", {"count": self.all_steps.open_essential}, {"count": open_ if self.status else ""}),
        )  # fmt: skip
        counted = {name: figures.formula(figures.count(("status", f"status_{name}"))) for name in ("done", "cancelled")}
        self._card(
            1, self.word("actions"),
            Cell(found.actions, whole, figures.formula(figures.sum("counts"))),
            self._said("done_cancelled", {name: states.get(name, 0) for name in counted}, counted),
        )  # fmt: skip
        self._card(
            2, self._unit(self.word("cost")),
            Cell(found.cost, money, figures.formula(figures.total("cost"))),
            self._said("uncosted", {"count": found.uncosted}, {"count": figures.formula(figures.sum("uncosted"))}),
        )  # fmt: skip
        cost, gap = at(row + 1, 13), at(row + 1, 25)
        secured = found.state + found.external
        self._card(
            3, self._unit(self.word("secured")),
            Cell(secured, money, figures.formula(f"{figures.total('state')}+{figures.total('external')}")),
            self._share("share_secured", secured, at(row + 1, 19), cost),
        )  # fmt: skip
        self._card(
            4, self._unit(self.word("gap")),
            Cell(found.gap, money, figures.formula(figures.total("gap"))), self._share("share_gap", found.gap, gap, cost),
        )  # fmt: skip
        very = sum(1 for quarters, _, _ in self.late if quarters > 1)
        self._card(
            5, self.word("late"),
            Cell(len(self.late), whole, figures.formula(figures.count(("late", '">0"')))),
            self._said("very_late", {"count": very}, {"count": figures.formula(figures.count(("late", '">1"')))}),
        )  # fmt: skip
        for place, colour in ((4, "red"), (5, "red")):
            cell = at(row + 1, 1 + place * _STEP)
            self.sheet.conditions.append(Condition(cell, f"{cell}>0", "", LIGHT_COLOURS[colour][1]))

    def _share(self, key: str, part: Decimal, cell: str, cost: str) -> Cell:
        """What part of the cost that is, in whole per cent; nothing without a cost."""
        template = self.word(key, share="{share}")
        percent = Decimal(100) * part / self.found.cost if self.found.cost else None
        rounded = "" if percent is None else str(int(percent + Decimal("0.5")))
        said = template.format(share=rounded) if rounded else ""
        text = sentence(template, {"share": f"ROUND(100*{cell}/{cost},0)"})
        return Cell(said, _LABEL, self.figures.formula(f'IF({cost}=0,"",{text})'))

    def _unit(self, label: str) -> str:
        return self.edition.word("column", "amount", label=label, unit=self.unit) if self.unit else label

    # -- steps -------------------------------------------------------------------------------------------------------

    def _steps(self, top: int) -> int:
        """Table and chart of the steps; answers with the last row of the panel."""
        edition, page = self.edition, self.page
        self._band(top, 1, 23, self.word("steps"))
        words = [edition.word("column", name) for name in ("score", "answered", "of", "open_essential")]
        self._headers(
            top + 1,
            [(1, 5, edition.word("column", "step"), "line")]
            + [(6 + 2 * place, 2, text, "centre") for place, text in enumerate(words)],
        )
        first = top + 2
        everything: list[Item] = []
        for row, step in enumerate(edition.checklist.steps, first):
            items = edition.checklist.of_step(step.number, edition.plan.sectors)
            everything += items
            label = f"{step.number}  {edition.checklist.step_text(step.number, 'short')}"
            self._step_row(row, label, progress(edition.plan, items), step.number)
        last = first + len(edition.checklist.steps) - 1
        self.steps_total = last + 1
        self.all_steps = progress(edition.plan, everything)
        self._step_row(self.steps_total, edition.word("column", "all_steps"), self.all_steps, None)
        answered = page.area(8, first, last)
        self._caption(
            top + 1, 15, 9, self.word("steps_caption"), self.word("steps_empty"), not self.all_steps.answered,
            f"SUM({answered})=0" if self.status else "",
        )  # fmt: skip
        self.sheet.charts.append(
            Chart(
                "bars", self.word("steps_chart"), page.area(1, first, last),
                (Series(page.at(top + 1, 6), page.area(6, first, last), ACCENT),),
                page.at(top + 2, 15), page.at(self.steps_total + 1, 24),
                across=edition.word("column", "score"), format="0", labels="0.0;;", most=10, step=2,
            )
        )  # fmt: skip
        return self.steps_total

    def _step_row(self, row: int, label: str, found: Progress, step: int | None) -> None:
        counted = dict(zip(SUMMARY, self._counts(found, step), strict=True))
        cell, figure = (_CELL, _CENTRED) if step is not None else (_strong(_CELL), _strong(_CENTRED))
        self.page.put(row, 1, 5, Cell(label, cell))
        for place, name in enumerate(("score", "answered", "of", "open_essential")):
            one = counted[name]
            shown = figure._replace(format="0.0" if name == "score" else _COUNT)
            self.page.put(row, 6 + 2 * place, 2, Cell(one.value, shown, one.formula))
        if step is None:
            all_, open_ = counted["essential_count"].formula, counted["open_essential"].formula
            self.essential_all = all_
            self.essential_answered = f"({all_}-{open_})" if all_ else ""

    def _counts(self, found: Progress, step: int | None) -> list[Cell]:
        if self.status is not None:
            return step_counts(self.edition, self.status, found, step)
        score: Decimal | str = "" if found.score is None else found.score
        values = (
            found.of,
            found.answered,
            found.not_applicable,
            score,
            found.claimed,
            found.essential,
            found.open_essential,
        )
        return [Cell(value) for value in values]

    # -- statuses ----------------------------------------------------------------------------------------------------

    def _statuses(self, top: int) -> None:
        edition, figures, page = self.edition, self.figures, self.page
        left = 25
        self._band(top, left, _PANEL, self.word("statuses"))
        self._headers(
            top + 1,
            [
                (left, 3, self.edition.language.field("action", "status"), "line"),
                (left + 3, 2, self.word("actions_short"), "centre"),
            ],
        )
        states = by_status(edition.plan)
        codes = ("done", "on_track", "at_risk", "delayed", "not_started", "cancelled", "")
        first = top + 2
        for row, code in enumerate(codes, first):
            word = edition.language.choice("action_status", code) if code else self.word("no_status")
            criteria = (("status", f"status_{code}"),) if code else (("status", '""'), ("real", "1"))
            page.put(row, left, 3, Cell(word, _CELL))
            shown = _CENTRED._replace(format=_COUNT)
            page.put(row, left + 3, 2, Cell(states.get(code, 0), shown, figures.formula(figures.count(*criteria))))
        last = first + len(codes) - 1
        page.put(last + 1, left, 3, Cell(self.word("all"), _strong(_CELL)))
        area = page.area(left + 3, first, last)
        everything = Cell(
            sum(states.values()), _strong(_CENTRED)._replace(format=_COUNT), figures.formula(f"SUM({area})")
        )
        page.put(last + 1, left + 3, 2, everything)
        self._caption(
            top + 1, left + 5, 6, self.word("statuses_caption"), self.word("no_actions"), not states,
            f"{page.at(last + 1, left + 3)}=0",
        )  # fmt: skip
        self.sheet.charts.append(
            Chart(
                "doughnut", self.word("statuses"), page.area(left, first, last),
                (Series(page.at(top + 1, left + 3), area, ACCENT, tuple(STATUS_COLOURS[code] for code in codes)),),
                page.at(top + 2, left + 5), page.at(self.steps_total + 1, left + _PANEL), labels="0;;", legend=True,
            )
        )  # fmt: skip

    # -- money -------------------------------------------------------------------------------------------------------

    def _money(self, top: int) -> int:
        """Table by year and the charts of years and sources; answers with the last row of the panel."""
        edition, figures, page = self.edition, self.figures, self.page
        self.sheet.heights[top - 1] = 10
        self._band(top, 1, 23, self._unit(self.word("money")))
        self._band(top, 25, _PANEL, self._unit(self.word("sources")))
        words = [edition.word("budget", name) for name in AMOUNTS]
        self._headers(
            top + 1,
            [(1, 3, edition.word("budget", "years_line"), "line")]
            + [(4 + 2 * place, 2, text, "figure") for place, text in enumerate(words)],
        )
        found = by_year(edition.plan)
        first = row = top + 2
        for year in figures.years:
            formulas = [figures.formula(f"ROUND({figures.year(year, name)},4)") for name in AMOUNTS]
            self._money_row(row, Cell(year, _CELL._replace(format="0")), found.get(year, YearSum()), formulas)
            row += 1
        others = [part for year, part in found.items() if year and year not in figures.years]
        summed = YearSum(*(sum((getattr(part, name) for part in others), Decimal(0)) for name in AMOUNTS))
        rest = (("undated", found.get(0, YearSum()), figures.undated), ("other_years", summed, figures.other_years))
        last = row - 1
        for key, value, formula in rest:
            self._money_row(
                row,
                Cell(edition.word("budget", key), _CELL),
                value,
                [figures.formula(formula(name)) for name in AMOUNTS],
            )
            if value != YearSum():
                last = row
            row += 1
        formulas = [figures.formula(figures.total(name)) for name in AMOUNTS]
        everything = YearSum(self.found.cost, self.found.state, self.found.external, self.found.gap)
        self._money_row(row, Cell(self.word("all"), _strong(_CELL)), everything, formulas, strong=True)
        bottom = max(row, top + 12)
        totals = f"{page.at(row, 6)}:{page.at(row, 11)}"
        nothing = not (self.found.state or self.found.external or self.found.gap)
        self._caption(top + 1, 13, 11, self.word("money_caption"), self.word("no_money"), nothing, f"SUM({totals})=0")
        self._caption(top + 1, 25, 11, self.word("sources_caption"), self.word("no_money"), nothing, f"SUM({totals})=0")
        series = tuple(
            Series(page.at(top + 1, 6 + 2 * place), page.area(6 + 2 * place, first, last), MONEY_COLOURS[name])
            for place, name in enumerate(("state", "external", "gap"))
        )
        unit = self._unit(self.word("amount"))
        self.sheet.charts += [
            Chart(
                "stacked_columns", self.word("money_chart"), page.area(1, first, last), series,
                page.at(top + 2, 13), page.at(bottom + 1, 24), across=edition.word("budget", "years_line"), up=unit,
                format=self.money_format, legend=True,
            ),
        ]  # fmt: skip
        self._sources(top, row, bottom, unit)
        return bottom

    def _money_row(self, row: int, label: Cell, found: YearSum, formulas: list[str], strong: bool = False) -> None:
        look = _strong(self.money_look) if strong else self.money_look
        self.page.put(row, 1, 3, label)
        for place, (name, formula) in enumerate(zip(AMOUNTS, formulas, strict=True)):
            self.page.put(row, 4 + 2 * place, 2, Cell(getattr(found, name), look, formula))

    def _sources(self, top: int, totals: int, bottom: int, unit: str) -> None:
        """Bars of where the money comes from, drawn from three lines of their own."""
        page = self.page
        shown = ("state", "external", "gap")
        first = top + 2
        values = (self.found.state, self.found.external, self.found.gap)
        self._source_lines(first, totals, dict(zip(shown, values, strict=True)))
        series = Series(
            page.at(top + 1, 25), page.area(30, first, first + 2), ACCENT, tuple(MONEY_COLOURS[name] for name in shown)
        )
        self.sheet.charts.append(
            Chart(
                "bars", self.word("sources_chart"), page.area(25, first, first + 2), (series,), page.at(first + 3, 25),
                page.at(bottom + 1, 36), across=unit, format=self.money_format, labels=f"{self.money_format};;",
            )
        )  # fmt: skip

    def _source_lines(self, first: int, totals: int, values: dict[str, Decimal]) -> None:
        page = self.page
        for row, (name, value) in enumerate(values.items(), first):
            source = page.at(totals, 4 + 2 * AMOUNTS.index(name))
            page.put(row, 25, 5, Cell(self.edition.word("budget", name), _CELL))
            page.put(row, 30, 3, Cell(value, self.money_look, self.figures.formula(source)))
            part = float(value / self.found.cost) if self.found.cost else ""
            cost = page.at(totals, 4)
            formula = self.figures.formula(f'IF({cost}=0,"",{page.at(row, 30)}/{cost})')
            page.put(row, 33, 3, Cell(part, _CENTRED._replace(format='0%;-0%;"–"'), formula))

    # -- what is late ------------------------------------------------------------------------------------------------

    def _late(self, top: int) -> int:
        """The actions that are late, those that are late longest first; answers with the last row."""
        edition, figures, page = self.edition, self.figures, self.page
        self.sheet.heights[top - 1] = 10
        self._band(top, 1, COLUMNS, self.word("late_list"))
        plan = layout(edition)
        columns: list[tuple[str, int, int, str]] = [
            ("code", 1, 3, edition.language.field("action", "code")),
            ("title", 4, 15, edition.language.field("action", "title")),
            ("leads", 19, 9, edition.word("column", "lead")),
            ("end", 28, 2, edition.language.field("action", "end")),
            ("status", 30, 3, edition.language.field("action", "status")),
            ("~late", 33, 3, self.word("quarters_late")),
        ]
        self._headers(
            top + 1,
            [(column, across, text, "centre" if code == "~late" else "line") for code, column, across, text in columns],
        )
        count = page.at(6, 31)
        source = quoted(edition.title("action"))
        for number in range(1, LATE_LINES + 1):
            row = top + 1 + number
            late = self.late[number - 1] if number <= len(self.late) else None
            at = figures.late_row(number)
            for code, column, across, _ in columns:
                value, look = self._late_value(code, late, number)
                inner = (
                    f"INDEX({figures.column('late')},{at})"
                    if code == "~late"
                    else self._shown(code, source, plan.letters.get(code, ""), at)
                )
                outer = text_literal(self.word("nothing_late")) if number == 1 and code == "title" else '""'
                formula = figures.formula(f"IF({count}<{number},{outer},{inner})")
                look = look._replace(line="")
                page.put(row, column, across, Cell(value, look, formula))
        last = top + 2 + LATE_LINES
        lines = f"{page.at(top + 2, 1)}:{page.at(last - 1, COLUMNS)}"
        self.sheet.conditions.append(Condition(lines, f'${page.at(top + 2, 4)}<>""', line=LINE, below=True))
        more = max(len(self.late) - LATE_LINES, 0)
        template = self.word("more_late", count="{count}", sheet=edition.title("action"))
        text = sentence(template, {"count": f"({count}-{LATE_LINES})"})
        formula = figures.formula(f'IF({count}>{LATE_LINES},{text},"")')
        page.put(last, 1, COLUMNS, Cell(template.format(count=more) if more else "", NOTE, formula))
        return last

    def _late_value(self, code: str, late: tuple[int, int, Action] | None, number: int) -> tuple[str | int, Look]:
        look = _CENTRED._replace(format="0") if code == "~late" else _CELL
        if late is None:
            return (self.word("nothing_late") if number == 1 and code == "title" else ""), look
        quarters, _, action = late
        if code == "~late":
            return quarters, look
        text = self.edition.maker("action", code)(getattr(action, code)).value
        return _shortened(str(text or ""), _ROOM.get(code, 0)), look

    def _shown(self, code: str, source: str, letter: str, row: str) -> str:
        """The text of a cell of the action plan in one line, shortened where it would not fit."""
        text = f"INDEX({source}!${letter}:${letter},{row})"
        room = _ROOM.get(code)
        if room is None:
            return f'{text}&""'
        line = f'SUBSTITUTE({text}&"",CHAR(10)," ")'
        return f'IF(LEN({line})>{room},LEFT({line},{room - 1})&"…",{line})'


_ROOM = {"code": 17, "title": 108, "leads": 62}
"""Characters of one line in the list of what is late."""


def _shortened(text: str, room: int) -> str:
    line = text.replace("\n", " ")
    return f"{line[: room - 1]}…" if room and len(line) > room else line


def _strong(look: Look) -> Look:
    return look._replace(font="strong", fill=ACCENT_PALE)


def _scale(edition: Edition, largest: Decimal) -> tuple[str, str]:
    """The number format in which amounts are read at a glance, and their unit: whole, millions, or milliards."""
    currency = edition.plan.frame.currency
    if largest >= 10**15:
        return "0.0E+00", currency
    for least, shown, name in ((10**10, "#,##0.0,,,", "billion"), (10**7, "#,##0.0,,", "million")):
        if largest >= least:
            return shown, edition.word("summary", name, unit=currency).strip()
    return "#,##0", currency
