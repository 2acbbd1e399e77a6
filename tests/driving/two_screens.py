"""Fill the other of two screens with the window, and come back: says where the window was, as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from qtpy.QtWidgets import QDockWidget, QLabel
from widgets import open_window, settle

from desktop.window.full_screen import FullScreen, other_screen


def main() -> None:
    """Walk there and back."""
    window, *_ = open_window(Path(sys.argv[1]))
    said, full = [state_of(window)], FullScreen(window)
    beside, below = QLabel("beside"), QLabel("below")
    full.enter(other_screen(window), beside, below)
    settle()
    said.append(state_of(window))
    full.leave()
    settle()
    said.append(state_of(window))
    print(json.dumps(said))


def state_of(window) -> dict:
    """Say where the window is, and which of its docks can be seen."""
    place = window.geometry()
    seen = [dock for dock in window.findChildren(QDockWidget) if not dock.visibleRegion().isEmpty()]
    docks = {dock.objectName(): [dock.width(), dock.height()] for dock in seen}
    return {
        "screen": window.screen().name(),
        "size": [place.width(), place.height()],
        "is_full": window.isFullScreen(),
        "docks": docks,
    }


if __name__ == "__main__":
    main()
