"""Slips of the program itself: told above the map and on the terminal, and the atlas goes on.

Left to themselves, PySide only prints what was raised where Qt had called, and PyQt ends the whole process.
"""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from qtpy.QtCore import QObject, Signal
from qtpy.QtWidgets import QApplication

from desktop.window.problem_bar import ProblemBar

WORDS = "Something went wrong in the atlas itself. It goes on; what you see is kept."
_ABOUT = "Where it went wrong"


class Slips(QObject):
    """Hears of every exception that nobody handles where Qt had called, in whichever thread of Qt.

    Parameters
    ----------
    bar : ProblemBar
        Where they are told.
    """

    _heard = Signal(list)

    def __init__(self, bar: ProblemBar) -> None:
        super().__init__()
        self._bar = bar
        self._heard.connect(self._tell)  # queued where another thread slipped

    def listen(self) -> None:
        """Hear of them from now on."""
        sys.excepthook = self.hear

    def end(self) -> None:
        """Leave them to Python again."""
        sys.excepthook = sys.__excepthook__

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Print an exception as Python does, and tell it in the window; Ctrl+C in the terminal quits."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        sys.__excepthook__(kind, error, trace)
        self._heard.emit("".join(traceback.format_exception(kind, error, trace)).splitlines())

    def _tell(self, lines: list[str]) -> None:
        self._bar.report(WORDS, lines, can_reload=False, about=_ABOUT)
