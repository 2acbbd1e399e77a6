"""What a window remembers from one start to the next."""

from __future__ import annotations

from contextlib import suppress

from qtpy.QtCore import QByteArray
from qtpy.QtWidgets import QMainWindow

from desktop.state.atlas import Atlas
from desktop.window.docking import Docks
from desktop.window.settings import Remembered, SettingsFile


class Memory:
    """Keeps the size and the layout of a window, and where its user was."""

    def __init__(self, window: QMainWindow, docks: Docks, settings: SettingsFile) -> None:
        self._window, self._docks, self.settings = window, docks, settings

    def bring_back(self) -> None:
        """Give the window the size and the layout in which it was closed."""
        remembered = self.settings.read()
        if remembered.geometry and self._window.restoreGeometry(QByteArray(remembered.geometry)):
            self._docks.restore(remembered.layout or b"")

    def keep(self, atlas: Atlas, story: str) -> None:
        """Write down how the window looks, what it shows, and the path of the open story's file."""
        remembered = Remembered(
            geometry=bytes(self._window.saveGeometry().data()),
            layout=self._docks.state(),
            year=atlas.clock.year,
            bounds=atlas.view.bounds,
            theme=atlas.look.theme,
            lakh=atlas.look.lakh,
            story=story or None,
        )
        with suppress(OSError):  # a folder that cannot be written to must not keep the window open
            self.settings.write(remembered)
