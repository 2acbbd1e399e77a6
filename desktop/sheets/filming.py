"""The making of a film: its sheets are drawn one by one, while a thread beside puts them into the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from qtpy.QtCore import QEventLoop, QObject, Signal

from desktop.sheets.encoders import find_ffmpeg
from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.film import Film
from desktop.sheets.film_limits import check_film
from desktop.sheets.gif import write_gif
from desktop.sheets.moving import write_folder, write_webp, write_zip
from desktop.sheets.mp4 import write_mp4
from desktop.sheets.printer import SheetPrinter
from desktop.sheets.series import SheetSeries, stopped_by_ctrl_c
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.standing import stand_still
from desktop.web.engine import Engine

Writer = Callable[[Film, Iterator[bytes], Path], str]
"""Takes a film, its sheets as they come (PNG where they stay pictures, else PDF) and the file's path; gives
words on how it was made, if there are any. Runs in a thread of its own and leaves a whole file or none."""

WRITERS: dict[str, Writer] = {
    "mp4": write_mp4,
    "gif": write_gif,
    "webp": write_webp,
    "zip": write_zip,
    "folder": write_folder,
}
AS_PICTURES = ("zip", "folder")
LONGEST_END_S = 10

Told = Callable[[int, int], None]


class _Sheets:
    """Sheets on their way from the page to the file; many may wait, as PDF they are small."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[bytes | SheetError | None] = SimpleQueue()
        self._cancelled = Event()

    def put(self, sheet: bytes | SheetError | None) -> None:
        """Add a sheet, or what went wrong instead; None is the end."""
        self._queue.put(sheet)

    def cancel(self) -> None:
        """Let whoever takes sheets stop at the next."""
        self._cancelled.set()
        self._queue.put(None)

    def __iter__(self) -> Iterator[bytes]:
        while (sheet := self._queue.get()) is not None:
            if isinstance(sheet, SheetError):
                raise sheet
            self._check()
            yield sheet
        self._check()

    def _check(self) -> None:
        if self._cancelled.is_set():
            raise SheetCancelledError


class FilmMaker(QObject):
    """Make films, one at a time.

    Parameters
    ----------
    printer : SheetPrinter
        Kept alive by the caller until after `close`.
    """

    _ended = Signal(object)

    def __init__(self, printer: SheetPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._series = SheetSeries(printer)
        self._sheets = _Sheets()
        self._thread: Thread | None = None
        self._done: Callable[[str], None] = lambda _words: None
        self._fail: Callable[[SheetError], None] = lambda _error: None
        self._ended.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """Whether a film is being made."""
        return self._thread is not None

    def make(
        self,
        film: Film,
        path: Path,
        told: Told,
        done: Callable[[str], None],
        fail: Callable[[SheetError], None],
    ) -> None:
        """Make a film and move it into its place; the callbacks come on the GUI thread.

        Parameters
        ----------
        path : pathlib.Path
            Its ending says what the film is to be; see `desktop.sheets.film_limits.kind_of`.
        told : callable
            Takes how many pictures are drawn, and of how many.
        done : callable
            Takes a sentence on what was written, with the encoder and its licence where there is one.
        fail : callable
            Takes the reason why there is no film; a cancelled one fails as well.
        """
        try:
            if self.is_busy:
                raise SheetError("film: one is being made; wait for it, or cancel it")
            kind = check_film(film, path)
            if kind == "mp4":
                find_ffmpeg()
        except SheetError as error:
            fail(error)
            return
        self._sheets, self._done, self._fail = _Sheets(), done, fail
        self._thread = Thread(target=self._write, args=(film, path, kind, self._sheets))
        self._thread.start()
        self._draw(film, kind, self._sheets, told)

    def cancel(self) -> None:
        """Make no film after all: it ends by `fail`, and nothing stays of it."""
        self._series.cancel()
        self._sheets.cancel()

    def close(self) -> None:
        """Cancel what is being made and wait until it is gone; nobody is called any more."""
        self.cancel()
        self._done, self._fail = (lambda _words: None), (lambda _error: None)
        if self._thread is not None:
            self._thread.join(LONGEST_END_S)

    def _draw(self, film: Film, kind: str, sheets: _Sheets, told: Told) -> None:
        total = len(film.seconds)

        def take(number: int, sheet: bytes) -> None:
            sheets.put(sheet)
            told(number + 1, total)

        def draw(requests: Iterable[SheetRequest]) -> None:
            self._series.make(_wanted(requests, kind), take, lambda: sheets.put(None), sheets.put)

        told(0, total)
        if film.is_still:
            stand_still(self._series, film.requests, draw, sheets.put, film.measured)
        else:
            draw(film.requests)

    def _write(self, film: Film, path: Path, kind: str, sheets: _Sheets) -> None:
        """Write the film; in a thread of its own."""
        try:
            made = WRITERS[kind](film, iter(sheets), path)
        except SheetError as error:
            self._ended.emit(error)
        except Exception as error:  # noqa: BLE001 (a thread has nobody else to tell)
            self._ended.emit(SheetError(f"the film could not be made: {error}"))
        else:
            self._ended.emit(_summary(film, path, made))

    def _end(self, result: str | SheetError) -> None:
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        self._series.cancel()  # where the file could not be written, its sheets are not wanted any more
        (self._fail if isinstance(result, SheetError) else self._done)(result)  # pyright: ignore[reportArgumentType]


def write_film(engine: Engine, film: Film, path: Path, told: Told = lambda _done, _total: None) -> str:
    """Make a film while the caller waits: for the command line and for whoever has no window.

    Needs a QApplication; runs an event loop of its own. Ctrl+C cancels the film.

    Returns
    -------
    str
        A sentence on what was written.

    Raises
    ------
    SheetError
        Where the film cannot be made or is cancelled; nothing half-written stays.
    """
    printer, loop = SheetPrinter(engine), QEventLoop()
    maker, ended = FilmMaker(printer), list[str | SheetError]()

    def end(result: str | SheetError) -> None:
        ended.append(result)
        loop.quit()

    try:
        with stopped_by_ctrl_c(maker.cancel):
            maker.make(film, path, told, end, end)
            if not ended:
                loop.exec_()
    finally:
        maker.close()
        printer.close()
    if isinstance(ended[0], SheetError):
        raise ended[0]
    return ended[0]


def _wanted(requests: Iterable[SheetRequest], kind: str) -> Iterator[SheetRequest]:
    for request in requests:
        yield request if kind in AS_PICTURES else replace(request, format="pdf", carry=None)


def _summary(film: Film, path: Path, made: str) -> str:
    count, (width, height) = len(film.seconds), film.size_px
    pictures = f"{count} picture{'' if count == 1 else 's'} of {width}×{height}"
    length = "" if path.suffix.lower() in ("", ".zip") else f", {film.length_s:g} s"
    return f"Wrote {path}: {pictures}{length}{f', {made}' if made else ''}"
