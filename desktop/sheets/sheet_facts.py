"""What a finished sheet has, measured on its drawing: words, how large and clear they are, what is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from desktop.sheets.contrast import Colour, blended, contrast, read_colour
from desktop.sheets.extent import crosses, segments_of

BLOCKS = ("map", "head", "figures", "chart", "differences", "legend", "foot")
"""The named groups of a sheet, as its page draws them."""
MAP, HEAD = "map", "head"
MAP_OF_A = "map-a"
"""The first of two maps that are compared; the other one is `MAP`."""
_OF_A = "a-"
_SVG = "{http://www.w3.org/2000/svg}"
_MARGIN = 12.0
"""Within so many units of the map's edge a thing may be told or not: half of its symbol is beyond."""
INVISIBLE = 0.05
"""Whatever is less opaque than this is not seen."""
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Written:
    """A run of words on a sheet.

    Parameters
    ----------
    block : str
        One of `BLOCKS`, or empty.
    group : int
        Words of one group belong together; groups are numbered in the order of the drawing.
    size_pt : float
        At the size of use.
    contrast : float
        To the ground under it, as WCAG 2.2 defines it; the least where there may be several.
    """

    words: str
    block: str
    group: int
    size_pt: float
    contrast: float


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What was measured.

    Parameters
    ----------
    texts : tuple of Written
        In the order of the drawing.
    drawn, touched : frozenset of str
        Names of the groups of the map, ``row-thing``, in which something can be seen: well within its edges,
        or at least at them.
    """

    texts: tuple[Written, ...]
    drawn: frozenset[str]
    touched: frozenset[str]

    def words(self, *blocks: str) -> str:
        """Join the words of some blocks, or of all: broken lines are whole again, dots part the groups."""
        parts: dict[int, list[str]] = {}
        for text in self.texts:
            if not blocks or text.block in blocks:
                parts.setdefault(text.group, []).append(text.words)
        return plain(" · ".join(" ".join(words) for words in parts.values()))


def plain(words: str) -> str:
    """Write any white space as one space."""
    return _SPACES.sub(" ", words).strip()


def name_in_drawing(row: str, thing: str) -> str:
    """Give the name of the group in which a thing of a row is drawn."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", f"{row}-{thing}")


def facts_of(svg: str, width_pt: float) -> SheetFacts:
    """Measure a sheet.

    Parameters
    ----------
    svg : str
        As the sheet's page draws it.
    width_pt : float
        How wide it is where it is used, in points.
    """
    root = ET.fromstring(svg)  # noqa: S314 (made by our own page)
    scale = width_pt / float(root.attrib["viewBox"].split()[2])
    page = next((_fill(rect) for rect in root.iter(f"{_SVG}rect") if _fill(rect)), None)
    walk = _Walk(scale, page or (255, 255, 255))
    walk.into(root, _Place("", 1.0, False))
    return SheetFacts(tuple(walk.texts), frozenset(walk.drawn), frozenset(walk.touched))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: block, opacity of all groups around it, whether within the map's scene."""

    block: str
    opacity: float
    in_scene: bool


class _Walk:
    """Goes through a drawing from the back to the front."""

    def __init__(self, scale: float, page: Colour) -> None:
        self._scale, self._page = scale, page
        self._grounds: list[Colour] = []
        self._groups = 0
        self.texts: list[Written] = []
        self._edges = (0.0, 0.0)
        self.drawn: set[str] = set()
        self.touched: set[str] = set()

    def into(self, group: ET.Element, place: _Place) -> None:
        """Take in a group."""
        name, opacity = group.get("id", ""), place.opacity * float(group.get("opacity", "1"))
        own = MAP if name == MAP_OF_A else name
        block = own if not place.block and own in BLOCKS else place.block
        here = _Place(block, opacity, place.in_scene or name in ("scene", "scene-a"))
        if own == MAP:
            self._grounds, self._edges = _grounds(group), _size(group)
        boxes: list[ET.Element] = []
        self._groups += 1
        number = self._groups
        kinds: dict[tuple[str | None, ...], int] = {}
        for child in group:
            if child.tag == f"{_SVG}text":
                self._take(child, here, boxes, self._group(child, here, kinds) or number)
            elif child.tag == f"{_SVG}g":
                self.into(child, here)
            elif child.tag == f"{_SVG}rect" and _fill(child):
                boxes.append(child)
        if here.in_scene and name and opacity > INVISIBLE:
            self._look(group, name)

    def _group(self, text: ET.Element, place: _Place, kinds: dict[tuple[str | None, ...], int]) -> int | None:
        """Tell title, subtitle and caption apart by how they are written: each is read by itself."""
        if place.block != HEAD:
            return None
        kind = tuple(text.get(name) for name in ("font-size", "fill"))
        if kind not in kinds:
            self._groups += 1
            kinds[kind] = self._groups
        return kinds[kind]

    def _look(self, group: ET.Element, name: str) -> None:
        """Note whether anything of a group lies within the map."""
        width, height = self._edges
        for seen, inset in ((self.drawn, _MARGIN), (self.touched, -_MARGIN)):
            edges = inset, inset, width - inset, height - inset
            if any(crosses(segment, *edges) for segment in segments_of(group)):
                seen.add(name.removeprefix(_OF_A))

    def _take(self, text: ET.Element, place: _Place, boxes: list[ET.Element], group: int) -> None:
        words, opacity = "".join(text.itertext()), place.opacity * float(text.get("fill-opacity", "1"))
        if not words.strip() or opacity <= INVISIBLE:
            return
        under = [_fill(box) for box in boxes if _holds(box, text)]
        grounds = [under[-1]] if under else self._grounds if place.block == MAP else [self._page]
        ink = _fill(text) or (0, 0, 0)
        least = min(contrast(blended(ink, ground, opacity), ground) for ground in grounds if ground)
        size_pt = float(text.get("font-size", "16")) * self._scale
        self.texts.append(Written(words, place.block, group, size_pt, least))


def _grounds(group: ET.Element) -> list[Colour]:
    """List the fills on which the words of the map may stand: water, and what the ground is drawn with."""
    ground = next((part for part in group if part.get("id") in ("ground", "ground-a")), None)
    water = [part for part in group if part.tag == f"{_SVG}rect"]
    return list(_fills([*water, *(ground.iter() if ground is not None else ())]))


def _size(group: ET.Element) -> tuple[float, float]:
    """Give width and height of the map: those of its water."""
    water = next(part for part in group if part.tag == f"{_SVG}rect")
    return float(water.attrib["width"]), float(water.attrib["height"])


def _fills(parts: list[ET.Element]) -> Iterator[Colour]:
    for part in parts:
        fill = _fill(part)
        if fill and float(part.get("fill-opacity", "1")) > 0.5:
            yield fill


def _fill(part: ET.Element) -> Colour | None:
    return read_colour(part.get("fill", ""))


def _holds(box: ET.Element, text: ET.Element) -> bool:
    """Tell whether words begin, end or are centred within a box."""
    left, top, width, height = (float(box.get(name, "0")) for name in ("x", "y", "width", "height"))
    x, y = (float(text.get(name, "0")) for name in ("x", "y"))
    return left <= x <= left + width and top <= y <= top + height
