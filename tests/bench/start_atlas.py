"""The atlas from nothing, by its own command line, in its own window.

Prints a line when the first scene is on the screen, and one when all is, the lines of the states too.
"""

from qtpy.QtCore import QTimer
from qtpy.QtWidgets import QApplication
from two_frames import two_frames

from desktop import app, cli

ALL_DRAWN = """
(function look() {
  const lines = document.querySelector('.basemap .lake');
  if (lines && lines.getAttribute('d').length > 10) { %s } else requestAnimationFrame(look);
})();
"""


class WatchedProgram(app.Program):
    """The program, which says when it is drawn, and then ends."""

    def __init__(self, opening):
        super().__init__(opening)
        self.map.painted.connect(self._note_first_scene)
        self.map.page.titleChanged.connect(self._note_all)

    def _note_first_scene(self, _seq):
        self.map.painted.disconnect(self._note_first_scene)
        print("scene", flush=True)
        self.map.page.runJavaScript(ALL_DRAWN % two_frames("all painted"))

    def _note_all(self, title):
        if title == "all painted":
            print("drawn", flush=True)
            QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    app.Program = WatchedProgram
    cli.main(["open"])
