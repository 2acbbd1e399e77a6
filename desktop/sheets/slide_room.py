"""Where the parts of a slide stand: boxes in points on a 16:9 slide of 960 × 540. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.sheets.typesetting import height_of, size_for


class Box(NamedTuple):
    """A box on a slide: left, top, width and height in points."""

    left: float
    top: float
    width: float
    height: float


SLIDE = (960, 540)
MARGIN = 32

TITLE = Box(MARGIN, 12, 716, 42)
TITLE_SIZES = (28, 24, 21, 18, 16)
YEAR = Box(768, 12, 160, 47)
YEAR_SIZES = (34, 26, 21, 17)
CAPTION = Box(MARGIN, 53, 690, 55)
CAPTION_SIZES = (16, 15, 14, 13, 12)
YEAR_NOTE = Box(738, 59, 190, 49)
NOTE_SIZES = (12, 11, 10, 9)
PICTURE = Box(12, 106, 580, 384)
"""The sheet's own margins reach out over those of the slide, so that the map stands below the title."""
TABLE = Box(584, 120, 344, 344)
MORE = Box(584, 470, 344, 18)
SOURCES = Box(MARGIN, 490, 636, 39)
FOOTER = Box(584, 0, 344, 78)
"""The presenter's own line, under whatever stands under the table; the table leaves it what it needs."""
ORIGIN = Box(684, 514, 216, 14)
NUMBER = Box(904, 514, 24, 14)

FOOTER_GAP = 6.0
TEXT_SIZE = 12
SMALL_SIZES = (10, 9.5, 9)
SMALL_SIZE = 9.5

Columns = tuple[tuple[str, float], ...]
"""Title and width in points of each column of a table."""
FIGURES: Columns = (("Figure", 130.0), ("Value", 94.0), ("When", 92.0), ("Ref", 28.0))
COMPARED: Columns = (("What differs", 112.0), ("A", 98.0), ("B", 98.0), ("Ref", 36.0))
"""Of two maps; what A and B are is said in their titles."""
CELL_SIDE, CELL_TOP = 3.0, 2.5
"""What is left free inside a cell, in points."""
TABLE_HEAD_PT = 22.0


def row_height(cells: Sequence[str], columns: Columns) -> float:
    """Estimate the height in points of a row of a table."""
    highest = max(
        height_of(words, TEXT_SIZE, width - 2 * CELL_SIDE, bold=place == 1)
        for place, (words, (_title, width)) in enumerate(zip(cells, columns, strict=True))
    )
    return highest + 2 * CELL_TOP


def footer_height(words: str) -> float:
    """Say how much room the presenter's own line takes from the table, in points."""
    if not words:
        return 0.0
    size = size_for(words, SMALL_SIZES, FOOTER[2:])
    return min(height_of(words, size, FOOTER.width), FOOTER.height) + FOOTER_GAP
