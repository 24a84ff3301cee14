"""What the record in a form still lacks: how much, and in the tip what; a press leads there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness.finding import BLOCKS
from mainstreamer.language.findings import finding_sentence
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.labels import PushButton


def blank_fields(plan: Plan, kind: str, uid: str) -> list[str]:
    """Compulsory fields that are blank; existing resources stand for a cost."""
    fields = KINDS[kind].fields
    blank = [name for name in KINDS[kind].compulsory if fields[name].type.is_blank(plan.value(kind, uid, name))]
    if "cost" in blank and plan.value(kind, uid, "existing_resources"):
        blank.remove("cost")
    return blank


class LackButton(PushButton):
    """Counts compulsory entries that are blank; where there is none, and something else holds up adoption, it says so. Seen
    as long as there is something to say."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = self._uid = ""
        self._place: tuple[str, str, str] | None = None
        self.setAutoDefault(False)
        theme.look(self, "lack")
        self.hide()
        self.clicked.connect(self._on_clicked)
        session.assessment.found.connect(self.refresh)

    def show_record(self, kind: str, uid: str) -> None:
        """Tell what this record lacks."""
        self._kind, self._uid = kind, uid
        self.refresh()

    def refresh(self) -> None:
        """Tell what it lacks now."""
        plan, kind, uid = self._session.plan, self._kind, self._uid
        if not uid or plan.find(kind, uid) is None:
            self._place = None
            self.hide()
            return
        blank = blank_fields(plan, kind, uid)
        places = [(kind, uid, field) for field in blank]
        said = [words().field(kind, field) for field in blank]
        indicators = [row.uid for row in plan.action_indicators.get(uid, ())] if kind == "action" else []
        if kind == "action" and not indicators:
            places.append((kind, uid, "title"))
            said.append(words().kind("action_indicator"))
        for row in indicators:
            fields = blank_fields(plan, "action_indicator", row)
            places += [("action_indicator", row, field) for field in fields]
            said += [words().field("action_indicator", field) for field in fields]
        if places:
            self.setText(n("{n} compulsory entry blank", "{n} compulsory entries blank", len(places)))
        else:
            mine = {(kind, uid), *(("action_indicator", row) for row in indicators)}
            found = [one for one in self._session.assessment.findings if one.severity == BLOCKS]
            found = [one for one in found if (one.kind, one.uid) in mine]
            places = [(one.kind, one.uid, one.field) for one in found]
            said = [finding_sentence(words(), plan, one) for one in found]
            self.setText(n("{n} finding before adoption", "{n} findings before adoption", len(found)))
        self._place = places[0] if places else None
        more = t("Press to go there. Readiness lists all findings on this record.")
        self.setToolTip("\n".join((*said, "", more)))
        self.setAccessibleName(f"{self.text()}: {', '.join(said)}")
        self.setVisible(bool(places))

    def _on_clicked(self) -> None:
        if self._place is not None:
            self._session.place_wanted.emit(*self._place)
