"""The polygons of a TopoJSON file of the basemap. Standard library only."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from geodata.claim import Position

BASEMAP = Path(__file__).parents[1] / "basemap"
Ring = tuple[Position, ...]


class Topology:
    """A quantised TopoJSON file of the basemap, its arcs decoded as they are asked for.

    Parameters
    ----------
    file : str
        Name of the file.
    key : str
        The property that names a polygon.
    """

    def __init__(self, file: str, key: str) -> None:
        topology = json.loads((BASEMAP / file).read_text(encoding="utf-8"))
        self._transform: dict[str, tuple[float, float]] = topology["transform"]
        self._arcs: list[list[tuple[int, int]]] = topology["arcs"]
        self._decoded: dict[int, Ring] = {}
        self._polygons: dict[str, list[Any]] = defaultdict(list)
        for found in topology["objects"].values():
            for geometry in found["geometries"]:
                single = geometry["type"] == "Polygon"
                parts = [geometry["arcs"]] if single else geometry["arcs"]
                self._polygons[geometry["properties"].get(key) or ""] += parts

    @property
    def names(self) -> frozenset[str]:
        """The names of all polygons that have one."""
        return frozenset(self._polygons) - {""}

    def rings(self, name: str) -> tuple[Ring, ...]:
        """Give the rings of a name, outer and inner alike, closed; none where it has no polygon.

        Returns
        -------
        tuple of Ring
            Longitude, latitude in degrees, WGS84.
        """
        if name not in self.names:
            return ()
        return tuple(self._joined(ring) for polygon in self._polygons[name] for ring in polygon)

    def _joined(self, numbers: list[int]) -> Ring:
        """Join arcs to a ring; a negative number runs its arc backwards, and joints stand once."""
        ring: Ring = ()
        for number in numbers:
            arc = self._arc(number) if number >= 0 else self._arc(~number)[::-1]
            ring += arc[1:] if ring else arc
        return ring

    def _arc(self, number: int) -> Ring:
        """Undo the deltas and the quantisation of an arc."""
        if number not in self._decoded:
            (scale_x, scale_y), (left, bottom) = self._transform["scale"], self._transform["translate"]
            x = y = 0
            positions = []
            for dx, dy in self._arcs[number]:
                x, y = x + dx, y + dy
                positions.append((x * scale_x + left, y * scale_y + bottom))
            self._decoded[number] = tuple(positions)
        return self._decoded[number]
