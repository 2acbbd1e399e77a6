"""A picture of what a presenter sees on the own screen, of the size of a laptop's."""

from __future__ import annotations

from pathlib import Path

from driver import Driver
from qtpy.QtCore import QRect
from qtpy.QtWidgets import QApplication

from desktop.panels.presenter_view import Place, PresenterView
from desktop.services.stories import bundled

LAPTOP = QRect(0, 0, 1536, 960)
BUTTONS = ("Back", "Next", "Black screen", "End")


def draw_presenter(driver: Driver, folder: Path, place: int = 6) -> None:
    """Draw the view of a step as it is when the presentation begins."""
    steps = bundled().steps
    view = PresenterView([(words, lambda: None) for words in BUTTONS])
    view.begin(LAPTOP)
    view.show_place(Place(steps, place))
    view.show_frame(driver.store.frame_of(steps[place].atlas))
    QApplication.processEvents()
    view.grab().save(str(folder / "presenter-view.png"))
    view.end()
    view.deleteLater()
