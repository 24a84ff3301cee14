"""Editing a register's cells in place, and painting the chips of states and of linked records."""

from __future__ import annotations

from collections.abc import Sequence

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
    QComboBox,
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
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_model import LINKS_ROLE, TONE_ROLE, VALUE_ROLE, RegisterModel
from mainstreamer.ui.reading import link_name
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.cell_chips import PADDING, ChipBox, chip_boxes, chip_font
from mainstreamer.ui.widgets.cell_editors import PickLine, PickTokens
from mainstreamer.ui.widgets.cell_text import draw_cell_text, draw_ground, in_view, is_strip, side_of
from mainstreamer.ui.widgets.check_list import LONG
from mainstreamer.ui.widgets.choice_editor import BLANK, codes_of
from mainstreamer.ui.widgets.field_combo import FieldCombo
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.items_editor import item_offers
from mainstreamer.ui.widgets.register_header import SIDE

Index = QModelIndex | QPersistentModelIndex
TOP = 4
"""Pixels that the text of a cell keeps from its top."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegisterDelegate(QStyledItemDelegate):
    """Editors for cells, by field type. What cannot be taken keeps the editor open, with a sentence told by `refused`."""

    refused = Signal(str)

    def __init__(self, session: Session, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self._column = -1

    # -- editing -----------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._column = index.column()
        type_ = self._model.type_of(index.column())
        made = self._editor(parent, type_)
        made.setAccessibleName(self._model.label(self._model.columns[index.column()]))
        return made

    def _editor(self, parent: QWidget, type_: FieldType[object] | None) -> QWidget:
        plan, speech = self._session.plan, words()
        match type_:
            case Choice() if not 0 < len(type_.codes) <= LONG:
                codes = codes_of(type_.choices, type_.codes)
                return self._searched(parent, [(code, speech.choice(type_.choices, code)) for code in codes])
            case Choice():
                return self._listed(parent, [(code, speech.choice(type_.choices, code)) for code in type_.codes])
            case Link():
                names = [(row.uid, link_name(plan, type_.kind, row.uid)) for row in plan.all(type_.kind)]
                return self._searched(parent, names)
            case YesNo():
                return self._listed(
                    parent, [(True, speech.choice("yes_no", "yes")), (False, speech.choice("yes_no", "no"))]
                )
            case Scale():
                return self._listed(parent, [(value, str(value)) for value in range(type_.least, type_.most + 1)])
            case LongText():
                text = QPlainTextEdit(parent)
                text.setMinimumHeight(theme.current().px(96))
                text.setTabChangesFocus(True)
                return text
            case ManyChoices() | Links() | ItemCodes():
                return PickTokens(self._offers(type_), parent)
            case Date() | FiscalQuarter():
                line = PickLine(type_, self._session, parent)
                line.picked.connect(self._on_line_picked)
                return line
        return QLineEdit(parent)

    def _listed(self, parent: QWidget, rows: list[tuple[object, str]]) -> QWidget:
        combo = StillCombo(parent)
        combo.addItem(BLANK, None)
        for value, name in rows:
            combo.addItem(name, value)
        combo.activated.connect(self._on_picked)
        return combo

    def _searched(self, parent: QWidget, rows: list[tuple[str, str]]) -> QWidget:
        combo = FieldCombo()
        combo.setParent(parent)
        combo.set_choices(rows)
        combo.activated.connect(self._on_picked)
        return combo

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
        if isinstance(editor, FieldCombo):
            editor.line.setText(text)
            editor.line.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox) and not isinstance(editor, FieldCombo):
            type_ = self._model.type_of(index.column())
            value = editor.currentData()
            model.setData(index, type_.blank if value is None and type_ is not None else value, VALUE_ROLE)
        elif isinstance(editor, FieldCombo) and editor.code():
            model.setData(index, editor.code(), VALUE_ROLE)
        else:
            model.setData(index, _text(editor), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        wanted = editor.sizeHint()
        # An editor may grow, but not over the cell beside it while that is what a person may want to click next.
        least = theme.current().px(220) if isinstance(editor, QPlainTextEdit | FieldCombo) else 0
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
            if down and isinstance(watched, PickLine | PickTokens):
                watched.open_list()
                return True
            enter = event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if enter or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                if isinstance(watched, FieldCombo) and self._asks_which(watched, enter):
                    return True
                if self._refuse(watched):
                    return True
                if enter:
                    self.commitData.emit(watched)
                    self.closeEditor.emit(watched)
                    return True
        return super().eventFilter(watched, event)

    def _asks_which(self, combo: FieldCombo, enter: bool) -> bool:
        """A part of one name becomes that name; Enter on a part of several opens the list of them."""
        combo.take_only()
        if not enter or len(combo.matching()) < 2 or not self._model.problem(self._column, combo.text()):
            return False
        theme.restyle(combo, "wrong", "false")
        self.refused.emit("")
        combo.open_matches()
        return True

    def _refuse(self, editor: QWidget) -> bool:
        if isinstance(editor, StillCombo) or (isinstance(editor, FieldCombo) and editor.code()):
            return False
        problem = self._model.problem(self._column, _text(editor))
        theme.restyle(editor, "wrong", "true" if problem else "false")
        self.refused.emit(problem)
        return bool(problem)

    def _on_picked(self, _row: int) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            self.commitData.emit(combo)
            self.closeEditor.emit(combo)

    def _on_line_picked(self) -> None:
        line = self.sender()
        if isinstance(line, PickLine):
            self.commitData.emit(line)
            self.closeEditor.emit(line)

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
    if isinstance(editor, FieldCombo):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
