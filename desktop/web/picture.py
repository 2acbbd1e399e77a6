"""Whether anything is to be seen: some graphics drivers draw nothing, and say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported while the page loads
    from qtpy.QtGui import QImage


def is_one_colour(picture: QImage) -> bool:
    """Tell whether a picture shows nothing, judged by a grid of its points."""
    across, down = max(1, picture.width() // 40), max(1, picture.height() // 30)
    points = ((x, y) for x in range(0, picture.width(), across) for y in range(0, picture.height(), down))
    return len({picture.pixel(x, y) for x, y in points}) <= 1
