"""A sheet written to a file while the caller waits: for the command line and for whoever has no window."""

from __future__ import annotations

import os

from qtpy import API_NAME
from qtpy.QtCore import QEventLoop

from desktop.sheets.errors import SheetError
from desktop.sheets.printer import SheetPrinter
from desktop.sheets.series_check import check_series
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.warning import SheetWarning
from desktop.web.engine import Engine

NEEDS_DISPLAY = "PyQt5"
"""The binding whose web engine ends the program where there is no screen, not even a pretended one."""


def check_platform() -> None:
    """Let this machine pass if a sheet can be drawn on it; to be called before the application is made.

    Raises
    ------
    SheetError
        Where the web engine of Qt 5 would run without a screen.
    """
    if API_NAME == NEEDS_DISPLAY and os.environ.get("QT_QPA_PLATFORM", "").startswith(
        ("offscreen", "minimal")
    ):
        raise SheetError(
            f"{API_NAME} draws only on a screen: start it under Xvfb, or use PySide6, which needs none"
        )


def check_sheet(engine: Engine, request: SheetRequest) -> tuple[SheetWarning, ...]:
    """Draw a sheet and look it over, and come back with the warnings; a bare map has nothing to look over.

    Needs a QApplication; runs an event loop of its own.

    Raises
    ------
    SheetError
        Where the sheet cannot be made.
    """
    if request.bare:
        return ()
    (found,) = check_series(engine, [request])
    return found


def write_sheet(engine: Engine, request: SheetRequest, path: str | os.PathLike[str]) -> None:
    """Write a sheet and come back when the file is whole.

    Needs a QApplication; runs an event loop of its own.

    Parameters
    ----------
    engine : Engine
        Kept alive by the caller until after this.
    path : path-like
        Where to; a file of that name is replaced.

    Raises
    ------
    SheetError
        Where the sheet cannot be made or the file cannot be written; no half-written file stays.
    """
    printer, loop = SheetPrinter(engine), QEventLoop()
    ended: list[bytes | SheetError] = []

    def end(result: bytes | SheetError) -> None:
        ended.append(result)
        loop.quit()

    try:
        printer.write(request, path, end, end)
        if not ended:
            loop.exec_()
    finally:
        printer.close()
    if isinstance(ended[0], SheetError):
        raise ended[0]
