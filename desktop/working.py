"""Slow work beside the window: done in another thread, cancelled between its steps, ended by one sentence."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from qtpy.QtCore import QObject, QRunnable, Signal

from desktop.errors import CancelledError
from desktop.sheets.errors import SheetError


class Steps(QObject):
    """How far a piece of work has come; whoever does it tells, and hears here that it is cancelled."""

    taken = Signal(int, int)
    """Steps done, and of how many."""
    ended = Signal(str, bool)
    """What there is to say, and whether it went well; empty where it was cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self._is_cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to end at its next step."""
        self._is_cancelled.set()

    def take(self, done: int = 0, total: int = 0) -> None:
        """Take a step, in whichever thread.

        Raises
        ------
        CancelledError
            Where the work is cancelled: nothing may be written after that.
        """
        if self._is_cancelled.is_set():
            raise CancelledError
        self.taken.emit(done, total)


class Work(QRunnable):
    """A slow piece of work.

    Parameters
    ----------
    run : callable
        Takes the steps, and gives the sentence to say.
    steps : Steps
        Hears that sentence, or the one that says why not.
    """

    def __init__(self, run: Callable[[Steps], str], steps: Steps) -> None:
        super().__init__()
        self._run, self._steps = run, steps

    def run(self) -> None:
        """Work, and say how it went."""
        try:
            self._steps.ended.emit(self._run(self._steps), True)
        except CancelledError:
            self._steps.ended.emit("", False)
        except (OSError, ValueError, SheetError) as error:
            self._steps.ended.emit(str(error), False)
        except Exception as error:
            self._steps.ended.emit(f"it could not be done: {type(error).__name__}: {error}", False)
            raise
