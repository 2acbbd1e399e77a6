"""What of a drawing lies within a frame: points and lines against a rectangle. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

Point = tuple[float, float]
Segment = tuple[Point, Point]

_SVG = "{http://www.w3.org/2000/svg}"
_TRANSLATE = re.compile(r"translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)")
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def crosses(segment: Segment, left: float, top: float, right: float, bottom: float) -> bool:
    """Tell whether any of a line, or of a point given twice, lies within a rectangle.

    Examples
    --------
    >>> crosses(((-1, 5), (11, 5)), 0, 0, 10, 10), crosses(((-1, 5), (1, 20)), 0, 0, 10, 10)
    (True, False)
    """
    (x1, y1), (x2, y2) = segment
    enters, leaves = 0.0, 1.0
    for step, room in (
        (x1 - x2, x1 - left),
        (x2 - x1, right - x1),
        (y1 - y2, y1 - top),
        (y2 - y1, bottom - y1),
    ):
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    return enters <= leaves


def segments_of(part: ET.Element, origin: Point = (0.0, 0.0)) -> Iterator[Segment]:
    """Give the lines of a part of a drawing, and its circles as points; words are none.

    Parameters
    ----------
    origin : tuple of float
        Where the part's own coordinates begin.
    """
    moved = _TRANSLATE.match(part.get("transform", ""))
    if moved:
        origin = origin[0] + float(moved[1]), origin[1] + float(moved[2])
    if part.tag == f"{_SVG}circle":
        centre = origin[0] + float(part.get("cx", "0")), origin[1] + float(part.get("cy", "0"))
        yield centre, centre
    elif part.tag == f"{_SVG}path":
        yield from _lines(part.get("d", ""), origin)
    for child in part:
        yield from segments_of(child, origin)


def _lines(path: str, origin: Point) -> Iterator[Segment]:
    """Give the lines of a path that is written in whole coordinates, as the sheet's page writes its scene."""
    last: Point | None = None
    for letter, values in _STEP.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(values)]
        if letter not in ("M", "L"):
            continue
        points = zip(numbers[::2], numbers[1::2], strict=False)
        for x, y in points:
            point = origin[0] + x, origin[1] + y
            yield (last if last is not None and letter == "L" else point), point
            last = point
