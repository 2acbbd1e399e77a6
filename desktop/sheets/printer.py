"""Sheets made in a page of their own that is never shown, while the window stays responsive."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qtpy.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QMarginsF,
    QObject,
    QRunnable,
    QSizeF,
    QThreadPool,
    QTimer,
    Signal,
)
from qtpy.QtGui import QPageLayout, QPageSize

from desktop.sheets.carrying import carry
from desktop.sheets.contents import contents_of, said_of
from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.files import check_writable, put_all
from desktop.sheets.paper import page_size_pt
from desktop.sheets.pdf import png_of, settled
from desktop.sheets.placing import files_of
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.svg import with_fonts, with_text
from desktop.web.bridge import Bridge, join
from desktop.web.engine import Engine
from desktop.web.messages import Failed, Heard, Painted, Ready, Written
from desktop.web.scheme import address

SHEET_DOCUMENT = "web/sheet/sheet.html"
LONGEST_WAIT_MS = 60_000
"""A sheet takes a fraction of a second; a page that says nothing for so long is lost."""

WHOLE_PIXELS_PT = 3
"""So many points are whole CSS pixels (4): Chromium breaks a page in two for a fraction of one too much."""

Done = Callable[[bytes], None]
Fail = Callable[[SheetError], None]


@dataclass(slots=True, eq=False)
class Job:
    """A sheet that is asked for, to be cancelled by."""

    request: SheetRequest
    done: Done
    fail: Fail
    path: Path | None = None
    is_cancelled: bool = False

    def go_on(self) -> None:
        """Let the work on it pass, or end it: nothing is written after it was cancelled.

        Raises
        ------
        SheetCancelledError
            Where it was cancelled.
        """
        if self.is_cancelled:
            raise SheetCancelledError


class _Work(QRunnable):
    """Something slow and without Qt, done in another thread; how it went comes back as a signal."""

    class _Told(QObject):
        ended = Signal(object)

    def __init__(self, work: Callable[[], bytes], ended: Callable[[bytes | SheetError], None]) -> None:
        super().__init__()
        self._work: Callable[[], bytes] | None = work
        self._told = self._Told()
        self._told.ended.connect(ended)

    def run(self) -> None:
        """Do it."""
        work, self._work = self._work, None  # PySide6 never lets go of the runnable, but of what it held
        try:
            result: bytes | SheetError = work() if work else b""
        except SheetError as error:
            result = error
        except Exception as error:  # noqa: BLE001 (a thread has nobody else to tell)
            result = SheetError(f"the sheet could not be made: {error}")
        work = None  # whoever hears of the end finds nothing kept, however late this thread comes to its own
        self._told.ended.emit(result)


class SheetPrinter(QObject):
    """Make sheets, one after the other, in a page that is kept warm.

    Parameters
    ----------
    engine : Engine
        The web engine, shared with the map. Kept alive by the caller until after `close`.
    """

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[Job] = deque()
        self._job: Job | None = None
        self._pieces: list[str] = []
        self._seq = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: _Work | None = None
        self._patience = QTimer(self, singleShot=True, interval=LONGEST_WAIT_MS)
        self._patience.timeout.connect(lambda: self._abandon("the page that draws sheets does not answer"))
        self._page = engine.page()
        self._bridge = Bridge(self._page)
        join(self._page, self._bridge)
        self._bridge.heard.connect(self._hear)
        self._page.renderProcessTerminated.connect(lambda *_how: QTimer.singleShot(0, self._revive))
        self._page.load(address(SHEET_DOCUMENT))

    def make(self, request: SheetRequest, done: Done, fail: Fail) -> Job:
        """Make a sheet; `done` gets its bytes, or `fail` the reason why not, both on the GUI thread."""
        job = Job(request, done, fail)
        self._jobs.append(job)
        self._next()
        return job

    def write(self, request: SheetRequest, path: str | os.PathLike[str], done: Done, fail: Fail) -> Job:
        """Make a sheet and move it into its place; `done` gets the bytes that stand there.

        Parameters
        ----------
        path : path-like
            Where to; a file of that name is replaced once the sheet is whole.
        """
        job = Job(request, done, fail, Path(path))
        try:
            check_writable(Path(path))
        except SheetError as error:
            fail(error)
            return job
        self._jobs.append(job)
        self._next()
        return job

    def cancel(self, job: Job | None = None) -> None:
        """Cancel a sheet, or all: each still ends by `fail`, or by `done` if it was whole already."""
        wanted = [*self._jobs, *filter(None, [self._job])] if job is None else [job]
        for one in wanted:
            one.is_cancelled = True
        dropped = [one for one in self._jobs if one.is_cancelled]
        self._jobs = deque(one for one in self._jobs if not one.is_cancelled)
        if self._job is None and not self._jobs:
            self._patience.stop()
        for one in dropped:
            one.fail(SheetCancelledError())

    def close(self) -> None:
        """Let the page go before the engine does; what is not finished is dropped."""
        self._jobs.clear()
        self._job = None
        self._patience.stop()
        self._pool.waitForDone()
        self._bridge.is_ready = False
        self._page.deleteLater()
        QCoreApplication.sendPostedEvents(self._page, QEvent.Type.DeferredDelete)

    def _next(self) -> None:
        """Begin the next sheet, if there is one and the page is there; wait no longer than is right."""
        if self._job is not None or not self._jobs:
            return
        self._patience.start()
        if not self._bridge.is_ready:
            return
        self._job = self._jobs.popleft()
        self._seq += 1
        self._pieces.clear()
        request = self._job.request
        self._bridge.say(
            "sheet", seq=self._seq, as_text=request.format == "svg", contents=contents_of(request)
        )

    def _hear(self, message: Heard) -> None:
        if isinstance(message, Ready):
            self._next()
        elif isinstance(message, Written) and message.seq == self._seq:
            self._pieces.append(message.text)
        elif isinstance(message, Painted) and message.seq == self._seq:
            self._take()
        elif isinstance(message, Failed):
            self._end(SheetError(f"the sheet could not be drawn: {message.message}"))

    def _take(self) -> None:
        """Take the drawing off the page, as text or as print."""
        job = self._job
        if job is None:
            return
        if job.is_cancelled:
            self._end(SheetCancelledError())
        elif job.request.format == "svg":
            drawing, request = "".join(self._pieces), job.request
            self._finish(job, lambda: with_text(with_fonts(drawing), said_of(request).text).encode())
        else:
            seq = self._seq  # all that the callback may hold: PySide6 never lets go of it
            self._page.printToPdf(lambda printed: self._printed(seq, printed), page_layout(job.request))

    def _printed(self, seq: int, printed: QByteArray) -> None:
        job = self._job
        if job is None or seq != self._seq:
            return
        raw, request = bytes(printed.data()), job.request
        if not raw:
            self._end(SheetError("the sheet could not be printed: the web engine gave no page"))
            return

        def finish() -> bytes:
            said, size_pt = said_of(request), page_size_pt(request.size_px, request.dpi)
            pdf = settled(raw, size_pt, said, request.frame.data_date)
            return pdf if request.format == "pdf" else png_of(pdf, request.size_px, said, request.dpi)

        self._finish(job, finish)

    def _finish(self, job: Job, work: Callable[[], bytes]) -> None:
        """Do the rest in another thread: settle, rasterise, put in what brings the view back, write."""
        path, session = job.path, job.request.travelling

        def finish() -> bytes:
            job.go_on()
            data = work()
            data = data if session is None else carry(data, job.request.format, session)
            job.go_on()
            if path is not None:
                put_all(files_of(job.request, path, data))
            return data

        self._patience.stop()
        self._running = _Work(finish, self._end)
        self._running.setAutoDelete(False)
        self._pool.start(self._running)

    def _end(self, result: bytes | SheetError) -> None:
        self._patience.stop()
        job, self._job = self._job, None
        if job is not None:
            (job.fail if isinstance(result, SheetError) else job.done)(result)  # pyright: ignore[reportArgumentType]
        self._next()

    def _abandon(self, reason: str) -> None:
        self._seq += 1
        if self._job is None and self._jobs:
            self._job = self._jobs.popleft()
        self._end(SheetError(f"the sheet could not be made: {reason}"))

    def _revive(self) -> None:
        """Load the page again after its render process ended; the sheet that was being made is lost."""
        self._bridge.is_ready = False
        if self._patience.isActive():  # a sheet that is already off the page is not lost
            self._abandon("the web engine's process ended")
        self._page.load(address(SHEET_DOCUMENT))


def page_layout(request: SheetRequest) -> QPageLayout:
    """Give the paper to print on: the size of use, and 1 to 3 points more, in whole CSS pixels."""
    width, height = (
        (side // WHOLE_PIXELS_PT + 1) * WHOLE_PIXELS_PT for side in page_size_pt(request.size_px, request.dpi)
    )
    size = QPageSize(
        QSizeF(width, height), QPageSize.Unit.Point, "sheet", QPageSize.SizeMatchPolicy.ExactMatch
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
