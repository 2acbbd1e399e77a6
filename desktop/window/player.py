"""The beat by which the years run."""

from __future__ import annotations

from qtpy.QtCore import QObject, QTimer

from desktop.commands import years
from desktop.state.store import Store

BEAT_MS = 900
"""How long a year stays while the years run at the speed of the start."""


class Player:
    """Moves the clock of a store on for as long as it plays."""

    def __init__(self, store: Store, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.timeout.connect(lambda: years.play_on(store))
        store.subscribe(self.show, lambda atlas, _frame: (atlas.clock.playing, atlas.clock.speed))

    def show(self, pace: tuple[bool, float]) -> None:
        """Start or stop the beat, as fast as the clock says."""
        playing, speed = pace
        if playing:
            self._timer.start(round(BEAT_MS / speed))
        else:
            self._timer.stop()
