"""A sheet on the clipboard: as PNG for every program, and as SVG for those that take drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qtpy.QtCore import QMimeData
from qtpy.QtGui import QImage
from qtpy.QtWidgets import QApplication

from desktop.sheets.printer import Fail, Job, SheetPrinter
from desktop.sheets.sheet import SheetRequest

_MIME = {"png": "image/png", "svg": "image/svg+xml"}


class SheetCopier:
    """Makes a sheet in both formats, and puts them on the clipboard once both are there."""

    def __init__(self, printer: SheetPrinter) -> None:
        self._printer = printer
        self._jobs: list[Job] = []
        self._made: dict[str, bytes] = {}

    def copy(self, request: SheetRequest, done: Callable[[], None], fail: Fail) -> None:
        """Copy a sheet; a bare map has no drawing beside its picture."""
        self.cancel()
        formats = ("png",) if request.bare else ("png", "svg")
        made = self._made = dict[str, bytes]()

        def take(name: str, sheet: bytes) -> None:
            made[name] = sheet
            if len(made) == len(formats):
                QApplication.clipboard().setMimeData(_as_mime(made))
                done()

        self._jobs = [
            self._printer.make(
                replace(request, format=name), lambda sheet, name=name: take(name, sheet), fail
            )
            for name in formats
        ]

    def cancel(self) -> None:
        """Leave the clipboard as it is."""
        for job in self._jobs:
            self._printer.cancel(job)
        self._jobs = []


def _as_mime(made: dict[str, bytes]) -> QMimeData:
    data = QMimeData()
    for name, sheet in made.items():
        data.setData(_MIME[name], sheet)
    data.setImageData(QImage.fromData(made["png"]))
    return data
