"""What a person does with the rows of a register."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.fields import NumberTable
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Put
from mainstreamer.operations import pasting, registers, treaties
from mainstreamer.operations.indicator_choice import with_following
from mainstreamer.ui.dialogs.paste_preview import PastePreview
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.register_rows import RegisterRows
from mainstreamer.ui.reading import reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.notice import Notice


class RegisterVerbs(QObject):
    """Add, duplicate, delete, fill, set, copy, paste. Each is one step of undo, and says in a line what it did."""

    added = Signal(str)
    """A record was added: its uid."""
    choose_wanted = Signal(tuple)
    """These rows are to be shown and chosen."""
    deleting = Signal()
    """Rows are about to be deleted."""
    done = Signal()
    """The plan was changed by one of these verbs."""

    def __init__(self, session: Session, rows: RegisterRows, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._rows, self._notice, self._window = session, rows, notice, window
        self.kind = rows.kind

    def _put(self, verb: str, puts: Sequence[Put]) -> bool:
        if not self._session.put(verb, puts, self):
            return False
        self.done.emit()
        return True

    def add(self) -> None:
        """Add a record."""
        uid, puts = registers.add(self._session.plan, self.kind)
        if self._put("add", puts):
            self.added.emit(uid)

    def enter_list(self) -> bool:
        """Begin everything that the register's list has and the plan has not."""
        return self._put("enter_treaties", treaties.enter_list(self._session.plan))

    def duplicate(self) -> None:
        """Add copies of the records chosen, and choose those."""
        uids, puts = registers.duplicate(self._session.plan, self.kind, self._rows.table.selected())
        if uids and self._put("duplicate", puts):
            self.choose_wanted.emit(tuple(uids))
            self._notice.say(n("{n} row duplicated.", "{n} rows duplicated.", len(uids)), undo=True)

    def delete(self) -> bool:
        """Remove the records chosen. It is not asked whether: a line says what was done, and takes it back."""
        uids = self._rows.table.selected()
        puts = registers.delete(self._session.plan, self.kind, uids)
        if not puts:
            return False
        self.deleting.emit()
        if not self._put("delete", puts):
            return False
        said, named = n("{n} row deleted.", "{n} rows deleted.", len(uids)), self._still_named(uids)
        if named:
            said = f"⚠ {said} {named}"
        self._notice.say(said, undo=True, wrong=bool(named))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._notice, said))
        return True

    def _still_named(self, uids: Sequence[str]) -> str:
        """A sentence on the records whose fields name what was deleted; empty where there are none."""
        found = registers.named_by(self._session.plan, self.kind, uids)
        many, kinds = sum(map(len, found.values())), words()
        where = ", ".join(f"{kinds.kind(kind, 'many')} ({len(naming)})" for kind, naming in found.items())
        if not found:
            return ""
        if len(uids) == 1:
            return n("{n} record still names it: {where}.", "{n} records still name it: {where}.", many, where=where)
        return n("{n} record still names them: {where}.", "{n} records still name them: {where}.", many, where=where)

    # -- many at once ------------------------------------------------------------------------------------------------

    def set_field(self, field: str, value: object) -> None:
        """Give all records chosen one value."""
        uids = self._rows.table.selected()
        puts = registers.set_field(self._session.plan, self.kind, uids, field, value)
        self._put_cells("edit_rows", puts, field)

    def fill_down(self) -> None:
        """Put the topmost value of the current column into all rows chosen."""
        field, uids = self._rows.table.current_column, self._rows.table.selected()
        if not uids or not self._is_typed(field):
            self._notice.say(t("This column is worked out and cannot be filled."))
            return
        first = self._rows.proxy.shown_row(uids[0])
        above = self._rows.proxy.uid(first - 1) if first > 0 else ""
        if len(uids) == 1 and not above:
            self._notice.say(t("Select several rows to fill down; there is no row above this one."))
            return
        self._put_cells("fill_down", registers.fill_down(self._session.plan, self.kind, uids, field, above), field)

    def _is_typed(self, field: str) -> bool:
        spec = KINDS[self.kind].fields.get(field)
        return spec is not None and field != "code" and not isinstance(spec.type, NumberTable | Attachment)

    def _put_cells(self, verb: str, puts: Sequence[Put], field: str) -> None:
        if not puts:
            self._notice.say(t("The rows hold this value already."))
        elif self._put(verb, with_following(self._session.plan, puts, words())):
            said = n(
                "{field}: set in {n} row.",
                "{field}: set in {n} rows.",
                len(puts),
                field=words().field(self.kind, field),
            )
            self._notice.say(said, undo=True)

    # -- the clipboard -----------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the rows chosen, for a spreadsheet."""
        uids = self._rows.table.selected()
        if uids:
            QGuiApplication.clipboard().setText(self._rows.table.copied())
            said = n("{n} row copied: paste it in Excel.", "{n} rows copied: paste them in Excel.", len(uids))
            self._notice.say(said)

    def paste(self) -> None:
        """Show what pasting the clipboard would change; a single cell is put at once."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._notice.say(t("There is nothing to paste: copy rows in Excel first."))
            return
        found = pasting.paste(
            self._session.plan,
            self.kind,
            self._columns_from_current(),
            text,
            reading(self._session),
            self._rows_from_current(),
            self._rows.table.selected(),
        )
        if not found.puts and not found.refused:
            self._notice.say(t("Nothing differs: the rows hold these values already."))
        elif len(found.puts) == 1 and not found.refused:
            self.take_paste(found)
        else:
            preview = PastePreview(self._session, self.kind, found, self._window)
            preview.agreed.connect(lambda: self.take_paste(found))
            preview.open()

    def take_paste(self, found: pasting.PasteResult) -> None:
        """Put what was pasted, with what follows from it, as it does where a person types the same."""
        if not self._put("paste", with_following(self._session.plan, found.puts, words())):
            return
        self.choose_wanted.emit(found.new_uids or found.changed_uids)
        parts = [n("{n} row added.", "{n} rows added.", len(found.new_uids))] if found.new_uids else []
        if found.changed_uids:
            parts.append(n("{n} row changed.", "{n} rows changed.", len(found.changed_uids)))
        self._notice.say(" ".join(parts), undo=True)

    def _columns_from_current(self) -> tuple[str, ...]:
        """Fields from the current cell on, in the order shown; all of them when no row is chosen."""
        table = self._rows.table
        columns, current = table.columns(), table.current_column
        if current and table.selected():
            columns = columns[columns.index(current) :]
        return tuple(name for name in columns if self._rows.model.vocabulary.type_of(name) is not None)

    def _rows_from_current(self) -> tuple[str, ...]:
        """The rows shown from the first one selected on."""
        uids = self._rows.table.selected()
        if not uids:
            return ()
        first = self._rows.proxy.shown_row(uids[0])
        return tuple(self._rows.proxy.uid(row) for row in range(first, self._rows.proxy.rowCount()))
