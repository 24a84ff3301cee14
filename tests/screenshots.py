"""Draws every page, tab, picture and dialog to PNG: `python -m tests.screenshots FOLDER [PART ...]`. For people to look at.

Every combination of screen, text size, theme and language has a folder of its own, such as `1366x768-100-light-en`; with
PARTs, only folders whose name has all of them are drawn. A sheet of small pictures stands beside each folder.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QRect, Qt, QThreadPool, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from mainstreamer.language import SHIPPED
from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui import slices, tasks
from mainstreamer.ui.application import Application
from mainstreamer.ui.charts.chart import Chart
from mainstreamer.ui.packs import save_pack
from mainstreamer.ui.pages.overview_body import OverviewBody
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.registry import ABOVE_STEPS, BELOW_STEPS, TABLE
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.theme import THEMES
from mainstreamer.ui.widgets.checklist_view import ChecklistView
from mainstreamer.ui.widgets.record_form import RecordForm
from mainstreamer.ui.workbook_coming_back import READ
from tests.absurd_plan import absurd_plan
from tests.ui.returned_plan import MadeUp, refused, rich

SCREENS = {"1366x768": (1366, 768), "1920x1080": (1920, 1080)}
SIZES = ("100", "150")
PLANS = ("sample", "empty", "absurd")
TODAY = date(2027, 8, 16)
EMPTY = {
    "title": "Empty plan",
    "country": "MDA",
    "start_year": 2027,
    "end_year": 2031,
    "fiscal_start": 1,
    "currency": "MDL",
}
ACROSS, SMALL = 4, 480
"""Pictures side by side on a sheet, and the width of each."""


def settle(milliseconds: int = 40) -> None:
    """Let layouts and timers of this moment run, and then what they brought about."""
    for _ in range(2):
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def settle_page(page: QWidget) -> None:
    """Let a page come to rest: twice in a row nothing of the window has a turn, no worker is out, and all is shown. Once
    would not do: between a worker and the slices that show what it brought there is a moment of rest."""
    rested = 0
    for _ in range(200):
        settle()
        rested = rested + 1 if is_at_rest() and is_whole(page) else 0
        if rested == 2:
            return


def is_at_rest() -> bool:
    """Whether nothing that runs beside the event loop is still to come."""
    return slices.at_rest() and not tasks._WAITING and not QThreadPool.globalInstance().activeThreadCount()


def is_whole(page: QWidget) -> bool:
    """Whether the page has what it waits for: figures, items, fields, charts."""
    overviews = [body.worked for body in page.findChildren(OverviewBody)]
    lists = [one for one in page.findChildren(ChecklistView) if one.isVisible()]
    forms = [form for form in page.findChildren(RecordForm) if form.isVisible()]
    charts = [chart for chart in page.findChildren(Chart) if chart.isVisible()]
    return (
        all(figures.held is not None and not figures.at_work for figures in overviews)
        and not any(one.waits for one in lists)
        and not any(form.is_making for form in forms)
        and all(chart.plot is not None for chart in charts)
    )


class Sheet:
    """Pictures of one folder, and the sheet of all of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._small: list[QPixmap] = []
        folder.mkdir(parents=True, exist_ok=True)

    def draw(self, widget: QWidget, name: str) -> None:
        picture = widget.grab()
        picture.save(str(self.folder / f"{name}.png"))
        self._small.append(picture.scaledToWidth(SMALL, Qt.TransformationMode.SmoothTransformation))

    def save(self) -> None:
        height = max(picture.height() for picture in self._small) + 8
        rows = -(-len(self._small) // ACROSS)
        sheet = QPixmap(ACROSS * (SMALL + 8), rows * height)
        sheet.fill(Qt.GlobalColor.black)
        painter = QPainter(sheet)
        for place, picture in enumerate(self._small):
            row, column = divmod(place, ACROSS)
            painter.drawPixmap(QRect(column * (SMALL + 8), row * height, SMALL, picture.height()), picture)
        painter.end()
        sheet.save(str(self.folder.with_suffix(".png")))


def pages(running: Application, plan: str) -> Iterator[tuple[str, QWidget]]:
    """Show each page of the workspace, each tab of each step, each picture of each register: page and name."""
    workspace = running.workspace
    assert workspace is not None
    for key in (
        *(one.key for one in ABOVE_STEPS),
        *map(str, range(1, 11)),
        *(one.key for one in BELOW_STEPS),
        TABLE.key,
    ):
        workspace.show_page(key)
        page = workspace.current_page
        name = f"{plan}-{key.zfill(2)}"
        tabs = list(page._tab_buttons) if isinstance(page, StepPage) else [""]
        for tab in tabs:
            if isinstance(page, StepPage):
                page.show_tab(tab)
            yield f"{name}-{tab}".strip("-"), page
            for register in page.findChildren(RegisterView):
                if not register.isVisible():
                    continue
                for view in list(register.views.buttons)[1:]:
                    register.views.show_view(view)
                    yield f"{name}-{tab}-{view}", page
                register.views.show_view("table")


def workbooks(running: Application) -> Iterator[tuple[str, QWidget]]:
    """The page of a workbook that came back: with all there can be, and with what cannot be read."""
    workspace, session = running.workspace, running.session
    assert workspace is not None and session is not None
    for make in (rich, refused):
        session.coming_back.engine = MadeUp(make)
        workspace.taking_in.begin(Path("plan.xlsx"))
        while session.coming_back.stage != READ or workspace.current_key != "coming_back":
            settle()
        yield f"coming_back-{make.__name__}", workspace.current_page
    session.coming_back.put_aside()


def dialogs(running: Application) -> Iterator[tuple[str, QWidget]]:
    """Open each dialog in turn."""
    for name, show in (
        ("export", running.dialogs.export),
        ("pack", partial(save_pack, running)),
        ("preferences", running.dialogs.show_preferences),
        ("about", running.dialogs.show_about),
        ("shortcuts", running.dialogs.show_shortcuts),
        ("identity", running.dialogs.ask_identity),
    ):
        before = set(running.app.topLevelWidgets())
        show()
        settle()
        for widget in set(running.app.topLevelWidgets()) - before:
            if widget.isVisible() and widget.isWindow():
                yield name, widget
                widget.close()


def draw_all(folder: Path) -> None:
    """Draw the combination that the folder's name says."""
    screen, size, theme_name, code = folder.name.split("-")
    os.environ["MAINSTREAMER_HOME"] = tempfile.mkdtemp()
    app = QApplication(["mainstreamer"])
    running = Application(app, Settings(language=code, theme=theme_name, text_size=int(size)))
    running.window.resize(*SCREENS[screen])
    running.window.show()
    sheet = Sheet(folder)
    settle()
    sheet.draw(running.window, "start")
    running.new_plan()
    settle()
    sheet.draw(running.window, "new")
    home = Path(tempfile.mkdtemp())
    create_sample(home / "sample.mplan", code).close()
    Document.create(home / "empty.mplan", EMPTY).close()
    absurd_plan(home / "absurd.mplan").close()
    for plan in PLANS:
        running.open_plan(home / f"{plan}.mplan")
        assert running.session is not None
        running.session.today = lambda: TODAY
        for name, page in pages(running, plan):
            settle_page(page)
            sheet.draw(running.window, name)
        if plan == "sample":
            for name, page in workbooks(running):
                settle_page(page)
                sheet.draw(running.window, name)
            for name, widget in dialogs(running):
                sheet.draw(widget, f"dialog-{name}")
    sheet.save()
    running.window.close()


def main(target: Path, parts: list[str]) -> None:
    """Draw all combinations, two at a time, each in a process of its own."""
    names = ["-".join(one) for one in itertools.product(SCREENS, SIZES, THEMES, SHIPPED)]
    wanted = [name for name in names if all(part in name.split("-") for part in parts)]

    def draw(name: str) -> None:
        subprocess.run([sys.executable, "-m", "tests.screenshots", "--one", str(target / name)], check=True)

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(draw, wanted))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        draw_all(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"), sys.argv[2:])
