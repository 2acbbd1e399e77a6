"""Many sheets in a row through the one page that makes them: frames of a film, slides of a deck."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread

from qtpy.QtCore import QEventLoop, QTimer

from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.printer import Fail, SheetPrinter
from desktop.sheets.sheet import SheetRequest
from desktop.web.engine import Engine

LONGEST_DEAF_MS = 100
Each = Callable[[int, bytes], None]
"""Takes a sheet's place in the series, from 0, and its bytes; on the GUI thread."""


class SheetSeries:
    """Make sheets one after the other; a single sheet that is wanted meanwhile comes in between.

    Parameters
    ----------
    printer : SheetPrinter
        Kept alive by the caller until the series is done or cancelled.
    """

    def __init__(self, printer: SheetPrinter) -> None:
        self._printer = printer
        self._requests: Iterator[SheetRequest] | None = None

    @property
    def is_running(self) -> bool:
        """Whether there are sheets to come."""
        return self._requests is not None

    def make(
        self, requests: Iterable[SheetRequest], each: Each, done: Callable[[], None], fail: Fail
    ) -> None:
        """Make the sheets; a series that was under way is cancelled.

        Parameters
        ----------
        requests : iterable of SheetRequest
            Asked for one at a time, when the one before is made.
        done : callable
            Called once, behind the last sheet.
        fail : callable
            Called instead, with the first thing that goes wrong; no sheet comes after that.
        """
        wanted = iter(requests)
        self._requests = wanted
        self._ask(0, wanted, each, done, fail)

    def cancel(self) -> None:
        """Forget the sheets to come: nobody is called again; the one being made is thrown away."""
        self._requests = None

    def _ask(
        self,
        number: int,
        wanted: Iterator[SheetRequest],
        each: Each,
        done: Callable[[], None],
        fail: Fail,
    ) -> None:
        def take(sheet: bytes) -> None:
            if self._requests is wanted:
                each(number, sheet)
            if self._requests is wanted:  # it may have been cancelled by whoever took the sheet
                self._ask(number + 1, wanted, each, done, fail)

        def end(error: SheetError) -> None:
            if self._requests is wanted:
                self._requests = None
                fail(error)

        try:
            request = next(wanted, None)
        except SheetError as error:
            end(error)
            return
        if request is not None:
            self._printer.make(request, take, end)
        else:
            self._requests = None
            done()


def make_series(engine: Engine, requests: Iterable[SheetRequest]) -> Iterator[bytes]:
    """Make sheets while the caller waits: for the command line and for whoever has no window.

    Needs a QApplication; runs an event loop of its own for each sheet, when it is asked for.

    Parameters
    ----------
    engine : Engine
        Kept alive by the caller until after the last sheet.

    Yields
    ------
    bytes
        A sheet in the format of its request, in the order of the requests.

    Raises
    ------
    SheetError
        Where a sheet cannot be made, or Ctrl+C was pressed.
    """
    loop, stopped = QEventLoop(), Event()

    def stop() -> None:
        stopped.set()
        loop.quit()

    with stopped_by_ctrl_c(stop):
        printer = SheetPrinter(engine)
        try:
            for request in requests:
                yield _made(printer, request, loop, stopped)
        finally:
            printer.close()


@contextmanager
def stopped_by_ctrl_c(stop: Callable[[], None]) -> Iterator[None]:
    """Let Ctrl+C call something while an event loop runs, instead of breaking into whatever Qt is calling."""
    if current_thread() is not main_thread():
        yield
        return
    awake = QTimer(interval=LONGEST_DEAF_MS)  # a signal is heard only when Python gets a turn
    awake.timeout.connect(lambda: None)
    awake.start()
    usual = signal.signal(signal.SIGINT, lambda *_how: stop())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
        awake.stop()


def _made(printer: SheetPrinter, request: SheetRequest, loop: QEventLoop, stopped: Event) -> bytes:
    """Wait for one sheet."""
    ended = list[bytes | SheetError]()

    def end(result: bytes | SheetError) -> None:
        ended.append(result)
        loop.quit()

    if not stopped.is_set():
        printer.make(request, end, end)
        if not ended:
            loop.exec_()
    result = SheetCancelledError() if stopped.is_set() else ended[0]
    if isinstance(result, SheetError):
        raise result
    return result
