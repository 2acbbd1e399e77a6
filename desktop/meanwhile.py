"""Plain work in another thread while this one lets events happen: the page loads while Python prepares."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from qtpy.QtCore import QEventLoop, QObject, Signal

Result = TypeVar("Result")

SWITCH_INTERVAL_S = 0.0005
"""How long one thread may run while the other has something to do: the page's requests come in between."""


class _Work(QObject, Generic[Result]):
    ended = Signal()

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__()
        self._work = work
        self.result: Result
        self.error: BaseException | None = None

    def run(self) -> None:
        """Work, and keep what comes of it."""
        try:
            self.result = self._work()
        except BaseException as error:  # noqa: BLE001 (it is raised again by whoever waits)
            self.error = error
        self.ended.emit()


def meanwhile(work: Callable[[], Result]) -> Result:
    """Do a piece of work without Qt in another thread, and let events happen until it is done.

    Raises
    ------
    BaseException
        What the work raised.
    """
    task, loop, usual = _Work(work), QEventLoop(), sys.getswitchinterval()
    task.ended.connect(loop.quit)
    thread = Thread(target=task.run)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    thread.start()
    loop.exec_()
    thread.join()
    sys.setswitchinterval(usual)
    if task.error is not None:
        raise task.error
    return task.result
