"""Where the map stands in the pictures of a film: at one place in all of them, or it would jump."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

from desktop.sheets.printer import Fail
from desktop.sheets.series import SheetSeries
from desktop.sheets.series_check import AS_SHEETS, Eyes
from desktop.sheets.sheet import MapBox, SheetRequest
from desktop.sheets.warning import SheetWarning

MOST_TRIED = 4
_SVG = "{http://www.w3.org/2000/svg}"
_EDGES = ("x", "y", "width", "height")

Stood = Callable[[list[SheetRequest]], None]


class Measuring:
    """Notes where the map stands on sheets that are looked over: a film need not draw them for that."""

    def __init__(self) -> None:
        self._boxes: list[MapBox] = []
        self.eyes = Eyes(AS_SHEETS.drawing, self._judge)

    def last(self, count: int) -> tuple[MapBox, ...]:
        """Give where the map stood on so many sheets, those that were looked over last."""
        return tuple(self._boxes[-count:])

    def _judge(self, request: SheetRequest, svg: str) -> tuple[SheetWarning, ...]:
        self._boxes.append(box_of(svg))
        return AS_SHEETS.judge(request, svg)


def stand_still(
    series: SheetSeries,
    requests: Iterable[SheetRequest],
    done: Stood,
    fail: Fail,
    measured: Sequence[MapBox] = (),
) -> None:
    """Find a place for the map in which every picture has room for the rest, and ask for it there.

    Each is drawn once for that, unless it was measured before, and those that lie otherwise once more for
    every place that is tried. Where none is right for all, the map stands at that of the most.

    Parameters
    ----------
    series : SheetSeries
        Draws them; cancelling it ends this, and nobody is called.
    done : callable
        Takes the requests, each with the map's place.
    fail : callable
        Takes instead why one cannot be drawn.
    measured : sequence of MapBox
        Where the map stands on each if it is left alone; empty where that is not known.
    """
    wanted = list(requests)
    if len(wanted) < 2:
        done(wanted)
        return
    boxes = list(measured)

    def choose() -> None:
        places = places_of(boxes)
        _try(series, list(zip(wanted, boxes, strict=True)), places, places[0], stand, fail)

    def stand(box: MapBox) -> None:
        done([replace(request, map_box=box) for request in wanted])

    if boxes:
        choose()
    else:
        _measure(series, wanted, boxes, choose, fail)


def places_of(boxes: Sequence[MapBox]) -> list[MapBox]:
    """Give the places to try, that of the most pictures first: as high as the least high of its kind.

    Examples
    --------
    >>> places_of([(40, 110, 1300, 870), (40, 100, 1300, 900), (40, 110, 1840, 600)])
    [(40, 110, 1300, 870), (40, 110, 1840, 600)]
    """
    alike: dict[float, list[MapBox]] = {}
    for box in boxes:
        alike.setdefault(box[2], []).append(box)
    most = sorted(alike.values(), key=len, reverse=True)[:MOST_TRIED]
    highest = max(top for _left, top, _width, _height in boxes)
    lowest = [min(top + height for _left, top, _width, height in kind) for kind in most]
    return [(kind[0][0], highest, kind[0][2], low - highest) for kind, low in zip(most, lowest, strict=True)]


def box_of(drawing: bytes | str) -> MapBox:
    """Read where the map stands on a sheet: the frame that is drawn around it."""
    root = ET.fromstring(drawing)  # noqa: S314 (made by our own page)
    frame = next(rect for rect in root.findall(f"{_SVG}rect") if rect.get("fill") == "none")
    left, top, width, height = (float(frame.attrib[name]) for name in _EDGES)
    return left, top, width, height


def _try(
    series: SheetSeries,
    measured: list[tuple[SheetRequest, MapBox]],
    places: list[MapBox],
    best: MapBox,
    stand: Callable[[MapBox], None],
    fail: Fail,
) -> None:
    """Draw the pictures that lie otherwise with the map at a place; take it, or try the next."""
    if not places:
        stand(best)
        return
    place, *rest = places
    others = [replace(request, map_box=place) for request, box in measured if box[2] != place[2]]
    boxes = list[MapBox]()

    def judge() -> None:
        if all(box == place for box in boxes):
            stand(place)
        else:
            _try(series, measured, rest, best, stand, fail)

    _measure(series, others, boxes, judge, fail)


def _measure(
    series: SheetSeries,
    requests: Iterable[SheetRequest],
    boxes: list[MapBox],
    done: Callable[[], None],
    fail: Fail,
) -> None:
    drawings = (request.as_drawing for request in requests)
    series.make(drawings, lambda _place, drawing: boxes.append(box_of(drawing)), done, fail)
