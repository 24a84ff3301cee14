"""Editing a register's cells in place, and painting the chips of states and of linked records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mainstreamer.domain.fields import (
    Choice,
    Date,
    FieldType,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Scale,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import code_order
from mainstreamer.operations.registers import parsed
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_model import LINKS_ROLE, TONE_ROLE, VALUE_ROLE, RegisterModel
from mainstreamer.ui.reading import link_name, reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.cell_chips import PADDING, ChipBox, chip_boxes, chip_font
from mainstreamer.ui.widgets.cell_editors import PickLine, PickOne, PickTokens
from mainstreamer.ui.widgets.cell_text import draw_cell_text, draw_ground, in_view, is_strip, side_of
from mainstreamer.ui.widgets.check_list import LONG
from mainstreamer.ui.widgets.choice_editor import BLANK, codes_of
from mainstreamer.ui.widgets.items_editor import item_offers
from mainstreamer.ui.widgets.register_header import SIDE

Index = QModelIndex | QPersistentModelIndex
TOP = 4
"""Pixels that the text of a cell keeps from its top."""
LONG_WIDTH = 220
"""Pixels at 100 % that a text of several lines and a long list take at least, whatever the cell has."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegisterDelegate(QStyledItemDelegate):
    """Editors for cells, by field type. What cannot be taken keeps the editor open, with a sentence told by `refused`."""

    refused = Signal(str)

    def __init__(self, session: Session, model: RegisterModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._session, self._model, self._view = session, model, view
        self._column, self._at = -1, QPersistentModelIndex()

    # -- editing -----------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._column, self._at = index.column(), QPersistentModelIndex(index)
        type_ = self._model.type_of(index.column())
        made = self._editor(parent, type_)
        made.setAccessibleName(self._model.label(self._model.columns[index.column()]))
        return made

    def _editor(self, parent: QWidget, type_: FieldType[Any] | None) -> QWidget:
        plan, speech = self._session.plan, words()
        match type_:
            case Choice() if not 0 < len(type_.codes) <= LONG:
                codes = codes_of(type_.choices, type_.codes)
                return self._searched(parent, type_, [(code, speech.choice(type_.choices, code)) for code in codes])
            case Choice():
                return self._listed(parent, type_, [(code, speech.choice(type_.choices, code)) for code in type_.codes])
            case Link():
                names = [(row.uid, link_name(plan, type_.kind, row.uid)) for row in plan.all(type_.kind)]
                return self._searched(parent, type_, names)
            case YesNo():
                names_of_answers = ((True, "yes"), (False, "no"))
                return self._listed(
                    parent, type_, [(value, speech.choice("yes_no", code)) for value, code in names_of_answers]
                )
            case Scale():
                return self._listed(
                    parent, type_, [(value, str(value)) for value in range(type_.least, type_.most + 1)]
                )
            case LongText():
                text = QPlainTextEdit(parent)
                text.setMinimumHeight(theme.current().px(96))
                text.setTabChangesFocus(True)
                return text
            case ManyChoices() | Links() | ItemCodes():
                return PickTokens(self._offers(type_), parent)
            case Date() | FiscalQuarter():
                line = PickLine(type_, self._session, parent)
                line.picked.connect(self._on_picked)
                return line
        return QLineEdit(parent)

    def _listed(self, parent: QWidget, type_: FieldType[Any], rows: Sequence[tuple[object, str]]) -> QWidget:
        """A short list, in its own order, with a blank entry before it."""
        line = PickOne([(None, BLANK), *rows], self._reader(type_), parent)
        line.picked.connect(self._on_picked)
        return line

    def _searched(self, parent: QWidget, type_: FieldType[Any], rows: Sequence[tuple[str, str]]) -> QWidget:
        """A long list, by name, D2 before D10."""
        ordered = sorted(rows, key=lambda row: code_order(row[1].casefold()))
        line = PickOne(ordered, self._reader(type_), parent)
        line.setMinimumWidth(theme.current().px(LONG_WIDTH))
        line.picked.connect(self._on_picked)
        return line

    def _reader(self, type_: FieldType[Any]) -> Callable[[str], object]:
        return lambda text: parsed(type_, text, reading(self._session))

    def _offers(self, type_: ManyChoices | Links | ItemCodes) -> dict[str, str]:
        plan = self._session.plan
        if isinstance(type_, ItemCodes):
            return item_offers(self._session)
        if isinstance(type_, Links):
            names = [link_name(plan, type_.kind, row.uid) for row in plan.all(type_.kind)]
        else:
            names = [words().choice(type_.choices, code) for code in codes_of(type_.choices, type_.codes)]
        return {name: name for name in names}

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, PickOne):
            editor.show_value(index.data(VALUE_ROLE), text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value = editor.value() if isinstance(editor, PickOne) else None
        if value is None:
            model.setData(index, _text(editor), Qt.ItemDataRole.EditRole)
        elif value != index.data(VALUE_ROLE):
            model.setData(index, value, VALUE_ROLE)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        wanted = editor.sizeHint()
        # An editor may grow, but not over the cell beside it while that is what a person may want to click next.
        least = theme.current().px(LONG_WIDTH) if isinstance(editor, QPlainTextEdit) else editor.minimumWidth()
        size = QSize(max(option.rect.width(), least), max(wanted.height(), editor.minimumHeight()))
        if isinstance(editor, QPlainTextEdit):
            size.setHeight(editor.minimumHeight())
        rect = option.rect
        rect.setSize(size)
        parent = editor.parentWidget()
        if parent is not None:
            rect.moveRight(min(rect.right(), parent.width() - 1))
            rect.moveBottom(min(rect.bottom(), parent.height() - 1))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab leave the cell only with what its field can take; Shift+Enter breaks a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            down = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
            if down and isinstance(watched, PickLine | PickOne | PickTokens):
                watched.open_list()
                return True
            if event.key() == Qt.Key.Key_Escape and watched.property("wrong") == "true":
                self.refused.emit("")
            enter = event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if enter or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                if isinstance(watched, PickOne) and self._asks_which(watched, enter):
                    return True
                if self._refuse(watched):
                    return True
                if enter:
                    self._leave(watched)
                    return True
        return super().eventFilter(watched, event)

    def _asks_which(self, line: PickOne, enter: bool) -> bool:
        """A part of one name becomes that name; Enter on a part of several opens the list of them."""
        if line.is_settled() or not self._model.problem(self._column, line.text()):
            return False
        found = line.matching()
        if len(found) == 1:
            line.take(found[0])
        if not enter or len(found) < 2:
            return False
        theme.restyle(line, "wrong", "false")
        self.refused.emit("")
        line.open_matches()
        return True

    def _refuse(self, editor: QWidget) -> bool:
        if isinstance(editor, PickOne) and editor.is_settled():
            return False
        problem = self._model.problem(self._column, _text(editor))
        theme.restyle(editor, "wrong", "true" if problem else "false")
        self.refused.emit(problem)
        return bool(problem)

    def _on_picked(self) -> None:
        line = self.sender()
        if isinstance(line, QWidget):
            self._leave(line)

    def _leave(self, editor: QWidget) -> None:
        """Store what is in an editor, and close it: once, and not where storing it closed it already."""
        for told in (self.commitData, self.closeEditor):
            if self._view.indexWidget(self._at) is editor:
                told.emit(editor)

    # -- painting ----------------------------------------------------------------------------------------------------

    def link_boxes(self, index: Index, uids: Sequence[str], cell: QRect, font: QFont, mirrored: bool) -> list[ChipBox]:
        """The chips of a cell that links to records."""
        vocabulary, plan = self._model.vocabulary, self._session.plan
        kind = vocabulary.linked_kind(self._model.columns[index.column()])
        names = [vocabulary.link_name(plan, kind, uid) for uid in uids]
        shorts = (
            [getattr(plan.find(kind, uid), "acronym", "") for uid in uids] if "acronym" in KINDS[kind].fields else ()
        )
        return chip_boxes(cell, names, font, mirrored, shorts)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tone, links = index.data(TONE_ROLE), index.data(LINKS_ROLE)
        drawn, text, room = draw_ground(self, painter, option, index)
        if is_strip(option.rect, room):
            return
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if tone or links:
            cell = in_view(option.rect, room, mirrored)
            if links:
                chips = self.link_boxes(index, links, cell, drawn.font, mirrored)
            else:
                chips = chip_boxes(cell, [text], drawn.font, mirrored)
            painter.setFont(chip_font(drawn.font))
            leading = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            self._paint_chips(painter, chips, leading, tone, chosen)
        elif text:
            own = None if chosen else index.data(Qt.ItemDataRole.ForegroundRole)
            painter.setPen(own or theme.current().colour("chosen_ink" if chosen else "ink"))
            painter.setClipRect(option.rect)
            box = in_view(option.rect.adjusted(SIDE, TOP, -SIDE, -1), room, mirrored)
            draw_cell_text(painter, box, text, drawn.font, side_of(drawn))
        painter.restore()

    def _paint_chips(
        self, painter: QPainter, chips: Sequence[ChipBox], leading: Qt.AlignmentFlag, tone: str | None, chosen: bool
    ) -> None:
        """Chips with a frame in rows chosen, whose ground is close to theirs."""
        colours = theme.current()
        fill, ink = (f"{tone}_soft", tone) if tone else ("neutral_soft", "ink")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = int((leading | Qt.AlignmentFlag.AlignVCenter).value)
        for chip in chips:
            painter.setPen(colours.colour(ink if tone else "field_line") if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(fill if tone or not chosen else "card"))
            radius = min(colours.px(8), chip.box.height() / 2)
            if chip.place >= 0:
                painter.drawRoundedRect(QRectF(chip.box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            painter.setPen(colours.colour(ink if chip.place >= 0 else "chosen_ink" if chosen else "muted"))
            painter.drawText(chip.box.adjusted(PADDING, 0, 2 - PADDING, 0), side, chip.text)


def _text(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
