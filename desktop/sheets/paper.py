"""Sizes: how many pixels a sheet has, and how large it is in the hand or on the wall."""

from __future__ import annotations

import math
import re

from desktop.sheets.errors import SheetError

LARGEST_PIXELS = 100_000_000
SMALLEST_SIDE_PX = 320
LONGEST_SHAPE = 2.5
"""How many times longer one side may be than the other."""

UNITS_PER_POINT = 2
"""A sheet is laid out in units of half a point: 1920 of them across a 16:9 slide."""

PAPERS_PT = ((960, 540), (595, 842), (842, 595), (612, 792), (792, 612))
"""Width and height in points of what sheets are made for: a 16:9 slide, A4 and Letter."""
AREA_PT2 = 960 * 540
"""Other shapes get the area of a slide, so that 9 points are as legible on them."""
SAME_SHAPE = 0.004

_SIZE = re.compile(r"(\d{1,6})\s*[x×X]\s*(\d{1,6})")

Size = tuple[int, int]


def parse_size(text: str) -> Size:
    """Read a size such as ``3840x2160``.

    Returns
    -------
    tuple of int
        Width and height in pixels.

    Raises
    ------
    SheetError
        Where it is no size, or one that no sheet can have.

    Examples
    --------
    >>> parse_size("3840x2160")
    (3840, 2160)
    """
    found = _SIZE.fullmatch(text.strip())
    if not found:
        raise SheetError(f"size: expected WIDTHxHEIGHT in pixels, such as 3840x2160, got {text!r}")
    return checked_size((int(found[1]), int(found[2])))


def checked_size(size_px: Size) -> Size:
    """Let a size pass, or say why no sheet can have it.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.

    Raises
    ------
    SheetError
        Where it is too small, too large or too long.
    """
    width, height = size_px
    got = f"got {width}x{height}"
    if width * height > LARGEST_PIXELS:
        raise SheetError(
            f"size: expected at most 100 megapixels, {got} ({width * height / 1e6:,.0f} megapixels)"
        )
    if min(size_px) < SMALLEST_SIDE_PX:
        raise SheetError(f"size: expected at least {SMALLEST_SIDE_PX} pixels on either side, {got}")
    if max(size_px) > LONGEST_SHAPE * min(size_px):
        raise SheetError(
            f"size: expected one side at most {LONGEST_SHAPE:g} times as long as the other, {got}"
        )
    return size_px


def page_size_pt(size_px: Size) -> Size:
    """Give the size of use of a sheet: the paper of this shape, or the slide's area in this shape.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.

    Returns
    -------
    tuple of int
        Width and height in points.

    Examples
    --------
    >>> page_size_pt((3840, 2160)), page_size_pt((2480, 3508)), page_size_pt((1000, 1000))
    ((960, 540), (595, 842), (720, 720))
    """
    shape = size_px[0] / size_px[1]
    for width, height in PAPERS_PT:
        if abs(width / height / shape - 1) < SAME_SHAPE:
            return width, height
    return round(math.sqrt(AREA_PT2 * shape)), round(math.sqrt(AREA_PT2 / shape))
