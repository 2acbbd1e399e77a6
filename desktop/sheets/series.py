"""Many sheets in a row through the one page that makes them: frames of a film, slides of a deck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from qtpy.QtCore import QEventLoop

from desktop.sheets.errors import SheetError
from desktop.sheets.printer import Fail, SheetPrinter
from desktop.sheets.sheet import SheetRequest
from desktop.web.engine import Engine

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
        Where a sheet cannot be made.
    """
    printer = SheetPrinter(engine)
    try:
        for request in requests:
            yield _made(printer, request)
    finally:
        printer.close()


def _made(printer: SheetPrinter, request: SheetRequest) -> bytes:
    """Wait for one sheet."""
    loop, ended = QEventLoop(), list[bytes | SheetError]()

    def end(result: bytes | SheetError) -> None:
        ended.append(result)
        loop.quit()

    printer.make(request, end, end)
    if not ended:
        loop.exec_()
    if isinstance(ended[0], SheetError):
        raise ended[0]
    return ended[0]
