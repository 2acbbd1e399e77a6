"""Icons in the colour of the text: widgets name theirs, and the theme paints them all."""

from __future__ import annotations

from functools import lru_cache

from qtpy.QtCore import QByteArray, QRectF, Qt
from qtpy.QtGui import QIcon, QPainter, QPixmap
from qtpy.QtSvg import QSvgRenderer
from qtpy.QtWidgets import QAbstractButton, QWidget

from resources import files

NAME = "icon_name"
"""The dynamic property by which a button names its icon; ``off|on`` names one for each state."""
_SIZES = (16, 20, 24, 32, 40, 48)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, faint: str) -> QIcon:
    """Draw an icon of resources/icons.

    Parameters
    ----------
    name : str
        File name without its ending, or two of them, ``off|on``.
    colour, faint : str
        ``#RRGGBB`` of the icon, and of it where it is disabled.
    """
    found = QIcon()
    off, _, on = name.partition("|")
    for file, state in ((off, QIcon.State.Off), (on or off, QIcon.State.On)):
        for size in _SIZES:
            found.addPixmap(_pixmap(file, colour, size), QIcon.Mode.Normal, state)
            found.addPixmap(_pixmap(file, faint, size), QIcon.Mode.Disabled, state)
    return found


def paint_icons(root: QWidget, colour: str, faint: str) -> None:
    """Give every button under a widget the icon that it names."""
    for button in root.findChildren(QAbstractButton):
        name = button.property(NAME)
        if name:
            button.setIcon(icon(name, colour, faint))


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    drawing = files.read(f"icons/{name}.svg").replace(b"currentColor", colour.encode("ascii"))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
