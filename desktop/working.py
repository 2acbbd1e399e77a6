"""Slow work beside the window: done in another thread, ended by one sentence."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import QObject, QRunnable, Signal

from desktop.sheets.errors import SheetError


class Ended(QObject):
    """Carries the end of a slow piece of work to the GUI thread."""

    told = Signal(str, bool)
    """What there is to say, and whether it went well."""


class Work(QRunnable):
    """A slow piece of work.

    Parameters
    ----------
    run : callable
        Does it, and gives the sentence to say.
    ended : Ended
        Hears that sentence, or the one that says why not.
    """

    def __init__(self, run: Callable[[], str], ended: Ended) -> None:
        super().__init__()
        self._run, self._ended = run, ended

    def run(self) -> None:
        """Work, and say how it went."""
        try:
            self._ended.told.emit(self._run(), True)
        except (OSError, ValueError, SheetError) as error:
            self._ended.told.emit(str(error), False)
