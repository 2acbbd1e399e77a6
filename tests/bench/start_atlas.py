"""The atlas from nothing, by its own command line, in its own window.

Prints a line when all that belongs to the view has been painted and the page has answered.
"""

from desktop.lean import start_lean

start_lean()  # as the command line does, before anything of Qt is imported

from qtpy.QtCore import QTimer  # noqa: E402
from qtpy.QtWidgets import QApplication  # noqa: E402

from desktop import app, cli  # noqa: E402


class WatchedProgram(app.Program):
    """The program, which says when it is drawn, and then ends."""

    def __init__(self, opening):
        super().__init__(opening)
        self.map.painted.connect(self._note)

    def _note(self, _seq):
        self.map.painted.disconnect(self._note)
        print("drawn", flush=True)
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    app.Program = WatchedProgram
    cli.main(["open"])
