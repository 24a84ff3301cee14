"""What a term means: definition, what it is confused with, the term in other languages, where it belongs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mainstreamer.domain.glossary import Glossary, Term
from mainstreamer.knowledge import glossary, glossary_languages
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import chip, label
from mainstreamer.ui.widgets.term_text import TermText

CHIP_WIDTH = 190
"""Pixels of a chip's words at 100 %."""
OTHER_LANGUAGES = ("en", "fr", "ru", "ro", "es", "ar", "bn")
"""Languages in which a term is shown besides the one it is read in."""


class TermMeaning(QWidget):
    """One term of a glossary; terms in its definition and note can be chosen."""

    term_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self.title = label("heading", wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.definition, self.note = TermText(), TermText()
        self._note_title, self._other_title = label("section"), label("section")
        self._source = label("note", wrap=True)
        self._source.setContentsMargins(0, SMALL, 0, 0)
        self._chips, self._other = QWidget(), QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self.title)
        layout.addWidget(self.definition)
        for heading, part in ((self._note_title, self.note), (self._other_title, self._other)):
            heading.setContentsMargins(0, SMALL, 0, 0)
            layout.addWidget(heading)
            layout.addWidget(part)
        layout.addWidget(self._source)
        layout.addWidget(self._chips)
        for text in (self.definition, self.note):
            text.term_chosen.connect(self.term_chosen)

    def show_term(self, code: str, spoken: Glossary) -> None:
        """Show a term of a glossary."""
        self.code = code
        term = spoken.by_code[code]
        self.title.setText(_capital(term.term))
        self.definition.setAccessibleName(t("Meaning"))
        self.definition.show_text(term.definition, spoken, spoken, {code})
        known = {code, *self.definition.codes}
        self._note_title.setText(t("Remark").upper())
        self.note.setAccessibleName(t("Remark"))
        self.note.show_text(term.note, spoken, spoken, known)
        for part in (self._note_title, self.note):
            part.setVisible(bool(term.note))
        named = "; ".join(words().word("glossary", "source", one) for one in term.source)
        self._source.setText(t("After: {source}", source=named))
        self._show_other(term, spoken.language)
        self._show_chips(term)

    def _show_other(self, term: Term, language: str) -> None:
        names = {code: glossary(code).by_code[term.code].term for code in glossary_languages() if code != language}
        names.update(term.other)
        grid_of, self._other = self._other, QWidget()
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(grid_of, self._other)
        grid_of.hide()
        grid_of.deleteLater()
        grid = QGridLayout(self._other)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().px(GAP))
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        for row, code in enumerate(one for one in OTHER_LANGUAGES if one in names):
            named, written = label("muted"), label("", wrap=True)
            named.setText(words().choice("language", code))
            written.setText(names[code])
            written.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(written, row, 1)
        self._other_title.setText(t("In other languages").upper())

    def _show_chips(self, term: Term) -> None:
        speech = words()
        shown = [(t("SDG {target}", target=target), speech.choice("sdg", target)) for target in term.sdg]
        shown += [(t("GCM {number}", number=number), speech.choice("gcm", number)) for number in term.gcm]
        shown += [(speech.choice("indicator", code),) * 2 for code in term.indicators]
        before, self._chips = self._chips, QWidget()
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(before, self._chips)
        before.hide()
        before.deleteLater()
        flow = FlowLayout(self._chips)
        for text, tip in shown:
            one = chip("neutral")
            one.setText(one.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, theme.current().px(CHIP_WIDTH)))
            one.setToolTip(tip)
            one.setAccessibleName(tip)
            flow.addWidget(one)
        self._chips.setVisible(bool(shown))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
