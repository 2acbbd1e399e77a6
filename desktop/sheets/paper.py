"""Sizes: how many pixels a sheet has, and how large it is in the hand or on the wall."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from desktop.sheets.errors import SheetError

LARGEST_PIXELS = 100_000_000
SMALLEST_SIDE_PX = 320
LONGEST_SHAPE = 2.5
"""How many times longer one side may be than the other."""

UNITS_PER_POINT = 2
"""A sheet is laid out in units of half a point: 1920 of them across a 16:9 slide. See `layout_size`."""

PAPERS_PT = ((960, 540), (595, 842), (842, 595), (612, 792), (792, 612))
"""Width and height in points of what sheets are made for: a 16:9 slide, A4 and Letter."""
AREA_PT2 = 960 * 540
"""Other shapes get the area of a slide, so that 9 points are as legible on them."""
SAME_SHAPE = 0.004

LARGEST_SIDE_MM = 2000
SMALLEST_DPI, LARGEST_DPI = 36, 1200
PAPER_DPI = 300
"""What paper is printed with if nothing else is said."""
MM_PER_INCH, POINTS_PER_INCH = 25.4, 72

_SIZE = re.compile(r"(\d{1,6})\s*[x×X]\s*(\d{1,6})")
_PAPER = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*[x×X]\s*(\d{1,4}(?:\.\d{1,3})?)\s*mm")

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Preset:
    """A size that a sheet is often wanted in; without `dpi` it is as large as what it is shown on."""

    id: str
    title: str
    size_px: Size
    dpi: float | None = None


PRESETS = (
    Preset("slide", "Slide, 1920 × 1080", (1920, 1080)),
    Preset("slide-4k", "Slide, 3840 × 2160", (3840, 2160)),
    Preset("a4", "A4 upright, 300 dpi", (2480, 3508), PAPER_DPI),
    Preset("a4-landscape", "A4 across, 300 dpi", (3508, 2480), PAPER_DPI),
    Preset("a3", "A3 upright, 300 dpi", (3508, 4961), PAPER_DPI),
    Preset("a3-landscape", "A3 across, 300 dpi", (4961, 3508), PAPER_DPI),
    Preset("square", "Square, 1080 × 1080", (1080, 1080)),
)


@dataclass(frozen=True, slots=True)
class LayoutSize:
    """The paper of a sheet in the units of its layout.

    Parameters
    ----------
    units : tuple of float
        Width and height.
    unit_pt : float
        Points of one unit at the size of use: half a point, or more on large paper.
    paper_mm : tuple of int or None
        Width and height in millimetres, where they were asked for.
    """

    units: tuple[float, float]
    unit_pt: float
    paper_mm: Size | None


def parse_size(text: str, dpi: float | None = None) -> tuple[Size, float | None]:
    """Read a size in pixels or millimetres: ``3840x2160``, ``297x210mm``.

    Parameters
    ----------
    dpi : float or None
        Dots per inch; None for a screen's pixels, and for 300 of a paper's.

    Returns
    -------
    tuple of (tuple of int, float or None)
        Width and height in pixels, and dots per inch, as `SheetRequest` takes them.

    Raises
    ------
    SheetError
        Where it is no size, or one that no sheet can have.

    Examples
    --------
    >>> parse_size("3840x2160")
    ((3840, 2160), None)
    >>> parse_size("297x210mm")
    ((3508, 2480), 300)
    """
    pixels, paper = _SIZE.fullmatch(text.strip()), _PAPER.fullmatch(text.strip())
    if pixels:
        return checked_size((int(pixels[1]), int(pixels[2])), dpi), dpi
    if not paper:
        raise SheetError(
            f"size: expected WIDTHxHEIGHT in pixels or mm, such as 3840x2160 or 297x210mm, got {text!r}"
        )
    dots = checked_dpi(PAPER_DPI if dpi is None else dpi)
    width, height = (round(float(side) / MM_PER_INCH * dots) for side in paper.groups())
    return checked_size((width, height), dots), dots


def preset(name: str) -> Preset:
    """Find a preset by its id, in letters of either case.

    Raises
    ------
    SheetError
        Where there is none.
    """
    found = next((one for one in PRESETS if one.id == name.strip().casefold()), None)
    if found is None:
        raise SheetError(f"preset: expected one of {', '.join(one.id for one in PRESETS)}, got {name!r}")
    return found


def size_words(size_px: Size, dpi: float | None = None) -> str:
    """Say how large a sheet is.

    Examples
    --------
    >>> size_words((3508, 2480), 300)
    '3508 × 2480 px, 297 × 210 mm at 300 dpi'
    """
    words = f"{size_px[0]} × {size_px[1]} px"
    if dpi is None:
        return words
    mm = (f"{side / dpi * MM_PER_INCH:.0f}" for side in size_px)
    return f"{words}, {' × '.join(mm)} mm at {dpi:g} dpi"


def checked_dpi(dpi: float) -> float:
    """Let dots per inch pass, or say why no sheet can have them.

    Raises
    ------
    SheetError
        Where they are too few or too many.
    """
    if not SMALLEST_DPI <= dpi <= LARGEST_DPI:
        raise SheetError(f"dpi: expected {SMALLEST_DPI} to {LARGEST_DPI}, got {dpi:g}")
    return dpi


def checked_size(size_px: Size, dpi: float | None = None) -> Size:
    """Let a size pass, or say why no sheet can have it.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.
    dpi : float or None
        Dots per inch of a paper.

    Raises
    ------
    SheetError
        Where it is too small, too large or too long.
    """
    width, height = size_px
    got = f"got {width}x{height}"
    if width * height > LARGEST_PIXELS:
        megapixels = f"{got} ({width * height / 1e6:,.0f} megapixels)"
        raise SheetError(f"size: expected at most 100 megapixels, {megapixels}{_fewer_dots(size_px, dpi)}")
    if min(size_px) < SMALLEST_SIDE_PX:
        raise SheetError(f"size: expected at least {SMALLEST_SIDE_PX} pixels on either side, {got}")
    if max(size_px) > LONGEST_SHAPE * min(size_px):
        raise SheetError(
            f"size: expected one side at most {LONGEST_SHAPE:g} times as long as the other, {got}"
        )
    if dpi is not None and max(size_px) / checked_dpi(dpi) * MM_PER_INCH > LARGEST_SIDE_MM:
        raise SheetError(
            f"size: expected at most {LARGEST_SIDE_MM:,} mm on either side, {got} at {dpi:g} dpi"
        )
    return size_px


def _fewer_dots(size_px: Size, dpi: float | None) -> str:
    """Say with how many dots per inch a paper would have few enough pixels, where that is all it needs."""
    if dpi is None or max(size_px) / dpi * MM_PER_INCH > LARGEST_SIDE_MM:
        return ""
    dots = math.floor(dpi * math.sqrt(LARGEST_PIXELS / (size_px[0] * size_px[1])))
    return f"; at {dots} dpi it can be made" if dots >= SMALLEST_DPI else ""


def layout_size(size_px: Size, dpi: float | None = None) -> LayoutSize:
    """Give the units in which a sheet is laid out.

    Paper larger than a slide is read from further away: its letters grow with the square root of its sides.
    """
    width, height = page_size_pt(size_px, dpi)
    growth = max(1.0, (width * height / AREA_PT2) ** 0.25) if dpi else 1.0
    unit_pt = growth / UNITS_PER_POINT
    across, down = (round(side / dpi * MM_PER_INCH) if dpi else 0 for side in size_px)
    return LayoutSize((width / unit_pt, height / unit_pt), unit_pt, (across, down) if dpi else None)


def page_size_pt(size_px: Size, dpi: float | None = None) -> Size:
    """Give the size of use of a sheet: its own, the paper of its shape, or the slide's area in its shape.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.
    dpi : float or None
        Dots per inch, where the paper's size was asked for.

    Returns
    -------
    tuple of int
        Width and height in points.

    Examples
    --------
    >>> page_size_pt((3840, 2160)), page_size_pt((2480, 3508)), page_size_pt((1000, 1000))
    ((960, 540), (595, 842), (720, 720))
    """
    if dpi is not None:
        width, height = (round(side / dpi * POINTS_PER_INCH) for side in size_px)
        return width, height
    shape = size_px[0] / size_px[1]
    for width, height in PAPERS_PT:
        if abs(width / height / shape - 1) < SAME_SHAPE:
            return width, height
    return round(math.sqrt(AREA_PT2 * shape)), round(math.sqrt(AREA_PT2 / shape))
