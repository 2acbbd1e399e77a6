"""Where the parts of a slide stand: boxes in points on a 16:9 slide of 960 × 540. Pure."""

from __future__ import annotations

from typing import NamedTuple

from desktop.sheets.typesetting import height_of


class Box(NamedTuple):
    """A box on a slide: left, top, width and height in points."""

    left: float
    top: float
    width: float
    height: float


SLIDE = (960, 540)
MARGIN = 32

TITLE = Box(MARGIN, 16, 716, 44)
TITLE_SIZES = (28, 24, 21, 18, 16)
YEAR = Box(768, 12, 160, 47)
YEAR_SIZES = (34, 26, 21, 17)
CAPTION = Box(MARGIN, 57, 690, 50)
CAPTION_SIZES = (16, 15, 14, 13, 12)
YEAR_NOTE = Box(738, 59, 190, 49)
NOTE_SIZES = (12, 11, 10, 9)
PICTURE = Box(12, 106, 580, 384)
"""The sheet's own margins reach out over those of the slide, so that the map stands below the title."""
TABLE = Box(584, 120, 344, 344)
MORE = Box(584, 470, 344, 18)
SOURCES = Box(MARGIN, 490, 716, 39)
ORIGIN = Box(740, 514, 160, 14)
NUMBER = Box(904, 514, 24, 14)

TEXT_SIZE = 12
SMALL_SIZES = (10, 9.5, 9)
SMALL_SIZE = 9.5

COLUMNS = (("Figure", 130.0), ("Value", 106.0), ("Period", 78.0), ("Ref", 30.0))
"""Title and width in points of each column of the table."""
CELL_SIDE, CELL_TOP = 3.0, 2.5
"""What is left free inside a cell, in points."""
TABLE_HEAD_PT = 22.0


def row_height(*cells: str) -> float:
    """Estimate the height in points of a row of the table."""
    highest = max(
        height_of(words, TEXT_SIZE, width - 2 * CELL_SIDE, bold=place == 1)
        for place, (words, (_title, width)) in enumerate(zip(cells, COLUMNS, strict=False))
    )
    return highest + 2 * CELL_TOP
