"""Cyclic garbage is collected on the GUI thread alone: no other may take apart what Qt has made."""

from __future__ import annotations

import gc

from qtpy.QtCore import QObject, QTimer

EVERY_MS = 500


class Collector(QObject):
    """Collects now and then, instead of Python's own collector, which runs in whatever thread is busy."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def settle(self) -> None:
        """Take what is there now for lasting: imported libraries need not be looked through again."""
        gc.collect()
        gc.freeze()

    def end(self) -> None:
        """Let Python collect again as it likes."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [count > threshold for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        oldest = max((generation for generation, is_due in enumerate(due) if is_due), default=None)
        if oldest is not None:
            gc.collect(oldest)
