"""Present on the other of two screens, turn it black, walk on, and say as JSON what each screen shows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from driver import Driver, words_of
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtWidgets import QApplication, QTextEdit, QWidget


def main() -> None:
    """Begin at the first step, go to the last by keys given to the presenter's own window, and end."""
    folder = Path(sys.argv[1])
    atlas = Driver(folder / "window.json")
    atlas.open()
    atlas.window.context.stories.present(0)
    eventually(atlas.window.isFullScreen, "nothing is presented")
    atlas.rest()
    said = [state_of(atlas)]
    own = presenters_view()
    if own is not None:
        own.activateWindow()
        eventually(own.isActiveWindow, "the presenter's view did not get the keyboard")
        atlas.key(Qt.Key.Key_B)
        said.append(state_of(atlas))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End):
        atlas.key(key)
        atlas.rest()
        said.append(state_of(atlas))
    atlas.key(Qt.Key.Key_Escape)
    eventually(lambda: not atlas.window.isFullScreen(), "the window did not come back")
    atlas.rest()
    said.append(state_of(atlas))
    atlas.close()
    print(json.dumps(said))


def presenters_view() -> QWidget | None:
    """Find the window on the presenter's own screen."""
    found = (one for one in QApplication.topLevelWidgets() if one.objectName() == "presenter-view")
    return next((one for one in found if one.isVisible()), None)


def state_of(atlas) -> dict:
    """Say on which screens the windows are, and what the presenter's own says."""
    own = presenters_view()
    return {
        "screen": atlas.window.screen().name(),
        "own": own and own.screen().name(),
        "words": words_of(own).split("\n") if own else [],
        "told": own.findChild(QTextEdit).toPlainText() if own else "",
    }


if __name__ == "__main__":
    main()
