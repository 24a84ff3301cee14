"""What readiness shows and how it is put together: severity, grouping, institution, words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.readiness_lines import FILTERS, GROUPINGS, SEVERITIES, Counted, Wanted
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import ElidedLabel, button, label
from mainstreamer.ui.widgets.segments import Segments

ANY = "\0any"
ALL = ""
PAUSE_MS = 150
"""So long after the last key the text takes effect."""


class ReadinessFilters(QWidget):
    """Two rows of controls. `changed` tells that other lines are wanted, or the same in other groups."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.severity, self.grouping = Segments((ALL, *SEVERITIES)), Segments(GROUPINGS)
        self.institution, self.text = StillCombo(), QLineEdit()
        self.clear_button, self._only = button("link"), ElidedLabel("muted")
        self._only.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._group_name = label("note")
        self._extra: dict[str, str] = {}
        """Filters that only come from elsewhere: code, kind, step."""
        self._severity, self._grouping = ALL, GROUPINGS[0]
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._lay_out()
        self.severity.chosen.connect(self._on_severity_chosen)
        self.grouping.chosen.connect(self._on_grouping_chosen)
        self.institution.currentIndexChanged.connect(self._on_institution_changed)
        self.text.textChanged.connect(self._on_text_changed)
        self.clear_button.clicked.connect(self.clear)
        self._show_choices()

    def _lay_out(self) -> None:
        self.institution.set_letters(14)
        for segments in (self.severity, self.grouping):
            segments.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.institution.setMaxVisibleItems(16)
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(theme.current().px(110))
        upper, grouped = QHBoxLayout(), QWidget()
        lower = bar(grouped)
        upper.setSpacing(GAP)
        upper.addWidget(self.severity)
        upper.addWidget(self._only, 1)
        upper.addWidget(self.clear_button)
        self._group_name.setBuddy(self.grouping)
        lower.addWidget(self._group_name)
        lower.addWidget(self.grouping)
        lower.add_trailing(self.institution)
        lower.add_trailing(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(upper)
        column.addWidget(grouped)

    # -- what is wanted ------------------------------------------------------------------------------------------------

    @property
    def group_by(self) -> str:
        return self._grouping

    def wanted(self) -> Wanted:
        """What is let through now."""
        values = dict(self._extra)
        if self._severity:
            values["severity"] = self._severity
        if self.institution.currentData() not in (ANY, None):
            values["institution"] = str(self.institution.currentData())
        return Wanted(self.text.text(), values)

    @property
    def is_filtered(self) -> bool:
        """Whether anything is held back."""
        wanted = self.wanted()
        return bool(wanted.values) or bool(wanted.text.strip())

    def want(self, grouping: str, filters: Mapping[str, str]) -> None:
        """Show only this, in these groups; without filters, what is let through stays as it is."""
        if grouping in GROUPINGS:
            self._grouping = grouping
        known = {name: value for name, value in filters.items() if name in FILTERS}
        if known:
            self._set(known)
        self._show_choices()
        self.changed.emit()

    def clear(self) -> None:
        """Show everything."""
        self._set({})
        self._show_choices()
        self.changed.emit()

    def _set(self, values: Mapping[str, str]) -> None:
        self._severity = values.get("severity", ALL)
        self._extra = {name: values[name] for name in ("code", "kind", "step") if name in values}
        self.institution.blockSignals(True)
        wanted = values.get("institution", ANY)
        if self.institution.findData(wanted) < 0:
            self.institution.addItem(wanted, wanted)
        self.institution.setCurrentIndex(self.institution.findData(wanted))
        self.institution.blockSignals(False)
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)

    def _show_choices(self) -> None:
        self.severity.show_choice(self._severity)
        self.grouping.show_choice(self._grouping)

    def _on_severity_chosen(self, value: str | None) -> None:
        self._severity = value or ALL
        self._show_choices()
        self.changed.emit()

    def _on_grouping_chosen(self, value: str | None) -> None:
        self._grouping = value or self._grouping
        self._show_choices()
        self.changed.emit()

    def _on_institution_changed(self, _row: int) -> None:
        self.changed.emit()

    def _on_text_changed(self, _text: str) -> None:
        self._pause.start()

    # -- words ---------------------------------------------------------------------------------------------------------

    def offer(self, counts: Counted) -> None:
        """Say of each severity and of whoever answers how many findings the other filters let through."""
        speech = words()
        numbers = [speech.number(counts.whole), *(speech.number(counts.severities.get(code, 0)) for code in SEVERITIES)]
        short, whole = _severities()
        self.severity.set_texts(
            [f"{name}  {number}" for name, number in zip(short, numbers, strict=True)],
            [f"{name}  {number}" for name, number in zip(whole, numbers, strict=True)],
        )
        rows = sorted(counts.institutions.items(), key=lambda pair: (not pair[0][0], pair[0][1].casefold()))
        offered = [(ANY, t("All institutions"))]
        offered += [(uid, f"{who} ({speech.number(count)})") for (uid, who), count in rows]
        kept = self.institution.currentData()
        if kept is not None and not any(uid == kept for uid, _text in offered):
            # Nothing is left for them to do: the filter stays, so that the empty list says so.
            offered.append((kept, t("Nothing left")))
        self.institution.blockSignals(True)
        if [self.institution.itemData(row) for row in range(self.institution.count())] == [uid for uid, _ in offered]:
            for row, (_uid, text) in enumerate(offered):
                if self.institution.itemText(row) != text:
                    self.institution.setItemText(row, text)
        else:
            self.institution.clear()
            for uid, text in offered:
                self.institution.addItem(text, uid)
            self.institution.setCurrentIndex(max(0, self.institution.findData(kept)))
        self.institution.blockSignals(False)

    def say(self) -> None:
        """Say which filters from elsewhere are on."""
        speech, parts = words(), []
        if "code" in self._extra:
            parts.append(speech.word("finding", self._extra["code"], "todo"))
        if "kind" in self._extra:
            parts.append(speech.kind(self._extra["kind"], "many"))
        if "step" in self._extra:
            parts.append(t("step {step}", step=self._extra["step"]))
        self._only.set_whole(t("Only: {what}", what=", ".join(parts)) if parts else "")
        self.clear_button.setVisible(self.is_filtered)

    def retranslate(self) -> None:
        self.clear_button.setText(t("Show everything"))
        self._group_name.setText(t("Group by"))
        self.text.setPlaceholderText(t("Search"))
        self.text.setAccessibleName(t("Find in findings"))
        self.institution.setAccessibleName(t("Institution"))
        texts = [t("What to do"), t("Step"), t("Institution")]
        self.grouping.set_texts(texts, [f"{t('Group by')}: {text}" for text in texts])
        self.severity.set_texts(*_severities())
        self.severity.setAccessibleName(t("Findings"))
        self.grouping.setAccessibleName(t("Group by"))
        self.say()


def _severities() -> tuple[list[str], list[str]]:
    """All, and each severity: for buttons, which have to stand side by side also at 200 %, and for tool tips and screen
    readers."""
    short = [t("All"), t("Must be settled"), t("Would improve"), t("For information")]
    return short, [t("All"), *(words().choice("severity", code) for code in SEVERITIES)]
