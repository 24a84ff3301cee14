"""Search and go: what is typed into the field of the top bar is looked for, and followed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from mainstreamer.search.entries import ACTION, ITEM, RECORD
from mainstreamer.search.index import NOTHING, Answer, Index
from mainstreamer.ui import theme
from mainstreamer.ui.areas import Areas
from mainstreamer.ui.commands import CommandTable
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.registry import BELOW_STEPS, above_steps
from mainstreamer.ui.search_lines import COMMAND, PLACE, STEPS, TERM, Heading, Line, Lines, place_entries
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.result_list import ResultList
from mainstreamer.ui.widgets.search_field import SearchField

WIDTH = 680
"""Pixels at 100 %."""
LIMITS = {PLACE: 4, COMMAND: 4, TERM: 4, ITEM: 6, ACTION: 6, RECORD: 8}
"""Lines of each group, in the order in which groups are shown."""
BESIDE_NAMED = 2
"""Lines that a group shows by what is written in them, when anything at all is found by its name."""
MOST = 200
"""Lines of a group that was opened whole: more are found sooner by another word."""
RECENT = 7


class SearchPalette(QFrame):
    """The results below the field. It lies over the page as long as the keyboard is in the field."""

    def __init__(
        self, session: Session, commands: CommandTable, field: SearchField, areas: Areas, parent: QWidget
    ) -> None:
        super().__init__(parent)
        theme.look(self, "palette")
        self._session, self._commands, self.field, self._areas = session, commands, field, areas
        self._lines = Lines(session, commands)
        self._places: Index | None = None
        self._before: QWidget | None = None
        self._was_ready = True
        self.list = ResultList()
        self.hint, self.foot = label("muted", wrap=True), label("note", wrap=True)
        self.hint.setContentsMargins(theme.current().px(WIDE_GAP), GAP, theme.current().px(WIDE_GAP), SMALL)
        self.foot.setContentsMargins(theme.current().px(WIDE_GAP), SMALL, theme.current().px(WIDE_GAP), GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, SMALL, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)
        self.hide()
        field.textChanged.connect(self._on_text_changed)
        field.stepped.connect(self.list.step)
        field.paged.connect(self.list.page)
        field.chosen.connect(self._on_chosen)
        field.left.connect(self.leave)
        self.list.activated_line.connect(self.follow)
        self.list.moved.connect(self._announce)
        session.finder.ready.connect(self._on_ready)
        parent.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._whole = ""
        """The group that a person opened whole."""
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(t("Search results"))
        self.list.setAccessibleName(t("Search results"))
        self._places = None

    # -- coming and leaving ------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Put the keyboard into the field and show where one can go."""
        if self.field.hasFocus():
            self.show_results()
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_results(self) -> None:
        """Hide the results and empty the field."""
        self.hide()
        self.field.clear()
        self._places = None

    def leave(self) -> None:
        """Go back to where the keyboard was."""
        before = self._before
        self.close_results()
        if before is not None and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._areas.enter("page")

    def show_results(self) -> None:
        """Show what is found for what stands in the field."""
        if not self.isVisible():
            self._session.finder.ask()
            self._fill()
            self.show()
            self.raise_()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self.field:
            # None is the window coming to the front: then the keyboard was here already.
            self._before = old if old is not None else self._before
        elif new is not None and self.isVisible():
            self.close_results()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _on_text_changed(self, _text: str) -> None:
        self._whole = ""
        if self.isVisible():
            self._fill()

    def _on_ready(self) -> None:
        if self.isVisible() and not self._was_ready:
            self._fill()

    def _fill(self) -> None:
        """Show what is found for what stands in the field."""
        question = self.field.text().strip()
        self._was_ready = self._session.finder.is_ready
        self.hint.hide()
        guessed = False
        if question:
            found = self._find(question)
            lines = list(self._found_lines(found, question))
            guessed = any(answer.guessed for answer in found)
            if not lines:
                self._say_nothing_found(question)
            elif guessed:
                self._say(t("Nothing has exactly these words. Shown is what differs from them by one letter."))
        else:
            lines = list(self._idle_lines())
        self.list.setVisible(bool(lines))
        self.list.show_lines(lines, question, guessed)
        if question and not self._was_ready:
            self.foot.setText(t("The plan is still being read. Items and records follow in a moment."))
        elif not lines:
            self.foot.setText(t("Esc back to where you were"))
        else:
            self.foot.setText(t("↑ ↓ choose · Enter go there · Esc back to where you were"))
        self._place()
        self._announce()

    def _find(self, question: str) -> tuple[Answer, Answer]:
        """What pages and commands, and what the plan, have on a question; a letter is only forgiven where nothing has it."""
        if self._places is None:
            self._places = Index(place_entries(self._session, self._commands))
        limit = MOST if self._whole else max(LIMITS.values())
        places = self._places.find(question, limit)
        records = self._session.finder.find(question, limit)
        exact = [answer for answer in (places, records) if answer.count and not answer.guessed]
        if exact:
            places, records = (answer if answer in exact else NOTHING for answer in (places, records))
        return places, records

    def _found_lines(self, found: tuple[Answer, Answer], question: str) -> Iterator[Line | Heading]:
        titles = {
            PLACE: t("Pages"),
            COMMAND: t("Commands"),
            TERM: t("Glossary"),
            ITEM: t("Items of the checklist"),
            ACTION: words().kind("action", "many"),
            RECORD: t("Other records"),
        }
        places, records = found
        by_name = any(answer.named.get(group, 0) for answer in found for group in answer.keys)
        groups = [
            (group, places if group in (PLACE, COMMAND, TERM) else records, most) for group, most in LIMITS.items()
        ]
        # What is found by its name goes before what only has the words in it.
        for group, answer, most in sorted(groups, key=lambda one: not one[1].named.get(one[0], 0)):
            if by_name:
                most = min(most, answer.named.get(group, 0) + BESIDE_NAMED)
            most = MOST if group == self._whole else most
            lines = list(self._lines.of_keys(answer.keys.get(group, ())[:most], question, answer.guessed))
            if lines:
                count = answer.counts[group]
                more = t("{shown} of {of}", shown=words().number(len(lines)), of=words().number(count))
                yield Heading(titles[group], more if count > len(lines) else "")
                yield from lines
                if count > len(lines) and group != self._whole:
                    all_of_it = n("Show {n} more", "Show {n} more", min(count, MOST) - len(lines))
                    yield Line("caret-down", all_of_it, group=group)

    def _idle_lines(self) -> Iterator[Line | Heading]:
        """Where one was lately, and all pages."""
        visited = list(self._lines.of_visits(self._session.visits.recent(RECENT)))
        if visited:
            yield Heading(t("Where you were"))
            yield from visited
        yield Heading(t("Pages"))
        pages = [*(one.key for one in above_steps(self._session)), *map(str, STEPS), *(one.key for one in BELOW_STEPS)]
        yield from (self._lines.of_page(page) for page in pages)

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.show()

    def _say_nothing_found(self, question: str) -> None:
        if not self._session.finder.is_ready:
            return
        self._say(
            t("Nothing is found for “{text}”.", text=question)
            + "\n"
            + t(
                "You can look for items of the checklist, actions, institutions and all other records, for pages and "
                "commands: by any of their words, by code or by acronym, in any script."
            )
        )

    def _announce(self) -> None:
        """Say the active line to those who hear the window; the keyboard stays in the field."""
        line = self.list.active()
        if line is not None:
            spoken = line.spoken
        else:
            spoken = self.hint.text() if not self.hint.isHidden() else ""
        if spoken == self.field.accessibleDescription():
            return
        self.field.setAccessibleDescription(spoken)
        if spoken and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, spoken))

    # -- following ---------------------------------------------------------------------------------------------------

    def _on_chosen(self) -> None:
        line = self.list.active() if self.isVisible() else None
        if line is not None:
            self.follow(line)

    def follow(self, line: Line) -> None:
        """Go where a line leads, run its command, or open the rest of its group."""
        if line.group:
            row = self.list.currentRow()
            self._whole = line.group
            self._fill()
            self.list.setCurrentRow(row)
            return
        self.leave()
        if line.command:
            self._commands.run(line.command)
        elif line.term:
            self._session.term_wanted.emit(line.term)
        elif line.place is not None and line.place.uid:
            self._session.place_wanted.emit(line.place.kind, line.place.uid, line.place.field)
        elif line.place is not None:
            self._session.page_wanted.emit(line.place.page, line.place.tab, {})
            self._areas.enter("page")

    # -- where it lies -----------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Below the field, as high as its lines, within the window."""
        parent = self.parentWidget()
        if parent is None:
            return
        look = theme.current()
        corner = self.field.mapTo(parent, QPoint(0, self.field.height() + 4))
        width = min(max(look.px(WIDTH), self.field.width()), parent.width() - 16)
        across = corner.x() + (self.field.width() - width) // 2
        across = max(8, min(across, parent.width() - width - 8))
        rest = 8
        for part in (self.hint, self.foot):
            if not part.isHidden():
                rest += part.heightForWidth(width - 2)
        wanted = (self.list.wanted_height() if not self.list.isHidden() else 0) + rest
        self.setGeometry(across, corner.y(), width, min(wanted, parent.height() - corner.y() - 16))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
