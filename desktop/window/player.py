"""The beat by which the years run."""

from __future__ import annotations

from qtpy.QtCore import QObject, QTimer

from desktop.commands import years
from desktop.state.store import Store

BEAT_MS = 900
"""How long a year stays while the years run."""


class Player:
    """Moves the clock of a store on for as long as it plays."""

    def __init__(self, store: Store, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(lambda: years.play_on(store))
        store.subscribe(self.show, lambda atlas, _frame: atlas.clock.playing)

    def show(self, playing: bool) -> None:
        """Start or stop the beat."""
        if playing:
            self._timer.start()
        else:
            self._timer.stop()
