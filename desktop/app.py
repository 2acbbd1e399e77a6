"""The atlas in its window: builds store, window and page, and joins them. It alone knows everyone."""

from __future__ import annotations

import atexit
import importlib
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtpy.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from qtpy.QtWidgets import QApplication

from desktop.arguments import DATA_PROBLEMS, WRONG
from desktop.collecting import Collector
from desktop.errors import AskedError, DataError
from desktop.meanwhile import meanwhile
from desktop.wanted import Wanted
from desktop.web.application import make_application
from desktop.web.engine import Engine
from desktop.web.map_view import MapView

if TYPE_CHECKING:  # imported late, see Program
    from desktop.beginning import Beginning
    from desktop.slips import Slips
    from desktop.window.settings import SettingsFile

WARM_UP_MS = 1200
"""How long after the first paint the heavy libraries and the sheets' page are made ready."""
LETTING_GO_MS = 50
"""How long the pages take to be gone."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the command line asks of the window; None is what was remembered, or the data's own choice.

    `sheet` is a story, a session, or an exported sheet whose view is to be brought back; `wanted` is what
    else is to be seen.
    """

    data: Path | None = None
    year: int | None = None
    software: bool = False
    sheet: Path | None = None
    wanted: Wanted = field(default_factory=Wanted)


class Program(QObject):
    """The running atlas: keeps engine, map, window and store together until the window closes.

    Parameters
    ----------
    opening : Opening
        What was asked for.
    settings : SettingsFile
        Where the window remembers itself.

    Raises
    ------
    AskedError
        Where the layers have problems, or the year is none of the clock.
    """

    warned = Signal(str)
    sheets_imported = Signal()
    all_imported = Signal()

    def __init__(self, opening: Opening, settings: SettingsFile | None = None) -> None:
        super().__init__()
        self._collector = Collector(self)
        self.engine = Engine()
        self.map = MapView(self.engine)
        try:
            begun = meanwhile(lambda: _begin(opening, settings))
            self.store = begun.store
            self.files, self.window = begun.build(self.engine, self.map)
        except BaseException:
            self._let_page_go()
            raise
        self.warned.connect(lambda words: self.window.problems.report(words, can_reload=False))
        self._warming = QTimer(self, singleShot=True, interval=WARM_UP_MS)
        self._warming.timeout.connect(self._warm_up)
        self.map.painted.connect(self._note_first_paint)
        self.sheets_imported.connect(self._prepare_sheets)
        atexit.register(self.close)  # for whoever does not: a page that outlives its profile crashes
        self.all_imported.connect(self._collector.settle)
        if opening.sheet is not None:
            self._open(opening.sheet)

    def _open(self, path: Path) -> None:
        from desktop.commands.file import open_file

        open_file(path, self.window.context)

    def _note_first_paint(self, _number: int) -> None:
        self.map.painted.disconnect(self._note_first_paint)
        QTimer.singleShot(0, self.window.docks.fill)
        self._warming.start()

    def _warm_up(self) -> None:
        """After the first paint: import what exports need, and look whether our names are ours."""
        importlib.import_module("concurrent.futures.thread")  # fails in a thread once Python has begun to end
        threading.Thread(target=self._import_slowly, daemon=True).start()

    def _import_slowly(self) -> None:
        from desktop.ownership import foreign_owners, warning

        foreign = foreign_owners()
        if foreign:
            _emit(self.warned, warning(foreign))
        importlib.import_module("desktop.sheets.printer")
        _emit(self.sheets_imported)
        importlib.import_module("geodata.tables")
        _emit(self.all_imported)

    def _prepare_sheets(self) -> None:
        _ = self.files.sheets

    def close(self) -> None:
        """Let everything go that lives on the engine, and wait until it is gone: the profile is the last."""
        atexit.unregister(self.close)
        self._warming.stop()
        self.sheets_imported.disconnect(self._prepare_sheets)
        self.files.close()
        self._let_page_go()
        self.window.deleteLater()  # one that hears events while PyQt takes all apart at exit makes it crash
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def _let_page_go(self) -> None:
        """End what must not outlive the page, and wait until the page is gone."""
        self._collector.end()
        self.map.close_page()
        loop = QEventLoop()  # the application's own loop must not quit twice: Chromium's end is tied to that
        QTimer.singleShot(LETTING_GO_MS, loop.quit)
        loop.exec_()


def open_atlas(opening: Opening) -> int:
    """Open the window and stay until it is closed.

    Returns
    -------
    int
        0, 1 where the layers have problems, or 2 where something was asked for that they do not have.
    """
    application = prepare_application(opening.software)
    try:
        program = Program(opening)
    except DataError as error:
        print(error, file=sys.stderr)
        return DATA_PROBLEMS
    except AskedError as error:
        print(f"irel-atlas: {error}", file=sys.stderr)
        return WRONG
    slips = _listen(program)
    program.window.show()
    code = application.exec_()
    slips.end()
    program.close()
    return code


def prepare_application(software: bool = False) -> QApplication:
    """Make the application, with all that has to be said to Chromium before."""
    application = make_application(software)
    application.setApplicationName("irel-atlas")
    application.setApplicationDisplayName("IREL Atlas")
    return application


def _begin(opening: Opening, settings: SettingsFile | None) -> Beginning:
    """Import all rooms and read the data; runs in a thread, because the page can load meanwhile."""
    from desktop.beginning import begin

    return begin(opening.data, opening.year, settings, opening.wanted)


def _listen(program: Program) -> Slips:
    """Tell in the program's window what goes wrong where nobody handles it."""
    from desktop.slips import Slips

    slips = Slips(program.window.problems)
    slips.listen()
    return slips


def _emit(signal: Any, *values: object) -> None:
    """Emit from another thread what nobody hears any more once Qt has let the program go."""
    with suppress(RuntimeError):
        signal.emit(*values)
