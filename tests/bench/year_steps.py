"""Steps of the clock in the open program, each timed from the command to the answer that it is painted."""

import time

from qtpy.QtCore import QObject, QTimer, Signal
from waiting import until

from desktop.commands import years

FIRST_YEAR, LAST_YEAR = 2008, 2032
"""Where the data are dense: nearly every step changes what is drawn."""


class YearSteps(QObject):
    """Walks to and fro between two years.

    Attributes
    ----------
    scene : str
        The message that the page was sent last.
    python_ms : list of float
        What each command took until it returned: frame, all views, JSON.
    """

    done = Signal()

    def __init__(self, program):
        super().__init__()
        self._store = program.store
        self._direction, self._sent = 1, 0
        self.scene = ""
        self.python_ms = []
        program.map._bridge.told.connect(self._note)
        program.map.painted.connect(self.done)

    def take(self):
        """Step to the next year that changes the map; gives the milliseconds until it was painted."""
        sent, took = self._sent, 0.0
        while self._sent == sent:
            took = until(self.done, self._step)
        return took

    def _step(self):
        if not FIRST_YEAR <= self._store.frame.year + self._direction <= LAST_YEAR:
            self._direction = -self._direction
        sent, began = self._sent, time.perf_counter()
        years.step(self._store, self._direction)
        self.python_ms.append((time.perf_counter() - began) * 1000)
        if self._sent == sent:
            QTimer.singleShot(0, self.done.emit)  # the map stays as it is, so nothing will be painted

    def _note(self, text):
        if text.startswith('{"kind": "scene"'):
            self.scene = text
            self._sent += 1
