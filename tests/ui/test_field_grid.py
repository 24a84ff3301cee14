"""Fields in lines: those beside each other stand level, whatever their names need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import KINDS
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui.i18n import speak
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.field_grid import FieldGrid
from mainstreamer.ui.widgets.record_fields import RecordFields


@pytest.fixture(params=["en", "ru"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


def uneven(fields: RecordFields) -> list[str]:
    """Fields that stand higher or lower than their neighbours."""
    lines: dict[tuple[int, int], set[int]] = {}
    names: dict[tuple[int, int], list[str]] = {}
    for field, box in fields.boxes.items():
        grid = box.parentWidget()
        assert isinstance(grid, FieldGrid)
        line = (id(grid), box.y())
        lines.setdefault(line, set()).add(box.editor.y())
        names.setdefault(line, []).append(field)
    return [", ".join(names[line]) for line, tops in lines.items() if len(tops) > 1]


@pytest.mark.usefixtures("tongue")
@pytest.mark.parametrize("width", [500, 560, 760])
def test_fields_beside_each_other_stand_level(qtbot: QtBot, document: Document, width: int) -> None:
    session, wrapped = Session(document, Settings()), 0
    for kind in KINDS:
        fields = RecordFields(session, kind)
        qtbot.addWidget(fields)
        fields.resize(width, 3000)
        fields.show()
        qtbot.waitExposed(fields)
        assert uneven(fields) == [], kind
        wrapped += any(box.name.height() > 1.5 * box.name.fontMetrics().height() for box in fields.boxes.values())
    assert wrapped or width > 500
