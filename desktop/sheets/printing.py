"""Sheets on a printer: the PDF's page, drawn at the printer's own resolution."""

from __future__ import annotations

import math

from qtpy.QtCore import QRect
from qtpy.QtGui import QImage, QPainter
from qtpy.QtPrintSupport import QPrinter

from desktop.sheets.errors import SheetError
from desktop.sheets.paper import LARGEST_PIXELS, Size
from desktop.sheets.pdf import drawn, shape_of

BYTES = 3
"""Of a pixel in red, green and blue."""


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print a sheet as large as the printer's page lets it be, upright, in the middle.

    Parameters
    ----------
    pdf : bytes
        A sheet as `SheetPrinter` makes it.
    printer : QPrinter
        Set up by the print dialog.

    Raises
    ------
    SheetError
        Where the printer does not take it.
    """
    room = printer.pageLayout().paintRectPixels(printer.resolution()).size()
    width, height = fitted(shape_of(pdf), (room.width(), room.height()))
    share = min(1.0, math.sqrt(LARGEST_PIXELS / (width * height)))
    image = drawn(pdf, (round(width * share), round(height * share)))
    picture = QImage(
        image.tobytes(), image.width, image.height, image.width * BYTES, QImage.Format.Format_RGB888
    )
    painter = QPainter()
    if not painter.begin(printer):
        raise SheetError(f"cannot print: the printer {printer.printerName() or 'chosen'} does not answer")
    painter.drawImage(
        QRect((room.width() - width) // 2, (room.height() - height) // 2, width, height), picture
    )
    painter.end()


def fitted(shape: Size, room: Size) -> Size:
    """Give the largest size of a shape in a room.

    Examples
    --------
    >>> fitted((960, 540), (2000, 2000))
    (2000, 1125)
    """
    scale = min(room[0] / shape[0], room[1] / shape[1])
    return round(shape[0] * scale), round(shape[1] * scale)
