"""Editing a register's cells in place, and painting the chips of states."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mainstreamer.domain.fields import Choice, FieldType, ItemCodes, Link, Links, LongText, ManyChoices, Scale, YesNo
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_model import TONE_ROLE, VALUE_ROLE, RegisterModel
from mainstreamer.ui.reading import link_name
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.choice_editor import BLANK, LONG, FieldCombo, codes_of
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.link_editor import TokenLine, item_offers

Index = QModelIndex | QPersistentModelIndex
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
                line = TokenLine(parent)
                line.set_offers(self._offers(type_))
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
            enter = event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if enter or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                if self._refuse(watched):
                    return True
                if enter:
                    self.commitData.emit(watched)
                    self.closeEditor.emit(watched)
                    return True
        return super().eventFilter(watched, event)

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

    # -- painting ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tone = index.data(TONE_ROLE)
        if not tone:
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text, drawn.text = drawn.text, ""
        style = option.widget.style() if option.widget is not None else None
        if style is not None:
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, option.widget)
        colours = theme.current()
        font = QFont(drawn.font)
        font.setPixelSize(colours.type_size("small"))
        metrics = QFontMetrics(font)
        room = option.rect.width() - 16
        width = min(room, metrics.horizontalAdvance(text) + 16)
        box = QRectF(option.rect.x() + 8, option.rect.y() + 6, width, metrics.height() + 4)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            box.moveRight(option.rect.right() - 8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(f"{tone}_soft"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(font)
        painter.setPen(colours.colour(tone))
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 12)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), said)
        painter.restore()


def _text(editor: QWidget) -> str:
    if isinstance(editor, FieldCombo):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
