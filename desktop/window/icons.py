"""Icons in the colour of the text: widgets name theirs, and the theme paints them all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qtpy.QtCore import QByteArray, QRectF, Qt
from qtpy.QtGui import QIcon, QPainter, QPixmap
from qtpy.QtSvg import QSvgRenderer
from qtpy.QtWidgets import QAbstractButton, QWidget

from resources import files

NAME = "icon_name"
"""The dynamic property by which a button names its icon; ``off|on`` names one for each state."""
_SIZES = (16, 20, 32, 40)
"""As they are used, and twice that for screens of double density."""


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
    for file, state in zip(name.split("|"), (QIcon.State.Off, QIcon.State.On), strict=False):
        for ink, mode in ((colour, QIcon.Mode.Normal), (faint, QIcon.Mode.Disabled)):
            for pixmap in _pixmaps(file, ink):
                found.addPixmap(pixmap, mode, state)
    return found


def paint_icons(root: QWidget, colour: str, faint: str) -> None:
    """Give every button under a widget the icon that it names."""
    for button in root.findChildren(QAbstractButton):
        name = button.property(NAME)
        if name:
            button.setIcon(icon(name, colour, faint))


def _pixmaps(name: str, colour: str) -> Iterator[QPixmap]:
    """Draw one file in one colour, in every size."""
    drawing = files.read(f"icons/{name}.svg").replace(b"currentColor", colour.encode("ascii"))
    renderer = QSvgRenderer(QByteArray(drawing))
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        yield pixmap
